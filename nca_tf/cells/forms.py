"""The two forms in which a rollout is computed, and which one suits a machine."""

from collections.abc import Sequence

import tensorflow as tf

from nca_tf.files.errors import InputError

FORMS = ("auto", "dense", "live")


def best_form(form: str = "auto", shape: Sequence[int | None] = ()) -> str:
    """Resolve "auto": the dense form where TensorFlow sees a GPU or `shape` is not known yet, live cells elsewhere.

    Args:
      shape: of the states, None for what a graph is to take in any size.
    Raises:
      InputError: it is none of `FORMS`, or live cells are asked for in states of unknown size.
    """
    if form not in FORMS:
        raise InputError(f"form is {form!r}; expected one of {', '.join(FORMS)}; 'auto' chooses for you.")
    known = None not in tuple(shape)
    if form == "live" and not known:
        raise InputError(
            f"form is 'live' and the states have the shape {tuple(shape)}; one that is known beforehand was expected; "
            "choose 'dense' or 'auto'."
        )
    if form != "auto":
        return form
    return "live" if known and not tf.config.list_logical_devices("GPU") else "dense"
