"""meta.json of an exported folder: what it is, what goes in and comes out, and the sha256 of every file."""

import json
from collections.abc import Sequence
from pathlib import Path

from nca_tf.cells.signatures import Signature
from nca_tf.files import model_files

FORMAT = 1
LEFT_OUT = {"format", "arguments", "arrays", "files"}
"""Keys of a model's meta.json that speak of its own files; all others are copied."""


def write_meta(folder: Path, source, export_format: str, signatures: Sequence[Signature], **extra) -> Path:
    """Writes `<folder>/meta.json`, last of all files.

    Args:
      folder: the export; every file in it is listed.
      source: the `ModelArgument` that was exported.
      export_format: one of `Signature.formats`.
      signatures: those that were exported.
      **extra: more keys, plain JSON data.
    """
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
