"""Controls of a rollout: numbers, lists, grids or matrices that stay for its length, one for all images or one each."""

import operator
from typing import TYPE_CHECKING, Any

import numpy as np
import tensorflow as tf

from nca_tf.files.errors import InputError

if TYPE_CHECKING:
    from nca_tf.cells.automaton import CellularAutomaton


def read_controls(model: "CellularAutomaton", controls: dict[str, Any], batch: int | None) -> dict[str, tf.Tensor]:
    """Controls as tensors: floating-point ones in the model's type, all others in their own.

    Args:
      model: its `control_ranks` say what is known.
      controls: by name; None stands for the model's own and is left out.
      batch: number of images, None where it is not known.
    Raises:
      InputError: one is unknown, of another shape, or not made of finite numbers.
    """
    read = {}
    for name, value in controls.items():
        if value is None:
            continue
        if name not in model.control_ranks:
            known = ", ".join(model.control_ranks) or "none"
            raise InputError(f"{name} is no control of a {type(model).__name__}; known are {known}; correct the name.")
        tensor = _numbers(name, value)
        if tensor.dtype.is_floating:
            tensor = tf.cast(tensor, model.compute_dtype)
        rank, given = model.control_ranks[name], tensor.shape.rank
        if given == rank + 1 and batch is not None and tensor.shape[0] not in (None, batch):
            given = None
        if given not in (rank, rank + 1):
            raise InputError(
                f"{name} has the shape {tuple(tensor.shape)}; {_WORDS[rank]} was expected, or {batch} of them, one for "
                "each image; correct it."
            )
        if name in model.control_limits:
            check_numbers(name, tensor, model.control_limits[name])
        read[name] = tensor
    return read


def check_state(model: "CellularAutomaton", state: tf.Tensor) -> None:
    """Raises InputError where `model` has no cells like those of a state, or the state isn't a batch."""
    shape, channels = tuple(state.shape), model.channels
    if len(shape) != 4 or shape[-1] not in (None, channels) or shape[0] == 0:
        raise InputError(
            f"the state has the shape {shape}; [batch, height, width, {channels}] was expected; reshape it, or begin "
            "with one of the model's own."
        )


def read_numbers(random_seed: Any, **counts: Any) -> list[tf.Tensor]:
    """The counts of a rollout, then its random seed, as int32 scalars, of numbers that are known before it begins.

    Raises:
      InputError: one is no whole number, is not known yet, or has no place in 32 bits.
    """
    read = []
    for name, value in {**counts, "random_seed": random_seed}.items():
        least = -(2**31) if name == "random_seed" else 0
        try:
            number = operator.index(value)
        except TypeError:
            raise InputError(
                f"{name} is {value!r}; a whole number that is known beforehand was expected; inside of a tf.function "
                "whose argument it is, call `run`."
            ) from None
        if not least <= number < 2**31:
            raise InputError(f"{name} is {number}; expected {least} or more, below 2**31; choose another.")
        read.append(tf.constant(number, tf.int32))
    return read


def check_grid(name: str, grid: tf.Tensor, shape: tuple, sizes: tuple[tuple[int, int], ...] = ()) -> None:
    """Raises InputError where a control [..., height, width] has another extent than the states, of this `shape`.

    Args:
      sizes: extents that are accepted, too.
    """
    sides, wanted = tuple(grid.shape[-2:]), tuple(shape)[1:3]
    known = all(isinstance(side, int) for side in (*sides, *wanted))
    if known and sides not in (wanted, *sizes):
        raise InputError(
            f"{name} is a grid of {sides[0]}x{sides[1]} cells and the states have {wanted[0]}x{wanted[1]}; the same "
            "extent was expected; draw it for this grid."
        )


def check_numbers(name: str, tensor: tf.Tensor, most: int) -> None:
    """Raises InputError where a control has other whole numbers than 0 to `most`, or is a mask.

    Of the numbers in a graph nothing is known.
    """
    if tensor.dtype.is_bool:
        raise InputError(f"{name} is a mask; numbers from 0 to {most} were expected; multiply it by the one you mean.")
    if tf.is_symbolic_tensor(tensor):
        return
    if tensor.dtype.is_floating and not bool(tf.reduce_all(tensor == tf.floor(tensor))):
        raise InputError(f"{name} has fractions; whole numbers from 0 to {most} were expected; round it.")
    least, largest = int(tf.reduce_min(tensor)), int(tf.reduce_max(tensor))
    if least < 0 or largest > most:
        raise InputError(f"{name} has numbers from {least} to {largest}; 0 to {most} were expected; correct it.")


def _numbers(name: str, value: Any) -> tf.Tensor:
    expected = "finite numbers were expected; correct it."
    try:
        tensor = tf.convert_to_tensor(value)
    except (TypeError, ValueError):
        raise InputError(f"{name} is not an array of numbers; {expected}") from None
    if not (tensor.dtype.is_floating or tensor.dtype.is_integer or tensor.dtype.is_bool):
        raise InputError(f"{name} is of the type {tensor.dtype.name}; {expected}")
    # Of a tensor in a graph nothing is known yet.
    if tensor.dtype.is_floating and not tf.is_symbolic_tensor(tensor) and not np.isfinite(tensor.numpy()).all():
        raise InputError(f"{name} has values that are not finite; {expected}")
    return tensor


def slice_controls(model: "CellularAutomaton", controls: dict[str, tf.Tensor], images: slice) -> dict[str, tf.Tensor]:
    """The controls of some images of the batch."""
    return {
        name: value[images] if value.shape.rank == model.control_ranks[name] + 1 else value
        for name, value in controls.items()
    }


_WORDS = {0: "a number", 1: "a list", 2: "a grid or matrix"}
