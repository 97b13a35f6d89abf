"""The published 8-bit scheme of the growing automata as functions of TensorFlow (Mordvintsev et al. 2020, web demo).

Weights are stored linearly, one byte each, with one scale per array. Values that pass between the stages of a step are
squashed by arctan into one byte each; for hidden layers the range starts at zero, so that storing them is the ReLU.
Every function here gives exactly what the 8-bit pipeline would compute, and lets gradients through (straight-through
estimator), so that a model can be fine-tuned under it. The originals quantised only after training.
"""

import math

import numpy as np
import tensorflow as tf

LEVELS = 255
ARCTAN_LIMIT = math.atan(10.0)
# Signed values take twice the range of arctan, and byte 127 stands for zero, which must be exact: dead cells are zero.
SIGNED_SCALE, SIGNED_ZERO = 2 * ARCTAN_LIMIT, 127
HIDDEN_SCALE, HIDDEN_ZERO = ARCTAN_LIMIT, 0


def _read_back(scale: float, zero: int) -> np.ndarray:
    return np.array([math.tan((byte - zero) / LEVELS * scale) for byte in range(LEVELS + 1)], np.float32)


SIGNED_VALUES = _read_back(SIGNED_SCALE, SIGNED_ZERO)
HIDDEN_VALUES = _read_back(HIDDEN_SCALE, HIDDEN_ZERO)
"""What the pipeline reads back from each of the 256 bytes: -9.449 to 10.618, hidden 0 to 10."""


def fake_quantise_weights(weights: tf.Tensor) -> tf.Tensor:
    """Rounds an array of weights to the 256 values that the 8-bit file can hold; its gradient is that of the identity.

    Args:
      weights: float32 of any shape, one kernel or one bias.
    Returns:
      float32 of the same shape, at most scale / 510 away, where scale is twice the largest absolute weight.
    """
    scale = tf.stop_gradient(2.0 * tf.reduce_max(tf.abs(weights)))
    safe = tf.where(scale > 0, scale, tf.ones_like(scale))
    byte = tf.round((weights / safe + 0.5) * LEVELS)
    quantised = tf.where(scale > 0, (byte / LEVELS - 0.5) * safe, tf.zeros_like(weights))
    return weights + tf.stop_gradient(quantised - weights)


def encode(values: tf.Tensor, *, hidden: bool = False) -> tf.Tensor:
    """Returns the bytes, as float32 of whole numbers 0 to 255, in which the pipeline keeps `values` (any shape)."""
    scale, zero = (HIDDEN_SCALE, HIDDEN_ZERO) if hidden else (SIGNED_SCALE, SIGNED_ZERO)
    stored = tf.atan(values) / scale + zero / LEVELS
    return tf.round(tf.clip_by_value(stored, 0.0, 1.0) * LEVELS)


def decode(byte: tf.Tensor, *, hidden: bool = False) -> tf.Tensor:
    """Returns what the pipeline reads back from bytes 0 to 255, given as float32 of whole numbers (any shape)."""
    scale, zero = (HIDDEN_SCALE, HIDDEN_ZERO) if hidden else (SIGNED_SCALE, SIGNED_ZERO)
    angle = (byte - zero) * (scale / LEVELS)
    # Half the time of a table of 256 values; tf.tan takes seven times as long.
    return tf.sin(angle) / tf.cos(angle)


def fake_quantise_activations(values: tf.Tensor, *, hidden: bool = False) -> tf.Tensor:
    """Passes values through one byte each, as the pipeline does between its stages.

    Args:
      values: float32 of any shape.
      hidden: use the range 0 to 10 of the hidden layer; negative values become zero, which makes it a ReLU.
    Returns:
      float32 of the same shape; the gradient is that of clipping to the range.
    """
    values_of_bytes = HIDDEN_VALUES if hidden else SIGNED_VALUES
    clipped = tf.clip_by_value(values, values_of_bytes[0], values_of_bytes[-1])
    return clipped + tf.stop_gradient(decode(encode(values, hidden=hidden), hidden=hidden) - clipped)
