"""The Adversaries page, used as a person would use it."""

import numpy as np
import pytest
from reader import SCREENS, Reader, models, trained

FOUR = ([(9, 5), (8, 14), (19, 14)], [(17, 8), (17, 23)])
SIDE = 28
RED = """(() => { const {data} = nca.page.bench.dishes[0].stage.image;
  let found = 0;
  for (let at = 0; at < data.length; at += 4) {
    if (data[at] === 230 && data[at + 1] === 25 && data[at + 2] === 25) found++;
  }
  return found; })()"""
"""How many cells are red."""
ON_BOTH = pytest.mark.parametrize("screen", SCREENS)


def on_grid(places):
    return [((x + 0.5) / SIDE, (y + 0.5) / SIDE) for x, y in places]


@pytest.fixture
def read(open_page):
    """A function that opens the page on digits: read(screen, "more=of&the=address")."""
    if not any(name.startswith("mnist") for name in models("adversarial")):
        pytest.skip("the site has no adversaries of digits: train them, then python -m export.site")

    def open_reader(screen="desktop", more="speed=4"):
        reader = Reader(open_page(f"#/adversaries?{more}", **SCREENS[screen]))
        reader.steps(5)
        return reader

    return open_reader


def use(reader, tool: str) -> None:
    reader.page.locator(".toolbar .segment", has_text=tool).first.click()


def goal(reader) -> int:
    return reader.page.evaluate("() => nca.page.bench.dishes[0].model.meta.goal")


def mask(reader) -> list[int]:
    return reader.page.evaluate("() => [...nca.page.bench.dishes[0].engine.controls.adversaries]")


def count(reader) -> int:
    return int(np.sum(mask(reader)))


@ON_BOTH
def test_a_drawn_four_is_talked_into_an_eight_and_comes_back(read, screen):
    """Draws a 4, plants adversaries with the brush, sees the vote turn and come back after they are taken out."""
    reader = read(screen)
    stroke = reader.swipe if screen == "phone" else reader.drag
    reader.press("Clear the drawing")
    use(reader, "Draw")
    for line in FOUR:
        stroke(*on_grid(line))
    reader.vote_becomes(4)
    use(reader, "Plant")
    stroke(*on_grid([(8, 12), (9, 14), (13, 14)]))
    stroke(*on_grid([(17, 12), (17, 19)]))
    assert count(reader) >= 8
    reader.vote_becomes(goal(reader))
    assert reader.page.evaluate("() => nca.page.bench.player.playing")
    reader.press("Remove all")
    assert count(reader) == 0
    reader.vote_becomes(4)


def test_one_click_is_one_cell_and_cure_takes_it_back(read):
    reader = read()
    reader.page.mouse.click(*reader.point(14.5 / SIDE, 10.5 / SIDE))
    assert count(reader) == 1
    assert reader.page.evaluate("() => nca.page.bench.dishes[0].engine.controls.adversaries[10 * 28 + 14]") == 1
    assert "1 adversary" in reader.page.locator(".panel-left").inner_text()
    use(reader, "Cure")
    reader.page.mouse.click(*reader.point(14.5 / SIDE, 10.5 / SIDE))
    assert count(reader) == 0


def test_undo_takes_back_who_was_planted_cured_or_cleared(read):
    reader = read()
    reader.press("Pause")
    reader.until("!nca.page.bench.player.busy")
    place = reader.point(14.5 / SIDE, 10.5 / SIDE)

    def becomes(wanted: int) -> None:
        reader.until(f"nca.page.bench.dishes[0].engine.controls.adversaries.filter(Boolean).length === {wanted}")
        words = "1 adversary in the grid" if wanted else "No adversaries"
        assert words in reader.page.locator(".panel-left").inner_text()

    reader.page.mouse.click(*place)
    becomes(1)
    reader.page.keyboard.press("z")
    becomes(0)
    reader.page.mouse.click(*place)
    use(reader, "Cure")
    reader.page.mouse.click(*place)
    becomes(0)
    reader.page.keyboard.press("z")
    becomes(1)
    reader.press("Clear the drawing")
    becomes(0)
    reader.page.keyboard.press("z")
    becomes(1)
    assert (reader.state()[..., 0] > 0.1).any()
    reader.page.keyboard.press("o")
    becomes(0)
    reader.page.keyboard.press("z")
    becomes(1)


def test_a_stroke_taken_back_leaves_no_line_in_the_chart(read):
    reader = read()
    reader.press("Draw them anew")
    (came,) = reader.moments(".ballot")
    reader.more_steps(20)
    reader.press("Remove all")
    assert len(reader.moments(".ballot")) == 2
    reader.page.keyboard.press("z")
    reader.until(f"document.querySelector('.ballot .chart').dataset.moments === '{came}'")
    reader.page.keyboard.press("z")
    reader.until("document.querySelector('.ballot .chart').dataset.moments === ''")
    assert count(reader) == 0


def test_undo_after_a_new_start_marks_no_moment_that_never_was(read):
    reader = read()
    reader.press("Draw them anew")
    reader.more_steps(20)
    reader.press("Start again")
    reader.until("document.querySelector('.ballot .chart').dataset.moments === ''")
    reader.press("Pause")
    for words in ("Remove all", "Draw them anew"):
        reader.press(words)
        reader.until("!nca.page.bench.player.busy")
    reader.until("document.querySelector('.ballot .chart').dataset.moments.split(' ').length === 2")
    for left in (1, 0):
        reader.page.keyboard.press("z")
        reader.until(f"nca.page.active.history.length === {left}")
        reader.until("!nca.page.active.stale")
        assert len(reader.page.locator(".ballot .chart").get_attribute("data-moments").split()) == left


@pytest.mark.parametrize("width", [320, 390])
def test_every_tool_is_whole_on_a_phone(read, width):
    reader = read("phone")
    reader.page.set_viewport_size({"width": width, "height": 844})
    outside = reader.page.evaluate(
        """() => [...document.querySelectorAll(".toolbar .segment span")].filter(
            (one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.textContent)"""
    )
    assert outside == []


def test_a_share_is_drawn_anew_among_living_cells(read):
    reader = read()
    reader.press("Draw them anew")
    first = mask(reader)
    reader.press("Draw them anew")
    second = mask(reader)
    living = (reader.state()[..., 0] > 0.1).ravel()
    for drawn in (first, second):
        assert not np.array(drawn)[~living].any()
        assert 0.02 < np.sum(drawn) / living.sum() < 0.25
    assert first != second
    reader.page.keyboard.press("n")
    reader.until(f"String(nca.page.bench.dishes[0].engine.controls.adversaries) !== '{','.join(map(str, second))}'")
    third = mask(reader)
    steps = reader.step_count()
    reader.page.keyboard.press("r")
    assert reader.step_count() < steps and mask(reader) == third, "R starts again, as the button says"


def test_hidden_adversaries_are_not_red(read):
    """Still under reduced motion, as red cells; and none once they are hidden."""
    reader = Reader(read().page)
    reader.page.emulate_media(reduced_motion="reduce")
    reader.press("Draw them anew")
    reader.until(f"{RED} > 0")
    reader.page.get_by_label("Show the adversaries").uncheck(force=True)
    reader.until(f"{RED} === 0")


def test_they_blink_while_cells_run_and_are_there_in_a_pause(read):
    reader = read()
    reader.press("Draw them anew")
    reader.page.evaluate("() => { performance.now = () => 2 * 450 + 1; }")  # when they are hidden
    reader.until(f"{RED} === 0")
    reader.press("Pause")
    reader.until(f"{RED} > 0")


def test_the_moment_of_injection_is_marked(read):
    reader = read()
    reader.steps(40)
    reader.press("Draw them anew")
    reader.press("Remove all")
    came, went = reader.moments(".ballot")
    assert 40 <= came <= went


def test_a_lizard_on_the_same_page(read):
    lizards = [name for name, entry in models("adversarial").items() if entry["kind"] == "growing"]
    if not lizards:
        pytest.skip("the site has no adversaries of lizards")
    reader = read(more=f"model={lizards[0]}&speed=4")
    reader.steps(150)
    reader.press("Draw them anew")
    assert count(reader) > 20
    (moment,) = reader.moments("[data-distance]")
    assert moment >= 150
    assert not reader.page.locator(".ballot").count()
    state = reader.state()
    assert state.shape == (88, 88, 16)
    assert (state[..., 3] > 0.1).sum() > 300


@pytest.mark.parametrize(("name", "side"), [("mnist-to-8", SIDE), ("tailless", 88)])
def test_a_run_of_the_readers_own_is_what_its_host_is(read, name, side):
    """Of digits with samples and a vote; of a lizard without them, and without a tool that draws digits."""
    reader = read(more="tool=draw&speed=2")
    reader.bring(trained("adversarial", name))
    reader.until("nca.page.current.own && nca.page.running.get(nca.page.active) === nca.page.current")
    digits = side == SIDE
    assert reader.state().shape[0] == side
    assert reader.page.locator(".sample").count() == (10 if digits else 0)
    assert reader.page.locator(".ballot").count() == digits
    reader.page.keyboard.press("d")
    assert reader.page.evaluate("() => nca.page.bench.tool.id") == ("draw" if digits else "plant")
    reader.steps(60)
    assert (reader.state()[..., 0 if digits else 3] > 0.1).sum() > 20
    assert not digits or reader.vote()[0] >= 0
    reader.press("Draw them anew")
    reader.until("nca.page.bench.dishes[0].engine.controls.adversaries.some(Boolean)")
    assert not reader.complaints()


def test_the_share_begins_with_that_of_the_models_training(read):
    def shown():
        return reader.page.get_by_label("Share of the cells").input_value()

    reader = read(more="model=red-60pct")
    assert shown() == "60" and "share" not in reader.page.evaluate("() => nca.page.address.url()")
    reader.page.get_by_label("Tailless", exact=True).check(force=True)
    reader.until("nca.page.running.get(nca.page.active).name === 'tailless'")
    assert shown() == "10"
    reader = read(more="model=red-60pct&share=20")
    assert shown() == "20"
