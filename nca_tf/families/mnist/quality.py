"""How exports of a self-classifying automaton are judged: by the share of living cells that know their class."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from nca_tf.cells.quality import Quality
from nca_tf.data.datasets import load_images
from nca_tf.data.sample_digits import NAMES, sample_digits
from nca_tf.files.budget import Budget
from nca_tf.files.errors import InputError

if TYPE_CHECKING:
    from nca_tf.families.mnist.automaton import SelfClassifyingCA

IMAGES = 30
CLASSES = 10
NOISES = 16
RUN_BYTES = 128 << 20
"""For the start states and all grids of noise, and as much again for the widest layers of one step."""
WATCHED_STEPS = 500
"""Steps in which a classifier's cells are watched: they go on changing their minds long after training's 20 steps."""


def mnist_quality(model: "SelfClassifyingCA", meta: dict[str, Any], folder: Path) -> Quality:
    """Returns the standard run of a `SelfClassifyingCA`: thirty images, as many of each class.

    Args:
      model: the automaton.
      meta: its meta.json; "dataset" names the data it was trained on.
      folder: not read here; the images are bundled ones where there are any, else test data.
    Raises:
      InputError: the states that the model's sizes ask for are beyond `RUN_BYTES`.
    """
    images, labels = _images(meta.get("dataset", NAMES[0]))
    grids, widest = 1 + NOISES * bool(model.noise), max(model.features, model.hidden)
    for count, each in ((grids, model.channels), (1, widest)):
        Budget(RUN_BYTES, folder).take(4 * images.size * count * each, f"{count} grids of {each} values a cell")
    start = np.zeros((*images.shape, model.channels), np.float32)
    start[..., 0] = images
    alive = images > model.alive_threshold

    # Noise is two orders larger than all else; a few grids of it, used in turn, are quickly moved to where steps run.
    shape = (*images.shape, model.channels - 1)
    noises = [np.random.default_rng([28, turn]).standard_normal(shape, np.float32) for turn in range(NOISES)]

    def inputs(step: int) -> dict[str, np.ndarray]:
        drawn = np.random.default_rng([step, 28]).random(images.shape)
        fire = {"fire": (drawn < model.fire_rate).astype(np.float32)}
        return {**fire, "noise": noises[step % NOISES]} if model.noise else fire

    def accuracy(states: np.ndarray) -> float:
        right = states[..., -model.classes :].argmax(axis=-1) == labels[:, None, None]
        return float(right[alive].mean())

    groups = {"image": slice(0, 1), "hidden": slice(1, -model.classes), "classes": slice(-model.classes, None)}
    common = {
        "start": start,
        "inputs": inputs,
        "groups": groups,
        "living": lambda states: float(alive.sum() / len(alive)),
        "watched": slice(None, None, max(1, len(images) // CLASSES)),
        "watched_steps": WATCHED_STEPS,
    }
    if labels is None:
        return Quality(**common)
    return Quality(**common, metric="cell_accuracy", score=accuracy, lower_is_better=False)


def _images(dataset: str) -> tuple[np.ndarray, np.ndarray | None]:
    """Images, float32 [images, height, width] from 0 to 1, and labels; without labels where there are no data."""
    try:
        data = sample_digits(dataset) if dataset in NAMES else load_images(dataset, "test", download=False)
    except InputError:
        return _strokes(), None
    chosen = np.concatenate([np.flatnonzero(data.labels == label)[: IMAGES // CLASSES] for label in range(CLASSES)])
    return data.images[chosen].astype(np.float32) / 255, data.labels[chosen]


def _strokes() -> np.ndarray:
    """A few drawings, for comparing exports where there are no data."""
    images = np.zeros((4, 28, 28), np.float32)
    images[0, 5:8, 6:21] = images[0, 8:24, 14:17] = 1.0
    images[1, 4:24, 12:16] = 0.8
    images[2, 6:22, 6:22] = 0.9
    images[2, 9:19, 9:19] = 0.0
    images[3] = np.eye(28, dtype=np.float32) + np.eye(28, k=1, dtype=np.float32)
    return np.clip(images, 0, 1)
