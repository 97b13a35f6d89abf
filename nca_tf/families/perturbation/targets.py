"""The article's six altered lizards in the order in which its matrices are stored, and what a model is to make."""

from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from nca_tf.files.errors import InputError
from nca_tf.pictures.model_targets import HOST_TARGET, target_of

TARGETS = {
    "tailless": "lizard-tailless",
    "no-leg": "lizard-legless",
    "no-head": "lizard-headless",
    "no-arm": "lizard-armless",
    "red": "lizard-red",
    "blue": "lizard-blue",
}
"""By name of the perturbation, our picture of what it makes."""
TARGETS_KEY = "targets"
"""In meta.json of a model of several perturbations, the picture of each, by name."""


class Pictures(NamedTuple):
    """What a model of perturbations works on.

    Attributes:
      after: by perturbation, what it is to make: float32 [height, width, 4], premultiplied, without padding.
      before: what the host grows, the same, of any height and width; it decides about the grid.
      padding: empty cells on each side.
    """

    after: dict[str, np.ndarray]
    before: np.ndarray
    padding: int


def pictures_of(names: tuple[str, ...], meta: dict[str, Any], folder: Path) -> Pictures:
    """The pictures of a model of perturbations, from its files.

    Args:
      names: of its perturbations.
      meta: its meta.json, with "target" of a lone perturbation or `TARGETS_KEY` of several, and `HOST_TARGET`; those
        with the names of `TARGETS` need none.
      folder: the model's folder.
    Raises:
      InputError: meta.json doesn't name all pictures.
    """
    targets = meta.get(TARGETS_KEY) or (TARGETS if "target" not in meta else dict.fromkeys(names[:1], meta["target"]))
    named = [*(targets.get(name) for name in names), meta.get(HOST_TARGET)] if isinstance(targets, dict) else [None]
    if not all(isinstance(name, str) for name in named):
        raise InputError(
            f"the model in {folder} does not name its target and {HOST_TARGET}; the pictures after and before were "
            "expected; measure what training.perturbation wrote, or read the file in again with --target and --host."
        )
    *after, (before, _, padding) = (target_of({**meta, "target": name}, folder) for name in named)
    return Pictures(dict(zip(names, (one.picture for one in after), strict=True)), before, padding)
