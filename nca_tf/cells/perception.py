"""What a cell senses of its 3x3 neighbourhood (Mordvintsev et al. 2020, "Growing Neural Cellular Automata").

The Sobel filters carry the factor 1/8 of the original notebook; the article prints them without it.
"""

import numpy as np
import tensorflow as tf

from nca_tf.cells.edges import pad

SOBEL_X = np.outer([1.0, 2.0, 1.0], [-1.0, 0.0, 1.0]) / 8.0
SOBEL_Y = SOBEL_X.T
IDENTITY = np.outer([0.0, 1.0, 0.0], [0.0, 1.0, 0.0])


class Sensors:
    """The identity and the two Sobel filters of a cell, turned by an angle.

    Args:
      angle: radians, a Python number or a scalar tensor; the pattern that grows turns with it.
      channels: number of state channels.

    Attributes:
      filters: [3, 3, 3]: row, column, filter (identity, x-gradient, y-gradient).
      matrix: [9 * channels, 3 * channels], see `patch_matrix`.

    Both are NumPy arrays for a Python number, so that they become constants of whatever graph uses them.
    """

    def __init__(self, angle: float | tf.Tensor, channels: int):
        library = tf if tf.is_tensor(angle) else np
        cosine, sine = library.cos(angle), library.sin(angle)
        if library is tf:
            cosine, sine = tf.cast(cosine, tf.float32), tf.cast(sine, tf.float32)
        turned_x = cosine * SOBEL_X - sine * SOBEL_Y
        turned_y = sine * SOBEL_X + cosine * SOBEL_Y
        self.filters = library.stack([IDENTITY + 0.0 * cosine, turned_x, turned_y], axis=-1)
        self.matrix = patch_matrix(self.filters, channels)


def perceive_grid(state: tf.Tensor, filters: tf.Tensor, edges: str) -> tf.Tensor:
    """Apply every filter to every channel over the whole grid.

    Args:
      state: [batch, height, width, channels].
      filters: [3, 3, filters] of the same type.
      edges: "zero" or "wrap".
    Returns:
      [batch, height, width, channels * filters], channel by channel: index filters * c + k.
    """
    kernel = tf.tile(filters[:, :, None, :], [1, 1, state.shape[-1], 1])
    if edges == "wrap":
        return tf.nn.depthwise_conv2d(pad(state, edges), kernel, [1, 1, 1, 1], "VALID")
    return tf.nn.depthwise_conv2d(state, kernel, [1, 1, 1, 1], "SAME")


def patch_matrix(filters: np.ndarray | tf.Tensor, channels: int) -> np.ndarray | tf.Tensor:
    """The same filters as one matrix for gathered neighbourhoods.

    Args:
      filters: [3, 3, filters].
      channels: number of state channels.
    Returns:
      [9 * channels, channels * filters]: a flattened 3x3 neighbourhood times it is what `perceive_grid` gives there.
    """
    library = tf if tf.is_tensor(filters) else np
    per_channel = library.reshape(filters, [9, 1, 1, -1]) * np.eye(channels, dtype=np.float32)[None, :, :, None]
    return library.reshape(per_channel, [9 * channels, -1])
