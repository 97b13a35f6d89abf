"""Results as tables of Markdown."""

from collections.abc import Iterator, Mapping
from typing import Any

Line = Mapping[str, Any]
"""A row of a result file: "what", "measured" and "published"."""
FEWEST = 3
"""Subjects of which the same is said, from which on they make a table of two sides."""


def number(value: float | int | str | None) -> str:
    """A figure as RESULTS.md shows it."""
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.2e}" if 0 < abs(value) < 0.01 else f"{value:.4g}"
    return str(value)


def tables(rows: list[Line]) -> str:
    """Tables of a result's rows, in their order.

    Where rows are called "subject: what", and the same is said of `FEWEST` subjects or more, these are along one side.
    """
    return "\n".join(_matrix(part) if len(part) > 1 else _plain(part[0]) for part in _parts(rows))


def _parts(rows: list[Line]) -> Iterator[list[list[Line]]]:
    """Consecutive rows that make a table: one list of rows, or one of each subject."""
    subjects: list[list[Line]] = []
    for row in rows:
        if subjects and _subject(row) == _subject(subjects[-1][0]):
            subjects[-1].append(row)
        else:
            subjects.append([row])
    plain: list[Line] = []
    while subjects:
        said = list(map(_said, subjects[0]))
        alike = next((at for at, rows in enumerate(subjects) if list(map(_said, rows)) != said), len(subjects))
        if _subject(subjects[0][0]) and len(said) > 1 and alike >= FEWEST:
            if plain:
                yield [plain]
            yield subjects[:alike]
            plain, subjects = [], subjects[alike:]
        else:
            plain += subjects.pop(0)
    if plain:
        yield [plain]


def _subject(row: Line) -> str:
    subject, colon, _ = row["what"].partition(": ")
    return subject if colon else ""


def _said(row: Line) -> str:
    return row["what"].partition(": ")[2] or row["what"]


def _plain(rows: list[Line]) -> str:
    published = any(row["published"] is not None for row in rows)
    lines = ["| | measured | published |", "|---|---|---|"] if published else ["| | measured |", "|---|---|"]
    for row in rows:
        cells = [row["what"], number(row["measured"])] + ([number(row["published"])] if published else [])
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def _matrix(subjects: list[list[Line]]) -> str:
    """A table with the subjects along one side and what is said of them along the other, the shorter one on top."""
    published = any(row["published"] is not None for rows in subjects for row in rows)
    names, said = [_subject(rows[0]) for rows in subjects], list(map(_said, subjects[0]))
    cells = [list(map(_both, rows)) for rows in subjects]
    on_top, beside = said, names
    if len(names) <= len(said):
        on_top, beside, cells = names, said, list(map(list, zip(*cells, strict=True)))
    corner = "in brackets: published" if published else ""
    return matrix([corner, *on_top], [[name, *row] for name, row in zip(beside, cells, strict=True)])


def matrix(head: list[str], rows: list[list[str]]) -> str:
    """A table from its cells."""
    return "".join(f"| {' | '.join(line)} |\n" for line in [head, ["---"] * len(head), *rows])


def _both(row: Line) -> str:
    return number(row["measured"]) + (f" ({number(row['published'])})" if row["published"] is not None else "")
