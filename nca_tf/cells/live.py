"""Two ways to carry out a step: over the whole grid, or only where cells live.

A family describes its step once, in terms of the methods that both classes here share:

  mask(test)             the cells whose state passes a test, which the zero state must fail; without gradient
  increment(rule, where) what `rule` gives at the cells of a mask; the rule sees a neighbourhood, see below
  beside(where, among, rule, test)
                         the cells of the mask `where` with a cell of the mask `among` in their 3x3 neighbourhood whose
                         state would pass the test if it got `rule`'s increment; without gradient
  add(increment)         the state with the increment added
  map(function, *grids)  a function applied to each cell on its own; it must leave the zero state zero
  keep(mask, cover)      zero outside `mask`; `cover` names the cells that may become non-zero in the next step

Masks and other grids are [batch, height, width] for both; `where` names covered cells only. `DenseGrid` computes
everything everywhere. `LiveCells` keeps the states of the covered cells as rows of one table and computes a rule for
acting cells alone. A dead cell's state is exactly zero and a cell that does not act gets no increment, so both compute
the very same function.

A rule receives a neighbourhood with `perceive(sensors)`, `convolve(kernel)`, `pick(grid)`, `extent` and `dtype`.
"""

from collections.abc import Callable
from functools import cache

import numpy as np
import tensorflow as tf

from nca_tf.cells.edges import neighbour_indices, pad
from nca_tf.cells.life import spread
from nca_tf.cells.perception import Sensors, perceive_grid


class DenseGrid:
    """The whole grid: the form for GPUs, exports and single steps.

    Args:
      state: [batch, height, width, channels].
      edges: "zero" or "wrap".
    """

    def __init__(self, state: tf.Tensor, edges: str):
        self.state, self.edges, self._computed = state, edges, {}

    @property
    def shape(self):
        """Batch, height and width, static where known."""
        return _extent(self.state)

    @property
    def parts(self) -> tuple[tf.Tensor, ...]:
        """The tensors that a loop carries from step to step."""
        return (self.state,)

    @property
    def invariants(self) -> tuple[tf.TensorShape, ...]:
        """Shapes of `parts` that hold at every step."""
        return (self.state.shape,)

    def with_parts(self, parts: tuple[tf.Tensor, ...]) -> "DenseGrid":
        """The same grid at another step."""
        return DenseGrid(parts[0], self.edges)

    def mask(self, test: Callable) -> tf.Tensor:
        """The cells whose state [..., channels] passes `test`."""
        return test(tf.stop_gradient(self.state))

    def increment(self, rule: Callable, where: tf.Tensor) -> "DenseIncrement":
        """What `rule` gives, zero outside the mask `where`."""
        values = self._everywhere(rule)
        return DenseIncrement(values * _every_channel(where, values.dtype))

    def beside(self, where: tf.Tensor, among: tf.Tensor, rule: Callable, test: Callable) -> tf.Tensor:
        """The cells of `where` beside one of `among` that would pass `test` after `rule`."""
        passed = test(tf.stop_gradient(self.state + self._everywhere(rule)))
        return where & spread(passed & among, self.edges)

    def _everywhere(self, rule: Callable) -> tf.Tensor:
        if rule not in self._computed:
            self._computed[rule] = rule(DenseNeighbourhood(self.state, self.edges))
        return self._computed[rule]

    def add(self, increment: "DenseIncrement") -> "DenseGrid":
        return DenseGrid(self.state + increment.values, self.edges)

    def map(self, function: Callable, *grids: tf.Tensor) -> "DenseGrid":
        return DenseGrid(function(self.state, *grids), self.edges)

    def keep(self, mask: tf.Tensor, cover: tf.Tensor | None = None) -> "DenseGrid":
        return DenseGrid(self.state * _every_channel(mask, self.state.dtype), self.edges)


class DenseIncrement:
    """Increments of a whole grid, [batch, height, width, channels]."""

    def __init__(self, values: tf.Tensor):
        self.values = values

    def scaled(self, weights: tf.Tensor) -> "DenseIncrement":
        """Weighted cell by cell with a grid [batch, height, width]."""
        return DenseIncrement(self.values * _every_channel(weights, self.values.dtype))


class DenseNeighbourhood:
    """Every cell of the grid with its 3x3 neighbourhood."""

    def __init__(self, state: tf.Tensor, edges: str):
        self.state, self.edges = state, edges
        self.extent, self.dtype = tf.shape(state)[:3], state.dtype

    def perceive(self, sensors: Sensors) -> tf.Tensor:
        return perceive_grid(self.state, tf.cast(sensors.filters, self.dtype), self.edges)

    def convolve(self, kernel: tf.Tensor) -> tf.Tensor:
        """A learned convolution; `kernel` is [size, size, channels, features] with an odd size."""
        if self.edges == "wrap":
            return tf.nn.conv2d(pad(self.state, "wrap", kernel.shape[0] // 2), kernel, 1, "VALID")
        return tf.nn.conv2d(self.state, kernel, 1, "SAME")

    def pick(self, grid: tf.Tensor) -> tf.Tensor:
        return grid


class Frame:
    """What stays fixed while cells come and go: the extent of the grid and who is whose neighbour.

    Args:
      batch, height, width: of the grid.
      edges: "zero" or "wrap".
    """

    def __init__(self, batch: int, height: int, width: int, edges: str):
        self.shape, self.edges, self.positions = (batch, height, width), edges, batch * height * width

    @cache  # noqa: B019 - a frame lives as long as the trace of one graph
    def neighbours(self, size: int) -> np.ndarray:
        return neighbour_indices(*self.shape, self.edges, size)

    def flat(self, grid: tf.Tensor) -> tf.Tensor:
        return tf.reshape(grid, [self.positions, *grid.shape[3:]])


class LiveCells:
    """The covered cells only: the form for CPUs.

    Args:
      frame: the grid.
      table: [1 + cells, channels]; row 0 stands for every cell that is not covered and is zero.
      cells: int32 [cells], flat position of rows 1, 2, ...
      row_of: int32 [positions + 1], row of each position; the last one is "outside the grid", row 0.
    """

    def __init__(self, frame: Frame, table: tf.Tensor, cells: tf.Tensor, row_of: tf.Tensor):
        self.frame, self.table, self.cells, self.row_of = frame, table, cells, row_of

    @classmethod
    def from_state(cls, state: tf.Tensor, cover: tf.Tensor, edges: str) -> "LiveCells":
        """Take up a state. Cells outside `cover` that are not zero are kept too: their neighbours see them."""
        frame = Frame(*_static_extent(state), edges)
        cells = _positions(frame.flat(cover | tf.reduce_any(state != 0, axis=-1)))
        table = tf.concat([tf.zeros([1, state.shape[-1]], state.dtype), tf.gather(frame.flat(state), cells)], axis=0)
        return cls(frame, table, cells, _rows_of(cells, frame.positions))

    @property
    def state(self) -> tf.Tensor:
        """The whole grid [batch, height, width, channels]."""
        flat = _put_in_place(self.table, self.cells, self.row_of[:-1])
        return tf.reshape(flat, [*self.frame.shape, self.table.shape[-1]])

    @property
    def shape(self) -> tuple[int, int, int]:
        """Batch, height and width."""
        return self.frame.shape

    @property
    def parts(self) -> tuple[tf.Tensor, ...]:
        """The tensors that a loop carries from step to step."""
        return self.table, self.cells, self.row_of

    @property
    def invariants(self) -> tuple[tf.TensorShape, ...]:
        """Shapes of `parts` that hold at every step."""
        shapes = [None, self.table.shape[-1]], [None], [self.frame.positions + 1]
        return tuple(tf.TensorShape(shape) for shape in shapes)

    def with_parts(self, parts: tuple[tf.Tensor, ...]) -> "LiveCells":
        """The same grid at another step."""
        return LiveCells(self.frame, *parts)

    def mask(self, test: Callable) -> tf.Tensor:
        """The cells whose state [..., channels] passes `test`."""
        return self._mask_of(self.cells, test(tf.stop_gradient(self.table)[1:]))

    def increment(self, rule: Callable, where: tf.Tensor) -> "LiveIncrement":
        """What `rule` gives at the cells of the mask `where`."""
        acting = self._covered(where)
        return LiveIncrement(self.frame, acting, rule(Patches(self, acting)))

    def beside(self, where: tf.Tensor, among: tf.Tensor, rule: Callable, test: Callable) -> tf.Tensor:
        """The cells of `where` beside one of `among` that would pass `test` after `rule`."""
        cells = self._covered(where)
        near = tf.gather(self.frame.neighbours(3), cells)
        outside = near == self.frame.positions
        asked = ~outside & tf.gather(self.frame.flat(among), tf.where(outside, 0, near))
        found = tf.where(asked)
        acting, owners = tf.gather_nd(near, found), tf.cast(found[:, 0], tf.int32)
        after = tf.gather(self.table, tf.gather(self.row_of, acting)) + rule(Patches(self, acting))
        passed = tf.cast(test(tf.stop_gradient(after)), tf.uint8)
        return self._mask_of(cells, tf.math.unsorted_segment_max(passed, owners, tf.shape(cells)[0]) > 0)

    def _covered(self, where: tf.Tensor) -> tf.Tensor:
        # Faster than a search of the whole grid.
        return tf.gather(self.cells, _positions(tf.gather(self.frame.flat(where), self.cells)))

    def _mask_of(self, cells: tf.Tensor, passed: tf.Tensor) -> tf.Tensor:
        flat = _spread_over(cells, tf.cast(passed, tf.uint8), self.frame.positions)
        return tf.reshape(tf.cast(flat, tf.bool), self.frame.shape)

    def add(self, increment: "LiveIncrement") -> "LiveCells":
        rows = tf.gather(self.row_of, increment.acting)
        return self.with_parts((_add_to_rows(self.table, rows, increment.values), self.cells, self.row_of))

    def map(self, function: Callable, *grids: tf.Tensor) -> "LiveCells":
        values = function(self.table[1:], *(tf.gather(self.frame.flat(grid), self.cells) for grid in grids))
        return self.with_parts((tf.concat([self.table[:1], values], axis=0), self.cells, self.row_of))

    def keep(self, mask: tf.Tensor, cover: tf.Tensor | None = None) -> "LiveCells":
        cells = _positions(self.frame.flat(mask if cover is None else cover))
        rows = tf.gather(self.row_of, cells)
        if cover is not None:
            rows *= tf.cast(tf.gather(self.frame.flat(mask), cells), tf.int32)
        table = _take_rows(self.table, tf.concat([[0], rows], axis=0))
        return self.with_parts((table, cells, _rows_of(cells, self.frame.positions)))


class LiveIncrement:
    """Increments of the acting cells: flat positions int32 [acting], values [acting, channels]."""

    def __init__(self, frame: Frame, acting: tf.Tensor, values: tf.Tensor):
        self.frame, self.acting, self.values = frame, acting, values

    def scaled(self, weights: tf.Tensor) -> "LiveIncrement":
        """Weighted cell by cell with a grid [batch, height, width]."""
        picked = tf.cast(tf.gather(self.frame.flat(weights), self.acting), self.values.dtype)
        return LiveIncrement(self.frame, self.acting, self.values * picked[:, None])


class Patches:
    """The acting cells, each with its 3x3 neighbourhood gathered from the table."""

    def __init__(self, live: LiveCells, acting: tf.Tensor):
        self.live, self.acting = live, acting
        self.extent, self.dtype = tf.shape(acting), live.table.dtype

    def near(self, size: int = 3) -> tf.Tensor:
        """Rows of each acting cell's neighbourhood, int32 [acting, size * size]."""
        return tf.gather(self.live.row_of, tf.gather(self.live.frame.neighbours(size), self.acting))

    def perceive(self, sensors: Sensors) -> tf.Tensor:
        return _gather_and_project(self.live.table, self.near(), tf.cast(sensors.matrix, self.dtype))

    def convolve(self, kernel: tf.Tensor) -> tf.Tensor:
        """A learned convolution; `kernel` is [size, size, channels, features] with an odd size."""
        weights = tf.reshape(kernel, [-1, kernel.shape[-1]])
        rows = tf.reshape(self.near(kernel.shape[0]), [-1])
        return tf.matmul(tf.reshape(_take_rows(self.live.table, rows), [-1, weights.shape[0]]), weights)

    def pick(self, grid: tf.Tensor) -> tf.Tensor:
        return tf.gather(self.live.frame.flat(grid), self.acting)


def _every_channel(grid: tf.Tensor, dtype: tf.DType) -> tf.Tensor:
    # TFLite has no slice that adds an axis to a grid of free extent.
    return tf.expand_dims(tf.cast(grid, dtype), axis=-1)


def _extent(state: tf.Tensor):
    dynamic = tf.shape(state)
    return tuple(size if size is not None else dynamic[axis] for axis, size in enumerate(state.shape[:3]))


def _static_extent(state: tf.Tensor) -> tuple[int, int, int]:
    if None in tuple(state.shape[:3]):
        raise ValueError(f"live cells need a state of known extent, not {state.shape}; give the batch and grid size")
    return tuple(state.shape[:3])


def _positions(mask: tf.Tensor) -> tf.Tensor:
    return tf.cast(tf.reshape(tf.where(mask), [-1]), tf.int32)


def _rows_of(cells: tf.Tensor, positions: int) -> tf.Tensor:
    return _spread_over(cells, tf.range(1, tf.shape(cells)[0] + 1), positions + 1)


def _spread_over(cells: tf.Tensor, values: tf.Tensor, size: int) -> tf.Tensor:
    # tf.scatter_nd takes four times as long.
    return tf.math.unsorted_segment_sum(values, cells, size)


@tf.custom_gradient
def _take_rows(table, rows):
    size = tf.shape(table)[0]
    return tf.gather(table, rows), lambda upstream: (tf.math.unsorted_segment_sum(upstream, rows, size), None)


@tf.custom_gradient
def _put_in_place(table, cells, row_of):
    def gradient(upstream):
        return tf.concat([tf.zeros_like(table[:1]), tf.gather(upstream, cells)], axis=0), None, None

    return tf.gather(table, row_of), gradient


@tf.custom_gradient
def _add_to_rows(table, rows, values):
    return table + tf.math.unsorted_segment_sum(values, rows, tf.shape(table)[0]), lambda upstream: (
        upstream,
        None,
        tf.gather(upstream, rows),
    )


@tf.custom_gradient
def _gather_and_project(table, near, matrix):
    """Gathered neighbourhoods times a constant matrix; keeps only `near` for the backward pass, not the patches."""
    size, channels = tf.shape(table)[0], table.shape[-1]

    def gradient(upstream):
        patches = tf.reshape(tf.matmul(upstream, matrix, transpose_b=True), [-1, channels])
        return tf.math.unsorted_segment_sum(patches, tf.reshape(near, [-1]), size), None, None

    return tf.matmul(tf.reshape(tf.gather(table, near), [-1, 9 * channels]), matrix), gradient
