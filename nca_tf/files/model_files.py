"""Models as plain files: weights.npz (named arrays, never pickled) and meta.json, and the models that ship."""

import hashlib
import json
import zipfile
from importlib import resources
from io import BytesIO
from pathlib import Path
from typing import Any

import keras
import numpy as np

from nca_tf.families import family_class
from nca_tf.files.errors import InputError
from nca_tf.files.whole_files import write_whole

FORMAT = 1
MAX_WEIGHTS_BYTES = 256 << 20
WEIGHTS, META = "weights.npz", "meta.json"
EIGHT_BIT_SUFFIX, EIGHT_BIT_OF = "-8bit", "eight_bit_of"
"""A model fine-tuned for 8 bits lies beside its float model, this after its name; its meta.json has the SHA-256 of the
float model's weights under this key."""
META_KEYS = {"format", "family", "arguments", "arrays", "files"}


def list_pretrained() -> list[str]:
    """Names of the models that ship with the package, as `load` takes them: "growing/lizard-regenerating", ..."""
    root = _pretrained_root()
    return sorted(meta.parent.relative_to(root).as_posix() for meta in root.glob(f"*/*/{META}"))


def model_folder(name_or_folder: str | Path) -> Path:
    """The folder of a shipped model, or the folder itself."""
    folder = Path(name_or_folder)
    if (folder / META).is_file():
        return folder
    if str(name_or_folder) in list_pretrained():
        return _pretrained_root() / str(name_or_folder)
    raise InputError(
        f"no model at {str(name_or_folder)!r}; expected a folder with {META} and {WEIGHTS} or a shipped name; "
        f"shipped are: {', '.join(list_pretrained()) or 'none'}."
    )


def eight_bit_folder(folder: Path) -> Path | None:
    """The folder beside a model's with its weights fine-tuned for 8 bits; None where there is none made from these."""
    beside = folder.with_name(folder.resolve().name + EIGHT_BIT_SUFFIX)
    if not (beside / META).is_file():
        return None
    return beside if read_meta(beside).get(EIGHT_BIT_OF) == weights_sha256(folder) else None


def save(model: keras.Model, folder: str | Path, meta_extra: dict[str, Any] | None = None) -> dict[str, Any]:
    """Write `model` to `folder` (made when missing); each file replaces its predecessor in one step.

    Args:
      model: any family of this package.
      meta_extra: more JSON data for meta.json, for instance {"name": ..., "target": ...}. Its "files" is not: it maps
        names to the bytes of further files, which are written beside the weights, such as {"target.png": ...}.
    Returns:
      What was written to meta.json.
    """
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    arrays = {name: keras.ops.convert_to_numpy(weight) for name, weight in model.named_weights().items()}
    weights = BytesIO()
    np.savez(weights, **arrays)
    extra = dict(meta_extra or {})
    others = extra.pop("files", {})
    for name, content in {WEIGHTS: weights.getvalue(), **others}.items():
        write_whole(folder / name, content)
    arguments = {key: value for key, value in model.get_config().items() if key not in ("name", "trainable", "dtype")}
    meta = {
        "format": FORMAT,
        "family": model.family,
        **arguments,
        **extra,
        "arguments": arguments,
        "arrays": {name: list(array.shape) for name, array in arrays.items()},
    }
    meta["files"] = {name: describe_file(folder / name) for name in (WEIGHTS, *others)}
    write_whole(folder / META, (json.dumps(meta, indent=1) + "\n").encode())
    return meta


def load(name_or_folder: str | Path) -> keras.Model:
    """Load a shipped model by name, or any model that `save` wrote.

    Args:
      name_or_folder: "growing/lizard-regenerating" or a folder.
    Raises:
      InputError: it is missing, damaged, or does not describe a model of this package.
    """
    folder = model_folder(name_or_folder)
    meta = read_meta(folder)
    try:
        model = family_class(meta["family"])(**meta["arguments"])
    except InputError:
        raise
    except (TypeError, ValueError) as error:
        raise _damaged(folder / META, f"its arguments are not this family's ({error})") from error
    assign_weights(model, read_arrays(folder / WEIGHTS, meta["files"].get(WEIGHTS, {}).get("sha256")), folder / WEIGHTS)
    return model


def read_meta(name_or_folder: str | Path) -> dict[str, Any]:
    """meta.json of a model, checked for the keys that every model has."""
    path = model_folder(name_or_folder) / META
    try:
        meta = json.loads(path.read_text())
    except (OSError, ValueError) as error:
        raise _damaged(path, str(error)) from error
    if not isinstance(meta, dict) or not meta.keys() >= META_KEYS:
        raise _damaged(path, f"it lacks one of {', '.join(sorted(META_KEYS))}")
    if meta["format"] != FORMAT:
        raise _damaged(path, f"its format is {meta['format']}, this version reads {FORMAT}")
    return meta


def read_arrays(path: Path, sha256: str | None = None) -> dict[str, np.ndarray]:
    """Named arrays of an .npz file; nothing in it is ever executed."""
    try:
        if path.stat().st_size > MAX_WEIGHTS_BYTES:
            raise _damaged(path, f"it is larger than {MAX_WEIGHTS_BYTES} bytes")
        if sha256 is not None and describe_file(path)["sha256"] != sha256:
            raise _damaged(path, "its SHA-256 is not the one in meta.json")
        with zipfile.ZipFile(path) as archive:
            if sum(member.file_size for member in archive.infolist()) > MAX_WEIGHTS_BYTES:
                raise _damaged(path, f"it unpacks to more than {MAX_WEIGHTS_BYTES} bytes")
        with np.load(path, allow_pickle=False) as archive:
            return {name: archive[name] for name in archive.files}
    except (OSError, ValueError, zipfile.BadZipFile, EOFError) as error:
        if isinstance(error, InputError):
            raise
        raise _damaged(path, str(error)) from error


def assign_weights(model: keras.Model, arrays: dict[str, np.ndarray], source: Path | str) -> None:
    """Give the model's named weights the values of `arrays`; names and shapes must match exactly."""
    weights = model.named_weights()
    if weights.keys() != arrays.keys():
        raise _damaged(source, f"it holds {sorted(arrays)}, expected {sorted(weights)}")
    for name, weight in weights.items():
        if tuple(weight.shape) != arrays[name].shape:
            raise _damaged(source, f"{name} has shape {arrays[name].shape}, expected {tuple(weight.shape)}")
    for name, weight in weights.items():
        weight.assign(arrays[name])


def weights_sha256(name_or_folder: str | Path) -> str:
    """SHA-256 of a model's weights.npz, in hexadecimal."""
    path = model_folder(name_or_folder) / WEIGHTS
    try:
        return describe_file(path)["sha256"]
    except OSError as error:
        raise _damaged(path, str(error)) from error


def describe_file(path: Path) -> dict[str, Any]:
    """Size and SHA-256 of a file."""
    content = path.read_bytes()
    return {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}


def _pretrained_root() -> Path:
    return Path(str(resources.files("nca_tf"))) / "pretrained"


def _damaged(path: Path | str, reason: str) -> InputError:
    return InputError(
        f"{path} can't be used: {reason}; expected files written by nca_tf.save; export or train it again."
    )
