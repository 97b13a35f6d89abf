"""The picture that a growing automaton was trained to grow: named in its meta.json, or a file of its own beside it."""

from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from nca_tf.files.errors import InputError
from nca_tf.pictures.animation import encode_png, straight
from nca_tf.pictures.target_images import read_image, shrink, target_from_file
from nca_tf.pictures.targets import NAMES, PLANARIAN_SIZE, bundled_name, load_target

TARGET_FILE = "target.png"
"""Where a model's folder holds a picture that is not bundled."""
HOST_TARGET, HOST_TARGET_FILE = "host_target", "host_target.png"
"""In meta.json of what changes a host, the picture that the host grows: a bundled name, or this file beside it."""
SIZE, PADDING = 40, 16
"""The original's, for a meta.json that doesn't say."""
MOST_CELLS = 1 << 20
"""Of the grid of a model's training, 1024x1024; `size` and `padding` are believed up to there."""
MOST_PIXELS = 4 << 20
"""Of a picture beside a model."""
_ROUNDING = 1.5 / 255


class ModelTarget(NamedTuple):
    """What a model grows and on which grid.

    Attributes:
      picture: float32 [height, width, 4] in [0, 1], RGB premultiplied by alpha; None where meta.json names none.
      size: largest side of the picture in cells.
      padding: empty cells around it on each side.
    """

    picture: np.ndarray | None
    size: int
    padding: int


def usual_size(target: str) -> int:
    """Largest side in cells at which a target is trained where nobody says otherwise."""
    return PLANARIAN_SIZE if bundled_name(target) == "planarian" else SIZE


def encode_target(picture: np.ndarray) -> bytes:
    """`TARGET_FILE` for a model's folder: a picture as PNG with straight alpha.

    Args:
      picture: float32 [height, width, 4] in [0, 1], RGB premultiplied by alpha.
    """
    return encode_png(straight(picture))


def is_same_picture(one: np.ndarray, other: np.ndarray) -> bool:
    """Whether two targets [height, width, 4] are the same, to the rounding of `TARGET_FILE`."""
    return one.shape == other.shape and float(np.abs(one - other).max()) <= _ROUNDING


def target_of(meta: dict[str, Any], folder: Path) -> ModelTarget:
    """The target that a model's meta.json names.

    `target.png` is taken as it is: it was keyed and shrunk before the training. Any other picture is a user's, read as
    `nca_tf.pictures.targets.load_target` reads it.

    Args:
      meta: "target" (a name, or a file in `folder`), "size" and "padding" in cells; none of them is needed.
      folder: the model's folder.
    Raises:
      InputError: the target is unknown, its file missing or damaged, or the grid larger than `MOST_CELLS`.
    """
    name, size, padding = meta.get("target"), meta.get("size", SIZE), meta.get("padding", PADDING)
    if (size + 2 * padding) ** 2 > MOST_CELLS:
        raise InputError(
            f"{folder} states a picture of {size} cells and {padding} around it; at most {MOST_CELLS} cells are "
            "accepted in all; check size and padding in its meta.json"
        )
    if name is None:
        return ModelTarget(None, size, padding)
    beside = folder / name
    # What a file names is looked for beside it and nowhere else.
    if bundled_name(name) is None and (beside.parent != folder or name in ("", "..")):
        raise InputError(
            f"{folder} names the target {ascii(name)[:100]}; {', '.join(NAMES)} or a file in that folder was expected; "
            "put the picture there"
        )
    if name == TARGET_FILE:
        return ModelTarget(shrink(read_image(beside, MOST_PIXELS), size), size, padding)
    picture = load_target(name, size) if bundled_name(name) else target_from_file(beside, size, MOST_PIXELS)
    return ModelTarget(picture, size, padding)
