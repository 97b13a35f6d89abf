"""Automata made of others: a host and its adversary, a host and a matrix, several rules on one grid."""

from collections.abc import Callable, Mapping
from typing import Any

import keras
import tensorflow as tf

from nca_tf.cells.automaton import CellularAutomaton
from nca_tf.cells.rule import DenseRule
from nca_tf.families import make_model
from nca_tf.files.errors import InputError


class CompositeAutomaton(CellularAutomaton):
    """Members by name, each an automaton; arrays in files are named `<member>/<array>`.

    In a configuration and in meta.json a member is {"family": ..., "arguments": {...}}, and so a whole model is one
    folder.
    """

    def members(self) -> dict[str, CellularAutomaton]:
        """The automata that it is made of."""
        raise NotImplementedError

    def rules(self) -> dict[str, DenseRule]:
        found = {}
        for name, member in self.members().items():
            own = member.rules()
            found |= dict.fromkeys([name], *own.values()) if len(own) == 1 else prefixed(name, own)
        return found

    def named_weights(self) -> dict[str, keras.Variable]:
        return self._of_members(lambda member: member.named_weights())

    def weights_now(self) -> dict[str, tf.Tensor]:
        return self._of_members(lambda member: member.weights_now())

    def _of_members(self, ask: Callable[[CellularAutomaton], Mapping[str, Any]]) -> dict[str, Any]:
        parts = (prefixed(name, ask(member)) for name, member in self.members().items())
        return {name: value for part in parts for name, value in part.items()}

    def get_config(self) -> dict[str, Any]:
        return {**super().get_config(), **{name: description(member) for name, member in self.members().items()}}

    @classmethod
    def from_config(cls, config: dict[str, Any]) -> "CompositeAutomaton":
        return cls(**config)


def prefixed(name: str, by_name: Mapping[str, Any]) -> dict[str, Any]:
    """The same under the names `<name>/<key>`."""
    return {f"{name}/{key}": value for key, value in by_name.items()}


def part_of(name: str, by_name: Mapping[str, Any]) -> dict[str, Any]:
    """What `prefixed` put there, under its own keys."""
    return {key.removeprefix(f"{name}/"): value for key, value in by_name.items() if key.startswith(f"{name}/")}


def description(model: CellularAutomaton) -> dict[str, Any]:
    """A model's family and arguments, plain JSON data."""
    return {"family": model.family, "arguments": arguments_of(model)}


def arguments_of(model: CellularAutomaton) -> dict[str, Any]:
    """The arguments with which a model like this one is made, plain JSON data."""
    return {key: value for key, value in model.get_config().items() if key not in ("name", "trainable", "dtype")}


def as_member(model: CellularAutomaton | Mapping[str, Any], dtype: Any = None) -> CellularAutomaton:
    """A member as it is given to a constructor: a model, or its `description`, which says nothing of its type."""
    if isinstance(model, CellularAutomaton):
        return model
    if not isinstance(model, Mapping) or not model.keys() >= {"family", "arguments"}:
        raise InputError(
            f"a part of the model is given as a {type(model).__name__}; a model or its family and arguments were "
            "expected; pass what nca_tf.load gives."
        )
    return make_model(model["family"], {**model["arguments"], "dtype": dtype})
