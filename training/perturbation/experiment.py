"""What is trained and how: one perturbation of a frozen lizard's states, that makes another lizard of it.

Hyper-parameters are those of the published notebook. Its grid has whatever padding an earlier cell left over; 72x72 is
taken here, that of the host's training.
"""

import dataclasses
from pathlib import Path
from typing import Any

import numpy as np
import tensorflow as tf

from nca_tf import metrics
from nca_tf.cells.automaton import CellularAutomaton
from nca_tf.families.perturbation.automaton import KINDS, PerturbedCA
from nca_tf.families.perturbation.targets import TARGETS, Pictures
from nca_tf.files.errors import InputError
from nca_tf.files.model_files import model_folder, name_of, read_meta
from nca_tf.pictures.model_targets import HOST_TARGET, HOST_TARGET_FILE, TARGET_FILE, encode_target, target_of
from nca_tf.pictures.targets import bundled_name, load_target, place
from nca_tf.pool import SamplePool, worst_first
from nca_tf.wounds import disc_masks
from training import run_inputs
from training.configuration import GrowthConfiguration, setting
from training.engine import Objective
from training.family import Batch, FamilyExperiment
from training.growing.experiment import TargetLoss
from training.growing.grown import GROWN, grown_patterns
from training.perturbation import evaluation, figures
from training.progress import Report
from training.starting import frozen_host


@dataclasses.dataclass(frozen=True)
class PerturbationConfig(GrowthConfiguration):
    """Settings of one training."""

    host: str = setting("growing/lizard-regenerating", "the model to perturb: a shipped name or a model's folder")
    target: str = setting("tailless", f"what to make of it: {', '.join(TARGETS)}, or any picture as training.growing")
    kind: str = setting(
        "symmetric", "a symmetric matrix, or a vector that is added (the article's rejected idea)", choices=KINDS
    )
    batch_size: int = setting(8, "states trained on in one iteration", at_least=2, at_most=1024)
    pool_size: int = setting(1024, "states in the sample pool: half seeds, half grown", at_least=2, at_most=65536)
    damage: int = setting(3, "best samples of a batch that are damaged", at_least=0)
    taken_back: int = setting(
        0, "samples of a batch that are left alone half-way and must find back (none in the article)", at_least=0
    )
    identity_weight: float = setting(
        0.0, "weight of the squared distance from doing nothing (0 in the article)", at_least=0.0
    )

    def __post_init__(self):
        super().__post_init__()
        self.check_pool()
        if self.damage > self.batch_size - 2:
            raise InputError(
                f"damage is {self.damage} and batch_size {self.batch_size}; a seed and a grown pattern of a batch stay "
                "whole; lower --damage or raise --batch-size"
            )
        if self.taken_back > self.batch_size - 2 - self.damage:
            raise InputError(
                f"taken_back is {self.taken_back}, damage {self.damage} and batch_size {self.batch_size}; those that "
                "find back are neither damaged nor the first two; lower --taken-back or --damage"
            )

    def perturbation(self) -> str:
        """What the perturbation is called: one of `TARGETS`, or the stem of a picture."""
        bundled = bundled_name(self.target)
        own = next((name for name, picture in TARGETS.items() if bundled == picture), None)
        return self.target if self.target in TARGETS else own or bundled or Path(self.target).stem.replace(":", "-")

    def default_name(self) -> str:
        """`tailless`; `tailless-additive`; the stem of the file for a picture of one's own."""
        return self.perturbation() + ("" if self.kind == "symmetric" else f"-{self.kind}")


class PerturbationLoss(TargetLoss):
    """Of each image the loss to the target, or to the host's own picture where the perturbation was taken back.

    Args:
      target, own: [height, width, 4].
      model: of one perturbation.
      weight: of its squared distance from doing nothing.

    Extras of the first kind of rollout, none where every image is perturbed to the end: `on`, int32 [batch, 1, 2], the
    steps during which it is, and `back`, bool [batch].
    """

    def __init__(self, target: np.ndarray, own: np.ndarray, model: PerturbedCA, weight: float):
        super().__init__(target)
        self.own, self.model, self.weight = own, model, weight

    def controls(self, on: tf.Tensor | None = None, back: tf.Tensor | None = None) -> dict[str, Any]:
        return {} if on is None else {"on": on}

    def loss(
        self, state: tf.Tensor, observed: tuple, on: tf.Tensor | None = None, back: tf.Tensor | None = None
    ) -> tf.Tensor:
        if back is None:
            return super().loss(state, observed)
        wanted = tf.where(back[:, None, None, None], self.own, self.target)
        return metrics.image_losses(state, tf.cast(wanted, state.dtype))

    def penalty(self) -> tf.Tensor | None:
        if not self.weight:
            return None
        return self.weight * tf.reduce_sum(tf.square(self.model.displacement(*self.model.perturbations)))


class PerturbationExperiment(FamilyExperiment):
    """One training of a perturbation."""

    family, config_class = "perturbation", PerturbationConfig
    snapshot_iterations = (100, 500, 1000, 4000)

    def prepare(self) -> None:
        config = self.config
        self.host = frozen_host(config.host)
        folder = model_folder(config.host)
        before = target_of(read_meta(folder), folder)
        if before.picture is None:
            raise InputError(
                f"the host {config.host} names no picture that it grows; one was expected, to tell what is changed; "
                "name it when reading it in, with --target"
            )
        self.before, self._size, self._padding = before
        self._host_target = bundled_name(read_meta(folder)["target"]) or HOST_TARGET_FILE
        self.after = load_target(TARGETS.get(config.target, config.target), self._size)
        grid = [side + 2 * self._padding for side in self.before.shape[:2]]
        self.target = place(self.after, *grid)
        self.inputs |= {"target": run_inputs.digest(self.after), "host": self.host.sha256}

    def make_model(self) -> PerturbedCA:
        return PerturbedCA(self.host.model, (self.config.perturbation(),), self.config.kind)

    def make_objective(self) -> Objective:
        own = place(self.before, *self.target.shape[:2])
        return PerturbationLoss(self.target, own, self.model, self.config.identity_weight)

    def make_pool(self) -> SamplePool:
        seeds = self.model.seed_state(1, *self.target.shape[:2])
        self._seed = np.asarray(seeds[0])
        host, seed, size = self.host.model, self.config.random_seed, self.config.pool_size
        self._grown = host.rollout(seeds, GROWN, random_seed=seed)[0].numpy()
        if not metrics.living_cells(self._grown[None], host.alive_threshold)[0]:
            (self._grown,) = grown_patterns(host, 1, *self.target.shape[:2], seed)
        pool = SamplePool(size, self._seed)
        pool.put(range(size // 2, size), [self._grown] * (size - size // 2))
        return pool

    @property
    def max_steps(self) -> int:
        return self.config.max_steps

    @property
    def learning_rate_drops(self) -> tuple[int, ...]:
        return (self.config.learning_rate_drop,)

    def describe(self) -> dict[str, Any]:
        host, bundled = self.host, bundled_name(TARGETS.get(self.config.target, self.config.target))
        pictures = {bundled or TARGET_FILE: self.after, self._host_target: self.before}
        own = {name: encode_target(pictures[name]) for name in (TARGET_FILE, HOST_TARGET_FILE) if name in pictures}
        return {
            "target": bundled or TARGET_FILE,
            "size": self._size,
            "padding": self._padding,
            "host_name": name_of(host.name),
            "host_sha256": host.sha256,
            HOST_TARGET: self._host_target,
            **({"files": own} if own else {}),
        }

    def wanted(self) -> tuple[str, str]:
        return "a perturbation of this name on a host of the same widths", "--target, --kind and --host"

    def arrays_of(self, first: CellularAutomaton) -> dict[str, np.ndarray]:
        # The host is that of --host, whatever the perturbation was trained on.
        arrays = super().arrays_of(first)
        return arrays | {f"host/{name}": np.asarray(w) for name, w in self.host.model.named_weights().items()}

    def draw_steps(self, rng: np.random.Generator) -> int:
        self._steps = int(rng.integers(self.config.min_steps, self.config.max_steps + 1))
        return self._steps

    def draw_batch(self, rng: np.random.Generator) -> Batch:
        """From the pool: worst first, the worst a seed, the next the grown pattern, the best damaged."""
        slots = self.pool.sample(self.config.batch_size, rng)
        states = self.pool.take(slots)
        order = worst_first(np.square(states[..., :4] - self.target).mean(axis=(1, 2, 3)))
        slots, states = slots[order], states[order]
        states[0], states[1] = self._seed, self._grown
        if self.config.damage:
            states[-self.config.damage :] *= disc_masks(self.config.damage, *self.target.shape[:2], rng)
        if not self.config.taken_back:
            return Batch(states, slots)
        numbers = np.arange(len(states))
        back = (numbers >= 2) & (numbers < 2 + self.config.taken_back)
        until = np.where(back, self._steps // 2, self._steps)
        on = np.stack([np.zeros_like(until), until], axis=-1)[:, None].astype(np.int32)
        return Batch(states, slots, {"on": on, "back": back})

    def watch(self, steps: int, after: np.ndarray) -> dict[str, float]:
        mature = metrics.living_cells(after, self.host.model.alive_threshold)
        return {"steps": float(steps), "mature_cells": float(mature.mean())}

    def finish(self, folder: Path, report: Report) -> dict[str, Any]:
        figures.write_all(self.model, self._padding, self.before.shape[:2], folder / "figures", report)
        pictures = Pictures({self.config.perturbation(): self.after}, self.before, self._padding)
        return evaluation.measure(self.model, pictures, report)
