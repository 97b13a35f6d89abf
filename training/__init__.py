"""Training commands, one a family: `python -m training.<family>`. From Python: `training.loop.train`."""

import os

# TensorFlow prints a dozen lines about missing GPU drivers on import unless this is set before it.
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
