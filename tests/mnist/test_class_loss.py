"""What a rollout of digits is judged by."""

import numpy as np
import tensorflow as tf

from nca_tf.families.mnist.automaton import SelfClassifyingCA
from training.mnist.experiment import ClassLoss


def test_loss_by_hand():
    """Two living cells and a dead one with outputs of its own, which must not count."""
    model = SelfClassifyingCA(channels=4, classes=3)
    state = np.zeros((1, 1, 3, 4), np.float32)
    state[0, 0, :, 0] = [1.0, 0.5, 0.1]
    state[0, 0, :, 1:] = [[0.5, 0.0, 1.0], [0.0, 2.0, 0.0], [9.0, 9.0, 9.0]]
    label = tf.constant([1])
    l2 = ClassLoss(model, "l2").loss(tf.constant(state), (), label)
    np.testing.assert_allclose(l2, [(0.25 + 1.0 + 1.0 + 1.0) / 2], rtol=1e-6)
    expected = sum(
        np.log(np.exp(outputs).sum()) - outputs[1] for outputs in (np.array([0.5, 0, 1]), np.array([0, 2.0, 0]))
    )
    cross_entropy = ClassLoss(model, "cross_entropy").loss(tf.constant(state), (), label)
    np.testing.assert_allclose(cross_entropy, [expected], rtol=1e-6)


def test_cross_entropy_gives_dead_cells_and_general_channels_no_gradient():
    model = SelfClassifyingCA()
    state = tf.Variable(np.random.default_rng(0).normal(size=(2, 5, 5, 20)).astype(np.float32))
    with tf.GradientTape() as tape:
        losses = ClassLoss(model, "cross_entropy").loss(state, (), tf.constant([3, 4]))
    gradient = tape.gradient(losses, state).numpy()
    alive = state.numpy()[..., 0] > 0.1
    assert alive.any() and not alive.all()
    assert not gradient[~alive].any()
    assert not gradient[..., :10].any()
    assert np.abs(gradient[alive][:, 10:]).min(axis=-1).max() > 0
