"""The sample pool and its damage."""

import numpy as np
import pytest
from random_automata import blob_state

from nca_tf.files.errors import InputError
from nca_tf.pool import SamplePool, cut_masks, damage_masks, stroke_masks, worst_first


@pytest.fixture
def pool():
    seed = np.zeros((6, 7, 5), np.float32)
    seed[3, 3, 3:] = 1.0
    return SamplePool(12, seed, {"label": np.arange(12)})


def test_slots_of_a_batch_are_distinct_and_all_are_reached(pool):
    rng = np.random.default_rng(0)
    drawn = [pool.sample(8, rng) for _ in range(100)]
    assert all(len(set(slots)) == 8 for slots in drawn)
    counts = np.bincount(np.concatenate(drawn), minlength=12)
    assert abs(counts - 800 / 12).max() < 4 * np.sqrt(800 / 12)


def test_what_is_put_is_taken_and_nothing_else_changes(pool):
    states = np.concatenate([blob_state(6, 7, 5, seed=1), np.zeros((1, 6, 7, 5), np.float32)])
    pool.put([4, 9], states)
    np.testing.assert_array_equal(pool.take([9, 4]), states[::-1])
    assert pool.take([0]).sum() == 2.0


def test_to_arrays_and_back(pool):
    pool.put([2, 3], np.concatenate([blob_state(6, 7, 5, seed=s) for s in (2, 3)]))
    pool.extras["label"][5] = 77
    other = SamplePool(12, np.zeros((6, 7, 5), np.float32), {"label": np.zeros(12, int)})
    other.from_arrays(pool.to_arrays())
    np.testing.assert_array_equal(other.take(range(12)), pool.take(range(12)))
    assert other.extras["label"][5] == 77


def test_only_living_cells_are_stored(pool):
    assert len(pool.to_arrays()["values"]) == 12


def test_a_pool_of_another_grid_is_refused(pool):
    arrays = pool.to_arrays()
    for shape in ((3, 7, 5), (6, 7, 6)):
        with pytest.raises(InputError, match="the saved pool does not fit a grid of"):
            SamplePool(12, np.zeros(shape, np.float32), {"label": np.arange(12)}).from_arrays(arrays)


def test_worst_first():
    np.testing.assert_array_equal(worst_first(np.array([0.2, 0.9, 0.1, 0.9])), [1, 3, 0, 2])


def test_damage_is_a_circle_of_the_published_size_and_place():
    masks = damage_masks(4000, 72, 72, np.random.default_rng(0))[..., 0]
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
