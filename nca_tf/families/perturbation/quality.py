"""How exports of a perturbed automaton are judged: by the pictures that the host grows under its perturbations."""

import dataclasses
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from nca_tf.cells.life import ALPHA
from nca_tf.cells.quality import Quality
from nca_tf.families.growing.quality import growing_quality
from nca_tf.families.perturbation.targets import pictures_of
from nca_tf.files.errors import InputError
from nca_tf.pictures.model_targets import HOST_TARGET
from nca_tf.pictures.targets import place

if TYPE_CHECKING:
    from nca_tf.families.perturbation.automaton import PerturbedCA


def perturbation_quality(model: "PerturbedCA", meta: dict[str, Any], folder: Path) -> Quality:
    """Returns the standard run of a `PerturbedCA`: the host's, each seed under another of its perturbations in full.

    Args:
      model: the automaton.
      meta: its meta.json, as `pictures_of` takes it; a model that names no pictures has no figure of quality.
      folder: the model's folder.
    """
    grown = meta if "target" in meta or HOST_TARGET not in meta else {**meta, "target": meta[HOST_TARGET]}
    host, names = growing_quality(model.host, grown, folder), model.perturbations
    turns = np.arange(len(host.start)) % len(names)
    strengths = np.eye(len(names), dtype=np.float32)[turns]
    run = dataclasses.replace(host, inputs=lambda step: {**host.inputs(step), "strengths": strengths})
    try:
        after = pictures_of(names, meta, folder).after
    except InputError:
        return dataclasses.replace(run, metric="", score=None)
    targets = [place(after[name], *host.start.shape[1:3]) for name in names]

    def loss(states: np.ndarray) -> float:
        found = states[..., : ALPHA + 1].astype(np.float64)
        return float(
            np.mean([np.square(state - targets[turn]).mean() for state, turn in zip(found, turns, strict=True)])
        )

    return dataclasses.replace(run, metric="target_mse", score=loss)
