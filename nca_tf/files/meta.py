"""meta.json of a model: the one reader, which checks every value that anyone relies on."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from nca_tf.files.budget import Budget, read_within
from nca_tf.files.errors import InputError, shown
from nca_tf.files.plain_json import parse_json

META = "meta.json"
FORMAT = 1
EIGHT_BIT_OF = "eight_bit_of"
"""A model fine-tuned for 8 bits has the SHA-256 of the float model's weights under this key."""
SOURCE = "source"
"""Under this key stands which published file a model was read from: "file", "format", and how it was read."""
META_KEYS = {"format", "family", "arguments", "arrays", "files"}
MOST_META_BYTES = 1 << 20
MOST_TEXT = 500
MOST_NESTED = 8
"""Depth of models within models, or of lists, in "arguments"."""
MOST_SIDE = 4096


def read_meta_file(path: Path) -> dict[str, Any]:
    """The content of a meta.json; keys that nobody knows pass as they are.

    Known keys:
      format: `FORMAT`; family: text.
      arguments: of the family's class: numbers, texts, true, false, null, lists of these, or models within the model,
        {"family": ..., "arguments": {...}}.
      arrays: name -> shape; a model within the model prefixes its names (`host/dense1/kernel`).
      files: file beside it -> {"bytes": ..., "sha256": ...}.
      name, target, experiment, dataset, training, title, loss, variant, eight_bit_of: texts; so are inject, host_name,
        host_target, target_set and update.
      limit: pictures of a set, or null for all.
      size, padding: cells; goal: a class; share: of cells.
      source: texts by key.
    Raises:
      InputError: it can't be read, lacks one of `META_KEYS`, or a known key has a value of another type.
    """
    try:
        meta = parse_json(read_within(path, Budget(MOST_META_BYTES, path)))
    except (OSError, ValueError) as error:
        if isinstance(error, InputError):
            raise
        raise damaged(path, " ".join(str(error).split())[:200]) from error
    return check_meta(meta, path)


def check_meta(meta: object, path: Path | str) -> dict[str, Any]:
    """`meta` if it is what `read_meta_file` returns; `path` is what messages call it.

    Raises:
      InputError: it isn't.
    """
    if not isinstance(meta, dict) or not meta.keys() >= META_KEYS:
        raise damaged(path, f"it lacks one of {', '.join(sorted(META_KEYS))}")
    if meta["format"] != FORMAT:
        raise damaged(path, f"its format is {_shown(meta['format'])}, this version reads {FORMAT}")
    if fault := fault_of(meta):
        raise damaged(path, f"its {fault}")
    return meta


def fault_of(meta: dict[str, Any]) -> str | None:
    """The first known key whose value is of another type, with what was expected; None: all are as they should be."""
    for key, (is_good, expected) in _KNOWN.items():
        if key in meta and not is_good(meta[key]):
            return f"{key} is {_shown(meta[key])}, which is not {expected}"
    return None


def damaged(path: Path | str, reason: str) -> InputError:
    """What is said of a model's file that can't be used."""
    return InputError(
        f"{path} can't be used: {reason}; expected files written by nca_tf.save; export or train it again."
    )


def _shown(value: object) -> str:
    """A value from a file, short, and on one line. (Of a container only its type: its text may be of any size.)"""
    if isinstance(value, dict | list):
        return {dict: "an object", list: "a list"}[type(value)] + f" of {len(value)}"
    return "a huge number" if isinstance(value, int) and abs(value) > 1e18 else shown(value, 60)


def _is_text(value: object) -> bool:
    return isinstance(value, str) and len(value) <= MOST_TEXT and value.isprintable()


def _is_whole(value: object, least: int, most: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and least <= value <= most


def _is_argument(value: object, depth: int = 0) -> bool:
    if isinstance(value, dict):
        return _are_arguments(value, depth + 1)
    if isinstance(value, list):
        return depth < MOST_NESTED and all(_is_argument(part, depth + 1) for part in value)
    return value is None or isinstance(value, bool | float) or _is_text(value) or _is_whole(value, -(2**31), 2**31 - 1)


def _are_arguments(value: object, depth: int = 0) -> bool:
    good = isinstance(value, dict) and depth <= MOST_NESTED and all(_is_text(name) for name in value)
    return good and all(_is_argument(part, depth) for part in value.values())


def _are_arrays(value: object) -> bool:
    shapes = value.values() if isinstance(value, dict) and all(_is_text(name) for name in value) else [None]
    return all(isinstance(shape, list) and all(_is_whole(side, 0, 2**31 - 1) for side in shape) for shape in shapes)


def _are_files(value: object) -> bool:
    return isinstance(value, dict) and all(_is_file_name(name) and _is_file(file) for name, file in value.items())


def _is_file_name(name: str) -> bool:
    """Whether a name stays within the model's folder."""
    return _is_text(name) and name not in ("", ".", "..") and not set(name) & set("/\\:")


def _is_file(value: object) -> bool:
    return (
        isinstance(value, dict)
        and _is_whole(value.get("bytes", 0), 0, 2**63)
        and (value.get("sha256") is None or _is_text(value["sha256"]))
    )


def _are_texts(value: object) -> bool:
    return isinstance(value, dict) and all(_is_text(key) and _is_text(text) for key, text in value.items())


_Check = tuple[Callable[[Any], bool], str]
_TEXT: _Check = (_is_text, f"a text of one line and at most {MOST_TEXT} letters")
_KNOWN: dict[str, _Check] = {
    "family": _TEXT,
    "arguments": (_are_arguments, "an object of plain arguments"),
    "arrays": (_are_arrays, "an object of shapes"),
    "files": (_are_files, "an object of file names with their bytes and sha256"),
    **dict.fromkeys(("name", "target", "experiment", "dataset", "training", "title", "loss", "variant"), _TEXT),
    **dict.fromkeys(("inject", "host_name", "host_target", "target_set", "update"), _TEXT),
    EIGHT_BIT_OF: _TEXT,
    "limit": (lambda value: value is None or _is_whole(value, 1, 2**31 - 1), "a number of pictures, or null"),
    "goal": (lambda value: _is_whole(value, 0, MOST_SIDE), f"a class from 0 to {MOST_SIDE}"),
    "share": (
        lambda value: isinstance(value, int | float) and not isinstance(value, bool) and 0 < value <= 1,
        "a share above 0 and at most 1",
    ),
    "size": (lambda value: _is_whole(value, 1, MOST_SIDE), f"a number of cells from 1 to {MOST_SIDE}"),
    "padding": (lambda value: _is_whole(value, 0, MOST_SIDE), f"a number of cells from 0 to {MOST_SIDE}"),
    SOURCE: (_are_texts, "an object of texts"),
}
