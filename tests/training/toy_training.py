"""The smallest training that has everything a real one has: a model, optimizer slots, and state of its own.

Also a program, `python tests/training/toy_training.py --out DIR`, for tests that stop or kill a process.
"""

import dataclasses
import json
import time
from collections.abc import Mapping
from pathlib import Path

import keras
import numpy as np
import tensorflow as tf

from training import command_line
from training.configuration import Configuration, setting
from training.options import make_parser, parse
from training.progress import Report


@dataclasses.dataclass(frozen=True)
class ToyConfig(Configuration):
    """Fit a line to points that a random seed scatters."""

    iterations: int = setting(30, "iterations of the optimizer", at_least=1)
    learning_rate: float = setting(0.05, "step of the optimizer", above=0)
    pause: float = setting(0.0, "seconds to wait in each iteration", at_least=0)
    sizes: tuple[int, ...] = setting((4, 1), "width of each layer", at_least=1)

    def default_name(self) -> str:
        return "line"


class ToyExperiment:
    """Two dense layers under Adam, and a pool of numbers that each iteration changes."""

    family = "toy"
    snapshot_iterations = (5, 20)
    inputs: Mapping[str, str] = {}
    execution = "dense form, 1 shard"
    ended = False

    def __init__(self, config: ToyConfig):
        self.config = config
        self.meta = {"target": "line"}
        layers = [
            keras.layers.Dense(n, kernel_initializer=keras.initializers.GlorotUniform(config.random_seed + i))
            for i, n in enumerate(config.sizes)
        ]
        self.model = keras.Sequential([keras.Input([3]), *layers])
        self.optimizer = keras.optimizers.Adam(config.learning_rate)
        self.optimizer.build(self.model.trainable_variables)
        self.pool = np.arange(12, dtype=np.float32).reshape(6, 2)
        self._step = tf.function(self._train_step)

    def _train_step(self, points):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean((self.model(points)[:, 0] - tf.reduce_sum(points, 1)) ** 2)
        variables = self.model.trainable_variables
        self.optimizer.apply(tape.gradient(loss, variables), variables)
        return loss

    def iterate(self, iteration: int) -> dict[str, float]:
        """One Adam step on 8 points drawn from (random_seed, iteration)."""
        if self.config.pause:
            time.sleep(self.config.pause)
        rng = np.random.default_rng((self.config.random_seed, iteration))
        loss = float(self._step(tf.constant(rng.normal(size=(8, 3)).astype(np.float32))))
        self.pool[rng.integers(6)] = loss, iteration
        return {"loss": loss, "pool_mean": float(self.pool.mean())}

    def state_arrays(self) -> dict[str, np.ndarray]:
        """The pool."""
        return {"pool": self.pool.copy()}

    def restore_arrays(self, arrays: Mapping[str, np.ndarray]) -> None:
        """Put the pool back."""
        self.pool[:] = arrays["pool"]

    def check_health(self, scalars: Mapping[str, float]) -> None:
        """A line is always healthy."""

    def pictures(self) -> dict[str, np.ndarray]:
        """The pool as grey squares."""
        grey = np.clip(self.pool[:, :1, None], 0, 255).astype(np.uint8)
        return {"pool": np.repeat(grey, 3, 2)}

    def finish(self, folder: Path, report: Report) -> dict:
        """Write one figure and measure one number."""
        report("measuring: the sum of the weights")
        (folder / "figures" / "line.txt").write_text("trained")
        return {"weight_sum": float(sum(w.numpy().sum() for w in self.model.weights))}


def save_weights(model: keras.Model, folder: Path, meta: Mapping) -> None:
    """What `nca_tf.files.model_files.save` does, for a model that is no automaton."""
    folder.mkdir(exist_ok=True)
    np.savez(folder / "weights.npz", **{f"w{i}": w.numpy() for i, w in enumerate(model.weights)})
    (folder / "meta.json").write_text(json.dumps({"family": "toy", **meta}))


def main(argv=None) -> None:
    """Train the toy."""
    options = parse(make_parser("toy", ToyConfig, "Train the toy of the tests."), ToyConfig, argv)
    command_line.train(ToyExperiment(options.config), options, save_model=save_weights)


if __name__ == "__main__":
    command_line.run(main)
