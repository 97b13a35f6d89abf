"""Loads a SavedModel as a server does and times a request: `python request_timing.py FOLDER REQUEST.npz REPEATS`.

A script of its own, which imports nothing but TensorFlow: what it takes, TF Serving takes. REQUEST.npz holds the inputs
of serving_default by name. The first answer, for which TensorFlow prepares itself, is not counted. Prints one JSON
object: `seconds` of the median request, `loaded_mb` and `peak_mb` of this process before and after; or `refused`, the
reason.
"""

import json
import resource
import statistics
import sys
import time
from pathlib import Path

import numpy as np
import tensorflow as tf

STATUS, FORGET = Path("/proc/self/status"), Path("/proc/self/clear_refs")
REFUSED = "assertion failed: ["


def main(folder: str, request: str, repeats: str) -> int:
    """Prints what was measured; returns the exit status."""
    with np.load(request, allow_pickle=False) as archive:
        inputs = {name: archive[name] for name in archive.files}
    with tf.compat.v1.Session(graph=tf.Graph()) as session:
        loaded = tf.compat.v1.saved_model.loader.load(session, ["serve"], folder)
        loaded_mb = memory_mb("VmRSS")
        forget_peak()
        signature = loaded.signature_def["serving_default"]
        feeds = {signature.inputs[name].name: value for name, value in inputs.items()}
        fetches = [info.name for info in signature.outputs.values()]
        seconds = []
        try:
            for _ in range(int(repeats) + 1):
                start = time.perf_counter()
                session.run(fetches, feeds)
                seconds.append(time.perf_counter() - start)
        except tf.errors.InvalidArgumentError as error:
            # The model's own words, or TensorFlow's where it has none.
            lines = error.message.splitlines()
            reason = next((line for line in lines if line.startswith(REFUSED)), lines[0])
            print(json.dumps({"refused": reason.removeprefix(REFUSED).removesuffix("]")}))
            return 0
    print(
        json.dumps({"seconds": statistics.median(seconds[1:]), "loaded_mb": loaded_mb, "peak_mb": memory_mb("VmHWM")})
    )
    return 0


def memory_mb(kind: str) -> float:
    """Memory of this process now ("VmRSS"), or the most since `forget_peak` ("VmHWM"); elsewhere than on Linux the
    most since it began."""
    if not STATUS.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    line = next(line for line in STATUS.read_text().splitlines() if line.startswith(kind))
    return int(line.split()[1]) * 1024 / 1e6


def forget_peak() -> None:
    """To import TensorFlow takes more than many a request does, and would hide it."""
    if FORGET.exists():
        FORGET.write_text("5")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
