"""The steps of further families, in a few lines each on top of nca_tf.cells, to hold the contract to its word."""

from typing import Any, ClassVar

import tensorflow as tf

from nca_tf.cells.automaton import CellularAutomaton
from nca_tf.cells.composite import CompositeAutomaton, part_of
from nca_tf.cells.life import spread
from nca_tf.cells.perception import Sensors
from nca_tf.cells.proposals import Proposal
from nca_tf.cells.rule import DenseRule

SPREAD = 1e-3


class Perturbed(CompositeAutomaton):
    """Before every step each living state is multiplied by a matrix and clipped."""

    control_ranks: ClassVar = {"matrix": 2}

    def __init__(self, host, **keywords):
        super().__init__(host.channels, host.fire_rate, host.edges, **keywords)
        self.host = host

    def members(self):
        return {"host": self.host}

    def prepare(self, weights=None, matrix=None):
        weights = self.weights_now() if weights is None else weights
        return {"matrix": matrix, "host": self.host.prepare(part_of("host", weights))}

    def cover(self, state):
        return self.host.cover(state)

    def begin(self, cells):
        return self.host.begin(cells)

    def advance(self, cells, memo, draws, matrix, host):
        (living,) = memo
        edited = cells.transform(matrix).map(lambda state: tf.clip_by_value(state, -3.0, 3.0))
        # A young cell may have matured: who lives, and so who may act, is asked again.
        now = spread(edited.mask(self.host.mature) & living, self.edges)
        return self.host.advance(edited.keep(living, cover=living | now), (now,), draws, **host)


class Manifold(CellularAutomaton):
    """Weights for each picture, an instance norm of the gradients that cells sense, and no life mask."""

    control_ranks: ClassVar = {"kernel1": 2, "bias1": 1, "kernel2": 2, "bias2": 1}

    def __init__(self, channels=8, hidden=12, leak=0.7, edges="zero", fire_rate=0.5, **keywords):
        super().__init__(channels, fire_rate, edges, **keywords)
        self.rule, self.leak = DenseRule((3 * channels, hidden, channels), dtype=self.dtype_policy), leak

    def rules(self):
        return {"rule": self.rule}

    def named_weights(self):
        return {}

    def prepare(self, weights=None, **genome: Any):
        words = {"kernel": "kernel", "bias": "bias"}
        return {"weights": {f"dense{name[-1]}/{words[name[:-1]]}": value for name, value in genome.items()}}

    def cover(self, state):
        return tf.ones(tf.shape(state)[:3], tf.bool)

    def propose(self, cells, memo, draws, where, weights):
        sensed = cells.field(lambda near: near.perceive(Sensors(0.0)))
        mean, variance = sensed.moments()
        is_gradient = tf.cast(tf.range(mean.shape[-1]) % 3 > 0, mean.dtype)
        mean, scale = mean * is_gradient, 1.0 - is_gradient + is_gradient * tf.math.rsqrt(variance + SPREAD)

        def rule(near):
            perceived = (near.pick(sensed) - near.of_image(mean)) * near.of_image(scale)
            return self.leak * self.rule.apply(near, perceived, weights)

        return Proposal(cells.increment(rule, draws.mask("fire", cells.shape, self.fire_rate)))
