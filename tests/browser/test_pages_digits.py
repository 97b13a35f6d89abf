"""The Digits page, used as a person would use it."""

from collections import Counter
from itertools import pairwise

import numpy as np
import pytest
from reader import SCREENS, Reader, models, trained

SEVEN = [(8, 7), (19, 7), (17, 11), (14, 16), (12, 21)]
THREE = [
    (9, 8),
    (12, 6),
    (16, 7),
    (17.5, 10),
    (15, 13),
    (12, 13.5),
    (15, 14),
    (18, 17),
    (16.5, 20.5),
    (12, 22),
    (8.5, 20),
]
ONE = [(14, 5), (14, 23)]
FROM_ONE_TO_SEVEN = [(13, 5), (5, 5)]
SIDE = 28
ON_BOTH = pytest.mark.parametrize("screen", SCREENS)


def on_grid(places):
    return [(x / SIDE, y / SIDE) for x, y in places]


@pytest.fixture
def read(open_page):
    """A function that opens the Digits page: read(screen, "more=of&the=address")."""
    models("mnist")

    def open_reader(screen="desktop", more="speed=4"):
        reader = Reader(open_page(f"#/digits?{more}", **SCREENS[screen]))
        reader.steps(1 if "1/60" in more else 5)
        return reader

    return open_reader


@ON_BOTH
@pytest.mark.parametrize(("label", "strokes"), [(3, THREE), (7, SEVEN)])
def test_a_drawn_digit_is_voted_right(read, screen, label, strokes):
    reader = read(screen)
    reader.press("Clear the drawing")
    (reader.swipe if screen == "phone" else reader.drag)(*on_grid(strokes))
    reader.vote_becomes(label)
    assert str(label) in reader.page.locator(".ballot-winner").inner_text()


def test_a_one_becomes_a_seven_while_it_runs(read):
    reader = read()
    reader.page.keyboard.press("c")
    reader.drag(*on_grid(ONE))
    reader.vote_becomes(1)
    steps = reader.page.evaluate("() => nca.page.bench.player.stepCount")
    reader.drag(*on_grid(FROM_ONE_TO_SEVEN))
    reader.vote_becomes(7)
    assert reader.page.evaluate("() => nca.page.bench.player.playing")
    assert reader.page.evaluate("() => nca.page.bench.player.stepCount") > steps
    assert reader.page.evaluate("() => document.querySelectorAll('.leading').length") == 1


def test_undo_brings_the_one_back(read):
    reader = read()
    reader.press("Clear the drawing")
    reader.drag(*on_grid(ONE))
    reader.vote_becomes(1)
    reader.drag(*on_grid(FROM_ONE_TO_SEVEN))
    reader.vote_becomes(7)
    reader.page.keyboard.press("z")
    reader.vote_becomes(1)


def test_samples_of_most_classes_are_voted_right(read):
    reader = read(more="speed=4")
    right = 0
    for label in range(10):
        reader.page.locator(".sample").nth(label).click()
        reader.more_steps(150)
        right += reader.vote()[0] == label
    assert right >= 8


def test_changing_the_digit_keeps_the_cells_they_share(read):
    reader = read(more="speed=max&digit=1")
    reader.steps(100)
    reader.press("Pause")
    before = reader.state()
    reader.page.keyboard.press("7")
    after = reader.state()
    shared = (before[..., 0] > 0.1) & (after[..., 0] > 0.1)
    new = (before[..., 0] <= 0.1) & (after[..., 0] > 0.1)
    assert shared.sum() > 5 and new.sum() > 20
    np.testing.assert_array_equal(after[shared][:, 1:], before[shared][:, 1:])
    assert not after[new][:, 1:].any()


def test_a_step_of_the_story_takes_the_address_along_but_changes_no_other_model(read):
    reader = read(more="speed=1/60&digit=7")
    reader.page.locator(".rung", has_text="Agree").click()
    assert "digit=" not in reader.page.evaluate("() => nca.page.address.url()")
    if "fashion_mnist" not in models("mnist"):
        return
    reader.page.evaluate(
        """() => {
          const {engine} = nca.page.active;
          const steps = (count) => Object.getPrototypeOf(engine).steps.call(engine, count);
          const held = new Promise((done) => { globalThis.release = done; });
          engine.steps = (count) => (count === 120 ? held.then(globalThis.asked = true) : steps(count));
        }"""
    )
    reader.page.locator(".rung", has_text="Change their minds").click()
    reader.until("globalThis.asked")
    reader.choose(models("mnist")["fashion_mnist"]["title"])
    reader.until("nca.page.running.get(nca.page.active).name === 'fashion_mnist'")
    reader.page.evaluate("() => { release(); }")
    reader.more_steps(1)
    assert "digit=1" in reader.page.evaluate("() => nca.page.address.url()")


def test_each_press_shows_another_sample_and_starting_again_the_same(read):
    reader = read(more="speed=1/60&digit=1")
    shown = []
    for _ in range(3):
        reader.page.keyboard.press("7")
        shown.append(reader.state()[..., 0])
        reader.press("Start again")
        np.testing.assert_array_equal(reader.state()[..., 0], shown[-1])
    assert all((one != other).any() for one, other in pairwise(shown))


def test_erasing_takes_cells_away(read):
    reader = read(more="speed=1/60&digit=0")
    before = (reader.state()[..., 0] > 0.1).sum()
    reader.choose("Erase")
    reader.page.get_by_label("Brush").fill("3")
    reader.drag((0.1, 0.5), (0.9, 0.5))
    state = reader.state()
    assert (state[..., 0] > 0.1).sum() < before
    assert not state[14][state[14, :, 0] <= 0.1][:, 1:].any()


def test_shift_erases_while_drawing(read):
    reader = read(more="speed=1/60&digit=0")
    before = (reader.state()[..., 0] > 0.1).sum()
    reader.page.keyboard.down("Shift")
    reader.drag((0.1, 0.5), (0.9, 0.5))
    reader.page.keyboard.up("Shift")
    assert (reader.state()[..., 0] > 0.1).sum() < before


def test_the_keyboard_alone_can_draw(read):
    reader = read(more="speed=1")
    page = reader.page
    page.keyboard.press("c")
    page.locator(".stage").first.focus()
    for key in [*["ArrowUp"] * 8, "x", *["ArrowDown"] * 17, "x"]:
        page.keyboard.press(key)
    reader.vote_becomes(1, agreement=0.6)


def most_frequent_colour(reader):
    """Of the cells on the screen that are not the background."""
    pixels = reader.page.evaluate("() => [...nca.page.bench.dishes[0].stage.image.data]")
    colours = Counter(zip(pixels[::4], pixels[1::4], pixels[2::4], strict=True))
    return next(colour for colour, _ in colours.most_common() if colour != (255, 255, 255))


def test_colours_for_colour_blind_eyes(read):
    reader = read(more="speed=max&digit=1")
    reader.vote_becomes(1)
    colour = "() => getComputedStyle(document.querySelector('.ballot-winner')).backgroundColor"
    meta = reader.page.evaluate("() => nca.page.bench.dishes[0].model.meta")
    reader.until("!document.getAnimations().some((one) => one.playState === 'running' && one.transitionProperty)")
    assert reader.page.evaluate(colour) == "rgb({}, {}, {})".format(*meta["palette"][1])
    assert all(one != other for one, other in zip(meta["palette"], meta["palette_safe"], strict=True))
    assert most_frequent_colour(reader) == tuple(meta["palette"][1])
    reader.choose("Colours for colour-blind eyes")
    wanted = "rgb({}, {}, {})".format(*meta["palette_safe"][1])
    reader.until(f"({colour})() === '{wanted}'")
    assert most_frequent_colour(reader) == tuple(meta["palette_safe"][1])


CHANGED_CELLS = """async () => {
  const {stage} = nca.page.bench.dishes[0];
  const {width, height} = stage.cells;
  const copy = new OffscreenCanvas(width, height).getContext("2d", {willReadFrequently: true});
  copy.drawImage(stage.cells, 0, 0);
  const pixels = copy.getImageData(0, 0, width, height).data;
  const before = globalThis.before ?? pixels;
  globalThis.before = pixels;
  const changed = new Set();
  for (let at = 0; at < pixels.length; at += 4) {
    if (pixels[at] === before[at] && pixels[at + 1] === before[at + 1] && pixels[at + 2] === before[at + 2]) continue;
    const [x, y] = [(at / 4) % width, Math.floor(at / 4 / width)];
    changed.add(Math.floor(y / stage.scale) * stage.columns + Math.floor(x / stage.scale));
  }
  const classified = [...stage.vote.labels.keys()].filter((cell) => stage.vote.labels[cell] >= 0);
  return [[...changed].sort((one, other) => one - other), classified];
}"""
"""The cells that look different from when this was asked last, and those that say a class."""


def test_numerals_stand_in_the_cells_that_say_a_class(read):
    reader = read(more="speed=max&digit=1")
    reader.vote_becomes(1)
    reader.press("Pause")
    still = "!nca.page.bench.player.busy && !nca.page.bench.dishes[0].stale"
    reader.until(still)
    assert reader.page.evaluate(CHANGED_CELLS)[0] == []
    for _ in ("on", "off"):
        reader.page.get_by_label("Numerals in the cells").click(force=True)
        reader.until(still)
        changed, classified = reader.page.evaluate(CHANGED_CELLS)
        assert len(classified) > 20
        assert changed == classified


def test_a_larger_grid_keeps_the_drawing(read):
    reader = read(more="speed=1/60&digit=5")
    before = reader.state()[..., 0]
    reader.choose("56 by 56 cells")
    reader.until("nca.page.bench.dishes[0].engine.width === 56 && nca.page.bench.player.stepCount > 0")
    after = reader.state()[..., 0]
    assert after.shape == (56, 56)
    np.testing.assert_allclose(after[14:42, 14:42], before, atol=1e-6)


def test_the_other_data_set_brings_its_own_names_and_samples(read):
    names = models("mnist")
    other = next((name for name in names if name.startswith("fashion")), None)
    if other is None:
        pytest.skip("the site has no Fashion-MNIST classifier")
    reader = read(more=f"speed=2&model={other}")
    assert reader.page.locator(".sample").nth(8).get_attribute("aria-label") == "Show a bag"


def test_a_garment_classifier_of_the_readers_own_gets_garments_in_the_themes_ink(read):
    if "fashion_mnist" not in models("mnist"):
        pytest.skip("the site has no Fashion-MNIST classifier")
    reader = read()
    reader.page.watch.allowed = ("willReadFrequently",)  # by this test
    reader.bring(trained("mnist", "fashion_mnist"))
    reader.until("nca.page.current.own && nca.page.running.get(nca.page.active) === nca.page.current")
    assert reader.page.evaluate("() => nca.page.active.model.siteMeta.dataset") == "fashion_mnist"
    inked = """(selector) => {
      const canvas = document.querySelector(selector);
      const at = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
      return [...at].some((value, place) => place % 4 < 3 && value > 128 && at[place - (place % 4) + 3] > 0);
    }"""
    pictures = [".sample canvas", ".ballot-bars canvas"]
    reader.until("document.querySelector('.ballot-bars canvas').width === 28")
    assert [reader.page.evaluate(inked, one) for one in pictures] == [False, False]
    for _ in range(2):  # as the system, light, dark
        reader.page.keyboard.press("t")
    assert [reader.page.evaluate(inked, one) for one in pictures] == [True, True]


def test_names_are_read_by_browsers_that_lack_aria_properties(open_page):
    models("mnist")
    reader = Reader(open_page("#/digits?speed=2", script="delete Element.prototype.ariaLabel;", **SCREENS["desktop"]))
    reader.until("document.querySelectorAll('.sample').length === 10")
    assert "Enter draws" in reader.page.locator(".stage").get_attribute("aria-label")


def test_at_least_200_steps_a_second(read):
    reader = read(more="speed=max")
    reader.steps(200)
    reader.until("nca.page.bench.player.meter.rate > 200")  # other processes may slow it down, but not make it faster
