"""What all pages share: home, layout at every width, themes, help, rest, full screen."""

import time

import pytest
from reader import DESKTOP, SCREENS, Reader, models

WIDTHS = (320, 390, 768, 1280, 1920, 3840)
PAGES = ("", "#/growing", "#/digits")


@pytest.fixture
def read(open_page):
    """A function that opens any page: read("#/growing", **window options)."""
    models("growing")

    def open_reader(path="", **options):
        return Reader(open_page(path, **{**DESKTOP, **options}))

    return open_reader


def test_home_lists_the_families_that_have_models(read):
    reader = read()
    reader.until("document.querySelectorAll('.card').length")
    families = {
        "growing": "Growing",
        "mnist": "Digits",
        "adversarial": "Adversaries",
        "perturbation": "Perturbation",
        "takeover": "Takeover",
        "ncam": "Manifold",
    }
    entries = reader.page.evaluate("async () => (await (await fetch('models/index.json')).json()).models")
    expected = [title for family, title in families.items() if any(entry["family"] == family for entry in entries)]
    assert reader.page.locator(".card-title").all_inner_texts() == expected
    for card in reader.page.locator(".card").all():
        assert card.locator("p").first.inner_text().count(". ") in (1, 2)  # two sentences or three
        assert card.locator("p a").get_attribute("href").startswith("https://")


def test_the_hero_can_be_cut_and_its_card_leads_on(read):
    reader = read()
    box = reader.page.locator(".hero .stage").bounding_box()
    reader.until("document.querySelector('.hero .stage-cells').width > 100")
    count = "Number(document.querySelector('.fact dd').innerText)"
    # A smaller or younger one could be wiped out as a whole; grown it has some 690 cells.
    reader.until(f"{count} > 600 && nca.page.pictures.players[0].stepCount > 150")
    middle = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    reader.page.mouse.move(*middle)
    reader.page.mouse.down()
    reader.page.mouse.move(middle[0] + 40, middle[1] + 40, steps=4)
    reader.page.mouse.up()
    reader.until(f"{count} > 500")
    reader.press("Pause")
    before = reader.page.evaluate(f"() => {count}")
    reader.press("Cut off the left half")
    reader.until(f"{count} > 0 && {count} < 0.8 * {before}")
    reader.page.locator(".card-title a").first.click()
    reader.steps(5)
    assert reader.page.locator("h1").inner_text() == "Growing"
    assert reader.page.locator(".site-nav a[aria-current=page]").inner_text() == "Growing"


def test_one_button_stops_all_that_moves_on_the_home_page(read):
    reader = read()
    everyone = "globalThis.nca?.page?.pictures?.players"
    reader.until(f"{everyone} && {everyone}.filter((player) => player.playing && player.stepCount > 0).length > 2")
    count = reader.page.locator(".card").count() + 1
    reader.press("Pause")
    reader.until(f"{everyone}.every((player) => !player.playing && !player.busy)")
    steps = f"() => {everyone}.map((player) => player.stepCount)"
    before = reader.page.evaluate(steps)
    time.sleep(0.5)
    assert reader.page.evaluate(steps) == before and len(before) == count
    reader.page.evaluate("() => document.activeElement.blur()")
    reader.page.keyboard.press("Space")
    reader.until(f"{everyone}.every((player) => player.playing)")
    assert reader.page.get_by_role("button", name="Pause", exact=True).is_visible()


def test_pictures_that_stand_still_follow_the_theme(read):
    reader = read(reduced_motion="reduce", color_scheme="light")
    reader.page.watch.allowed = ("willReadFrequently",)  # by this test
    everyone = "globalThis.nca?.page?.pictures?.players"
    drawn = f"{everyone}.every(({{dishes, busy}}) => !busy && dishes.every(({{stale}}) => !stale))"
    reader.until(f"{everyone} && {everyone}.filter((player) => player.stepCount >= 120).length > 1 && {drawn}")
    corners = """() => [".hero", ".card-picture[href='#/growing']"]
      .map((place) => document.querySelector(`${place} .stage-cells`))
      .map((cells) => cells.getContext("2d").getImageData(2, 2, 1, 1).data.slice(0, 3).join(" "))"""
    assert reader.page.evaluate(corners) == ["255 255 255"] * 2
    for _ in range(2):  # as the system, light, dark
        reader.page.keyboard.press("t")
    reader.until(f"({corners})().every((colour) => colour === '77 95 86')")


@pytest.mark.parametrize(
    ("path", "side", "owner"), [("", 64, "pictures?.players[0]"), ("#/growing?paused=1&grid=48", 48, "bench?.player")]
)
def test_the_keyboards_cursor_says_where_it_is(read, path, side, owner):
    reader = read(path)
    reader.until(f"globalThis.nca?.page?.{owner}.dishes[0].engine")
    reader.page.locator(".stage:not(.stage-still)").first.focus()
    middle = side // 2 + 1
    for keys, words in (
        (["ArrowLeft", "ArrowLeft", "ArrowUp"], f"column {middle - 2}, row {middle - 1}"),
        (["Enter"], f"Erase at column {middle - 2}, row {middle - 1}"),
        (["Shift+ArrowDown"], f"column {middle - 2}, row {middle + 7}"),
        (["x"], "Erase on"),
    ):
        for key in keys:
            reader.page.keyboard.press(key)
        spoken = "[...document.querySelectorAll('main [role=status]')].map((one) => one.textContent)"
        reader.until(f"{spoken}.includes('{words}')")


@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_cut_off_at_any_width(read, path):
    if path == "#/digits":
        models("mnist")
    reader = read(path)
    reader.until("globalThis.nca && document.querySelector('.stage')")
    for width in WIDTHS:
        reader.page.set_viewport_size({"width": width, "height": max(640, width * 9 // 16)})
        time.sleep(0.3)
        found = reader.page.evaluate(
            """() => {
              const wide = document.documentElement.clientWidth;
              const out = [...document.querySelectorAll("main *, header *")].filter((node) => {
                const box = node.getBoundingClientRect();
                const hidden = node.closest("[hidden], .visually-hidden, .site-nav, details:not([open]) .folded-body");
                const strip = node.closest(".picker, .samples");
                const scrolled = strip && strip !== node && getComputedStyle(strip).overflowX === "auto";
                return !hidden && !scrolled && box.width > 1 && (box.right > wide + 1 || box.left < -1);
              });
              const targets = "button, a.button, .segment, .switch, input[type=range], .picker-item, summary";
              const shown = [...document.querySelectorAll(targets)].filter((node) => node.offsetParent);
              const small = shown.filter((node) => {
                const box = node.getBoundingClientRect();
                return box.width < 24 || box.height < 24;
              });
              const name = (node) => node.tagName + "." + node.className;
              return {scrolls: document.documentElement.scrollWidth > wide, out: out.map(name), small: small.map(name)};
            }"""
        )
        assert found == {"scrolls": False, "out": [], "small": []}, f"at {width} pixels"


@pytest.mark.parametrize("path", PAGES)
def test_every_control_has_a_name(read, path):
    if path == "#/digits":
        models("mnist")
    reader = read(path)
    reader.until("globalThis.nca && document.querySelector('.stage')")
    session = reader.page.context.new_cdp_session(reader.page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    operable = {"button", "link", "radio", "slider", "switch", "textbox", "application", "combobox"}
    of_interest = [node for node in nodes if not node.get("ignored") and node["role"]["value"] in operable]
    assert len(of_interest) >= 5
    assert [node for node in of_interest if not node.get("name", {}).get("value", "").strip()] == []


def contrast(first, second):
    def luminance(colour):
        values = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in values]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_can_be_read_in_both_themes(read, scheme):
    reader = read(color_scheme=scheme)
    names = ("ground", "surface", "raised", "plate", "ink", "ink-soft", "accent", "accent-ink", "line-strong")
    colours = reader.page.evaluate(
        "(names) => Object.fromEntries(names.map((name) => "
        "[name, getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim()]))",
        list(names),
    )
    for back in ("ground", "surface", "raised"):
        assert contrast(colours["ink"], colours[back]) > 7
        assert contrast(colours["ink-soft"], colours[back]) > 4.5
        assert contrast(colours["accent"], colours[back]) > 4.5
        assert contrast(colours["line-strong"], colours[back]) > 3
    assert contrast(colours["accent-ink"], colours["accent"]) > 4.5
    assert contrast(colours["ink"], colours["plate"]) > 4.5
    letters = """() => {
      const node = document.body.appendChild(document.createElement("span"));
      node.className = "picker-letters";
      return getComputedStyle(node).color === getComputedStyle(document.body).color;
    }"""
    assert reader.page.evaluate(letters), "the names of models without a picture, which stand on plates, are in ink"


def test_the_theme_button_goes_round(read):
    reader = read("#/growing", color_scheme="light")
    reader.steps(1)
    ground = "() => getComputedStyle(document.documentElement).getPropertyValue('--ground').trim()"
    seen = [reader.page.evaluate(ground)]
    for _ in range(3):
        reader.page.keyboard.press("t")
        seen.append(reader.page.evaluate(ground))
    assert seen[0] == seen[1] == seen[3] and seen[2] != seen[0]
    reader.page.keyboard.press("t")
    reader.page.keyboard.press("t")
    reader.page.reload()
    reader.until("globalThis.nca")
    assert reader.page.evaluate(ground) == seen[2]


def test_the_help_panel_lists_the_keys_and_can_switch_them_off(read):
    reader = read("#/growing?speed=1")
    reader.steps(1)
    page = reader.page
    page.keyboard.press("?")
    keys = page.locator("dialog kbd").all_inner_texts()
    assert {"Space", ".", "R", "Z", "E", "S", "[", "]", "Enter"} <= set(keys)
    page.get_by_label("Single-key shortcuts").uncheck(force=True)
    page.keyboard.press("Escape")
    # A slow browser leaves the focus in the closed dialog for a while.
    reader.until("document.activeElement === document.body")
    page.keyboard.press("s")
    assert page.get_by_role("radio", name="Erase").is_checked()
    page.locator("body").press("Space")
    reader.until("!nca.page.bench.player.playing")


def test_it_starts_paused_for_those_who_asked_for_less_movement(read):
    reader = read("#/growing", reduced_motion="reduce")
    reader.until("globalThis.nca?.page?.bench.dishes[0]?.engine")
    time.sleep(1)
    assert reader.page.evaluate("() => [nca.page.bench.player.playing, nca.page.bench.player.stepCount]") == [False, 0]
    assert "Paused" in reader.messages()
    reader.press("Play")
    reader.steps(3)


def test_it_rests_while_out_of_sight(read):
    """On a family's page the dish never leaves the screen; on the home page it does."""
    models("growing")
    reader = read("", **SCREENS["phone"])
    first = "nca.page.pictures.players[0]"
    reader.until(f"globalThis.nca && {first}.stepCount > 10")
    reader.page.evaluate("() => scrollTo(0, document.body.scrollHeight)")
    reader.until(f"{first}.resting.has('out of sight')")
    before = reader.page.evaluate(f"() => {first}.stepCount")
    time.sleep(1)
    assert reader.page.evaluate(f"() => {first}.stepCount") <= before + 1
    reader.page.evaluate("() => scrollTo(0, 0)")
    reader.until(f"{first}.stepCount > {before} + 20")


def test_it_rests_in_a_hidden_tab(read):
    reader = read("#/growing?speed=max&grid=48")
    reader.steps(10)
    hide = """(hidden) => {
      Object.defineProperty(document, "hidden", {value: hidden, configurable: true});
      document.dispatchEvent(new Event("visibilitychange"));
    }"""
    reader.page.evaluate(hide, True)
    reader.until("!nca.page.bench.player.busy")
    before = reader.step_count()
    time.sleep(1)
    assert reader.step_count() == before
    reader.page.evaluate(hide, False)
    reader.more_steps(20)


def test_full_screen_holds_the_dish_and_its_controls(read):
    reader = read("#/growing?paused=1")
    reader.until("globalThis.nca?.page?.bench.dishes[0]?.engine")
    reader.page.keyboard.press("f")
    reader.until("document.fullscreenElement === nca.page.bench.centre")
    boxes = [
        reader.page.locator(f".bench {part}").first.bounding_box() for part in (".stage", ".toolbar", ".transport")
    ]
    height = reader.page.evaluate("() => innerHeight")
    assert all(box["y"] >= 0 and box["y"] + box["height"] <= height for box in boxes)
    reader.page.keyboard.press("f")
    reader.until("document.fullscreenElement === null")


def test_messages_are_seen_in_full_screen(read):
    reader = read("#/growing?paused=0")
    reader.steps(1)
    reader.page.keyboard.press("f")
    reader.until("document.fullscreenElement && document.fullscreenElement.contains(document.getElementById('toasts'))")
    reader.page.keyboard.press("z")
    seen = """(() => {
      const message = document.querySelector(".toast p");
      const box = message?.getBoundingClientRect();
      return box && document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2) === message;
    })()"""
    reader.until(seen)
    reader.page.evaluate("() => { location.hash = '#/'; }")  # the full screen goes with the page
    reader.until("document.getElementById('toasts')?.parentElement === document.body")
