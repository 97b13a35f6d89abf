"""What is trained and how: a rule that grows a picture, or an adversary that displaces another rule's cells.

Hyper-parameters are those of the published code as far as its history tells; docs/takeover.md says which are of when.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import keras
import numpy as np

from nca_tf.cells.automaton import CellularAutomaton
from nca_tf.families.growing.automaton import GrowingCA
from nca_tf.families.takeover.automaton import ADVERSARY, HOST, MultiRuleCA
from nca_tf.families.takeover.injection import Injection
from nca_tf.families.takeover.pictures import TARGETS, straight_target
from nca_tf.files.errors import InputError
from nca_tf.files.model_files import model_folder, name_of, read_meta
from nca_tf.pictures.animation import to_rgb
from nca_tf.pictures.model_targets import TARGET_FILE, encode_target, target_of
from nca_tf.pictures.targets import bundled_name, load_target
from nca_tf.pool import SamplePool
from training import run_inputs
from training.engine import Objective, normalise_each
from training.family import Batch, FamilyExperiment
from training.progress import Report
from training.starting import frozen_host
from training.takeover import evaluation, figures
from training.takeover.configuration import BASE, STEPS_TO_GROW, TakeoverConfig
from training.takeover.objective import TakeoverLoss
from training.takeover.start import grown_hosts

FRESH_AT_ONCE = 32
"""Images that are made anew together, and so grow for the same number of steps."""

ASKED_EVERY, ASKED = 100, 8
"""Iterations after which, and images on which, it is asked whether a training may end early."""


class TakeoverExperiment(FamilyExperiment):
    """One training of a rule, alone or against a frozen one."""

    family, config_class = "takeover", TakeoverConfig
    snapshot_iterations = (100, 500, 1000)

    @property
    def transform(self) -> Callable:
        return normalise_each if self.config.normalise else list

    def prepare(self) -> None:
        config = self.config
        self.host = None
        if config.experiment != BASE:
            self.host = frozen_host(config.host)
            if not isinstance(self.host.model, MultiRuleCA) or len(self.host.model.rule_names) != 1:
                raise InputError(
                    f"the host {config.host} is no single rule of this family; one was expected, as --experiment base "
                    "trains; choose another --host"
                )
            self._host_meta = read_meta(config.host)
            before = target_of({**self._host_meta, "size": config.size}, model_folder(config.host))
            if config.target is None and before.picture is None:
                raise InputError(
                    f"the host {config.host} names no picture that it grows; one was expected, to save it; "
                    "pass --target"
                )
        name = self._host_meta["target"] if config.target is None else TARGETS.get(config.target, config.target)
        self.picture = before.picture if config.target is None else load_target(name, config.size)
        self._target = bundled_name(name) or TARGET_FILE
        self.target = straight_target(self.picture, config.size + 2 * config.padding, config.size + 2 * config.padding)
        self.inputs |= {"target": run_inputs.digest(self.picture)}
        if self.host:
            self.inputs["host"] = self.host.sha256

    def make_model(self) -> MultiRuleCA:
        fresh = GrowingCA(self.config.channels, self.config.hidden, self.config.fire_rate, edges="wrap")
        if self.host is None:
            return MultiRuleCA({"rule": fresh})
        (old,) = self.host.model.members().values()
        adversary = GrowingCA(**{key: getattr(old, key) for key in GrowingCA.settings})
        if self.config.start == HOST:
            for name, weight in adversary.named_weights().items():
                weight.assign(old.named_weights()[name])
        return MultiRuleCA({HOST: old, ADVERSARY: adversary}, self.host.model.edges)

    @property
    def rule(self) -> GrowingCA:
        """The one that is trained."""
        return list(self.model.members().values())[-1]

    @property
    def trained(self) -> list[keras.Variable]:
        return self.rule.trainable_variables

    def make_objective(self) -> Objective:
        config, pull = self.config, {}
        if config.near_weights:
            (old,) = self.host.model.members().values()
            origin = {name: np.array(weight) for name, weight in old.named_weights().items()}
            pull = {"near": config.near_weights, "origin": origin, "trained": self.rule.named_weights()}
        return TakeoverLoss(self.model, self.target, config.weights(), **pull)

    def make_pool(self) -> SamplePool:
        size = self.config.pool_size
        seed = np.asarray(self.model.seed_state(1, *self.target.shape[:2])[0])
        pool = SamplePool(size, seed, {"age": np.zeros(size, np.int32), "marked": np.zeros(size, bool)})
        if self.host:
            rng = np.random.default_rng([self.config.random_seed, 1])
            for first in range(0, size, FRESH_AT_ONCE):
                slots = range(first, min(first + FRESH_AT_ONCE, size))
                pool.put(slots, self._fresh(FRESH_AT_ONCE, rng)[: len(slots)])
        return pool

    def _fresh(self, count: int, rng: np.random.Generator) -> np.ndarray:
        """States with which an image begins: a seed, or the host's pattern with the adversary's first cells in it."""
        if self.host is None:
            return np.asarray(self.model.seed_state(count, *self.target.shape[:2]))
        injection = Injection.parse(self.config.inject)
        return grown_hosts(self.model, self.host.model, count, self.target.shape[:2], injection, rng, STEPS_TO_GROW)

    @property
    def max_steps(self) -> int:
        return self.config.rollout_steps

    @property
    def learning_rate_drops(self) -> tuple[int, ...]:
        return (self.config.learning_rate_drop,)

    def describe(self) -> dict[str, Any]:
        config = self.config
        meta = {
            "target": self._target,
            "experiment": config.experiment,
            "size": config.size,
            "padding": config.padding,
        }
        if self._target == TARGET_FILE:
            meta["files"] = {TARGET_FILE: encode_target(self.picture)}
        if self.host is None:
            return {**meta, "training": config.kind}
        return {
            **meta,
            "inject": config.inject,
            "host_name": name_of(self.host.name),
            "host_sha256": self.host.sha256,
            "host_target": self._host_meta.get("target", ""),
        }

    def wanted(self) -> tuple[str, str]:
        if self.host is None:
            return "a model of one rule of the same widths", "--channels and --hidden"
        return "a rule of the host's widths, alone or as an adversary", "--host"

    def arrays_of(self, first: CellularAutomaton) -> dict[str, np.ndarray]:
        # The last rule of any model of the family, or a growing automaton; the host is that of --host.
        rule = list(first.members().values())[-1] if isinstance(first, MultiRuleCA) else first
        own = list(self.model.rule_names)[-1]
        arrays = {name: np.array(weight) for name, weight in self.model.named_weights().items()}
        kept = {name: array for name, array in arrays.items() if not name.startswith(f"{own}/")}
        return kept | {f"{own}/{name}": np.asarray(weight) for name, weight in rule.named_weights().items()}

    def iterate(self, iteration: int) -> dict[str, float]:
        scalars = super().iterate(iteration)
        if self.config.stop_at is not None and (iteration + 1) % ASKED_EVERY == 0:
            injection = Injection.parse(self.config.inject)
            found = evaluation.takeover(self.model, self.target, injection, ASKED, marks=(300,))[300]
            self.ended = bool(found["loss"].mean() <= self.config.stop_at and not found["left"].any())
        return scalars

    def draw_batch(self, rng: np.random.Generator) -> Batch:
        """Any images that are not marked to be made anew."""
        free = np.flatnonzero(~self.pool.extras["marked"])
        slots = rng.choice(free, self.config.batch_size, replace=False)
        return Batch(self.pool.take(slots), slots, {"age": self.pool.extras["age"][slots]})

    def judged(self, batch: Batch, steps: int, losses: np.ndarray, rng: np.random.Generator) -> None:
        """Count the steps, mark the worst images, and those past their time; make a number of them anew together."""
        extras, config = self.pool.extras, self.config
        extras["age"][batch.slots] += steps
        worst = np.argsort(-losses, kind="stable")[: max(1, config.batch_size // 8)]
        extras["marked"][batch.slots[worst]] = True
        last = config.last_step
        if last is not None:
            extras["marked"] |= extras["age"] >= last
        marked = np.flatnonzero(extras["marked"])
        together = min(FRESH_AT_ONCE, config.pool_size - config.batch_size) if self.host else 1
        while len(marked) >= together:
            slots, marked = marked[:together], marked[together:]
            fresh = self._fresh(FRESH_AT_ONCE if self.host else together, rng)[: len(slots)]
            self.pool.put(slots, fresh, age=0, marked=False)

    def watch(self, steps: int, after: np.ndarray) -> dict[str, float]:
        owner = np.asarray(self.model.owner(after))
        counts = [float((owner == number).sum() / len(owner)) for number in range(1, len(self.model.rule_names) + 1)]
        scalars = {"mature_cells": float((owner > 0).sum() / len(owner))}
        return scalars if len(counts) == 1 else {**scalars, "old_cells": counts[0], "new_cells": counts[1]}

    def show(self, states: np.ndarray) -> np.ndarray:
        return to_rgb(np.asarray(self.model.premultiplied(states)))

    def finish(self, folder: Path, report: Report) -> dict[str, Any]:
        figures.write_all(self.model, self.meta, folder / "figures", report)
        return evaluation.measure(self.model, self.meta, self.picture, report)
