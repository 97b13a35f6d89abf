"""Stops a training that can't recover: a loss or a weight that is no longer a finite number."""

import math
from collections.abc import Mapping

import numpy as np

EXPLODED = 1e6
"""A state with a larger value will not come back."""
DEAD_ITERATIONS = 20
"""A training is given up when every sample has been empty for so many iterations in a row."""


class TrainingStopped(RuntimeError):
    """Raised when going on is pointless; the message is one line: what happened, what was expected, what to try.

    Commands print it as `error: <message>` and exit with status 2. The last good checkpoint is kept.
    """


def check_scalars(scalars: Mapping[str, float], iteration: int) -> None:
    """Raise TrainingStopped if any of `scalars`, measured in iteration `iteration` (1-based), is NaN or infinite."""
    for name, value in scalars.items():
        if not math.isfinite(value):
            raise TrainingStopped(
                f"{name} became {value} in iteration {iteration}; a finite number was expected; "
                "train into another folder with a lower learning rate or another --random-seed"
            )


def check_weights(arrays: Mapping[str, np.ndarray], iteration: int) -> None:
    """Raise TrainingStopped if any floating-point array of `arrays` holds NaN or infinity after `iteration`."""
    for name, array in arrays.items():
        if np.issubdtype(array.dtype, np.floating) and not np.isfinite(array).all():
            raise TrainingStopped(
                f"{name} is not finite after iteration {iteration}, of which no checkpoint was written; finite numbers "
                "were expected; train into another folder with a lower learning rate or another --random-seed"
            )


def check_size(largest_value: float) -> None:
    """Raise TrainingStopped if the largest value of any cell's state, whatever its sign, shows that it exploded."""
    if largest_value > EXPLODED:
        raise TrainingStopped(
            f"a cell's state reached {largest_value:.3g}; values of a few units were expected; "
            "train into another folder with a lower --learning-rate or another --random-seed"
        )


def check_alive(dead_iterations: int) -> None:
    """Raise TrainingStopped if no sample of a batch has had a mature cell for too many iterations in a row."""
    if dead_iterations >= DEAD_ITERATIONS:
        raise TrainingStopped(
            f"every pattern has died out for {DEAD_ITERATIONS} iterations; living cells were expected; "
            "train into another folder with a lower --learning-rate or another --random-seed"
        )
