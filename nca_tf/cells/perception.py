"""What a cell senses of its 3x3 neighbourhood (Mordvintsev et al. 2020, "Growing Neural Cellular Automata").

The Sobel filters carry the factor 1/8 of the original notebook; the article prints them without it.
"""

import numpy as np
import tensorflow as tf

from nca_tf.cells.contract import Near
from nca_tf.cells.edges import pad

SOBEL_X = np.outer([1.0, 2.0, 1.0], [-1.0, 0.0, 1.0]) / 8.0
SOBEL_Y = SOBEL_X.T
IDENTITY = np.outer([0.0, 1.0, 0.0], [0.0, 1.0, 0.0])


class Sensors:
    """The identity and the two Sobel filters of a cell, turned by an angle.

    Args:
      angle: radians; the pattern that grows turns with it. A Python number, a scalar tensor, or one for each image,
        [batch].

    Attributes:
      filters: [3, 3, 3]: row, column, filter (identity, x-gradient, y-gradient). A NumPy array, so that it becomes a
        constant of whatever graph uses it; turned by a Python number, but not by a tensor: `turned` does that.
    """

    def __init__(self, angle: float | tf.Tensor):
        if tf.is_tensor(angle) and not angle.dtype.is_floating:
            angle = tf.cast(angle, tf.float32)
        self.angles = angle if tf.is_tensor(angle) else None
        cosine, sine = (np.cos(angle), np.sin(angle)) if self.angles is None else (1.0, 0.0)
        turned_x = cosine * SOBEL_X - sine * SOBEL_Y
        turned_y = sine * SOBEL_X + cosine * SOBEL_Y
        self.filters = np.stack([IDENTITY, turned_x, turned_y], axis=-1)

    def turned(self, perceived: tf.Tensor, near: Near) -> tf.Tensor:
        """What cells perceive, [..., channels * filters], turned by their image's angle where that is a tensor."""
        if self.angles is None:
            return perceived
        shape = tf.shape(perceived)
        angle = tf.cast(self.angles, perceived.dtype)
        if angle.shape.rank:
            angle = near.of_image(angle)[..., None]
        still, x, y = tf.unstack(tf.reshape(perceived, tf.concat([shape[:-1], [shape[-1] // 3, 3]], axis=0)), axis=-1)
        cosine, sine = tf.cos(angle), tf.sin(angle)
        turned = tf.stack([still, cosine * x - sine * y, sine * x + cosine * y], axis=-1)
        return tf.ensure_shape(tf.reshape(turned, shape), perceived.shape)


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
