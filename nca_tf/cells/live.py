"""A step where cells live: the form for CPUs.

`nca_tf.cells.contract` says what both forms offer to a family. The states of the covered cells are rows of one table,
in which row 0 is an empty cell; a rule is computed for acting cells alone.
"""

import contextlib
from collections.abc import Callable, Iterator

import tensorflow as tf

from nca_tf.cells.frame import Frame
from nca_tf.cells.perception import Sensors
from nca_tf.cells.rows import (
    add_to_rows,
    filter_rows,
    positions,
    put_in_place,
    rows_of,
    spread_over,
    sum_by,
    take_rows,
)

_checks = {"cover": False}


@contextlib.contextmanager
def checked_cover() -> Iterator[None]:
    """Within, whatever is traced asserts that only covered cells act; otherwise the others are silently left out."""
    before, _checks["cover"] = _checks["cover"], True
    try:
        yield
    finally:
        _checks["cover"] = before


class LiveCells:
    """The covered cells only.

    Args:
      frame: the grid.
      table: [1 + cells, channels]; row 0 stands for every cell that is not covered and is zero.
      cells: int32 [cells], flat position of rows 1, 2, ..., in order.
      row_of: int32 [positions + 1], row of each position; the last one is outside the grid, row 0.
    """

    def __init__(self, frame: Frame, table: tf.Tensor, cells: tf.Tensor, row_of: tf.Tensor):
        self.frame, self.table, self.cells, self.row_of = frame, table, cells, row_of

    @classmethod
    def from_state(cls, state: tf.Tensor, cover: tf.Tensor, edges: str) -> "LiveCells":
        """Take up a state. Cells outside `cover` that are not zero are kept too: their neighbours see them."""
        if None in tuple(state.shape[:3]):
            raise ValueError(f"live cells need a state of known extent, not {state.shape}; give batch and grid size")
        frame = Frame(*state.shape[:3], edges)
        cells = positions(frame.flat(cover | tf.reduce_any(state != 0, axis=-1)))
        table = _with_zero_row(tf.gather(frame.flat(state), cells))
        return cls(frame, table, cells, rows_of(cells, frame.positions + 1))

    @property
    def state(self) -> tf.Tensor:
        """The whole grid [batch, height, width, channels]."""
        return self.frame.grid(put_in_place(self.table, self.cells, self.row_of[:-1]))

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
        return self._mask_of(self.cells, test(tf.stop_gradient(self.table))[1:])

    def field(self, rule: Callable) -> "LiveField":
        return LiveField(self, rule(Patches(self, self.cells)))

    def increment(self, rule: Callable, where: tf.Tensor) -> "LiveIncrement":
        acting = self._covered(where)
        return LiveIncrement(self.frame, acting, rule(Patches(self, acting)))

    def beside(self, where: tf.Tensor, among: tf.Tensor, rule: Callable, test: Callable) -> tf.Tensor:
        cells = self._covered(where)
        near = tf.gather(self.frame.neighbours(1), cells)
        found = tf.where(tf.gather(tf.pad(self.frame.flat(among), [[0, 1]]), near))
        acting = tf.gather_nd(near, found)
        owners = tf.cast(found[:, 0], tf.int32)
        after = tf.gather(self.table, tf.gather(self.row_of, acting)) + rule(Patches(self, acting))
        passed = tf.cast(test(tf.stop_gradient(after)), tf.uint8)
        return self._mask_of(cells, tf.math.unsorted_segment_max(passed, owners, tf.shape(cells)[0]) > 0)

    def _covered(self, where: tf.Tensor) -> tf.Tensor:
        flat = self.frame.flat(where)
        # Faster than a search of the whole grid.
        covered = tf.gather(self.cells, positions(tf.gather(flat, self.cells)))
        if _checks["cover"]:
            asked = tf.math.count_nonzero(flat, dtype=tf.int32)
            message = "a cell is to act that is not covered: name it in `cover` of the step before"
            with tf.control_dependencies([tf.debugging.assert_equal(asked, tf.shape(covered)[0], message)]):
                return tf.identity(covered)
        return covered

    def _mask_of(self, cells: tf.Tensor, passed: tf.Tensor) -> tf.Tensor:
        flat = spread_over(cells, tf.cast(passed, tf.uint8), self.frame.positions)
        return self.frame.grid(tf.cast(flat, tf.bool))

    def add(self, *increments: "LiveIncrement") -> "LiveCells":
        table = self.table
        for increment in increments:
            table = add_to_rows(table, tf.gather(self.row_of, increment.acting), increment.values)
        return self._with(table)

    def map(self, function: Callable, *grids: tf.Tensor) -> "LiveCells":
        return self._with(function(self.table, *self._at_rows(grids)))

    def transform(self, matrix: tf.Tensor) -> "LiveCells":
        if matrix.shape.rank == 2:
            return self._with(self.table @ matrix)
        near = Patches(self, self.cells)
        values = near.from_images(near.by_image(self.table[1:]) @ matrix)
        return self._with(_with_zero_row(values))

    def _with(self, table: tf.Tensor) -> "LiveCells":
        return LiveCells(self.frame, table, self.cells, self.row_of)

    def _at_rows(self, grids: tuple[tf.Tensor, ...]) -> list[tf.Tensor]:
        """Grids row by row, 0 or False in row 0: to cut that off the table costs the gradient of every step a copy."""
        picked = [tf.gather(self.frame.flat(grid), self.cells) for grid in grids]
        return [tf.concat([tf.zeros([1, *values.shape[1:]], values.dtype), values], axis=0) for values in picked]

    def keep(self, mask: tf.Tensor, cover: tf.Tensor | None = None) -> "LiveCells":
        cells = positions(self.frame.flat(mask if cover is None else cover))
        rows = tf.gather(self.row_of, cells)
        if cover is not None:
            rows *= tf.cast(tf.gather(self.frame.flat(mask), cells), tf.int32)
        table = take_rows(self.table, tf.concat([[0], rows], axis=0))
        return LiveCells(self.frame, table, cells, rows_of(cells, self.frame.positions + 1))

    def total(self, function: Callable, *grids: tf.Tensor, living_only: bool = False) -> tf.Tensor:
        batch, height, width = self.frame.shape
        picked = self._at_rows(grids)
        image = tf.concat([[0], self.frame.image_of(self.cells)], axis=0)
        if living_only:
            return sum_by(function(self.table, *picked), image, batch)
        # What the zero state of all other cells gives depends on the grids alone.
        more = function(self.table, *picked) - function(tf.zeros_like(self.table), *picked)
        empty = tf.zeros([batch, height, width, self.table.shape[-1]], self.table.dtype)
        most = tf.reduce_sum(function(empty, *grids), axis=(1, 2))
        return most + sum_by(more, image, batch)


class LiveIncrement:
    """Increments of the acting cells: flat positions int32 [acting], values [acting, channels]."""

    def __init__(self, frame: Frame, acting: tf.Tensor, values: tf.Tensor):
        self.frame, self.acting, self.values = frame, acting, values

    def scaled(self, weights: tf.Tensor) -> "LiveIncrement":
        picked = tf.cast(tf.gather(self.frame.flat(weights), self.acting), self.values.dtype)
        return LiveIncrement(self.frame, self.acting, self.values * picked[:, None])


class LiveField:
    """Values at the covered cells, [cells, values]."""

    def __init__(self, live: LiveCells, values: tf.Tensor):
        self.live, self.values = live, values

    def moments(self) -> tuple[tf.Tensor, tf.Tensor]:
        batch, height, width = self.live.frame.shape
        image = self.live.frame.image_of(self.live.cells)
        mean = sum_by(self.values, image, batch) / (height * width)
        off = tf.square(self.values - take_rows(mean, image))
        return mean, sum_by(off, image, batch) / (height * width)


class Patches:
    """The acting cells, each with its neighbourhood gathered from the table."""

    def __init__(self, live: LiveCells, acting: tf.Tensor):
        self.live, self.acting = live, acting
        self.extent, self.dtype = tf.shape(acting)[:1], live.table.dtype

    def near(self, reach: int = 1) -> tf.Tensor:
        """Rows of each acting cell's neighbourhood, int32 [acting, neighbours]."""
        return tf.gather(self.live.row_of, tf.gather(self.live.frame.neighbours(reach), self.acting))

    def perceive(self, sensors: Sensors) -> tf.Tensor:
        filters = tf.reshape(tf.cast(sensors.filters, self.dtype), [9, -1])
        return sensors.turned(filter_rows(self.live.table, tf.transpose(self.near()), filters), self)

    def convolve(self, kernel: tf.Tensor) -> tf.Tensor:
        weights = tf.reshape(kernel, [-1, kernel.shape[-1]])
        rows = tf.reshape(self.near(kernel.shape[0] // 2), [-1])
        return tf.matmul(tf.reshape(take_rows(self.live.table, rows), [-1, weights.shape[0]]), weights)

    def pick(self, grid: tf.Tensor | LiveField) -> tf.Tensor:
        if isinstance(grid, LiveField):
            return take_rows(grid.values, tf.gather(self.live.row_of, self.acting) - 1)
        return tf.gather(self.live.frame.flat(grid), self.acting)

    def of_image(self, values: tf.Tensor) -> tf.Tensor:
        return take_rows(values, self.live.frame.image_of(self.acting))

    def by_image(self, values: tf.Tensor) -> tf.Tensor:
        batch = self.live.frame.shape[0]
        slots, most = self._slots()
        padded = sum_by(values, slots, batch * most)
        return tf.reshape(padded, [batch, most, values.shape[-1]])

    def from_images(self, values: tf.Tensor) -> tf.Tensor:
        slots, _ = self._slots()
        return take_rows(tf.reshape(values, [-1, values.shape[-1]]), slots)

    def _slots(self) -> tuple[tf.Tensor, tf.Tensor]:
        """Place of each acting cell among as many for each image as the fullest one needs, and how many these are."""
        # Acting cells come image by image.
        image = self.live.frame.image_of(self.acting)
        counts = tf.math.unsorted_segment_sum(tf.ones_like(image), image, self.live.frame.shape[0])
        most = tf.reduce_max(counts)
        first = tf.cumsum(counts, exclusive=True)
        return image * most + tf.range(tf.shape(image)[0]) - tf.gather(first, image), most


def _with_zero_row(values: tf.Tensor) -> tf.Tensor:
    return tf.concat([tf.zeros([1, values.shape[-1]], values.dtype), values], axis=0)
