"""Model cards: the README.md beside a model, for people and for hubs that read its first lines."""

import dataclasses
from collections.abc import Mapping, Sequence
from typing import Any

from nca_tf.machine import counted_cores

CARD = "README.md"
_FILES = "## Files"
TAGS = ("neural-cellular-automata", "keras", "tensorflow")


@dataclasses.dataclass(frozen=True)
class Figure:
    """One measured figure of a card.

    Attributes:
      words: what was measured.
      measured: of this model.
      published: by the original authors, or None.
    """

    words: str
    measured: Any
    published: Any = None


def model_card(
    kind: type,
    name: str,
    meta: Mapping[str, Any],
    record: Mapping[str, Any] | None,
    figures: Sequence[Figure] = (),
    before: str = "",
) -> str:
    """The text of a model's card.

    Args:
      kind: its class; the first paragraph of its documentation says what it is, `limits` what it isn't for.
      name: how it is loaded: "growing/lizard-regenerating", or a folder.
      meta: its meta.json.
      record: its record.json, of a model that was trained here.
      figures: what was measured of it.
      before: what was trained before the run of the record, and how all of it is done again.
    """
    title = meta.get("title") or meta.get("name") or name
    what = " ".join(kind.__doc__.split("\n\n")[0].split())
    parts = [
        "\n".join(["---", "license: apache-2.0", "library_name: keras", "tags:", *(f"- {tag}" for tag in TAGS), "---"]),
        f"# {title}\n\n{what} The class is `nca_tf.{kind.__name__}`.",
        f'```python\nimport nca_tf\n\nmodel = nca_tf.load("{name}")\n```',
    ]
    if record:
        effort = " ".join(filter(None, [_effort(record), before]))
        parts.append(f"## Training\n\n```sh\n{record['command']}\n```\n\n{effort}")
    if figures:
        rows = [f"| {one.words} | {_number(one.measured)} | {_number(one.published)} |" for one in figures]
        parts.append("\n".join(["## Measured\n", "| | here | published |", "|---|---|---|", *rows]))
    if kind.limits:
        parts.append(f"## Limits\n\n{kind.limits}")
    files = [
        f"| `{file}` | {one.get('bytes', '')} | `{one.get('sha256', '')}` |" for file, one in meta["files"].items()
    ]
    parts.append("\n".join([f"{_FILES}\n", "| | bytes | SHA-256 |", "|---|---|---|", *files]))
    parts.append(
        "Apache License 2.0; the pictures and data that it was trained on have their own, see NOTICE of nca_tf."
    )
    return "\n\n".join(parts) + "\n"


def without_files(card: str) -> str:
    """The card of a model for a folder that holds something else: an export has a list of its own files."""
    before, heading, after = card.partition(f"{_FILES}\n\n")
    return before + after.partition("\n\n")[2] if heading else card


def _effort(record: Mapping[str, Any]) -> str:
    machine, versions = record["machine"], record["versions"]
    made_with = f", TensorFlow {versions['tensorflow']}" if "tensorflow" in versions else ""
    on = f" on {counted_cores(machine['cores'])}" if "cores" in machine else ""
    return f"{record['iterations']:,} iterations in {record['wall_seconds'] / 60:.0f} minutes{on}{made_with}."


def _number(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, Mapping):
        return "; ".join(f"{key} {_number(one)}" for key, one in value.items())
    if isinstance(value, list | tuple):
        return ", ".join(map(_number, value))
    return f"{value:.4g}" if isinstance(value, float) else str(value)
