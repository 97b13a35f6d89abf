"""What a run depends on beyond its configuration, kept in its folder as inputs.json and compared at every resume.

A configuration names a picture and a model to start from; what those names stand for may change while a run rests.
A run of an earlier version has no such file and continues as it is.
"""

import hashlib
from collections.abc import Mapping
from pathlib import Path

import numpy as np

from nca_tf.files.errors import InputError
from nca_tf.files.model_files import weights_sha256
from training.checkpoints import Checkpoints
from training.run_folder import RunFolder, read_json

INPUTS = "inputs.json"
EXECUTION = "execution"


def started_from(folder: Path) -> dict[str, str] | None:
    """What a run that can be continued was started from, empty where an earlier version began it; None: it is new.

    Args:
      folder: the run's folder, whether it exists or not.
    """
    return (read_json(folder / INPUTS) or {}) if Checkpoints(folder / "checkpoints").paths() else None


def digest(picture: np.ndarray) -> str:
    """SHA-256 of a picture, float [height, width, channels] in [0, 1], as 8-bit values."""
    return hashlib.sha256(repr(picture.shape).encode() + np.uint8(np.round(picture * 255)).tobytes()).hexdigest()


def init_of(init: str, earlier: Mapping[str, str] | None) -> dict[str, str]:
    """`init`: SHA-256 of the weights that a training starts from; nothing where it starts from none.

    Args:
      init: name or folder of a model, or empty.
      earlier: `started_from` of the run. What is continued says itself what it began with; `init` may be gone.
    """
    if earlier is not None:
        return {"init": earlier["init"]} if "init" in earlier else {}
    return {"init": weights_sha256(init)} if init else {}


def check(folder: Path, inputs: Mapping[str, str]) -> dict[str, str]:
    """Compare a run's inputs with those that it was started from; returns the latter, empty for a new run.

    Args:
      inputs: option, without dashes -> SHA-256 of what it names.
    Raises:
      InputError: one differs.
    """
    theirs = started_from(folder) or {}
    for option, mine in inputs.items():
        if theirs.get(option, mine) != mine:
            raise InputError(
                f"what --{option} names has changed since {folder} was started; the same content is needed to continue "
                "it; put it back or choose another --out"
            )
    return theirs


def pin(run: RunFolder, inputs: Mapping[str, str], execution: str) -> str | None:
    """Check a run's inputs, or write them where it has none yet.

    Args:
      execution: how batches are computed, see `training.engine.TrainStep.execution`.
    Returns:
      The execution of the run so far where it is another, else None.
    Raises:
      InputError: an input differs.
    """
    theirs = check(run.path, inputs)
    mine = {**theirs, **inputs, EXECUTION: execution}
    if mine != theirs:
        run.write_json(INPUTS, mine)
    before = theirs.get(EXECUTION, execution)
    return before if before != execution else None
