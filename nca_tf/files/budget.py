"""What a file may make us take: counted in one place, and before it is taken."""

import contextlib
import math
from collections.abc import Iterator
from pathlib import Path

import tensorflow as tf

from nca_tf.files.errors import InputError

MODEL_BYTES = 320 << 20
"""For one model: its file, the arrays unpacked from it, and the weights that its arguments ask for."""


class Budget:
    """Bytes that may be taken on a file's word, for the whole of it.

    A file can state a size many times over (2,000 constants of 4 MB each, in 266 kB); each may pass for itself, so what
    counts is their sum.

    Args:
      most: bytes in all.
      whose: what they are taken for, for messages: a path or a short text.
    """

    def __init__(self, most: int, whose: Path | str):
        self.most, self.left, self._whose = most, most, whose

    def take(self, count: int, what: str) -> None:
        """Count bytes that are about to be taken.

        Raises:
          InputError: they are negative, or more than what is left.
        """
        if not 0 <= count <= self.left:
            raise InputError(
                f"{self._whose} can't be used: {what} would take {count if count < 1e18 else 'more than 1e18'} bytes; "
                f"at most {self.most} in all are accepted, of which {self.left} were left; pass a smaller file."
            )
        self.left -= count


def read_within(path: Path, budget: Budget) -> bytes:
    """The content of a file that is no larger than the budget allows; a sparse one is refused before it is read.

    Raises:
      InputError: it is larger.
      OSError: it is missing or can't be read.
    """
    size = path.stat().st_size
    budget.take(size, "the file")
    with open(path, "rb") as file:
        return file.read(size)


@contextlib.contextmanager
def variables_within(budget: Budget) -> Iterator[None]:
    """Within it, every TensorFlow variable is counted before it is made.

    A model's constructor makes what its arguments say: 20000 channels and 20000 hidden units are 5 GB. What shape
    each variable will have is found by tracing its initializer, which takes no memory.
    """

    def counted(make, **settings):
        value = settings.get("initial_value")
        if callable(value):
            value = tf.function(value, autograph=False).get_concrete_function().structured_outputs
        shape = getattr(value, "shape", ())
        budget.take(4 * math.prod(shape), f"a weight of shape {tuple(shape)}")
        return make(**settings)

    with tf.variable_creator_scope(counted):
        yield
