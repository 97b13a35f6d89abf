"""What is measured of adversaries among digits: how fast they spread their lie, by how many, and what is left of it.

The article's protocol: cells talk for 200 steps, then adversaries appear among them and stay for 200, then they are
gone. The article says in words what happened; the numbers beside ours were measured of its models on 100 digits.
"""

from typing import Any

import numpy as np

from nca_tf.data.datasets import LabelledImages
from nca_tf.families.adversarial.automaton import InjectedCA
from nca_tf.families.adversarial.masks import exact_number, share_of_grid
from nca_tf.families.mnist.automaton import GREY
from training.adversarial.voices import Listener, Voices, joined
from training.metric import Metric
from training.progress import Report, counted, say_nothing

BATCH = 1000
STEPS = 200
"""Steps alone, and again with adversaries."""
SHORT = 50
"""Steps with few of them."""
AFTER = 100
"""Steps watched after they are gone."""
DOSES: dict[str, float | int] = {
    "10 %": 0.1,
    "5 %": 0.05,
    "2 %": 0.02,
    "1 %": 0.01,
    "3 cells": 3,
    "2 cells": 2,
    "1 cell": 1,
}
"""Shares of the grid, and exact numbers of living cells."""
MAIN, FEW = "10 %", "1 %"


def _at(dose: str, step: int, hosts_only: bool = False):
    return lambda measured: measured["curves"][dose]["hosts" if hosts_only else "all"][step - 1]


METRICS = (
    Metric("", "cells that say the goal, 20 steps after 10 % of the grid turned", _at(MAIN, 20), {"mnist": 0.966}),
    Metric(
        "goal_share_50", "cells that say the goal, 50 steps after", _at(MAIN, 50), {"mnist": 0.987, "kmnist": 0.994}
    ),
    Metric("goal_share_50_hosts_only", "the same, of the host's own cells", _at(MAIN, 50, True)),
    Metric("", "the same of all cells, 200 steps after", _at(MAIN, STEPS)),
    Metric(
        "goal_share_50_at_1pct",
        "cells that say the goal, 50 steps after 1 % of the grid turned (some images have no adversary)",
        _at(FEW, 50),
        {"mnist": 0.44, "kmnist": 0.61},
    ),
    Metric("goal_share_50_hosts_only_at_1pct", "the same, of the host's own cells", _at(FEW, 50, True)),
    *(
        Metric("", f"cells that say the goal, 200 steps after {dose} turned (first 1,000 images)", _at(dose, STEPS))
        for dose in DOSES
        if dose not in (MAIN, FEW)
    ),
    Metric("accuracy_before", "cells that are right, before", lambda measured: measured["accuracy_before"]),
    Metric(
        "accuracy_50_after_removal",
        "cells that are right, 50 steps after 200 with adversaries",
        lambda measured: measured["accuracy_after"][49],
        {"mnist": 0.78},
    ),
    Metric(
        "accuracy_100_after_removal",
        "cells that are right, 100 steps after",
        lambda measured: measured["accuracy_after"][99],
        {"mnist": 0.84},
    ),
    Metric("", "images", lambda measured: measured["images"]),
)


def draw_masks(dose: float | int, living: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Who turns: a share of the grid, or so many of the living cells [images, height, width]."""
    if isinstance(dose, int):
        return exact_number(living, dose, rng)
    return share_of_grid(*living.shape, dose, rng)


def measured(
    model: InjectedCA, data: LabelledImages, goal: int, random_seed: int = 0, report: Report = say_nothing
) -> dict[str, Any]:
    """Everything that `METRICS` asks for, in JSON's types.

    Returns:
      images; goal; accuracy_before; accuracy_after [AFTER]; curves: for each of `DOSES` the share of "all" living cells
      and of the "hosts" that say the goal, [STEPS]. 10 % and 1 % are measured on all of `data`, 1 % for `SHORT` steps
      where these are more than `BATCH` images; the other doses on the first `BATCH` images.
    """
    listener, voices, before, after = Listener(model, goal), {dose: [] for dose in DOSES}, [], []
    starts = range(0, len(data), BATCH)
    for number, start in enumerate(counted(starts, f"measuring: {len(data)} images", report)):
        part, rng = data[start : start + BATCH], np.random.default_rng([random_seed, number])
        state = model.host.image_state(part.images).numpy()
        living = state[..., GREY] > model.host.alive_threshold
        settled, alone = listener.listen(state, part.labels, None, STEPS, random_seed + number)
        before.append(alone)
        for dose, amount in DOSES.items():
            masks = draw_masks(amount, living, rng)
            if number and dose not in (MAIN, FEW):
                continue
            steps = SHORT if dose == FEW and number else STEPS
            turned, heard = listener.listen(settled, part.labels, masks, steps, random_seed + number + 1)
            voices[dose].append(heard)
            if dose == MAIN:
                after.append(listener.listen(turned, part.labels, None, AFTER, random_seed + number + 2)[1])
    return {
        "images": len(data),
        "goal": goal,
        "accuracy_before": _rounded(joined(before).accuracy())[-1],
        "accuracy_after": _rounded(joined(after).accuracy()),
        "curves": {dose: _curves(parts) for dose, parts in voices.items()},
    }


def _curves(parts: list[Voices]) -> dict[str, list[float]]:
    """Over the steps that all parts have."""
    shared = min(len(part.goal) for part in parts)
    together = joined(
        [
            Voices(part.goal[:shared], part.goal_of_hosts[:shared], part.right[:shared], part.cells, part.hosts)
            for part in parts
        ]
    )
    return {name: _rounded(together.goal_share(hosts)) for name, hosts in (("all", False), ("hosts", True))}


def _rounded(values: np.ndarray) -> list[float]:
    return np.round(values, 5).tolist()
