"""What a page does for those who work it with the keyboard alone."""

import pytest
from reader import DESKTOP, Reader, models


@pytest.fixture
def read(open_page):
    """A function that opens a family's page, paused: read("growing", "more=of&the=address")."""

    def open_reader(name, more="grid=48"):
        reader = Reader(open_page(f"#/{name}?paused=1&{more}", **DESKTOP))
        reader.until("globalThis.nca?.page?.running?.size && !document.querySelector('.stage.loading')")
        return reader

    return open_reader


@pytest.mark.parametrize(
    ("name", "family", "group"),
    [
        ("growing", "growing", "Trained for"),
        ("growing", "growing", "Pattern"),
        ("growing", "growing", "Computed by"),
        ("digits", "mnist", "Trained on"),
        ("adversaries", "adversarial", "Whom they deceive"),
        ("takeover", "takeover", "Takeovers"),
        ("manifold", "ncam", "Trained on"),
    ],
)
def test_an_arrow_key_leaves_the_focus_where_it_chose(read, name, family, group):
    if len(models(family)) < 2:
        pytest.skip(f"the site has one {family} model only")
    reader = read(name)
    if group == "Computed by":
        reader.page.locator("summary", has_text="Engine").click()
    reader.page.get_by_role("radiogroup", name=group).get_by_role("radio", checked=True).focus()
    running = "(() => { const {engine, model} = nca.page.active; return `${engine.id} ${model.name}`; })()"
    before = reader.page.evaluate(running)
    reader.page.keyboard.press("ArrowDown")
    reader.until(f"{running} !== '{before}' && !document.querySelector('.stage.loading')")
    assert reader.page.evaluate("() => document.activeElement.type === 'radio' && document.activeElement.checked")
    assert reader.page.get_by_role("radiogroup", name=group).get_by_role("radio", checked=True).count() == 1


def test_the_erasers_words_promise_a_seed_only_where_there_is_one(read):
    for name, family, promised in (("growing", "growing", True), ("takeover", "takeover", False)):
        models(family)
        words = read(name).page.locator(".toolbar .segment", has_text="Erase").get_attribute("title")
        assert ("double-click plants a seed" in words) == promised


def test_keys_on_a_list_are_its_own(read):
    models("ncam")
    reader = read("manifold")
    reader.page.get_by_label("First picture").focus()
    for key in ("s", "Space", "Escape"):
        reader.page.keyboard.press(key)
    assert reader.page.evaluate("() => [nca.page.bench.tool.id, nca.page.bench.player.playing]") == ["erase", False]


def test_the_cursor_is_seen_in_every_channel(read):
    models("growing")
    reader = read("growing", "grid=48&view=channels")
    reader.page.watch.allowed = ("willReadFrequently",)  # by this test
    reader.until("nca.page.active.stage.columns > 48")
    reader.page.locator(".stage").focus()
    reader.page.keyboard.press("ArrowLeft")
    marked = """(() => {
      const {marks} = nca.page.active.stage;
      const quarter = [marks.width / 4, marks.height / 4].map(Math.floor);
      return [[0, 0], [2, 1], [3, 3]].every(([x, y]) => marks.getContext("2d").getImageData(
        x * quarter[0], y * quarter[1], ...quarter).data.some(Boolean));
    })()"""
    reader.until(marked)


def test_a_held_key_does_once_what_cannot_be_wanted_twice(read):
    models("growing")
    reader = read("growing")
    held = """(key, more) => { for (const repeat of [false, true, true]) document.body.dispatchEvent(
        new KeyboardEvent("keydown", {key, repeat, bubbles: true, ...more})); }"""
    reader.page.evaluate(f"() => ({held})(' ')")
    assert reader.page.evaluate("() => nca.page.bench.player.playing"), "it began, stopped and began again"
    reader.page.evaluate(f"() => ({held})(' ')")
    assert not reader.page.evaluate("() => nca.page.bench.player.playing")
    before = reader.page.evaluate("() => nca.page.bench.brush")
    reader.page.evaluate(f"() => ({held})(']')")
    assert reader.page.evaluate("() => nca.page.bench.brush") >= before + 3, "a brush grows as long as the key is held"


def test_who_wants_something_done_again_does_not_lose_more_of_it(read):
    """There is no redo; its keys are no second undo."""
    models("growing")
    reader = read("growing")
    for x in (0.4, 0.6):
        reader.drag((x, 0.4), (x, 0.6))
    kept = "() => nca.page.active.history.length"
    assert reader.page.evaluate(kept) == 2
    reader.page.keyboard.press("Control+Shift+z")
    reader.page.keyboard.press("Control+z")
    reader.until(f"({kept})() === 1")
    reader.more_steps(0)
    assert reader.page.evaluate(kept) == 1


def test_what_takes_itself_away_leaves_the_focus_on_the_page(read):
    models("growing")
    reader = read("growing", more="grid=48&speed=max")
    focused = "document.activeElement.getAttribute('aria-label')"
    reader.page.locator(".stage").first.focus()
    reader.page.keyboard.press("Enter")
    reader.until("nca.page.bench.canUndo")
    undo = reader.page.get_by_role("button", name="Undo the last stroke")
    undo.focus()
    reader.page.keyboard.press("Enter")
    reader.until("!nca.page.bench.canUndo")
    assert reader.page.evaluate(f"() => {focused}") == "Play"

    closing = reader.page.locator("#toasts").get_by_role("button", name="Close").first
    reader.page.get_by_role("button", name="One step").focus()
    closing.focus()
    reader.page.keyboard.press("Enter")
    assert reader.page.evaluate(f"() => {focused}") == "One step"
