"""What a family describes its step in: the methods that every form of execution offers to it.

A family says once what a step does. `nca_tf.cells.dense.DenseGrid` computes everything everywhere, which suits GPUs and
exports; `nca_tf.cells.live.LiveCells` keeps the states of the covered cells as rows of one table and computes a rule
for acting cells alone, which suits CPUs. A dead cell's state is exactly zero and a cell that does not act gets no
increment, so both compute the very same function.

Masks and other grids are [batch, height, width]; `where` names covered cells only.
"""

from collections.abc import Callable, Mapping
from typing import Any, Protocol, TypeAlias

import tensorflow as tf

Rule: TypeAlias = "Callable[[Near], tf.Tensor]"
"""What a rule gives at the acting cells, seen through their neighbourhoods."""
Weights: TypeAlias = Mapping[str, tf.Tensor]
"""By the names that they have in model files, as data: a model's own, a network's, or one set for each image."""
Where: TypeAlias = tf.Tensor | None
"""The cells that a rule is asked about, as a mask; None for all. It proposes nothing for any other."""
Test: TypeAlias = Callable[[tf.Tensor], tf.Tensor]
"""Which states [..., channels] pass, bool [...]; the zero state must fail."""


class Near(Protocol):
    """The neighbourhoods of the acting cells: what a rule receives.

    Attributes:
      extent: shape of the acting cells, [cells] or [batch, height, width].
      dtype: type of the state.
    """

    extent: tf.Tensor
    dtype: tf.DType

    def perceive(self, sensors: Any) -> tf.Tensor:
        """States and gradients, [..., channels * filters]."""

    def convolve(self, kernel: tf.Tensor) -> tf.Tensor:
        """A learned convolution, [size, size, channels, features]: [..., features]."""

    def pick(self, grid: "tf.Tensor | Field") -> tf.Tensor:
        """A grid, or what `Cells.field` gave, at the acting cells."""

    def of_image(self, values: tf.Tensor) -> tf.Tensor:
        """Values [batch, ...] at the acting cells of each image."""

    def by_image(self, values: tf.Tensor) -> tf.Tensor:
        """Values [..., features] as [batch, cells, features], to be multiplied by one matrix an image."""

    def from_images(self, values: tf.Tensor) -> tf.Tensor:
        """Takes back what `by_image` did."""


class Increment(Protocol):
    """What a rule gave at the cells of a mask."""

    def scaled(self, weights: tf.Tensor) -> "Increment":
        """The same, weighted by a grid."""


class Field(Protocol):
    """What a rule gave at every covered cell."""

    def moments(self) -> tuple[tf.Tensor, tf.Tensor]:
        """Mean and variance over each image, [batch, values] each; of a state that covers the grid."""


class Cells(Protocol):
    """The states of a grid.

    Attributes:
      state: [batch, height, width, channels].
      shape: batch, height and width.
    """

    state: tf.Tensor
    shape: tuple

    def mask(self, test: Test) -> tf.Tensor:
        """The cells whose state passes a test; without gradient."""

    def increment(self, rule: Rule, where: tf.Tensor) -> Increment:
        """What a rule gives at the cells of a mask."""

    def field(self, rule: Rule) -> Field:
        """What a rule gives at every covered cell."""

    def beside(self, where: tf.Tensor, among: tf.Tensor, rule: Rule, test: Test) -> tf.Tensor:
        """Those of the cells `where` that have a neighbour among `among` which a rule's increment would let pass.

        Neighbours are the 3x3 around a cell; without gradient.
        """

    def add(self, *increments: Increment) -> "Cells":
        """The states with the increments added."""

    def map(self, function: Callable[..., tf.Tensor], *grids: tf.Tensor) -> "Cells":
        """A function applied to each cell on its own; it must leave the zero state zero."""

    def transform(self, matrix: tf.Tensor) -> "Cells":
        """Each cell's state times a matrix [channels, channels], or one for each image [batch, ...]."""

    def keep(self, mask: tf.Tensor, cover: tf.Tensor | None = None) -> "Cells":
        """Zero outside of `mask`; `cover` names the cells that may become non-zero in the next step."""

    def total(self, function: Callable[..., tf.Tensor], *grids: tf.Tensor, living_only: bool = False) -> tf.Tensor:
        """The sum over each image of a function of each cell: [batch], or [batch, ...].

        Quicker where that is zero for the zero state, whatever the grids, and `living_only` says so.
        """


class Draws(Protocol):
    """The random draws of one step.

    Attributes:
      step: its number, int32 scalar.
    """

    step: tf.Tensor | int

    def of(self, rule: str) -> "Draws":
        """Those of one of several rules."""

    def mask(self, name: str, shape: tuple, rate: float) -> tf.Tensor:
        """Independent draws, bool of `shape` [batch, height, width], True with probability `rate`."""

    def normal(self, name: str, neighbourhood: Near, channels: int) -> tf.Tensor:
        """Standard normal noise for the acting cells, [..., channels]."""
