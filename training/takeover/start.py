"""Where the rollouts of an adversary begin: in patterns that the host has grown, with its first cells in them."""

import numpy as np
import tensorflow as tf

from nca_tf.families.takeover.automaton import MultiRuleCA
from nca_tf.families.takeover.injection import Injection, inject
from nca_tf.files.errors import InputError

HOST_OWNS = 1
EARLY = 2.5
"""Of the truncated exponential distribution of the steps before the injection: early ones are more likely."""


def steps_before(rng: np.random.Generator, fewest: int, most: int) -> int:
    """Steps that hosts grow before an injection, drawn as in the original."""
    share = -np.log1p(-rng.random() * -np.expm1(-EARLY)) / EARLY
    return int(fewest + share * (most - fewest))


def grown_hosts(
    model: MultiRuleCA,
    host: MultiRuleCA,
    count: int,
    grid: tuple[int, int],
    injection: Injection,
    rng: np.random.Generator,
    steps: tuple[int, int],
) -> np.ndarray:
    """Patterns of the host with the second rule's first cells in them.

    Args:
      model: of two rules, the host's and another.
      host: of the host's rule alone.
      count: how many; all grow for the same number of steps.
      grid: height and width.
      injection: how the first cells are chosen.
      rng: of the steps, the growth and the injection.
      steps: fewest and most before the injection.
    Returns:
      float32 [count, height, width, channels of `model`]. A lone cell dies at once now and then; another pattern then
      stands for its own.
    Raises:
      InputError: all patterns have died, or the injection fits into none.
    """
    number = steps_before(rng, *steps)
    grown = np.asarray(host.rollout(host.seed_state(count, *grid), number, int(rng.integers(2**31))))
    alive = np.flatnonzero(np.asarray(host.mature(grown)).any(axis=(1, 2)))
    if not len(alive):
        raise InputError(
            f"all {count} patterns of the host have died within {number} steps; living ones were expected; choose "
            "another host"
        )
    grown = grown[np.resize(alive, count)]
    masks = injection.draw(np.asarray(host.owner(grown)) == HOST_OWNS, rng)
    return np.asarray(inject(model, with_room(grown), masks, model.rule_names[1]))


def with_room(state: tf.Tensor) -> tf.Tensor:
    """States of one rule [..., channels] with an alpha for another, zero: [..., channels + 1]."""
    return tf.concat([state, tf.zeros_like(state[..., :1])], axis=-1)
