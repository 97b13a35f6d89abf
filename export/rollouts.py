"""Runs an exported step again and again, in every format that runs in Python, on inputs that are given."""

import json
from collections.abc import Callable, Iterable
from pathlib import Path

import numpy as np
import tensorflow as tf

from export import tflite, webgl8
from export.webgl8_automaton import EightBitAutomaton
from export.webgl8_automaton import encode as encode_bytes

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


def in_python(model) -> Rollout:
    """The model itself."""
    signature = next(signature for signature in model.signatures() if signature.name == STEP)
    function = signature.graph_function(checked=False)
    names = sorted(signature.inputs)

    def step(**inputs):
        return function(*(tf.constant(inputs[name]) for name in names))["state"].numpy()

    return repeat(step)


def in_saved_model(folder: Path) -> Rollout:
    """A version folder for TF Serving."""
    loaded = tf.saved_model.load(str(folder))
    function = loaded.signatures[STEP]

    def step(**inputs):
        return function(**{name: tf.constant(value) for name, value in inputs.items()})["state"].numpy()

    # The signature holds its variables only weakly.
    step.loaded = loaded
    return repeat(step)


def in_tflite(path: Path) -> Rollout:
    """A TFLite file."""
    run = tflite.load(path, STEP)
    return repeat(lambda **inputs: run(**inputs)["state"])


def in_webgl8(text: str, angle: float = 0.0) -> Rollout:
    """The 8-bit pipeline of the WebGL demo, one image of the batch after the other."""
    automaton = EightBitAutomaton(webgl8.parse(json.loads(text)), angle)

    def rollout(start: np.ndarray, inputs: Inputs, keep: Iterable[int]) -> dict[int, np.ndarray]:
        wanted, states = set(keep), list(encode_bytes(start))
        kept = {}
        for number in range(1, max(wanted) + 1):
            fire = inputs(number - 1)["fire"] > 0.5
            states = [automaton.step(state, mask) for state, mask in zip(states, fire, strict=False)]
            if number in wanted:
                kept[number] = automaton.floats(np.stack(states))
        return kept

    return rollout
