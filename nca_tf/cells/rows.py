"""Gathers and sums over the rows of a table of cells, with gradients of their own.

TensorFlow's gradient of a gather is a sparse sum that the next operation makes dense at several times the cost, and it
keeps whole neighbourhoods from every step of a rollout. These keep positions only.
"""

from collections.abc import Callable
from typing import TypeAlias

import tensorflow as tf

WithGradient: TypeAlias = tuple[tf.Tensor, Callable]
"""A result, which is all that callers get, and its gradient, which tf.custom_gradient takes."""


def positions(mask: tf.Tensor) -> tf.Tensor:
    """Where a flat mask holds, in order, int32 [count]."""
    return tf.cast(tf.reshape(tf.where(mask), [-1]), tf.int32)


def spread_over(cells: tf.Tensor, values: tf.Tensor, size: int) -> tf.Tensor:
    """`values` at the positions `cells` of an array [size, ...] that is zero elsewhere."""
    # tf.scatter_nd takes four times as long.
    return tf.math.unsorted_segment_sum(values, cells, size)


def rows_of(cells: tf.Tensor, size: int) -> tf.Tensor:
    """Row 1, 2, ... of each position among `cells`, 0 for all other positions; int32 [size]."""
    return spread_over(cells, tf.range(1, tf.shape(cells)[0] + 1), size)


@tf.custom_gradient
def take_rows(table: tf.Tensor, rows: tf.Tensor) -> WithGradient:
    """`table` [rows, ...] at `rows` of any shape; a row may be taken more than once."""
    size = tf.shape(table)[0]

    def gradient(upstream):
        flat = tf.reshape(upstream, tf.concat([[-1], tf.shape(table)[1:]], axis=0))
        return tf.math.unsorted_segment_sum(flat, tf.reshape(rows, [-1]), size), None

    return tf.gather(table, rows), gradient


@tf.custom_gradient
def sum_by(values: tf.Tensor, groups: tf.Tensor, count: tf.Tensor) -> WithGradient:
    """Sums of the rows of `values` [rows, ...] by their group, int32 [rows], of `count` groups: [count, ...]."""
    # TensorFlow's own gradient compares, and selects, for groups below zero, of which there are none.
    return tf.math.unsorted_segment_sum(values, groups, count), lambda upstream: (
        tf.gather(upstream, groups),
        None,
        None,
    )


@tf.custom_gradient
def put_in_place(table: tf.Tensor, cells: tf.Tensor, row_of: tf.Tensor) -> WithGradient:
    """The whole grid, flat: row `row_of` of `table` at each position; `cells` are the positions of rows 1, 2, ..."""

    def gradient(upstream):
        return tf.concat([tf.zeros_like(table[:1]), tf.gather(upstream, cells)], axis=0), None, None

    return tf.gather(table, row_of), gradient


@tf.custom_gradient
def add_to_rows(table: tf.Tensor, rows: tf.Tensor, values: tf.Tensor) -> WithGradient:
    """`table` with `values` [count, channels] added at `rows` [count], all of them different."""
    return table + tf.math.unsorted_segment_sum(values, rows, tf.shape(table)[0]), lambda upstream: (
        upstream,
        None,
        tf.gather(upstream, rows),
    )


@tf.custom_gradient
def filter_rows(table: tf.Tensor, near: tf.Tensor, filters: tf.Tensor) -> WithGradient:
    """Filters over neighbourhoods; keeps only `near` for the backward pass, not the neighbourhoods.

    Args:
      table: [rows, channels].
      near: int32 [neighbours, cells], rows of each cell's neighbourhood.
      filters: [neighbours, filters]; constants, which get no gradient.
    Returns:
      [cells, channels * filters], channel by channel.
    """
    size, channels, count = tf.shape(table)[0], table.shape[-1], filters.shape[-1]
    neighbours = near.shape[0]

    # Neighbour by neighbour: as a product of whole neighbourhoods, most of the matrix would be zeros.
    def gradient(upstream):
        # In three dimensions: TensorFlow would move a plain transposition into the product, at twice the cost.
        planes = tf.transpose(tf.reshape(upstream, [-1, channels, count]), [2, 0, 1])
        around = tf.reshape(tf.matmul(filters, tf.reshape(planes, [count, -1])), [-1, channels])
        return tf.math.unsorted_segment_sum(around, tf.reshape(near, [-1]), size), None, None

    around = tf.reshape(tf.gather(table, near), [neighbours, -1])
    planes = tf.matmul(filters, around, transpose_a=True)
    return tf.reshape(tf.transpose(planes), [-1, channels * count]), gradient
