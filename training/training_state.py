"""Everything that a training needs to go on as if it had never stopped, as plain arrays, and back."""

from collections.abc import Mapping

import keras
import numpy as np

from nca_tf.files.errors import InputError
from training.experiment import Experiment


def gather(experiment: Experiment) -> dict[str, np.ndarray]:
    """Return every variable of the model and of the optimizer, and the experiment's own arrays, by name."""
    arrays = {
        name: np.asarray(variable.value)
        for kind, owner in (("model", experiment.model), ("optimizer", experiment.optimizer))
        for name, variable in _named_variables(kind, owner)
    }
    return arrays | {f"state/{name}": array for name, array in experiment.state_arrays().items()}


def restore(experiment: Experiment, arrays: Mapping[str, np.ndarray]) -> None:
    """Put back what `gather` returned.

    Raises:
      InputError: if the variables are not those that were saved; nothing is changed then.
    """
    variables = [
        *_named_variables("model", experiment.model),
        *_named_variables("optimizer", experiment.optimizer),
    ]
    expected = {name: tuple(variable.shape) for name, variable in variables}
    found = {name: array.shape for name, array in arrays.items() if not name.startswith("state/")}
    if found != expected:
        names = [name for name in sorted(found.keys() | expected.keys()) if found.get(name) != expected.get(name)]
        raise InputError(
            f"the checkpoint holds {names[0]} of shape {found.get(names[0])}, the model has {expected.get(names[0])}; "
            "a checkpoint of the same program was expected; train into another folder"
        )
    for name, variable in variables:
        variable.assign(arrays[name])
    prefix = "state/"
    experiment.restore_arrays({n.removeprefix(prefix): a for n, a in arrays.items() if n.startswith(prefix)})


def _named_variables(kind: str, owner) -> list[tuple[str, keras.Variable]]:
    """Number the variables: their own names change with how many models a process has made."""
    return [(f"{kind}/{index:03d}", variable) for index, variable in enumerate(owner.variables)]
