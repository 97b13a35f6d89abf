"""How perturbations scale and mix: the sweep of strengths, the interpolation of two, the table of all pairs."""

import itertools

import numpy as np

from nca_tf.families.perturbation.automaton import PerturbedCA
from nca_tf.families.perturbation.matrices import similarity
from nca_tf.families.perturbation.targets import Pictures
from nca_tf.files.result_files import Row
from nca_tf.metrics import best_shifts, image_losses, living_cells
from nca_tf.pictures.targets import place
from training.perturbation.regions import REACH, edited_region, losses_by_region
from training.progress import Report, counted, say_nothing

SWEEP = (1.0, 0.5, 0.3, 0.1, 0.0, -0.1, -0.3, -0.5, -1.0)
"""Strengths that the article shows of the tailless one."""
BETWEEN = (1.0, 0.75, 0.5, 0.25, 0.0)
"""Shares of the first of two perturbations whose strengths add up to 1."""
AT_ONCE = (0.5, 1.0)
"""Strengths of both perturbations of a pair."""
STEPS, SEEDS = 500, 4
STABLE = (0.5, 1.5)
"""Mature cells of a pattern that is called stable, as a share of the host's."""


def grown_at(
    model: PerturbedCA, strengths: np.ndarray, height: int, width: int, steps: int = STEPS, seeds: int = SEEDS
) -> np.ndarray:
    """What grows from a seed at given strengths.

    Args:
      strengths: [rows, perturbations].
    Returns:
      float32 [rows, seeds, height, width, channels].
    """
    each = np.repeat(np.float32(strengths), seeds, axis=0)
    states = model.rollout(model.seed_state(len(each), height, width), steps, random_seed=11, strengths=each).numpy()
    return states.reshape(len(strengths), seeds, *states.shape[1:])


def sweep_rows(model: PerturbedCA, name: str, pictures: Pictures, report: Report = say_nothing) -> list[Row]:
    """One perturbation at each strength of `SWEEP`: losses to its target and to the host's picture, mature cells."""
    after, before, padding = pictures.after[name], pictures.before, pictures.padding
    height, width = (side + 2 * padding for side in before.shape[:2])
    report(f"measuring: the sweep of strengths of {name}")
    strengths = np.outer(SWEEP, [name == one for one in model.perturbations])
    rows = []
    for strength, states in zip(SWEEP, grown_at(model, strengths, height, width), strict=True):
        for what, picture in (("its target", after), ("the host's picture", before)):
            loss = best_shifts(states[..., :4], place(picture, height, width), REACH)[0].mean()
            rows.append(Row(f"{name} at {strength:g}: loss to {what} after {STEPS} steps", float(loss)))
        cells = living_cells(states, model.host.alive_threshold).mean()
        rows.append(Row(f"{name} at {strength:g}: mature cells", float(cells)))
    return rows


def between_rows(model: PerturbedCA, pictures: Pictures, report: Report = say_nothing) -> list[Row]:
    """The first two perturbations at each share of `BETWEEN`: losses to both targets, cells moved, mature cells."""
    one, other = model.perturbations[:2]
    height, width = (side + 2 * pictures.padding for side in pictures.before.shape[:2])
    report(f"measuring: from {one} to {other}")
    strengths = np.zeros((len(BETWEEN), len(model.perturbations)))
    strengths[:, :2] = [(share, 1 - share) for share in BETWEEN]
    rows = []
    for share, states in zip(BETWEEN, grown_at(model, strengths, height, width), strict=True):
        mixture = f"{one} at {share:g}, {other} at {1 - share:g}"
        for name in (one, other):
            losses, shifts = best_shifts(states[..., :4], place(pictures.after[name], height, width), REACH)
            rows.append(Row(f"{mixture}: loss to {name} after {STEPS} steps", float(losses.mean())))
        rows.append(Row(f"{mixture}: cells moved", float(np.linalg.norm(shifts, axis=-1).mean())))
        cells = living_cells(states, model.host.alive_threshold).mean()
        rows.append(Row(f"{mixture}: mature cells", float(cells)))
    return rows


def joined(before: np.ndarray, one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """A picture with both edits: of a cell that both change the more transparent one, of equals the mean.

    Args:
      before, one, other: [height, width, 4], the unedited picture and two edited ones.
    """
    by_one, by_other = (np.abs(edited - before).max(axis=-1, keepdims=True) > 0 for edited in (one, other))
    less = np.sign(other[..., 3:] - one[..., 3:])
    both = np.where(less > 0, one, np.where(less < 0, other, (one + other) / 2))
    return np.where(by_one & by_other, both, np.where(by_one, one, np.where(by_other, other, before)))


def pair_rows(model: PerturbedCA, pictures: Pictures, report: Report = say_nothing) -> list[Row]:
    """All pairs of perturbations at each strength of `AT_ONCE`.

    Returns:
      Of each pair at each strength the losses in place, at the best place, inside and outside of the edited region;
      mature cells; cells wandered; stable or not; and how alike the eigenvectors of the two are.
    """
    after, before, padding = pictures
    height, width = (side + 2 * padding for side in before.shape[:2])
    names, own, rows = model.perturbations, place(before, height, width), []
    edited = [place(after[name], height, width) for name in names]
    (alone,) = grown_at(model, np.zeros((1, len(names))), height, width)
    usual = living_cells(alone, model.host.alive_threshold).mean()
    for one, other in counted(list(itertools.combinations(range(len(names)), 2)), "measuring: pairs", report):
        target = joined(own, edited[one], edited[other])
        strengths = np.zeros((len(AT_ONCE), len(names)))
        strengths[:, [one, other]] = np.reshape(AT_ONCE, (-1, 1))
        pair = f"{names[one]} and {names[other]}"
        for strength, states in zip(AT_ONCE, grown_at(model, strengths, height, width), strict=True):
            losses, shifts = best_shifts(states[..., :4], target, REACH)
            inside, outside = losses_by_region(states, target, edited_region(target, own))
            cells = living_cells(states, model.host.alive_threshold).mean()
            steady = STABLE[0] * usual < cells < STABLE[1] * usual
            found = {
                "loss in place": float(np.mean(image_losses(states, target))),
                "at the best place": float(losses.mean()),
                "inside the edits": inside,
                "outside": outside,
                "mature cells": float(cells),
                "cells moved": float(np.linalg.norm(shifts, axis=-1).mean()),
                "stable": "yes" if steady else "no",
            }
            if model.kind == "symmetric":
                found["similarity of eigenvectors"] = similarity(model.change(names[one]), model.change(names[other]))
            rows += [Row(f"{pair}, both at {strength:g}: {what}", value) for what, value in found.items()]
    return rows
