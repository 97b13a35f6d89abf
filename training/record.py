"""`record.json`: what was trained, how, on what, for how long, and how good it is."""

import dataclasses
import math
from collections.abc import Mapping
from pathlib import Path, PurePath
from typing import Any

import numpy as np

from nca_tf.files.budget import Budget, read_within
from nca_tf.files.errors import InputError
from nca_tf.files.model_files import describe_file
from nca_tf.files.names import NAME
from nca_tf.files.plain_json import parse_json
from nca_tf.machine import machine, versions

RECORD = "record.json"
MOST_RECORD_BYTES = 4 << 20
_TEXTS = ("name", "command", "weights_sha256")


def make_record(
    *,
    name: str,
    family: str,
    command: str,
    config: Any,
    iterations: int,
    wall_seconds: float,
    measured_seconds: float,
    metrics: Mapping,
    weights: Path,
) -> dict:
    """Return the content of record.json.

    Args:
      config: the family's dataclass; a path in it is reduced to its last part.
      iterations: how many were done.
      metrics: numbers, or lists or dicts of them; one that is not finite becomes null, for which JSON has a word.
      wall_seconds: training time, all resumed parts together, without the figures and measurements at the end.
      measured_seconds: what these took.
      weights: the file whose SHA-256 is recorded.
    """
    return {
        "name": name,
        "family": family,
        "command": command,
        "random_seed": config.random_seed,
        "iterations": iterations,
        "wall_seconds": round(wall_seconds, 1),
        "measured_seconds": round(measured_seconds, 1),
        "machine": machine(),
        "versions": versions(),
        "config": {key: without_folders(value) for key, value in dataclasses.asdict(config).items()},
        "metrics": _finite(metrics),
        "weights_sha256": describe_file(weights)["sha256"],
    }


def read_record(run: Path) -> dict[str, Any]:
    """record.json of a finished run; its name is fit for a folder."""
    path = run / RECORD
    try:
        record = parse_json(read_within(path, Budget(MOST_RECORD_BYTES, path)))
    except (OSError, ValueError) as error:
        if isinstance(error, InputError):
            raise
        raise InputError(
            f"{run} has no {RECORD} ({' '.join(str(error).split())}); a finished run was expected; let the training "
            "end."
        ) from error
    if not isinstance(record, dict) or not all(isinstance(record.get(key), str) for key in _TEXTS):
        raise InputError(
            f"{path} lacks a text under one of {', '.join(_TEXTS)}; what a training writes at its end was expected; "
            "resume the training."
        )
    if not NAME.fullmatch(record["name"]):
        raise InputError(
            f"{path} has the name {ascii(record['name'])[:100]}; letters, digits, dots, dashes and underscores were "
            "expected; train it under another name."
        )
    return record


def without_folders(value: Any) -> Any:
    """Return `value`, or only its last part if it is an absolute path: a record tells nothing about anyone's disk."""
    if isinstance(value, str) and PurePath(value).is_absolute():
        return PurePath(value).name
    return value


def _finite(value):
    if isinstance(value, Mapping):
        return {key: _finite(item) for key, item in value.items()}
    if isinstance(value, list | tuple | np.ndarray):
        return [_finite(item) for item in value]
    value = value.item() if isinstance(value, np.generic) else value
    return None if isinstance(value, float) and not math.isfinite(value) else value
