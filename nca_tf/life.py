"""Which cells live (Mordvintsev et al. 2020): those with a mature cell in their 3x3 neighbourhood."""

import tensorflow as tf

from nca_tf.edges import pad

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
    padded = pad(mask, edges)
    rows = padded[:, :-2] | padded[:, 1:-1] | padded[:, 2:]
    return rows[:, :, :-2] | rows[:, :, 1:-1] | rows[:, :, 2:]


def alive(alpha: tf.Tensor, edges: str = "zero", threshold: float = ALIVE_THRESHOLD) -> tf.Tensor:
    """Living cells: the 3x3 maximum of alpha is above the threshold.

    Args:
      alpha: float [batch, height, width].
    Returns:
      bool [batch, height, width].
    """
    return spread(alpha > threshold, edges)
