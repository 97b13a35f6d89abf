"""Exporters: one command a format, each of which only iterates over a model's `signatures()`."""

import os
import sys

# Small matrix products with NumPy are several times faster on one thread, above all on a busy machine.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
# tensorflowjs imports this library, whose greeting needs IPython where output is captured.
os.environ.setdefault("TFDF_DISABLE_WELCOME_MESSAGE", "1")


def _import_tensorflow_quietly() -> None:
    """Imports TensorFlow with standard error shut: some of its notices about GPUs heed no setting."""
    sys.stderr.flush()
    standard_error = os.dup(2)
    with open(os.devnull, "w") as nowhere:
        os.dup2(nowhere.fileno(), 2)
    try:
        import tensorflow  # noqa: F401
    finally:
        os.dup2(standard_error, 2)
        os.close(standard_error)


_import_tensorflow_quietly()
