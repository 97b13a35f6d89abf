"""A growing automaton whose living states are all changed before every step (Randazzo et al. 2021, "Perturbing the
states of Growing CA").

As trained: every living cell's state times a symmetric matrix, clipped to [-3, 3], then the host's own step. Differs
from the original: the matrix is stored as its free entries instead of a masked 16x16 variable.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, ClassVar

import keras
import numpy as np
import tensorflow as tf

from nca_tf.cells.automaton import CellularAutomaton
from nca_tf.cells.composite import CompositeAutomaton, as_member, part_of
from nca_tf.cells.contract import Cells, Draws
from nca_tf.cells.dense import every_channel
from nca_tf.cells.life import spread
from nca_tf.cells.page import Page
from nca_tf.cells.quality import Quality
from nca_tf.families.growing.automaton import GrowingCA
from nca_tf.families.perturbation.matrices import checked, checked_vector, entries_of, mixed, symmetric
from nca_tf.families.perturbation.signatures import perturbation_signatures
from nca_tf.files.errors import InputError
from nca_tf.files.names import NAME

LIMIT = 3.0
"""Largest absolute value of a perturbed state."""
KINDS = ("symmetric", "additive")
HOST = "host"


@keras.saving.register_keras_serializable(package="nca_tf")
class PerturbedCA(CompositeAutomaton):
    """A frozen host, and perturbations of its states that can be mixed.

    Controls of a rollout: `strengths`, k of each perturbation, a list, or one list an image: 1 as trained, 0 nothing,
    negative the other way; left out, a lone perturbation is in full and several are off. `on`, the steps during which
    they hold, integers [intervals, 2], each from its first step until before its second; left out, always. While
    nothing is on, the model is its host, unclipped.

    Args:
      host: a growing automaton, or its description in a model file; becomes untrainable.
      perturbations: their names; or by name what they start as: matrices, vectors of the additive kind, None for
        nothing done.
      kind: "symmetric" (state times a symmetric matrix) or "additive" (state plus a vector, the article's rejected
        simpler idea).

    Example:
      >>> lizard = nca_tf.load("growing/lizard-regenerating")
      >>> model = nca_tf.PerturbedCA(lizard, {"tailless": np.load("tail_sym_t.npy")})
      >>> seeds = model.seed_state(3, 72, 72)
      >>> states = model.rollout(seeds, 1000, strengths=[[1.0], [0.5], [-0.1]], on=[[0, 500]])
    """

    family = "perturbation"
    control_ranks: ClassVar = {"strengths": 1, "on": 2}
    settings = "perturbations", "kind"
    limits = (
        "The perturbations fit the host in this model and no other. Strengths beyond 1, or sums far from 1, were not "
        "trained: patterns may wander, dissolve or grow without end."
    )

    def __init__(
        self,
        host: CellularAutomaton | Mapping[str, Any],
        perturbations: Sequence[str] | Mapping[str, Any] = ("perturbation",),
        kind: str = "symmetric",
        **keywords,
    ):
        host = as_member(host, keywords.get("dtype"))
        if not isinstance(host, GrowingCA):
            raise InputError(
                f"the host is a {type(host).__name__}; a growing automaton was expected, whose cells live or die; "
                "choose another host."
            )
        super().__init__(host.channels, host.fire_rate, host.edges, **keywords)
        if kind not in KINDS:
            raise InputError(f"kind is {kind!r}; expected one of {', '.join(KINDS)}; 'symmetric' is the article's.")
        if host.compute_dtype != self.compute_dtype:
            raise InputError(
                f"the host is of {host.compute_dtype} and this model of {self.compute_dtype}; one type was expected; "
                f"pass dtype={host.compute_dtype!r}."
            )
        self.perturbations, self.kind, self.host = _names(perturbations), kind, host
        self.host.trainable = False
        self.draw_names = host.draw_names
        self._own = {name: self._weight(name) for name in self.perturbations}
        for name, value in perturbations.items() if isinstance(perturbations, Mapping) else ():
            if value is not None:
                self.assign(name, value)
        self.built = True

    @property
    def _nothing(self) -> np.ndarray:
        """Of the stored values of a perturbation those that change nothing."""
        return np.zeros(self.channels) if self.kind == "additive" else entries_of(np.eye(self.channels))

    def _weight(self, name: str) -> keras.Variable:
        start = self._nothing
        return self.add_weight(shape=start.shape, initializer=lambda shape, dtype: tf.cast(start, dtype), name=name)

    def _named(self, name: str) -> keras.Variable:
        if name not in self._own:
            raise InputError(
                f"there is no perturbation {name!r}; one of {', '.join(self._own)} was expected; correct it."
            )
        return self._own[name]

    def assign(self, name: str, value: np.ndarray) -> None:
        """Set a perturbation to a matrix [channels, channels], or of the additive kind to a vector [channels].

        Raises:
          InputError: there is none of that name, or the value is of another shape, not symmetric, or not finite.
        """
        own = self._named(name)
        if self.kind == "additive":
            own.assign(checked_vector(value, self.channels, name))
        else:
            own.assign(entries_of(checked(value, self.channels, name)))

    def change(self, name: str) -> np.ndarray:
        """A perturbation's matrix [channels, channels], or of the additive kind its vector [channels]."""
        return self._change(tf.convert_to_tensor(self._named(name))).numpy()

    def displacement(self, name: str) -> tf.Tensor:
        """What a perturbation does: A - I [channels, channels], or its vector [channels]; differentiable."""
        change = self._change(tf.convert_to_tensor(self._named(name)))
        return change - self._change(tf.constant(self._nothing, change.dtype))

    def _change(self, weight: tf.Tensor) -> tf.Tensor:
        """The matrix or vector that stored values [..., values] stand for."""
        return weight if self.kind == "additive" else symmetric(weight, self.channels)

    @classmethod
    def on_host(cls, host: CellularAutomaton, matrices: Mapping[str, np.ndarray]) -> "PerturbedCA":
        """Published matrices [channels, channels], by name, on a host.

        Raises:
          InputError: one is of another shape than the host's states, not symmetric, or not finite.
        """
        return cls(host, dict(matrices))

    def members(self) -> dict[str, CellularAutomaton]:
        return {HOST: self.host}

    def named_weights(self) -> dict[str, keras.Variable]:
        word = "vector" if self.kind == "additive" else "entries"
        return {**{f"{name}/{word}": weight for name, weight in self._own.items()}, **super().named_weights()}

    def weights_now(self) -> dict[str, tf.Tensor]:
        return CellularAutomaton.weights_now(self) | super().weights_now()

    def prepare(self, weights: Any = None, strengths: Any = None, on: Any = None) -> dict[str, Any]:
        if on is not None and on.shape[-1] not in (None, 2):
            raise InputError(f"on has {on.shape[-1]} numbers a span; two were expected, its first step and its end.")
        weights = self.weights_now() if weights is None else weights
        own = [weight for name in self.perturbations for weight in part_of(name, weights).values()]
        host = {name: tf.stop_gradient(weight) for name, weight in part_of(HOST, weights).items()}
        prepared = {"host": self.host.prepare(host), "on": on, "going": None}
        if strengths is None and len(own) == 1:
            return {**prepared, "change": self._change(own[0])}
        if strengths is None:
            strengths = tf.zeros(len(own))
        if strengths.shape[-1] != len(own):
            raise InputError(
                f"strengths has {strengths.shape[-1]} numbers; one for each of {', '.join(self.perturbations)} was "
                "expected; correct it."
            )
        strengths = tf.cast(strengths, self.compute_dtype)
        going = tf.reduce_any(strengths != 0.0, axis=-1)
        return {**prepared, "going": going, "change": self._change(mixed(own, strengths, self._nothing))}

    def cover(self, state: tf.Tensor) -> tf.Tensor:
        # A change may mature a living cell, which then keeps those beside it alive.
        return spread(self.host.cover(state), self.edges)

    def begin(self, cells: Cells) -> tuple[tf.Tensor]:
        return self.host.begin(cells)

    def advance(
        self,
        cells: Cells,
        memo: tuple,
        draws: Draws,
        host: Mapping[str, Any],
        change: tf.Tensor,
        going: tf.Tensor | None,
        on: tf.Tensor | None,
    ) -> tuple:
        if on is not None:
            step = tf.cast(draws.step, on.dtype)
            during = tf.reduce_any((on[..., 0] <= step) & (step < on[..., 1]), axis=-1)
            going = during if going is None else going & during
        cells, memo = self.perturb(cells, memo, change, going)
        return self.host.settle(cells, memo, self.host.propose(cells, memo, draws, None, **host), margin=1)

    def perturb(self, cells: Cells, memo: tuple, change: tf.Tensor, going: tf.Tensor | None = None) -> tuple:
        """Change every living state, clip it, and settle who lives, since a young cell may have matured.

        Args:
          change: [channels, channels], of the additive kind [channels]; or one an image, [batch, ...].
          going: whether that is done, bool scalar or [batch]; None: it is.
        Returns:
          (cells, memo), with which the host's step begins.
        """
        (living,) = memo
        if going is None:
            edited = self._changed(cells, living, change).map(_limited, living)
        else:
            nothing = self._change(tf.constant(self._nothing, self.compute_dtype))
            wide = tf.reshape(going, tf.concat([tf.shape(going), [1] * nothing.shape.rank], axis=0))
            on = tf.broadcast_to(tf.reshape(going, [-1, 1, 1]), cells.shape)
            edited = self._changed(cells, living & on, tf.where(wide, change, nothing)).map(_limited_where, living, on)
        return edited, (spread(edited.mask(self.host.mature), self.edges),)

    def _changed(self, cells, living: tf.Tensor, change: tf.Tensor):
        if self.kind == "symmetric":
            return cells.transform(change)
        each = tf.broadcast_to(change, [cells.shape[0], self.channels])
        return cells.add(cells.increment(lambda near: near.of_image(each), living))

    def get_config(self) -> dict[str, Any]:
        return {**super().get_config(), "perturbations": list(self.perturbations)}

    def seed_state(self, batch: int, height: int, width: int) -> tf.Tensor:
        return self.host.seed_state(batch, height, width)

    def signatures(self) -> tuple:
        return perturbation_signatures(self)

    def quality(self, meta: dict[str, Any], folder: Path) -> Quality:
        from nca_tf.families.perturbation.quality import perturbation_quality

        return perturbation_quality(self, meta, folder)

    def page(self, meta: dict[str, Any], folder: Path) -> Page:
        from nca_tf.families.perturbation.page import perturbation_page

        return perturbation_page(self, meta, folder)


@tf.custom_gradient
def _limited(state: tf.Tensor, living: tf.Tensor):
    """States within the limit, and zero where no cell lives: a wound leaves such states behind."""
    living = every_channel(living, state.dtype)

    def gradient(upstream):
        return upstream * living * tf.cast(tf.abs(state) <= LIMIT, state.dtype), None

    return tf.clip_by_value(state, -LIMIT, LIMIT) * living, gradient


def _limited_where(state: tf.Tensor, living: tf.Tensor, on: tf.Tensor) -> tf.Tensor:
    return tf.where(tf.expand_dims(on, -1), _limited(state, living), state)


def _names(perturbations: Sequence[str] | Mapping[str, Any]) -> tuple[str, ...]:
    names = (perturbations,) if isinstance(perturbations, str) else tuple(perturbations)
    plain = all(isinstance(name, str) and name != HOST and NAME.fullmatch(name) for name in names)
    if not names or not plain or len(set(names)) < len(names):
        raise InputError(
            f"perturbations are {names!r}; different names were expected, at least one, of letters, digits, dots, "
            "dashes and underscores, none of them 'host', since files are called after them; rename them."
        )
    return names
