"""Digits that learn to agree with adversaries among their cells: the defence that both papers on adversaries wish for.

In every other image on average a share of the grid, drawn anew in each iteration, follows the adversaries' rule, which
is frozen. What the adversaries say themselves is past helping: only the model's own cells are judged.
"""

from typing import Any

import numpy as np
import tensorflow as tf

from nca_tf.cells.automaton import CellularAutomaton
from nca_tf.families.adversarial.automaton import InjectedCA
from nca_tf.families.adversarial.masks import share_of_grid
from nca_tf.families.mnist.automaton import SelfClassifyingCA
from nca_tf.files.errors import InputError
from nca_tf.files.model_files import load
from training.engine import Objective

ADVERSARIES = "adversaries"
"""Extra of a batch: their masks."""
ATTACKED = 0.5
"""Share of the images that have any."""


class Defence:
    """The frozen adversaries of a model.

    Args:
      name_or_folder: a model with adversaries, shipped or in a folder.
      share: of the cells of an attacked image that are adversaries.
    """

    def __init__(self, name_or_folder: str, share: float):
        model = load(name_or_folder)
        if not isinstance(model, InjectedCA) or not isinstance(model.adversary, SelfClassifyingCA):
            raise InputError(
                f"--against {name_or_folder} is a {type(model).__name__}; adversaries of self-classifying images were "
                "expected, as training.adversarial makes them; name another model"
            )
        self.adversary, self.share = model.adversary, share

    def among(self, model: SelfClassifyingCA) -> CellularAutomaton:
        """The model with the adversaries among its cells, which alone is trained."""
        together = InjectedCA(model, self.adversary)
        model.trainable, self.adversary.trainable = True, False
        return together

    def masks(self, count: int, height: int, width: int, rng: np.random.Generator) -> np.ndarray:
        """Who is an adversary, bool [count, height, width]."""
        attacked = rng.random((count, 1, 1)) < ATTACKED
        return share_of_grid(count, height, width, self.share, rng) & attacked


class OwnCellsLoss(Objective):
    """What `inner` says of each of the model's own cells, summed over them; the last extra is who is none of them.

    Args:
      inner: has `of_cells(state, labels)`.
    """

    def __init__(self, inner: Objective):
        self.inner = inner

    def controls(self, *extras: tf.Tensor) -> dict[str, Any]:
        return {ADVERSARIES: extras[-1]}

    def loss(self, state: tf.Tensor, observed: tuple, *extras: tf.Tensor) -> tf.Tensor:
        labels, adversaries = extras
        of_cells = self.inner.of_cells(state, labels)
        return tf.reduce_sum(of_cells * tf.cast(~adversaries, state.dtype), axis=(1, 2))
