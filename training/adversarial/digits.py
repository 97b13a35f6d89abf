"""Adversaries among the cells of an image: all are to say one class, whatever the image shows.

The notebook's pool: of a batch of 16 four images are new, with new adversaries; under four the image changes and the
adversaries stay; eight go on. Not in the notebook: states that ran away start anew. In its first hundred iterations an
untrained adversary may drive them beyond a million, and the pool would keep them.
"""

from pathlib import Path
from typing import Any

import numpy as np
import tensorflow as tf

from nca_tf.data.datasets import GREY, held_out, load_images
from nca_tf.families.adversarial.automaton import InjectedCA
from nca_tf.families.adversarial.masks import share_of_grid
from nca_tf.families.mnist.automaton import SelfClassifyingCA
from nca_tf.families.mnist.pictures import PUBLISHED, colour_cells
from nca_tf.files.errors import InputError
from nca_tf.pool import SamplePool
from training.adversarial import evaluation, figures
from training.adversarial.attack import ADVERSARIES, Attack
from training.adversarial.configuration import AdversarialConfig
from training.engine import Objective
from training.family import Batch
from training.log_file import read_log
from training.mnist import batches
from training.mnist.experiment import HELD_OUT, ClassLoss
from training.progress import Report
from training.starting import Host

RUN_AWAY = 100.0
"""Largest absolute value of a state that goes on; those of trained adversaries stay below 30."""


class GoalLoss(ClassLoss):
    """How far all living cells, adversaries among them, are from saying `goal`, as `ClassLoss` of that label."""

    def __init__(self, model: SelfClassifyingCA, goal: int):
        super().__init__(model, "l2")
        self.goal = goal

    def loss(self, state: tf.Tensor, observed: tuple, *extras: tf.Tensor) -> tf.Tensor:
        return super().loss(state, observed, tf.fill([state.shape[0]], self.goal))


class DigitAttack(Attack):
    """Adversaries against a self-classifying host.

    Args:
      where: data folder, and whether data may be fetched, as `load_images` takes them.
      meta: the host's meta.json.
    """

    def __init__(self, config: AdversarialConfig, host: Host, meta: dict[str, Any], where: tuple):
        super().__init__(config, host)
        self.dataset = config.dataset or meta.get("dataset")
        if self.dataset is None:
            raise InputError(
                f"the host {host.name} names no data set; one was expected, whose images it knows; say which with "
                f"--dataset, one of {', '.join(GREY)}"
            )
        if config.goal >= host.model.classes:
            raise InputError(
                f"goal is {config.goal} and the host {host.name} knows {host.model.classes} classes; at most "
                f"{host.model.classes - 1} was expected; correct --goal"
            )
        self._where = where
        self._train, self._chosen_on = held_out(load_images(self.dataset, "train", *where), HELD_OUT)

    def objective(self) -> Objective:
        return GoalLoss(self.host.model, self.config.goal)

    def _masks(self, count: int, rng: np.random.Generator) -> np.ndarray:
        return share_of_grid(count, *self._train.images.shape[1:], self.config.share, rng)

    def make_pool(self, rng: np.random.Generator) -> SamplePool:
        pool = batches.make_pool(self._train, self.config.pool_size, self.host.model.channels, rng)
        pool.extras[ADVERSARIES] = self._masks(len(pool), rng)
        return pool

    def draw_batch(self, pool: SamplePool, rng: np.random.Generator) -> Batch:
        config = self.config
        sizes = config.batch_size, config.fresh, config.changed
        slots, states, labels = batches.draw(pool, self._train, *sizes, self.host.model.alive_threshold, rng)
        masks = pool.extras[ADVERSARIES][slots]
        anew = np.abs(states).max(axis=(1, 2, 3)) > RUN_AWAY
        states[anew], labels[anew] = batches.new_digits(self._train, anew.sum(), states.shape[-1], rng)
        anew[: config.fresh] = True
        masks[anew] = self._masks(anew.sum(), rng)
        return Batch(states, slots, {batches.LABELS: labels, ADVERSARIES: masks})

    def describe(self) -> dict[str, Any]:
        return {
            "dataset": self.dataset,
            "goal": self.config.goal,
            "size": self._train.images.shape[1],
            "training_images": len(self._train),
        }

    def finish(self, model: InjectedCA, folder: Path, report: Report) -> dict[str, Any]:
        losses = [row["loss"] for row in read_log(folder / "log.csv")]
        if len(losses) > figures.AVERAGED:
            figures.write_learning(losses, f"{self.dataset}: learning to say {self.config.goal}", folder / "figures")
        test = load_images(self.dataset, "test", *self._where)[: self.config.test_images]
        return evaluation.measure_digits(model, test, self.dataset, self.config.goal, folder / "figures", report)

    def show(self, states: np.ndarray) -> np.ndarray:
        return colour_cells(self.host.model.labels(states), PUBLISHED)
