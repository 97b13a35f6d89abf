"""The steps of further families, in a few lines each on top of nca_tf.cells, to hold the contract to its word."""

from typing import Any, ClassVar

import tensorflow as tf

from nca_tf.cells.automaton import CellularAutomaton
from nca_tf.cells.composite import CompositeAutomaton, part_of
from nca_tf.cells.life import spread
from nca_tf.cells.perception import Sensors
from nca_tf.cells.proposals import Proposal
from nca_tf.cells.rule import DenseRule

GROUND, SPREAD = 1e-8, 1e-3


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


class Contested(CompositeAutomaton):
    """Rules that share colours and hidden channels and have an alpha each, the last channels; cleaned before a step."""

    control_ranks: ClassVar = {}

    def __init__(self, *rules, **keywords):
        super().__init__(rules[0].channels - 1 + len(rules), rules[0].fire_rate, rules[0].edges, **keywords)
        self.own_rules = list(rules)
        self.draw_names = tuple(f"{name}_fire" for name in self.members())

    def members(self):
        return {f"rule{number}": rule for number, rule in enumerate(self.own_rules, 1)}

    def prepare(self, weights=None):
        weights = self.weights_now() if weights is None else weights
        return {"own": {name: rule.prepare(part_of(name, weights)) for name, rule in self.members().items()}}

    def alphas(self, state):
        return state[..., -len(self.own_rules) :]

    def cover(self, state):
        return spread(tf.reduce_any(self.alphas(state) >= 0.1, axis=-1), self.edges)

    def owners(self, cells):
        """Mask of each rule: where its alpha is the largest, and around that where nobody is."""
        free = ~cells.mask(lambda state: tf.reduce_max(self.alphas(state), axis=-1) >= 0.1)
        masks = []
        for number in range(len(self.own_rules)):

            def mature(state, number=number):
                return self.alphas(state)[..., number] >= 0.1

            def owned(state, number=number):
                alphas = self.alphas(state)
                return (alphas[..., number] >= 0.1) & (alphas[..., number] == tf.reduce_max(alphas, axis=-1))

            masks.append(cells.mask(owned) | (free & spread(cells.mask(mature), self.edges)))
        return masks

    def advance(self, cells, memo, draws, own):
        masks = self.owners(cells)
        count = len(masks)

        def clean(state, *masks):
            kept = [tf.cast(mask, state.dtype)[..., None] for mask in masks]
            others, *alphas = tf.split(state, [state.shape[-1] - count] + [1] * count, axis=-1)
            return tf.concat([others, *(alpha * mask for alpha, mask in zip(alphas, kept, strict=True))], axis=-1)

        def seen(state):
            colour, hidden, alphas = tf.split(state, [3, state.shape[-1] - count - 3, count], axis=-1)
            return tf.concat([colour, tf.reduce_sum(alphas, axis=-1, keepdims=True), hidden], axis=-1)

        cells = cells.keep(tf.reduce_any(masks, axis=0)).map(clean, *masks)
        view, proposals = cells.map(seen), []
        contested = GROUND + sum(tf.cast(mask, tf.float32) for mask in masks)
        for number, (name, rule) in enumerate(self.members().items()):
            prepared = own[name]
            fire = draws.of(name).mask("fire", cells.shape, rule.fire_rate)

            def increments(near, rule=rule, prepared=prepared, number=number):
                colour, alpha, hidden = tf.split(rule.increments(near, **prepared), [3, 1, rule.channels - 4], axis=-1)
                nothing = tf.zeros_like(alpha)
                return tf.concat([colour, hidden, *(alpha if k == number else nothing for k in range(count))], axis=-1)

            increment = view.increment(increments, masks[number] & fire)
            proposals.append(Proposal(increment.scaled(1.0 / contested)))
        cells, _ = self.settle(cells, memo, *proposals)
        alive = tf.reduce_any(masks, axis=0)
        reach = spread(cells.mask(lambda state: tf.reduce_any(self.alphas(state) >= 0.1, axis=-1)), self.edges)
        return cells.keep(alive, cover=alive | reach), memo


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
