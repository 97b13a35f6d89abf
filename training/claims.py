"""What the papers report, beside what became of it here: the lines of the first page of RESULTS.md.

CLAIMS = (  # in training/<family>/claims.py
    Claim(PAPER, "heals", "loss 1e-4", "growing-lizard-regenerating", "loss after 500 steps", at_most=1e-4),
)
"""

import dataclasses
import importlib
from collections.abc import Iterable, Mapping
from typing import Any

from nca_tf.families import FAMILIES

Figure = float | int | str | None
SHOWN = "shown"
"""What a verdict says of what is as published."""


@dataclasses.dataclass(frozen=True)
class Claim:
    """One experiment of a paper.

    Attributes:
      paper: its title and year.
      experiment: what was shown, in a few words.
      published: the paper's figure with its unit, or what it says.
      result: the result file that holds ours, without ".json"; empty while it isn't measured.
      row: what the figure is called there.
      at_most: ours is reached up to here; or `at_least`, from here on; neither, where the paper gives nothing to reach.
      at_least: see `at_most`.
      why: what stands in the way, where it isn't reached or not measured.
      verdict: a row of the result whose text says whether ours is as was published, `SHOWN` or what else, in place of a
        bound.
      recipe: what trains it, "family/name", where that hasn't the result's name.
      picture: a file of this repository that shows it.
      page: the documentation that shows it, where the paper gives a figure without a number.
    """

    paper: str
    experiment: str
    published: str
    result: str = ""
    row: str = ""
    at_most: float | None = None
    at_least: float | None = None
    why: str = ""
    verdict: str = ""
    recipe: str = ""
    picture: str = ""
    page: str = ""

    def figure(self, contents: Mapping[str, Mapping[str, Any]]) -> Figure:
        """Ours, from the contents of result files by name; None where it isn't measured."""
        return self._measured(contents, self.row)

    def reached(self, figure: Figure) -> bool | None:
        """Whether a figure is as good as was published; None where nobody can say."""
        if isinstance(figure, str) or figure is None or (self.at_most is None and self.at_least is None):
            return None
        return figure <= self.at_most if self.at_most is not None else figure >= self.at_least

    def judged(self, contents: Mapping[str, Mapping[str, Any]]) -> tuple[bool | None, str]:
        """Whether ours is as good as was published, None where nobody can say, and what stands in the way."""
        figure = self.figure(contents)
        if figure is None:
            return None, self.why
        if self.verdict:
            said = str(self._measured(contents, self.verdict))
            return (True, "") if said == SHOWN else (False, said.removeprefix(f"not {SHOWN}: "))
        reached = self.reached(figure)
        return reached, self.why if reached is False else ""

    def _measured(self, contents: Mapping[str, Mapping[str, Any]], what: str) -> Figure:
        rows = contents.get(self.result, {}).get("rows", [])
        return next((row["measured"] for row in rows if row["what"] == what), None)


def all_claims() -> list[Claim]:
    """Those of all families."""
    modules = (importlib.import_module(f"training.{family}.claims") for family in FAMILIES)
    return [claim for module in modules for claim in module.CLAIMS]


def papers(claims: Iterable[Claim]) -> list[str]:
    """The papers by their year, which their names end with, then in the order of their first claims."""
    return sorted(dict.fromkeys(claim.paper for claim in claims), key=lambda paper: paper[-5:])
