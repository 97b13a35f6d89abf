"""A step over the whole grid: the form for GPUs, exports and single steps.

`nca_tf.cells.live` carries out the same steps where cells live; both offer the methods of `nca_tf.cells.contract`.
"""

from collections.abc import Callable

import tensorflow as tf

from nca_tf.cells.edges import pad
from nca_tf.cells.life import spread
from nca_tf.cells.perception import Sensors, perceive_grid


class DenseGrid:
    """The whole grid.

    Args:
      state: [batch, height, width, channels].
      edges: "zero" or "wrap".
    """

    def __init__(self, state: tf.Tensor, edges: str):
        self.state, self.edges, self._computed = state, edges, {}

    @property
    def shape(self) -> tuple:
        """Batch, height and width, static where known."""
        dynamic = tf.shape(self.state)
        return tuple(size if size is not None else dynamic[axis] for axis, size in enumerate(self.state.shape[:3]))

    @property
    def parts(self) -> tuple[tf.Tensor, ...]:
        return (self.state,)

    @property
    def invariants(self) -> tuple[tf.TensorShape, ...]:
        return (self.state.shape,)

    def with_parts(self, parts: tuple[tf.Tensor, ...]) -> "DenseGrid":
        return DenseGrid(parts[0], self.edges)

    def mask(self, test: Callable) -> tf.Tensor:
        return test(tf.stop_gradient(self.state))

    def field(self, rule: Callable) -> "DenseField":
        return DenseField(rule(DenseNeighbourhood(self.state, self.edges)))

    def increment(self, rule: Callable, where: tf.Tensor) -> "DenseIncrement":
        values = self._everywhere(rule)
        return DenseIncrement(values * every_channel(where, values.dtype))

    def beside(self, where: tf.Tensor, among: tf.Tensor, rule: Callable, test: Callable) -> tf.Tensor:
        passed = test(tf.stop_gradient(self.state + self._everywhere(rule)))
        return where & spread(passed & among, self.edges)

    def _everywhere(self, rule: Callable) -> tf.Tensor:
        if rule not in self._computed:
            self._computed[rule] = rule(DenseNeighbourhood(self.state, self.edges))
        return self._computed[rule]

    def add(self, *increments: "DenseIncrement") -> "DenseGrid":
        return DenseGrid(sum((increment.values for increment in increments), self.state), self.edges)

    def map(self, function: Callable, *grids: tf.Tensor) -> "DenseGrid":
        return DenseGrid(function(self.state, *grids), self.edges)

    def transform(self, matrix: tf.Tensor) -> "DenseGrid":
        near = DenseNeighbourhood(self.state, self.edges)
        return DenseGrid(near.from_images(near.by_image(self.state) @ matrix), self.edges)

    def keep(self, mask: tf.Tensor, cover: tf.Tensor | None = None) -> "DenseGrid":
        return DenseGrid(self.state * every_channel(mask, self.state.dtype), self.edges)

    def total(self, function: Callable, *grids: tf.Tensor, living_only: bool = False) -> tf.Tensor:
        return tf.reduce_sum(function(self.state, *grids), axis=(1, 2))


class DenseIncrement:
    """Increments of a whole grid, [batch, height, width, channels]."""

    def __init__(self, values: tf.Tensor):
        self.values = values

    def scaled(self, weights: tf.Tensor) -> "DenseIncrement":
        return DenseIncrement(self.values * every_channel(weights, self.values.dtype))


class DenseField:
    """Values of a whole grid, [batch, height, width, values]."""

    def __init__(self, values: tf.Tensor):
        self.values = values

    def moments(self) -> tuple[tf.Tensor, tf.Tensor]:
        mean = _mean_of_cells(self.values)
        return mean, _mean_of_cells(tf.square(self.values - mean[:, None, None]))


def _mean_of_cells(values: tf.Tensor) -> tf.Tensor:
    """Row by row, then over the rows: thousands of cells summed up in one go, as by TF.js and TFLite, cost digits."""
    return tf.reduce_mean(tf.reduce_mean(values, axis=2), axis=1)


class DenseNeighbourhood:
    """Every cell of the grid with its neighbourhood."""

    def __init__(self, state: tf.Tensor, edges: str):
        self.state, self.edges = state, edges
        self.extent, self.dtype = tf.shape(state)[:3], state.dtype

    def perceive(self, sensors: Sensors) -> tf.Tensor:
        perceived = perceive_grid(self.state, tf.cast(sensors.filters, self.dtype), self.edges)
        return sensors.turned(perceived, self)

    def convolve(self, kernel: tf.Tensor) -> tf.Tensor:
        if self.edges == "wrap":
            return tf.nn.conv2d(pad(self.state, "wrap", kernel.shape[0] // 2), kernel, 1, "VALID")
        return tf.nn.conv2d(self.state, kernel, 1, "SAME")

    def pick(self, grid: "tf.Tensor | DenseField") -> tf.Tensor:
        return grid.values if isinstance(grid, DenseField) else grid

    def of_image(self, values: tf.Tensor) -> tf.Tensor:
        return values[:, None, None]

    def by_image(self, values: tf.Tensor) -> tf.Tensor:
        return tf.reshape(values, [self.extent[0], -1, values.shape[-1]])

    def from_images(self, values: tf.Tensor) -> tf.Tensor:
        return tf.reshape(values, tf.concat([self.extent, [values.shape[-1]]], axis=0))


def every_channel(grid: tf.Tensor, dtype: tf.DType) -> tf.Tensor:
    """A grid [batch, height, width] as numbers that multiply all channels of a state."""
    # TFLite has no slice that adds an axis to a grid of free extent.
    return tf.expand_dims(tf.cast(grid, dtype), axis=-1)
