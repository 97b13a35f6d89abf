"""The residual blocks of the manifold's networks, as functions of weights that are handed in by name.

Paper, section 3.1: CB3 (3x3, twice as many features within), CB1 (1x1, four times as many) and FCB (fully connected)
keep the width and the resolution of what they are given. Each adds what it computes times a leak factor, one learnable
number that starts at 0.1 and stays within [1e-3, 1e3]; it is stored as its logarithm.
"""

import math
from collections.abc import Mapping
from typing import NamedTuple

import keras
import tensorflow as tf

LEAK = "leak"
"""Name of the leak factor of the automata themselves, one for all pictures."""
LEAK_START, LEAK_LEAST, LEAK_MOST = 0.1, 1e-3, 1e3


class Start(NamedTuple):
    """One weight before training: its shape, and a Keras initializer."""

    shape: tuple[int, ...]
    initializer: str | keras.initializers.Initializer


def leak_start() -> Start:
    """The logarithm of a leak factor."""
    return Start((), keras.initializers.Constant(math.log(LEAK_START)))


def leak(weights: Mapping[str, tf.Tensor], name: str) -> tf.Tensor:
    """The leak factor stored under `name`, a scalar within [1e-3, 1e3]."""
    return tf.exp(tf.clip_by_value(weights[name], math.log(LEAK_LEAST), math.log(LEAK_MOST)))


def affine_starts(name: str, features_in: int, features_out: int, side: int = 1) -> dict[str, Start]:
    """The weights of a convolution of `side` x `side`, or with 1 of a dense layer."""
    window = () if side == 1 else (side, side)
    return {
        f"{name}/kernel": Start((*window, features_in, features_out), "glorot_uniform"),
        f"{name}/bias": Start((features_out,), "zeros"),
    }


def affine(values: tf.Tensor, weights: Mapping[str, tf.Tensor], name: str) -> tf.Tensor:
    """Values [..., features in] to [..., features out]; a kernel of rank 4 convolves [batch, height, width, ...]."""
    kernel, bias = weights[f"{name}/kernel"], weights[f"{name}/bias"]
    if kernel.shape.rank == 4:
        return tf.nn.bias_add(tf.nn.conv2d(values, kernel, 1, "SAME"), bias)
    flat = tf.nn.bias_add(tf.matmul(tf.reshape(values, [-1, kernel.shape[0]]), kernel), bias)
    return tf.reshape(flat, tf.concat([tf.shape(values)[:-1], [kernel.shape[1]]], axis=0))


def block_starts(name: str, width: int, expansion: int, side: int = 1, leaky: bool = True) -> dict[str, Start]:
    """The weights of a residual block: CB3 with side 3 and expansion 2, CB1 with 1 and 4, FCB with 1 and 1."""
    return {
        **affine_starts(f"{name}/inner", width, width * expansion, side),
        **affine_starts(f"{name}/outer", width * expansion, width, side),
        **({f"{name}/leak": leak_start()} if leaky else {}),
    }


def block(values: tf.Tensor, weights: Mapping[str, tf.Tensor], name: str) -> tf.Tensor:
    """values + leak factor x outer(relu(inner(values))), of the same shape; without a leak factor it counts 1."""
    change = affine(tf.nn.relu(affine(values, weights, f"{name}/inner")), weights, f"{name}/outer")
    return values + (leak(weights, f"{name}/leak") * change if f"{name}/leak" in weights else change)


def blocks(values: tf.Tensor, weights: Mapping[str, tf.Tensor], names: tuple[str, ...]) -> tf.Tensor:
    """One block after the other."""
    for name in names:
        values = block(values, weights, name)
    return values
