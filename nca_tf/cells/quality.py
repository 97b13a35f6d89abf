"""The standard run on which a model's exports are compared with it, and the figure that judges quantised ones."""

import dataclasses
from collections.abc import Callable, Mapping

import numpy as np


@dataclasses.dataclass(frozen=True)
class Quality:
    """What a family says about comparing its exports; everything as NumPy arrays.

    Args:
      start: float32 [seeds, height, width, channels], the states from which the run starts.
      inputs: step number -> the other inputs of the signature `step`, for all seeds; the same number, the same inputs.
      groups: name -> channels that belong together, for the table of differences.
      living: states -> mean number of living cells of an image; of growing automata the mature ones alone (alpha above
        the threshold), without the neighbours that a step counts as living too.
      metric: name of the figure of quality; empty where the model's folder does not say what it is to reach.
      score: states -> that figure, the mean over the seeds.
      lower_is_better: whether a smaller figure is a better one.
      steady_steps: how long two correct implementations stay together: rounding grows in patterns that never settle.
      lasts: steps for which a pattern is meant to go on, where it was never taught to stay; 0: for good.
      watched: the start states whose cells tell what a rule is given, for rounding its weights.
      watched_steps: for how long they are watched; 0 for `steady_steps`.
    """

    start: np.ndarray
    inputs: Callable[[int], dict[str, np.ndarray]]
    groups: Mapping[str, slice]
    living: Callable[[np.ndarray], float]
    metric: str = ""
    score: Callable[[np.ndarray], float] | None = None
    lower_is_better: bool = True
    steady_steps: int = 200
    lasts: int = 0
    watched: slice = dataclasses.field(default_factory=lambda: slice(2))
    watched_steps: int = 0
