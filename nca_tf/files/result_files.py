"""Measured figures as small JSON files in `results/`, from which RESULTS.md is written."""

import dataclasses
import datetime
import json
import math
from collections.abc import Sequence
from pathlib import Path

from nca_tf.files.errors import InputError
from nca_tf.files.names import check_name
from nca_tf.files.plain_json import parse_json
from nca_tf.files.whole_files import write_whole
from nca_tf.machine import machine

FOLDER = Path("results")


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


def read_measured(path: Path) -> dict[str, float | int | str | None]:
    """What a file of results has measured, by what its rows are called; nothing where there is no such file.

    Raises:
      InputError: it is none of `save_result`.
    """
    if not path.is_file():
        return {}
    try:
        return {row["what"]: row["measured"] for row in parse_json(path.read_bytes())["rows"]}
    except (OSError, ValueError, KeyError, TypeError) as fault:
        raise InputError(
            f"{path} can't be read ({fault}); results as the commands write them were expected; delete the file."
        ) from fault


def _finite(value: float | int | str | None) -> float | int | str | None:
    return None if isinstance(value, float) and not math.isfinite(value) else value
