"""The growing automaton under the 8-bit scheme: the pipeline's values, and gradients that a training can follow."""

import json

import numpy as np
import pytest
import tensorflow as tf

from nca_tf.cells.draws import seeded
from nca_tf.families.growing import webgl8
from nca_tf.families.growing.eight_bit import EightBitGrowingCA
from nca_tf.families.growing.quantization import encode
from nca_tf.families.growing.webgl8_pipeline import EightBitAutomaton
from nca_tf.files import model_files
from tests.published_files import growing_arrays


def model_and_arrays(seed=3):
    arrays = growing_arrays(16, 32, seed)
    arrays["dense2/kernel"] *= 0.3
    arrays["dense2/bias"][3] = 0.2
    model = EightBitGrowingCA(hidden=32, edges="wrap")
    model_files.assign_weights(model, arrays, "the test")
    return model, arrays


@pytest.mark.parametrize("form", ["dense", "live"])
def test_a_rollout_stays_with_the_pipeline(form):
    model, arrays = model_and_arrays()
    automaton = EightBitAutomaton(webgl8.parse(json.loads(webgl8.encode(arrays))))
    random = np.random.default_rng(0)
    state = automaton.seed_state(14, 14)
    for _ in range(10):
        fire = random.random((14, 14)) < 0.5
        start = automaton.floats(state)[None]
        ours = model.step(start, fire[None]).numpy()[0] if form == "dense" else live_step(model, start, fire)
        state = automaton.step(state, fire)
        # Two orders of summation can fall on either side of a rounding border.
        assert np.mean(encode(ours) != state) < 0.01
        assert np.abs(encode(ours).astype(int) - state).max() <= 1
    assert (automaton.floats(state)[..., 3] > 0.1).sum() > 20


@pytest.mark.parametrize("form", ["dense", "live"])
def test_each_image_may_have_its_own_step_size(form):
    model, _ = model_and_arrays()
    state = model.rollout(model.seed_state(16, 9, 9), 6, random_seed=2)
    # As many images as channels: a factor along those would pass unnoticed.
    sizes = np.linspace(0, 1, 16).astype(np.float32)
    together = model.rollout(state, 3, form=form, random_seed=1, step_size=sizes)
    for place in (0, 7, 15):
        alone = model.rollout(state, 3, form=form, random_seed=1, step_size=float(sizes[place]))
        np.testing.assert_allclose(together[place], alone[place], atol=1e-6)


def live_step(model, start, fire):
    from nca_tf.cells.draws import GivenDraws
    from nca_tf.cells.live import LiveCells

    start = tf.constant(start)
    cells = LiveCells.from_state(start, model.cover(start), model.edges)
    draws = GivenDraws(fire=tf.constant(fire[None]))
    return model.advance(cells, model.begin(cells), draws, **model.prepare())[0].state.numpy()[0]


def uniform_update(alpha):
    """A model and the pipeline whose every firing cell adds about `alpha` to its own, and nothing else."""
    model = EightBitGrowingCA(hidden=32, edges="wrap", fire_rate=1.0)
    arrays = {name: np.zeros(weight.shape, np.float32) for name, weight in model.named_weights().items()}
    arrays["dense2/bias"][3] = alpha
    model_files.assign_weights(model, arrays, "the test")
    return model, EightBitAutomaton(webgl8.parse(json.loads(webgl8.encode(arrays))))


BESIDE_A_MATURE_CELL = {(row, column): 92 for row in (3, 4, 5) for column in (2, 3, 4)} | {(4, 3): 220}
"""A mature cell whose neighbours are too far below zero to become mature."""


def grid_of_bytes(alphas):
    """Bytes [9, 9, 16] of a state that is empty but for the alphas of some cells."""
    state = np.full((9, 9, 16), 127, np.uint8)
    for place, byte in alphas.items():
        state[place][3] = byte
    return state


@pytest.mark.parametrize("form", ["dense", "live"])
@pytest.mark.parametrize(
    ("update", "alphas", "steps", "living"),
    [
        # 0.322 - 0.223 = 0.0992 is below the threshold, although what would be stored of it, 0.104, is not.
        (-0.2228, {(4, 4): 154}, 1, 0),
        # Beside a mature cell it lives, is stored as 0.104, and keeps no further cell alive before the next step.
        (-0.2228, {(4, 4): 154, (4, 3): 220}, 1, 9),
        (0.322, BESIDE_A_MATURE_CELL | {(4, 4): 108}, 1, 9),
        # When that begins, the stored value counts: three more cells have a mature neighbour.
        (0.322, BESIDE_A_MATURE_CELL | {(4, 4): 108}, 2, 12),
    ],
)
def test_a_cell_is_mature_by_what_is_read_before_and_by_the_unrounded_sum_after(form, update, alphas, steps, living):
    """The update pass of the demo reads state and update, adds them, and rounds only what it writes."""
    model, automaton = uniform_update(update)
    state = grid_of_bytes(alphas)
    ours = model.rollout(automaton.floats(state)[None], steps, form=form).numpy()[0]
    for _ in range(steps):
        state = automaton.step(state, np.ones((9, 9), bool))
    np.testing.assert_array_equal(encode(ours), state)
    assert np.count_nonzero(state[..., 3] != 127) == living


@pytest.mark.parametrize("form", ["dense", "live"])
def test_gradients_reach_every_weight(form):
    model, _ = model_and_arrays()
    weights = list(model.named_weights().values())
    with tf.GradientTape() as tape:
        state, _ = model.run(model.seed_state(2, 12, 12), 8, seeded(tf.constant(5)), form=form)
        loss = tf.reduce_sum(tf.square(state[..., :4] - 0.3))
    gradients = tape.gradient(loss, [weight.value for weight in weights])
    assert all(np.isfinite(gradient.numpy()).all() and np.abs(gradient.numpy()).max() > 0 for gradient in gradients)


def test_it_is_saved_as_a_growing_automaton(tmp_path):
    model, arrays = model_and_arrays()
    model_files.save(model, tmp_path / "model")
    loaded = model_files.load(tmp_path / "model")
    assert type(loaded).__name__ == "GrowingCA"
    for name, weight in loaded.named_weights().items():
        assert (weight.numpy() == arrays[name]).all()
