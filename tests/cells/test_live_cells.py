"""Living cells only = the whole grid: in value and in every gradient."""

import numpy as np
import pytest
import tensorflow as tf
from random_automata import blob_state, random_growing

from nca_tf.cells.dense import DenseGrid
from nca_tf.cells.draws import GivenDraws, SeededDraws, seeded
from nca_tf.cells.live import LiveCells


def relative(actual, expected) -> float:
    return float(np.linalg.norm(actual - expected) / np.linalg.norm(expected))


@pytest.mark.slow
def test_xla_agrees_on_a_tiny_grid():
    model = random_growing(hidden=8, channels=6)
    start = tf.constant(blob_state(6, 6, 6))

    def run(steps):
        with tf.GradientTape() as tape:
            final, _ = model.run(start, steps, seeded(tf.constant(5)), form="dense", max_steps=8)
            loss = tf.reduce_sum(tf.square(final))
        return final, tape.gradient(loss, [weight.value for weight in model.trainable_variables])

    plain, plain_gradients = tf.function(run, autograph=False)(tf.constant(6))
    compiled, compiled_gradients = tf.function(run, autograph=False, jit_compile=True)(tf.constant(6))
    np.testing.assert_allclose(compiled, plain, atol=1e-5)
    for expected, actual in zip(plain_gradients, compiled_gradients, strict=True):
        assert relative(actual, expected) < 1e-4


def test_cells_outside_the_reach_of_mature_ones_are_seen_in_the_first_step_and_then_gone():
    """Damage leaves young cells without a mature neighbour: dead, but their neighbours perceive them once."""
    model = random_growing()
    state = np.zeros((1, 9, 9, 16), np.float32)
    state[0, 4, 4, 3:] = 1.0
    state[0, 4, 6] = 0.05
    fire = tf.ones([1, 9, 9], tf.bool)
    expected = model.step(tf.constant(state), fire)
    cells = LiveCells.from_state(tf.constant(state), model.cover(tf.constant(state)), "zero")
    actual = model.advance(cells, model.begin(cells), GivenDraws(fire=fire), **model.prepare())[0].state
    np.testing.assert_allclose(actual, expected, atol=1e-6)
    without = state.copy()
    without[0, 4, 6] = 0.0
    assert np.abs(model.step(tf.constant(without), fire) - expected).max() > 1e-4
    assert not expected[0, 4, 6].numpy().any()


def test_map_mask_and_scaled_increments_agree():
    """What later families use: a function of each cell with a grid beside it, and increments weighted by a grid."""
    state = tf.constant(blob_state(10, 11, 5, seed=7))
    where = tf.constant(np.random.default_rng(8).random((1, 10, 11)) < 0.5) & tf.reduce_any(state != 0, axis=-1)
    weights = tf.constant(np.random.default_rng(9).random((1, 10, 11)), tf.float32)
    kernel = tf.constant(np.random.default_rng(10).normal(size=(3, 3, 5, 5)), tf.float32)

    def run(cells):
        increment = cells.increment(lambda near: near.convolve(kernel) + near.pick(weights)[..., None], where)
        mapped = cells.map(lambda values, weight: values * weight[..., None] * 2.0, weights)
        return mapped.add(increment.scaled(weights)).state, tf.cast(
            cells.mask(lambda values: values[..., 2] > 0), tf.float32
        )

    dense = run(DenseGrid(state, "zero"))
    live = run(LiveCells.from_state(state, tf.reduce_any(state != 0, axis=-1), "zero"))
    for expected, actual in zip(dense, live, strict=True):
        np.testing.assert_allclose(actual, expected, atol=1e-5)


@pytest.mark.parametrize("rate", [0.5, 0.31, 1.0])
def test_fire_rate(rate):
    fired = [SeededDraws(tf.constant(3), tf.constant(step)).mask("fire", (4, 50, 51), rate) for step in range(20)]
    fired = np.stack(fired)
    error = np.sqrt(rate * (1 - rate) / fired.size)
    assert abs(fired.mean() - rate) <= 4 * error
    by_cell = fired.mean(axis=0)
    assert by_cell.std() < 1.2 * np.sqrt(rate * (1 - rate) / 20) + 1e-9, "some cells fire more often than others"


def test_draws_depend_on_seed_step_and_name_alone():
    def draw(seed, step, name="fire"):
        return SeededDraws(tf.constant(seed), tf.constant(step)).mask(name, (1, 16, 16), 0.5).numpy()

    np.testing.assert_array_equal(draw(1, 2), draw(1, 2))
    for other in (draw(2, 2), draw(1, 3), draw(1, 2, "adversary")):
        assert 0.3 < (other != draw(1, 2)).mean() < 0.7
