"""How exports of a perturbed automaton are judged: by the picture that the host grows under the perturbation."""

import dataclasses
from pathlib import Path
from typing import Any

import numpy as np

from nca_tf.cells.quality import Quality
from nca_tf.families.growing.quality import growing_quality


def perturbation_quality(model, meta: dict[str, Any], folder: Path) -> Quality:
    """Returns the standard run of a `PerturbedCA`: the host's, with its perturbations in equal parts that add up to 1.

    Args:
      model: the automaton.
      meta: its meta.json; "target" is what a lone perturbation makes of the host's picture.
      folder: the model's folder.
    """
    host, count = growing_quality(model.host, meta, folder), len(model.perturbations)
    strengths = np.full((len(host.start), count), 1.0 / count, np.float32)
    return dataclasses.replace(host, inputs=lambda step: {**host.inputs(step), "strengths": strengths})
