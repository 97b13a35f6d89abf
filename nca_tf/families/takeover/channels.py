"""Which channels of a shared state a rule sees, changes and keeps: as arrays, since products are quicker than slices.

A shared state has straight RGB, hidden channels and one alpha for each rule; a rule alone has RGB, alpha, hidden.
"""

import numpy as np

from nca_tf.cells.life import ALPHA

COLOURS = 3


def channels_kept(channels: int, rules: int) -> np.ndarray:
    """What stays of a cell's state before a step, by which rules may act there.

    Returns:
      [2 ** rules, channels], 0 or 1. In row r, the alpha of rule k is kept where r has the bit 2 ** k, and what all
      share where it has any.
    """
    row = np.arange(2**rules)
    own = row[:, None] >> np.arange(rules) & 1
    shared = np.repeat(row[:, None] > 0, channels - rules, axis=1)
    return np.concatenate([shared, own], axis=1).astype(float)


def own_channels(channels: int, rules: int) -> tuple[np.ndarray, np.ndarray]:
    """From shared states to what a rule sees, the sum of the alphas as its own; and back, with its own alpha only.

    Returns:
      [channels, own] and, for each rule, [rules, own, channels]; zeros and ones.
    """
    own = channels - rules + 1
    back = np.zeros((rules, own, channels))
    back[:, np.arange(COLOURS), np.arange(COLOURS)] = 1.0
    back[:, np.arange(ALPHA + 1, own), np.arange(COLOURS, channels - rules)] = 1.0
    back[np.arange(rules), ALPHA, np.arange(channels - rules, channels)] = 1.0
    return back.max(axis=0).T, back
