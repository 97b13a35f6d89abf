"""Automata with random but stable weights, and states of many kinds, for tests that need no trained model."""

import numpy as np

from nca_tf.families.growing.automaton import GrowingCA
from nca_tf.families.mnist.automaton import SelfClassifyingCA


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


def random_digits(seed: int = 1, scale: float = 0.1, **arguments) -> SelfClassifyingCA:
    """A model in which every weight counts, the zero layer too."""
    model = SelfClassifyingCA(**arguments)
    rng = np.random.default_rng(seed)
    for weight in model.weights:
        weight.assign(rng.normal(0, scale, weight.shape))
    return model


def odd_images() -> np.ndarray:
    """Isolated cells, a full and an empty image, strokes on the border and with faint edges: uint8 [5, 28, 28]."""
    drawn = np.zeros((5, 28, 28), np.uint8)
    drawn[0, 3::7, 2::6] = 200
    drawn[1] = 255
    drawn[3, 0, :] = drawn[3, :, 27] = drawn[3, 27, 5:9] = 130
    drawn[4, 6:22, 12:15], drawn[4, 6:22, 15:17], drawn[4, 6:22, 10:12] = 255, 20, 25
    return drawn
