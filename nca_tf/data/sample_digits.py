"""A hundred real images of each data set, ten a class, for the page and for checks on a machine without data sets.

They are the last ones of each class in the training set, which models were not trained on: part of what
`training.mnist` holds out. NOTICE says where they come from.
"""

from importlib import resources
from io import BytesIO

import numpy as np
from PIL import Image

from nca_tf.data.datasets import LabelledImages
from nca_tf.files.errors import InputError

NAMES = ("mnist", "fashion_mnist")
EACH = 10
SIDE = 28


def sheet_file(name: str) -> bytes:
    """The images of `sample_digits` as one PNG file: a row of ten for each class.

    Args:
      name: "mnist" or "fashion_mnist".
    """
    if name not in NAMES:
        raise InputError(f"no images of {name!r} are bundled; expected one of {', '.join(NAMES)}; choose one of them.")
    return (resources.files(__package__) / "digits" / f"{name}.png").read_bytes()


def sample_digits(name: str) -> LabelledImages:
    """Ten images of each class, class by class.

    Args:
      name: "mnist" or "fashion_mnist".
    """
    with Image.open(BytesIO(sheet_file(name))) as image:
        sheet = np.asarray(image.convert("L"))
    rows, columns = (side // SIDE for side in sheet.shape)
    images = sheet.reshape(rows, SIDE, columns, SIDE).swapaxes(1, 2).reshape(-1, SIDE, SIDE)
    return LabelledImages(images, np.repeat(np.arange(rows, dtype=np.int32), columns))


def make_sheet(data: LabelledImages, each: int = EACH) -> np.ndarray:
    """The last `each` images of each class as one picture, a row a class: uint8 [classes * side, each * side]."""
    rows = [data.images[np.flatnonzero(data.labels == label)[-each:]] for label in range(data.labels.max() + 1)]
    return np.concatenate([np.concatenate(list(row), axis=1) for row in rows])
