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


def live_step(model, start, fire):
    from nca_tf.cells.draws import GivenDraws
    from nca_tf.cells.live import LiveCells

    start = tf.constant(start)
    cells = LiveCells.from_state(start, model.cover(start), model.edges)
    draws = GivenDraws(fire=tf.constant(fire[None]))
    return model.advance(cells, model.begin(cells), draws, **model.prepare())[0].state.numpy()[0]


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
