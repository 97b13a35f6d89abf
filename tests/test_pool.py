"""The sample pool."""

import numpy as np
import pytest
from random_automata import blob_state

from nca_tf.files.errors import InputError
from nca_tf.pool import SamplePool, worst_first


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
    pool.put([2, 5], np.concatenate([blob_state(6, 7, 5, seed=s) for s in (2, 3)]), label=[76, 77])
    other = SamplePool(12, np.zeros((6, 7, 5), np.float32), {"label": np.zeros(12, int)})
    other.from_arrays(pool.to_arrays())
    np.testing.assert_array_equal(other.take(range(12)), pool.take(range(12)))
    assert other.extras["label"].tolist() == [0, 1, 76, 3, 4, 77, *range(6, 12)]


def test_only_living_cells_are_stored(pool):
    assert len(pool.to_arrays()["values"]) == 12


@pytest.mark.parametrize("value", [-1.0, 1e-38, np.inf, np.nan])
def test_every_cell_that_is_not_zero_is_stored(pool, value):
    states = np.zeros((1, 6, 7, 5), np.float32)
    states[0, 2, 1, 4] = value
    pool.put([3], states)
    np.testing.assert_array_equal(pool.take([3]), states)


def test_a_pool_of_another_grid_is_refused(pool):
    arrays = pool.to_arrays()
    for shape in ((3, 7, 5), (6, 7, 6)):
        with pytest.raises(InputError, match="the saved pool does not fit a grid of"):
            SamplePool(12, np.zeros(shape, np.float32), {"label": np.arange(12)}).from_arrays(arrays)


def test_worst_first():
    np.testing.assert_array_equal(worst_first(np.array([0.2, 0.9, 0.1, 0.9])), [1, 3, 0, 2])
