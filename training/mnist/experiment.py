"""What is trained and how: digits whose cells learn to agree, from fresh, continued and changed images.

Hyper-parameters are those of the published notebook's best model. Two things differ from it. Its cross-entropy took the
softmax over the whole state and was never used; ours is over the class channels of living cells. And the last 5,000
training images are held out, so that models can be chosen without the test set.
"""

import argparse
import dataclasses
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import tensorflow as tf

from nca_tf.cells.automaton import CellularAutomaton
from nca_tf.data.datasets import GREY, held_out, load_images
from nca_tf.families.mnist.automaton import SelfClassifyingCA
from nca_tf.families.mnist.pictures import PUBLISHED, colour_cells
from nca_tf.files.errors import InputError
from nca_tf.files.model_files import weights_sha256
from nca_tf.pool import SamplePool
from training.configuration import MAX_ITERATIONS, Configuration, setting
from training.engine import Objective
from training.family import Batch, FamilyExperiment
from training.mnist import batches, evaluation
from training.mnist.defence import ADVERSARIES, Defence, OwnCellsLoss
from training.progress import Report

LOSSES = ("l2", "cross_entropy")
VARIANTS = ("mutating", "persistent", "naive")
HELD_OUT = 5000
ATTACKED = 0.1
"""Share of an attacked image's cells that are adversaries, unless --share says another."""


@dataclasses.dataclass(frozen=True)
class MnistConfig(Configuration):
    """Settings of one training."""

    iterations: int = setting(100_000, "iterations of the optimizer", at_least=1, at_most=MAX_ITERATIONS)
    dataset: str = setting("mnist", "what to classify", choices=GREY)
    loss: str = setting("l2", "distance of the class outputs to one-hot, or softmax cross-entropy", choices=LOSSES)
    variant: str = setting(
        "mutating",
        "where rollouts start: naive (fresh images only), persistent (also states of a pool) or mutating (also states "
        "of the pool under a changed image)",
        choices=VARIANTS,
    )
    channels: int = setting(20, "values in a cell's state", at_least=11, at_most=256)
    features: int = setting(80, "width of the learned perception", at_least=1, at_most=4096)
    hidden: int = setting(80, "width of the rule's hidden layer", at_least=1, at_most=4096)
    kernel_size: int = setting(3, "side of the neighbourhood that a cell sees", choices=(3, 5))
    mask: bool = setting(True, "only living cells update; without it dead cells pass messages on")
    noise: float = setting(0.02, "standard deviation of the noise on every increment", at_least=0.0, at_most=10.0)
    fire_rate: float = setting(0.5, "probability that a cell updates in a step", above=0.0, at_most=1.0)
    batch_size: int = setting(16, "images in a batch", at_least=1, at_most=1024)
    pool_size: int = setting(160, "states in the sample pool", at_least=1, at_most=16384)
    fresh: int = setting(4, "images of a batch that are new (with a pool)", at_least=0)
    changed: int = setting(4, "images of a batch that change (mutating) or are new as well (persistent)", at_least=0)
    rollout_steps: int = setting(20, "steps of a rollout", at_least=1, at_most=10000)
    against: str = setting("", "train among the adversaries of this model, a shipped name or a model's folder")
    share: float | None = setting(
        None, "of the cells of an attacked image that are adversaries (default: 0.1)", above=0.0, at_most=1.0
    )
    learning_rate: float = setting(1e-3, "step size of Adam", above=0.0)
    learning_rate_drops: tuple[int, ...] = setting(
        (30_000, 70_000),
        "iterations after which the learning rate falls to a tenth",
        at_least=0,
        at_most=MAX_ITERATIONS,
    )

    def __post_init__(self):
        super().__post_init__()
        self.check_drops()
        if self.variant != "naive":
            self.check_pool()
        if not self.against:
            self.refuse(("share",), "no model is given with --against")
        if self.variant != "naive" and self.fresh + self.changed > self.batch_size:
            raise InputError(
                f"fresh is {self.fresh}, changed {self.changed} and batch_size {self.batch_size}; both together fit "
                "into a batch; lower --fresh or --changed, or raise --batch-size"
            )

    def default_name(self) -> str:
        """`mnist`, with what differs from the default: `mnist-cross_entropy`, `fashion_mnist-persistent`."""
        differs = [self.loss] * (self.loss != "l2") + [self.variant] * (self.variant != "mutating")
        differs += ["5x5"] * (self.kernel_size == 5) + ["no-mask"] * (not self.mask)
        differs += ["guarded"] * bool(self.against)
        return "-".join([self.dataset, *differs])


class ClassLoss(Objective):
    """How far the class outputs of an image's living cells are from its label, summed over cells; dead cells are free.

    Args:
      kind: "l2", half the squared distance to one-hot, or "cross_entropy" of the softmax over classes.
    """

    def __init__(self, model: SelfClassifyingCA, kind: str):
        self.model, self.kind = model, kind

    def loss(self, state: tf.Tensor, observed: tuple, *extras: tf.Tensor) -> tf.Tensor:
        (labels,) = extras
        return tf.reduce_sum(self.of_cells(state, labels), axis=(1, 2))

    def of_cells(self, state: tf.Tensor, labels: tf.Tensor) -> tf.Tensor:
        """The loss of each cell, [batch, height, width], by the images' labels, int [batch]."""
        outputs = self.model.outputs(state)
        wanted = tf.one_hot(labels, self.model.classes, dtype=state.dtype)[:, None, None, :]
        if self.kind == "l2":
            of_cells = tf.reduce_sum(tf.square(wanted - outputs), axis=-1) / 2
        else:
            of_cells = tf.nn.softmax_cross_entropy_with_logits(tf.broadcast_to(wanted, tf.shape(outputs)), outputs)
        return of_cells * tf.cast(self.model.alive(state), state.dtype)


class MnistExperiment(FamilyExperiment):
    """One training of self-classifying digits.

    Args:
      data_dir, download: see `nca_tf.data.datasets.load_images`.
      *arguments, **keywords: see `FamilyExperiment`.
    """

    family, config_class = "mnist", MnistConfig
    snapshot_iterations = (1000, 10_000, 30_000, 70_000)
    pool_shown = 100

    def __init__(
        self, config: MnistConfig, *arguments, data_dir: Path | None = None, download: bool = True, **keywords
    ):
        self._where = data_dir, download
        super().__init__(config, *arguments, **keywords)

    @staticmethod
    def add_options(parser: argparse.ArgumentParser) -> None:
        what = "don't fetch a data set that is absent"
        parser.add_argument("--no-download", dest="download", action="store_false", help=what)

    def prepare(self) -> None:
        self._train, self._chosen_on = held_out(load_images(self.config.dataset, "train", *self._where), HELD_OUT)

        self._defence = Defence(self.config.against, self.config.share or ATTACKED) if self.config.against else None
        if self._defence:
            self.inputs["against"] = weights_sha256(self.config.against)

    def make_model(self) -> SelfClassifyingCA:
        names = "channels", "features", "hidden", "kernel_size", "fire_rate", "noise", "mask"
        return SelfClassifyingCA(**{name: getattr(self.config, name) for name in names})

    def make_objective(self) -> Objective:
        loss = ClassLoss(self.model, self.config.loss)
        return OwnCellsLoss(loss) if self._defence else loss

    def rolled_out(self) -> CellularAutomaton:
        return self._defence.among(self.model) if self._defence else self.model

    def make_pool(self) -> SamplePool | None:
        if self.config.variant == "naive":
            return None
        rng = np.random.default_rng(self.config.random_seed)
        return batches.make_pool(self._train, self.config.pool_size, self.config.channels, rng)

    @property
    def max_steps(self) -> int:
        return self.config.rollout_steps

    @property
    def learning_rate_drops(self) -> tuple[int, ...]:
        return self.config.learning_rate_drops

    def describe(self) -> dict[str, Any]:
        config = self.config
        size = self._train.images.shape[1]
        against = {"against": Path(config.against).name} if config.against else {}
        return {"dataset": config.dataset, "loss": config.loss, "variant": config.variant, "size": size, **against}

    def wanted(self) -> tuple[str, str]:
        what = "a self-classifying model of the same widths and no larger kernel"
        return what, "--channels, --features, --hidden and --kernel-size"

    def arrays_of(self, first: CellularAutomaton) -> dict[str, np.ndarray]:
        """A smaller kernel comes into the middle, with zeros around it."""
        arrays = super().arrays_of(first)
        if isinstance(first, SelfClassifyingCA):
            ring = max(0, self.model.kernel_size - first.kernel_size) // 2
            around = [(ring, ring)] * 2 + [(0, 0)] * 2
            arrays["perceive/kernel"] = np.pad(arrays["perceive/kernel"], around)
        return arrays

    def draw_batch(self, rng: np.random.Generator) -> Batch:
        batch = self._draw_images(rng)
        if self._defence is None:
            return batch
        masks = self._defence.masks(*batch.states.shape[:3], rng)
        return Batch(batch.states, batch.slots, {**batch.extras, ADVERSARIES: masks})

    def _draw_images(self, rng: np.random.Generator) -> Batch:
        config = self.config
        if self.pool is None:
            states, labels = batches.new_digits(self._train, config.batch_size, config.channels, rng)
            return Batch(states, extras={batches.LABELS: labels})
        threshold = self.model.alive_threshold if config.variant == "mutating" else None
        sizes = config.batch_size, config.fresh, config.changed
        slots, states, labels = batches.draw(self.pool, self._train, *sizes, threshold, rng)
        return Batch(states, slots, {batches.LABELS: labels})

    def restore_arrays(self, arrays: Mapping[str, np.ndarray]) -> None:
        if "kept" in arrays:
            arrays = batches.from_earlier_version(arrays, len(self.pool), self._train.images[0].size)
        super().restore_arrays(arrays)

    def show(self, states: np.ndarray) -> np.ndarray:
        return colour_cells(self.model.labels(states), PUBLISHED)

    def finish(self, folder: Path, report: Report) -> dict[str, Any]:
        held_out_metrics = evaluation.held_out_metrics(self.model, self._chosen_on, report)
        test = load_images(self.config.dataset, "test", *self._where)
        measured = evaluation.write_report(self.model, test, self.config.dataset, folder / "figures", report)
        return measured | held_out_metrics
