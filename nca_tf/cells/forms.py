"""The two forms in which a rollout is computed, and which one suits a machine."""

import tensorflow as tf

FORMS = ("auto", "dense", "live")


def best_form(form: str = "auto") -> str:
    """Resolve "auto": the dense form where TensorFlow sees a GPU, live cells elsewhere."""
    if form != "auto":
        return form
    return "dense" if tf.config.list_logical_devices("GPU") else "live"
