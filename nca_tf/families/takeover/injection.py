"""Where a rule is put into a grown pattern: a square at a random place inside, a spray, or a mask that was drawn."""

import dataclasses
import math
import numbers
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np
import tensorflow as tf

from nca_tf.cells.controls import check_grid, check_numbers
from nca_tf.cells.life import ALIVE_THRESHOLD
from nca_tf.files.errors import InputError

if TYPE_CHECKING:
    from nca_tf.families.takeover.automaton import MultiRuleCA

SQUARE, SPRAY = "square", "spray"
LAST = 2**31 - 1
"""The largest number of a step."""
_EXPECTED = "square:SIDE, such as square:2, or spray:SHARE, such as spray:0.03, was expected"


@dataclasses.dataclass(frozen=True)
class Injection:
    """How cells are chosen that are handed to another rule.

    Attributes:
      kind: "square" or "spray".
      amount: the square's side in cells, or the share of all cells that a spray hits, in (0, 1].

    Example:
      >>> injection = Injection.parse("square:2")
      >>> masks = injection.draw(model.owner(states) == 1, np.random.default_rng(0))
    """

    kind: str
    amount: float

    def __post_init__(self):
        if self.kind not in (SQUARE, SPRAY):
            raise InputError(f"what is to be injected is a {self.kind!r}; {_EXPECTED}; correct it")
        if not isinstance(self.amount, numbers.Real) or not math.isfinite(self.amount):
            raise InputError(f"a {self.kind} of {self.amount!r} is to be injected; {_EXPECTED}; correct it")
        if self.kind == SQUARE and (self.amount < 1 or self.amount != int(self.amount)):
            raise InputError(f"a square of side {self.amount:g} is to be injected; a whole side of at least 1 {_DO}")
        if self.kind == SPRAY and not 0.0 < self.amount <= 1.0:
            raise InputError(f"a spray of {self.amount:g} is to be injected; a share above 0 and at most 1 {_DO}")

    @classmethod
    def parse(cls, text: str) -> "Injection":
        """From "square:2" or "spray:0.03".

        Raises:
          InputError: it is neither, or its number is impossible.
        """
        kind, _, amount = text.partition(":")
        try:
            number = float(amount)
        except ValueError:
            number = np.nan
        if kind not in (SQUARE, SPRAY) or not np.isfinite(number):
            raise InputError(f"what is to be injected is {text!r}; {_EXPECTED}; correct it")
        return cls(kind, number)

    def __str__(self) -> str:
        return f"{self.kind}:{self.amount:g}"

    def draw(self, patterns: np.ndarray, rng: np.random.Generator) -> np.ndarray:
        """One mask for each pattern.

        Args:
          patterns: bool [count, height, width], the mature cells.
        Returns:
          bool of the same shape. A spray hits empty cells too, where nothing happens, and at least one mature cell.
        Raises:
          InputError: a pattern is empty, or a square fits nowhere inside it.
        """
        patterns = np.asarray(patterns, bool)
        if self.kind == SQUARE:
            return square_masks(patterns, int(self.amount), rng)
        masks = rng.random(patterns.shape) < self.amount
        missed = ~(masks & patterns).any(axis=(1, 2))
        masks[missed] |= square_masks(patterns[missed], 1, rng)
        return masks


_DO = "was expected; correct it"


def square_masks(patterns: np.ndarray, side: int, rng: np.random.Generator) -> np.ndarray:
    """A square inside each pattern, its centre drawn from all cells that are side // 2 cells away from the outside.

    As in the original: of an even side the rows and columns centre - side // 2 to centre + side // 2 - 1.

    Args:
      patterns: bool [count, height, width], on a torus.
      side: of the square in cells.
    Returns:
      bool of the shape of `patterns`.
    Raises:
      InputError: a pattern has no such cell.
    """
    masks, reach = np.zeros(patterns.shape, bool), side // 2
    height, width = patterns.shape[1:]
    for mask, pattern in zip(masks, patterns, strict=True):
        inside = np.argwhere(_eroded(pattern, reach)) if side <= min(height, width) else ()
        if not len(inside):
            raise InputError(
                f"a square of {side} cells a side is to be injected into a pattern of {int(pattern.sum())} mature "
                "cells; one that fits inside was expected; choose a smaller square, or inject when the pattern is grown"
            )
        row, column = inside[rng.integers(len(inside))]
        first = np.arange(-reach, side - reach)
        mask[np.ix_((row + first) % height, (column + first) % width)] = True
    return masks


def _eroded(pattern: np.ndarray, reach: int) -> np.ndarray:
    """Cells whose neighbourhood of `reach` cells to each side is in the pattern, on a torus."""
    for axis in (0, 1):
        pattern = np.all([np.roll(pattern, shift, axis) for shift in range(-reach, reach + 1)], axis=0)
    return pattern


def inject(model: "MultiRuleCA", state: tf.Tensor, masks: np.ndarray, rule: str) -> tf.Tensor:
    """Hand the cells of masks to a rule, after a check that there are any.

    Args:
      model: a `MultiRuleCA`.
      state: [batch, height, width, channels].
      masks: bool [batch, height, width], or one for all images [height, width].
      rule: its name.
    Raises:
      InputError: a mask is of another extent, or covers no cell of its pattern.
    """
    masks, number = np.asarray(masks), model.number_of(rule) + 1
    if masks.shape not in (tuple(state.shape[:3]), tuple(state.shape[1:3])):
        raise InputError(
            f"the mask of what is injected has the shape {masks.shape} and the states {tuple(state.shape[:3])}; the "
            "same, or one mask for all, was expected; correct it"
        )
    pattern = np.asarray(tf.reduce_sum(model.alphas(state), axis=-1)) >= ALIVE_THRESHOLD
    masks = np.broadcast_to(masks != 0, pattern.shape)
    if not (masks & pattern).any(axis=(1, 2)).all():
        raise InputError(
            "the injection lies outside of the pattern, where there is no cell to hand over; at least one mature cell "
            "was expected within; move it onto the pattern"
        )
    return model.inject(tf.convert_to_tensor(state), tf.constant(masks * np.int32(number)))


def timed(controls: Mapping[str, Any], first_step: int) -> dict[str, Any]:
    """The controls of a rollout, in which cells are handed over before its first step unless `at` says when.

    Raises:
      InputError: `at` is no number of a step, or says when nothing is to be done.
    """
    injected, at = controls.get("injected"), controls.get("at")
    if at is None:
        return {**controls, **({} if injected is None else {"at": first_step})}
    if injected is None:
        raise InputError(f"at is {at} and nothing is injected; both were expected, or neither; pass injected too.")
    check_numbers("at", tf.convert_to_tensor(at), LAST)
    return dict(controls)


def due(injected: tf.Tensor, at: tf.Tensor | int, step: tf.Tensor, shape: tuple) -> tf.Tensor:
    """What is handed over before a step, int32 of the grids' `shape`: all 0 but at the step `at`, scalar or [batch].

    Raises:
      InputError: `injected` has another extent than the grids, and isn't one cell that stands for all.
    """
    check_grid("injected", injected, shape, sizes=((1, 1),))
    now = tf.reshape(tf.cast(step, tf.int32) == tf.cast(at, tf.int32), [-1, 1, 1])
    return tf.broadcast_to(tf.where(now, tf.cast(injected, tf.int32), 0), shape)
