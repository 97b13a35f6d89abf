"""Where the rollouts of the digits start: new images, states of the pool, and states whose image was changed."""

import numpy as np

from nca_tf.data.datasets import LabelledImages
from nca_tf.families.mnist.automaton import GREY
from nca_tf.pool import SamplePool

LABELS = "labels"


def new_digits(
    data: LabelledImages, count: int, channels: int, rng: np.random.Generator
) -> tuple[np.ndarray, np.ndarray]:
    """Digits that have not talked yet: states [count, height, width, channels], labels [count]."""
    grey, labels = _images(data, count, rng)
    states = np.zeros((*grey.shape, channels), np.float32)
    states[..., GREY] = grey
    return states, labels


def make_pool(data: LabelledImages, size: int, channels: int, rng: np.random.Generator) -> SamplePool:
    """A pool of new digits, each with its label."""
    states, labels = new_digits(data, size, channels, rng)
    pool = SamplePool(size, states[0], {LABELS: labels})
    pool.put(range(size), states)
    return pool


def draw(
    pool: SamplePool,
    data: LabelledImages,
    size: int,
    fresh: int,
    changed: int,
    threshold: float | None,
    rng: np.random.Generator,
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """A batch from distinct slots: `fresh` new digits first; `changed` at the end, mutated or new as well.

    Args:
      threshold: cells live where the grey value is above this; None: those at the end are new, too.
    Returns:
      slots [size], states [size, height, width, channels], labels [size].
    """
    slots = pool.sample(size, rng)
    states, labels = pool.take(slots), pool.extras[LABELS][slots]
    channels = states.shape[-1]
    if fresh:
        states[:fresh], labels[:fresh] = new_digits(data, fresh, channels, rng)
    if changed and threshold is None:
        states[-changed:], labels[-changed:] = new_digits(data, changed, channels, rng)
    elif changed:
        grey, labels[-changed:] = _images(data, changed, rng)
        states[-changed:] = mutated(states[-changed:], grey, threshold)
    return slots, states, labels


def mutated(states: np.ndarray, grey: np.ndarray, threshold: float) -> np.ndarray:
    """Another digit under the same cells: those that live in both keep what they know, all others know nothing.

    Args:
      states: [batch, height, width, channels].
      grey: [batch, height, width], the new images, 0..1.
    """
    changed = states * (grey > threshold)[..., None]
    changed[..., GREY] = grey
    return changed


def from_earlier_version(arrays: dict[str, np.ndarray], size: int, cells: int) -> dict[str, np.ndarray]:
    """A pool as version 0.1.0 saved it, in the form that `SamplePool.from_arrays` takes.

    Args:
      arrays: `kept`, bits of the cells that are not zero; `values`, their states; `labels`.
      size: number of slots.
      cells: of one grid.
    """
    kept = np.unpackbits(arrays["kept"], count=size * cells).reshape(size, cells).astype(bool)
    return {
        "counts": kept.sum(axis=1),
        "positions": np.nonzero(kept)[1].astype(np.int32),
        "values": arrays["values"],
        f"extra_{LABELS}": arrays["labels"],
    }


def _images(data: LabelledImages, count: int, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    chosen = rng.integers(len(data), size=count)
    return data.images[chosen] / np.float32(255), data.labels[chosen]
