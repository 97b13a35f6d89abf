"""What is measured of a perturbation: what it makes of the host's pattern, whether that stays, and what is left after.

The article's protocol: from a seed, on for 500 steps, off for 500, on again. Losses are mean squared differences of
RGBA to the target where it fits best within 8 cells, since perturbed patterns wander; means of 8 rollouts.
"""

import dataclasses
from pathlib import Path
from typing import Any

import numpy as np

from nca_tf.families.perturbation.automaton import PerturbedCA
from nca_tf.families.perturbation.matrices import distance_from_identity, eigenvalues
from nca_tf.families.perturbation.targets import TARGETS_KEY, Pictures, pictures_of
from nca_tf.files.model_files import ReadModel
from nca_tf.files.result_files import Row
from nca_tf.metrics import best_shifts, image_losses, living_cells
from nca_tf.pictures.targets import place
from training.metric import Metric, recorded
from training.metric import rows as rows_of
from training.perturbation import combinations
from training.perturbation.regions import REACH, edited_region, losses_by_region
from training.progress import Report, say_nothing

SEEDS = 8
SHARDS = 2
"""Parts of a batch that are computed side by side, on any machine: the draws depend on their number."""
ON = np.array([[0, 500], [1000, 1500]])
"""Steps during which the perturbation holds; off in between."""
MARKS = (200, 500, 1000, 1500)
"""Steps after which states are measured; 1000 is the end of the time without it."""
OPTIONS: dict[str, str] = {}
"""What a meta.json may lack and an option of training.evaluate can say."""
OF_200 = {"tailless": 1.2e-3, "legless": 2.3e-3, "headless": 3.4e-3, "armless": 9e-4, "red": 4.7e-3, "blue": 6.4e-3}
OF_500 = {"tailless": 2.0e-3, "legless": 2.5e-3, "headless": 4.6e-3, "armless": 1.0e-3, "red": 4.5e-3, "blue": 6.3e-3}
OF_RECOVERED = {"tailless": 1.2e-3, "legless": 7e-4}


def _lizards(losses: dict[str, float]) -> dict[str, float]:
    """What the original's matrices reach on its own lizard, by target; measured, as the article gives no numbers."""
    return {f"lizard-{name}": loss for name, loss in losses.items()}


METRICS = (
    Metric("mse_200", "loss after 200 steps", published=_lizards(OF_200)),
    Metric("mse_500", "loss after 500 steps", published=_lizards(OF_500)),
    Metric("", "the same without moving the target", lambda measured: measured["plain_500"]),
    Metric("mse_1500", "loss after 1500 steps, the middle 500 without the perturbation"),
    Metric("baseline_mse", "loss of the unperturbed host after 500 steps"),
    Metric(
        "recovered_mse",
        "loss to the host's own picture, 500 steps after switching off",
        published=_lizards(OF_RECOVERED),
    ),
    Metric("mse_500_inside", "loss after 500 steps within the edited region"),
    Metric("mse_500_outside", "loss after 500 steps outside of it"),
    Metric("", "mature cells after 500 steps", lambda measured: measured["living_500"]),
    Metric("", "cells that the pattern had wandered after 1500 steps", lambda measured: measured["drift_1500"]),
    Metric("", "how far the change is from none (Frobenius norm)", lambda measured: measured["distance"]),
    Metric("", "least and largest eigenvalue", lambda measured: measured["eigenvalues"]),
)


def on_and_off(
    model: PerturbedCA, name: str, height: int, width: int, seeds: int = SEEDS, report: Report = say_nothing
) -> dict[int, np.ndarray]:
    """States after each of `MARKS` steps from the seed, float32 [seeds, height, width, channels]."""
    state, done, states = model.seed_state(seeds, height, width), 0, {}
    lone = len(model.perturbations) == 1
    full = {} if lone else {"strengths": np.float32([name == one for one in model.perturbations])}
    for number, mark in enumerate(MARKS, start=1):
        report(f"measuring: {name} on and off, {mark} steps, {number}/{len(MARKS)}")
        shards = 1 if seeds % SHARDS else SHARDS
        state = model.rollout(state, mark - done, random_seed=mark, shards=shards, on=np.int32(ON - done), **full)
        states[mark], done = state.numpy(), mark
    return states


def measure(model: PerturbedCA, pictures: Pictures, report: Report = say_nothing) -> dict[str, Any]:
    """The metrics of record.json of a model of one perturbation; see `measured`."""
    return recorded(METRICS, measured(model, *model.perturbations, pictures, report))


def measured(model: PerturbedCA, name: str, pictures: Pictures, report: Report = say_nothing) -> dict[str, Any]:
    """Everything that `METRICS` asks for, of one of a model's perturbations."""
    after, before, padding = pictures.after[name], pictures.before, pictures.padding
    height, width = (side + 2 * padding for side in before.shape[:2])
    target, own = place(after, height, width), place(before, height, width)
    states = on_and_off(model, name, height, width, report=report)
    report("measuring: the host alone")
    alone = model.host.rollout(model.seed_state(SEEDS, height, width), 500, random_seed=500, shards=SHARDS).numpy()
    losses = {f"mse_{mark}": _loss(states[mark], target) for mark in (200, 500, 1500)}
    inside, outside = losses_by_region(states[500], target, edited_region(target, own))
    change = model.change(name)
    additive = change.ndim == 1
    return {
        **losses,
        "plain_500": float(np.mean(image_losses(states[500], target))),
        "baseline_mse": _loss(alone, target),
        "recovered_mse": _loss(states[1000], own),
        "mse_500_inside": inside,
        "mse_500_outside": outside,
        "living_500": float(living_cells(states[500], model.host.alive_threshold).mean()),
        "drift_1500": float(np.linalg.norm(best_shifts(states[1500][..., :4], target, REACH)[1], axis=-1).mean()),
        "distance": float(np.linalg.norm(change)) if additive else distance_from_identity(change),
        "eigenvalues": "" if additive else " to ".join(f"{eigenvalues(change)[end]:.3f}" for end in (0, -1)),
    }


def _loss(states: np.ndarray, target: np.ndarray) -> float:
    return float(best_shifts(states[..., :4], target, REACH)[0].mean())


def evaluate(
    model: PerturbedCA,
    meta: dict[str, Any],
    folder: Path,
    published: ReadModel | None = None,
    report: Report = say_nothing,
) -> list[Row]:
    """Everything that the article shows of perturbations, as rows for RESULTS.md.

    Each perturbation alone, the first one at other strengths, and of several how they mix.

    Args:
      meta: the model's meta.json.
      folder: its folder.
      published: the original authors' matrices of the same names on their lizard, measured the same way beside them.
    """
    pictures = pictures_of(model.perturbations, meta, folder)
    beside = published and pictures_of(published.model.perturbations, published.meta, published.folder)
    named, rows = TARGETS_KEY in meta, []
    for name in model.perturbations:
        ours, theirs = measured(model, name, pictures, report), None
        if beside and name in beside.after:
            theirs = measured(published.model, name, beside, lambda text: report(f"{text} (published)"))
        # What was published is of matrices.
        additive = model.kind == "additive"
        subject = None if additive else meta.get("target", meta.get(TARGETS_KEY, {}).get(name))
        own = rows_of(METRICS, ours, subject, theirs)
        rows += [dataclasses.replace(row, what=f"{name}: {row.what}") for row in own] if named else own
    rows += combinations.sweep_rows(model, model.perturbations[0], pictures, report)
    if len(model.perturbations) > 1:
        rows += combinations.between_rows(model, pictures, report) + combinations.pair_rows(model, pictures, report)
    return rows
