"""What a code decides: all weights of one automaton (paper, sections 3.1 and 3.3).

The parameter predictor starts so that every picture has the same near-do-nothing automaton: the bias of its last layer
is an ordinary start of such a rule, the kernel is small.
"""

from collections.abc import Mapping
from typing import Any

import keras
import numpy as np
import tensorflow as tf

from nca_tf.cells.contract import Field
from nca_tf.families.ncam.blocks import Start, affine, affine_starts, block_starts, blocks

PREDICTOR_BLOCKS = ("predictor/block1", "predictor/block2")
"""FCBs before the weights (their number is not stated in the paper)."""
LAST = "predictor/weights"
KERNEL_SHARE = 0.1
"""Size of the last layer's kernel beside the usual one."""
SECOND_SHARE = 0.1
"""Size of the second layer of a rule at the start beside the usual one; without a leak factor a tenth of that."""


EPSILON = 1e-3
"""Added to a variance before its root is taken (not stated)."""


def genome_shapes(channels: int, hidden: int) -> dict[str, tuple[int, ...]]:
    """Shapes of one automaton's weights by name, as of `nca_tf.cells.rule.DenseRule`."""
    return {
        "dense1/kernel": (3 * channels, hidden),
        "dense1/bias": (hidden,),
        "dense2/kernel": (hidden, channels),
        "dense2/bias": (channels,),
    }


def genome_size(channels: int, hidden: int) -> int:
    """How many numbers an automaton has: 8336 with 16 channels and 128 hidden units."""
    return sum(int(np.prod(shape)) for shape in genome_shapes(channels, hidden).values())


@keras.saving.register_keras_serializable(package="nca_tf")
class GenomeStart(keras.initializers.Initializer):
    """One automaton's weights at their start, in one row, as the bias from which the predictor departs."""

    def __init__(self, channels: int, hidden: int, leaky: bool):
        self.channels, self.hidden, self.leaky = channels, hidden, leaky

    def __call__(self, shape: tuple[int, ...], dtype: str | None = None) -> tf.Tensor:
        share = SECOND_SHARE * (1.0 if self.leaky else 0.1)
        kinds = {"dense1/kernel": "glorot_uniform", "dense2/kernel": _scaled(share, "fan_avg")}
        made = [
            keras.initializers.get(kinds.get(name, "zeros"))(shape, dtype)
            for name, shape in genome_shapes(self.channels, self.hidden).items()
        ]
        return tf.concat([tf.reshape(tf.convert_to_tensor(weight), [-1]) for weight in made], axis=0)

    def get_config(self) -> dict[str, Any]:
        return {"channels": self.channels, "hidden": self.hidden, "leaky": self.leaky}


def predictor_starts(code_size: int, channels: int, hidden: int, leaky: bool) -> dict[str, Start]:
    """The weights of the parameter predictor."""
    starts = {}
    for name in PREDICTOR_BLOCKS:
        starts |= block_starts(name, code_size, 1, leaky=leaky)
    starts |= affine_starts(LAST, code_size, genome_size(channels, hidden))
    starts[f"{LAST}/kernel"] = Start(starts[f"{LAST}/kernel"].shape, _scaled(KERNEL_SHARE, "fan_in"))
    starts[f"{LAST}/bias"] = Start(starts[f"{LAST}/bias"].shape, GenomeStart(channels, hidden, leaky))
    return starts


def _scaled(share: float, mode: str) -> keras.initializers.Initializer:
    return keras.initializers.VarianceScaling(share**2, mode, "uniform")


def predict(code: tf.Tensor, weights: Mapping[str, tf.Tensor], channels: int, hidden: int) -> dict[str, tf.Tensor]:
    """The automata of codes [batch, code size]: by the names of `genome_shapes`, each with a row an image."""
    flat = affine(blocks(code, weights, PREDICTOR_BLOCKS), weights, LAST)
    shapes = genome_shapes(channels, hidden)
    parts = tf.split(flat, [int(np.prod(shape)) for shape in shapes.values()], axis=1)
    return {name: tf.reshape(part, [-1, *shapes[name]]) for name, part in zip(shapes, parts, strict=True)}


def genome_of(image: int, genomes: Mapping[str, tf.Tensor]) -> dict[str, tf.Tensor]:
    """One image's weights; those that all share are everyone's."""
    shared = genomes["dense1/kernel"].shape.rank == 2
    return {name: rows if shared else rows[image if rows.shape[0] != 1 else 0] for name, rows in genomes.items()}


def filters_first(kernel: tf.Tensor) -> tf.Tensor:
    """Rows of a kernel [..., 3 * channels, hidden] from channel by channel (3 c + k) to filter by filter."""
    channels, hidden = kernel.shape[-2] // 3, kernel.shape[-1]
    apart = tf.reshape(kernel, [-1, channels, 3, hidden])
    return tf.reshape(tf.transpose(apart, [0, 2, 1, 3]), tf.shape(kernel))


def norm_of(sensed: Field, is_gradient: np.ndarray) -> tuple[tf.Tensor, tf.Tensor]:
    """Mean and scale by which what cells sense is normalised; 0 and 1 for the states themselves.

    Args:
      sensed: what every cell perceives.
      is_gradient: bool [3 * channels].
    """
    mean, variance = sensed.moments()
    # That of states, which isn't needed, may be below 0 by rounding: a difference of large numbers. No root is there.
    variance = tf.where(is_gradient, tf.maximum(variance, 0.0), 1.0)
    return tf.where(is_gradient, mean, 0.0), tf.where(is_gradient, tf.math.rsqrt(variance + EPSILON), 1.0)


def normalised(weights: Mapping[str, tf.Tensor], mean: tf.Tensor, scale: tf.Tensor) -> dict[str, tf.Tensor]:
    """Weights that do with a perception x what these do with (x - mean) x scale.

    Args:
      weights: of one automaton, or with a row an image.
      mean, scale: [3 * channels], or with a row an image.
    """
    kernel = weights["dense1/kernel"] * scale[..., None]
    bias = weights["dense1/bias"] - tf.linalg.matvec(kernel, mean, transpose_a=True)
    return {**weights, "dense1/kernel": kernel, "dense1/bias": bias}
