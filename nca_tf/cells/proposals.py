"""What a rule would do in a step, before anything is done."""

import dataclasses

import tensorflow as tf

from nca_tf.cells.contract import Cells, Increment


@dataclasses.dataclass(frozen=True)
class Proposal:
    """What one rule would add, and which cells it would keep alive.

    Args:
      increment: what `Cells.increment` gives.
      kept: bool [batch, height, width], the cells that would live after the step; None where life is not the rule's.
      after: the cells with the increment added, where that was needed to tell.
      living: bool [batch, height, width], the cells with a mature one beside them then.
    """

    increment: Increment
    kept: tf.Tensor | None = None
    after: Cells | None = None
    living: tf.Tensor | None = None

    def scaled(self, weights: tf.Tensor) -> "Proposal":
        """The same with the increment weighted by a grid [batch, height, width]."""
        return Proposal(self.increment.scaled(weights), self.kept)
