"""Which cells are adversaries: a share of the grid or of a region, or an exact number.

Every mask is bool [count, height, width]; draws follow from the generator alone.
"""

import numpy as np

from nca_tf.cells.life import ALIVE_THRESHOLD, ALPHA
from nca_tf.files.errors import InputError


def checked_share(share: float) -> float:
    """A share of cells, in (0, 1]; raises InputError for any other."""
    if not 0.0 < share <= 1.0:
        raise InputError(
            f"the share of adversaries is {share:g}; a number above 0 and at most 1 was expected; 0.1 is the article's."
        )
    return float(share)


def share_of_grid(count: int, height: int, width: int, share: float, rng: np.random.Generator) -> np.ndarray:
    """Each cell of the grid, living or not, is an adversary with probability `share`, as for the article's digits."""
    return rng.random((count, height, width)) < checked_share(share)


def share_within(region: np.ndarray, share: float, rng: np.random.Generator) -> np.ndarray:
    """The same within a region alone, as for the article's lizards.

    Args:
      region: bool [count, height, width], where adversaries may be.
    """
    return share_of_grid(*region.shape, share, rng) & region


def exact_number(region: np.ndarray, number: int, rng: np.random.Generator) -> np.ndarray:
    """So many cells of each image's region, each as likely as any other; all of them where there are fewer.

    Args:
      region: bool [count, height, width].
      number: at least 0.
    """
    if number < 0:
        raise InputError(f"the number of adversaries is {number}; 0 or more was expected; correct it.")
    drawn = np.where(region, rng.random(region.shape), 2.0).reshape(len(region), -1)
    rank = drawn.argsort(axis=1, kind="stable").argsort(axis=1, kind="stable")
    return (rank < number).reshape(region.shape) & region


def where_allowed(target: np.ndarray, count: int) -> np.ndarray:
    """Where adversaries of a pattern may be: where the target has cells, bool [count, height, width].

    Args:
      target: [height, width, 4].
    """
    return np.repeat(target[None, ..., ALPHA] >= ALIVE_THRESHOLD, count, axis=0)
