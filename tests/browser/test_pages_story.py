"""What a page tells and shows by itself: its story, the idle demonstration, a cell's inside, and what went wrong."""

import re
import time

import numpy as np
import pytest
from reader import DESKTOP, PHONE, SITE_MODELS, Reader, healing_lizard, models

ROW = 48
DEMONSTRATION = SITE_MODELS.parent / "js" / "player" / "demonstration.js"
IDLE = int(re.search(r"IDLE_MS = (\d+);", DEMONSTRATION.read_text())[1])
SOON = f"""{{
  const setNow = globalThis.setTimeout;
  globalThis.setTimeout = (act, ms, ...more) => setNow(act, ms === {IDLE} ? {IDLE // 5} : ms, ...more);
}}"""
"""Nobody waits so long before something is demonstrated."""


@pytest.fixture
def read(open_page):
    """A function that opens a page of the site: read("#/growing?speed=max", **options)."""

    def open_reader(path, **options):
        reader = Reader(open_page(path, **{**DESKTOP, **options}))
        reader.until("globalThis.nca?.page?.bench?.dishes[0]?.engine")
        return reader

    return open_reader


def alive(state):
    return int((state[..., 3] > 0.1).sum())


def test_the_ladder_goes_from_growing_to_healing(read):
    if not {"lizard-growing", "lizard-persistent", "lizard-regenerating"} <= set(models("growing")):
        pytest.skip("the site has the lizard in fewer trainings")
    reader = read("#/growing?speed=1/60")
    rungs = {
        "Grow": ("growing", "1"),
        "Decay": ("growing", "4"),
        "Persist": ("persistent", "4"),
        "Heal": ("regenerating", "1"),
    }
    for rung, (model, speed) in rungs.items():
        reader.page.locator(".rung", has_text=rung).click()
        reader.until(f"nca.page.bench.dishes[0].model.name === 'lizard-{model}' && nca.page.bench.player.playing")
        assert len(reader.page.locator(".story-look").inner_text()) > 30
        assert f"{speed}×" in reader.page.locator(".transport .slider").inner_text()
        assert ("speed=4" in reader.page.evaluate("() => nca.page.address.url()")) == (speed == "4")
        assert reader.page.locator(".rung[aria-pressed=true]").inner_text().split()[-1] == rung
    reader.until("nca.page.bench.canUndo")
    reader.press("Pause")
    reader.until("!nca.page.bench.player.busy")
    assert reader.step_count() >= 250, "the cut comes when the lizard is there"


def test_every_page_links_its_article_and_says_what_it_is_good_for(read):
    for path in ("#/growing?paused=1", "#/digits?paused=1"):
        reader = read(path)
        link = reader.page.get_by_role("link", name="Read the article")
        assert link.get_attribute("href").startswith("https://distill.pub/2020/")
        assert "A model of how" in reader.page.locator(".panel-section", has=link).inner_text()


def test_a_ghost_finger_cuts_once_and_invites(read):
    reader = read("#/growing", script=SOON)
    reader.page.evaluate("() => { nca.page.bench.player.speed = 4; }")
    reader.until("document.querySelector('.demonstration')")
    reader.until("nca.page.bench.canUndo")
    reader.until("/Now you/.test(document.querySelector('.demonstration')?.textContent)")
    reader.page.mouse.move(*reader.point(0.9, 0.9))
    reader.page.mouse.move(*reader.point(0.8, 0.8))
    reader.until("!document.querySelector('.demonstration')")
    assert reader.page.evaluate("() => nca.page.bench.dishes[0].history.length") == 1


@pytest.mark.parametrize("why", ["input", "reduced motion", "a link that sets something"])
def test_nothing_is_demonstrated_to_those_who_do_not_want_it(read, why):
    options = {"script": SOON, **({"reduced_motion": "reduce"} if why == "reduced motion" else {})}
    reader = read("#/growing?brush=5" if why.startswith("a link") else "#/growing", **options)
    reader.page.evaluate("() => { nca.page.bench.player.speed = 4; nca.page.bench.player.play(); }")
    if why == "input":
        reader.page.keyboard.press("ArrowDown")
    end = time.monotonic() + 2.5
    while time.monotonic() < end:
        assert reader.page.locator(".demonstration").count() == 0
        time.sleep(0.2)
    reader.steps(250)
    assert not reader.page.evaluate("() => nca.page.bench.canUndo")


def test_a_cell_shows_what_is_in_it(read):
    reader = read(f"#/growing?speed=max&model={healing_lizard()}")
    reader.steps(300)
    reader.press("Pause")
    reader.until("!nca.page.bench.player.busy")
    reader.page.locator("summary", has_text="One cell").click()
    x = int(np.flatnonzero(reader.state()[ROW, :, 3] > 0.5)[0])
    reader.page.mouse.move(*reader.point((x + 0.5) / 96, (ROW + 0.5) / 96))
    reader.until(f"/Column {x + 1}, row {ROW + 1}: alive/.test(document.querySelector('.inspector').innerText)")
    told = reader.page.locator(".inspector-strip").first.get_attribute("aria-label")
    np.testing.assert_allclose([float(value) for value in told.split()], reader.state()[ROW, x], atol=0.0051)
    names = reader.page.locator(".inspector-rows span").all_inner_texts()
    assert names == ["holds", "sees ↔", "sees ↕", "adds"]
    adds = [float(value) for value in reader.page.locator(".inspector-strip").last.get_attribute("aria-label").split()]
    fires = "nca.page.bench.dishes[0].engine.step({fire: new Uint8Array(96 * 96).fill(1)})"
    before = reader.state()[ROW, x]
    reader.page.evaluate(f"() => {fires}")
    np.testing.assert_allclose(reader.state()[ROW, x] - before, adds, atol=0.0051)
    reader.page.mouse.move(*reader.point((x + 1.5) / 96, (ROW + 0.5) / 96))
    reader.until("/It fired in the last step/.test(document.querySelector('.inspector').innerText)")
    reader.page.mouse.move(5, 400)  # what lies under a pointer is read anew by the browser
    made = reader.step_count()
    for count in range(1, 9):  # in all of which a cell hardly ever rests
        reader.page.keyboard.press(".")
        reader.until(f"nca.page.bench.player.stepCount === {made + count} && !nca.page.bench.player.busy")
    told = "document.querySelector('.inspector-strip').getAttribute('aria-label')"
    now = " ".join(f"{value:.2f}" for value in reader.state()[ROW, x + 1])
    reader.until(f"{told}.replaceAll('-0.00', '0.00') === '{now.replace('-0.00', '0.00')}'")


def test_looking_with_a_finger_changes_nothing(read):
    reader = read(f"#/growing?speed=max&model={healing_lizard()}", **PHONE)
    reader.steps(200)
    reader.press("Pause")
    reader.until("!nca.page.bench.player.busy")
    before = reader.state()
    reader.choose("Look")
    reader.swipe((0.45, 0.45), (0.55, 0.55))
    reader.until("/Column/.test(document.querySelector('.inspector').innerText)")
    reader.page.locator(".stage").focus()
    reader.page.keyboard.press("Enter")
    np.testing.assert_array_equal(reader.state(), before)
    assert not reader.page.evaluate("() => nca.page.bench.canUndo"), "there is nothing to take back"


def test_the_share_that_is_healed_stands_beside_the_number(read):
    reader = read(f"#/growing?speed=max&model={healing_lizard()}")
    reader.steps(300)
    percent = "Number.parseInt(document.querySelector('.healed').textContent)"
    reader.until(f"{percent} >= 95")
    reader.press("Pause")
    reader.press("Cut off the left half")
    reader.until(f"{percent} < 80")
    assert "% healed" in reader.page.locator(".healed").inner_text()


def test_a_pattern_that_died_says_so_and_starts_again(read):
    reader = read(f"#/growing?speed=max&model={healing_lizard()}&brush=16")
    reader.steps(200)
    reader.press("Pause")
    reader.until("!nca.page.bench.player.busy")
    reader.drag(*[(x, y) for y in np.linspace(0.2, 0.8, 6) for x in (0.1, 0.9)])
    reader.until("/No cell lives/.test(document.querySelector('.dish-notice').innerText)")
    reader.page.locator(".dish-notice").get_by_role("button", name="Start again").click()
    reader.until("document.querySelector('.dish-notice').hidden")
    reader.more_steps(100)
    assert alive(reader.state()) > 100


def test_a_pattern_that_cannot_find_back_says_so(read):
    """A training that never saw damage: whatever its cells do after a cut, it isn't healing."""
    if "lizard-growing" not in models("growing"):
        pytest.skip("the site has no lizard that was trained to grow only")
    # As fast as the machine can, it would be past its best between two looks.
    reader = read("#/growing?speed=1&model=lizard-growing")
    reader.until("Number.parseInt(document.querySelector('.healed').textContent) >= 95")
    reader.press("Cut off the upper half")
    reader.until("/does not find back|No cell lives/.test(document.querySelector('.dish-notice').innerText)", 120)


def test_turning_a_grown_pattern_shows_where_it_would_stand_and_grows_it_anew(read):
    reader = read(f"#/growing?speed=max&model={healing_lizard()}")
    reader.steps(200)
    reader.press("Pause")
    reader.until("document.querySelector('[data-distance]')")
    again = reader.page.get_by_role("button", name="Grow it anew, turned")
    assert not again.is_visible()
    ghost = """async () => {
      const slider = document.querySelector('.panel-right input[type=range]');
      slider.value = 90;
      slider.dispatchEvent(new Event('input', {bubbles: true}));
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      const {marks} = nca.page.bench.dishes[0].stage;
      const pixels = marks.getContext('2d').getImageData(0, 0, marks.width, marks.height).data;
      return pixels.filter((value, at) => at % 4 === 3 && value > 50).length / (marks.width * marks.height);
    }"""
    assert 0.02 < reader.page.evaluate(ghost) < 0.3
    again.click()
    reader.until("nca.page.bench.player.playing && nca.page.bench.player.stepCount > 0")
    assert not again.is_visible()
    assert reader.page.evaluate("() => nca.page.bench.dishes[0].engine.controls.angle") == pytest.approx(np.pi / 2)


def test_where_nothing_can_be_turned_there_is_no_handle_and_nothing_is_called_turned(read):
    reader = read("#/growing?grid=48&angle=45&engine=tfjs")
    reader.until("document.querySelector('.healed').textContent")
    assert not reader.page.locator(".rim-handle").is_visible() and reader.page.get_by_label("Rotation").is_disabled()
    assert "not turned" not in reader.page.locator("[data-distance]").inner_text()
    reader.page.locator("summary", has_text="Engine").click()
    reader.choose("Living cells")
    reader.until("nca.page.active.engine.id === 'live'")
    assert reader.page.locator(".rim-handle").is_visible() and reader.page.get_by_label("Rotation").is_enabled()


def test_the_handle_on_the_rim_turns_and_grows_anew(read):
    reader = read(f"#/growing?speed=max&model={healing_lizard()}")
    reader.steps(200)
    reader.press("Pause")
    reader.until("!nca.page.bench.player.busy")
    before = reader.state()
    reader.page.mouse.click(*reader.point(0.5, 0.04))
    assert reader.step_count() >= 200 and not reader.page.evaluate("() => nca.page.bench.player.playing"), "a mere tap"
    reader.drag((0.5, 0.04), (0.8, 0.15), (0.96, 0.5))
    assert reader.page.get_by_label("Rotation").input_value() == "90"
    reader.until("nca.page.bench.player.playing && !nca.page.bench.canUndo")
    reader.until("nca.page.bench.player.stepCount > 0")
    assert reader.page.evaluate("() => nca.page.bench.dishes[0].engine.controls.angle") == pytest.approx(np.pi / 2)
    assert (reader.state() != before).any()
    box = reader.page.locator(".rim-handle").bounding_box()
    x, y = reader.point(0.96, 0.5)
    assert abs(box["x"] + box["width"] / 2 - x) < 3 and abs(box["y"] + box["height"] / 2 - y) < 3


def test_a_step_of_the_story_is_over_when_another_pattern_is_chosen(read):
    if not {"lizard-regenerating", "fish-regenerating"} <= set(models("growing")):
        pytest.skip("the site lacks the lizard or the fish")
    reader = read("#/growing?grid=72&speed=1")
    reader.page.locator(".rung", has_text="Heal").click()
    reader.until("nca.page.bench.canUndo")
    assert reader.page.locator(".rung[aria-pressed=true]").count() == 1
    reader.page.get_by_label("Fish", exact=True).click(force=True)
    reader.until("nca.page.active.model.name === 'fish-regenerating'")
    assert reader.page.locator(".rung[aria-pressed=true]").count() == 0
    assert not reader.page.locator(".story-look").inner_text()


@pytest.mark.parametrize("colours", ["active", "none"])
def test_what_is_chosen_is_seen_where_the_system_sets_the_colours(read, colours):
    reader = read("#/perturbation?paused=1", forced_colors=colours)
    track = reader.page.locator(".switch-track").first
    style = track.evaluate("(one) => [getComputedStyle(one).borderTopWidth, getComputedStyle(one, '::after').width]")
    assert (float(style[0][:-2]) >= 1) == (colours == "active") and float(style[1][:-2]) > 8
    outlined = reader.page.locator(".segment input:checked + span").first
    assert (outlined.evaluate("(one) => getComputedStyle(one).outlineStyle") == "solid") == (colours == "active")
