"""Bundled targets against the originals, their names, and where they are placed on a grid."""

import re

import numpy as np
import pytest
from PIL import Image

from nca_tf.files.errors import InputError
from nca_tf.pictures.planarian import draw_planarian
from nca_tf.pictures.targets import EMOJI, NAMES, SOURCES, load_target, place
from tests.shared_data import shared_path

LIVING_CELLS = (663, 1142, 885, 722, 889, 752, 674, 682, 880, 711)  # of the originals, in the order of EMOJI


def message(spec, **options):
    with pytest.raises(InputError) as caught:
        load_target(spec, **options)
    text = str(caught.value)
    assert "\n" not in text
    assert text.count(";") >= 2, "a message has three parts"
    return text


# Bundled


@pytest.mark.parametrize("index", range(10))
def test_emoji_is_the_originals(index):
    name = list(EMOJI)[index]
    with Image.open(shared_path("originals/targets/emoji_atlas_400x40_premult.png")) as atlas:
        original = np.asarray(atlas, np.float32)[:, 40 * index : 40 * index + 40] / 255
    difference = place(load_target(name), 72, 72) - place(original, 72, 72)
    assert np.mean(difference**2) < 1e-4


@pytest.mark.parametrize("name", NAMES)
def test_bundled_target_is_premultiplied(name):
    target = load_target(name)
    assert target.dtype == np.float32
    assert max(target.shape[:2]) == 40
    assert target.shape[2] == 4
    assert target.min() == 0
    assert target[..., 3].max() == 1
    assert (target[..., :3] <= target[..., 3:] + 1e-6).all()


def test_emoji_have_as_many_living_cells_as_the_originals():
    living = [int((load_target(name)[..., 3] > 0.1).sum()) for name in EMOJI]
    np.testing.assert_allclose(living, LIVING_CELLS, rtol=0.04)


@pytest.mark.parametrize(("name", "character"), EMOJI.items())
@pytest.mark.parametrize("selector", ["", "\ufe0f", "\ufe0e"])
def test_emoji_by_character(name, character, selector):
    np.testing.assert_array_equal(load_target(character + selector), load_target(name))


def test_size_is_the_largest_side():
    assert load_target("lizard", size=20).shape == (20, 20, 4)
    assert load_target("planarian", size=48).shape == (24, 48, 4)
    assert load_target("lizard", size=500).shape == (60, 60, 4)  # never enlarged
    assert "at least 4 is expected" in message("lizard", size=3)


def test_planarian_is_what_the_code_draws():
    drawn = np.asarray(draw_planarian(), np.float32) / 255
    drawn[..., :3] *= drawn[..., 3:]
    np.testing.assert_allclose(load_target("planarian", size=48), drawn, atol=2 / 255)


def test_planarian_has_a_head_at_each_end():
    target = load_target("planarian", size=48)
    upside_down = target[::-1, ::-1]
    assert np.mean((target - upside_down) ** 2) < 1e-3  # the worm is symmetric under half a turn
    dark = (target[..., 3] > 0.9) & (target[..., :3].max(axis=-1) < 0.5)
    left, right = dark[:, 5:9].any(axis=1), dark[:, 39:43].any(axis=1)
    assert left[10:13].any() and left[13:16].any() and not left[:9].any()  # two eye-spots, and nothing above
    assert right[8:11].any() and right[11:14].any() and not right[15:].any()
    assert (target[..., 3] > 0.1).sum() == pytest.approx(490, abs=40)


def test_further_kinds_of_target(monkeypatch):
    monkeypatch.setitem(SOURCES, "grey", lambda rest, size: np.full((size, size, 4), float(rest), np.float32))
    np.testing.assert_array_equal(load_target("grey:0.5", size=5), np.full((5, 5, 4), 0.5))
    assert "unknown target 'gray:5'" in message("gray:5")


def test_names_are_suggested():
    assert message("lizrad").endswith("did you mean lizard?")
    assert "lizard, smile, explosion" in message("")


def test_unknown_emoji():
    assert re.match(
        "the emoji '\N{TURTLE}' is not bundled; one of .*\N{PRETZEL}.* is expected; ", message("\N{TURTLE}")
    )


# Placing


def test_place_centres_on_zeros():
    target = np.ones((3, 2, 4), np.float32)
    grid = place(target, 6, 7)
    assert grid.shape == (6, 7, 4)
    np.testing.assert_array_equal(grid[1:4, 2:4], target)
    assert grid.sum() == target.sum()
    np.testing.assert_array_equal(place(load_target("lizard"), 72, 72)[16:56, 16:56], load_target("lizard"))


@pytest.mark.parametrize(("height", "width"), [(39, 80), (80, 39)])
def test_place_refuses_a_smaller_grid(height, width):
    with pytest.raises(InputError, match=f"has 40x40 cells .*, the grid {height}x{width}; .*; choose a smaller target"):
        place(load_target("lizard"), height, width)
