"""What lies beyond the border of the grid: nothing ("zero") or the opposite border ("wrap")."""

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
