"""Pictures of a training's states, whatever they show."""

import numpy as np

from nca_tf.pictures.animation import tile, zoom


def before_and_after(before: np.ndarray, after: np.ndarray) -> np.ndarray:
    """A batch before (upper row) and after a rollout, enlarged.

    Args:
      before, after: uint8 [batch, height, width, 3].
    Returns:
      uint8 [rows, columns, 3].
    """
    return zoom(tile(np.concatenate([before, after]), columns=len(before), gap=2), 2)


def square(pictures: np.ndarray) -> np.ndarray:
    """Pictures, uint8 [count, height, width, 3], in about as many rows as columns: uint8 [rows, columns, 3]."""
    return tile(pictures, columns=max(1, round(len(pictures) ** 0.5)), gap=1)
