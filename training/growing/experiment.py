"""What is trained and how: from a seed cell to a picture, growing, persistent or regenerating.

Hyper-parameters are those of the published notebook. Where the article differs the notebook wins: batches of 8 (in the
article 32), 64 to 95 steps (in the article up to 96).
"""

import contextlib
import dataclasses
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import keras
import numpy as np
import tensorflow as tf

from nca_tf import metrics
from nca_tf.families.growing.automaton import GrowingCA
from nca_tf.families.growing.eight_bit import EightBitGrowingCA
from nca_tf.files.errors import InputError
from nca_tf.files.model_files import EIGHT_BIT_OF, EIGHT_BIT_SUFFIX, load, model_folder, read_meta, weights_sha256
from nca_tf.pictures.model_targets import SIZE, TARGET_FILE, encode_target, is_same_picture, target_of
from nca_tf.pictures.targets import PLANARIAN_SIZE, bundled_name, load_target, place
from nca_tf.pool import SamplePool, cut_masks, damage_masks, stroke_masks, worst_first
from training import run_inputs
from training.configuration import MAX_ITERATIONS, Configuration, setting
from training.engine import Objective, TrainStep
from training.family import initialisers_of, use_threads_or_say
from training.growing import evaluation, figures
from training.health import TrainingStopped, check_size
from training.progress import Report

EXPERIMENTS = ("growing", "persistent", "regenerating")
DEAD_ITERATIONS = 20
"""A training is given up when every sample has been empty for so many iterations in a row."""
MAX_GRID = 1024


@dataclasses.dataclass(frozen=True)
class GrowingConfig(Configuration):
    """Settings of one training."""

    experiment: str = setting(
        "regenerating",
        "growing (from seeds only), persistent (with a sample pool) or regenerating (with damage as well)",
        choices=EXPERIMENTS,
    )
    target: str = setting(
        "lizard", "name of a bundled picture, one of the ten emoji, an image file, or an image such as fashion_mnist:0"
    )
    size: int | None = setting(
        None, "largest side of the target in cells (default: 40; planarian 48)", at_least=4, at_most=MAX_GRID
    )
    padding: int = setting(16, "empty cells around the target on each side", at_least=0, at_most=MAX_GRID)
    channels: int = setting(16, "values in a cell's state", at_least=5, at_most=256)
    hidden: int = setting(128, "width of the rule's hidden layer", at_least=1, at_most=4096)
    fire_rate: float = setting(0.5, "probability that a cell updates in a step", above=0.0, at_most=1.0)
    batch_size: int = setting(8, "states trained on in one iteration", at_least=1, at_most=1024)
    pool_size: int = setting(1024, "states in the sample pool", at_least=1, at_most=65536)
    damage: int = setting(3, "best samples of a batch that are damaged (regenerating only)", at_least=0)
    cuts: int = setting(
        0, "how many of these lose about half, or a wide hole in the middle (none in the article)", at_least=0
    )
    strokes: int = setting(
        0, "how many of these lose a swath of 7 to 13 cells, as under a brush (none in the article)", at_least=0
    )
    min_steps: int = setting(64, "fewest steps of a rollout", at_least=1)
    max_steps: int = setting(95, "most steps of a rollout", at_least=1, at_most=10000)
    learning_rate: float = setting(2e-3, "step size of Adam", above=0.0)
    learning_rate_drop: int = setting(
        2000, "iterations after which the learning rate falls to a tenth", at_least=0, at_most=MAX_ITERATIONS
    )
    quantize_aware: bool = setting(
        False, "fine-tune the model of --init under the 8-bit WebGL scheme, so that export.webgl8 costs it little"
    )

    def __post_init__(self):
        super().__post_init__()
        if self.min_steps > self.max_steps:
            raise InputError(
                f"min_steps is {self.min_steps} and max_steps {self.max_steps}; at most max_steps was expected; "
                "correct --min-steps or --max-steps"
            )
        if self.experiment != "growing" and self.pool_size < self.batch_size:
            raise InputError(
                f"pool_size is {self.pool_size} and batch_size {self.batch_size}; a batch takes distinct slots of the "
                "pool; raise --pool-size or lower --batch-size"
            )
        if self.experiment == "regenerating" and self.damage >= self.batch_size:
            raise InputError(
                f"damage is {self.damage} and batch_size {self.batch_size}; one sample of a batch is a seed and stays "
                "whole; lower --damage or raise --batch-size"
            )
        if self.cuts + self.strokes > self.damage:
            raise InputError(
                f"cuts is {self.cuts}, strokes {self.strokes} and damage {self.damage}; the cut and the stroked "
                "samples are some of the damaged ones; lower --cuts or --strokes or raise --damage"
            )
        if self.quantize_aware and not self.init:
            raise InputError(
                "--quantize-aware fine-tunes a trained model and none is given; one was expected; "
                "pass --init growing/lizard-regenerating or the folder of a run"
            )


class TargetLoss(Objective):
    """Mean squared difference between RGBA and the target, after the last step."""

    def __init__(self, target: np.ndarray):
        self.target = target

    def loss(self, state: tf.Tensor, observed: tuple, *extras: tf.Tensor) -> tf.Tensor:
        return metrics.image_losses(state, tf.cast(self.target, state.dtype))


class GrowingExperiment:
    """One training of a growing automaton, as the loop of training/loop.py wants it.

    Args:
      started_from: for a run that is continued, see `training.run_inputs`; its --init is not needed then.
    """

    family = "growing"
    snapshot_iterations = (100, 500, 1000, 4000)

    def __init__(
        self,
        config: GrowingConfig,
        strategy: tf.distribute.Strategy | None = None,
        form: str = "auto",
        started_from: Mapping[str, str] | None = None,
    ):
        self.config = config
        size = config.size or (PLANARIAN_SIZE if config.target == "planarian" else SIZE)
        self.picture = load_target(config.target, size)
        height, width = (side + 2 * config.padding for side in self.picture.shape[:2])
        self.target = place(self.picture, height, width)
        use_threads_or_say(form)
        with strategy.scope() if strategy else contextlib.nullcontext(), initialisers_of(config.random_seed):
            self.model = self._make_model(start=started_from is None)
            schedule = keras.optimizers.schedules.PiecewiseConstantDecay(
                [config.learning_rate_drop], [config.learning_rate, config.learning_rate / 10]
            )
            self.optimizer = keras.optimizers.Adam(schedule)
            self.optimizer.build(self.model.trainable_variables)
        bundled = bundled_name(config.target)
        self.meta = {
            "target": bundled or TARGET_FILE,
            "experiment": config.experiment,
            "size": size,
            "padding": config.padding,
            **({} if bundled else {"files": {TARGET_FILE: encode_target(self.picture)}}),
        }
        self.inputs = {"target": run_inputs.digest(self.picture), **run_inputs.init_of(config.init, started_from)}
        if config.quantize_aware:
            if started_from is None:
                self._check_fine_tuning()
            self.meta[EIGHT_BIT_OF] = self.inputs.get("init") or weights_sha256(config.init)
        self._seed = np.asarray(self.model.seed_state(1, height, width)[0])
        self._pool = SamplePool(config.pool_size, self._seed) if config.experiment != "growing" else None
        self._step = TrainStep(
            self.model,
            TargetLoss(self.target),
            self.optimizer,
            max_steps=config.max_steps,
            form=form,
            strategy=strategy,
        )
        self.execution = self._step.execution(config.batch_size)
        self._last_batch, self._dead_iterations = None, 0

    def _make_model(self, start: bool) -> GrowingCA:
        """The model; with `start`, with the weights of --init."""
        config = self.config
        kind = EightBitGrowingCA if config.quantize_aware else GrowingCA
        model = kind(config.channels, config.hidden, config.fire_rate)
        if config.init and start:
            first = load(config.init)
            if not isinstance(first, GrowingCA) or (first.channels, first.hidden) != (config.channels, config.hidden):
                raise InputError(
                    f"--init {config.init} is not a growing model with {config.channels} channels and {config.hidden} "
                    "hidden units; one was expected; name another or set --channels and --hidden"
                )
            for mine, theirs in zip(model.weights, first.weights, strict=True):
                mine.assign(theirs)
        return model

    def _check_fine_tuning(self) -> None:
        """Refuse to teach the model of --init anything new while it is fine-tuned for 8 bits."""
        init = self.config.init
        meta = read_meta(init)
        theirs = target_of(meta, model_folder(init))
        same = theirs.picture is not None and is_same_picture(theirs.picture, self.picture)
        for key, value, is_kept in (
            ("size", theirs.size, theirs.size == self.meta["size"]),
            ("padding", theirs.padding, theirs.padding == self.meta["padding"]),
            ("target", meta.get("target"), same),
            ("experiment", meta.get("experiment"), meta.get("experiment") == self.meta["experiment"]),
        ):
            if not is_kept:
                raise InputError(
                    f"{key} of {init} is {value!r} and {self.meta[key]!r} is asked for, which is another; "
                    f"--quantize-aware keeps what a model does; set --{key} to its own"
                )

    def iterate(self, iteration: int) -> dict[str, float]:
        config = self.config
        rng = np.random.default_rng([config.random_seed, iteration])
        steps = int(rng.integers(config.min_steps, config.max_steps + 1))
        slots, before = self._draw_batch(rng)
        after, losses, norm = self._step(before, steps, config.random_seed, iteration)
        after, loss = after.numpy(), float(tf.reduce_mean(losses))
        if self._pool is not None:
            self._pool.put(slots, after)
        self._last_batch = before, after
        mature = metrics.living_cells(after, self.model.alive_threshold)
        return {
            "loss": loss,
            "gradient_norm": float(norm),
            "steps": float(steps),
            "mature_cells": float(mature.mean()),
            "largest_value": float(np.abs(after).max()),
        }

    def _draw_batch(self, rng: np.random.Generator) -> tuple[np.ndarray | None, np.ndarray]:
        """Slots and states of the next batch: worst first, the worst a seed, the best damaged."""
        config = self.config
        if self._pool is None:
            return None, np.repeat(self._seed[None], config.batch_size, axis=0)
        slots = self._pool.sample(config.batch_size, rng)
        states = self._pool.take(slots)
        order = worst_first(np.square(states[..., :4] - self.target).mean(axis=(1, 2, 3)))
        slots, states = slots[order], states[order]
        states[0] = self._seed
        if config.experiment == "regenerating" and config.damage:
            grid = self.target.shape[:2]
            discs = damage_masks(config.damage - config.cuts - config.strokes, *grid, rng)
            wounds = discs, cut_masks(config.cuts, *grid, rng), stroke_masks(config.strokes, *grid, rng)
            states[-config.damage :] *= np.concatenate(wounds)
        return slots, states

    def check_health(self, scalars: Mapping[str, float]) -> None:
        check_size(scalars["largest_value"])
        self._dead_iterations = 0 if scalars["mature_cells"] else self._dead_iterations + 1
        if self._dead_iterations >= DEAD_ITERATIONS:
            raise TrainingStopped(
                f"every pattern has died out for {DEAD_ITERATIONS} iterations; living cells were expected; "
                "train into another folder with a lower --learning-rate or another --random-seed"
            )

    def state_arrays(self) -> dict[str, np.ndarray]:
        arrays = {"dead_iterations": np.int64(self._dead_iterations)}
        return arrays | ({} if self._pool is None else self._pool.to_arrays())

    def restore_arrays(self, arrays: Mapping[str, np.ndarray]) -> None:
        self._dead_iterations = int(arrays["dead_iterations"])
        if self._pool is not None:
            self._pool.from_arrays(arrays)

    def pictures(self) -> dict[str, np.ndarray]:
        pictures = {}
        if self._last_batch is not None:
            pictures["batch"] = figures.before_and_after(*self._last_batch)
        if self._pool is not None:
            pictures["pool"] = figures.pool_grid(self._pool.take(range(min(len(self._pool), 49))))
        return pictures

    def finish(self, folder: Path, report: Report) -> dict[str, Any]:
        measured = self.picture, self.config.padding
        if not self.config.quantize_aware:
            horizon = self.config.max_steps if self._pool is None else None
            figures.write_all(self.model, *measured, folder / "figures", horizon, report)
            if horizon is None and self.config.target == "planarian":
                report("drawing: the worm in three pieces")
                figures.write_pieces(self.model, *measured, folder / "figures")
            return evaluation.measure(self.model, *measured, report)
        # What is shipped is a float model; its figures stand beside the one that it was made for.
        as_float = load(folder)
        figures.write_all(as_float, *measured, folder / "figures", None, report)
        (loss,) = evaluation.losses_after(self.model, *measured, (500,), report=report)
        return {**evaluation.measure(as_float, *measured, report), "eight_bit_loss_500": loss}


def default_name(config: GrowingConfig) -> str:
    """`lizard-regenerating`; the stem of the file for a picture of one's own; `-8bit` at the end of fine-tuned ones."""
    stem = bundled_name(config.target) or Path(config.target).stem.replace(":", "-")
    return f"{stem}-{config.experiment}" + (EIGHT_BIT_SUFFIX if config.quantize_aware else "")
