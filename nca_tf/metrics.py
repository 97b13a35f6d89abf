"""Figures of merit, as the papers measure them."""

import numpy as np
import tensorflow as tf


def image_losses(state: tf.Tensor, target: tf.Tensor) -> tf.Tensor:
    """Mean squared difference to a target picture, image by image.

    Args:
      state: [batch, height, width, channels], channels 0-3 premultiplied RGBA.
      target: [height, width, 4] or [batch, height, width, 4].
    Returns:
      [batch], the mean over height, width and the four channels.
    """
    return tf.reduce_mean(tf.square(state[..., :4] - target), axis=(1, 2, 3))


def living_cells(state: np.ndarray, threshold: float) -> np.ndarray:
    """Number of mature cells (alpha above the threshold) in each image: int [batch]."""
    return np.sum(np.asarray(state)[..., 3] > threshold, axis=(1, 2))
