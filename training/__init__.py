"""Training commands, one a family: `python -m training.<family>`. From Python: `training.loop.train`."""

import os
import sys


def _import_tensorflow_quietly() -> None:
    """Import TensorFlow without its lines about missing GPU drivers, some of which no setting of its own holds back."""
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    # By itself TensorFlow uses oneDNN's products on the newest Intel processors only; others gain by them too.
    os.environ.setdefault("TF_ENABLE_ONEDNN_OPTS", "1")
    # The name that Python gives a program while it looks for the module of -m.
    seen = sys.argv[:1] == ["-m"] and sys.stderr.isatty()
    if seen:
        sys.stderr.write("starting TensorFlow")
    sys.stderr.flush()
    kept = os.dup(2)
    try:
        with open(os.devnull, "w") as nowhere:
            os.dup2(nowhere.fileno(), 2)
        import tensorflow  # noqa: F401
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        if seen:
            sys.stderr.write("\r\033[K")
            sys.stderr.flush()


_import_tensorflow_quietly()
