"""Masks of adversaries: how many cells they take, where, and what is no mask."""

import numpy as np
import pytest

from nca_tf.families.adversarial.masks import exact_number, share_of_grid, share_within, where_allowed
from nca_tf.files.errors import InputError


def rng(seed: int = 0) -> np.random.Generator:
    return np.random.default_rng(seed)


@pytest.mark.parametrize("share", [0.01, 0.1, 0.6, 1.0])
def test_a_share_of_the_grid_is_that_share(share):
    """Within four standard errors, and each image has a mask of its own."""
    masks = share_of_grid(100, 28, 28, share, rng())
    error = np.sqrt(share * (1 - share) / masks.size)
    assert abs(masks.mean() - share) <= 4 * error
    assert share == 1.0 or (masks[0] != masks[1]).any()
    np.testing.assert_array_equal(masks, share_of_grid(100, 28, 28, share, rng()))


def test_within_a_region_alone():
    region = np.zeros((50, 20, 20), bool)
    region[:, 5:15, 3:18] = True
    masks = share_within(region, 0.3, rng())
    assert not masks[~region].any()
    assert masks[region].mean() == pytest.approx(0.3, abs=0.02)


def test_an_exact_number_of_cells_each_as_likely_as_any_other():
    region = np.zeros((4000, 2, 3), bool)
    region[:, :, 1:] = True
    masks = exact_number(region, 1, rng())
    np.testing.assert_array_equal(masks.sum(axis=(1, 2)), 1)
    assert not masks[~region].any()
    np.testing.assert_allclose(masks.mean(axis=0)[:, 1:], 0.25, atol=4 * np.sqrt(0.25 * 0.75 / 4000))
    np.testing.assert_array_equal(exact_number(region, 9, rng()), region)
    assert not exact_number(region, 0, rng()).any()


def test_adversaries_of_a_pattern_are_where_its_target_has_cells():
    target = np.zeros((2, 3, 4), np.float32)
    target[0, 1:, 3] = 0.09, 0.1
    np.testing.assert_array_equal(where_allowed(target, 2), [[[False, False, True], [False] * 3]] * 2)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: share_of_grid(1, 4, 4, 0.0, rng()), "the share of adversaries is 0; a number above 0"),
        (lambda: share_of_grid(1, 4, 4, 1.2, rng()), "the share of adversaries is 1.2; a number above 0 and at most 1"),
        (lambda: share_of_grid(1, 4, 4, float("nan"), rng()), "the share of adversaries is nan"),
        (lambda: exact_number(np.ones((1, 4, 4), bool), -1, rng()), "the number of adversaries is -1; 0 or more"),
    ],
)
def test_what_is_no_mask_is_one_line(make, message):
    with pytest.raises(InputError, match=message) as caught:
        make()
    assert "\n" not in str(caught.value)
