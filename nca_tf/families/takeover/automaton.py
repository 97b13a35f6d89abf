"""Several rules on one grid (Cavuoti, Sacco, Randazzo, Levin 2022, "Adversarial Takeover of Neural Cellular Automata").

All rules share colours and hidden channels; each has an alpha of its own. A mature cell belongs to the rule whose alpha
is largest there, and a rule grows into free cells beside its own alone. Every rule senses the sum of the alphas.

Follows the original code: a cell is mature from 0.1 on (in the paper above it), the grid is a torus, and states are
cleaned at the start of a step, not after it. Differs: the average on contested cells has no 1e-8 in its divisor.
"""

import functools
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, ClassVar

import keras
import tensorflow as tf

from nca_tf.cells.automaton import CellularAutomaton
from nca_tf.cells.composite import CompositeAutomaton, description, part_of
from nca_tf.cells.contract import Cells, Draws
from nca_tf.cells.controls import check_numbers
from nca_tf.cells.draws import draw_name
from nca_tf.cells.life import ALIVE_THRESHOLD, ALPHA, spread
from nca_tf.cells.page import Page
from nca_tf.cells.proposals import Proposal
from nca_tf.cells.quality import Quality
from nca_tf.families.takeover.channels import COLOURS, channels_kept, own_channels
from nca_tf.families.takeover.injection import due, timed
from nca_tf.families.takeover.members import growing_rules
from nca_tf.families.takeover.signatures import takeover_signatures
from nca_tf.files.errors import InputError
from nca_tf.files.model_files import assign_weights

HOST, ADVERSARY = "host", "adversary"
"""Names of the rules of a takeover."""


@keras.saving.register_keras_serializable(package="nca_tf")
class MultiRuleCA(CompositeAutomaton):
    """Any number of growing rules on one grid. Channels: straight RGB, hidden, then one alpha for each rule.

    Controls of a rollout: `injected`, numbers [height, width], or one grid an image: 0 leaves a cell as it is, k hands
    it to the k-th rule, with the alpha that it has; `at`, the step before which that is done, the first unless given.

    Args:
      rules: growing automata by name, or a list of them, called rule1, rule2, ...; a model of this class with one rule
        stands for that rule. Or their descriptions in a model file.
      edges: "wrap" (a torus, as the original) or "zero"; those of the rules play no part.

    Example:
      >>> green, red = (nca_tf.load(f"takeover/{name}-persistent") for name in ("lizard", "red"))
      >>> both = nca_tf.MultiRuleCA({"green": green, "red": red})
      >>> state = both.rollout(both.seed_state(1, 48, 48), 60)
      >>> injected = np.zeros((48, 48), np.int32)
      >>> injected[20:24, 20:24] = 2
      >>> state = both.rollout(state, 200, injected=injected)
      >>> owners = both.owner(state)
    """

    family = "takeover"
    control_ranks: ClassVar = {"injected": 2, "at": 0}
    settings = ("edges",)
    limits = (
        "A rule grows on a torus, from a seed without hidden channels; some are made not to last. One that takes over "
        "was trained against one host and with one kind of injection; against others, or before the host has grown, it "
        "may lose, or both may die."
    )

    def __init__(
        self,
        rules: Mapping[str, CellularAutomaton | Mapping[str, Any]] | Sequence[CellularAutomaton],
        edges: str = "wrap",
        **keywords,
    ):
        members = growing_rules(rules, keywords.get("dtype"))
        first = next(iter(members.values()))
        super().__init__(first.channels - 1 + len(members), first.fire_rate, edges, **keywords)
        for name, rule in members.items():
            if (rule.channels, rule.fire_rate) != (first.channels, first.fire_rate):
                raise InputError(
                    f"the rule {name!r} has {rule.channels} channels and the fire rate {rule.fire_rate}, the first one "
                    f"{first.channels} and {first.fire_rate}; rules on one grid need the same; train one anew."
                )
            if rule.compute_dtype != self.compute_dtype:
                raise InputError(
                    f"the rule {name!r} is of {rule.compute_dtype} and this model of {self.compute_dtype}; one type "
                    f"was expected; pass dtype={rule.compute_dtype!r}."
                )
        self._rules = members
        count = len(members)
        self._kept = channels_kept(self.channels, count)
        self._sensed, self._placed = own_channels(self.channels, count)
        self.draw_names = tuple(draw_name(name, "fire") for name in members)
        self.built = True

    @classmethod
    def on_host(cls, host: CellularAutomaton, arrays: Mapping[str, Any]) -> "MultiRuleCA":
        """A published adversary in a published host.

        Args:
          host: a model of this class with one rule.
          arrays: of another such model, by name.
        Raises:
          InputError: the host is no such model, or the arrays don't fit it.
        """
        if not isinstance(host, MultiRuleCA) or len(host.rule_names) != 1:
            raise InputError(
                f"the host is a {type(host).__name__}; a model of this family with one rule was expected; read in the "
                "host's own file first."
            )
        adversary = cls.from_config(host.get_config())
        assign_weights(adversary, dict(arrays), "the file")
        return cls({HOST: host, ADVERSARY: adversary}, host.edges)

    @property
    def control_limits(self) -> dict[str, int]:
        """The largest number in `injected`: that of the last rule."""
        return {"injected": len(self._rules)}

    @property
    def rule_names(self) -> tuple[str, ...]:
        """Names of the rules, in the order of their alphas."""
        return tuple(self._rules)

    def members(self) -> dict[str, CellularAutomaton]:
        return dict(self._rules)

    def get_config(self) -> dict[str, Any]:
        rules = {name: description(rule) for name, rule in self._rules.items()}
        return {**CellularAutomaton.get_config(self), "rules": rules}

    def rollout(
        self, state: tf.Tensor, steps: int, random_seed: int = 0, *, first_step: int = 0, **others
    ) -> tf.Tensor:
        """As of every automaton; what is injected is so before the first step unless `at` says when."""
        return super().rollout(state, steps, random_seed, first_step=first_step, **timed(others, first_step))

    # The step.

    def prepare(self, weights: Any = None, injected: Any = None, at: Any = None) -> dict[str, Any]:
        weights = self.weights_now() if weights is None else weights
        own = [rule.prepare(part_of(name, weights)) for name, rule in self._rules.items()]
        return {"own": own, "injected": injected, "at": 0 if at is None else at}

    def alphas(self, state: tf.Tensor) -> tf.Tensor:
        """The alpha of each rule, [..., rules], of a state [..., channels]."""
        return state[..., -len(self._rules) :]

    def mature(self, state: tf.Tensor) -> tf.Tensor:
        """Cells of a state [..., channels] that belong to a rule, bool [...]."""
        return tf.reduce_max(self.alphas(state), axis=-1) >= ALIVE_THRESHOLD

    def cover(self, state: tf.Tensor) -> tf.Tensor:
        return spread(self.mature(state) | self._is_mature_together(state), self.edges)

    def begin(self, cells: Cells) -> tuple[tf.Tensor, ...]:
        return self.reach(cells)

    def reach(self, cells: Cells) -> tuple[tf.Tensor, ...]:
        """Where each rule may act: its own cells, and the free ones beside a cell that is mature by its alpha.

        Returns:
          For each rule bool [batch, height, width].
        """
        mature = [cells.mask(functools.partial(self._is_mature, number)) for number in range(len(self._rules))]
        if len(mature) == 1:
            return (spread(mature[0], self.edges),)
        owned = [cells.mask(functools.partial(self._is_owned, number)) for number in range(len(self._rules))]
        free = ~functools.reduce(tf.logical_or, mature)
        return tuple(own | (free & spread(ripe, self.edges)) for own, ripe in zip(owned, mature, strict=True))

    def _is_mature(self, number: int, state: tf.Tensor) -> tf.Tensor:
        return self.alphas(state)[..., number] >= ALIVE_THRESHOLD

    def _is_mature_together(self, state: tf.Tensor) -> tf.Tensor:
        """Cells that would be mature once they are handed to one rule, with all the alpha that they have."""
        return tf.reduce_sum(self.alphas(state), axis=-1) >= ALIVE_THRESHOLD

    def _is_owned(self, number: int, state: tf.Tensor) -> tf.Tensor:
        each = tf.unstack(self.alphas(state), axis=-1)
        # Quicker than a maximum along so short an axis.
        largest = functools.reduce(tf.maximum, each)
        return (each[number] == largest) & (largest >= ALIVE_THRESHOLD)

    def advance(
        self, cells: Cells, memo: tuple, draws: Draws, own: tuple, injected: tf.Tensor | None, at: tf.Tensor | int
    ) -> tuple:
        if injected is not None:
            cells = cells.map(self.inject, due(injected, at, draws.step, cells.shape))
            memo = self.reach(cells)
        alive = functools.reduce(tf.logical_or, memo)
        # One by one: ONNX adds several numbers together only where they are no integers.
        reached = functools.reduce(tf.add, [2**at * tf.cast(mask, tf.int32) for at, mask in enumerate(memo)])
        cells = cells.map(self._cleaned, reached)
        sensed = cells.transform(tf.constant(self._sensed, self.compute_dtype))
        rivals = tf.add_n([tf.cast(mask, self.compute_dtype) for mask in memo])
        proposals = []
        for number, (name, mask) in enumerate(zip(self._rules, memo, strict=True)):
            fire = draws.of(name).mask("fire", cells.shape, self.fire_rate)
            increment = sensed.increment(functools.partial(self._increments, number, own[number]), mask & fire)
            proposal = Proposal(increment)
            proposals.append(proposal if len(memo) == 1 else proposal.scaled(tf.math.divide_no_nan(1.0, rivals)))
        cells, _ = self.settle(cells, memo, *proposals)
        after = self.reach(cells)
        cover = functools.reduce(tf.logical_or, after, alive)
        if injected is not None:
            cover |= spread(cells.mask(self._is_mature_together), self.edges)
        return cells.keep(alive, cover=cover), after

    def _cleaned(self, state: tf.Tensor, reached: tf.Tensor) -> tf.Tensor:
        """States with each alpha gone where its rule may not act, and all else where none may."""
        return state * tf.gather(tf.constant(self._kept, state.dtype), reached)

    def _increments(self, number: int, prepared: dict[str, Any], near) -> tf.Tensor:
        """What a rule adds to the channels that all share, and to its own alpha."""
        rule = self._rules[self.rule_names[number]]
        if not rule.trainable:
            # Here and not before the loop of the rollout, which would gather a gradient that nobody asks for.
            frozen = {key: tf.stop_gradient(weight) for key, weight in prepared["weights"].items()}
            prepared = {**prepared, "weights": frozen}
        values = rule.increments(near, **prepared)
        placed = tf.matmul(tf.reshape(values, [-1, rule.channels]), tf.constant(self._placed[number], values.dtype))
        return tf.reshape(placed, tf.concat([tf.shape(values)[:-1], [self.channels]], axis=0))

    def seed_state(self, batch: int, height: int, width: int) -> tf.Tensor:
        """Empty but for the centre cell (height // 2, width // 2), whose alpha of the first rule is 1."""
        empty = tf.zeros([batch, height, width, self.channels], self.compute_dtype)
        return self.plant(empty, height // 2, width // 2)

    def plant(self, state: tf.Tensor, row: int, column: int, rule: str | None = None) -> tf.Tensor:
        """A seed cell of a rule in a state [batch, height, width, channels]: everything zero but its alpha, 1.

        Raises:
          InputError: there is no such cell, or no such rule.
        """
        number = 0 if rule is None else self.number_of(rule)
        height, width = state.shape[1:3]
        if not (0 <= row < height and 0 <= column < width):
            raise InputError(
                f"a seed is to be planted in row {row}, column {column} of {height}x{width} cells; a cell within was "
                "expected; choose another."
            )
        here = tf.one_hot(row, height)[:, None, None] * tf.one_hot(column, width)[:, None]
        seed = tf.one_hot(self.channels - len(self._rules) + number, self.channels, dtype=state.dtype)
        return tf.where(here > 0, seed, state)

    def number_of(self, rule: str) -> int:
        """Place of a rule among the rules, from 0.

        Raises:
          InputError: there is none of this name.
        """
        if rule not in self._rules:
            raise InputError(f"{rule!r} is no rule here; expected one of {', '.join(self._rules)}; correct the name.")
        return self.rule_names.index(rule)

    def inject(self, state: tf.Tensor, injected: tf.Tensor) -> tf.Tensor:
        """Hand cells over to a rule; colours and hidden channels stay.

        Args:
          state: [..., channels].
          injected: integers [...], 0 for no change, k for the k-th rule, which gets all the alpha that a cell has.
        Raises:
          InputError: there is no k-th rule.
        """
        count, injected = len(self._rules), tf.convert_to_tensor(injected)
        check_numbers("injected", injected, count)
        others, alphas = tf.split(state, [self.channels - count, count], axis=-1)
        chosen = tf.one_hot(tf.cast(injected, tf.int32) - 1, count, dtype=state.dtype)
        handed = chosen * tf.reduce_sum(alphas, axis=-1, keepdims=True)
        return tf.concat([others, tf.where(tf.expand_dims(injected > 0, -1), handed, alphas)], axis=-1)

    def owner(self, state: tf.Tensor) -> tf.Tensor:
        """Whose each cell is, int32 [...]: the number of its rule, from 1, or 0 where no alpha is mature."""
        largest = tf.argmax(self.alphas(state), axis=-1, output_type=tf.int32) + 1
        return tf.where(self.mature(state), largest, 0)

    def straight(self, state: tf.Tensor) -> tf.Tensor:
        """The picture [..., 4] of a state [..., channels]: straight RGB, and the sum of the alphas. Not clipped."""
        return tf.concat([state[..., :COLOURS], tf.reduce_sum(self.alphas(state), axis=-1, keepdims=True)], axis=-1)

    def premultiplied(self, state: tf.Tensor) -> tf.Tensor:
        """The picture with RGB multiplied by alpha, both within [0, 1], as other families hold it."""
        picture = tf.clip_by_value(self.straight(state), 0.0, 1.0)
        return tf.concat([picture[..., :COLOURS] * picture[..., ALPHA:], picture[..., ALPHA:]], axis=-1)

    def signatures(self) -> tuple:
        return takeover_signatures(self)

    def quality(self, meta: dict[str, Any], folder: Path) -> Quality:
        from nca_tf.families.takeover.quality import takeover_quality

        return takeover_quality(self, meta, folder)

    def page(self, meta: dict[str, Any], folder: Path) -> Page:
        from nca_tf.families.takeover.page import takeover_page

        return takeover_page(self, meta, folder)
