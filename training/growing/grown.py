"""Patterns that a growing automaton has grown, on which other trainings build."""

import numpy as np

from nca_tf.families.growing.automaton import GrowingCA
from nca_tf.files.errors import InputError
from nca_tf.metrics import living_cells

GROWN = 200
"""Steps after which the host's pattern is taken as grown."""
USUAL = 0.75, 1.33
"""Mature cells of a pattern that counts, as a share of the usual number."""
AT_ONCE = 8


def grown_patterns(host: GrowingCA, count: int, height: int, width: int, random_seed: int) -> np.ndarray:
    """Patterns `GROWN` steps after their seeds, float32 [count, height, width, channels].

    The lone cell of a seed dies in about one of sixteen growths of the published lizard, and now and then two bodies
    grow: either would outweigh the mean of all others, and no adversary is to blame. Such growths are left out.

    Raises:
      InputError: the host seldom grows anything.
    """
    found = []
    for attempt in range(count // AT_ONCE + 2):
        seeds = host.seed_state(AT_ONCE, height, width)
        states = host.rollout(seeds, GROWN, random_seed=random_seed + 1000 * attempt).numpy()
        cells = living_cells(states, host.alive_threshold)
        usual = np.median(cells)
        found += [state for state, size in zip(states, cells, strict=True) if _is_usual(size, usual)]
        if len(found) >= count:
            return np.stack(found[:count])
    raise InputError(
        f"of {AT_ONCE * (count // AT_ONCE + 2)} growths of the host {len(found)} became a usual pattern within {GROWN} "
        f"steps; {count} were expected; choose a host that grows reliably"
    )


def _is_usual(cells: int, usual: float) -> bool:
    return 0 < USUAL[0] * usual <= cells <= USUAL[1] * usual
