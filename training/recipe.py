"""Named recipes: the trainings that made what ships, in training/<family>/recipes.py.

RECIPES = (
    Recipe("lizard-persistent", ("--experiment persistent",), {"loss_500": 1e-4}, minutes=36),
    Recipe("fish-8bit", ("--target fish --quantize-aware --iterations 400",), {...}, minutes=5, start="growing/fish"),
)
"""

import dataclasses
import importlib
import shlex
from collections.abc import Mapping
from typing import Any

from nca_tf.families import FAMILIES
from nca_tf.files.errors import InputError

HIGHER_IS_BETTER = ("accuracy", "agreement", "share", "healed", "success", "nearest", "cosine")
"""Words in the names of metrics of which more is better; of all others less is."""


@dataclasses.dataclass(frozen=True)
class Recipe:
    """How one model is trained.

    Attributes:
      name: of the model, and of the folder of its last run.
      stages: options of the family's command, one text for each run; a run starts from the one before it (`--init`).
      expects: metric of record.json -> what it should reach: at most, or at least where more is better.
      minutes: how long all stages take, alone on two cores.
      start: "family/name" of the recipe whose model the first stage starts from; empty: fresh weights.
      ships: whether the model is one of those that ship.
      parts: the family's recipes of which `training.<family>.join` makes this model, in its only stage.
      family: set by `recipes`.
    """

    name: str
    stages: tuple[str, ...]
    expects: Mapping[str, float]
    minutes: float
    start: str = ""
    ships: bool = True
    parts: tuple[str, ...] = ()
    family: str = ""

    @property
    def path(self) -> str:
        """ "family/name"."""
        return f"{self.family}/{self.name}"

    def options(self, stage: int) -> list[str]:
        """The options of one stage."""
        return shlex.split(self.stages[stage])

    def run_name(self, stage: int) -> str:
        """Folder of one stage's run, below runs/<family>: the last one has the model's name."""
        return self.name if stage == len(self.stages) - 1 else f"{self.name}.stage-{stage + 1}"


def recipes() -> dict[str, Recipe]:
    """All recipes by "family/name", each after the one that it starts from."""
    found: dict[str, Recipe] = {}
    for family in FAMILIES:
        module = importlib.import_module(f"training.{family}.recipes")
        for recipe in module.RECIPES:
            recipe = dataclasses.replace(recipe, family=family)
            found[recipe.path] = recipe
    return found


def chosen(names: list[str], known: Mapping[str, Recipe]) -> list[Recipe]:
    """The recipes of these names, each after what it starts from; all that ship where none is named.

    Raises:
      InputError: a name is unknown.
    """
    for name in names:
        if name not in known:
            raise InputError(f"{name!r} is no recipe; expected one of {', '.join(known)}; see --list.")
    ordered: list[Recipe] = []

    def add(name: str) -> None:
        for first in filter(None, (known[name].start, *(f"{known[name].family}/{part}" for part in known[name].parts))):
            add(first)
        if known[name] not in ordered:
            ordered.append(known[name])

    for name in names or [name for name, recipe in known.items() if recipe.ships]:
        add(name)
    return ordered


def compare(expects: Mapping[str, float], metrics: Mapping[str, Any]) -> list[tuple[str, float, Any, bool]]:
    """For each expected metric its name, what was expected, what was measured, and whether that was reached.

    Of a model of several parts, each with its own figure, the worst counts.
    """
    rows = []
    for name, limit in expects.items():
        value = metrics.get(name)
        more = any(word in name for word in HIGHER_IS_BETTER)
        if isinstance(value, Mapping):
            value = None if None in value.values() else (min if more else max)(value.values())
        reached = value is not None and (value >= limit if more else value <= limit)
        rows.append((name, limit, value, reached))
    return rows
