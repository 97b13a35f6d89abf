"""`python -m training.learning RUN ...`: the losses of a model's runs, in their order, as the curve of its result.

They go into results/learning/<family>-<name>.json, after the last run; `python -m training.results` draws them beside
the result of that name. Of a model of several parts each has its own: --name <result>.<part>. Where only the last run
is left, --after goes on from the curve that was kept of the earlier ones.
"""

import csv
import html
import json
import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from nca_tf.command import OneLineParser
from nca_tf.files.errors import InputError
from nca_tf.files.model_files import read_meta
from nca_tf.files.names import check_name
from nca_tf.files.result_files import FOLDER
from nca_tf.files.whole_files import write_whole
from training import command_line
from training.charts import STYLE, WIDTH

FOLDER_OF_CURVES = "learning"
"""Beside the results."""
POINTS = 160
"""Of a curve, at most: each the mean of as many iterations."""
HEIGHT, LEFT, TOP, BOTTOM = 220, 56, 30, 24


def read_losses(folder: Path) -> np.ndarray:
    """Loss of each iteration of a run, float [iterations].

    Raises:
      InputError: it has no log.csv, or one without losses.
    """
    try:
        with (folder / "log.csv").open(newline="") as file:
            losses = [float(row["loss"]) for row in csv.DictReader(file)]
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise InputError(f"{folder} has no log of losses ({error}); a run's folder was expected; name one.") from error
    if not losses:
        raise InputError(f"{folder} has no iteration in its log; a run that went on was expected; name one.")
    return np.array(losses)


def curve(runs: Sequence[np.ndarray], points: int = POINTS) -> dict[str, Any]:
    """What is kept of the losses of runs that follow each other.

    Returns:
      iterations: where each point ends, counted through all runs; losses: its mean, three digits; runs: where each run
      ends.
    """
    losses, ends = np.concatenate(runs), np.cumsum([len(run) for run in runs])
    # A point never mixes two runs: that a run starts worse than the one before it ended is to be seen.
    edges = np.unique(np.concatenate([np.linspace(0, len(losses), points + 1).astype(int), ends]))
    means = [float(f"{part.mean():.3g}") for part in np.split(losses, edges[1:-1])]
    return {"iterations": edges[1:].tolist(), "losses": means, "runs": ends.tolist()}


def going_on(kept: Mapping[str, Any], runs: Sequence[np.ndarray]) -> dict[str, Any]:
    """A kept curve, and then that of runs that went on from where it ended, with points as far apart."""
    last = kept["iterations"][-1]
    more = curve(runs, max(1, round(len(kept["iterations"]) * sum(map(len, runs)) / last)))
    return {
        "iterations": [*kept["iterations"], *(last + at for at in more["iterations"])],
        "losses": [*kept["losses"], *more["losses"]],
        "runs": [*kept["runs"], *(last + end for end in more["runs"])],
    }


def read_curve(results: Path, name: str) -> dict[str, Any]:
    """The curve of one result.

    Raises:
      InputError: none is kept.
    """
    path = results / FOLDER_OF_CURVES / f"{name}.json"
    try:
        return json.loads(path.read_text())
    except (OSError, ValueError) as error:
        raise InputError(
            f"no curve is kept in {path} ({error}); that of an earlier run was expected; leave --after out, or name "
            "another."
        ) from error


def draw_learning(title: str, kept: Mapping[str, Any]) -> str:
    """A `curve` as SVG, the losses on a logarithmic scale, with a line where a run ended."""
    losses = [max(loss, 1e-12) for loss in kept["losses"]]
    low, high = math.floor(math.log10(min(losses))), math.ceil(math.log10(max(losses)))
    right, bottom, last = WIDTH - 10, HEIGHT - BOTTOM, kept["iterations"][-1]

    def x(iteration: float) -> float:
        return LEFT + (right - LEFT) * iteration / last

    def y(loss: float) -> float:
        return TOP + (bottom - TOP) * (high - math.log10(loss)) / max(high - low, 1)

    points = " ".join(f"{x(at):.1f},{y(loss):.1f}" for at, loss in zip(kept["iterations"], losses, strict=True))
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}" '
        f'role="img" aria-label="{html.escape(title)}">',
        STYLE,
        f'<text x="0" y="16" font-weight="600">{html.escape(title)}</text>',
    ]
    for power in range(low, high + 1):
        parts.append(f'<line x1="{LEFT}" x2="{right}" y1="{y(10.0**power):.1f}" y2="{y(10.0**power):.1f}"/>')
        parts.append(f'<text x="{LEFT - 6}" y="{y(10.0**power) + 4:.1f}" text-anchor="end">{10.0**power:g}</text>')
    for end in kept["runs"][:-1]:
        parts.append(f'<line x1="{x(end):.1f}" x2="{x(end):.1f}" y1="{TOP}" y2="{bottom}" stroke-dasharray="4 3"/>')
    parts.append(f'<polyline class="curve" fill="none" stroke-width="1.5" points="{points}"/>')
    parts.append(f'<text x="{LEFT}" y="{HEIGHT - 6}">0 iterations</text>')
    parts.append(f'<text x="{right}" y="{HEIGHT - 6}" text-anchor="end">{last:,}</text>')
    return "\n".join([*parts, "</svg>"]) + "\n"


def read_curves(results: Path) -> dict[str, dict[str, Any]]:
    """The curves beside the results of a folder, by the names of these."""
    return {path.stem: json.loads(path.read_text()) for path in sorted((results / FOLDER_OF_CURVES).glob("*.json"))}


def main(argv: Sequence[str] | None = None) -> None:
    """Entry of the command."""
    parser = OneLineParser(prog="python -m training.learning", description=__doc__)
    parser.add_argument("runs", metavar="RUN", nargs="+", type=Path, help="run folders, each going on from the last")
    parser.add_argument("--name", help="of the result (default: <family>-<name of the last folder>)")
    parser.add_argument("--after", metavar="NAME", help="result whose kept curve the first run goes on from")
    parser.add_argument("--results", type=Path, default=FOLDER, help="folder of the results (default: results)")
    options = parser.parse_args(argv)
    last = options.runs[-1]
    name = options.name or f"{read_meta(last)['family']}-{last.resolve().name}"
    check_name(name)
    runs = [read_losses(run) for run in options.runs]
    kept = going_on(read_curve(options.results, options.after), runs) if options.after else curve(runs)
    path = options.results / FOLDER_OF_CURVES / f"{name}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, (json.dumps(kept) + "\n").encode())
    print(f"wrote {path}: {kept['iterations'][-1]:,} iterations")


if __name__ == "__main__":
    command_line.run(main)
