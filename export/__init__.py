"""Exporters: one command a format, each of which only iterates over a model's `signatures()`."""

import os

from export.quiet import quiet

# Small matrix products with NumPy are several times faster on one thread, above all on a busy machine.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
# tensorflowjs imports this library, whose greeting needs IPython where output is captured.
os.environ.setdefault("TFDF_DISABLE_WELCOME_MESSAGE", "1")

with quiet():  # TensorFlow speaks of GPUs while it is imported
    import tensorflow

tensorflow.get_logger().setLevel("ERROR")
