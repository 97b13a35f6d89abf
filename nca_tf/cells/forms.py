"""The two forms in which a rollout is computed, and which one suits a machine."""

import tensorflow as tf

from nca_tf.files.errors import InputError

FORMS = ("auto", "dense", "live")


def best_form(form: str = "auto") -> str:
    """Resolve "auto": the dense form where TensorFlow sees a GPU, live cells elsewhere.

    Raises:
      InputError: it is none of `FORMS`.
    """
    if form not in FORMS:
        raise InputError(f"form is {form!r}; expected one of {', '.join(FORMS)}; 'auto' chooses for you.")
    if form != "auto":
        return form
    return "dense" if tf.config.list_logical_devices("GPU") else "live"
