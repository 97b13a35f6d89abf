"""Fills the web demo's models folder: `python -m export.site`.

For every model: `weights.bin` (float32, little endian, the arrays one after the other), `meta.json` (everything the
page has to know about the model, so that no constant stands in two languages), a thumbnail, and what else lies beside
the model for the page (target, samples). `index.json` lists them. The same models give the same bytes every time.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from export import publishing
from export.command_line import Parser, readable_size, run, size_of
from export.site_pictures import THUMBNAIL, mentions, pictures
from nca_tf.files import model_files
from nca_tf.files.errors import InputError

SITE_MODELS = Path(__file__).resolve().parents[1] / "web_demo" / "models"
INDEX, META, WEIGHTS = "index.json", "meta.json", "weights.bin"
LISTED = "models"
"""Key of index.json that lists them."""
TRAININGS = ("growing", "persistent", "regenerating")
DATA_SETS = {"mnist": "MNIST", "fashion_mnist": "Fashion-MNIST", "kmnist": "KMNIST"}
"""Data sets as they are written."""


def write_site(models: Sequence[Path], out: Path, graphs: bool = True) -> list[dict[str, Any]]:
    """Writes the models folder of the page, replacing an earlier one as a whole.

    Args:
      models: folders as `nca_tf.files.model_files.save` writes them, named `<family>/<name>`.
      out: the folder to write, usually web_demo/models.
      graphs: whether the page's TensorFlow.js engine gets its graphs; takes tensorflowjs and some seconds.
    Returns:
      The entries of index.json.
    Raises:
      InputError: a model is damaged, or `out` holds something else.
    """
    entries: list[dict[str, Any]] = []

    def fill(staged: Path) -> None:
        shared = None
        if graphs:
            from export.site_graphs import Graphs

            shared = Graphs(staged)
        entries.extend(_write_model(folder, staged, shared) for folder in models)
        entries.sort(key=_place_in_list)
        (staged / INDEX).write_text(_json({"format": 1, LISTED: entries}))

    publishing.publish_folder(out, fill, (INDEX, LISTED))
    return entries


def _write_model(source: Path, staged: Path, shared: Any) -> dict[str, Any]:
    """Writes one model's folder; returns its entry of index.json."""
    meta = model_files.read_meta(source)
    arrays = model_files.read_arrays(source / "weights.npz", meta["files"].get("weights.npz", {}).get("sha256"))
    family, name = meta["family"], source.name
    path = f"{family}/{name}"
    folder = staged / family / name
    folder.mkdir(parents=True)
    described, content = pack(arrays)
    (folder / WEIGHTS).write_bytes(content)
    graph = shared.entry(source, meta, folder) if shared else None
    words = describe(meta, name)
    classes = class_facts(meta, name)
    made = pictures(source, meta, training=words["training"], dataset=classes.get("dataset"))
    for file, picture in made.items():
        (folder / file).write_bytes(picture)
    meta = {
        **{key: value for key, value in meta.items() if key not in ("files", "arrays")},
        "name": name,
        **words,
        **classes,
        "weights": {"file": WEIGHTS, "arrays": described},
        **mentions(folder),
        **({"tfjs": graph} if graph else {}),
        "files": {file.name: model_files.describe_file(file) for file in sorted(folder.iterdir())},
    }
    (folder / META).write_text(_json(meta))
    return {
        "family": family,
        "name": name,
        "path": path,
        **words,
        "thumbnail": THUMBNAIL if (folder / THUMBNAIL).is_file() else None,
        "bytes": size_of(folder),
        "sha256": model_files.describe_file(folder / META)["sha256"],
    }


def pack(arrays: dict[str, np.ndarray]) -> tuple[list[dict[str, Any]], bytes]:
    """Joins arrays to the bytes of weights.bin.

    Args:
      arrays: by name, any float type.
    Returns:
      For each array its name, shape and offset in bytes; and the bytes.
    """
    described, parts, offset = [], [], 0
    for name, array in arrays.items():
        part = np.ascontiguousarray(array, dtype="<f4").tobytes()
        described.append({"name": name, "shape": list(array.shape), "offset": offset})
        parts.append(part)
        offset += len(part)
    return described, b"".join(parts)


def describe(meta: dict[str, Any], name: str) -> dict[str, Any]:
    """Words for people: what the model is called, what it grows, how it was trained.

    Args:
      meta: the model's meta.json.
      name: the model's folder name, for instance "lizard-regenerating".
    """
    training = meta.get("training") or next((word for word in TRAININGS if name.endswith(f"-{word}")), None)
    pattern = name.removesuffix(f"-{training}") if training else name
    start, _, rest = pattern.partition("-")
    known = DATA_SETS.get(start)
    words = (rest if known else pattern).replace("-", " ").replace("_", " ")
    pattern_title = ", ".join(filter(None, (known, words))) if known else words.capitalize()
    title = meta.get("title") or (f"{pattern_title}, {training}" if training else pattern_title)
    return {"title": title, "pattern": pattern, "pattern_title": pattern_title, "training": training}


def class_facts(meta: dict[str, Any], name: str) -> dict[str, Any]:
    """Names and colours of the classes, for models that classify; nothing for others.

    Args:
      meta: the model's meta.json; `dataset` tells what it was trained on, else its name does.
      name: the model's folder name.
    """
    if "classes" not in meta:
        return {}
    from nca_tf.data.datasets import SOURCES
    from nca_tf.families.mnist.automaton import UNDECIDED_BELOW
    from nca_tf.families.mnist.pictures import PUBLISHED, SAFE

    dataset = _dataset(meta, name)
    return {
        "dataset": dataset,
        "class_names": list(SOURCES[dataset].labels),
        "palette": PUBLISHED.tolist(),
        "palette_safe": SAFE.tolist(),
        "undecided_below": UNDECIDED_BELOW,
    }


def _dataset(meta: dict[str, Any], name: str) -> str:
    """What a classifier was trained on."""
    from nca_tf.data.datasets import SOURCES

    known = (meta.get("dataset"), name, f"{name}_mnist", *(key for key in SOURCES if name.startswith(f"{key}-")))
    return next((key for key in known if key in SOURCES), "mnist")


def _place_in_list(entry: dict[str, Any]) -> tuple:
    """Families by name; within, the emoji in the papers' order, data sets in ours, then the rest."""
    from nca_tf.data.datasets import SOURCES
    from nca_tf.pictures.targets import NAMES

    known = (*NAMES, *SOURCES)
    place = known.index(entry["pattern"]) if entry["pattern"] in known else len(known)
    training = TRAININGS.index(entry["training"]) if entry["training"] in TRAININGS else len(TRAININGS)
    return entry["family"], place, entry["pattern"], training


def _json(data: dict[str, Any]) -> str:
    return json.dumps(data, indent=1, ensure_ascii=False) + "\n"


def _models_in(folder: Path) -> list[Path]:
    found = sorted(meta.parent for meta in folder.glob(f"*/*/{META}"))
    if not found:
        raise InputError(f"{folder} holds no models; <family>/<name>/{META} was expected; train one first")
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    """Writes the site's models; prints what was written."""
    parser = Parser(prog="python -m export.site", description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=SITE_MODELS, help="folder to write (default: web_demo/models)")
    parser.add_argument("--models", type=Path, help="folder with <family>/<name>/ (default: the models that ship)")
    parser.add_argument("--no-graphs", action="store_true", help="leave out the graphs of the TensorFlow.js engine")
    options = parser.parse_args(arguments)
    if options.models is None:
        models = [model_files.model_folder(name) for name in model_files.list_pretrained()]
        if not models:
            raise InputError("no models ship with this copy; trained ones were expected; pass --models FOLDER")
    else:
        models = _models_in(options.models)
    # The page computes in float; what was fine-tuned for another format has no place there.
    models = [folder for folder in models if model_files.EIGHT_BIT_OF not in model_files.read_meta(folder)]
    entries = write_site(models, options.out, graphs=not options.no_graphs)
    print(f"wrote {options.out}: {len(entries)} models, {readable_size(size_of(options.out))}")
    return 0


if __name__ == "__main__":
    run(main)
