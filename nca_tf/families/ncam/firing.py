"""A step of one picture in which only firing cells go through the dense layers: the form for CPUs.

With no life mask the whole grid has a state, so it is kept as a grid and its gradients are sensed everywhere; what a
rule computes, forwards and backwards, it computes for the cells that fire alone. Images are computed one by one, since
each has weights of its own: what one needs fits a core's cache.

The methods are those of nca_tf/cells/contract.py. Perception comes filter by filter (all states, then all x-gradients,
then all y-gradients), which spares a transposition of every cell's values.
"""

from collections.abc import Callable

import tensorflow as tf

from nca_tf.cells.edges import pad
from nca_tf.cells.perception import Sensors
from nca_tf.cells.rows import add_to_rows, positions


class FiringCells:
    """The whole grid of one image.

    Args:
      grid: [height, width, channels].
      edges: "zero" or "wrap".
    """

    def __init__(self, grid: tf.Tensor, edges: str):
        self.grid, self.edges = grid, edges

    @property
    def state(self) -> tf.Tensor:
        """[1, height, width, channels]."""
        return self.grid[None]

    @property
    def shape(self) -> tuple[int, int, int]:
        """One image, height and width."""
        return (1, *self.grid.shape[:2])

    @property
    def parts(self) -> tuple[tf.Tensor, ...]:
        return (self.grid,)

    @property
    def invariants(self) -> tuple[tf.TensorShape, ...]:
        return (self.grid.shape,)

    def with_parts(self, parts: tuple[tf.Tensor, ...]) -> "FiringCells":
        return FiringCells(parts[0], self.edges)

    @property
    def rows(self) -> tf.Tensor:
        """The states one after the other, [cells, channels]."""
        return tf.reshape(self.grid, [-1, self.grid.shape[-1]])

    def field(self, rule: Callable) -> "Sensed":
        return rule(self)

    def perceive(self, sensors: Sensors) -> "Sensed":
        """What the identity and the two Sobel filters give; `sensors` are not turned."""
        return Sensed(*sense(self.grid, self.edges))

    def increment(self, rule: Callable, where: tf.Tensor) -> "FiringIncrement":
        # A rule that fires everywhere draws a constant.
        known = tf.get_static_value(where)
        cells = None if known is not None and known.all() else positions(tf.reshape(where, [-1]))
        return FiringIncrement(cells, rule(Firing(self, cells)))

    def add(self, increment: "FiringIncrement") -> "FiringCells":
        if increment.cells is None:
            rows = self.rows + increment.values
        else:
            rows = add_to_rows(self.rows, increment.cells, increment.values)
        return FiringCells(tf.reshape(rows, self.grid.shape), self.edges)


class FiringIncrement:
    """Increments [cells, channels] at the positions `cells` of the image, or with None at all of them."""

    def __init__(self, cells: tf.Tensor | None, values: tf.Tensor):
        self.cells, self.values = cells, values


class Firing:
    """The firing cells of an image with what they sense."""

    def __init__(self, whole: FiringCells, cells: tf.Tensor | None):
        self.whole, self.cells, self.dtype = whole, cells, whole.grid.dtype

    def perceive(self, sensors: Sensors) -> tf.Tensor:
        return self.pick(self.whole.perceive(sensors))

    def pick(self, sensed: "Sensed") -> tf.Tensor:
        """Values [cells, 3 * channels]."""
        return sensed.values if self.cells is None else _rows(sensed.values, self.cells)


class Sensed:
    """What all cells of an image sense, [cells, 3 * channels], with its moments over the image, [3 * channels]."""

    def __init__(self, values: tf.Tensor, mean: tf.Tensor, variance: tf.Tensor):
        self.values, self._moments = values, (mean, variance)

    def moments(self) -> tuple[tf.Tensor, tf.Tensor]:
        return self._moments


@tf.custom_gradient
def _rows(values, cells):
    """Rows `cells`, all different."""
    count = values.shape[0]
    return tf.gather(values, cells), lambda upstream: (tf.math.unsorted_segment_sum(upstream, cells, count), None)


def sense(grid: tf.Tensor, edges: str) -> tuple[tf.Tensor, tf.Tensor, tf.Tensor]:
    """The state and both Sobel filters' values at every cell, and their moments.

    Args:
      grid: [height, width, channels].
      edges: "zero" or "wrap".
    Returns:
      [cells, 3 * channels], filter by filter; mean and variance of each column.
    """
    cells = grid.shape[0] * grid.shape[1]

    @tf.custom_gradient
    def sensed(grid):
        values = _filtered(grid, edges)
        # Products with a row of ones are the fastest sums over rows.
        ones = tf.fill([1, cells], tf.constant(1.0 / cells, values.dtype))
        mean = tf.squeeze(tf.matmul(ones, values), axis=0)
        variance = tf.squeeze(tf.matmul(ones, tf.square(values)), axis=0) - tf.square(mean)

        def backward(of_values, of_mean, of_variance):
            slope = of_variance * (2.0 / cells)
            return _filtered_back(of_values, values, slope, of_mean / cells - slope * mean, grid.shape[1], edges)

        return (values, mean, variance), backward

    return sensed(grid)


# Plain TensorFlow would write a dozen arrays for these two functions; compiled, each reads and writes once.
@tf.function(jit_compile=True, autograph=False)
def _filtered(grid, edges):
    x, y = _sobel(grid, edges)
    return tf.reshape(tf.concat([grid, x, y], axis=2), [-1, 3 * grid.shape[2]])


@tf.function(jit_compile=True, autograph=False)
def _filtered_back(upstream, values, slope, offset, width, edges):
    """The gradient of the grid from that of its values, to which values * slope + offset come from their moments."""
    whole = tf.reshape(upstream + values * slope + offset, [-1, width, upstream.shape[1]])
    own, of_x, of_y = tf.split(whole, 3, axis=2)
    # Turned by 180 degrees, which is the transpose, either filter changes its sign.
    return own - _sobel(of_x, edges)[0] - _sobel(of_y, edges)[1]


def _sobel(grid: tf.Tensor, edges: str) -> tuple[tf.Tensor, tf.Tensor]:
    """Both filters, divided by 8, over [height, width, channels]."""
    around = pad(grid[None] * 0.125, edges)[0]
    smooth = around[:-2] + 2.0 * around[1:-1] + around[2:]
    slope = around[2:] - around[:-2]
    return smooth[:, 2:] - smooth[:, :-2], slope[:, :-2] + 2.0 * slope[:, 1:-1] + slope[:, 2:]
