"""What is trained and how: digits whose cells learn to agree, from fresh, continued and changed images.

Hyper-parameters are those of the published notebook's best model. Two things differ from it. Its cross-entropy took the
softmax over the whole state and was never used; ours is over the class channels of living cells. And the last 5,000
training images are held out, so that models can be chosen without the test set.
"""

import contextlib
import dataclasses
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import keras
import numpy as np
import tensorflow as tf

from nca_tf.data.datasets import held_out, load_images
from nca_tf.families.mnist.automaton import SelfClassifyingCA
from nca_tf.files.errors import InputError
from nca_tf.files.model_files import load
from training import run_inputs
from training.configuration import MAX_ITERATIONS, Configuration, setting
from training.engine import Objective, TrainStep
from training.family import initialisers_of, use_threads_or_say
from training.health import check_size
from training.mnist import evaluation, figures
from training.mnist.pool import DigitPool
from training.progress import Report

DATASETS = ("mnist", "fashion_mnist", "kmnist")
LOSSES = ("l2", "cross_entropy")
VARIANTS = ("mutating", "persistent", "naive")
HELD_OUT = 5000


@dataclasses.dataclass(frozen=True)
class MnistConfig(Configuration):
    """Settings of one training."""

    iterations: int = setting(100_000, "iterations of the optimizer", at_least=1, at_most=MAX_ITERATIONS)
    dataset: str = setting("mnist", "what to classify", choices=DATASETS)
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
    learning_rate: float = setting(1e-3, "step size of Adam", above=0.0)
    learning_rate_drops: tuple[int, ...] = setting(
        (30_000, 70_000),
        "iterations after which the learning rate falls to a tenth",
        at_least=0,
        at_most=MAX_ITERATIONS,
    )

    def __post_init__(self):
        super().__post_init__()
        if self.variant != "naive" and self.pool_size < self.batch_size:
            raise InputError(
                f"pool_size is {self.pool_size} and batch_size {self.batch_size}; a batch takes distinct slots of the "
                "pool; raise --pool-size or lower --batch-size"
            )
        if self.variant != "naive" and self.fresh + self.changed > self.batch_size:
            raise InputError(
                f"fresh is {self.fresh}, changed {self.changed} and batch_size {self.batch_size}; both together fit "
                "into a batch; lower --fresh or --changed, or raise --batch-size"
            )
        if list(self.learning_rate_drops) != sorted(set(self.learning_rate_drops)):
            raise InputError(
                f"learning_rate_drops is {self.learning_rate_drops}; rising iterations were expected; "
                "correct --learning-rate-drops"
            )


class ClassLoss(Objective):
    """How far the class outputs of an image's living cells are from its label, summed over cells; dead cells are free.

    Args:
      kind: "l2", half the squared distance to one-hot, or "cross_entropy" of the softmax over classes.
    """

    def __init__(self, model: SelfClassifyingCA, kind: str):
        self.model, self.kind = model, kind

    def loss(self, state: tf.Tensor, observed: tuple, *extras: tf.Tensor) -> tf.Tensor:
        (labels,) = extras
        outputs = self.model.outputs(state)
        wanted = tf.one_hot(labels, self.model.classes, dtype=state.dtype)[:, None, None, :]
        if self.kind == "l2":
            of_cells = tf.reduce_sum(tf.square(wanted - outputs), axis=-1) / 2
        else:
            of_cells = tf.nn.softmax_cross_entropy_with_logits(tf.broadcast_to(wanted, tf.shape(outputs)), outputs)
        return tf.reduce_sum(of_cells * tf.cast(self.model.alive(state), state.dtype), axis=(1, 2))


class MnistExperiment:
    """One training of self-classifying digits, as the loop of training/loop.py wants it.

    Args:
      data_dir, download: see `nca_tf.data.datasets.load_images`.
      started_from: for a run that is continued, see `training.run_inputs`; its --init is not needed then.
    """

    family = "mnist"
    snapshot_iterations = (1000, 10_000, 30_000, 70_000)

    def __init__(
        self,
        config: MnistConfig,
        strategy: tf.distribute.Strategy | None = None,
        form: str = "auto",
        data_dir: str | Path | None = None,
        download: bool = True,
        started_from: Mapping[str, str] | None = None,
    ):
        self.config, self._where = config, (data_dir, download)
        self._train, self._chosen_on = held_out(load_images(config.dataset, "train", *self._where), HELD_OUT)
        use_threads_or_say(form)
        with strategy.scope() if strategy else contextlib.nullcontext(), initialisers_of(config.random_seed):
            self.model = self._make_model(start=started_from is None)
            rates = [config.learning_rate / 10**drop for drop in range(len(config.learning_rate_drops) + 1)]
            boundaries = list(config.learning_rate_drops)
            schedule = keras.optimizers.schedules.PiecewiseConstantDecay(boundaries, rates) if boundaries else rates[0]
            self.optimizer = keras.optimizers.Adam(schedule)
            self.optimizer.build(self.model.trainable_variables)
        self.meta = {
            "dataset": config.dataset,
            "loss": config.loss,
            "variant": config.variant,
            "size": self._train.images.shape[1],
        }
        self.inputs = run_inputs.init_of(config.init, started_from)
        rng = np.random.default_rng(config.random_seed)
        self._pool = DigitPool(self._train, config.pool_size, config.channels, self.model.alive_threshold, rng)
        self._step = TrainStep(
            self.model,
            ClassLoss(self.model, config.loss),
            self.optimizer,
            max_steps=config.rollout_steps,
            form=form,
            strategy=strategy,
        )
        self.execution = self._step.execution(config.batch_size)
        self._last_batch = None

    def _make_model(self, start: bool) -> SelfClassifyingCA:
        """The model; with `start`, with the weights of --init."""
        config = self.config
        model = SelfClassifyingCA(
            channels=config.channels,
            features=config.features,
            hidden=config.hidden,
            kernel_size=config.kernel_size,
            fire_rate=config.fire_rate,
            noise=config.noise,
            mask=config.mask,
        )
        if config.init and start:
            _start_from(model, config.init)
        return model

    def iterate(self, iteration: int) -> dict[str, float]:
        config = self.config
        rng = np.random.default_rng([config.random_seed, iteration])
        if config.variant == "naive":
            slots, (before, labels) = None, self._pool.draw(config.batch_size, rng)
        else:
            mutate = config.variant == "mutating"
            slots, before, labels = self._pool.batch(config.batch_size, config.fresh, config.changed, mutate, rng)
        after, losses, norm = self._step(before, config.rollout_steps, config.random_seed, iteration, labels)
        after = after.numpy()
        if slots is not None:
            self._pool.put(slots, after, labels)
        self._last_batch = before, after
        return {
            "loss": float(losses.numpy().mean()),
            "gradient_norm": float(norm),
            "largest_value": float(max(after.max(), -after.min())),
        }

    def check_health(self, scalars: Mapping[str, float]) -> None:
        check_size(scalars["largest_value"])

    def state_arrays(self) -> dict[str, np.ndarray]:
        return {} if self.config.variant == "naive" else self._pool.to_arrays()

    def restore_arrays(self, arrays: Mapping[str, np.ndarray]) -> None:
        if arrays:
            self._pool.from_arrays(arrays)

    def pictures(self) -> dict[str, np.ndarray]:
        pictures = {}
        if self._last_batch is not None:
            before, after = self._last_batch
            pictures["batch"] = figures.before_and_after(self.model, before[:16], after[:16])
        if self.config.variant != "naive":
            pictures["pool"] = figures.grid(self.model, self._pool.states[:100])
        return pictures

    def finish(self, folder: Path, report: Report) -> dict[str, Any]:
        held_out_metrics = evaluation.held_out_metrics(self.model, self._chosen_on, report)
        test = load_images(self.config.dataset, "test", *self._where)
        measured = evaluation.write_report(self.model, test, self.config.dataset, folder / "figures", report)
        return measured | held_out_metrics


def _start_from(model: SelfClassifyingCA, name: str) -> None:
    """Takes over the weights of another model; a smaller kernel comes into the middle, with zeros around it."""
    first = load(name)
    arrays = first.get_weights()
    if isinstance(first, SelfClassifyingCA):
        ring = max(0, model.kernel_size - first.kernel_size) // 2
        arrays = [np.pad(array, [(ring, ring)] * 2 + [(0, 0)] * 2) if array.ndim == 4 else array for array in arrays]
    if [array.shape for array in arrays] != [tuple(weight.shape) for weight in model.weights]:
        raise InputError(
            f"--init {name} is not a self-classifying model of the same widths and no larger kernel; one was expected; "
            "name another or set --channels, --features, --hidden and --kernel-size"
        )
    model.set_weights(arrays)


def default_name(config: MnistConfig) -> str:
    """`mnist`, with what differs from the default: `mnist-cross_entropy`, `fashion_mnist-persistent`."""
    differs = [config.loss] * (config.loss != "l2") + [config.variant] * (config.variant != "mutating")
    differs += ["5x5"] * (config.kernel_size == 5) + ["no-mask"] * (not config.mask)
    return "-".join([config.dataset, *differs])
