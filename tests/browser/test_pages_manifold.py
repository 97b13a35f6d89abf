"""The Manifold page, used as a person would use it."""

import json
import time
from io import BytesIO

import numpy as np
import pytest
from PIL import Image
from random_manifolds import random_manifold
from reader import SCREENS, SITE_MODELS, WEIGHTS, Reader, models

from export.site import write_site
from nca_tf.families.ncam.page import map_files
from nca_tf.files.model_files import save
from training.ncam.engineering import common_letters, injected

ON_BOTH = pytest.mark.parametrize("screen", SCREENS)
PICTURE = BytesIO()
Image.new("RGB", (8, 8), "red").save(PICTURE, "png")


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


def grown_state(reader, steps: int) -> tuple[np.ndarray, int]:
    """What has grown when the page stops on its own, [height, width, channels], and the steps that it took."""
    reader.until(f"nca.page.bench.player.playing === false && nca.page.bench.player.stepCount >= {steps}")
    return reader.state(), reader.step_count()


def grown(reader, steps: int) -> np.ndarray:
    """The same at half the size, [32, 32, 4]."""
    state = grown_state(reader, steps)[0][..., :4]
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

    first = reader.page.evaluate(WEIGHTS)[0]
    reader.page.mouse.click(*at(7))
    chosen = reader.page.get_by_label("First picture")
    assert chosen.input_value() == "7" and meta["manifold"]["titles"][7] in chosen.locator("option").nth(7).inner_text()
    reader.until(f"({WEIGHTS})()[0] !== {first!r}")
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
    assert "from=3&to=5&share=0.5" in reader.page.evaluate("() => nca.page.address.url()")


def test_the_home_page_grows_one_picture_without_the_network(open_page, manifold):
    reader = Reader(open_page("#/"))
    reader.page.locator(".card-picture[href='#/manifold'] .stage").wait_for(state="attached")
    fetched = reader.page.evaluate("() => performance.getEntriesByType('resource').map(({ name }) => name)")
    mine = [name for name in fetched if "/models/ncam/" in name]
    assert any("weights.bin" in name for name in mine)
    assert not any("network.bin" in name or "codes" in name for name in mine), mine


def test_a_link_shows_the_manifold_and_the_code_that_it_was_copied_from(read):
    first, *others = models("ncam")
    reader = read()
    assert reader.page.evaluate("() => nca.page.current.name") == first
    for name in others:
        title = reader.page.evaluate("name => nca.page.entries.find((entry) => entry.name === name).title", name)
        reader.page.get_by_label("Trained on").get_by_label(title).check(force=True)
        reader.until(f"nca.page.running.get(nca.page.active).name === '{name}'")
        reader.page.get_by_label("First picture").select_option("3")
        address = reader.page.evaluate("() => nca.page.address.url()")
        assert f"model={name}" in address and "from=3" in address
        reader.page.goto("about:blank")
        reader.page.goto(address)
        reader.until("document.querySelector('.code-map')")
        assert reader.page.evaluate("() => nca.page.running.get(nca.page.active).name") == name
        assert reader.page.get_by_label("First picture").input_value() == "3"


def test_a_manifold_of_the_site_that_is_dropped_runs_as_one_automaton_and_is_forgotten(read):
    name = next(iter(models("ncam")))
    reader = read()
    reader.bring({file: (SITE_MODELS / "ncam" / name / file).read_bytes() for file in ("meta.json", "weights.bin")})
    reader.until("document.getElementById('toasts').textContent.includes('is running')")
    reader.more_steps(1)
    assert not reader.complaints()
    reader.press("Forget this model")
    reader.until("document.querySelector('.code-map')")


@pytest.fixture(scope="module")
def small_site(tmp_path_factory):
    """A site of one small manifold of letters, all of whose cells fire: it, its folder, its codes [6, letters, 4]."""
    model = random_manifold(code="dna", size=64, hidden=20, steps=8, fire_rate=1.0)
    folder = tmp_path_factory.mktemp("models") / "ncam" / "letters"
    save(model, folder, {"name": folder.name})
    rng = np.random.default_rng(4)
    pictures = np.float32(rng.random((6, 64, 64, 4)))
    codes = rng.integers(0, 4, (6, 16 * model.code_size)).astype(np.uint8)
    codes[1:3, ::2] = codes[0, ::2]
    codes[3, ::4] = codes[0, ::4]  # of the first four, three share a half of the letters, and all a quarter
    map_files(codes, pictures, ["2648", "2649", "264a", "264b", "41", "42"], folder)
    write_site([folder], folder.parents[1] / "site", graphs=False)
    return model, folder.parents[1] / "site", np.eye(4, dtype=np.float32)[codes]


@pytest.fixture
def read_small(read_site, small_site):
    """The same with the small site."""
    return lambda *options, **more: read_site(small_site[1], *options, **more)


def test_a_link_that_says_paused_is_paused_and_one_to_a_grown_picture_does_not(read_small, small_site):
    reader = read_small(more="&paused=1&from=2")
    reader.until("document.getElementById('toasts').textContent.includes('Paused')")
    assert reader.page.evaluate("() => [nca.page.bench.player.playing, nca.page.bench.player.stepCount]") == [False, 0]
    reader.press("Play")
    state, steps = grown_state(reader, small_site[0].steps)
    assert "paused" not in reader.page.evaluate("() => nca.page.address.url()")
    before = reader.page.evaluate(WEIGHTS)
    reader.page.evaluate("() => nca.page.regrid(nca.page.grid)")  # as where another engine is chosen
    np.testing.assert_array_equal(reader.state(), state)
    assert reader.step_count() == steps and reader.page.evaluate(WEIGHTS) == before
    reader.press("Start again")
    reader.press("One step")
    assert "paused=1" in reader.page.evaluate("() => nca.page.address.url()")


def bring_picture(reader) -> None:
    chooser = reader.page.get_by_label("A picture of your own", exact=True)
    chooser.set_input_files({"name": "red.png", "mimeType": "image/png", "buffer": PICTURE.getvalue()})


def hold_encoder(reader) -> list:
    """Brings a picture and returns the request for the encoder, which waits for its answer."""
    held = []
    reader.page.route("**/encoder.bin*", lambda route: held.append(route))
    bring_picture(reader)
    reader.wait_for(lambda: held)
    return held


def test_a_picture_stays_while_letters_change_and_gives_way_to_a_code_that_is_chosen(read_small, small_site):
    reader = read_small(more="&from=2")
    reader.until("nca.page.bench.player.stepCount > 0")
    first = reader.page.evaluate(WEIGHTS)
    chosen = reader.page.get_by_label("First picture")
    held = hold_encoder(reader)
    chosen.select_option("3")
    third = reader.page.evaluate(WEIGHTS)
    held[0].fulfill(path=small_site[1] / "ncam" / "letters" / "encoder.bin")
    time.sleep(1)
    assert reader.page.evaluate(WEIGHTS) == third != first
    bring_picture(reader)
    reader.page.locator(".small", has_text="What grows is made of red.png.").wait_for()
    own = reader.page.evaluate(WEIGHTS)
    assert own != third and chosen.input_value() == ""
    assert "from=" not in reader.page.evaluate("() => nca.page.address.url()")
    letters = reader.page.get_by_label("Letters in common of")
    letters.select_option("zodiac signs")
    assert reader.page.evaluate(WEIGHTS) not in (first, third, own)
    letters.select_option("")
    assert reader.page.evaluate(WEIGHTS) == own
    map_now = "() => document.querySelector('.code-map').toDataURL()"
    unmarked = reader.page.evaluate(map_now)
    chosen.select_option("3")
    assert reader.page.evaluate(WEIGHTS) == third
    light = reader.page.evaluate(map_now)
    for _ in range(2):  # as the system, light, dark
        reader.page.keyboard.press("t")
    dark = reader.page.evaluate(map_now)
    assert len({unmarked, light, dark}) == 3


def test_a_picture_gives_way_to_an_automaton_chosen_while_it_is_read(read_small, small_site, tmp_path):
    """The automaton is of another size, and grows on a grid of its own."""
    save(random_manifold(code="none", leaky=False), tmp_path / "own", {"name": "own"})
    reader = read_small()
    held = hold_encoder(reader)
    reader.bring({file: (tmp_path / "own" / file).read_bytes() for file in ("meta.json", "weights.npz")})
    reader.until("nca.page.active.model.name === 'own'")
    assert reader.state().shape[:2] == (12, 12)
    held[0].fulfill(path=small_site[1] / "ncam" / "letters" / "encoder.bin")
    time.sleep(1)
    assert not reader.complaints()
    grown_state(reader, 6)


@ON_BOTH
def test_letters_in_common_are_put_into_another_picture(site, small_site, read_small, screen):
    model, _, codes = small_site
    many, few = (common_letters(codes[:4], threshold) for threshold in (0.7, 0.9))
    mixed = [*codes[4:5], *injected(codes[4:5], many), *injected(codes[4:5], few), few]
    reader = read_small(screen, "&from=4")
    page = reader.page

    def look():
        """Which of `mixed` grew."""
        state, steps = grown_state(reader, model.steps)
        wanted = model.rollout(model.seed_state(len(mixed), 64, 64), steps, codes=model.hedge(np.stack(mixed))).numpy()
        apart = np.linalg.norm((wanted - state).reshape(len(mixed), -1), axis=1)
        assert np.sort(apart)[0] < 0.5 * np.sort(apart)[1], apart
        return int(apart.argmin())

    assert look() == 0
    page.get_by_label("Letters in common of").select_option("zodiac signs")
    assert page.get_by_text(f"{int(many.sum())} of {len(many)} letters are kept.").is_visible()
    assert look() == 1
    page.get_by_label("Shared by more than").fill("0.9")
    assert look() == 2
    page.get_by_label("These letters alone").check(force=True)
    assert look() == 3
    address = page.evaluate("() => nca.page.address.url()")
    assert address.endswith("group=zodiac%20signs&shared=0.9&alone=1")
    page.goto(f"{site}blank.html")
    page.goto(address)
    reader.until("document.querySelector('.code-map')")
    assert look() == 3
