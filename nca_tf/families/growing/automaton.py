"""Growing automata: from one cell to a picture (Mordvintsev, Randazzo, Niklasson, Levin 2020, Distill 23).

Where article and published notebook differ, this follows the notebook: Sobel filters divided by 8, alive strictly above
0.1, nothing beyond the border, cells alive only where they were alive before *and* after the update.
"""

import functools
from pathlib import Path
from typing import Any, ClassVar

import keras
import tensorflow as tf

from nca_tf.cells.automaton import CellularAutomaton
from nca_tf.cells.contract import Cells, Draws, Near, Weights, Where
from nca_tf.cells.formats import OwnFormat
from nca_tf.cells.life import ALIVE_THRESHOLD, ALPHA, spread
from nca_tf.cells.page import Page
from nca_tf.cells.perception import Sensors
from nca_tf.cells.proposals import Proposal
from nca_tf.cells.quality import Quality
from nca_tf.cells.rule import DenseRule
from nca_tf.families.growing.signatures import growing_signatures
from nca_tf.families.growing.webgl8 import webgl8_format
from nca_tf.files.errors import InputError

MIN_CHANNELS = 5
"""RGB, alpha, and at least one hidden channel."""


@keras.saving.register_keras_serializable(package="nca_tf")
class GrowingCA(CellularAutomaton):
    """Cells that grow a picture: channels 0-2 premultiplied RGB, 3 alpha, the rest hidden.

    Args:
      channels: values in a cell's state.
      hidden: width of the rule's hidden layer.
      fire_rate: probability that a cell updates in a step.
      step_size: factor on every increment.
      angle: radians by which every cell's sensors are turned.
      edges: "zero" or "wrap".
      alive_threshold: a cell lives when an alpha in its 3x3 neighbourhood is above this.

    Example:
      >>> automaton = nca_tf.load("growing/lizard-regenerating")
      >>> state = automaton.rollout(automaton.seed_state(1, 72, 72), steps=200)
      >>> rgba = state[..., :4]
    """

    family = "growing"
    control_ranks: ClassVar = {"angle": 0, "step_size": 0}
    settings = "channels", "hidden", "fire_rate", "step_size", "angle", "edges", "alive_threshold"
    limits = (
        "It grows the one picture that it was trained on. What it was not shown in training it may not survive: wounds "
        "that are larger, another fire rate, cells beside the border, weights rounded to 8 bits without fine-tuning."
    )

    def __init__(
        self,
        channels: int = 16,
        hidden: int = 128,
        fire_rate: float = 0.5,
        step_size: float = 1.0,
        angle: float = 0.0,
        edges: str = "zero",
        alive_threshold: float = ALIVE_THRESHOLD,
        **keywords,
    ):
        super().__init__(channels, fire_rate, edges, **keywords)
        if channels < MIN_CHANNELS or hidden < 1:
            raise InputError(
                f"channels is {channels} and hidden {hidden}; expected at least {MIN_CHANNELS} and 1; "
                "the published model has 16 and 128."
            )
        self.hidden, self.step_size, self.angle = int(hidden), float(step_size), float(angle)
        self.alive_threshold = float(alive_threshold)
        self.rule = DenseRule((3 * channels, hidden, channels), name="rule", dtype=self.dtype_policy)
        self.built = True

    def prepare(self, weights: Any = None, angle: Any = None, step_size: Any = None) -> dict[str, Any]:
        return {
            **super().prepare(weights),
            "sensors": Sensors(self.angle if angle is None else angle),
            "step_size": self.step_size if step_size is None else step_size,
        }

    def mature(self, state: tf.Tensor) -> tf.Tensor:
        """Cells of a state [..., channels] that keep their neighbours alive, bool [...]."""
        return state[..., ALPHA] > self.alive_threshold

    def cover(self, state: tf.Tensor) -> tf.Tensor:
        return spread(self.mature(state), self.edges)

    def begin(self, cells: Cells) -> tuple[tf.Tensor]:
        return (spread(cells.mask(self.mature), self.edges),)

    def propose(
        self, cells: Cells, memo: tuple, draws: Draws, where: Where, weights: Weights, sensors: Sensors, step_size: Any
    ) -> Proposal:
        (living,) = memo
        fire = draws.mask("fire", cells.shape, self.fire_rate)
        asked = living if where is None else living & where

        def rule(near):
            return self.increments(near, weights, sensors, step_size)

        increment = cells.increment(rule, asked & fire)
        after = cells.add(increment)
        mature = after.mask(self.mature)
        # Who fires outside of `asked` isn't known yet: beyond `where`, or a dead cell beside a dying one, which may
        # mature, and so save it, although it stays dead itself.
        unknown = fire & ~asked
        now = spread(mature if where is None else mature & ~unknown, self.edges)
        saved = cells.beside(asked & ~now, unknown, rule, self.mature)
        return Proposal(increment, (asked & now) | saved, after, now if where is None else None)

    def settle(self, cells: Cells, memo: tuple, *proposals, margin: int = 0) -> tuple:
        """See `CellularAutomaton.settle`.

        Args:
          margin: how far beyond these cells others may change before the next step begins.
        """
        first, *others = proposals
        after, now, kept = first.after, first.living, first.kept
        if others or now is None:
            after = cells.add(*(proposal.increment for proposal in proposals))
            now = spread(after.mask(self.mature), self.edges)
            kept = functools.reduce(tf.logical_or, (proposal.kept for proposal in proposals))
        return self.store(after, kept, now, margin)

    def store(self, cells: Cells, kept: tf.Tensor, living: tf.Tensor, margin: int) -> tuple:
        """What the next step begins with: (cells, memo).

        Args:
          cells: the states after an update.
          kept: which of them stay, bool [batch, height, width]; all others become zero.
          living: those beside a cell that is mature after the update, bool.
          margin: see `settle`.
        """
        cover = living | kept
        for _ in range(margin):
            cover = spread(cover, self.edges)
        return cells.keep(kept, cover), (living,)

    def increments(self, near: Near, weights: dict[str, tf.Tensor], sensors: Sensors, step_size: Any) -> tf.Tensor:
        """What the rule adds to each cell of a neighbourhood, [..., channels]."""
        return scaled(self.rule.apply(near, near.perceive(sensors), weights), step_size, near)

    def named_weights(self) -> dict[str, keras.Variable]:
        return self.rule.named_weights()

    def seed_state(self, batch: int, height: int, width: int) -> tf.Tensor:
        """Empty but for the centre cell (height // 2, width // 2), whose alpha and hidden channels are 1."""
        cell = tf.one_hot(height // 2, height)[:, None] * tf.one_hot(width // 2, width)[None, :]
        values = tf.cast(tf.range(self.channels) >= ALPHA, tf.float32)
        state = cell[None, :, :, None] * values
        return tf.cast(tf.tile(state, [batch, 1, 1, 1]), self.compute_dtype)

    def rules(self) -> dict[str, DenseRule]:
        return {"rule": self.rule}

    def signatures(self) -> tuple:
        return growing_signatures(self)

    def own_formats(self) -> dict[str, OwnFormat]:
        return {"webgl8": webgl8_format(self)}

    def quality(self, meta: dict[str, Any], folder: Path) -> Quality:
        from nca_tf.families.growing.quality import growing_quality

        return growing_quality(self, meta, folder)

    def page(self, meta: dict[str, Any], folder: Path) -> Page:
        from nca_tf.families.growing.page import growing_page

        return growing_page(self, meta, folder)


def scaled(increments: tf.Tensor, step_size: Any, near: Near) -> tf.Tensor:
    """Increments [..., channels] times a step size: a number, a scalar tensor, or one for each image, [batch]."""
    if not tf.is_tensor(step_size) and step_size == 1.0:
        return increments
    factor = tf.cast(step_size, increments.dtype)
    return increments * (near.of_image(factor)[..., None] if factor.shape.rank == 1 else factor)
