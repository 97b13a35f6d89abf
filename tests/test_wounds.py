"""What damage takes from a pattern."""

import numpy as np
import pytest

from nca_tf.wounds import CUTS, cut, cut_masks, disc_masks, stroke_masks, three_pieces


def test_damage_is_a_circle_of_the_published_size_and_place():
    masks = disc_masks(4000, 72, 72, np.random.default_rng(0))[..., 0]
    assert set(np.unique(masks)) == {0.0, 1.0}
    holes = masks == 0
    # One cell is 2/71 wide on the -1..1 axis; the mean of pi r^2 for r uniform in 0.1..0.4 is pi * 0.07.
    assert holes.sum(axis=(1, 2)).mean() == pytest.approx(np.pi * 0.07 * (71 / 2) ** 2, rel=0.05)
    widths = holes.any(axis=1).sum(axis=1)
    assert widths.min() >= 6 and widths.max() <= 29
    y, x = np.mgrid[:72, :72] * 2 / 71 - 1
    centres = np.stack([(holes * axis).sum(axis=(1, 2)) / holes.sum(axis=(1, 2)) for axis in (y, x)])
    assert np.abs(centres).max() <= 0.53
    assert np.abs(centres.mean(axis=1)).max() < 4 * (1 / np.sqrt(12)) / np.sqrt(4000)


def test_a_cut_takes_all_beyond_a_line_or_the_middle():
    masks = cut_masks(4000, 73, 73, np.random.default_rng(0))
    assert masks.shape == (4000, 73, 73, 1) and set(np.unique(masks)) == {0.0, 1.0}
    holes = masks[..., 0] == 0
    at_edge = holes[:, 0].any(axis=1) | holes[:, -1].any(axis=1) | holes[:, :, 0].any(axis=1)
    assert at_edge.mean() == pytest.approx(0.5, abs=0.03)
    halves, discs = holes[at_edge], holes[~at_edge]
    assert discs[:, 36, 36].all()
    shares = halves.mean(axis=(1, 2))
    assert 0.34 < shares.min() < 0.4 and 0.54 < shares.max() < 0.58
    # Of two cells that lie opposite as seen from the middle, a line that spares the middle spares one or both.
    opposite = halves[:, ::-1, ::-1]
    gone = halves[:, 36, 36]
    assert gone.mean() == pytest.approx(0.1 / 0.35, abs=0.05)
    assert not (halves & opposite)[~gone].any() and (halves | opposite)[gone].all()
    for place in (0, 0), (0, 72), (72, 0), (72, 72):
        assert halves[:, place[0], place[1]].mean() == pytest.approx(0.46, abs=0.05), "no direction comes more often"
    widths = discs.any(axis=1).sum(axis=1)
    assert 17 <= widths.min() <= 20 and 27 <= widths.max() <= 29
    columns = np.arange(73) * discs.any(axis=1)
    assert np.abs(columns.sum(axis=1) / widths - 36).max() <= 0.15 * 36 + 0.5


def test_a_stroke_is_a_swath_of_7_to_13_cells_in_any_direction():
    masks = stroke_masks(4000, 73, 73, np.random.default_rng(0))
    assert masks.shape == (4000, 73, 73, 1) and set(np.unique(masks)) == {0.0, 1.0}
    holes = masks[..., 0] == 0
    # Upright ones are as wide in every row; what they measure across follows from their slope.
    rows = holes.sum(axis=2)
    upright = (rows.min(axis=1) >= 7) & ~holes[:, :, 0].any(axis=1) & ~holes[:, :, -1].any(axis=1)
    middles = (holes[upright] * np.arange(73)).sum(axis=2) / rows[upright]
    slopes = (middles[:, -1] - middles[:, 0]) / 72
    across = rows[upright].mean(axis=1) / np.hypot(1, slopes)
    assert upright.sum() > 500 and across.min() == pytest.approx(7, abs=0.2)
    assert across.max() == pytest.approx(13, abs=0.2) and across.mean() == pytest.approx(10, abs=0.3)
    edges = [holes[:, 0].any(axis=1), holes[:, -1].any(axis=1), holes[:, :, 0].any(axis=1), holes[:, :, -1].any(axis=1)]
    assert (np.sum(edges, axis=0) >= 2).all(), "a swath goes from one side of the grid to another"
    assert np.mean(edges[0]) == pytest.approx(np.mean(edges[2]), abs=0.03), "no direction comes more often"
    y, x = np.mgrid[:73, :73]
    near = np.hypot(y - 36, x - 36) < 36 * 0.5 * 2**0.5 + 0.5
    assert (holes & near).any(axis=(1, 2)).all(), "every stroke crosses the middle, where the pattern is"


def test_cuts_erase_halves_and_a_centre_square():
    state = np.ones((1, 40, 40, 16), np.float32)
    erased = {which: 1600 - cut(state, which)[..., 0].sum() for which in CUTS}
    assert erased == {"lower": 800, "upper": 800, "left": 800, "right": 800, "centre": 256}
    assert cut(state, "upper")[0, :20].sum() == 0
    assert cut(state, "left")[0, :, :20].sum() == 0
    assert cut(state, "centre")[0, 12:28, 12:28].sum() == 0


def test_three_pieces_stand_apart_in_their_own_thirds():
    """A pattern 12 cells wide on a grid of 3 x 20: each third moves by as much as its part of the grid is wider."""
    state = np.zeros((1, 6, 60, 5), np.float32)
    state[:, 2:4, 24:36] = np.arange(1, 13)[None, None, :, None]
    pieces = three_pieces(state, 12)
    assert pieces.sum() == state.sum()
    for first, value in ((8, 1), (28, 5), (48, 9)):
        np.testing.assert_array_equal(pieces[0, 2, first : first + 4, 0], np.arange(value, value + 4))
