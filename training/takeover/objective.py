"""What a rollout is judged by: the picture and the old cells at every step, each with a weight that depends on time."""

import dataclasses

import keras
import numpy as np
import tensorflow as tf

from nca_tf.families.takeover.automaton import COLOURS, MultiRuleCA
from training.engine import Objective
from training.takeover.schedules import Schedule

OUTLIER = 5.0
"""An image whose loss is above so many times the batch's mean does not count."""


@dataclasses.dataclass(frozen=True)
class Weights:
    """How much each part of the loss counts after n steps, since the injection or since the seed.

    Attributes:
      target: of the mean squared difference to the target.
      old: of the number of old cells, before `old_factor`.
      old_factor: the paper's lambda.
      target_until: the last step at which the target counts; None: always.
      empty_from: the first step from which an empty grid is the target; None: never.
    """

    target: Schedule
    old: Schedule | None = None
    old_factor: float = 0.0
    target_until: int | None = None
    empty_from: int | None = None

    def at(self, steps: tf.Tensor) -> tf.Tensor:
        """Weights of target, emptiness and old cells after so many steps [batch]: [batch, 3]."""
        target, nothing = self.target(steps), tf.zeros_like(steps, tf.float32)
        if self.target_until is not None:
            target *= tf.cast(steps <= self.target_until, tf.float32)
        empty = nothing if self.empty_from is None else tf.cast(steps >= self.empty_from, tf.float32)
        old = nothing if self.old is None else self.old_factor * self.old(steps)
        return tf.stack([target, empty, old], axis=-1)


class TakeoverLoss(Objective):
    """The weighted mean over all steps of a rollout of L_target and N_old, and a pull towards the host's weights.

    N_old stands for the number of old cells: the sum of the first rule's alpha, as in the original.

    Args:
      model: whose first rule is the old one.
      target: float32 [height, width, 4], straight RGB and alpha.
      weights: see `Weights`.
      near: factor of the distance to `origin`, once an iteration; 0: none.
      origin: by name of `named_weights`, the weights to stay near to.
      trained: the variables of the same names.
    """

    def __init__(
        self,
        model: MultiRuleCA,
        target: np.ndarray,
        weights: Weights,
        near: float = 0.0,
        origin: dict[str, np.ndarray] | None = None,
        trained: dict[str, keras.Variable] | None = None,
    ):
        self.weights, self.near, self.origin, self.trained = weights, near, origin, trained
        self.target = tf.constant(target, model.compute_dtype)
        count = len(model.rule_names)
        shown = np.zeros((model.channels, 5), np.float32)
        shown[np.arange(COLOURS), np.arange(COLOURS)] = 1.0
        shown[-count:, 3] = 1.0
        shown[-count, 4] = 1.0
        self._shown = tf.constant(shown, model.compute_dtype)
        """From a state to its picture and, last, the old rule's alpha: a product has a quicker gradient than slices."""

    def start(self, state: tf.Tensor, age: tf.Tensor) -> tuple[tf.Tensor, tf.Tensor]:
        return tf.zeros(state.shape[0], state.dtype), tf.zeros(state.shape[0], state.dtype)

    def observe(self, step: tf.Tensor, cells, observed: tuple, age: tf.Tensor) -> tuple[tf.Tensor, tf.Tensor]:
        cost, weight = observed
        now = tf.cast(self.weights.at(age + step + 1), cost.dtype)
        return cost + tf.reduce_sum(now * self.costs(cells), axis=-1), weight + tf.reduce_sum(now, axis=-1)

    def costs(self, cells) -> tf.Tensor:
        """Of each image the mean squared difference to the target and to nothing, and the sum of old alphas."""
        batch, height, width = cells.shape
        values = 4.0 * height * width

        def of_cells(state, target):
            picture, old = tf.split(tf.matmul(state, self._shown), [4, 1], axis=-1)
            # Less what an empty cell costs, so that dead cells add nothing.
            unlike = tf.reduce_sum(picture * (picture - 2.0 * target), axis=-1) / values
            there = tf.reduce_sum(tf.square(picture), axis=-1) / values
            return tf.stack([unlike, there, old[..., 0]], axis=-1)

        empty = tf.reduce_sum(tf.square(self.target)) / values
        targets = tf.broadcast_to(self.target, [batch, *self.target.shape])
        return cells.total(of_cells, targets, living_only=True) + tf.stack(
            [empty, tf.zeros_like(empty), tf.zeros_like(empty)]
        )

    def loss(self, state: tf.Tensor, observed: tuple, age: tf.Tensor) -> tf.Tensor:
        cost, weight = observed
        return cost / (weight + 1e-8)

    def shares(self, losses: tf.Tensor) -> tf.Tensor:
        kept = tf.cast(losses <= OUTLIER * tf.reduce_mean(losses), losses.dtype)
        return tf.math.divide_no_nan(kept, tf.reduce_sum(kept))

    def penalty(self) -> tf.Tensor | None:
        if not self.near:
            return None
        return self.near * rms_distance([(weight.value, self.origin[name]) for name, weight in self.trained.items()])


def rms_distance(pairs: list[tuple[tf.Tensor, np.ndarray]]) -> tf.Tensor:
    """Root of the mean squared difference of all weights: what the paper calls their norm. Its gradient at 0 is 0.

    Args:
      pairs: of each array the weights, and those from which the distance is taken.
    """
    squares = tf.add_n([tf.reduce_sum(tf.square(weights - other)) for weights, other in pairs])
    mean = squares / sum(other.size for _, other in pairs)
    apart = mean > 0.0
    return tf.where(apart, tf.sqrt(tf.where(apart, mean, 1.0)), 0.0)
