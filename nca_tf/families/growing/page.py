"""A growing automaton on the web page: the picture that it should grow, and what it grows."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from nca_tf.cells.page import THUMBNAIL, Page, picture_beside
from nca_tf.data.titles import title_of
from nca_tf.pictures.animation import encode_png, straight
from nca_tf.pictures.model_targets import TARGET_FILE, target_of
from nca_tf.pictures.targets import NAMES

if TYPE_CHECKING:
    from nca_tf.families.growing.automaton import GrowingCA

TRAININGS = ("growing", "persistent", "regenerating")
"""The article's experiments, with which names of models end."""
STEPS = 240
STEPS_UNTIL_ARRIVAL = 80
"""A pattern that was not taught to stay is shown when it has just arrived."""
MARGIN = 4
"""Cells around the target that the thumbnail shows."""


def growing_page(model: "GrowingCA", meta: dict[str, Any], folder: Path) -> Page:
    """Returns what the page is told of a `GrowingCA`; `meta` and `folder` are those of its files."""
    words = words_of(meta, folder.name)
    pattern, training = words["pattern"], words["training"]

    def target() -> bytes | None:
        return encode_png(straight(target_of(meta, folder).picture)) if isinstance(meta.get("target"), str) else None

    def thumbnail() -> bytes | None:
        steps = STEPS_UNTIL_ARRIVAL if training == TRAININGS[0] else STEPS
        return encode_png(straight(_grown(model, meta, folder, steps))) if pictures else None

    pictures = picture_beside(folder, TARGET_FILE, target)
    mentions = {"target_image": TARGET_FILE} if pictures else {}
    return Page(
        words=words,
        facts={},
        pictures=picture_beside(folder, THUMBNAIL, thumbnail) | pictures,
        mentions=mentions,
        place=(_index(NAMES, pattern), pattern, _index(TRAININGS, training)),
    )


def words_of(meta: dict[str, Any], name: str) -> dict[str, Any]:
    """What the model is called, what it grows, how it was trained.

    Args:
      meta: the model's meta.json.
      name: the model's folder name, for instance "lizard-regenerating".
    """
    training = meta.get("training") or next((word for word in TRAININGS if name.endswith(f"-{word}")), None)
    pattern = name.removesuffix(f"-{training}") if training else name
    pattern_title = title_of(pattern)
    title = meta.get("title") or (f"{pattern_title}, {training}" if training else pattern_title)
    return {"title": title, "pattern": pattern, "pattern_title": pattern_title, "training": training}


def _index(names: tuple[str, ...], name: str | None) -> int:
    return names.index(name) if name in names else len(names)


def _grown(model, meta: dict[str, Any], folder: Path, steps: int) -> np.ndarray:
    """What the model grows from one cell, float32 [side, side, 4], premultiplied."""
    _, size, padding = target_of(meta, folder)
    side = size + 2 * padding
    state = np.asarray(model.rollout(model.seed_state(1, side, side), steps, random_seed=0))
    return shown_part(state[0], padding)


def shown_part(state: np.ndarray, padding: int) -> np.ndarray:
    """The colours [height, width, 4] that a thumbnail shows of a state [height, width, channels]."""
    first = max(padding - MARGIN, 0)
    return state[first : state.shape[0] - first, first : state.shape[1] - first, :4]
