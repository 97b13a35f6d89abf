"""Loads a SavedModel as a server does and compares its answers: `python session_check.py FOLDER ANSWERS.npz`.

A script of its own, which imports nothing but TensorFlow: what it can load, TF Serving can. ANSWERS.npz holds arrays
named `<signature>/in/<name>` and `<signature>/out/<name>`. Prints one JSON object: seconds to load, largest difference.
"""

import json
import sys
import time

import numpy as np
import tensorflow as tf

TOLERANCE = 1e-5


def main(folder: str, answers: str) -> int:
    """Returns the exit status: 0 when every answer is within the tolerance."""
    with np.load(answers, allow_pickle=False) as archive:
        arrays = {key: archive[key] for key in archive.files}
    with tf.compat.v1.Session(graph=tf.Graph()) as session:
        start = time.perf_counter()
        loaded = tf.compat.v1.saved_model.loader.load(session, ["serve"], folder)
        seconds, largest = time.perf_counter() - start, 0.0
        for name in sorted({key.split("/")[0] for key in arrays}):
            signature = loaded.signature_def[name]
            feeds = {info.name: arrays[f"{name}/in/{key}"] for key, info in signature.inputs.items()}
            answer = session.run({key: info.name for key, info in signature.outputs.items()}, feeds)
            for key, value in answer.items():
                largest = max(largest, difference(value, arrays[f"{name}/out/{key}"]))
    print(json.dumps({"load_seconds": seconds, "max_abs": largest}))
    return 0 if largest <= TOLERANCE else 1


def difference(value: np.ndarray, expected: np.ndarray) -> float:
    """Returns the largest absolute difference; infinite where shapes, texts or non-finite numbers differ."""
    if value.shape != expected.shape:
        return float("inf")
    if value.dtype == object or value.dtype.kind == "S":
        return 0.0 if value.astype("S").tolist() == expected.astype("S").tolist() else float("inf")
    largest = np.abs(value.astype(np.float64) - expected).max(initial=0.0)
    return float(largest) if np.isfinite(largest) else float("inf")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
