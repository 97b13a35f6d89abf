"""The pictures that a model has on the page: what it should grow, what it grows, sample images, and a thumbnail."""

from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from nca_tf.data.sample_digits import NAMES, SIDE, sheet_file
from nca_tf.files import model_files
from nca_tf.pictures.animation import encode_png, straight
from nca_tf.pictures.model_targets import target_of

THUMBNAIL, TARGET, SAMPLES = "thumbnail.png", "target.png", "samples.png"
STEPS = 240
STEPS_UNTIL_ARRIVAL = 80
"""A pattern that was not taught to stay is shown when it has just arrived."""
MARGIN = 4
"""Cells around the target that the thumbnail shows."""


def pictures(source: Path, meta: dict[str, Any], *, training: str | None, dataset: str | None) -> dict[str, bytes]:
    """PNG files for the page, by name: those beside the model, and what can be made for it.

    Args:
      source: the model's folder.
      meta: its meta.json.
      training: "growing", "persistent", "regenerating" or None.
      dataset: for a classifier, what it was trained on.
    """
    names = (THUMBNAIL, TARGET, SAMPLES)
    found = {name: (source / name).read_bytes() for name in names if (source / name).is_file()}
    if TARGET not in found and isinstance(meta.get("target"), str):
        found[TARGET] = encode_png(straight(_target(source, meta)))
    if SAMPLES not in found and dataset in NAMES:
        found[SAMPLES] = sheet_file(dataset)
    if THUMBNAIL not in found and TARGET in found:
        steps = STEPS_UNTIL_ARRIVAL if training == "growing" else STEPS
        found[THUMBNAIL] = encode_png(straight(_grown(source, meta, steps)))
    elif THUMBNAIL not in found and SAMPLES in found:
        with Image.open(BytesIO(found[SAMPLES])) as image:
            found[THUMBNAIL] = encode_png(np.asarray(image.convert("L"))[: 2 * SIDE, : 2 * SIDE])
    return found


def mentions(folder: Path) -> dict[str, Any]:
    """What meta.json says about the pictures in a folder of the site."""
    said: dict[str, Any] = {}
    if (folder / THUMBNAIL).is_file():
        said["thumbnail"] = THUMBNAIL
    if (folder / TARGET).is_file():
        said["target_image"] = TARGET
    if (folder / SAMPLES).is_file():
        with Image.open(folder / SAMPLES) as image:
            width, height = image.size
        said["samples"] = {"image": SAMPLES, "tile": SIDE, "rows": height // SIDE, "columns": width // SIDE}
    return said


def _target(source: Path, meta: dict[str, Any]) -> np.ndarray:
    """The picture that the model was trained to grow, float32 [height, width, 4], premultiplied."""
    return target_of(meta, source).picture


def _grown(source: Path, meta: dict[str, Any], steps: int) -> np.ndarray:
    """What the model grows from one cell, float32 [side, side, 4], premultiplied."""
    model = model_files.load(source)
    _, size, padding = target_of(meta, source)
    side = size + 2 * padding
    state = np.asarray(model.rollout(model.seed_state(1, side, side), steps, random_seed=0))
    first = max((side - size) // 2 - MARGIN, 0)
    return state[0, first : side - first, first : side - first, :4]
