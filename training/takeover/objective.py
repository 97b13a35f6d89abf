"""What a rollout is judged by: the picture and the old cells at every step, each with a weight that depends on time."""

import dataclasses

import keras
import numpy as np
import tensorflow as tf

from nca_tf.cells.contract import Cells
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
        count = len(model.rule_names)
        shown = np.zeros((model.channels, 5))
        shown[np.arange(COLOURS), np.arange(COLOURS)] = 1.0
        shown[-count:, 3] = 1.0
        shown[-count, 4] = 1.0
        self._shown = tf.constant(shown, model.compute_dtype)
        """From a state to its picture and, last, the old rule's alpha: a product has a quicker gradient than slices."""
        values = target.size
        # What a cell costs more than an empty one, so that dead cells add nothing: its square less twice its product
        # with the target; and once the alpha of the old rule.
        self._squares = tf.constant([1 / values] * 4 + [0.0], model.compute_dtype)
        self._products = np.pad(target * (-2 / values), [(0, 0), (0, 0), (0, 1)], constant_values=1.0)
        self._empty = float(np.square(target).sum() / values)

    def start(self, state: tf.Tensor, age: tf.Tensor) -> tuple[tf.Tensor, tf.Tensor]:
        return tf.zeros(state.shape[0], state.dtype), tf.zeros(state.shape[0], state.dtype)

    def observe(self, step: tf.Tensor, cells: Cells, observed: tuple, age: tf.Tensor) -> tuple[tf.Tensor, tf.Tensor]:
        cost, weight = observed
        now = tf.cast(self.weights.at(age + step + 1), cost.dtype)
        return cost + tf.reduce_sum(now * self.costs(cells), axis=-1), weight + tf.reduce_sum(now, axis=-1)

    def costs(self, cells: Cells) -> tf.Tensor:
        """Of each image the mean squared difference to the target and to nothing, and the sum of old alphas."""

        def unlike(state, products):
            shown = tf.matmul(state, self._shown)
            return shown * (shown * self._squares + products)

        def there(state):
            return tf.square(tf.matmul(state, self._shown)) * self._squares

        products = np.broadcast_to(self._products, [cells.shape[0], *self._products.shape])
        total = cells.total(unlike, tf.constant(products, self._shown.dtype), living_only=True)
        target, old = self._empty + tf.reduce_sum(total[:, :4], axis=-1), total[:, 4]
        if self.weights.empty_from is None:
            empty = tf.zeros_like(old)
        else:
            empty = tf.reduce_sum(cells.total(there, living_only=True), axis=-1)
        return tf.stack([target, empty, old], axis=-1)

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
