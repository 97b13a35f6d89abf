"""Training commands, one a family: `python -m training.<family>`. From Python: `training.loop.train`."""

import os
import sys


def _import_tensorflow_quietly() -> None:
    """Import TensorFlow without its lines about missing GPU drivers, some of which no setting of its own holds back."""
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    sys.stderr.flush()
    kept = os.dup(2)
    try:
        with open(os.devnull, "w") as nowhere:
            os.dup2(nowhere.fileno(), 2)
        import tensorflow  # noqa: F401
    finally:
        os.dup2(kept, 2)
        os.close(kept)


_import_tensorflow_quietly()
