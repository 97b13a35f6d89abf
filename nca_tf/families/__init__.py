"""The families: one folder each, and the one table that names them all."""

import importlib
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from nca_tf.files.errors import InputError

if TYPE_CHECKING:
    from nca_tf.cells.automaton import CellularAutomaton

FAMILIES = {
    "growing": "GrowingCA",
    "mnist": "SelfClassifyingCA",
    "adversarial": "InjectedCA",
    "perturbation": "PerturbedCA",
    "takeover": "MultiRuleCA",
    "ncam": "ManifoldCA",
}
"""Family -> its class, in `nca_tf/families/<family>/automaton.py`; imported when first needed."""


def family_class(family: str) -> type:
    """The Keras model class of a family."""
    if family not in FAMILIES:
        raise InputError(f"family {family!r} is unknown; expected one of {', '.join(FAMILIES)}; check the spelling.")
    return getattr(importlib.import_module(f"{__name__}.{family}.automaton"), FAMILIES[family])


def make_model(family: str, arguments: Mapping[str, Any]) -> "CellularAutomaton":
    """A model of a family from the arguments of its class."""
    return family_class(family)(**arguments)
