"""Reads the formats in which the original authors published their models, and writes ours.

python -m export.originals FILE --out RUN. The format is recognised by content: 8-bit WebGL JSON, frozen graph JSON,
lists of base64 arrays, TensorFlow checkpoints, PyTorch files, perturbation matrices (.npy or JSON), the demos' scripts,
and zip archives of these; export/FORMATS.md describes them. Nothing is unpickled or evaluated, and a file's sizes are
believed only as far as its bytes and a budget reach.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import keras
import numpy as np

from export import publishing
from export.command_line import Parser, readable_size, run, size_of
from export.model_argument import without_folders
from export.published import formats, layers, tf_checkpoint
from export.published.original import BUDGET_BYTES, MOST_BYTES, Original
from nca_tf import families
from nca_tf.files import model_files
from nca_tf.files.archives import ZIP_MAGIC
from nca_tf.files.budget import Budget, read_within, variables_within
from nca_tf.files.errors import InputError, shown
from nca_tf.files.meta import SOURCE
from nca_tf.pictures.model_targets import (
    HOST_TARGET,
    HOST_TARGET_FILE,
    TARGET_FILE,
    encode_target,
    target_of,
    usual_size,
)
from nca_tf.pictures.targets import bundled_name, load_target

MOST_ZIP_BYTES = 64_000_000
"""Of an archive, which may hold many models; one of them is unpacked."""


def read(path: Path | str, entry: str | None = None) -> Original:
    """Reads one published file.

    Args:
      path: the file, or the prefix, index or data file of a TensorFlow checkpoint.
      entry: which model, of an archive or script that holds several: its name, or a part of it that no other has.
    Raises:
      InputError: when it does not exist, is too large, is in no known format, or holds several and `entry` names none.
    """
    path = Path(path)
    try:
        prefix = tf_checkpoint.prefix_of(path)
        if prefix is not None:
            pieces = tf_checkpoint.pieces_beside(prefix)
            return layers.recognise("TensorFlow checkpoint", tf_checkpoint.arrays(prefix.name, pieces))
        if not path.is_file():
            raise InputError(f"{shown(str(path))} is not a file; a published model is expected; check the path")
        with open(path, "rb") as file:
            most = MOST_ZIP_BYTES if file.read(len(ZIP_MAGIC)) == ZIP_MAGIC else MOST_BYTES
        content = read_within(path, Budget(most, path))
    except (OSError, ValueError) as error:
        if isinstance(error, InputError):
            raise
        reason = getattr(error, "strerror", None) or " ".join(str(error).split())[:100]
        raise InputError(
            f"{shown(str(path))} cannot be read ({reason}); a published model is expected; check the path"
        ) from None
    return formats.read_content(content, entry, Budget(BUDGET_BYTES, path))


def write(
    original: Original,
    folder: Path,
    source: Path,
    name: str | None = None,
    target: str | None = None,
    entry: str | None = None,
    host: str | None = None,
) -> Path:
    """Writes a model's folder: a model of the family where this version has it, else the bare arrays.

    Args:
      original: what `read` returned.
      folder: where to; what was read in earlier and lies there is replaced.
      source: the published file, whose name goes into meta.json.
      name: the model's name; None takes the folder's.
      target: the picture that it was trained to grow, as `nca_tf.pictures.targets.load_target` takes it; one that is
        not bundled is stored beside the model.
      entry: what `read` was given, for meta.json.
      host: name or folder of the model that arrays belong to which are no model of their own, such as a matrix.
    Raises:
      InputError: the arrays are no model, or don't fit the host.
    """
    extra: dict[str, Any] = {"name": name or folder.name, SOURCE: {"file": source.name, "format": original.format}}
    if entry is not None:
        extra[SOURCE]["entry"] = entry
    if target is not None:
        extra.update(_target(target))
        extra[SOURCE]["target"] = bundled_name(target) or Path(target).name
    if host is not None:
        extra[SOURCE]["host"] = without_folders(host)
        extra = {**_host(host), **extra, "files": {**_host(host)["files"], **extra.get("files", {})}}

    def fill(staged: Path) -> None:
        model = _model(original, host)
        if model is not None:
            model_files.save(model, staged, extra)
            model_files.load(staged)
        else:
            _write_arrays(original, staged, extra)

    return publishing.publish_folder(folder, fill, (model_files.META, SOURCE))


def _target(target: str) -> dict[str, Any]:
    """What goes into meta.json about a picture, and its file where it isn't bundled."""
    size, bundled = usual_size(target), bundled_name(target)
    picture = load_target(target, size)
    return {
        "target": bundled or TARGET_FILE,
        "size": size,
        **({} if bundled else {"files": {TARGET_FILE: encode_target(picture)}}),
    }


def _host(host: str) -> dict[str, Any]:
    """What goes into meta.json about a host, with the picture that it grows, where it names one."""
    folder = model_files.model_folder(host)
    meta = model_files.read_meta(folder)
    facts = {"host_name": model_files.name_of(host), "host_sha256": model_files.weights_sha256(folder), "files": {}}
    facts |= {key: meta[key] for key in ("size", "padding") if key in meta}
    picture = target_of(meta, folder).picture if "target" in meta else None
    if picture is not None:
        bundled = bundled_name(meta["target"])
        facts[HOST_TARGET] = bundled or HOST_TARGET_FILE
        facts["files"] = {} if bundled else {HOST_TARGET_FILE: encode_target(picture)}
    return facts


def _model(original: Original, host: str | None = None) -> keras.Model | None:
    family = (host and original.on_host) or original.family
    kind = families.family_class(family) if family in families.FAMILIES else None
    if host is not None:
        if not hasattr(kind, "on_host"):
            raise InputError(
                f"--host names {shown(host)} and the file holds a model of its own ({original.format}); a file of what "
                "changes a host was expected; leave --host out."
            )
        return kind.on_host(model_files.load(host), original.arrays)
    if kind is None or original.settings is None:
        return None
    with variables_within(Budget(BUDGET_BYTES, original.format)):
        model = kind(**original.settings)
    model_files.assign_weights(model, original.arrays, original.format)
    return model


def _write_arrays(original: Original, folder: Path, extra: dict[str, Any]) -> None:
    np.savez(folder / model_files.WEIGHTS, **original.arrays)
    files = {model_files.WEIGHTS: b"", **extra.get("files", {})}
    for file, content in extra.get("files", {}).items():
        (folder / file).write_bytes(content)
    meta = {
        "format": model_files.FORMAT,
        "family": original.family,
        **extra,
        "arguments": {},
        "arrays": {key: list(array.shape) for key, array in original.arrays.items()},
        "files": {file: model_files.describe_file(folder / file) for file in files},
    }
    (folder / model_files.META).write_text(json.dumps(meta, indent=1) + "\n")


def main(argv: Sequence[str] | None = None) -> None:
    """Reads one published file, writes a model's folder."""
    parser = Parser(
        prog="python -m export.originals", description="Reads a model as its original authors published it."
    )
    parser.add_argument(
        "file", metavar="FILE", type=Path, help="the file; of a TensorFlow checkpoint its prefix or index"
    )
    parser.add_argument("--out", metavar="RUN", type=Path, required=True, help="folder to write")
    parser.add_argument("--name", help="name of the model (default: that of the folder)")
    parser.add_argument("--entry", metavar="NAME", help="which model, of a zip archive or script that holds several")
    parser.add_argument(
        "--target",
        help="the picture that it was trained to grow: a name such as lizard, or an image file, which is stored beside "
        "the model (the authors' lizard is another rendering of the emoji than the bundled one)",
    )
    parser.add_argument(
        "--host",
        metavar="MODEL",
        help="the model that the file's content is for: a matrix that changes its states, or the rule of adversaries "
        "among its cells",
    )
    options = parser.parse_args(argv)
    original = read(options.file, options.entry)
    names = options.name, options.target, options.entry, options.host
    folder = write(original, options.out, options.file, *names)
    count = sum(array.size for array in original.arrays.values())
    size = readable_size(size_of(folder))
    print(f"{folder}: {original.family} from {original.format}, {count} numbers, {size}{_what_is_missing(folder)}")


def _what_is_missing(folder: Path) -> str:
    meta = model_files.read_meta(folder)
    if meta["arguments"]:
        return ""
    if meta["family"] in families.FAMILIES:
        return " (arrays only: name the model that they are for with --host)"
    return " (arrays only: this version can't run that family yet)"


if __name__ == "__main__":
    run(main)
