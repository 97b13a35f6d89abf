"""Measured figures as small JSON files in `results/`, from which RESULTS.md is written."""

import dataclasses
import datetime
import json
import math
import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path

from nca_tf.files.errors import InputError
from nca_tf.files.whole_files import write_whole
from nca_tf.machine import machine

FOLDER = Path("results")
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")


@dataclasses.dataclass(frozen=True)
class Row:
    """One figure.

    Args:
      what: what was measured, with its unit.
      measured: a number or a short text; None where there is nothing to measure, as a number that is not finite
        becomes in the file.
      published: the original's figure for the same, or None.
    """

    what: str
    measured: float | int | str | None
    published: float | int | str | None = None


def check_name(name: str, what: str = "a result") -> None:
    """Raises InputError when a result, or a run, can't have that name: it is a file's, and no path."""
    if not NAME.fullmatch(name):
        raise InputError(
            f"{what} can't be named {name[:60]!r}; letters, digits, dots, dashes and underscores were expected; "
            "choose another name."
        )


def fit_name(text: str) -> str:
    """A name as `check_name` wants it, made of any text: `Katzchen-2` of `Kätzchen 2`; "" where nothing is left."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9._-]+", "-", plain).lstrip(".-_")[:100]


def save_result(
    name: str, section: str, title: str, command: str, rows: Sequence[Row], note: str = "", folder: Path = FOLDER
) -> Path:
    """Write `results/<name>.json`.

    Args:
      name: file name, and order within the section.
      section: heading in RESULTS.md, for instance "Growing".
      title: what the rows are about.
      command: what anyone can type to measure them again.
      note: a sentence or two below the table.
    Returns:
      The file's path.
    Raises:
      InputError: see `check_name`.
    """
    check_name(name)
    folder.mkdir(parents=True, exist_ok=True)
    content = {
        "section": section,
        "title": title,
        "command": command,
        "date": datetime.date.today().isoformat(),
        "machine": machine(),
        "rows": [{key: _finite(value) for key, value in dataclasses.asdict(row).items()} for row in rows],
        "note": note,
    }
    path = folder / f"{name}.json"
    write_whole(path, (json.dumps(content, indent=1, ensure_ascii=False, allow_nan=False) + "\n").encode())
    return path


def _finite(value: float | int | str | None) -> float | int | str | None:
    return None if isinstance(value, float) and not math.isfinite(value) else value
