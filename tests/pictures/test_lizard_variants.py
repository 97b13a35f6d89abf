"""The altered lizards are as far from the lizard as the originals are, and differ from it where they should."""

import numpy as np
import pytest
from PIL import Image

from nca_tf.pictures.target_images import shrink
from nca_tf.pictures.targets import VARIANTS, load_target, place
from tests.shared_data import shared_path

# Of the originals: their name, and their mean squared error over RGBA to the whole lizard, 72x72.
ORIGINALS = {
    "lizard-tailless": ("no_tail", 5.25e-3),
    "lizard-armless": ("no_arm", 2.74e-3),
    "lizard-legless": ("no_leg", 2.86e-3),
    "lizard-headless": ("no_head", 1.06e-2),
    "lizard-red": ("red", 1.15e-2),
    "lizard-blue": ("blue", 1.59e-2),
}
# (top, bottom, left, right) of a box, in cells of 40, that holds all that changes.
CHANGED = {
    "lizard-tailless": (19, 40, 22, 40),
    "lizard-armless": (16, 29, 2, 14),
    "lizard-legless": (9, 22, 22, 35),
    "lizard-headless": (0, 18, 0, 14),
}


def on_grid(target):
    return place(target, 72, 72)


def distance(first, second):
    return float(np.mean((on_grid(first) - on_grid(second)) ** 2))


def test_there_are_six():
    assert set(VARIANTS) == set(ORIGINALS)


@pytest.mark.parametrize("name", VARIANTS)
def test_distance_to_the_lizard_is_the_originals_within_a_quarter(name):
    assert distance(load_target(name), load_target("lizard")) == pytest.approx(ORIGINALS[name][1], rel=0.25)


@pytest.mark.parametrize("name", VARIANTS)
def test_looks_like_the_original(name):
    picture = shared_path(f"originals/targets/lizard_{ORIGINALS[name][0]}.png")
    original = shrink(Image.open(picture).convert("RGBA"), 40)
    to_original = distance(load_target(name), original)
    assert to_original < (8e-4 if name in ("lizard-red", "lizard-blue") else 2e-4)
    assert to_original < distance(load_target("lizard"), original) / 10


@pytest.mark.parametrize("name", CHANGED)
def test_a_missing_part_is_gone_and_the_rest_is_untouched(name):
    variant, lizard = load_target(name), load_target("lizard")
    top, bottom, left, right = CHANGED[name]
    difference = np.abs(variant - lizard).max(axis=-1)
    assert difference[top:bottom, left:right].max() > 0.9
    difference[top:bottom, left:right] = 0
    assert difference.max() < 0.02
    assert not ((variant[..., 3] > 0.1) & (lizard[..., 3] <= 0.1)).any()


@pytest.mark.parametrize(("name", "channel"), [("lizard-red", 0), ("lizard-blue", 2)])
def test_recolouring_keeps_the_shape_and_fills_the_trunk(name, channel):
    variant, lizard = load_target(name), load_target("lizard")
    np.testing.assert_array_equal(variant[..., 3], lizard[..., 3])
    trunk = variant[22:24, 14:18, :3].reshape(-1, 3)
    assert np.delete(trunk, channel, axis=1).max() < 0.1
    assert trunk[:, channel].min() > 0.9
