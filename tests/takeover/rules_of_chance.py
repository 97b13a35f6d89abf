"""Models of random rules on one grid, and states in which they meet."""

import numpy as np
from forms import blob_states
from random_automata import random_growing

import nca_tf


def random_rules(count: int = 2, dtype: str | None = None, edges: str = "wrap", **arguments) -> nca_tf.MultiRuleCA:
    """So many different rules, in each of which every weight counts."""
    rules = [random_growing(seed, dtype=dtype, **arguments) for seed in range(1, count + 1)]
    return nca_tf.MultiRuleCA(rules, edges, dtype=dtype)


def meeting_states(count: int = 2, channels: int = 16) -> np.ndarray:
    """Patches of each rule beside each other and mixed, with free cells that several reach: [5, 12, 14, channels]."""
    states = blob_states(channels - 1 + count)
    states[..., -count:] = np.abs(states[..., -count:]) * 2.0
    states[:, :, :7, -1] = 0.0
    if count > 1:
        states[:, :, 7:, -count] *= 0.3
    return states
