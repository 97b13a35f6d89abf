"""How exports of a host with adversaries are judged: by how well the adversaries get what they want."""

import dataclasses
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from nca_tf.cells.life import ALPHA
from nca_tf.cells.quality import Quality
from nca_tf.families.adversarial.masks import share_of_grid, share_within
from nca_tf.families.growing.quality import growing_quality
from nca_tf.families.mnist.quality import mnist_quality
from nca_tf.pictures.model_targets import target_of
from nca_tf.pictures.targets import place

if TYPE_CHECKING:
    from nca_tf.families.adversarial.automaton import InjectedCA

GROWN = 200
SHARE = 0.1
"""Of adversaries, where meta.json says none."""
APART = 100_003
"""Between the numbers of the steps whose draws host and adversary get."""


def digit_quality(model: "InjectedCA", meta: dict[str, Any], folder: Path) -> Quality:
    """Returns the standard run with a self-classifying host: its images, adversaries among them from the start.

    Args:
      model: an `InjectedCA`.
      meta: its meta.json: "goal", "share", and what the host's own run asks for.
      folder: the model's folder.
    """
    host, goal = mnist_quality(model.host, meta, folder), meta.get("goal")
    living = np.asarray(model.host.alive(host.start))
    rng = np.random.default_rng(28)
    masks = share_of_grid(*living.shape, meta.get("share", SHARE), rng).astype(np.float32)

    def goal_share(states: np.ndarray) -> float:
        return float((states[..., -model.host.classes :].argmax(axis=-1) == goal)[living].mean())

    run = dataclasses.replace(host, inputs=_both(host, masks), metric="", score=None)
    if goal is None:
        return run
    return dataclasses.replace(run, metric="goal_share", score=goal_share, lower_is_better=False)


def picture_quality(model: "InjectedCA", meta: dict[str, Any], folder: Path) -> Quality:
    """Returns the standard run with a growing host: what it has grown, adversaries among it, towards their target.

    Args:
      model: an `InjectedCA`.
      meta: its meta.json: "target", "share", and what the host's own run asks for.
      folder: the model's folder.
    """
    host = growing_quality(model.host, meta, folder)
    count, height, width = host.start.shape[:3]
    grown = model.host.rollout(np.repeat(host.start, 2, axis=0), GROWN, random_seed=1).numpy()
    mature = (grown[..., ALPHA] > model.host.alive_threshold).sum(axis=(1, 2))
    # A lone cell may die at once; the fullest ones are as good as any.
    start = grown[np.sort(np.argsort(-mature, kind="stable")[:count])]
    picture = target_of(meta, folder).picture
    allowed = start[..., ALPHA] if picture is None else place(picture, height, width)[None, ..., ALPHA]
    region = np.broadcast_to(allowed >= model.host.alive_threshold, start.shape[:3])
    masks = share_within(region, meta.get("share", SHARE), np.random.default_rng(28)).astype(np.float32)
    return dataclasses.replace(host, start=start, inputs=_both(host, masks))


def _both(host: Quality, masks: np.ndarray):
    """The host's draws for both rules, at different steps, and the adversaries."""

    def inputs(step: int) -> dict[str, np.ndarray]:
        own, theirs = host.inputs(step), host.inputs(step + APART)
        named = {f"host_{name}": grid for name, grid in own.items()}
        return {**named, **{f"adversary_{name}": grid for name, grid in theirs.items()}, "adversaries": masks}

    return inputs
