"""The paper's "genetic engineering": what the letters of a group of pictures have in common, put into others' codes.

Of each letter the mean share of the four over the group is taken; the one above a threshold is kept, and where none is,
the letter is "none", which says nothing to whoever reads it.
"""

import numpy as np

from nca_tf.data.emoji_groups import groups_of
from nca_tf.families.ncam.automaton import ManifoldCA
from nca_tf.pictures.animation import tile, zoom
from training.ncam.evaluation import codes_of, grown
from training.ncam.pictures import PictureSet, shown
from training.progress import Report, say_nothing

THRESHOLDS = (0.5, 0.7, 0.9)
TARGETS = 3
"""Pictures of all other groups that the figure shows."""
GAP = 2


def common_letters(codes: np.ndarray, threshold: float) -> np.ndarray:
    """What codes have in common.

    Args:
      codes: [codes, letters, 4], the share of each of four.
      threshold: above which the mean share of a letter has to be; at least a half, so that only one can be.
    Returns:
      float32 [letters, 4]: one where a letter is kept, else zeros, "none".
    """
    return np.float32(codes.mean(axis=0) > threshold)


def injected(codes: np.ndarray, letters: np.ndarray) -> np.ndarray:
    """Codes [codes, letters, 4] with the letters [letters, 4] that are not "none" put in the place of their own."""
    kept = letters.any(axis=-1)
    return np.where(kept[None, :, None], letters[None], codes)


def figure(model: ManifoldCA, pictures: PictureSet, report: Report = say_nothing) -> np.ndarray | None:
    """The paper's figure 7, for two groups side by side; None where the set has fewer.

    On top pictures of the group; below what grows from the letters they have in common, at each threshold; below that
    three other pictures, each with what grows when these letters are put into its code.
    """
    groups = list(groups_of(pictures.names, others=TARGETS).items())[:2]
    if model.code != "dna" or len(groups) < 2:
        return None
    codes = codes_of(model, pictures.pictures)
    halves = [_half(model, pictures.pictures, codes, inside, report) for _, inside in groups]
    return zoom(np.concatenate([halves[0], np.full_like(halves[0][:, :16], 255), halves[1]], axis=1), 2)


def _half(model, targets, codes, inside, report) -> np.ndarray:

    means = np.stack([common_letters(codes[inside], threshold) for threshold in THRESHOLDS])
    outside = np.setdiff1d(np.arange(len(codes)), inside)
    others = outside[np.linspace(0, len(outside) - 1, TARGETS).round().astype(int)]
    mixed = np.stack([injected(codes[others], mean) for mean in means], axis=1)
    letters = np.concatenate([means, mixed.reshape(-1, *means.shape[1:])])
    results = shown(grown(model, model.hedge(letters).numpy(), report))
    columns = 1 + len(THRESHOLDS)
    blank = np.full_like(results[0], 255)
    sources = shown(targets[inside[: 2 * columns]])
    missing = [blank] * (2 * columns - len(sources))
    rows = [*sources, *missing, blank, *results[: len(THRESHOLDS)]]
    for number, other in enumerate(others):
        first = len(THRESHOLDS) * (1 + number)
        rows += [shown(targets[other]), *results[first : first + len(THRESHOLDS)]]
    return tile(np.stack(rows), columns, GAP)
