"""Adversaries among the cells of a grown pattern: it is to become another picture.

The notebook's pool: grown patterns, each with adversaries of its own where the target has cells. Of a batch of 8 the
worst starts anew, with new adversaries, and the three best are damaged.
"""

from pathlib import Path
from typing import Any

import numpy as np

from nca_tf import metrics
from nca_tf.families.adversarial.automaton import InjectedCA
from nca_tf.families.adversarial.masks import share_within, where_allowed
from nca_tf.pictures.animation import to_rgb
from nca_tf.pictures.model_targets import TARGET_FILE, encode_target, target_of
from nca_tf.pictures.targets import bundled_name, load_target, place
from nca_tf.pool import SamplePool, worst_first
from nca_tf.wounds import disc_masks
from training import run_inputs
from training.adversarial import evaluation
from training.adversarial.attack import ADVERSARIES, Attack
from training.adversarial.configuration import AdversarialConfig, picture_of
from training.engine import Objective
from training.family import Batch
from training.growing.experiment import TargetLoss
from training.growing.grown import grown_patterns
from training.progress import Report
from training.starting import Host


class PictureAttack(Attack):
    """Adversaries against a growing host.

    Args:
      meta, folder: the host's meta.json and folder.
    """

    def __init__(self, config: AdversarialConfig, host: Host, meta: dict[str, Any], folder: Path):
        super().__init__(config, host)
        self._size = target_of(meta, folder).size
        self.picture = load_target(picture_of(config.target), self._size)
        height, width = (side + 2 * config.padding for side in self.picture.shape[:2])
        self.target = place(self.picture, height, width)
        self.inputs["target"] = run_inputs.digest(self.picture)

    def objective(self) -> Objective:
        return TargetLoss(self.target)

    def _masks(self, count: int, rng: np.random.Generator) -> np.ndarray:
        return share_within(where_allowed(self.target, count), self.config.share, rng)

    def make_pool(self, rng: np.random.Generator) -> SamplePool:
        size, grid = self.config.pool_size, self.target.shape[:2]
        (self._grown,) = grown_patterns(self.host.model, 1, *grid, self.config.random_seed)
        return SamplePool(size, self._grown, {ADVERSARIES: self._masks(size, rng)})

    def draw_batch(self, pool: SamplePool, rng: np.random.Generator) -> Batch:
        slots = pool.sample(self.config.batch_size, rng)
        states, masks = pool.take(slots), pool.extras[ADVERSARIES][slots]
        order = worst_first(np.square(states[..., :4] - self.target).mean(axis=(1, 2, 3)))
        slots, states, masks = slots[order], states[order], masks[order]
        states[0], masks[0] = self._grown, self._masks(1, rng)[0]
        if self.config.damage:
            states[-self.config.damage :] *= disc_masks(self.config.damage, *self.target.shape[:2], rng)
        return Batch(states, slots, {ADVERSARIES: masks})

    def describe(self) -> dict[str, Any]:
        bundled = bundled_name(picture_of(self.config.target))
        own = {} if bundled else {"files": {TARGET_FILE: encode_target(self.picture)}}
        return {
            "target": bundled or TARGET_FILE,
            "size": self._size,
            "padding": self.config.padding,
            **own,
        }

    def watch(self, after: np.ndarray) -> dict[str, float]:
        return {"mature_cells": float(metrics.living_cells(after, self.host.model.alive_threshold).mean())}

    def show(self, states: np.ndarray) -> np.ndarray:
        return to_rgb(states)

    def finish(self, model: InjectedCA, folder: Path, report: Report) -> dict[str, Any]:
        return evaluation.measure_picture(model, self.picture, self.config.share, folder / "figures", report)
