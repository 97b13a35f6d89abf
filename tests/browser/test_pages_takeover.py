"""The Takeover page, used as a person would use it."""

import numpy as np
import pytest
from reader import SCREENS, Reader, models, trained

ON_BOTH = pytest.mark.parametrize("screen", SCREENS)
GROWN = 60
"""Steps after which the paper puts the adversary's first cells in."""
SETTLED = 300
"""Steps after which it has taken over."""
NEW = 30
"""Steps within which a square dies out that is to: one of some two hundred."""
RATE = 60
"""Steps a second that two organisms on one torus are to make."""
COUNTS = "document.querySelector('[data-cells]').dataset.cells.split(',').map(Number)"
"""What the page says of how many cells each rule owns."""


@pytest.fixture
def read(open_page):
    """A function that opens the Takeover page with a grown host: read(screen, "more=of&the=address")."""
    if not any(entry["kind"] == "pair" for entry in models("takeover").values()):
        pytest.skip("the site has no takeover: train one, then python -m export.site")

    def open_reader(screen="desktop", more="speed=4", grown=GROWN):
        reader = Reader(open_page(f"#/takeover?{more}", **SCREENS[screen]))
        reader.steps(grown)
        return reader

    return open_reader


def owners(reader, count: int = 2) -> list[int]:
    """How many cells each rule owns, from the engine's own state."""
    alphas = reader.state()[..., -count:]
    owner = np.where(alphas.max(axis=-1) >= 0.1, alphas.argmax(axis=-1), -1)
    return [int((owner == rule).sum()) for rule in range(count)]


def shown(reader) -> list[int]:
    """The same as the page says."""
    return [
        int(part) for part in reader.page.evaluate("document.querySelector('[data-cells]').dataset.cells").split(",")
    ]


@ON_BOTH
def test_a_square_is_put_in_and_takes_over(read, screen):
    reader = read(screen)
    old, new = owners(reader)
    assert old > 200 and new == 0
    for _ in range(3):
        reader.press("Put in a square")
        reader.more_steps(NEW)
        if owners(reader)[1]:  # it stays
            break
    moment, *_ = reader.moments("[data-cells]")
    assert moment >= GROWN
    reader.more_steps(SETTLED)
    old, new = owners(reader)
    assert new > 300 and old < new, "the owner counts have not crossed"
    reader.until(
        "(([old, now]) => now > old)(document.querySelector('[data-cells]').dataset.cells.split(',').map(Number))"
    )


def test_a_brush_and_a_spray_hand_over_cells_and_undo_takes_that_back(read):
    reader = read(more="speed=4&brush=4")
    reader.press("Pause")
    before = owners(reader)
    reader.drag((0.45, 0.45), (0.5, 0.5))
    painted = owners(reader)
    assert painted[1] > 10 and sum(painted) == sum(before)
    reader.page.keyboard.press("Control+z")
    reader.until(f"{COUNTS}[1] === 0")
    assert owners(reader) == before
    reader.page.keyboard.press("y")
    reader.until(f"{COUNTS}[1] > 0")
    share = owners(reader)[1] / sum(before)
    assert 0.03 < share < 0.2


def test_nothing_that_is_put_into_nothing_is_marked_or_taken_back(read):
    reader = read(grown=1)
    reader.press("Pause")
    reader.page.evaluate("() => nca.page.active.engine.reset()")
    reader.press("Put in a square")
    reader.until("document.getElementById('toasts').textContent.includes('no pattern to put cells into')")
    assert reader.moments("[data-cells]") == [] and not reader.page.evaluate("() => nca.page.bench.canUndo")


def test_a_body_that_would_not_last_is_kept_alive_as_it_was_trained(read):
    if "butterfly-immortal" not in models("takeover"):
        pytest.skip("the site has no takeover that keeps a pattern alive")
    reader = read(more="speed=4", grown=1)
    sliders = [reader.page.get_by_label(label) for label in ("Side of the square", "Share of a spray")]
    assert [slider.input_value() for slider in sliders] == ["2", "10"]
    reader.page.locator(".rung", has_text="Keep it alive").click()
    reader.until("nca.page.current.name === 'butterfly-immortal' && nca.page.active.engine?.stepCount >= 60")
    reader.until(f"{COUNTS}[1] > 0")
    kind, _, size = reader.page.evaluate("() => nca.page.active.model.meta.inject").partition(":")
    expected = ["2", f"{100 * float(size):.0f}"] if kind == "spray" else [size, "10"]
    assert [slider.input_value() for slider in sliders] == expected
    reader.steps(500)
    old, new = owners(reader)
    assert new > 300 and old < new / 10


def test_a_link_has_what_is_put_in_and_another_grid_keeps_it(read):
    reader = read(more="side=5&spray=30", grown=1)
    sliders = [reader.page.get_by_label(label) for label in ("Side of the square", "Share of a spray")]
    assert [slider.input_value() for slider in sliders] == ["5", "30"]
    sliders[0].press("ArrowRight")
    reader.until("location.hash.includes('side=6') && location.hash.includes('spray=30')")
    reader.choose("72 by 72 cells")
    reader.until("nca.page.active.engine?.width === 72 && !document.querySelector('.stage.loading')")
    assert [slider.input_value() for slider in sliders] == ["6", "30"]


def test_owners_are_orange_and_blue(read):
    reader = read()
    reader.press("Pause")
    reader.page.keyboard.press("q")
    reader.until(f"{COUNTS}[1] >= 4")
    reader.choose("Owners")
    reader.until("nca.page.active.stale === false")
    colours = reader.page.evaluate("() => [...new Uint32Array(nca.page.active.stage.image.data.buffer)]")
    found = dict(zip(*np.unique(np.array(colours, np.uint32), return_counts=True), strict=True))
    orange, blue = (0xFF000000 | b << 16 | g << 8 | r for r, g, b in ((255, 140, 0), (40, 90, 220)))
    assert [found.get(np.uint32(orange), 0), found.get(np.uint32(blue), 0)] == owners(reader) == shown(reader)
    assert min(owners(reader)) > 0
    reader.until("location.href.includes('owners=1')")  # written shortly after


def test_a_cell_of_the_newcomers_lives(read):
    reader = read()
    reader.press("Pause")
    reader.press("Put in a square")
    reader.until(f"{COUNTS}[1] >= 4")
    reader.until("!nca.page.bench.player.busy")
    reader.page.locator("summary", has_text="One cell").click()
    state = reader.state()
    y, x = np.argwhere((state[..., -1] > 0.5) & (state[..., -2] < 0.1))[0]
    reader.page.mouse.move(*reader.point((x + 0.5) / state.shape[1], (y + 0.5) / state.shape[0]))
    reader.until(f"/Column {x + 1}, row {y + 1}: alive/.test(document.querySelector('.inspector').innerText)")


def test_a_takeover_of_the_readers_own_is_no_rule_alone(read):
    """Neither when it comes nor at the next visit."""
    reader = read(grown=1)
    reader.bring(trained("takeover", "red"))
    reader.until("nca.page.current.own && nca.page.running.get(nca.page.active) === nca.page.current")
    title = reader.page.evaluate("() => nca.page.current.title")
    stored = "import('./js/own_store.js').then((one) => one.ownModels()).then((all) => all.length)"
    reader.until(f"location.hash.includes('own-') && {stored}")
    for _ in range(2):
        pairs = reader.page.get_by_role("radiogroup", name="Takeovers")
        assert pairs.get_by_role("radio", name=title, exact=True).is_checked()
        assert reader.page.get_by_role("switch", name=title, exact=True).count() == 0
        reader.page.reload()
        reader.until("globalThis.nca?.page?.active?.engine")


def test_two_organisms_meet_on_one_torus_quickly(read):
    reader = read()
    if len([entry for entry in models("takeover").values() if entry["kind"] == "single"]) < 2:
        pytest.skip("the site has fewer than two rules that stand alone")
    reader.press("Let them meet")
    reader.until("nca.page.active.model?.meta.free_for_all === true && nca.page.active.engine?.stepCount > 5")
    reader.more_steps(120)
    assert min(owners(reader)) > 100, "an organism has died"
    rate = reader.page.evaluate(
        """async () => {
          const {engine} = nca.page.active;
          nca.page.bench.player.pause();
          const first = performance.now();
          await engine.steps(100);
          return 100 / ((performance.now() - first) / 1000);
        }"""
    )
    assert rate >= RATE
    assert "%2B" in reader.page.url, "the address names both"


def test_an_address_brings_two_organisms_back(read):
    names = [name for name, entry in models("takeover").items() if entry["kind"] == "single"][:2]
    if len(names) < 2:
        pytest.skip("the site has fewer than two rules that stand alone")
    reader = read(more=f"speed=4&grid=96&model={names[0]}%2B{names[1]}&owners=1", grown=20)
    assert reader.page.evaluate("() => Object.keys(nca.page.active.model.meta.rules).length") == 2
    assert min(owners(reader)) > 0
    assert not reader.messages()
    steps = reader.step_count()
    reader.choose("128 by 128 cells")
    reader.until("nca.page.active.engine.width === 128")
    assert reader.step_count() >= steps, "another grid keeps the cells"
    here = "nca.page.entries.filter((entry) => entry.members).length"
    assert reader.page.evaluate(f"() => {here}") == 1
    address = reader.page.evaluate("() => nca.page.address.url()")
    reader.page.evaluate("() => { location.hash = '#/perturbation'; }")
    reader.until("document.querySelector('.strengths')")
    reader.page.evaluate("(address) => { location.href = address; }", address)
    reader.until("nca.page.active.model?.meta.free_for_all")
    assert reader.page.evaluate(f"() => {here}") == 1


def test_every_engine_takes_several_rules(read):
    for engine in ("live", "tfjs"):
        reader = read(more=f"speed=2&engine={engine}", grown=5)
        assert reader.page.evaluate("() => nca.page.active.engine.id") == engine
        reader.press("Spray")
        reader.until(f"{COUNTS}[1] > 0")
