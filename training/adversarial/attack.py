"""What the training of adversaries needs to know of a kind of host; digits.py and pictures.py say it."""

from pathlib import Path
from typing import Any

import numpy as np
import tensorflow as tf

from nca_tf.families.adversarial.automaton import InjectedCA
from nca_tf.pool import SamplePool
from training.adversarial.configuration import AdversarialConfig
from training.engine import Objective
from training.family import Batch
from training.progress import Report
from training.starting import Host

ADVERSARIES = "adversaries"
"""Extra of the pool: the mask of each slot, kept until the slot starts anew."""


class Attack:
    """A host, what is to become of what it says or grows, and where its rollouts start.

    Args:
      config: the settings.
      host: frozen.
    """

    def __init__(self, config: AdversarialConfig, host: Host):
        self.config, self.host = config, host
        self.inputs: dict[str, str] = {}

    def objective(self) -> Objective:
        """What a rollout is judged by, blind to who the adversaries are."""
        raise NotImplementedError

    def make_pool(self, rng: np.random.Generator) -> SamplePool:
        """The sample pool, a mask of adversaries in each slot."""
        raise NotImplementedError

    def draw_batch(self, pool: SamplePool, rng: np.random.Generator) -> Batch:
        """Where an iteration starts; its last extra is `ADVERSARIES`."""
        raise NotImplementedError

    def describe(self) -> dict[str, Any]:
        """What meta.json says of it."""
        raise NotImplementedError

    def watch(self, after: np.ndarray) -> dict[str, float]:
        """Further scalars of an iteration."""
        return {}

    def show(self, states: np.ndarray) -> np.ndarray:
        """States as pictures, uint8 [count, height, width, 3]."""
        raise NotImplementedError

    def finish(self, model: InjectedCA, folder: Path, report: Report) -> dict[str, Any]:
        """Draw and measure."""
        raise NotImplementedError


class AmongOthers(Objective):
    """Judges a rollout with adversaries as `inner` judges one without; the last extra is their mask."""

    def __init__(self, inner: Objective):
        self.inner = inner

    def controls(self, *extras: tf.Tensor) -> dict[str, Any]:
        return {ADVERSARIES: extras[-1]}

    def loss(self, state: tf.Tensor, observed: tuple, *extras: tf.Tensor) -> tf.Tensor:
        return self.inner.loss(state, observed, *extras[:-1])
