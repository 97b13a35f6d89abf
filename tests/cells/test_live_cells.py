"""Living cells only = the whole grid: in value and in every gradient."""

import functools

import keras
import numpy as np
import pytest
import tensorflow as tf
from random_automata import blob_state, random_growing

from nca_tf.cells.draws import GivenDraws, SeededDraws
from nca_tf.cells.live import DenseGrid, LiveCells
from nca_tf.wounds import disc_masks

HEIGHT, WIDTH, STEPS = 18, 21, 64


def states(channels: int) -> np.ndarray:
    """Grown, damaged, empty, touching two borders: [4, height, width, channels]."""
    grown = blob_state(HEIGHT, WIDTH, channels, seed=1)
    damaged = blob_state(HEIGHT, WIDTH, channels, seed=2, radius=0.4)
    damaged = damaged * disc_masks(1, HEIGHT, WIDTH, np.random.default_rng(3))
    corner = blob_state(HEIGHT, WIDTH, channels, seed=4, centre=(0.0, 1.0))
    return np.concatenate([grown, damaged, np.zeros_like(grown), corner])


@functools.cache
def results(form: str, edges: str, shards: int, dtype: str):
    """Final state and gradients of a loss on all channels after 64 steps; both forms draw the same masks."""
    keras.config.set_dtype_policy(dtype)
    try:
        model = random_growing(edges=edges)
    finally:
        keras.config.set_dtype_policy("float32")
    start = tf.constant(states(model.channels), dtype)

    @tf.function(autograph=False)
    def run():
        with tf.GradientTape() as tape:
            finals = []
            for shard in range(shards):
                rows = slice(shard * 4 // shards, (shard + 1) * 4 // shards)
                final, _ = model.run(start[rows], STEPS, tf.constant(1000 + shard), form=form)
                finals.append(final)
            final = tf.concat(finals, axis=0)
            loss = tf.reduce_sum(tf.square(final))
        return final, tape.gradient(loss, [weight.value for weight in model.trainable_variables])

    return run()


def relative(actual, expected) -> float:
    return float(np.linalg.norm(actual - expected) / np.linalg.norm(expected))


@pytest.mark.parametrize("edges", ["zero", "wrap"])
@pytest.mark.parametrize("shards", [1, 4])
def test_states_and_gradients_agree(edges, shards):
    dense, dense_gradients = results("dense", edges, shards, "float32")
    live, live_gradients = results("live", edges, shards, "float32")
    assert np.sum(dense[..., 3] > 0.1) > 50, "too few cells lived: the test would show little"
    np.testing.assert_allclose(live, dense, atol=1e-5)
    for expected, actual in zip(dense_gradients, live_gradients, strict=True):
        assert np.linalg.norm(expected) > 0
        assert relative(actual, expected) < 1e-4


@pytest.mark.parametrize("edges", ["zero", "wrap"])
def test_they_agree_to_ten_digits_in_double_precision(edges):
    dense, dense_gradients = results("dense", edges, 1, "float64")
    live, live_gradients = results("live", edges, 1, "float64")
    assert dense.dtype == tf.float64
    np.testing.assert_allclose(live, dense, atol=1e-10)
    for expected, actual in zip(dense_gradients, live_gradients, strict=True):
        assert relative(actual, expected) < 1e-10


def test_xla_agrees_on_a_tiny_grid():
    model = random_growing(hidden=8, channels=6)
    start = tf.constant(blob_state(6, 6, 6))

    def run(steps):
        with tf.GradientTape() as tape:
            final, _ = model.run(start, steps, tf.constant(5), form="dense", max_steps=8)
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
