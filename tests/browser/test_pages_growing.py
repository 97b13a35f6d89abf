"""The Growing page, used as a person would use it."""

import numpy as np
import pytest
from reader import SCREENS, Reader, healing_lizard, loss, models, target_of

GROWN, ARRIVED = 300, 2e-3
"""Steps after which a pattern is there, and the loss below which we call it so (an empty grid has 4e-2)."""
ON_BOTH = pytest.mark.parametrize("screen", SCREENS)


@pytest.fixture
def read(open_page):
    """A function that opens the Growing page at full speed: read(screen, "&more=of&the=address")."""

    def open_reader(screen="desktop", more="", **options):
        name = healing_lizard()
        return Reader(open_page(f"#/growing?speed=max&model={name}{more}", **{**SCREENS[screen], **options}))

    return open_reader


def alive(state):
    return int((state[..., 3] > 0.1).sum())


@ON_BOTH
def test_it_grows_is_cut_in_half_and_recovers(read, screen):
    reader = read(screen)
    target = target_of(healing_lizard())
    reader.steps(GROWN)
    grown = reader.state()
    assert loss(grown, *target) < ARRIVED
    reader.press("Pause")
    reader.page.get_by_label("Brush").fill("10")
    stroke = reader.swipe if screen == "phone" else reader.drag
    stroke((0.4, 0.25), (0.4, 0.75))  # the left half of 40 cells in the middle of 96
    cut = reader.state()
    assert alive(cut) < 0.65 * alive(grown)
    assert loss(cut, *target) > 5 * ARRIVED
    reader.press("Play")
    reader.more_steps(600)
    assert loss(reader.state(), *target) < ARRIVED


def test_the_page_says_the_distance_that_the_state_has(read):
    reader = read(more="&paused=0")
    reader.steps(GROWN)
    reader.press("Pause")
    reader.until("nca.page.bench.player.busy === false")
    reader.press("One step")
    reader.until(
        "document.querySelector('[data-distance]').dataset.step === String(nca.page.bench.dishes[0].engine.stepCount)"
    )
    shown = float(reader.page.locator("[data-distance]").first.get_attribute("data-distance"))
    assert shown == pytest.approx(loss(reader.state(), *target_of(healing_lizard())), rel=0.01)


def test_a_turned_perception_grows_a_turned_pattern(read):
    reader = read(more="&angle=90&grid=72")
    reader.steps(GROWN)
    target, cells = target_of(healing_lizard())
    state = reader.state()
    # It turns about the seed's cell, which is half a cell away from the middle of the target.
    shifted = [np.roll(state, shift, axis) for axis in (0, 1) for shift in (-1, 0, 1)]
    losses = [min(loss(one, np.rot90(target, turns), cells) for one in shifted) for turns in range(4)]
    assert min(losses) < ARRIVED
    assert np.argmin(losses) in (1, 3) and losses[0] > 5 * min(losses)


def test_rotation_is_set_with_the_slider(read):
    reader = read()
    slider = reader.page.get_by_label("Rotation")
    slider.fill("180")
    assert "180°" in reader.page.locator(".slider", has=slider).inner_text()
    reader.until("Math.abs(nca.page.bench.dishes[0].engine?.controls.angle - Math.PI) < 1e-6")
    reader.until("location.hash.includes('angle=180')")


@pytest.mark.parametrize("how", ["tool", "double click"])
def test_a_second_seed_grows_beside_the_first(read, how):
    reader = read(more="&grid=128&speed=1/60")
    reader.until("globalThis.nca?.page?.bench.dishes[0].engine")
    reader.page.get_by_label("Brush").fill("1")
    place = (0.18, 0.2)
    if how == "tool":
        reader.choose("Seed")
        reader.page.mouse.click(*reader.point(*place))
    else:
        reader.page.mouse.dblclick(*reader.point(*place))
    reader.page.get_by_label("Speed").fill("6")
    reader.steps(150)
    corner, centre = reader.state()[:48, :48], reader.state()[40:90, 40:90]
    assert alive(corner) > 300 and alive(centre) > 300


def test_undo_takes_a_stroke_back(read):
    reader = read()
    reader.steps(200)
    reader.press("Pause")
    before, steps = reader.state(), reader.page.evaluate("() => nca.page.bench.player.stepCount")
    reader.drag((0.3, 0.5), (0.7, 0.5))
    assert alive(reader.state()) < alive(before)
    reader.page.keyboard.press("z")
    reader.until("!nca.page.bench.canUndo")
    np.testing.assert_array_equal(reader.state(), before)
    assert reader.page.evaluate("() => nca.page.bench.player.stepCount") == steps


def test_two_fingers_erase_at_once(read):
    reader = read("phone")
    reader.steps(200)
    reader.press("Pause")
    before = alive(reader.state())
    session = reader.page.context.new_cdp_session(reader.page)
    points = [reader.point(0.42, 0.42), reader.point(0.55, 0.55)]
    fingers = [{"x": x, "y": y, "id": finger} for finger, (x, y) in enumerate(points)]
    session.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": fingers})
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    state = reader.state()
    for x, y in ((0.42, 0.42), (0.55, 0.55)):
        assert state[int(y * 96), int(x * 96)].any() == 0
    assert alive(state) < before


def test_a_cut_needs_only_a_click(read):
    reader = read()
    reader.steps(GROWN)
    reader.press("Pause")
    before = alive(reader.state())
    reader.press("Cut off the left half")
    reader.until("nca.page.bench.canUndo")
    reader.until("nca.page.bench.dishes[0].stale === false")
    assert 0.3 * before < alive(reader.state()) < 0.7 * before


def test_the_keyboard_alone_can_erase(read):
    reader = read()
    reader.steps(200)
    page = reader.page
    page.locator(".stage").first.focus()
    page.keyboard.press("Space")
    reader.until("!nca.page.bench.player.playing && !nca.page.bench.player.busy")
    before = reader.state()
    page.keyboard.press("ArrowLeft")
    for _ in range(3):
        page.keyboard.down("Enter")  # held down
    page.keyboard.up("Enter")
    assert page.evaluate("() => nca.page.bench.dishes[0].history.length") == 1
    state = reader.state()
    assert before[48, 47].any() and not state[48, 47].any()
    assert alive(state) < alive(before)


def test_trainings_are_compared_and_one_stroke_reaches_all(read):
    names = models("growing")
    if len([name for name in names if name.startswith("lizard-")]) < 2:
        pytest.skip("the site has the lizard in one training only")
    reader = read()
    reader.steps(10)
    reader.press("Compare trainings")
    reader.until("nca.page.bench.dishes.length >= 2 && nca.page.bench.dishes.every((dish) => dish.engine)")
    count = reader.page.evaluate("() => nca.page.bench.dishes.length")
    reader.steps(100)
    reader.press("Pause")
    reader.until("!nca.page.bench.player.busy")
    reader.drag((0.5, 0.3), (0.5, 0.7), dish=1)
    for dish in range(count):
        state = reader.state(dish)
        assert not state[state.shape[0] // 2, state.shape[1] // 2].any()
    trained = {reader.page.evaluate("(dish) => nca.page.bench.dishes[dish].model.name", dish) for dish in range(count)}
    assert len(trained) == count


@pytest.mark.parametrize("removed", [0, 3])
def test_a_removed_dish_makes_room_for_another(read, removed):
    reader = read(more="&grid=48&paused=1")
    reader.until("globalThis.nca?.page?.bench.dishes[0]?.engine")
    add = reader.page.get_by_role("button", name="Add a dish", exact=True).first
    for count in (2, 3, 4):
        add.click()
        reader.until(f"nca.page.bench.dishes.length === {count} && nca.page.bench.dishes.every((dish) => dish.engine)")
    assert add.is_disabled()
    reader.until(f"location.hash.split('{healing_lizard()}').length === 5")
    reader.page.locator(".dish-name").first.click()
    reader.page.get_by_role("button", name="Remove this dish").nth(removed).press("Enter")
    assert reader.page.evaluate("() => document.activeElement === nca.page.active.stage.element")
    assert add.is_enabled()
    reader.until(f"location.hash.split('{healing_lizard()}').length === 4")
    chosen = [name.get_attribute("aria-pressed") for name in reader.page.locator(".dish-name").all()]
    assert chosen == ["true", "false", "false"]


def test_a_larger_grid_keeps_the_pattern(read):
    reader = read()
    reader.steps(GROWN)
    reader.press("Pause")
    before = reader.state()
    reader.choose("128 by 128 cells")
    reader.until("nca.page.bench.dishes[0].engine.width === 128 && nca.page.bench.player.stepCount > 0")
    np.testing.assert_array_equal(reader.state()[16:112, 16:112], before)


def test_channels_are_shown_all_or_one(read):
    reader = read(more="&view=channels")
    reader.steps(100)
    columns = reader.until("nca.page.bench.dishes[0].stage.columns > 96 && nca.page.bench.dishes[0].stage.columns")
    assert columns == 4 * 98 - 2
    channel = reader.page.get_by_role("slider", name="Channel")
    channel.fill("6")
    reader.until("nca.page.bench.dishes[0].stage.columns === 96")
    assert "hidden 2" in reader.page.locator(".slider", has=channel).inner_text()


def test_the_address_holds_what_is_on_the_screen(read, open_page):
    reader = read(more="&grid=72&brush=3&tool=seed&angle=45&view=channels&channel=5")
    reader.steps(1)
    page = reader.page
    assert page.get_by_label("Brush").input_value() == "3"
    assert page.get_by_label("Rotation").input_value() == "45"
    assert page.get_by_role("slider", name="Channel").input_value() == "5"
    assert page.get_by_role("radio", name="Seed").is_checked()
    assert page.get_by_role("radio", name="72 by 72 cells").is_checked()
    page.get_by_label("Brush").fill("9")
    reader.until("location.hash.includes('brush=9')")
    assert "angle=45" in page.url and "speed=max" in page.url


def test_an_unknown_engine_is_named_and_replaced(read):
    reader = read(more="&engine=webgl2")
    reader.steps(20)
    assert "webgl2 engine can't run this here" in reader.messages()


def engine_of(reader):
    return reader.page.evaluate("() => nca.page.bench.dishes[0].engine.id")


@pytest.mark.parametrize("engine", ["live", "tfjs"])
def test_every_engine_runs_the_page(read, engine):
    reader = read(more=f"&engine={engine}&grid=48")
    reader.steps(10)
    assert engine_of(reader) == engine
    assert alive(reader.state()) > 30


def test_a_slow_engine_takes_over_from_a_fast_one_without_a_pause(read):
    """What a frame held of the fast one would keep the slow one busy for a minute."""
    reader = read(more="&grid=48")
    reader.steps(1000)
    reader.page.locator("summary", has_text="Engine").click()
    reader.choose("TensorFlow.js")
    reader.until("nca.page.bench.dishes[0].engine.id === 'tfjs'")
    first = reader.page.evaluate("() => nca.page.bench.player.stepCount")
    reader.more_steps(1)
    assert reader.page.evaluate("() => nca.page.bench.player.stepCount") < first + 50


def test_undo_takes_back_the_newest_stroke_wherever_it_was(read):
    reader = read(more="&grid=48")
    reader.steps(150)
    reader.press("Add a dish")
    reader.until("nca.page.bench.dishes.length === 2 && nca.page.bench.dishes[1].engine")
    reader.until("nca.page.bench.dishes[1].engine.stepCount > 100")
    reader.press("Pause")
    reader.until("!nca.page.bench.player.busy")
    before = [reader.state(dish) for dish in range(2)]
    for dish in range(2):
        reader.drag((0.3, 0.5), (0.7, 0.5), dish=dish)
    cut = [reader.state(dish) for dish in range(2)]
    assert all(alive(cut[dish]) < alive(before[dish]) for dish in range(2))
    reader.page.keyboard.press("z")
    reader.until("nca.page.bench.dishes[1].history.length === 0 && !nca.page.bench.dishes[1].stale")
    np.testing.assert_array_equal(reader.state(0), cut[0])
    np.testing.assert_array_equal(reader.state(1), before[1])
    reader.page.keyboard.press("z")
    reader.until("!nca.page.bench.canUndo && !nca.page.bench.dishes[0].stale")
    np.testing.assert_array_equal(reader.state(0), before[0])


def test_drawing_does_not_scroll_the_page(read):
    reader = read("phone", more="&grid=48")
    reader.steps(100)
    before = alive(reader.state())
    reader.press("Pause")
    reader.swipe((0.5, 0.7), (0.5, 0.2))
    assert reader.page.evaluate("() => scrollY") == 0
    assert alive(reader.state()) < before
    reader.swipe((0.5, 1.7), (0.5, 1.2))  # over the words below, the same movement does
    reader.until("scrollY > 0")
