"""Gives names to a published model's arrays, which are known only by their order and sizes."""

import math
from collections.abc import Sequence

import numpy as np

from export.published.original import Original
from nca_tf.files.errors import InputError

GROWING = "growing"
MNIST = "mnist"
ADVERSARIAL = "adversarial"
"""What a rule of either kind makes of a host."""
FILTERS = 3
MOST_CHANNELS = 256
MOST_HIDDEN = 4096


def recognise(file_format: str, arrays: Sequence[np.ndarray]) -> Original:
    """Recognises a model by the sizes of its arrays.

    Args:
      file_format: the format that they were read from, for people.
      arrays: float32, kernel and bias of each layer in order; only the number of values in each matters. Four arrays
        are the two dense layers of a growing rule, six the learned perception and two layers of a self-classifying one.
    Returns:
      the model, its arrays by name, kernels of dense layers [inputs, outputs].
    Raises:
      InputError: when the sizes fit neither, or a value is not finite.
    """
    shapes = _growing_shapes(arrays) if len(arrays) == 4 else _mnist_shapes(arrays) if len(arrays) == 6 else None
    if shapes is None:
        sizes = ", ".join(str(array.size) for array in arrays[:12]) or "none"
        raise InputError(
            f"the file's arrays have these numbers of values: {sizes}; kernel and bias of the two layers of a growing "
            "rule, or of the three of a self-classifying one, are expected; pass a file of one of these"
        )
    named = {
        name: np.ascontiguousarray(array.reshape(shape), np.float32)
        for (name, shape), array in zip(shapes.items(), arrays, strict=True)
    }
    for name, array in named.items():
        check_finite(name, array)
    hidden, channels = shapes["dense1/bias"][0], shapes["dense2/bias"][0]
    if len(arrays) == 4:
        return Original(file_format, GROWING, named, {"channels": channels, "hidden": hidden}, ADVERSARIAL)
    channels, features = shapes["perceive/kernel"][2:]
    settings = {"channels": channels, "hidden": hidden, "features": features}
    return Original(file_format, MNIST, named, settings, ADVERSARIAL)


def check_finite(name: str, array: np.ndarray) -> None:
    """Raises InputError when a value is infinite or not a number."""
    if not np.isfinite(array).all():
        raise InputError(f"{name} holds values that are not finite; numbers are expected; check that the file is whole")


def _growing_shapes(arrays: Sequence[np.ndarray]) -> dict[str, tuple[int, ...]] | None:
    hidden, channels = arrays[1].size, arrays[3].size
    shapes = {
        "dense1/kernel": (FILTERS * channels, hidden),
        "dense1/bias": (hidden,),
        "dense2/kernel": (hidden, channels),
        "dense2/bias": (channels,),
    }
    return shapes if _fit(arrays, shapes) and channels >= 4 and channels <= MOST_CHANNELS else None


def _mnist_shapes(arrays: Sequence[np.ndarray]) -> dict[str, tuple[int, ...]] | None:
    perceived, hidden, mutable = arrays[1].size, arrays[3].size, arrays[5].size
    channels = mutable + 1  # the first one holds the image and never changes
    shapes = {
        "perceive/kernel": (3, 3, channels, perceived),
        "perceive/bias": (perceived,),
        "dense1/kernel": (perceived, hidden),
        "dense1/bias": (hidden,),
        "dense2/kernel": (hidden, mutable),
        "dense2/bias": (mutable,),
    }
    return shapes if _fit(arrays, shapes) and 10 < channels <= MOST_CHANNELS else None


def _fit(arrays: Sequence[np.ndarray], shapes: dict[str, tuple[int, ...]]) -> bool:
    sizes = [math.prod(shape) for shape in shapes.values()]
    return sizes == [array.size for array in arrays] and max(shapes["dense1/bias"]) <= MOST_HIDDEN
