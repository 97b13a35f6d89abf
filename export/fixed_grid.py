"""A step for runtimes that take no free axes: one grid of one size, such as LiteRT.js wants it."""

import dataclasses
from collections.abc import Sequence

import numpy as np
import tensorflow as tf

from export import rollouts
from nca_tf.cells.signatures import Limits, Signature
from nca_tf.files.errors import InputError

MOST = Limits().side


def fixed_step(signatures: Sequence[Signature], side: int) -> list[Signature]:
    """The step alone, on one grid.

    Args:
      signatures: those of a model.
      side: height and width of the grid in cells, from 1 to MOST.
    Returns:
      The step's signature with inputs of shape [1, side, side, ...] instead of [batch, height, width, ...].
    Raises:
      InputError: when the side is out of range.
    """
    if not 1 <= side <= MOST:
        raise InputError(f"a grid of {side} cells a side was asked for; 1 to {MOST} is expected; correct --grid")
    return [_fixed(signature, side) for signature in signatures if signature.name == rollouts.STEP]


def _fixed(signature: Signature, side: int) -> Signature:
    """`signature` without free axes; its example is the usual one, repeated or cut to that size."""
    shapes = {name: _shape(one.shape, side) for name, one in signature.inputs.items()}
    inputs = {name: dataclasses.replace(one, shape=shapes[name]) for name, one in signature.inputs.items()}

    def example(random_seed: int = 0) -> dict[str, np.ndarray]:
        return {name: np.resize(value, shapes[name]) for name, value in signature.example(random_seed).items()}

    # Traced for any size, as the other files are: what TensorFlow does on a grid of known size, TFLite lacks.
    free = signature.graph_function(checked=False)

    def function(**tensors: tf.Tensor) -> dict[str, tf.Tensor]:
        return free(*(tensors[name] for name in signature.parameters))

    return dataclasses.replace(signature, function=function, inputs=inputs, example=example)


def _shape(shape: Sequence[int | None], side: int) -> tuple[int, ...]:
    free = (1, side, side)
    return tuple(free[axis] if extent is None else extent for axis, extent in enumerate(shape))
