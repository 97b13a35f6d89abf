"""Images of data sets as targets, `fashion_mnist:INDEX` (Frost, Parry, Adams 2022, "Expanding the Scope of NCA").

As there: the grey value is copied to red, green and blue, alpha is 1 wherever it is above zero, nothing is resized.
"""

import functools
from collections.abc import Callable

import numpy as np
from PIL import Image

from nca_tf.files.errors import InputError
from nca_tf.pictures.target_images import shrink

KINDS = ("fashion_mnist", "mnist", "kmnist")


def dataset_target(name: str, index: str, size: int) -> np.ndarray:
    """One training image as a target.

    Args:
      name: a grey data set, found as `nca_tf.data.datasets.load_images` finds it.
      index: of the image, counted from 0 in the order in which TensorFlow Datasets stores them.
      size: largest side in cells; larger images are shrunk to it.
    Returns:
      float32 [height, width, 4] in [0, 1]: RGB premultiplied by alpha, and alpha.
    """
    from nca_tf.data.datasets import load_images

    if not (index.isascii() and index.isdecimal()):
        raise InputError(f"{name}:{index} names no image; a number was expected after the colon; try {name}:0")
    images = load_images(name, "train").images
    if int(index) >= len(images):
        raise InputError(
            f"{name}:{index} is not among the {len(images)} training images; 0 to {len(images) - 1} was expected; "
            "choose a smaller number"
        )
    grey = images[int(index)]
    alpha = np.where(grey > 0, np.uint8(255), np.uint8(0))
    return shrink(Image.fromarray(np.stack([grey, grey, grey, alpha], axis=-1)), size)


def dataset_targets() -> dict[str, Callable[[str, int], np.ndarray]]:
    """For `nca_tf.pictures.targets.SOURCES`: kind -> function of (what follows the colon, size)."""
    return {name: functools.partial(dataset_target, name) for name in KINDS}
