"""A step again and again on inputs that are given: of the model itself, and what a format's own rollout is made of."""

from collections.abc import Callable, Iterable

import numpy as np
import tensorflow as tf

from nca_tf.cells.automaton import CellularAutomaton

STEP = "step"
Inputs = Callable[[int], dict[str, np.ndarray]]
Rollout = Callable[[np.ndarray, Inputs, Iterable[int]], dict[int, np.ndarray]]
"""From a start state, the inputs of each step and the steps to keep, to the states after these steps."""


def repeat(step: Callable[..., np.ndarray]) -> Rollout:
    """Returns the rollout of one step function, called with the state and the other inputs by name."""

    def rollout(start: np.ndarray, inputs: Inputs, keep: Iterable[int]) -> dict[int, np.ndarray]:
        wanted, state, kept = set(keep), start, {}
        for number in range(1, max(wanted) + 1):
            given = {name: value[: len(start)] for name, value in inputs(number - 1).items()}
            state = step(state=state, **given)
            if number in wanted:
                kept[number] = np.array(state)
        return kept

    return rollout


def in_python(model: CellularAutomaton) -> Rollout:
    """The model itself."""
    signature = next(signature for signature in model.signatures() if signature.name == STEP)
    function = signature.graph_function(checked=False)
    names = signature.parameters

    def step(**inputs):
        return function(*(tf.constant(inputs[name]) for name in names))["state"].numpy()

    return repeat(step)
