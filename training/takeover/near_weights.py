"""`python -m training.takeover.near_weights RUNS`: Fig. 15 of the paper, how far adversaries are from their hosts.

A lizard turns red, from ever smaller shares of injected cells, in four ways: from random weights or from the host's
own, with a pull towards the host's weights or without. The trainings are recipes: takeover/near-80-scratch-pull, ...
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from nca_tf.command import OneLineParser
from nca_tf.files.errors import InputError
from nca_tf.files.result_files import FOLDER, Row, read_measured, save_result
from nca_tf.pictures.animation import write_png
from training import command_line
from training.record import RECORD, read_record
from training.results import heading

SHARES = (80, 50, 25, 5)
"""Percent of all cells that are injected."""
WAYS = {
    "scratch-pull": ("random weights, with the pull", "--start scratch --near-weights 0.01"),
    "host-pull": ("the host's weights, with the pull", "--start host --near-weights 0.01"),
    "host": ("the host's weights, without", "--start host"),
    "scratch": ("random weights, without", "--start scratch"),
}
"""How an adversary is trained: words for people, and options of the command."""
PUBLISHED: dict[str, dict[str, tuple[float, ...]]] = {
    "scratch-pull": {
        "rms_distance": (0.044, 0.040, 0.060, 0.100),
        "cosine": (0.97, 0.96, 0.93, 0.83),
        "loss": (0.007, 0.009, 0.008, 0.001),
    },
    "host-pull": {
        "rms_distance": (0.050, 0.067, 0.074, 0.130),
        "cosine": (0.96, 0.93, 0.92, 0.80),
        "loss": (0.004, 0.0047, 0.009, 0.009),
    },
    "host": {
        "rms_distance": (0.078, 0.091, 0.130, 0.170),
        "cosine": (0.91, 0.88, 0.77, 0.68),
        "loss": (0.003, 0.005, 0.003, 0.007),
    },
    "scratch": {
        "rms_distance": (0.21, 0.22, 0.23, 0.30),
        "cosine": (0.002, 0.014, 0.008, 0.009),
        "loss": (0.004, 0.003, 0.003, 0.014),
    },
}
"""The raw data of the paper's figure, by share; that of "host" is of an earlier version of the authors' code."""
FIGURES = {"rms_distance": "RMS distance", "cosine": "cosine", "loss": "loss", "l2_distance": "Euclidean distance"}
LINES = ((0, 90, 181), (220, 50, 32), (120, 120, 120), (225, 150, 0))
SIDE = 400
METRIC = {"loss": "loss_300"}
"""Which metric of record.json stands for the paper's."""
RESULT = "takeover-near-weights"
"""Name of the file of results."""
NOTE = "Trainings that were measured on other days, or machines, stay beside the last ones."


def run_name(way: str, share: int) -> str:
    """Of the recipe, and of the folder of its run."""
    return f"near-{share}-{way}"


def read_runs(folder: Path) -> dict[tuple[str, int], dict[str, float]]:
    """Figures of those runs that are finished, by way and share.

    Raises:
      InputError: none is.
    """
    found = {
        (way, share): _figures(read_record(folder / run_name(way, share))["metrics"])
        for way in WAYS
        for share in SHARES
        if (folder / run_name(way, share) / RECORD).is_file()
    }
    if not found:
        raise InputError(
            f"{folder} holds no finished run named {run_name('host', 50)} or alike; those of the recipes were "
            "expected; train them with python -m training.reproduce first."
        )
    return found


def measured_before(path: Path) -> dict[tuple[str, int], dict[str, float]]:
    """Figures of the trainings that a file of results has already, so that the sixteen needn't all be in one folder."""
    measured, found = read_measured(path), {}
    for way in WAYS:
        for share in SHARES:
            figures = {figure: measured.get(_what(way, share, words)) for figure, words in FIGURES.items()}
            if all(isinstance(value, int | float) for value in figures.values()):
                found[way, share] = figures
    return found


def _figures(metrics: dict[str, float]) -> dict[str, float]:
    return {figure: metrics[METRIC.get(figure, figure)] for figure in FIGURES}


def _what(way: str, share: int, words: str) -> str:
    return f"{WAYS[way][0]}, {share} % injected: {words}"


def rows_of(found: dict[tuple[str, int], dict[str, float]]) -> list[Row]:
    """A row for each way, share and figure, the paper's beside ours where it has one."""
    return [
        Row(_what(way, share, FIGURES[figure]), value, _published(way, share, figure))
        for (way, share), figures in found.items()
        for figure, value in figures.items()
    ]


def _published(way: str, share: int, figure: str) -> float | None:
    return PUBLISHED[way][figure][SHARES.index(share)] if figure in PUBLISHED[way] else None


def draw(found: dict[tuple[str, int], dict[str, Any]]) -> np.ndarray:
    """Fig. 15: distance and cosine over the injected share, ours in full lines and the paper's thin.

    Returns:
      uint8 [height, width, 3].
    """
    image = Image.new("RGB", (2 * SIDE + 20, SIDE + 90), "white")
    pen = ImageDraw.Draw(image)
    for panel, (name, most) in enumerate((("rms_distance", 0.4), ("cosine", 1.0))):
        left, top, right, bottom = panel * SIDE + 50, 30, (panel + 1) * SIDE - 10, SIDE - 20

        def place(number: int, value: float, box=(left, top, right, bottom), most=most) -> tuple[float, float]:
            across = box[0] + 20 + (box[2] - box[0] - 40) * number / (len(SHARES) - 1)
            return across, box[3] - (box[3] - box[1]) * min(value / most, 1.0)

        pen.rectangle([left, top, right, bottom], outline=(190, 190, 190))
        _write(pen, ((left + right) / 2, 14), FIGURES[name], "mm")
        for number, share in enumerate(SHARES):
            _write(pen, (place(number, 0.0)[0], bottom + 6), f"{share} %", "mt")
        for value in (0.0, most / 2, most):
            _write(pen, (left - 6, place(0, value)[1]), f"{value:g}", "rm")
        for way, colour in zip(WAYS, LINES, strict=True):
            theirs = [place(number, value) for number, value in enumerate(PUBLISHED[way][name])]
            pen.line(theirs, colour, width=1)
            ours = [
                place(number, found[way, share][name]) for number, share in enumerate(SHARES) if (way, share) in found
            ]
            if len(ours) > 1:
                pen.line(ours, colour, width=3)
            for x, y in ours:
                pen.ellipse([x - 4, y - 4, x + 4, y + 4], fill=colour)
    for number, ((words, _), colour) in enumerate(zip(WAYS.values(), LINES, strict=True)):
        x, y = 50 + (number % 2) * SIDE, SIDE + 20 + 24 * (number // 2)
        pen.line([(x, y), (x + 26, y)], colour, width=3)
        _write(pen, (x + 34, y), words, "lm")
    _write(pen, (50, SIDE + 76), "thick with dots: here; thin: the paper; across: share of injected cells", "lm")
    return np.asarray(image)


def _write(pen: ImageDraw.ImageDraw, where: tuple[float, float], text: str, anchor: str) -> None:
    pen.text(where, text, fill=(34, 34, 34), font=ImageFont.load_default(13), anchor=anchor)


def main(argv: Sequence[str] | None = None) -> None:
    """Write the figures of the runs that are there, and draw them where asked to."""
    parser = OneLineParser(prog="python -m training.takeover.near_weights", description=__doc__.splitlines()[0])
    parser.add_argument("runs", type=Path, help="folder of the runs, such as runs/takeover")
    parser.add_argument("--figure", type=Path, metavar="FILE", help="also draw the figure, a PNG file")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    options = parser.parse_args(argv)
    measured = measured_before(FOLDER / f"{RESULT}.json") | read_runs(options.runs)
    found = {(way, share): measured[way, share] for share in SHARES for way in WAYS if (way, share) in measured}
    runs = " ".join(f"takeover/{run_name(*key)}" for key in found)
    command = f"python -m training.reproduce {runs} && python -m training.takeover.near_weights runs/takeover"
    path = save_result(RESULT, heading("takeover"), "Near weights (Fig. 15)", command, rows_of(found), NOTE)
    if options.figure:
        write_png(options.figure, draw(found))
    if options.json:
        print(json.dumps({run_name(*key): figures for key, figures in found.items()}))
        return
    print(f"wrote {path}: {len(found)} of {len(WAYS) * len(SHARES)} trainings")


if __name__ == "__main__":
    command_line.run(main)
