"""What all experiments share, so that a family's experiment holds only what its paper says.

class LizardExperiment(FamilyExperiment):
    family, config_class, snapshot_iterations = "growing", LizardConfig, (100, 1000)

    def make_model(self): ...          what is trained
    def make_objective(self): ...      what a rollout is judged by
    def make_pool(self): ...           where rollouts start and end, if anywhere
    def draw_batch(self, rng): ...     which states an iteration starts from
    def finish(self, folder, report): ...
"""

import argparse
import contextlib
import dataclasses
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import keras
import numpy as np
import tensorflow as tf

from nca_tf.cells.automaton import CellularAutomaton
from nca_tf.files.errors import InputError
from nca_tf.files.model_files import load
from nca_tf.pictures.animation import to_rgb
from nca_tf.pool import SamplePool
from training import figures, health, run_inputs
from training.configuration import Configuration
from training.engine import Objective, TrainStep, normalise_each
from training.progress import Report
from training.starting import initialisers_of, use_threads_or_say

SHOWN = 16
"""Images of a batch that its picture shows."""


@dataclasses.dataclass(frozen=True)
class Batch:
    """Where the rollouts of one iteration start.

    Attributes:
      states: float32 [batch, height, width, channels].
      slots: of the pool, to which the final states go; None: nowhere.
      extras: by name, arrays with one row an image, handed to the objective in this order; the pool keeps those that
        it has extras for.
    """

    states: np.ndarray
    slots: np.ndarray | None = None
    extras: Mapping[str, np.ndarray] = dataclasses.field(default_factory=dict)


class FamilyExperiment:
    """One training, as the loop of training/loop.py wants it; a family fills in what is its own.

    Args:
      config: the family's settings.
      strategy: a tf.distribute strategy.
      form: "auto", "live" or "dense".
      started_from: for a run that is continued, see `training.run_inputs`; its --init is not needed then.
    """

    family: str
    config_class: type[Configuration]
    snapshot_iterations: tuple[int, ...] = ()
    pool_shown = 49
    ended = False
    transform = staticmethod(normalise_each)
    """How gradients are treated before the optimizer sees them."""

    def __init__(
        self,
        config: Configuration,
        strategy: tf.distribute.Strategy | None = None,
        form: str = "auto",
        started_from: Mapping[str, str] | None = None,
    ):
        self.config = config
        self.inputs: dict[str, str] = run_inputs.init_of(config.init, started_from)
        use_threads_or_say(form)
        with initialisers_of(config.random_seed):
            self.prepare()
        with strategy.scope() if strategy else contextlib.nullcontext(), initialisers_of(config.random_seed):
            self.model = self.make_model()
            if config.init and started_from is None:
                self.start_from(load(config.init))
            self.optimizer = self.make_optimizer()
            self.optimizer.build(self.trained)
        self.meta = self.describe()
        self.pool = self.make_pool()
        self._step = TrainStep(
            self.rolled_out(),
            self.make_objective(),
            self.optimizer,
            max_steps=self.max_steps,
            form=form,
            shards=config.shards,
            transform=self.transform,
            strategy=strategy,
            variables=self.trained,
        )
        self.execution = self._step.execution(config.batch_size)
        self._last_batch, self._dead_iterations = None, 0

    # What a family says.

    @staticmethod
    def add_options(parser: argparse.ArgumentParser) -> None:
        """Add the command's options that are no settings: they come to the experiment as keywords."""

    def prepare(self) -> None:
        """Load what is needed beside the model: data, a target, a host. `inputs` takes the digests that must stay."""

    def make_model(self) -> CellularAutomaton:
        """What is trained, with fresh weights."""
        raise NotImplementedError

    def rolled_out(self) -> CellularAutomaton:
        """What rollouts run: the model, or one that holds it beside others which are not trained."""
        return self.model

    def make_objective(self) -> Objective:
        """What a rollout is judged by."""
        raise NotImplementedError

    def make_pool(self) -> SamplePool | None:
        """Where rollouts start and end; None: each starts anew."""
        return None

    def draw_steps(self, rng: np.random.Generator) -> int:
        """Steps of the rollout of one iteration, drawn before its batch; at most `max_steps`."""
        return self.max_steps

    def draw_batch(self, rng: np.random.Generator) -> Batch:
        """Where the rollouts of one iteration start."""
        raise NotImplementedError

    @property
    def max_steps(self) -> int:
        """Most steps of a rollout."""
        raise NotImplementedError

    @property
    def trained(self) -> list[keras.Variable]:
        """The variables that are trained."""
        return self.model.trainable_variables

    @property
    def learning_rate_drops(self) -> tuple[int, ...]:
        """Iterations after which the learning rate falls to a tenth, rising."""
        return ()

    def describe(self) -> dict[str, Any]:
        """What meta.json says beyond the model itself."""
        return {}

    def wanted(self) -> tuple[str, str]:
        """What --init must name, with its article, and the options that change that, for an error."""
        return f"a model of the family {self.family} of the same widths", "those of the widths"

    def arrays_of(self, first: CellularAutomaton) -> dict[str, np.ndarray]:
        """Weights of the model of --init by name, as this one is to have them."""
        return {name: np.asarray(weight) for name, weight in first.named_weights().items()}

    def judged(self, batch: Batch, steps: int, losses: np.ndarray, rng: np.random.Generator) -> None:
        """What becomes of the pool after a batch's rollout of so many steps, from each image's loss [batch]."""

    def watch(self, steps: int, after: np.ndarray) -> dict[str, float]:
        """Further scalars of an iteration; with `mature_cells`, a training that has none for long is given up."""
        return {}

    def show(self, states: np.ndarray) -> np.ndarray:
        """States [count, height, width, channels] as pictures, uint8 [count, height, width, 3]."""
        return to_rgb(states)

    def finish(self, folder: Path, report: Report) -> dict[str, Any]:
        """See `training.experiment.Experiment`."""
        raise NotImplementedError

    # What all do alike.

    def make_optimizer(self) -> keras.optimizers.Optimizer:
        """Adam; its rate falls to a tenth at each of `learning_rate_drops`."""
        drops = list(self.learning_rate_drops)
        rates = [self.config.learning_rate / 10**number for number in range(len(drops) + 1)]
        schedule = keras.optimizers.schedules.PiecewiseConstantDecay(drops, rates) if drops else rates[0]
        return keras.optimizers.Adam(schedule)

    def start_from(self, first: CellularAutomaton) -> None:
        """Take over the weights of the model of --init."""
        arrays, weights = self.arrays_of(first), self.model.named_weights()
        if {name: array.shape for name, array in arrays.items()} != {n: tuple(w.shape) for n, w in weights.items()}:
            what, options = self.wanted()
            raise InputError(
                f"--init {self.config.init} is not {what}; one was expected; name another or set {options}"
            )
        for name, weight in weights.items():
            weight.assign(arrays[name])

    def iterate(self, iteration: int) -> dict[str, float]:
        seed = self.config.random_seed
        rng = np.random.default_rng([seed, iteration])
        steps = self.draw_steps(rng)
        batch = self.draw_batch(rng)
        after, losses, norm = self._step(batch.states, steps, seed, iteration, *batch.extras.values())
        after = after.numpy()
        if batch.slots is not None:
            kept = {name: rows for name, rows in batch.extras.items() if name in self.pool.extras}
            self.pool.put(batch.slots, after, **kept)
        self.judged(batch, steps, losses.numpy(), rng)
        self._last_batch = batch.states, after
        return {
            "loss": float(tf.reduce_mean(losses)),
            "gradient_norm": float(norm),
            **self.watch(steps, after),
            "largest_value": float(max(after.max(), -after.min())),
        }

    def check_health(self, scalars: Mapping[str, float]) -> None:
        health.check_size(scalars["largest_value"])
        self._dead_iterations = 0 if scalars.get("mature_cells", 1) else self._dead_iterations + 1
        health.check_alive(self._dead_iterations)

    def state_arrays(self) -> dict[str, np.ndarray]:
        arrays = {"dead_iterations": np.int64(self._dead_iterations)}
        if self.ended:
            arrays["ended"] = np.int64(1)
        return arrays | (self.pool.to_arrays() if self.pool else {})

    def restore_arrays(self, arrays: Mapping[str, np.ndarray]) -> None:
        self._dead_iterations, self.ended = int(arrays.get("dead_iterations", 0)), "ended" in arrays
        if self.pool:
            self.pool.from_arrays(arrays)

    def pictures(self) -> dict[str, np.ndarray]:
        pictures = {}
        if self._last_batch is not None:
            pictures["batch"] = figures.before_and_after(*(self.show(states[:SHOWN]) for states in self._last_batch))
        if self.pool:
            states = self.pool.take(range(min(len(self.pool), self.pool_shown)))
            pictures["pool"] = figures.square(self.show(states))
        return pictures
