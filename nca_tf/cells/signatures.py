"""What a model offers to the outside world: named functions with named, bounded inputs.

A family lists its `Signature`s in `signatures()`; the exporters iterate over them and know nothing else about it. A
server guarantees nothing about the requests that it passes on, so every bound that is declared here is checked inside
the exported graph, before the memory for the answer is taken.
"""

import dataclasses
import inspect
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import tensorflow as tf

AXES = {1: ("batch",), 2: ("cells", "values"), 3: ("batch", "height", "width")}
AXES[4] = (*AXES[3], "channels")


@dataclasses.dataclass(frozen=True)
class Limits:
    """The most that a server does for one request.

    Args:
      batch: examples.
      side: cells along the height or width of the grid.
      steps: steps of the automaton.
      cells: batch size x height x width.
      cell_steps: batch size x height x width x steps.
      zoom: pixels a cell in a picture.
      value: largest absolute value in a state that a request brings.
    """

    batch: int = 64
    side: int = 512
    steps: int = 5000
    cells: int = 1 << 18
    cell_steps: int = 1 << 27
    zoom: int = 16
    value: float = 1000.0


@dataclasses.dataclass(frozen=True)
class Noise:
    """A draw of a step that is standard normal noise, not a mask.

    Args:
      channels: how many numbers each cell gets.
      scale: by what the step multiplies them; a step with 0 never looks at them, and they are no input of it.
    """

    channels: int
    scale: float


@dataclasses.dataclass(frozen=True)
class Input:
    """One input of a signature.

    Args:
      dtype: name of a TensorFlow type, for instance "float32".
      shape: extent of each axis, None where the caller chooses.
      low, high: least and largest value accepted anywhere in the tensor; NaN is refused as soon as one is given.
      most: largest extent accepted along each free axis; None where nothing is checked.
      most_values: largest number of values accepted in all.
      default: what stands in when a request leaves the input out; its first axis has extent 1. None: it is required.
      about: one line for people, with the unit.
      drawn: what a page feeds anew in each step, "fire" (1 with the probability `fire_rate`, else 0) or "normal"
        (standard normal numbers); left out, the input is the state or a control.
    """

    dtype: str
    shape: tuple[int | None, ...]
    low: float | None = None
    high: float | None = None
    about: str = ""
    most: tuple[int | None, ...] | None = None
    most_values: int | None = None
    default: np.ndarray | None = None
    drawn: str | None = None

    def spec(self, name: str) -> tf.TensorSpec:
        """Returns the TensorSpec of this input under the given name."""
        return tf.TensorSpec(self.shape, self.dtype, name=name)

    def check(self, value: tf.Tensor, name: str) -> tf.Tensor:
        """Returns `value`, usable only after every declared bound was found to hold."""
        axes = AXES.get(len(self.shape), tuple(f"axis {axis}" for axis in range(len(self.shape))))
        extents = [
            within(tf.shape(value)[axis], 1, most, f"{axes[axis]} of {name}")
            for axis, most in enumerate(self.most or ())
            if most is not None
        ]
        if self.most_values is not None:
            extents.append(within(tf.size(value), 0, self.most_values, f"the number of values in {name}"))
        with tf.control_dependencies(extents):
            value = tf.identity(value)
        if self.low is not None or self.high is not None:
            low = value.dtype.min if self.low is None else self.low
            high = value.dtype.max if self.high is None else self.high
            value = within(value, low, high, name)
        return value

    def describe(self) -> dict:
        """Returns the declaration as plain JSON data, for meta.json."""
        described = {"dtype": self.dtype, "shape": list(self.shape), "about": self.about}
        for key in ("low", "high", "most", "most_values", "drawn"):
            if getattr(self, key) is not None:
                described[key] = getattr(self, key)
        described["required"] = self.default is None
        return described


@dataclasses.dataclass(frozen=True)
class Signature:
    """One function of a model, as exported.

    Args:
      name: the name under which it is called, for instance "serving_default".
      function: takes the inputs by name, returns a dict of output tensors; pure, no Python-side randomness.
      inputs: name -> Input.
      outputs: name -> one line for people.
      formats: of "saved_model", "tfjs", "tflite", "onnx", those in which it makes sense.
      example: returns one small, representative request as arrays; an integer argument varies its random parts.
      weights: which of the model's `named_weights()` the graph holds; None for all of them.
    """

    name: str
    function: Callable[..., dict[str, tf.Tensor]]
    inputs: Mapping[str, Input]
    outputs: Mapping[str, str]
    formats: frozenset[str]
    example: Callable[..., dict[str, np.ndarray]]
    weights: tuple[str, ...] | None = None

    def held(self, by_name: Mapping[str, Any]) -> dict[str, Any]:
        """Those entries of a mapping from all names of `named_weights()` whose weights the graph holds."""
        return {name: by_name[name] for name in (by_name if self.weights is None else self.weights)}

    def checked(self, **tensors: tf.Tensor) -> dict[str, tf.Tensor]:
        """Calls the function with inputs that were found within their bounds."""
        return self.function(**{name: spec.check(tensors[name], name) for name, spec in self.inputs.items()})

    def graph_function(self, *, checked: bool) -> tf.types.experimental.GenericFunction:
        """Returns the signature as a tf.function with the declared TensorSpecs, names and default values.

        Args:
          checked: whether the bounds are checked in the graph (TF.js and TFLite have no operation for it).
        """
        names = self.parameters
        target = self.checked if checked else self.function

        def call(*tensors):
            return target(**dict(zip(names, tensors, strict=True)))

        call.__name__ = self.name
        call.__signature__ = inspect.Signature([self._parameter(name, checked) for name in names])
        return tf.function(call, input_signature=[self.inputs[name].spec(name) for name in names], autograph=False)

    @property
    def parameters(self) -> list[str]:
        """Names of the inputs in the order in which `graph_function` takes them: those without a default first."""
        return sorted(self.inputs, key=lambda name: (self.inputs[name].default is not None, name))

    def _parameter(self, name: str, with_default: bool) -> inspect.Parameter:
        default = self.inputs[name].default if with_default else None
        value = inspect.Parameter.empty if default is None else tf.constant(default, self.inputs[name].dtype)
        return inspect.Parameter(name, inspect.Parameter.POSITIONAL_OR_KEYWORD, default=value)

    @property
    def mergeable(self) -> bool:
        """Whether a server may join requests along the first axis: free there, and fixed everywhere else."""
        shapes = [spec.shape for spec in self.inputs.values()]
        return all(shape and shape[0] is None and None not in shape[1:] for shape in shapes)

    def describe(self) -> dict:
        """Returns inputs and outputs as plain JSON data, for meta.json."""
        inputs = {name: spec.describe() for name, spec in self.inputs.items()}
        return {"inputs": inputs, "outputs": dict(self.outputs)}


def within(value: tf.Tensor, low: float, high: float, name: str) -> tf.Tensor:
    """Returns `value`, usable only after every element was found to lie in [low, high].

    Args:
      value: a number or a tensor of numbers of any shape.
      low, high: the bounds, both accepted.
      name: what the message calls the value.
    Raises:
      tf.errors.InvalidArgumentError: when it runs, with a message like "steps is 9000; 0 to 5000 is accepted; ask for
        less". NaN is outside of every range.
    """
    value = tf.convert_to_tensor(value)
    low, high = tf.cast(low, value.dtype), tf.cast(high, value.dtype)
    inside = tf.reduce_all((value >= low) & (value <= high))
    least, largest = tf.reduce_min(value), tf.reduce_max(value)
    found = tf.where(least < largest, tf.strings.join([_text(least), " to ", _text(largest)]), _text(least))
    advice = tf.where(tf.reduce_any(value > high), "ask for less", "ask for more")
    message = tf.strings.join([name, " is ", found, "; ", _text(low), " to ", _text(high), " is accepted; ", advice])
    with tf.control_dependencies([tf.debugging.Assert(inside, [message])]):
        return tf.identity(value)


def same(value: tf.Tensor, name: str) -> tf.Tensor:
    """Returns the number that all elements of a non-empty tensor have in common; refuses it where they differ."""
    least, largest = tf.reduce_min(value), tf.reduce_max(value)
    found = [name, " goes from ", _text(least), " to ", _text(largest)]
    message = tf.strings.join([*found, "; one value for the whole request is expected; split the request"])
    with tf.control_dependencies([tf.debugging.Assert(tf.equal(least, largest), [message])]):
        return tf.identity(least)


def _text(value: tf.Tensor) -> tf.Tensor:
    return tf.strings.as_string(value, shortest=True) if value.dtype.is_floating else tf.strings.as_string(value)
