"""Which cells live (Mordvintsev et al. 2020): those with a mature cell in their 3x3 neighbourhood."""

import numpy as np
import tensorflow as tf

from nca_tf.cells.edges import pad

ALPHA = 3
"""Index of the alpha channel in a growing automaton's state."""

ALIVE_THRESHOLD = 0.1
"""A cell is mature when its alpha is strictly above this (the WebGL demo of the article uses "at least")."""


def spread(mask: tf.Tensor, edges: str) -> tf.Tensor:
    """Grow a mask by one cell in all eight directions.

    Args:
      mask: bool [batch, height, width].
      edges: "zero" or "wrap".
    Returns:
      bool of the same shape, True where the 3x3 neighbourhood holds a True.
    """
    if edges == "zero" and mask.shape.is_fully_defined():
        return _spread_in_long_runs(mask)
    padded = pad(mask, edges)
    rows = padded[:, :-2] | padded[:, 1:-1] | padded[:, 2:]
    return rows[:, :, :-2] | rows[:, :, 1:-1] | rows[:, :, 2:]


def _spread_in_long_runs(mask: tf.Tensor) -> tf.Tensor:
    # The same by shifting whole images: slices that cut every row short take several times as long.
    _, height, width = mask.shape
    column = np.tile(np.arange(width), height)
    image = tf.reshape(mask, [-1, height * width])
    from_left = tf.pad(image & (column < width - 1), [[0, 0], [1, 0]])[:, :-1]
    from_right = tf.pad(image & (column > 0), [[0, 0], [0, 1]])[:, 1:]
    across = image | from_left | from_right
    padded = tf.pad(across, [[0, 0], [width, width]])
    return tf.reshape(across | padded[:, : -2 * width] | padded[:, 2 * width :], mask.shape)
