"""Fills the web demo's models folder: `python -m export.site`.

For every model: `weights.bin` (float32, little endian, the arrays one after the other), `meta.json` (everything the
page has to know about the model, so that no constant stands in two languages), a thumbnail, and what else lies beside
the model for the page (target, samples). `index.json` lists them. The same models give the same bytes every time.
"""

import io
import json
import os
import shutil
import uuid
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from export.command_line import Parser, readable_size, run, size_of
from nca_tf import model_files
from nca_tf.errors import InputError

SITE_MODELS = Path(__file__).resolve().parents[1] / "web_demo" / "models"
INDEX, META, WEIGHTS, THUMBNAIL, TARGET, SAMPLES = (
    "index.json",
    "meta.json",
    "weights.bin",
    "thumbnail.png",
    "target.png",
    "samples.png",
)
TRAININGS = ("growing", "persistent", "regenerating")
THUMBNAIL_STEPS = {"growing": 80}
"""Steps until the picture is taken: a pattern that was not taught to stay is shown when it has just arrived."""
STEPS = 240
MARGIN = 4
"""Cells around the target that the picture shows."""


def write_site(models: Sequence[Path], out: Path) -> list[dict[str, Any]]:
    """Writes the models folder of the page, replacing an earlier one as a whole.

    Args:
      models: folders as `nca_tf.model_files.save` writes them, named `<family>/<name>`.
      out: the folder to write, usually web_demo/models.
    Returns:
      The entries of index.json.
    Raises:
      InputError: a model is damaged, or `out` holds something else.
    """
    out = Path(out)
    if out.exists() and not (out.is_dir() and ((out / INDEX).is_file() or not any(out.iterdir()))):
        raise InputError(f"{out} exists and holds no models; an earlier export was expected; pass another --out")
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        staged = out.parent / f".{out.name}-{uuid.uuid4().hex[:8]}"
        staged.mkdir()
    except OSError as error:
        raise InputError(f"{out} can't be written ({error.strerror}); pass another --out") from error
    try:
        entries = [_write_model(folder, staged) for folder in models]
        entries.sort(key=_place_in_list)
        (staged / INDEX).write_text(_json({"format": 1, "models": entries}))
        _swap(staged, out)
    finally:
        shutil.rmtree(staged, ignore_errors=True)
    return entries


def _write_model(source: Path, staged: Path) -> dict[str, Any]:
    """Writes one model's folder; returns its entry of index.json."""
    meta = model_files.read_meta(source)
    arrays = model_files.read_arrays(source / "weights.npz", meta["files"].get("weights.npz", {}).get("sha256"))
    family, name = meta["family"], source.name
    path = f"{family}/{name}"
    folder = staged / family / name
    folder.mkdir(parents=True)
    described, content = pack(arrays)
    (folder / WEIGHTS).write_bytes(content)
    for file, picture in _pictures(source, meta).items():
        (folder / file).write_bytes(picture)
    words = describe(meta, name)
    meta = {
        **{key: value for key, value in meta.items() if key not in ("files", "arrays")},
        "name": name,
        **words,
        "weights": {"file": WEIGHTS, "arrays": described},
        **_mentions(folder, source),
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
    pattern_title = pattern.replace("-", " ").replace("_", " ").capitalize()
    title = meta.get("title") or (f"{pattern_title}, {training}" if training else pattern_title)
    return {"title": title, "pattern": pattern, "pattern_title": pattern_title, "training": training}


def _mentions(folder: Path, source: Path) -> dict[str, Any]:
    """What meta.json says about the files beside the weights."""
    said: dict[str, Any] = {}
    if (folder / THUMBNAIL).is_file():
        said["thumbnail"] = THUMBNAIL
    if (folder / TARGET).is_file():
        said["target_image"] = TARGET
    if (folder / SAMPLES).is_file():
        sheet = json.loads((source / "samples.json").read_text()) if (source / "samples.json").is_file() else {}
        with Image.open(folder / SAMPLES) as image:
            width, height = image.size
        tile = sheet.get("tile", 28)
        said["samples"] = {"image": SAMPLES, "tile": tile, "rows": height // tile, "columns": width // tile}
    return said


def _pictures(source: Path, meta: dict[str, Any]) -> dict[str, bytes]:
    """PNG files for the page, by name: those beside the model, and what can be made for it."""
    names = (THUMBNAIL, TARGET, SAMPLES)
    pictures = {name: (source / name).read_bytes() for name in names if (source / name).is_file()}
    if TARGET not in pictures and isinstance(meta.get("target"), str):
        pictures[TARGET] = _png(_straight(_target(source, meta)))
    if THUMBNAIL not in pictures:
        if TARGET in pictures:
            pictures[THUMBNAIL] = _png(_straight(_grown(source, meta)))
        elif SAMPLES in pictures:
            with Image.open(io.BytesIO(pictures[SAMPLES])) as sheet:
                pictures[THUMBNAIL] = _png(np.asarray(sheet.convert("L"))[: 2 * 28, : 2 * 28])
    return pictures


def _target(source: Path, meta: dict[str, Any]) -> np.ndarray:
    """The picture that the model was trained to grow, float32 [height, width, 4], premultiplied."""
    from nca_tf.targets import load_target

    beside = source / meta["target"]
    return np.asarray(load_target(beside if beside.is_file() else meta["target"], size=meta.get("size", 40)))


def _grown(source: Path, meta: dict[str, Any]) -> np.ndarray:
    """What the model grows from one cell, float32 [side, side, 4], premultiplied."""
    model = model_files.load(source)
    size = int(meta.get("size", 40))
    side = size + 2 * int(meta.get("padding", 16))
    steps = THUMBNAIL_STEPS.get(describe(meta, source.name)["training"], STEPS)
    state = model.rollout(model.seed_state(1, side, side), steps, random_seed=0)
    first = (side - size) // 2 - MARGIN
    return np.asarray(state)[0, first : side - first, first : side - first, :4]


def _straight(rgba: np.ndarray) -> np.ndarray:
    """Premultiplied float RGBA -> straight RGBA bytes."""
    alpha = np.clip(rgba[..., 3:], 0.0, 1.0)
    colour = np.clip(np.divide(rgba[..., :3], alpha, out=np.zeros_like(rgba[..., :3]), where=alpha > 0), 0.0, 1.0)
    return np.round(np.concatenate([colour, alpha], axis=-1) * 255).astype(np.uint8)


def _png(pixels: np.ndarray) -> bytes:
    buffer = io.BytesIO()
    Image.fromarray(pixels).save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def _place_in_list(entry: dict[str, Any]) -> tuple:
    """Families by name; within, the ten emoji in the papers' order, then the rest; healing patterns first."""
    from nca_tf.targets import EMOJI

    order = {name: place for place, name in enumerate(EMOJI)}
    training = TRAININGS.index(entry["training"]) if entry["training"] in TRAININGS else len(TRAININGS)
    return entry["family"], order.get(entry["pattern"], len(order)), entry["pattern"], training


def _json(data: dict[str, Any]) -> str:
    return json.dumps(data, indent=1, ensure_ascii=False) + "\n"


def _swap(staged: Path, out: Path) -> None:
    """Puts `staged` in the place of `out`."""
    replaced = out.parent / f"{staged.name}-replaced"
    if out.exists():
        os.rename(out, replaced)
    os.rename(staged, out)
    shutil.rmtree(replaced, ignore_errors=True)


def _models_in(folder: Path) -> list[Path]:
    found = sorted(meta.parent for meta in folder.glob(f"*/*/{META}"))
    if not found:
        raise InputError(f"{folder} holds no models; folders <family>/<name>/ with {META} were expected; train one first")
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    """Writes the site's models; prints what was written."""
    parser = Parser(prog="python -m export.site", description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=SITE_MODELS, help="folder to write (default: web_demo/models)")
    parser.add_argument("--models", type=Path, help="folder with <family>/<name>/ (default: the models that ship)")
    options = parser.parse_args(arguments)
    if options.models is None:
        models = [model_files.model_folder(name) for name in model_files.list_pretrained()]
        if not models:
            raise InputError("no models ship with this copy; trained ones were expected; pass --models FOLDER")
    else:
        models = _models_in(options.models)
    entries = write_site(models, options.out)
    print(f"wrote {options.out}: {len(entries)} models, {readable_size(size_of(options.out))}")
    return 0


if __name__ == "__main__":
    run(main)
