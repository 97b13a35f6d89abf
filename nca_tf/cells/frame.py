"""What stays fixed while cells come and go: the extent of the grid, and who is whose neighbour."""

import numpy as np
import tensorflow as tf

from nca_tf.cells.edges import pad


class Frame:
    """A grid whose cells are counted through [batch, height, width]: flat positions.

    Args:
      batch, height, width: of the grid.
      edges: "zero" or "wrap".
    """

    def __init__(self, batch: int, height: int, width: int, edges: str):
        self.shape, self.edges, self.positions = (batch, height, width), edges, batch * height * width

    def flat(self, grid: tf.Tensor) -> tf.Tensor:
        return tf.reshape(grid, [self.positions, *grid.shape[3:]])

    def grid(self, flat: tf.Tensor) -> tf.Tensor:
        return tf.reshape(flat, [*self.shape, *flat.shape[1:]])

    def image_of(self, cells: tf.Tensor) -> tf.Tensor:
        """Image of each flat position."""
        return cells // (self.shape[1] * self.shape[2])

    def surrounded(self, flat: tf.Tensor, reach: int) -> tf.Tensor:
        """A flat grid with a border of `reach` cells around each image, flat again."""
        return tf.reshape(pad(self.grid(flat), self.edges, reach), [-1])

    def neighbours(self, cells: tf.Tensor, reach: int) -> tf.Tensor:
        """Each cell's neighbourhood, row by row from the top left, int32 [neighbours, cells].

        Args:
          cells: flat positions.
          reach: cells to each side.
        Returns:
          Positions in a grid that is `surrounded`.
        """
        width = self.shape[2]
        wide = width + 2 * reach
        around = np.arange(-reach, reach + 1, dtype=np.int32)
        offsets = (around[:, None] * wide + around).reshape(-1, 1)
        line = cells // width
        inside = line * wide + cells % width + reach
        return inside + (self.image_of(cells) * (2 * reach) + reach) * wide + offsets

    def positions_surrounded(self, reach: int) -> np.ndarray:
        """Flat position of each cell of a surrounded grid, int32; `positions` for those outside."""
        batch, height, width = self.shape
        grid = np.arange(self.positions, dtype=np.int32).reshape(batch, height, width)
        border = [(0, 0), (reach, reach), (reach, reach)]
        if self.edges == "wrap":
            return np.pad(grid, border, mode="wrap").reshape(-1)
        return np.pad(grid, border, constant_values=self.positions).reshape(-1)
