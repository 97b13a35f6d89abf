"""What the article measures and shows of a growing automaton.

All figures are means over independent rollouts of the loss: mean squared difference of RGBA to the padded target.
"""

from typing import Any

import numpy as np
import tensorflow as tf

from nca_tf.growing import GrowingCA
from nca_tf.metrics import image_losses
from nca_tf.targets import place
from training.engine import best_shards

SEEDS = 16
CUTS = ("lower", "upper", "left", "right", "centre")
CUT_PADDING = 8
CENTRE = 16
"""Side of the square that is erased from the middle, in cells."""


def cut(state: np.ndarray, which: str) -> np.ndarray:
    """A copy of a state [..., height, width, channels] with a half, or the centre square, set to zero."""
    state = np.array(state)
    height, width = state.shape[-3:-1]
    top, left = (height - CENTRE) // 2, (width - CENTRE) // 2
    rows, columns = {
        "lower": (slice(height // 2, None), slice(None)),
        "upper": (slice(None, height // 2), slice(None)),
        "left": (slice(None), slice(None, width // 2)),
        "right": (slice(None), slice(width // 2, None)),
        "centre": (slice(top, top + CENTRE), slice(left, left + CENTRE)),
    }[which]
    state[..., rows, columns, :] = 0.0
    return state


def losses_after(
    model: GrowingCA, picture: np.ndarray, padding: int, marks: tuple[int, ...], seeds: int = SEEDS
) -> list[float]:
    """Mean loss after each number of steps in `marks` (rising), over `seeds` rollouts from the seed state.

    Args:
      picture: [height, width, 4], the target without padding.
      padding: empty cells on each side.
    """
    height, width = (side + 2 * padding for side in picture.shape[:2])
    target = tf.constant(place(picture, height, width))
    state, done, losses = model.seed_state(seeds, height, width), 0, []
    for mark in marks:
        state = _run(model, state, mark - done, random_seed=mark)
        losses.append(float(tf.reduce_mean(image_losses(state, target))))
        done = mark
    return losses


def cut_losses(model: GrowingCA, picture: np.ndarray, grown: int = 200, recovery: int = 500, seeds: int = SEEDS):
    """Mean loss `recovery` steps after each of the article's five cuts, and of undamaged patterns of the same age.

    Returns:
      {"lower": ..., "upper": ..., "left": ..., "right": ..., "centre": ..., "undamaged": ...}
    """
    height, width = (side + 2 * CUT_PADDING for side in picture.shape[:2])
    target = tf.constant(place(picture, height, width))
    state = _run(model, model.seed_state(seeds, height, width), grown, random_seed=1).numpy()
    losses = {}
    for number, which in enumerate((*CUTS, "undamaged")):
        damaged = state if which == "undamaged" else cut(state, which)
        recovered = _run(model, damaged, recovery, random_seed=100 + number)
        losses[which] = float(tf.reduce_mean(image_losses(recovered, target)))
    return losses


def measure(model: GrowingCA, picture: np.ndarray, padding: int) -> dict[str, Any]:
    """The metrics of record.json: long-run losses and the five cuts."""
    marks = (96, 200, 500, 5000)
    losses = losses_after(model, picture, padding, marks)
    cuts = cut_losses(model, picture)
    return {
        **{f"loss_{mark}": loss for mark, loss in zip(marks, losses, strict=True)},
        "cut_loss": [cuts[which] for which in CUTS],
        "undamaged_loss": cuts["undamaged"],
    }


def _run(model: GrowingCA, state, steps: int, random_seed: int) -> tf.Tensor:
    shards = best_shards(len(state), "live")
    return model.rollout(state, steps, random_seed, shards=shards)
