"""A self-classifying automaton on the web page: names and colours of its classes, and images to classify."""

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from PIL import Image

from nca_tf.cells.page import THUMBNAIL, Page, picture_beside
from nca_tf.data.datasets import SOURCES
from nca_tf.data.sample_digits import NAMES, SIDE, sheet_file
from nca_tf.data.titles import title_of
from nca_tf.families.mnist.labels import UNDECIDED_BELOW
from nca_tf.families.mnist.pictures import PUBLISHED, SAFE
from nca_tf.pictures.animation import encode_png

if TYPE_CHECKING:
    from nca_tf.families.mnist.automaton import SelfClassifyingCA

SAMPLES = "samples.png"


def mnist_page(model: "SelfClassifyingCA", meta: dict[str, Any], folder: Path) -> Page:
    """Returns what the page is told of a `SelfClassifyingCA`; `meta` and `folder` are those of its files."""
    name, dataset = folder.name, dataset_of(meta, folder.name)
    title = title_of(name)

    def thumbnail() -> bytes | None:
        return encode_png(_sheet(samples)[: 2 * SIDE, : 2 * SIDE]) if samples else None

    samples = picture_beside(folder, SAMPLES, lambda: sheet_file(dataset) if dataset in NAMES else None)
    mentions = {}
    if samples:
        height, width = _sheet(samples).shape
        mentions["samples"] = {"image": SAMPLES, "tile": SIDE, "rows": height // SIDE, "columns": width // SIDE}
    known = tuple(SOURCES)
    return Page(
        words={"title": meta.get("title") or title, "pattern": name, "pattern_title": title, "training": None},
        facts={
            "dataset": dataset,
            "class_names": list(SOURCES[dataset].labels),
            "palette": PUBLISHED.tolist(),
            "palette_safe": SAFE.tolist(),
            "undecided_below": UNDECIDED_BELOW,
        },
        pictures=picture_beside(folder, THUMBNAIL, thumbnail) | samples,
        mentions=mentions,
        place=(known.index(name) if name in known else len(known), name),
    )


def dataset_of(meta: dict[str, Any], name: str) -> str:
    """What a classifier was trained on: its meta.json says it, else the name of its folder does."""
    known = (meta.get("dataset"), name, f"{name}_mnist", *(key for key in SOURCES if name.startswith(f"{key}-")))
    return next((key for key in known if key in SOURCES), "mnist")


def _sheet(samples: dict[str, bytes]) -> np.ndarray:
    with Image.open(BytesIO(samples[SAMPLES])) as image:
        return np.asarray(image.convert("L"))
