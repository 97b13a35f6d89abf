"""Fills the web demo's models folder: `python -m export.site`.

For every model: `weights.bin` (float32, little endian, the arrays one after the other), `meta.json` (everything the
page has to know about the model, so that no constant stands in two languages), a thumbnail, and what else lies beside
the model for the page (target, samples). `index.json` lists them. The same models give the same bytes every time.
"""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from export import publishing
from export.command_line import Parser, readable_size, run, size_of
from nca_tf.cells.page import THUMBNAIL, NoPage
from nca_tf.families import FAMILIES
from nca_tf.files import model_files
from nca_tf.files.errors import InputError

SITE_MODELS = Path(__file__).resolve().parents[1] / "web_demo" / "models"
INDEX, META, WEIGHTS = "index.json", "meta.json", "weights.bin"
LISTED = "models"
"""Key of index.json that lists them."""


def write_site(
    models: Sequence[Path], out: Path, graphs: bool = True, say: Callable[[str], None] = lambda line: None
) -> list[dict[str, Any]]:
    """Writes the models folder of the page, replacing an earlier one as a whole.

    Args:
      models: folders as `nca_tf.files.model_files.save` writes them, named `<family>/<name>`.
      out: the folder to write, usually web_demo/models.
      graphs: whether the page's TensorFlow.js engine gets its graphs; takes tensorflowjs and some seconds.
      say: is told of each model that is left out, since the page shows none of its kind.
    Returns:
      The entries of index.json.
    Raises:
      InputError: a model is damaged, or `out` holds something else.
    """
    entries: list[dict[str, Any]] = []
    families = list(FAMILIES)

    def fill(staged: Path) -> None:
        shared = None
        if graphs:
            from export.site_graphs import Graphs

            shared = Graphs(staged)
        written = []
        for folder in models:
            try:
                written.append(_write_model(folder, staged, shared))
            except NoPage:
                say(f"left out {folder}: the page shows none of its kind")
        written.sort(key=lambda one: (families.index(one[1]["family"]), one[0]))
        entries.extend(entry for _, entry in written)
        (staged / INDEX).write_text(_json({"format": 1, LISTED: entries}))

    publishing.publish_folder(out, fill, (INDEX, LISTED))
    return entries


def _write_model(source: Path, staged: Path, shared: Any) -> tuple[tuple, dict[str, Any]]:
    """Writes one model's folder; returns its place among those of its family, and its entry of index.json."""
    meta = model_files.read_meta(source)
    arrays = model_files.read_arrays(source / "weights.npz", meta["files"].get("weights.npz", {}).get("sha256"))
    page = model_files.load(source).page(meta, source)
    family, name = meta["family"], source.name
    path = f"{family}/{name}"
    folder = staged / family / name
    folder.mkdir(parents=True)
    graph = shared.entry(source, meta, folder) if shared else None
    described, content = pack(arrays if page.arrays is None else page.arrays)
    for file, written in {WEIGHTS: content, **page.pictures, **page.files}.items():
        (folder / file).write_bytes(written)
    thumbnail = THUMBNAIL if THUMBNAIL in page.pictures else None
    meta = {
        **{key: value for key, value in meta.items() if key not in ("files", "arrays")},
        "name": name,
        **page.words,
        **page.facts,
        "weights": {"file": WEIGHTS, "arrays": described},
        **({"thumbnail": thumbnail} if thumbnail else {}),
        **page.mentions,
        **({"tfjs": graph} if graph else {}),
        "files": {file.name: model_files.describe_file(file) for file in sorted(folder.iterdir())},
    }
    (folder / META).write_text(_json(meta))
    return page.place, {
        "family": family,
        "name": name,
        "path": path,
        **page.words,
        "thumbnail": thumbnail,
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
    entries = write_site(models, options.out, not options.no_graphs, print)
    print(f"wrote {options.out}: {len(entries)} models, {readable_size(size_of(options.out))}")
    return 0


if __name__ == "__main__":
    run(main)
