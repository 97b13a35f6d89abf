"""The sample pool of the self-classifying digits: small and of fixed size, so a plain array serves."""

from collections.abc import Mapping

import numpy as np

from nca_tf.data.datasets import LabelledImages


class DigitPool:
    """States to go on from, each with the digit it belongs to.

    Args:
      data: where digits come from.
      size: number of slots.
      channels: values in a cell's state, the grey value included.
      threshold: cells live where the grey value is above this.
    """

    def __init__(self, data: LabelledImages, size: int, channels: int, threshold: float, rng: np.random.Generator):
        self._data, self._threshold = data, threshold
        self.states = np.zeros((size, *data.images.shape[1:], channels), np.float32)
        self.labels = np.zeros(size, np.int32)
        self.states[..., 0], self.labels[:] = self._digits(size, rng)

    def draw(self, count: int, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
        """Fresh digits that have not talked yet: states [count, height, width, channels], labels [count]."""
        states = np.zeros((count, *self.states.shape[1:]), np.float32)
        states[..., 0], labels = self._digits(count, rng)
        return states, labels

    def batch(self, size: int, fresh: int, changed: int, mutate: bool, rng: np.random.Generator):
        """A batch from distinct slots: `fresh` new digits first; `changed` at the end, mutated or new as well.

        Returns:
          slots [size], states [size, height, width, channels], labels [size].
        """
        slots = rng.choice(len(self.labels), size, replace=False)
        states, labels = self.states[slots], self.labels[slots]
        if fresh:
            states[:fresh], labels[:fresh] = self.draw(fresh, rng)
        if changed:
            if mutate:
                grey, labels[-changed:] = self._digits(changed, rng)
                states[-changed:] = mutated(states[-changed:], grey, self._threshold)
            else:
                states[-changed:], labels[-changed:] = self.draw(changed, rng)
        return slots, states, labels

    def put(self, slots: np.ndarray, states: np.ndarray, labels: np.ndarray) -> None:
        """Replace the states of the slots."""
        self.states[slots], self.labels[slots] = states, labels

    def to_arrays(self) -> dict[str, np.ndarray]:
        """Everything, living cells only, for checkpoints."""
        kept = self.states.any(axis=-1)
        return {"kept": np.packbits(kept), "values": self.states[kept], "labels": self.labels.copy()}

    def from_arrays(self, arrays: Mapping[str, np.ndarray]) -> None:
        """Take back what `to_arrays` gave."""
        shape = self.states.shape[:-1]
        kept = np.unpackbits(arrays["kept"], count=int(np.prod(shape))).reshape(shape).astype(bool)
        self.states[:] = 0.0
        self.states[kept] = arrays["values"]
        self.labels[:] = arrays["labels"]

    def _digits(self, count: int, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
        chosen = rng.integers(len(self._data), size=count)
        return self._data.images[chosen] / np.float32(255), self._data.labels[chosen]


def mutated(states: np.ndarray, grey: np.ndarray, threshold: float) -> np.ndarray:
    """Another digit under the same cells: those that live in both keep what they know, all others know nothing.

    Args:
      states: [batch, height, width, channels].
      grey: [batch, height, width], the new images, 0..1.
    """
    changed = states * (grey > threshold)[..., None]
    changed[..., 0] = grey
    return changed
