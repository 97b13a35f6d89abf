"""What is measured of adversaries in a grown pattern: how far it comes on its way to another picture, and how it keeps.

A pattern grown by the host alone for 200 steps, then adversaries among its cells for good, on a grid with 24 empty
cells around the picture, as the article's films: 16 patterns, each with a mask of its own. Losses are mean squared
differences of RGBA to the new picture. The article gives no numbers; those beside ours were measured of its model.
"""

from typing import Any

import numpy as np

from nca_tf.families.adversarial.automaton import InjectedCA
from nca_tf.families.adversarial.masks import share_within, where_allowed
from nca_tf.metrics import image_losses, living_cells
from nca_tf.pictures.targets import place
from training.growing.grown import grown_patterns
from training.metric import Metric
from training.progress import Report, counted, say_nothing

MASKS = 16
PADDING = 24
SHARDS = 2
"""Parts of a batch that are computed side by side, on any machine: the draws depend on their number."""
MARKS = (64, 96, 200, 300, 1000, 4000, 10_000)
"""Steps after the injection; the article's film goes on for as many."""


def _spread(mark: int):
    return lambda found: "{:.2e} / {:.2e} / {:.2e}".format(
        *(function(found["losses"][mark]) for function in (np.min, np.median, np.max))
    )


METRICS = (
    *(
        Metric(
            f"loss_{mark}",
            f"loss {mark} steps after the injection, mean of {MASKS} masks",
            lambda found, mark=mark: float(np.mean(found["losses"][mark])),
            {"lizard-tailless": 2.42e-3} if mark == 200 else {},
        )
        for mark in MARKS
    ),
    *(Metric("", f"the same after {mark} steps: least, median, most", _spread(mark)) for mark in MARKS),
    Metric("baseline_loss", "loss of the host left alone, 200 steps on", lambda found: found["baseline_loss"]),
    Metric(
        "",
        "loss after 200 steps as a share of that",
        lambda found: float(np.mean(found["losses"][200])) / found["baseline_loss"],
        {"lizard-tailless": 0.65},
    ),
    Metric("", f"patterns that live after {MARKS[-1]} steps", lambda found: found["alive"]),
)


def measured(model: InjectedCA, picture: np.ndarray, share: float, report: Report = say_nothing) -> dict[str, Any]:
    """Everything that `METRICS` asks for.

    Args:
      picture: [height, width, 4], what the pattern is to become, without padding.
      share: of the picture's cells that are adversaries.
    Returns:
      losses: by step after the injection, [MASKS]; baseline_loss; alive, how many patterns have cells in the end.
    """
    height, width = (side + 2 * PADDING for side in picture.shape[:2])
    target = place(picture, height, width)
    grown = grown_patterns(model.host, MASKS, height, width, random_seed=1)
    masks = share_within(where_allowed(target, MASKS), share, np.random.default_rng(0))
    alone = model.host.rollout(grown, 200, random_seed=2, shards=SHARDS)
    state, done, losses = grown, 0, {}
    for mark in counted(MARKS, "measuring: steps after the injection", report):
        state = model.rollout(state, mark - done, random_seed=mark, shards=SHARDS, adversaries=masks)
        losses[mark], done = np.asarray(image_losses(state, target)), mark
    return {
        "losses": losses,
        "baseline_loss": float(np.mean(image_losses(alone, target))),
        "alive": int((living_cells(state, model.host.alive_threshold) > 0).sum()),
    }
