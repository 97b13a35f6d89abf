"""Reads the formats in which the original authors published their models, and writes ours.

python -m export.originals FILE --out RUN. The format is recognised by content: 8-bit WebGL JSON, frozen graph JSON,
lists of base64 arrays, TensorFlow checkpoints, PyTorch files, perturbation matrices (.npy or JSON); export/FORMATS.md
describes them. Nothing is unpickled or evaluated, and a file's sizes are believed only as far as its bytes reach.
"""

import dataclasses
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from export import publishing
from export.command_line import Parser, readable_size, run, size_of
from export.published import json_files, layers, numpy_file, pytorch, tf_checkpoint
from nca_tf import families
from nca_tf.families.growing import webgl8
from nca_tf.files import model_files
from nca_tf.files.errors import InputError

MOST_BYTES = 8_000_000
SOURCE = "source"
"""Key of meta.json by which a model that was read in is known."""
ZIP_MAGIC = b"PK\x03\x04"


@dataclasses.dataclass(frozen=True)
class Original:
    """What a published file holds.

    Args:
      format: the format's name, one line for people.
      family: "growing", "mnist", "takeover" or "perturbation".
      arrays: float32 by name: those of the family's model, or 16x16 matrices.
      settings: arguments of the model that its format implies.
    """

    format: str
    family: str
    arrays: dict[str, np.ndarray]
    settings: dict[str, Any] = dataclasses.field(default_factory=dict)


def read(path: Path | str) -> Original:
    """Reads one published file.

    Args:
      path: the file, or the prefix, index or data file of a TensorFlow checkpoint.
    Raises:
      InputError: when it does not exist, is too large, or is in no known format.
    """
    path = Path(path)
    prefix = tf_checkpoint.prefix_of(path)
    if prefix is not None:
        return _layers("TensorFlow checkpoint", tf_checkpoint.arrays(prefix))
    content = _content(path)
    if content.startswith(ZIP_MAGIC):
        family, arrays = layers.name_arrays(pytorch.to_tensorflow(pytorch.tensors(content)))
        # The rules of the takeover experiments are growing rules on a grid that wraps around.
        return Original("PyTorch file", "takeover" if family == layers.GROWING else family, arrays)
    if content.startswith(numpy_file.MAGIC):
        return Original("NumPy matrix", "perturbation", numpy_file.matrix(content))
    return _from_json(json_files.parse(content))


def _content(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise InputError(f"{path} is not a file; a published model is expected; check the path")
        with open(path, "rb") as file:
            content = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        if isinstance(error, InputError):
            raise
        raise InputError(f"{path} cannot be read ({error}); a published model is expected; check the path") from None
    if len(content) > MOST_BYTES:
        raise InputError(f"{path} is larger than {MOST_BYTES} bytes; published models are smaller; pass one of them")
    return content


def _from_json(document: object) -> Original:
    if json_files.is_frozen_graph(document):
        return _layers("frozen graph JSON", json_files.graph_arrays(document))
    if json_files.is_base64_list(document):
        return _layers("base64 arrays", json_files.base64_arrays(document))
    matrices = json_files.matrices(document)
    if matrices is not None:
        return Original("JSON matrices", "perturbation", matrices)
    arrays = webgl8.decode(webgl8.parse(document))
    # The demo that the file is for repeats its textures.
    return Original("8-bit WebGL JSON", "growing", arrays, {"edges": "wrap"})


def _layers(name: str, arrays: list[np.ndarray]) -> Original:
    family, named = layers.name_arrays(arrays)
    return Original(name, family, named)


def write(original: Original, folder: Path, source: Path, name: str | None = None, target: str | None = None) -> Path:
    """Writes a model's folder: a model of the family where this version has it, else the bare arrays.

    Args:
      original: what `read` returned.
      folder: where to; what was read in earlier and lies there is replaced.
      source: the published file, whose name goes into meta.json.
      name: the model's name; None takes the folder's.
      target: the picture that it grows, as `nca_tf.pictures.targets.load_target` takes it.
    """
    extra = {"name": name or folder.name, SOURCE: {"file": source.name, "format": original.format}}
    if target is not None:
        extra["target"] = target

    def fill(staged: Path) -> None:
        model = _model(original)
        if model is not None:
            model_files.save(model, staged, extra)
            model_files.load(staged)
        else:
            np.savez(staged / model_files.WEIGHTS, **original.arrays)
            shapes = {key: list(array.shape) for key, array in original.arrays.items()}
            meta = {"format": model_files.FORMAT, "family": original.family, **extra, "arguments": {}, "arrays": shapes}
            meta["files"] = {model_files.WEIGHTS: model_files.describe_file(staged / model_files.WEIGHTS)}
            (staged / model_files.META).write_text(json.dumps(meta, indent=1) + "\n")

    return publishing.publish_folder(folder, fill, (model_files.META, SOURCE))


def _model(original: Original):
    if original.family not in (layers.GROWING, layers.MNIST) or original.family not in families.FAMILIES:
        return None
    arrays = original.arrays
    sizes = {"channels": arrays["dense2/bias"].size, "hidden": arrays["dense1/bias"].size}
    if original.family == layers.MNIST:
        sizes.update(channels=arrays["perceive/kernel"].shape[2], features=arrays["perceive/bias"].size)
    model = families.family_class(original.family)(**sizes, **original.settings)
    model_files.assign_weights(model, arrays, original.format)
    return model


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
    parser.add_argument("--target", help="the picture that it grows: a name such as lizard, or an image file")
    options = parser.parse_args(argv)
    original = read(options.file)
    folder = write(original, options.out, options.file, options.name, options.target)
    count = sum(array.size for array in original.arrays.values())
    size = readable_size(size_of(folder))
    print(f"{folder}: {original.family} from {original.format}, {count} numbers, {size}")


if __name__ == "__main__":
    run(main)
