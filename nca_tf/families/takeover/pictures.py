"""Targets of this family: straight alpha, where other families multiply RGB by it."""

from typing import Any

import numpy as np

from nca_tf.cells.life import ALIVE_THRESHOLD
from nca_tf.pictures.targets import place

TARGETS = {"red": "lizard-red", "tailless": "lizard-tailless", "firework": "explosion"}
"""Short names of targets."""
SIZE, PADDING = 40, 4
"""Largest side of a target in cells, and the empty cells on each side of it: a grid of 48x48."""


def straight_target(picture: np.ndarray, height: int, width: int) -> np.ndarray:
    """A target on its grid.

    Args:
      picture: float32 [h, w, 4] in [0, 1], RGB premultiplied by alpha.
      height, width: of the grid.
    Returns:
      float32 [height, width, 4], straight RGB and alpha. Colours are zero where a cell would not be mature: hardly
      anything is to be seen there, what is left of them by resampling is noise, and cells farther out hold none.
    """
    placed = place(picture, height, width)
    alpha = placed[..., 3:]
    colour = np.divide(placed[..., :3], alpha, out=np.zeros_like(placed[..., :3]), where=alpha >= ALIVE_THRESHOLD)
    return np.concatenate([np.clip(colour, 0.0, 1.0), alpha], axis=-1)


def grid_side(meta: dict[str, Any]) -> int:
    """Cells a side of the grid that a model was trained on; that of the published ones, where meta.json says nothing.

    Args:
      meta: of its meta.json.
    """
    return meta.get("size", SIZE) + 2 * meta.get("padding", PADDING)
