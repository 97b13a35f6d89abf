"""What stays fixed while cells come and go: the extent of the grid, and who is whose neighbour."""

import numpy as np
import tensorflow as tf


class Frame:
    """A grid whose cells are counted through [batch, height, width]: flat positions.

    Args:
      batch, height, width: of the grid.
      edges: "zero" or "wrap".
    """

    def __init__(self, batch: int, height: int, width: int, edges: str):
        self.shape, self.edges, self.positions = (batch, height, width), edges, batch * height * width
        self._neighbours: dict[int, np.ndarray] = {}

    def flat(self, grid: tf.Tensor) -> tf.Tensor:
        return tf.reshape(grid, [self.positions, *grid.shape[3:]])

    def grid(self, flat: tf.Tensor) -> tf.Tensor:
        return tf.reshape(flat, [*self.shape, *flat.shape[1:]])

    def image_of(self, cells: tf.Tensor) -> tf.Tensor:
        """Image of each flat position."""
        return cells // (self.shape[1] * self.shape[2])

    def neighbours(self, reach: int) -> np.ndarray:
        """Flat positions of each cell's neighbourhood, row by row from the top left; `positions` stands for outside.

        Args:
          reach: cells to each side.
        Returns:
          int32 [positions, neighbours].
        """
        if reach not in self._neighbours:
            batch, height, width = self.shape
            grid = np.arange(self.positions, dtype=np.int32).reshape(batch, height, width)
            border = [(0, 0), (reach, reach), (reach, reach)]
            beyond = {"mode": "wrap"} if self.edges == "wrap" else {"constant_values": self.positions}
            windows = np.lib.stride_tricks.sliding_window_view(np.pad(grid, border, **beyond), (height, width), (1, 2))
            self._neighbours[reach] = windows.transpose(0, 3, 4, 1, 2).reshape(self.positions, -1)
        return self._neighbours[reach]
