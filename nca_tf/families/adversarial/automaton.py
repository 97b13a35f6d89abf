"""A host automaton some of whose cells are adversaries (Randazzo et al. 2021, "Adversarial Reprogramming of Neural
Cellular Automata", first half).

As in the published notebooks both rules see the same state, each has a fire mask and noise of its own, and of growing
automata each settles for its own cells who lives: x = host(x) (1 - m) + adversary(x) m.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, ClassVar

import keras
import tensorflow as tf

from nca_tf.cells.automaton import CellularAutomaton
from nca_tf.cells.composite import CompositeAutomaton, as_member, description, part_of
from nca_tf.cells.contract import Cells, Draws
from nca_tf.cells.controls import check_grid
from nca_tf.cells.page import Page
from nca_tf.cells.quality import Quality
from nca_tf.families.adversarial.signatures import digit_signatures, picture_signatures
from nca_tf.families.growing.automaton import GrowingCA
from nca_tf.families.mnist.automaton import SelfClassifyingCA
from nca_tf.files.errors import InputError

HOST, ADVERSARY = "host", "adversary"


@keras.saving.register_keras_serializable(package="nca_tf")
class InjectedCA(CompositeAutomaton):
    """A frozen host, and the rule of the adversaries among its cells.

    Control of a rollout: `adversaries`, which cells they are, a grid [height, width] of bool or 0/1, or one an image,
    see nca_tf/families/adversarial/masks.py; left out, there are none. Whoever of the two is not `trainable` gathers no
    gradient.

    Args:
      host: a growing or a self-classifying automaton, or its description in a model file; becomes untrainable.
      adversary: an automaton of the same family and channels, or its description; None: a fresh one like the host.

    Example:
      >>> digits = nca_tf.load("mnist/mnist")
      >>> model = nca_tf.InjectedCA(digits)
      >>> adversaries = share_of_grid(16, 28, 28, 0.1, np.random.default_rng(0))
      >>> state = model.rollout(digits.image_state(images), 200, adversaries=adversaries)
      >>> labels = digits.labels(state)
    """

    family = "adversarial"
    control_ranks: ClassVar = {"adversaries": 2}
    settings = ()
    limits = (
        "The adversaries fit the host in this model and were trained at one share of the cells: fewer may do nothing, "
        "more may wreck the pattern. It is a study of how robust such systems are, not a defence of one."
    )

    def __init__(
        self,
        host: CellularAutomaton | Mapping[str, Any],
        adversary: CellularAutomaton | Mapping[str, Any] | None = None,
        **keywords,
    ):
        host = as_member(host, keywords.get("dtype"))
        _check_host(host)
        super().__init__(host.channels, host.fire_rate, host.edges, **keywords)
        adversary = as_member(description(host) if adversary is None else adversary, keywords.get("dtype"))
        _check_pair(host, adversary, self.compute_dtype)
        self.host, self.adversary = host, adversary
        self.host.trainable = False
        self.draw_names = tuple(f"{who}_{name}" for who in (HOST, ADVERSARY) for name in host.draw_names)
        self.built = True

    @classmethod
    def on_host(cls, host: CellularAutomaton, arrays: Mapping[str, Any]) -> "InjectedCA":
        """A published adversary's arrays, by their names in files, on a host of the same widths.

        Raises:
          InputError: their names or shapes are others than the host's own.
        """
        model = cls(host)
        weights = model.adversary.named_weights()
        shapes = {name: tuple(weight.shape) for name, weight in weights.items()}
        given = {name: tuple(array.shape) for name, array in arrays.items()}
        if shapes != given:
            raise InputError(
                f"the adversary has arrays of the shapes {given} and the host {shapes}; the same were expected; choose "
                "the host that it was trained on."
            )
        for name, weight in weights.items():
            weight.assign(arrays[name])
        return model

    def members(self) -> dict[str, CellularAutomaton]:
        return {HOST: self.host, ADVERSARY: self.adversary}

    def prepare(self, weights: Any = None, adversaries: tf.Tensor | None = None) -> dict[str, Any]:
        weights = self.weights_now() if weights is None else weights
        prepared = {}
        for name, member in self.members().items():
            own = part_of(name, weights)
            if not member.trainable:
                own = {key: tf.stop_gradient(weight) for key, weight in own.items()}
            prepared[name] = member.prepare(own)
        if adversaries is not None and adversaries.dtype != tf.bool:
            adversaries = adversaries > tf.cast(0.5, adversaries.dtype)
        return {**prepared, "adversaries": adversaries}

    def cover(self, state: tf.Tensor) -> tf.Tensor:
        return self.host.cover(state)

    def begin(self, cells: Cells) -> tuple:
        return self.host.begin(cells)

    def advance(
        self,
        cells: Cells,
        memo: tuple,
        draws: Draws,
        host: Mapping[str, Any],
        adversary: Mapping[str, Any],
        adversaries: tf.Tensor | None,
    ) -> tuple:
        if adversaries is None:
            return self.host.advance(cells, memo, draws.of(HOST), **host)
        check_grid("adversaries", adversaries, cells.shape)
        proposals = (
            self.host.propose(cells, memo, draws.of(HOST), ~adversaries, **host),
            self.adversary.propose(cells, memo, draws.of(ADVERSARY), adversaries, **adversary),
        )
        return self.host.settle(cells, memo, *proposals)

    def seed_state(self, batch: int, height: int, width: int) -> tf.Tensor:
        return self.host.seed_state(batch, height, width)

    def signatures(self) -> tuple:
        return (digit_signatures if isinstance(self.host, SelfClassifyingCA) else picture_signatures)(self)

    def quality(self, meta: dict[str, Any], folder: Path) -> Quality:
        from nca_tf.families.adversarial import quality

        kind = quality.digit_quality if isinstance(self.host, SelfClassifyingCA) else quality.picture_quality
        return kind(self, meta, folder)

    def page(self, meta: dict[str, Any], folder: Path) -> Page:
        from nca_tf.families.adversarial.page import adversarial_page

        return adversarial_page(self, meta, folder)


def _check_host(host: CellularAutomaton) -> None:
    if not isinstance(host, GrowingCA | SelfClassifyingCA):
        raise InputError(
            f"the host is a {type(host).__name__}; a growing or a self-classifying automaton was expected; choose "
            "another host."
        )


def _check_pair(host: CellularAutomaton, adversary: CellularAutomaton, dtype: str) -> None:
    if adversary is host:
        raise InputError(
            "host and adversary are the same object, which would be frozen; two were expected; leave the adversary "
            "out, or load the model twice."
        )
    if adversary.family != host.family:
        raise InputError(
            f"the host is of the family {host.family} and the adversary of {adversary.family}; one family was "
            "expected, since cells of both live by the same rules; choose another adversary."
        )
    if adversary.channels != host.channels:
        raise InputError(
            f"the host's cells have {host.channels} channels and the adversary's {adversary.channels}; the same number "
            "was expected, since both read the same states; choose another adversary."
        )
    if adversary.edges != host.edges:
        raise InputError(
            f"the host's edges are {host.edges} and the adversary's {adversary.edges}; the same were expected, since "
            "both are on one grid; choose another adversary."
        )
    if isinstance(host, GrowingCA) and adversary.alive_threshold != host.alive_threshold:
        raise InputError(
            f"the host's cells are mature above {host.alive_threshold} and the adversary's above "
            f"{adversary.alive_threshold}; the same was expected, since cells of both live by the same rules; choose "
            "another adversary."
        )
    if not host.compute_dtype == adversary.compute_dtype == dtype:
        raise InputError(
            f"the host is of {host.compute_dtype}, the adversary of {adversary.compute_dtype} and this model of "
            f"{dtype}; one type was expected; pass dtype={host.compute_dtype!r}."
        )
