"""The Manifold page: what it fetches when, and a map of more pictures than fit beside each other."""

import json

import numpy as np
import pytest
from random_manifolds import random_manifold
from reader import SCREENS, WEIGHTS, Reader, models

from export.site import write_site
from nca_tf.families.ncam.page import map_files
from nca_tf.files.model_files import save


def fetched(reader) -> dict[str, int]:
    """Bytes of each file of a manifold that the page has asked for."""
    entries = "performance.getEntriesByType('resource').map(({ name, encodedBodySize }) => [name, encodedBodySize])"
    found = {name.split("?")[0]: size for name, size in reader.page.evaluate(f"() => {entries}") if "/ncam/" in name}
    return {"/".join(name.split("/")[-2:]): size for name, size in found.items()}


def test_a_manifold_opens_with_at_most_2_mb_and_fetches_its_network_when_a_picture_is_asked_for(open_page):
    for name in models("ncam"):
        reader = Reader(open_page(f"#/manifold?speed=1&model={name}"))
        reader.until("document.querySelector('.code-map') && nca.page.bench.player.stepCount > 0")
        opened = fetched(reader)
        assert f"{name}/pictures.webp" in opened and f"{name}/network.bin" not in opened
        assert sum(opened.values()) <= 2e6, opened
        first = reader.page.evaluate(WEIGHTS)
        reader.page.get_by_label("First picture").select_option("2")
        assert "from=2" in reader.page.evaluate("() => nca.page.address.url()")
        reader.until(f"({WEIGHTS})()[0] !== {first[0]!r}")
        chosen = fetched(reader)
        assert chosen.keys() - opened.keys() == {f"{name}/network.bin", f"{name}/codes.bin"}
        assert sum(chosen.values()) <= 9e6, chosen


def test_a_network_that_does_not_come_is_told_and_asked_for_again(open_page):
    models("ncam")  # or skipped
    reader = Reader(open_page("#/manifold?speed=1"))
    reader.until("document.querySelector('.code-map')")
    reader.page.watch.allowed = ("Failed to load resource",)
    reader.page.route("**/network.bin*", lambda route: route.abort())
    chosen = reader.page.get_by_label("First picture")
    chosen.select_option("3")
    reader.until("document.getElementById('toasts').textContent.includes('Fetching the network')")
    assert chosen.input_value() == "0" and "from=" not in reader.page.evaluate("() => nca.page.address.url()")
    reader.page.unroute("**/network.bin*")
    first = reader.page.evaluate(WEIGHTS)[0]
    chosen.select_option("3")
    reader.until(f"({WEIGHTS})()[0] !== {first!r}")
    assert chosen.input_value() == "3" and "from=3" in reader.page.evaluate("() => nca.page.address.url()")


def hold_network(reader) -> list:
    """Requests for the network from now on, which wait for their answer."""
    held = []
    reader.page.route("**/network.bin*", lambda route: held.append(route))
    return held


def let_go(reader, held: list) -> None:
    reader.wait_for(lambda: held)
    held[0].continue_()


def test_letters_and_a_picture_asked_for_before_the_network_is_here_both_grow_in_any_engine(open_page):
    if not (lettered := [name for name in models("ncam") if name.endswith("-dna")]):
        pytest.skip("no manifold of letters ships")
    reader = Reader(open_page(f"#/manifold?speed=1&model={lettered[0]}"))
    reader.until("document.querySelector('.code-map')")
    held, first = hold_network(reader), reader.page.evaluate(WEIGHTS)[0]
    reader.page.get_by_label("Letters in common of").select_option("arrows")
    reader.page.evaluate("() => nca.page.regrid(nca.page.grid)")  # as where another engine is chosen
    reader.page.get_by_label("First picture").select_option("3")
    let_go(reader, held)
    reader.until(f"({WEIGHTS})()[0] !== {first!r}")
    with_letters = reader.page.evaluate(WEIGHTS)
    address = reader.page.evaluate("() => nca.page.address.url()")
    assert "from=3" in address and "group=arrows" in address
    assert reader.page.get_by_text("letters are kept.").is_visible()
    reader.page.get_by_label("Letters in common of").select_option("")
    assert reader.page.evaluate(WEIGHTS) != with_letters


def test_a_file_that_is_no_picture_leaves_what_grows(open_page):
    models("ncam")  # or skipped
    reader = Reader(open_page("#/manifold?speed=1"))
    reader.until("document.querySelector('.code-map')")
    held = hold_network(reader)
    reader.page.get_by_label("First picture").select_option("5")
    chooser = reader.page.get_by_label("A picture of your own", exact=True)
    chooser.set_input_files({"name": "no.png", "mimeType": "image/png", "buffer": b"no picture"})
    reader.until("document.getElementById('toasts').textContent.includes('Reading no.png')")
    let_go(reader, held)
    assert reader.page.get_by_label("First picture").input_value() == "0"
    assert "from=" not in reader.page.evaluate("() => nca.page.address.url()")
    assert not reader.page.locator(".small", has_text="is on its way").is_visible()


@pytest.fixture(scope="module")
def crowded_site(tmp_path_factory):
    """The folder of a site of one manifold of 240 pictures, and where they lie on the map."""
    folder = tmp_path_factory.mktemp("models") / "ncam" / "many"
    save(random_manifold(size=16, hidden=20, steps=4, fire_rate=1.0), folder, {"name": folder.name})
    rng = np.random.default_rng(5)
    names = [f"{0x1F400 + number:x}" for number in range(240)]
    codes, pictures = rng.normal(size=(240, 8)).astype(np.float32), np.float32(rng.random((240, 16, 16, 4)))
    map_files(codes, pictures, names, folder)
    write_site([folder], folder.parents[1] / "site", graphs=False)
    meta = json.loads((folder.parents[1] / "site" / "ncam" / "many" / "meta.json").read_text())
    return folder.parents[1] / "site", meta["manifold"]["places"]


@pytest.mark.parametrize("screen", SCREENS)
def test_among_many_a_picture_is_found_by_its_name_and_the_map_is_seen_from_closer(read_site, crowded_site, screen):
    folder, places = crowded_site
    reader = read_site(folder, screen)
    page, found = reader.page, reader.page.get_by_label("Find a picture")
    chosen = page.get_by_label("First picture")
    found_by = {"tiger face": 0x42F, "Whal": 0x40B, "🐀 rat": 0x400, "ox": 0x402, "face": 0x42D}
    for words, index in ((words, point - 0x400) for words, point in found_by.items()):
        found.fill(words)
        found.press("Enter")
        reader.until(f"document.querySelectorAll('select')[0].value === '{index}'")
    found.fill("unicornus")
    found.press("Enter")
    assert page.get_by_text("No picture is called so. There are 240.").is_visible()
    chosen.select_option("100")
    assert page.get_by_role("button", name="Farther").is_disabled()
    for _ in range(2):
        page.get_by_role("button", name="Closer").click()
    # Seen from four times closer, around the chosen one as far as the border lets it be.
    centre = np.clip(places[100], 0.125, 0.875)
    inside = np.abs(4 * (np.array(places) - centre)).max(axis=1) < 0.45
    index = np.flatnonzero(inside)[0]
    x, y = 0.07 + 0.86 * (4 * (np.array(places[index]) - centre) + 0.5)
    page.locator(".code-map").scroll_into_view_if_needed()
    box = page.locator(".code-map").bounding_box()
    page.mouse.click(box["x"] + box["width"] * x, box["y"] + box["height"] * y)
    assert chosen.input_value() == str(index)
    page.get_by_role("button", name="Farther").click()
    page.get_by_role("button", name="Farther").click()
    assert page.get_by_role("button", name="Farther").is_disabled()


def test_a_pinch_over_a_map_of_many_keeps_what_is_below_the_pointer(read_site, crowded_site):
    folder, places = crowded_site
    reader = read_site(folder)
    canvas = reader.page.locator(".code-map")
    box = canvas.bounding_box()
    index = int(np.abs(np.array(places) - 0.5).max(axis=1).argmin())
    at = [box["x"] + box["width"] * (0.07 + 0.86 * places[index][0])]
    at.append(box["y"] + box["height"] * (0.07 + 0.86 * places[index][1]))
    whole = canvas.evaluate("(canvas) => canvas.toDataURL()")
    reader.page.mouse.move(*at)
    reader.page.mouse.wheel(0, -100)
    assert canvas.evaluate("(canvas) => canvas.toDataURL()") == whole  # without Ctrl the wheel moves the page
    reader.page.keyboard.down("Control")
    reader.page.mouse.wheel(0, -100)
    reader.page.keyboard.up("Control")
    assert canvas.evaluate("(canvas) => canvas.toDataURL()") != whole
    assert reader.page.get_by_role("button", name="Farther").is_enabled()
    reader.page.mouse.click(*at)
    assert reader.page.get_by_label("First picture").input_value() == str(index)
