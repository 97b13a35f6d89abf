"""How much a loss counts after how many steps: lambda_1(n) and lambda_2(n) of the paper.

A step and an exponential are 1 from their start on, a sigmoid is half of that there; a factor of the whole is a setting
of its own.
"""

import dataclasses

import tensorflow as tf

from nca_tf.files.errors import InputError

STEP, SIGMOID, EXPONENTIAL = "step", "sigmoid", "exponential"
NARROWEST = 1e-3
"""Steps; what rises faster is a step."""


@dataclasses.dataclass(frozen=True)
class Schedule:
    """The weight of a loss, a function of the number of steps.

    Attributes:
      shape: "step" (nothing before `start`, all from there on: the published trainings), "sigmoid" (half at `start`,
        rising over some `width` steps on either side) or "exponential" (falling by e every `width` steps before
        `start`).
      start: number of steps.
      width: number of steps; plays no part in a step.
    """

    shape: str
    start: float
    width: float = 1.0

    @classmethod
    def parse(cls, text: str) -> "Schedule":
        """From "step:64", "sigmoid:64:8" or "exponential:64:20".

        Raises:
          InputError: it is none of them.
        """
        shape, *numbers = text.split(":")
        try:
            values = [float(number) for number in numbers]
        except ValueError:
            values = []
        finite = all(0.0 <= value < 1e6 for value in values)
        if shape not in (STEP, SIGMOID, EXPONENTIAL) or len(values) != (1 if shape == STEP else 2) or not finite:
            raise InputError(
                f"the weights {text!r} are unknown; step:START, sigmoid:START:WIDTH or exponential:START:WIDTH was "
                "expected, in steps; step:64 is the published one"
            )
        if shape != STEP and values[1] < NARROWEST:
            raise InputError(
                f"the weights {text!r} rise within {values[1]:g} steps; {NARROWEST:g} or more was expected; write "
                f"step:{values[0]:g}"
            )
        return cls(shape, *values)

    def __call__(self, steps: tf.Tensor) -> tf.Tensor:
        """The weight in [0, 1] after so many steps, float of the same shape."""
        before = (tf.cast(steps, tf.float32) - self.start) / self.width
        if self.shape == SIGMOID:
            return tf.sigmoid(before)
        if self.shape == EXPONENTIAL:
            return tf.exp(tf.minimum(before, 0.0))
        return tf.cast(before >= 0.0, tf.float32)
