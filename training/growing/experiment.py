"""What is trained and how: from a seed cell to a picture, growing, persistent or regenerating.

Hyper-parameters are those of the published notebook. Where the article differs the notebook wins: batches of 8 (in the
article 32), 64 to 95 steps (in the article up to 96).
"""

import dataclasses
from pathlib import Path
from typing import Any

import numpy as np
import tensorflow as tf

from nca_tf import metrics
from nca_tf.cells.automaton import CellularAutomaton
from nca_tf.families.growing.automaton import GrowingCA
from nca_tf.families.growing.eight_bit import EightBitGrowingCA
from nca_tf.files.errors import InputError
from nca_tf.files.model_files import EIGHT_BIT_OF, EIGHT_BIT_SUFFIX, load, model_folder, read_meta, weights_sha256
from nca_tf.pictures.model_targets import TARGET_FILE, encode_target, is_same_picture, target_of, usual_size
from nca_tf.pictures.targets import bundled_name, load_target, place
from nca_tf.pool import SamplePool, worst_first
from nca_tf.wounds import cut_masks, disc_masks, stroke_masks
from training import run_inputs
from training.configuration import GrowthConfiguration, setting
from training.engine import Objective
from training.family import Batch, FamilyExperiment
from training.growing import evaluation, figures
from training.progress import Report

EXPERIMENTS = ("growing", "persistent", "regenerating")
MAX_GRID = 1024


@dataclasses.dataclass(frozen=True)
class GrowingConfig(GrowthConfiguration):
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
        0, "how many of these lose a swath 7 to 13 cells wide, as under a brush (none in the article)", at_least=0
    )
    quantize_aware: bool = setting(
        False, "fine-tune the model of --init under the 8-bit WebGL scheme, so that export.webgl8 costs it little"
    )

    def __post_init__(self):
        super().__post_init__()
        if self.experiment != "growing":
            self.check_pool()
        if self.experiment != "regenerating":
            self.refuse(("damage", "cuts", "strokes"), f"the experiment is {self.experiment}")
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

    def default_name(self) -> str:
        """`lizard-regenerating`; the stem of the file for a picture of one's own; `-8bit` for fine-tuned ones."""
        stem = bundled_name(self.target) or Path(self.target).stem.replace(":", "-")
        return f"{stem}-{self.experiment}" + (EIGHT_BIT_SUFFIX if self.quantize_aware else "")


class TargetLoss(Objective):
    """Mean squared difference between RGBA and the target, after the last step."""

    def __init__(self, target: np.ndarray):
        self.target = target

    def loss(self, state: tf.Tensor, observed: tuple, *extras: tf.Tensor) -> tf.Tensor:
        return metrics.image_losses(state, tf.cast(self.target, state.dtype))


class GrowingExperiment(FamilyExperiment):
    """One training of a growing automaton."""

    family, config_class = "growing", GrowingConfig
    snapshot_iterations = (100, 500, 1000, 4000)

    def prepare(self) -> None:
        config = self.config
        self._size = config.size or usual_size(config.target)
        self.picture = load_target(config.target, self._size)
        height, width = (side + 2 * config.padding for side in self.picture.shape[:2])
        self.target = place(self.picture, height, width)
        self.inputs["target"] = run_inputs.digest(self.picture)

    def make_model(self) -> GrowingCA:
        kind = EightBitGrowingCA if self.config.quantize_aware else GrowingCA
        return kind(self.config.channels, self.config.hidden, self.config.fire_rate)

    def make_objective(self) -> Objective:
        return TargetLoss(self.target)

    def make_pool(self) -> SamplePool | None:
        self._seed = np.asarray(self.model.seed_state(1, *self.target.shape[:2])[0])
        return SamplePool(self.config.pool_size, self._seed) if self.config.experiment != "growing" else None

    @property
    def max_steps(self) -> int:
        return self.config.max_steps

    @property
    def learning_rate_drops(self) -> tuple[int, ...]:
        return (self.config.learning_rate_drop,)

    def describe(self) -> dict[str, Any]:
        config, bundled = self.config, bundled_name(self.config.target)
        meta = {
            "target": bundled or TARGET_FILE,
            "experiment": config.experiment,
            "size": self._size,
            "padding": config.padding,
        }
        if not bundled:
            meta["files"] = {TARGET_FILE: encode_target(self.picture)}
        if config.quantize_aware:
            meta[EIGHT_BIT_OF] = self.inputs.get("init") or weights_sha256(config.init)
        return meta

    def wanted(self) -> tuple[str, str]:
        channels, hidden = self.config.channels, self.config.hidden
        return f"a growing model with {channels} channels and {hidden} hidden units", "--channels and --hidden"

    def start_from(self, first: CellularAutomaton) -> None:
        super().start_from(first)
        if self.config.quantize_aware:
            self._check_fine_tuning()

    def _check_fine_tuning(self) -> None:
        """Refuse to teach the model of --init anything new while it is fine-tuned for 8 bits."""
        init, config = self.config.init, self.config
        meta = read_meta(init)
        theirs = target_of(meta, model_folder(init))
        same = theirs.picture is not None and is_same_picture(theirs.picture, self.picture)
        target = bundled_name(config.target) or TARGET_FILE
        for key, asked, value, is_kept in (
            ("size", self._size, theirs.size, theirs.size == self._size),
            ("padding", config.padding, theirs.padding, theirs.padding == config.padding),
            ("target", target, meta.get("target"), same),
            ("experiment", config.experiment, meta.get("experiment"), meta.get("experiment") == config.experiment),
        ):
            if not is_kept:
                raise InputError(
                    f"{key} of {init} is {value!r} and {asked!r} is asked for, which is another; "
                    f"--quantize-aware keeps what a model does; set --{key} to its own"
                )

    def draw_steps(self, rng: np.random.Generator) -> int:
        return int(rng.integers(self.config.min_steps, self.config.max_steps + 1))

    def draw_batch(self, rng: np.random.Generator) -> Batch:
        """From the pool: worst first, the worst a seed, the best damaged."""
        config = self.config
        if self.pool is None:
            return Batch(np.repeat(self._seed[None], config.batch_size, axis=0))
        slots = self.pool.sample(config.batch_size, rng)
        states = self.pool.take(slots)
        order = worst_first(np.square(states[..., :4] - self.target).mean(axis=(1, 2, 3)))
        slots, states = slots[order], states[order]
        states[0] = self._seed
        if config.experiment == "regenerating" and config.damage:
            grid = self.target.shape[:2]
            discs = disc_masks(config.damage - config.cuts - config.strokes, *grid, rng)
            wounds = discs, cut_masks(config.cuts, *grid, rng), stroke_masks(config.strokes, *grid, rng)
            states[-config.damage :] *= np.concatenate(wounds)
        return Batch(states, slots)

    def watch(self, steps: int, after: np.ndarray) -> dict[str, float]:
        mature = metrics.living_cells(after, self.model.alive_threshold)
        return {"steps": float(steps), "mature_cells": float(mature.mean())}

    def finish(self, folder: Path, report: Report) -> dict[str, Any]:
        measured = self.picture, self.config.padding
        if not self.config.quantize_aware:
            horizon = self.config.max_steps if self.pool is None else None
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
