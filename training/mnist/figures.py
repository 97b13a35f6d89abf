"""Pictures of self-classifying digits: training batches, and what the cells of a trained model say."""

import numpy as np

from nca_tf.animation import tile, zoom
from nca_tf.digit_pictures import PUBLISHED, colour_cells
from nca_tf.mnist import SelfClassifyingCA


def before_and_after(model: SelfClassifyingCA, before: np.ndarray, after: np.ndarray) -> np.ndarray:
    """A batch before (upper row) and after a rollout, each cell in the colour of its class: uint8 [rows, columns, 3]."""
    coloured = colour_cells(model.labels(np.concatenate([before, after])), PUBLISHED)
    return zoom(tile(coloured, columns=len(before), gap=2), 2)


def grid(model: SelfClassifyingCA, states: np.ndarray) -> np.ndarray:
    """States in a square: uint8 [rows, columns, 3]."""
    coloured = colour_cells(model.labels(states), PUBLISHED)
    return tile(coloured, columns=max(1, round(len(states) ** 0.5)), gap=1)
