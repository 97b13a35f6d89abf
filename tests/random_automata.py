"""Automata with random but stable weights, and states of many kinds, for tests that need no trained model."""

import numpy as np

from nca_tf.families.growing.automaton import GrowingCA


def random_growing(seed: int = 1, scale: float = 0.03, **arguments) -> GrowingCA:
    """A growing automaton whose cells come and go, but neither all die nor explode within a hundred steps."""
    model = GrowingCA(**arguments)
    rng = np.random.default_rng(seed)
    for weight in model.weights[:-1]:
        weight.assign(rng.normal(0, scale, weight.shape))
    return model


def blob_state(height: int, width: int, channels: int, seed: int = 0, centre=(0.5, 0.5), radius: float = 0.3):
    """A disc of living cells with random values, [1, height, width, channels]; may touch the border."""
    rng = np.random.default_rng(seed)
    y, x = np.mgrid[:height, :width]
    inside = np.hypot(y / height - centre[0], x / width - centre[1]) < radius
    state = rng.normal(0, 0.3, (height, width, channels)).astype(np.float32)
    state[..., 3] = rng.uniform(0.0, 1.0, (height, width))
    return (state * inside[..., None])[None]
