"""`record.json`: what was trained, how, on what, for how long, and how good it is."""

import dataclasses
import hashlib
import math
import os
import platform
import subprocess
from collections.abc import Mapping
from pathlib import Path, PurePath

import keras
import numpy as np
import tensorflow as tf

import nca_tf


def make_record(
    *,
    name: str,
    family: str,
    command: str,
    config,
    iterations: int,
    wall_seconds: float,
    metrics: Mapping,
    weights: Path,
) -> dict:
    """Return the content of record.json.

    Args:
      config: the family's dataclass; a path in it is reduced to its last part.
      iterations: how many were done.
      metrics: numbers, or lists or dicts of them; one that is not finite becomes null, for which JSON has a word.
      wall_seconds: training time, all resumed parts together, without the figures and measurements at the end.
      weights: the file whose SHA-256 is recorded.
    """
    return {
        "name": name,
        "family": family,
        "command": command,
        "random_seed": config.random_seed,
        "iterations": iterations,
        "wall_seconds": round(wall_seconds, 1),
        "machine": machine(),
        "versions": versions(),
        "config": {key: without_folders(value) for key, value in dataclasses.asdict(config).items()},
        "metrics": _finite(metrics),
        "weights_sha256": sha256(weights),
    }


def sha256(path: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def without_folders(value):
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


def versions() -> dict[str, str]:
    """Return the versions of everything that computes."""
    return {
        "nca_tf": nca_tf.__version__,
        "python": platform.python_version(),
        "tensorflow": tf.__version__,
        "keras": keras.__version__,
        "numpy": np.__version__,
    }


def machine() -> dict[str, int | str]:
    """Return the number of usable cores and the processor's model name, and the GPU's if there is one."""
    described = {"cores": _cores(), "cpu": _cpu_model()}
    gpus = tf.config.list_physical_devices("GPU")
    if gpus:
        described["gpu"] = tf.config.experimental.get_device_details(gpus[0]).get("device_name", "unknown")
        described["gpus"] = len(gpus)
    return described


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _cpu_model() -> str:
    try:
        if platform.system() == "Darwin":
            command = ["sysctl", "-n", "machdep.cpu.brand_string"]
            return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
        for line in Path("/proc/cpuinfo").read_text().splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    except (OSError, subprocess.CalledProcessError):
        pass
    return platform.machine()
