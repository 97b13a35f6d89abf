"""What lies beyond the border of the grid: nothing ("zero") or the opposite border ("wrap")."""

import numpy as np
import tensorflow as tf

from nca_tf.files.errors import InputError

EDGES = ("zero", "wrap")


def check_edges(edges: str) -> str:
    """Return `edges` if it is a known kind, else raise InputError."""
    if edges not in EDGES:
        raise InputError(f"edges is {edges!r}; expected one of {', '.join(EDGES)}; choose one of them.")
    return edges


def pad(grid: tf.Tensor, edges: str, width: int = 1) -> tf.Tensor:
    """Surround every image with a border.

    Args:
      grid: [batch, height, width, ...], any dtype.
      edges: "zero" pads with zeros (False), "wrap" with what lies at the opposite border.
      width: of the border, in cells.
    Returns:
      [batch, height + 2 * width, width + 2 * width, ...].
    """
    if edges == "wrap":
        grid = tf.concat([grid[:, -width:], grid, grid[:, :width]], axis=1)
        return tf.concat([grid[:, :, -width:], grid, grid[:, :, :width]], axis=2)
    if grid.dtype == tf.bool and not grid.shape.is_fully_defined():  # an export: TFLite pads numbers only
        rows = tf.fill(tf.shape(grid[:, :width]), False)
        grid = tf.concat([rows, grid, rows], axis=1)
        columns = tf.fill(tf.shape(grid[:, :, :width]), False)
        return tf.concat([columns, grid, columns], axis=2)
    return tf.pad(grid, [[0, 0], [width, width], [width, width]] + [[0, 0]] * (grid.shape.rank - 3))


def neighbour_indices(batch: int, height: int, width: int, edges: str, size: int = 3) -> np.ndarray:
    """Flat position of each cell's neighbourhood of size x size cells, row by row from the top left.

    Positions count through [batch, height, width]; one past the last (batch * height * width) stands for "outside".

    Returns:
      int32 [batch * height * width, size * size].
    """
    rows, columns = np.arange(height)[:, None, None], np.arange(width)[None, :, None]
    reach = size // 2
    down, right = (offset.reshape(1, 1, -1) for offset in np.mgrid[-reach : reach + 1, -reach : reach + 1])
    near_rows, near_columns = rows + down, columns + right
    flat = (near_rows % height) * width + near_columns % width
    flat = flat[None] + (np.arange(batch) * height * width)[:, None, None, None]
    if edges == "zero":
        outside = (near_rows < 0) | (near_rows >= height) | (near_columns < 0) | (near_columns >= width)
        flat = np.where(outside[None], batch * height * width, flat)
    return flat.reshape(-1, size * size).astype(np.int32)
