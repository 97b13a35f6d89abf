"""`python -m training.results`: write RESULTS.md, and the pages behind it, from results/*.json."""

import importlib
import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import ModuleType

from nca_tf.command import OneLineParser
from nca_tf.families import FAMILIES
from nca_tf.files.errors import InputError
from nca_tf.files.result_files import FOLDER
from nca_tf.files.whole_files import write_whole
from nca_tf.machine import counted_cores
from training import command_line
from training.charts import draw
from training.claims import Claim, all_claims, papers
from training.learning import draw_learning, read_curves
from training.recipe import Recipe, recipes
from training.tables import matrix, number, tables

HEAD = """# Results

One line for each experiment of the papers: what was published, what was measured here, and whether that is as good.
Losses are mean squared differences of RGBA to the target, the rest are shares of 1 unless a unit is named. Behind each
figure lie the command, the machine, the day and all that was measured with it. `python -m training.reproduce NAME`
trains a model with the name in the column *train it*. `python -m training.results` writes this page and those behind it
from `results/*.json`.
"""
PAGE_HEAD = """# {title}

Every figure was measured by the command above it, on the machine and day stated; `python -m training.results` writes
this page from `results/*.json`. Losses are mean squared differences of RGBA to the target. The papers' experiments at a
glance: [RESULTS.md](../../RESULTS.md).
"""
ROOT = Path(__file__).parents[1]
PAGES = "docs/results"
"""Where the long tables are, beside RESULTS.md."""
CHARTS = "charts"
"""Folder of the charts, beside the long tables."""


def heading(family: str) -> str:
    """What the section of a family is called."""
    return importlib.import_module(f"training.{family}").HEADING if family in FAMILIES else family.capitalize()


def page_name(section: str) -> str:
    """The file of a section's long tables, such as "web-demo.md"."""
    own = {heading(family): family for family in FAMILIES}
    return own.get(section, section.lower().replace(" ", "-")) + ".md"


def render(contents: dict[str, dict], claims: list[Claim], curves: Mapping[str, dict]) -> dict[str, str]:
    """RESULTS.md and the pages behind it, by path.

    Args:
      contents: of result files, by name in their order.
      claims: what the papers report.
      curves: of losses while training, by the names of results; see training/learning.py.
    """
    sections = {content["section"] for content in contents.values()}
    known = ["Speed", *map(heading, FAMILIES), "Export", "Web demo"]
    ordered = [section for section in known if section in sections] + sorted(sections - set(known))
    links = " · ".join(f"[{section}]({PAGES}/{page_name(section)})" for section in ordered)
    first = [HEAD, _summary(contents, claims), f"\nAll tables: {links}\n"]
    written = {"RESULTS.md": "".join(first)}
    for section in ordered:
        parts = [PAGE_HEAD.format(title=section), _overview(section, contents)]
        for name, content in contents.items():
            if content["section"] == section:
                drawn = _charts(name, content) | _learning(name, content, curves)
                written |= {f"{PAGES}/{path}": picture for path, (_, picture) in drawn.items()}
                parts.append(_table(content) + "".join(f"\n![{title}]({path})\n" for path, (title, _) in drawn.items()))
        written[f"{PAGES}/{page_name(section)}"] = "".join(parts)
    return written


def _overview(section: str, contents: dict[str, dict]) -> str:
    """A line for each model of a family, with the figures that its claims.py names as `OVERVIEW`: row -> column."""
    columns = getattr(_claims_of(section), "OVERVIEW", {})
    rows = []
    for content in contents.values():
        figures = {row["what"]: row["measured"] for row in content["rows"]}
        if content["section"] == section and len(columns.keys() & figures.keys()) > 1:
            link = f"[{content['title']}](#{_anchor(content['title'])})"
            rows.append([link, *(number(figures.get(what)) for what in columns)])
    return "\n" + matrix(["", *columns.values()], rows) if len(rows) > 1 else ""


def _claims_of(section: str) -> ModuleType | None:
    family = next((family for family in FAMILIES if heading(family) == section), None)
    return importlib.import_module(f"training.{family}.claims") if family else None


def _charts(name: str, content: dict) -> dict[str, tuple[str, str]]:
    """Title and SVG of each chart of a result, by its path seen from the page."""
    charts = getattr(_claims_of(content["section"]), "CHARTS", ())
    drawn = ((chart, draw(chart, content["rows"])) for chart in charts)
    return {f"{CHARTS}/{name}-{chart.name}.svg": (chart.title, svg) for chart, svg in drawn if svg}


def _learning(name: str, content: dict, curves: Mapping[str, dict]) -> dict[str, tuple[str, str]]:
    drawn = {}
    for each, kept in curves.items():
        result, _, part = each.partition(".")
        if result == name:
            title = f"Loss while training {part or content['title']}; dashes: where a run ended"
            drawn[f"{CHARTS}/{each}-learning.svg"] = (title, draw_learning(title, kept))
    return drawn


def _summary(contents: dict[str, dict], claims: list[Claim]) -> str:
    """The table of what the papers report."""
    lines = ["\n| experiment | published | measured | as good | train it | |", "|---|---|---|---|---|---|"]
    known = {recipe.path.replace("/", "-"): recipe for recipe in recipes().values()}
    for paper in papers(claims):
        lines.append(f"| **{paper}** | | | | | |")
        of_paper = [(claim, claim.recipe.replace("/", "-") or claim.result) for claim in claims if claim.paper == paper]
        lines += [_line(claim, contents, known.get(name)) for claim, name in of_paper]
    return "\n".join(lines) + "\n"


def _line(claim: Claim, contents: dict[str, dict], recipe: Recipe | None) -> str:
    figure = claim.figure(contents)
    reached, why = claim.judged(contents)
    measured = f"not run (would take {_duration(recipe.minutes)})" if recipe else "not measured"
    if claim.page:
        measured = f"[shown]({claim.page})"
    if figure is not None:
        section = contents[claim.result]["section"]
        measured = f"[{number(figure)}]({PAGES}/{page_name(section)}#{_anchor(contents[claim.result]['title'])})"
    said = {True: "yes", False: "no", None: ""}[reached]
    picture = f'<img src="{claim.picture}" width="40" alt="">' if (ROOT / claim.picture).is_file() else ""
    verdict, name = ": ".join(filter(None, (said, why))), f"`{recipe.path}`" if recipe else ""
    return f"| {claim.experiment} | {claim.published} | {measured} | {verdict} | {name} | {picture} |"


def _duration(minutes: float) -> str:
    return f"{minutes / 60:.1f} hours" if minutes >= 60 else f"{minutes:.0f} minutes"


def _anchor(title: str) -> str:
    """A heading's address, as hosts of Markdown make it."""
    return re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")


def _table(content: dict) -> str:
    machine = content["machine"]
    lines = [f"\n### {content['title']}\n"]
    lines += [f"`{content['command']}` · {counted_cores(machine['cores'])}, {machine['cpu']}"]
    lines[-1] += f" · {content['date']}\n"
    lines.append(tables(content["rows"]).rstrip("\n"))
    # Notes speak of files as seen from the repository's root.
    note = content["note"].replace("](docs/", "](../")
    return "\n".join(lines) + "\n" + (f"\n{note}\n" if note else "")


def _read(path: Path) -> dict:
    try:
        content = json.loads(path.read_text())
        _table(content)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(
            f"{path} is no measured result ({error!r}); what save_result writes was expected; measure it again."
        ) from error
    return content


def main(argv: Sequence[str] | None = None) -> None:
    parser = OneLineParser(prog="python -m training.results", description=__doc__)
    parser.add_argument("--results", type=Path, default=FOLDER, help="folder of the JSON files (default: results)")
    parser.add_argument("--out", type=Path, default=Path("."), help="folder to write into (default: the current one)")
    options = parser.parse_args(argv)
    paths = sorted(options.results.glob("*.json"))
    if not paths:
        raise InputError(f"{options.results} holds no .json file; measured figures were expected; run a measurement.")
    pages = render({path.stem: _read(path) for path in paths}, all_claims(), read_curves(options.results))
    for name, text in pages.items():
        path = options.out / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(path, text.encode())
        except OSError as error:
            raise InputError(f"{path} can't be written ({error.strerror}); choose another --out.") from error
    others = sum(name.endswith(".md") for name in pages) - 1
    print(f"wrote {options.out / 'RESULTS.md'} and {others} pages of {len(paths)} tables")


if __name__ == "__main__":
    command_line.run(main)
