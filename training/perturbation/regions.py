"""Where two pictures differ, and how large errors are there and elsewhere."""

import numpy as np

from nca_tf.metrics import best_shifts

REACH = 8
"""Most cells by which a pattern may be off its place."""
EDITED = 0.02
"""Difference of two pictures from which on a cell counts as edited."""


def edited_region(after: np.ndarray, before: np.ndarray) -> np.ndarray:
    """Cells in which two pictures [height, width, 4] differ, bool [height, width]."""
    return np.abs(after - before).max(axis=-1) > EDITED


def losses_by_region(states: np.ndarray, target: np.ndarray, region: np.ndarray) -> tuple[float | None, float | None]:
    """Mean loss within the edited region and outside of it, each target where it fits best; None where no cell is."""
    _, shifts = best_shifts(states[..., :4], target, REACH)
    inside, outside = [], []
    for state, shift in zip(states, shifts, strict=True):
        error = np.square(state[..., :4] - np.roll(target, shift, axis=(0, 1))).mean(axis=-1)
        edited = np.roll(region, shift, axis=(0, 1))
        inside.append(error[edited])
        outside.append(error[~edited])
    return _mean(inside), _mean(outside)


def _mean(errors: list[np.ndarray]) -> float | None:
    return float(np.mean([of_one.mean() for of_one in errors])) if errors[0].size else None
