"""What an experiment starts from: threads, fresh weights that follow from a seed, a frozen host."""

import contextlib
import dataclasses
import functools
import random
from collections.abc import Iterator

from nca_tf.cells.automaton import CellularAutomaton
from nca_tf.files.model_files import load, weights_sha256
from training.engine import use_threads
from training.progress import say


@dataclasses.dataclass(frozen=True)
class Host:
    """A trained model that another training builds on and does not change.

    Attributes:
      name: as it was given.
      model: its weights are no trainable variables.
      sha256: of its weights' file.
    """

    name: str
    model: CellularAutomaton
    sha256: str


def frozen_host(name_or_folder: str) -> Host:
    """A shipped model, that of a run, or an imported original of the authors, as `nca_tf.load` finds it.

    An experiment notes its digest: `inputs["host"] = host.sha256`.
    """
    model = load(name_or_folder)
    model.trainable = False
    return Host(name_or_folder, model, weights_sha256(name_or_folder))


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
