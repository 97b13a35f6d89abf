"""Models as plain files: weights.npz (named arrays, never pickled) and meta.json, and the models that ship."""

import difflib
import hashlib
import json
from importlib import resources
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

import keras
import numpy as np
import tensorflow as tf

from nca_tf.families import FAMILIES, family_class
from nca_tf.files.archives import open_zip, read_member, read_npy
from nca_tf.files.budget import MODEL_BYTES, Budget, read_within, variables_within
from nca_tf.files.errors import InputError, shown
from nca_tf.files.meta import EIGHT_BIT_OF, FORMAT, META, SOURCE, damaged, fault_of, read_meta_file
from nca_tf.files.whole_files import write_whole

LONGEST = 200
"""Letters of a name that are compared with those of shipped models."""
WEIGHTS = "weights.npz"
CONFIG = "config.json"
"""What a training's folder has from its beginning."""
EIGHT_BIT_SUFFIX = "-8bit"
"""A model fine-tuned for 8 bits lies beside its float model, this after its name."""


class ReadModel(NamedTuple):
    """A model with what its folder says of it: its meta.json, and where that lies."""

    model: keras.Model
    meta: dict[str, Any]
    folder: Path


def list_pretrained() -> list[str]:
    """Names of the models that ship with the package, as `load` takes them: "growing/lizard-regenerating", ..."""
    root = _pretrained_root()
    return sorted(meta.parent.relative_to(root).as_posix() for meta in root.glob(f"*/*/{META}"))


def model_folder(name_or_folder: str | Path) -> Path:
    """The folder of a shipped model, or the folder itself."""
    folder = Path(name_or_folder)
    try:
        if (folder / META).is_file():
            return folder
        unfinished = (folder / CONFIG).is_file()
    except (OSError, ValueError):  # a name that no file can have
        unfinished = False
    if unfinished:
        raise InputError(
            f"{folder} is a training that has not come to its end and has no {META} yet; a model was expected; start "
            "the training's command again, or name one of its snapshots."
        )
    shipped = list_pretrained()
    if str(name_or_folder) in shipped:
        return _pretrained_root() / str(name_or_folder)
    like = difflib.get_close_matches(str(name_or_folder)[:LONGEST], shipped, n=3, cutoff=0.4)
    raise InputError(
        f"no model at {shown(str(name_or_folder))}; expected a folder with {META} and {WEIGHTS} or a shipped name; "
        + (f"name one, such as {' or '.join(like)}" if like else "name one")
        + f": nca_tf.list_pretrained() gives all {len(shipped)}."
    )


def name_of(name_or_folder: str | Path) -> str:
    """What one model's files call another: a shipped name as it is, a folder by its own name."""
    folder = Path(name_or_folder)
    return folder.resolve().name if folder.exists() else str(name_or_folder)


def eight_bit_folder(folder: Path) -> Path | None:
    """The folder beside a model's with its weights fine-tuned for 8 bits; None where there is none made from these."""
    beside = folder.with_name(folder.resolve().name + EIGHT_BIT_SUFFIX)
    if not (beside / META).is_file():
        return None
    return beside if read_meta(beside).get(EIGHT_BIT_OF) == weights_sha256(folder) else None


def save(
    model: keras.Model, folder: str | Path, meta_extra: dict[str, Any] | None = None, dtype: str | None = None
) -> dict[str, Any]:
    """Write `model` to `folder` (made when missing); each file replaces its predecessor in one step.

    Args:
      model: any family of this package.
      meta_extra: more JSON data for meta.json, for instance {"name": ..., "target": ...}. Its "files" is not: it maps
        names to the bytes of further files, which are written beside the weights, such as {"target.png": ...}.
      dtype: of the arrays, such as "float16" for half the size; the weights' own by default.
    Returns:
      What was written to meta.json.
    Raises:
      InputError: the model is of no family of this package, `dtype` no floating-point type, or `meta_extra` not what
        `load` takes; nothing is written then.
    """
    if not hasattr(model, "named_weights"):
        raise InputError(
            f"a {type(model).__name__} is no automaton of this package, as was expected; use Keras to save it."
        )
    if dtype not in (None, "float16", "float32", "float64"):
        raise InputError(f"dtype is {dtype!r}; float16, float32 or float64 was expected; leave it out to keep theirs.")
    arrays = {name: keras.ops.convert_to_numpy(weight) for name, weight in model.named_weights().items()}
    arrays = {name: array if dtype is None else array.astype(dtype) for name, array in arrays.items()}
    weights = BytesIO()
    np.savez(weights, **arrays)
    extra = dict(meta_extra or {})
    files = {WEIGHTS: weights.getvalue(), **extra.pop("files", {})}
    arguments = {key: value for key, value in model.get_config().items() if key not in ("name", "trainable", "dtype")}
    meta = {
        "format": FORMAT,
        "family": model.family,
        **arguments,
        **extra,
        "arguments": arguments,
        "arrays": {name: list(array.shape) for name, array in arrays.items()},
        "files": {name: _describe(content) for name, content in files.items()},
    }
    written = _as_json(meta)
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in {**files, META: written}.items():
        write_whole(folder / name, content)
    return meta


def _as_json(meta: dict[str, Any]) -> bytes:
    try:
        fault = fault_of(meta)
        content = json.dumps(meta, indent=1, allow_nan=False)
    except (TypeError, ValueError) as error:
        fault = f"data are no JSON ({error})"
    if fault:
        raise InputError(f"meta.json could not be read again: its {fault}; nothing was written; correct meta_extra.")
    return (content + "\n").encode()


def load(name_or_folder: str | Path, dtype: str | None = None) -> keras.Model:
    """Load a shipped model by name, or any model that `save` wrote.

    Args:
      name_or_folder: "growing/lizard-regenerating" or a folder.
      dtype: of weights and states, "float32" or "float64", whatever the file's arrays are; Keras's own by default.
    Raises:
      InputError: it is missing, damaged, does not describe a model of this package, or would take more memory than
        `nca_tf.files.budget.MODEL_BYTES`.
    """
    return read_model(name_or_folder, dtype).model


def read_model(name_or_folder: str | Path, dtype: str | None = None) -> ReadModel:
    """As `load`, together with what the folder says of the model."""
    if dtype not in (None, "float32", "float64"):
        raise InputError(f"dtype is {dtype!r}; float32 or float64 was expected; leave it out for Keras's own.")
    folder = model_folder(name_or_folder)
    meta = read_meta_file(folder / META)
    if SOURCE in meta and not meta["arguments"]:
        missing = (
            "and names no host; read the file in again with --host"
            if meta["family"] in FAMILIES
            else f"which this version can't run yet (it has {', '.join(FAMILIES)}); read it in again with a newer one"
        )
        raise InputError(
            f"{folder} holds published arrays of the family {meta['family']}, {missing}; a whole model was expected; "
            f"the arrays are in {WEIGHTS}, numpy.load opens them."
        )
    budget = Budget(MODEL_BYTES, folder)
    arrays = read_arrays(folder / WEIGHTS, meta["files"].get(WEIGHTS, {}).get("sha256"), budget)
    try:
        with variables_within(budget):
            model = family_class(meta["family"])(**meta["arguments"], dtype=dtype)
    except InputError:
        raise
    except (TypeError, ValueError, ArithmeticError, AttributeError, tf.errors.OpError) as error:
        reason = " ".join(str(error).split())[:200]
        raise damaged(folder / META, f"its arguments are not this family's ({reason})") from error
    assign_weights(model, arrays, folder / WEIGHTS)
    return ReadModel(model, meta, folder)


def read_meta(name_or_folder: str | Path) -> dict[str, Any]:
    """meta.json of a model, checked as `nca_tf.files.meta.read_meta_file` says."""
    return read_meta_file(model_folder(name_or_folder) / META)


def read_arrays(path: Path, sha256: str | None = None, budget: Budget | None = None) -> dict[str, np.ndarray]:
    """Named arrays of an .npz file; nothing in it is ever executed.

    Args:
      path: the file.
      sha256: what its content must have, in hexadecimal.
      budget: what it may take; None for a model's, `MODEL_BYTES`.
    Raises:
      InputError: it is missing, damaged, another than `sha256` says, or beyond the budget.
    """
    budget = budget or Budget(MODEL_BYTES, path)
    try:
        content = read_within(path, budget)
        if sha256 is not None and hashlib.sha256(content).hexdigest() != sha256:
            raise damaged(path, "its SHA-256 is not the one in meta.json")
        with open_zip(content) as archive:
            members = {member.filename.removesuffix(".npy"): member for member in archive.infolist()}
            return {name: read_npy(read_member(archive, member, budget)) for name, member in members.items()}
    except (OSError, ValueError) as error:
        if isinstance(error, InputError):
            raise
        raise damaged(path, " ".join(str(error).split())) from error


def assign_weights(model: keras.Model, arrays: dict[str, np.ndarray], source: Path | str) -> None:
    """Give the model's named weights the values of `arrays`; names and shapes must match exactly."""
    weights = model.named_weights()
    if weights.keys() != arrays.keys():
        raise damaged(source, f"it holds {shown(sorted(arrays))}, expected {sorted(weights)}")
    for name, weight in weights.items():
        if tuple(weight.shape) != arrays[name].shape:
            raise damaged(source, f"{name} has shape {arrays[name].shape}, expected {tuple(weight.shape)}")
    for name, weight in weights.items():
        weight.assign(arrays[name])


def weights_sha256(name_or_folder: str | Path) -> str:
    """SHA-256 of a model's weights.npz, in hexadecimal."""
    path = model_folder(name_or_folder) / WEIGHTS
    try:
        return hashlib.sha256(read_within(path, Budget(MODEL_BYTES, path))).hexdigest()
    except OSError as error:
        raise damaged(path, str(error)) from error


def describe_file(path: Path) -> dict[str, Any]:
    """Size and SHA-256 of a file."""
    return _describe(path.read_bytes())


def _describe(content: bytes) -> dict[str, Any]:
    return {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}


def _pretrained_root() -> Path:
    return Path(str(resources.files("nca_tf"))) / "pretrained"
