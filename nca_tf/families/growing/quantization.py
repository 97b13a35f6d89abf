"""The numbers of the published 8-bit scheme of the growing automata (Mordvintsev et al. 2020, web demo).

Weights are stored linearly, one byte each, with one scale per array. Values that pass between the stages of a step are
squashed by arctan into one byte each; for hidden layers the range starts at zero, so that storing them is the ReLU.
A NumPy array gives bytes and values as arrays, a tensor gives them as tensors, in the same arithmetic. The functions
called `fake_...` give what the pipeline would compute and let gradients through (straight-through estimator), so that a
model can be fine-tuned under it. The originals quantised only after training.
"""

import dataclasses
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


def quantise(weights: np.ndarray | tf.Tensor) -> tuple:
    """One byte for each weight of an array.

    Args:
      weights: float32 of any shape, finite: one kernel or one bias.
    Returns:
      The bytes, and the scale: twice the largest absolute weight.
    """
    if tf.is_tensor(weights):
        scale = 2.0 * tf.reduce_max(tf.abs(weights))
        return _nearest_byte(tf.math.divide_no_nan(weights, scale) + 0.5), scale
    scale = 2.0 * float(np.max(np.abs(weights)))
    return _nearest_byte(weights / np.float32(scale or 1.0) + np.float32(0.5)), scale


def dequantise(byte: np.ndarray | tf.Tensor, scale: float | tf.Tensor) -> np.ndarray | tf.Tensor:
    """The weights, float32, that bytes of `quantise` stand for."""
    if tf.is_tensor(byte):
        return (byte / LEVELS - 0.5) * scale
    return (byte.astype(np.float32) / np.float32(LEVELS) - np.float32(0.5)) * np.float32(scale)


def fake_quantise_weights(weights: tf.Tensor) -> tf.Tensor:
    """Rounds an array of weights to the 256 values that the 8-bit file can hold; its gradient is that of the identity.

    Args:
      weights: float32 of any shape, one kernel or one bias.
    Returns:
      float32 of the same shape, at most scale / 510 away.
    """
    weights = tf.convert_to_tensor(weights)
    return weights + tf.stop_gradient(dequantise(*quantise(weights)) - weights)


def encode(values: np.ndarray | tf.Tensor, *, hidden: bool = False) -> np.ndarray | tf.Tensor:
    """The bytes in which the pipeline keeps `values` (float32 of any shape) between its stages."""
    scale, zero = (HIDDEN_SCALE, HIDDEN_ZERO) if hidden else (SIGNED_SCALE, SIGNED_ZERO)
    if tf.is_tensor(values):
        return _nearest_byte(tf.atan(values) / scale + zero / LEVELS)
    return _nearest_byte(np.arctan(values) / np.float32(scale) + np.float32(zero / LEVELS))


def decode(byte: np.ndarray | tf.Tensor, *, hidden: bool = False) -> np.ndarray | tf.Tensor:
    """What the pipeline reads back from bytes of `encode`, float32."""
    if not tf.is_tensor(byte):
        return (HIDDEN_VALUES if hidden else SIGNED_VALUES)[byte]
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
    values, values_of_bytes = tf.convert_to_tensor(values), HIDDEN_VALUES if hidden else SIGNED_VALUES
    clipped = tf.clip_by_value(values, values_of_bytes[0], values_of_bytes[-1])
    return clipped + tf.stop_gradient(decode(encode(values, hidden=hidden), hidden=hidden) - clipped)


def _nearest_byte(share: np.ndarray | tf.Tensor) -> np.ndarray | tf.Tensor:
    """The byte nearest to a share of the range, halves to even: uint8, of a tensor float32 of whole numbers."""
    if tf.is_tensor(share):
        return tf.round(tf.clip_by_value(share, 0.0, 1.0) * LEVELS)
    return np.rint(np.clip(share, 0, 1) * np.float32(LEVELS)).astype(np.uint8)


@dataclasses.dataclass(frozen=True)
class Layer:
    """One dense layer: `kernel` and `bias` as bytes, uint8 [inputs, outputs] and [outputs], and their scales."""

    kernel: np.ndarray
    bias: np.ndarray
    kernel_scale: float
    bias_scale: float

    def floats(self) -> tuple[np.ndarray, np.ndarray]:
        """Returns kernel and bias as float32."""
        return dequantise(self.kernel, self.kernel_scale), dequantise(self.bias, self.bias_scale)
