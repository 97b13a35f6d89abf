"""meta.json of an exported folder: what it is, what goes in and comes out, and the sha256 of every file."""

import json
from collections.abc import Sequence
from pathlib import Path

from export.model_argument import ModelArgument, without_folders
from nca_tf.cells.signatures import Signature
from nca_tf.files import model_files
from nca_tf.files.cards import CARD, model_card, without_files

FORMAT = 1
LEFT_OUT = {"format", "arguments", "arrays", "files"}
"""Keys of a model's meta.json that speak of its own files; all others are copied."""


def write_meta(
    folder: Path, source: ModelArgument, export_format: str, signatures: Sequence[Signature], **extra
) -> Path:
    """Writes the model's card, and `<folder>/meta.json` last of all files.

    Args:
      folder: the export; every file in it is listed.
      source: the `ModelArgument` that was exported.
      export_format: one of `Signature.formats`.
      signatures: those that were exported.
      **extra: more keys, plain JSON data.
    """
    (folder / CARD).write_text(_card(source, export_format, signatures), encoding="utf-8")
    files = {
        path.relative_to(folder).as_posix(): model_files.describe_file(path)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
    first = {"format": FORMAT, "export": export_format, "name": source.name, "family": source.model.family}
    last = {**extra, "signatures": {signature.name: signature.describe() for signature in signatures}, "files": files}
    own = first.keys() | last.keys() | LEFT_OUT
    meta = {**first, **{key: value for key, value in source.meta.items() if key not in own}, **last}
    path = folder / model_files.META
    path.write_text(json.dumps(meta, indent=1) + "\n")
    return path


def _card(source: ModelArgument, export_format: str, signatures: Sequence[Signature]) -> str:
    """The model's own card, and what this export of it answers."""
    own = source.folder / CARD
    card = own.read_text(encoding="utf-8") if own.is_file() else ""
    if not card:
        name = without_folders(str(source.folder))
        card = model_card(type(source.model), name, {**source.meta, "title": source.name}, None)
    parts = [f"## This export\n\nFormat `{export_format}`; `meta.json` has every shape, range and default."]
    for signature in signatures:
        lines = [f"`{signature.name}`"]
        lines += [f"- in `{name}`: {one.dtype}, {one.about}" for name, one in signature.inputs.items()]
        lines += [f"- out `{name}`: {words}" for name, words in signature.outputs.items()]
        parts.append("\n".join(lines))
    return without_files(card) + "\n" + "\n\n".join(parts) + "\n"
