"""Saves a model's signatures as a SavedModel: what TF Serving loads, and what the converters start from."""

from collections.abc import Callable, Sequence
from pathlib import Path

import keras
import tensorflow as tf

from nca_tf.cells.signatures import Signature


def save(model: keras.Model, signatures: Sequence[Signature], folder: Path | str, checked: bool) -> dict[str, Callable]:
    """Writes a SavedModel.

    Args:
      model: the automaton; the weights that the signatures hold go along.
      signatures: those of the model that the folder is to have.
      folder: where to.
      checked: whether the graphs refuse bad input, which a converter would drop, and take their inputs' defaults when
        they are called in Python as methods of the loaded folder.
    Returns:
      The graph function of each signature, by name.
    """
    functions = {signature.name: signature.graph_function(checked=checked) for signature in signatures}
    holder = tf.Module()
    # The holder keeps the variables that the signatures read; a saved Keras model would bring call() along.
    named = model.named_weights()
    held = {name: weight for signature in signatures for name, weight in signature.held(named).items()}
    holder.variables_of_the_rule = [weight.value for weight in held.values()]
    if checked:
        # Only a server fills in what a signature's request leaves out; whoever loads the folder in Python calls these.
        for name, function in functions.items():
            setattr(holder, name, function)
    tf.saved_model.save(holder, str(folder), signatures=functions)
    return functions
