"""What all experiments share."""

import contextlib
import functools
import random
from collections.abc import Iterator

from training.engine import use_threads
from training.progress import say


@contextlib.contextmanager
def initialisers_of(random_seed: int) -> Iterator[None]:
    """Let the weights that are made within depend on `random_seed` alone, and nothing else in the process on it.

    An initialiser without a seed takes one from Python's generator, which is put back afterwards.
    """
    before = random.getstate()
    random.seed(random_seed)
    try:
        yield
    finally:
        random.setstate(before)


def use_threads_or_say(form: str) -> None:
    """As `training.engine.use_threads`, with a line for the person where it comes too late."""
    if not use_threads(form):
        _say_too_late()


@functools.cache
def _say_too_late() -> None:
    say(
        "note: TensorFlow was at work before this experiment was made, with other threads than it trains fastest with; "
        "make the experiment first, or start the program with training.engine.use_threads()"
    )
