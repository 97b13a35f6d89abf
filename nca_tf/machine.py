"""What computed: versions, cores, processor, GPU. Never a host name or a path."""

import os
import platform
import subprocess
from pathlib import Path

import keras
import numpy as np
import tensorflow as tf

import nca_tf


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
    described = {"cores": usable_cores(), "cpu": _cpu_model()}
    gpus = tf.config.list_physical_devices("GPU")
    if gpus:
        described["gpu"] = tf.config.experimental.get_device_details(gpus[0]).get("device_name", "unknown")
        described["gpus"] = len(gpus)
    return described


def counted_cores(count: int) -> str:
    """ "1 core", "2 cores"."""
    return f"{count} core{'s' * (count != 1)}"


def usable_cores() -> int:
    """Return how many cores this process may use."""
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
