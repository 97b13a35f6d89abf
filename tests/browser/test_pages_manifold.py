"""The Manifold page, used as a person would use it."""

import json

import numpy as np
import pytest
from PIL import Image
from reader import SCREENS, SITE_MODELS, Reader, models

ON_BOTH = pytest.mark.parametrize("screen", SCREENS)


@pytest.fixture
def manifold():
    """What the site's first manifold says of itself, and its pictures, float [pictures, 32, 32, 4] premultiplied."""
    folder = SITE_MODELS / "ncam" / next(iter(models("ncam")))
    meta = json.loads((folder / "meta.json").read_text())
    sheet = meta["manifold"]["sheet"]
    with Image.open(folder / sheet["image"]) as image:
        pixels = np.asarray(image.convert("RGBA"), np.float64) / 255
    pixels[..., :3] *= pixels[..., 3:]
    tile, columns = sheet["tile"], sheet["columns"]
    rows = pixels.shape[0] // tile
    tiles = pixels.reshape(rows, tile, columns, tile, 4).swapaxes(1, 2).reshape(-1, tile, tile, 4)
    return meta, tiles[: len(meta["manifold"]["names"])]


@pytest.fixture
def read(open_page, manifold):
    """A function that opens the page at full speed: read(screen, "&more=of&the=address")."""

    def open_reader(screen="desktop", more=""):
        reader = Reader(open_page(f"#/manifold?speed=1{more}", **SCREENS[screen]))
        reader.until("document.querySelector('.code-map')")
        return reader

    return open_reader


def grown(reader, steps: int) -> np.ndarray:
    """What has grown when the page stops on its own, at half the size, [32, 32, 4]."""
    reader.steps(steps)
    reader.until("nca.page.bench.player.playing === false")
    state = reader.state()[..., :4]
    return state.reshape(32, state.shape[0] // 32, 32, state.shape[1] // 32, 4).mean(axis=(1, 3))


def distances(picture: np.ndarray, targets: np.ndarray) -> np.ndarray:
    return np.square(targets - picture).mean(axis=(1, 2, 3))


@ON_BOTH
def test_two_codes_are_blended_and_the_picture_changes_sides(read, manifold, screen):
    meta, targets = manifold
    apart = np.stack([distances(target, targets) for target in targets])
    steps, pair = meta["steps"], list(np.unravel_index(apart.argmax(), apart.shape))
    reader = read(screen, f"&from={pair[0]}&to={pair[1]}&share=0.05")
    sides = []
    for share in ("0.05", "0.5", "0.95"):
        reader.page.get_by_label("Share of the second").fill(share)
        sides.append(distances(grown(reader, steps), targets[pair]))
    nearer_to_first = [one < other for one, other in sides]
    assert nearer_to_first[0] and not nearer_to_first[-1]
    assert "share=0.95" in reader.page.evaluate("() => nca.page.address.url()")


def test_a_click_on_the_map_grows_a_picture_and_a_drag_blends_two(read, manifold):
    meta, targets = manifold
    reader = read()
    canvas = reader.page.locator(".code-map")
    box = canvas.bounding_box()

    def at(index):
        x, y = meta["manifold"]["places"][index]
        return box["x"] + box["width"] * (0.07 + 0.86 * x), box["y"] + box["height"] * (0.07 + 0.86 * y)

    reader.page.mouse.click(*at(7))
    assert reader.page.get_by_label("First picture").input_value() == "7"
    picture = grown(reader, meta["steps"])
    assert distances(picture, targets)[7] < np.median(distances(picture, targets))
    reader.page.mouse.move(*at(7))
    reader.page.mouse.down()
    reader.page.mouse.move(*at(20), steps=4)
    reader.page.mouse.up()
    assert reader.page.get_by_label("Second picture").input_value() == "20"
    assert reader.page.get_by_label("Share of the second").input_value() == "0.5"


def test_pictures_are_chosen_by_name_without_a_pointer(read, manifold):
    reader = read()
    reader.page.get_by_label("First picture").select_option("3")
    reader.page.get_by_label("Second picture").select_option("5")
    assert reader.page.evaluate("() => nca.page.address.url()").endswith("from=3&to=5&share=0.5")
