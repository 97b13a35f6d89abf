"""What is measured: of a rule alone how long its pattern lasts, of an adversary whether, and how far, it takes over.

The paper's protocol: the host grows for 60 steps, the adversary's first cells are put in, and time is counted from the
seed. Losses are mean squared differences of straight RGB and the sum of the alphas, 48x48 cells.
"""

from pathlib import Path
from typing import Any

import numpy as np

from nca_tf.cells.automaton import CellularAutomaton
from nca_tf.families.takeover.automaton import MultiRuleCA
from nca_tf.families.takeover.injection import Injection
from nca_tf.families.takeover.pictures import straight_target
from nca_tf.pictures.model_targets import target_of
from training.metric import Metric, recorded
from training.progress import Report, say_nothing
from training.takeover.distances import distances
from training.takeover.start import grown_hosts, with_room

INJECTED_AT = 60
MARKS = (100, 150, 200, 300, 500)
"""Steps from the seed after which states are measured."""
IMAGES = 32
SHARDS = 2
"""Parts of a batch that are computed side by side, on any machine: the draws depend on their number."""
GOOD = {"static": (300, 0.01), "dynamic": (500, 0.015)}
"""Step and loss at which a takeover without old cells counts as a success."""

ALONE = tuple(
    metric
    for mark in MARKS
    for metric in (
        Metric(f"loss_{mark}", f"loss after {mark} steps", lambda found, mark=mark: found[mark]["loss"]),
        Metric("", f"mature cells after {mark} steps", lambda found, mark=mark: found[mark]["cells"]),
    )
)


def measure(model: MultiRuleCA, meta: dict[str, Any], picture: np.ndarray, report: Report = say_nothing) -> dict:
    """The metrics of record.json.

    Args:
      model: of one rule, or of a host and its adversary.
      meta: of its meta.json.
      picture: float32 [height, width, 4], what it is to grow, premultiplied, without padding.
    """
    side = meta["size"] + 2 * meta["padding"]
    target = straight_target(picture, side, side)
    if len(model.rule_names) == 1:
        return recorded(ALONE, alone(model, target, report))
    found = takeover(model, target, Injection.parse(meta["inject"]), report=report)
    return takeover_metrics(found, meta["experiment"]) | rule_distances(model)


def alone(model: MultiRuleCA, target: np.ndarray, report: Report = say_nothing) -> dict[int, dict[str, float]]:
    """A rule's own pattern: by step the mean loss and the mean number of mature cells of `IMAGES` patterns."""
    state, done, found = model.seed_state(IMAGES, *target.shape[:2]), 0, {}
    for mark in MARKS:
        report(f"measuring: alone, {mark} steps")
        state, done = model.rollout(state, mark - done, mark, shards=SHARDS), mark
        cells = np.asarray(model.mature(state)).sum(axis=(1, 2))
        found[mark] = {"loss": float(losses(model, state, target).mean()), "cells": float(cells.mean())}
    return found


def takeover(
    model: MultiRuleCA,
    target: np.ndarray,
    injection: Injection,
    images: int = IMAGES,
    random_seed: int = 0,
    report: Report = say_nothing,
) -> dict[int, dict[str, np.ndarray]]:
    """A takeover: by step the loss, old cells and new cells of each image, [images].

    Args:
      model: of two rules, the host's first.
      target: float32 [height, width, 4], straight.
      injection: how the adversary's first cells are chosen.
    """
    rng = np.random.default_rng([random_seed, 2])
    grid = target.shape[:2]
    report(f"measuring: {injection} after {INJECTED_AT} steps")
    state = grown_hosts(model, host_of(model), images, grid, injection, rng, (INJECTED_AT, INJECTED_AT))
    done, found = INJECTED_AT, {}
    for mark in MARKS:
        report(f"measuring: {injection}, {mark} steps")
        shards = 1 if images % SHARDS else SHARDS
        state, done = model.rollout(state, mark - done, mark + 1000 * random_seed, shards=shards), mark
        owner = np.asarray(model.owner(state))
        old, new = ((owner == number).sum(axis=(1, 2)) for number in (1, 2))
        # A cell may be mature by the host's alpha and yet another's; a success has none of either kind.
        host = np.asarray(model.alphas(state))[..., 0]
        left = (host >= 0.1).sum(axis=(1, 2))
        found[mark] = {"loss": losses(model, state, target), "old": old, "new": new, "left": left}
    return found


def takeover_metrics(found: dict[int, dict[str, np.ndarray]], experiment: str) -> dict[str, float]:
    """The metrics of record.json that a takeover gives."""
    step, most = GOOD[experiment]
    success = (found[step]["left"] == 0) & (found[step]["loss"] <= most)
    return {
        "loss_300": float(found[300]["loss"].mean()),
        "loss_500": float(found[500]["loss"].mean()),
        "old_cells_300": float(found[300]["old"].mean()),
        "taken_over_300": int((found[300]["left"] == 0).sum()),
        "success_rate": float(success.mean()),
    }


def rule_distances(model: MultiRuleCA) -> dict[str, float]:
    """How far the adversary's weights are from the host's."""
    host, adversary = (
        {name: np.asarray(weight) for name, weight in member.named_weights().items()}
        for member in model.members().values()
    )
    return distances(adversary, host)


def host_of(model: MultiRuleCA) -> MultiRuleCA:
    """The first rule of a model, alone."""
    name, rule = next(iter(model.members().items()))
    return MultiRuleCA({name: rule}, model.edges)


def losses(model: MultiRuleCA, state: CellularAutomaton, target: np.ndarray) -> np.ndarray:
    """Mean squared difference of each image to a straight target, [images]."""
    return np.square(np.asarray(model.straight(state)) - target).mean(axis=(1, 2, 3))


def picture_of(meta: dict[str, Any], folder: Path) -> np.ndarray:
    """What a model is to grow, from its files."""
    return target_of(meta, folder).picture


__all__ = ["alone", "host_of", "losses", "measure", "picture_of", "takeover", "with_room"]
