"""The sample pool (Mordvintsev et al. 2020, experiments 2 and 3)."""

from collections.abc import Mapping, Sequence

import numpy as np

from nca_tf.files.errors import InputError


class SamplePool:
    """States to start the next rollouts from. Only cells that are not zero are stored.

    Args:
      size: number of slots.
      state: [height, width, channels], what every slot holds at first.
      extras: further arrays [size, ...] with one row a slot (labels, masks, step counts), kept beside the states.
    """

    def __init__(self, size: int, state: np.ndarray, extras: Mapping[str, np.ndarray] | None = None):
        self.shape = state.shape
        self._slots = [_compress(state)] * size
        self.extras = dict(extras or {})

    def __len__(self) -> int:
        return len(self._slots)

    def sample(self, count: int, rng: np.random.Generator) -> np.ndarray:
        """Numbers of `count` distinct slots."""
        return rng.choice(len(self), count, replace=False)

    def take(self, slots: Sequence[int]) -> np.ndarray:
        """States of the slots, float32 [slots, height, width, channels]."""
        states = np.zeros((len(slots), *self.shape), np.float32)
        cells = states.reshape(len(slots), -1, self.shape[-1])
        for state, slot in zip(cells, slots, strict=True):
            positions, values = self._slots[slot]
            state[positions] = values
        return states

    def put(self, slots: Sequence[int], states: np.ndarray, **extras: np.ndarray) -> None:
        """Replace the states of the slots, and their rows of the extras that are given by name."""
        for slot, state in zip(slots, states, strict=True):
            self._slots[slot] = _compress(state)
        for name, rows in extras.items():
            self.extras[name][slots] = rows

    def to_arrays(self) -> dict[str, np.ndarray]:
        """Everything as a few flat arrays, for checkpoints."""
        positions, values = zip(*self._slots, strict=True)
        counts = np.array([len(of_slot) for of_slot in positions], np.int64)
        arrays = {"counts": counts, "positions": np.concatenate(positions), "values": np.concatenate(values)}
        return arrays | {f"extra_{name}": array for name, array in self.extras.items()}

    def from_arrays(self, arrays: Mapping[str, np.ndarray]) -> None:
        """Take back what `to_arrays` gave.

        Raises:
          InputError: it is of a grid that does not fit into this one.
        """
        cells = self.shape[0] * self.shape[1]
        if arrays["positions"].max(initial=-1) >= cells or arrays["values"].shape[1:] != self.shape[2:]:
            raise InputError(
                f"the saved pool does not fit a grid of {self.shape[0]}x{self.shape[1]} cells with {self.shape[2]} "
                "channels; one of the same grid was expected; use the target and padding that it was saved with"
            )
        ends = np.cumsum(arrays["counts"])[:-1]
        positions, values = np.split(arrays["positions"], ends), np.split(arrays["values"], ends)
        self._slots = list(zip(positions, values, strict=True))
        self.extras = {name: arrays[f"extra_{name}"].copy() for name in self.extras}


def _compress(state: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    cells = state.reshape(-1, state.shape[-1])
    # `cells.any(axis=1)` takes six times as long.
    positions = np.flatnonzero(np.abs(cells) @ np.ones(cells.shape[1], cells.dtype)).astype(np.int32)
    return positions, cells[positions].astype(np.float32)


def worst_first(losses: np.ndarray) -> np.ndarray:
    """Order of a batch by falling loss: the first is replaced by a seed, the last ones are damaged."""
    return np.argsort(-losses, kind="stable")
