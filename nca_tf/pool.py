"""The sample pool and the damage done to its samples (Mordvintsev et al. 2020, experiments 2 and 3)."""

from collections.abc import Mapping, Sequence

import numpy as np

from nca_tf.files.errors import InputError


class SamplePool:
    """States to start the next rollouts from. Only cells that are not zero are stored.

    Args:
      size: number of slots.
      state: [height, width, channels], what every slot holds at first.
      extras: further arrays [size, ...] with one row a slot (labels, masks); kept beside the states, changed in place.
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

    def put(self, slots: Sequence[int], states: np.ndarray) -> None:
        """Replace the states of the slots."""
        for slot, state in zip(slots, states, strict=True):
            self._slots[slot] = _compress(state)

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
    positions = np.flatnonzero(cells.any(axis=1)).astype(np.int32)
    return positions, cells[positions].astype(np.float32)


def worst_first(losses: np.ndarray) -> np.ndarray:
    """Order of a batch by falling loss: the first is replaced by a seed, the last ones are damaged."""
    return np.argsort(-losses, kind="stable")


def damage_masks(count: int, height: int, width: int, rng: np.random.Generator) -> np.ndarray:
    """Circular wounds: 0 inside, 1 outside.

    The grid spans -1..1 on either axis. Each centre coordinate is uniform in -0.5..0.5, the radius uniform in 0.1..0.4.

    Returns:
      float32 [count, height, width, 1].
    """
    x, y = _axes(height, width)
    centre_x, centre_y = rng.uniform(-0.5, 0.5, (2, count, 1, 1))
    radius = rng.uniform(0.1, 0.4, (count, 1, 1))
    return np.float32(~_discs(x - centre_x, y - centre_y, radius))[..., None]


def cut_masks(count: int, height: int, width: int, rng: np.random.Generator) -> np.ndarray:
    """Large wounds, 0 inside and 1 outside; not of the paper, whose discs rarely are as large as the cuts it tests.

    One in two takes everything beyond a line in any direction, whose distance from the middle is uniform in -0.1..0.25:
    a little more than half, or less. The others are discs in the middle: centre coordinates in -0.15..0.15, radius in
    0.25..0.4. The grid spans -1..1.

    Returns:
      float32 [count, height, width, 1].
    """
    x, y = _axes(height, width)
    angle = rng.uniform(0.0, 2 * np.pi, (count, 1, 1))
    distance = rng.uniform(-0.1, 0.25, (count, 1, 1))
    beyond = x * np.cos(angle) + y * np.sin(angle) >= distance
    centre_x, centre_y = rng.uniform(-0.15, 0.15, (2, count, 1, 1))
    hole = _discs(x - centre_x, y - centre_y, rng.uniform(0.25, 0.4, (count, 1, 1)))
    return np.float32(~np.where(rng.random((count, 1, 1)) < 0.5, beyond, hole))[..., None]


def stroke_masks(count: int, height: int, width: int, rng: np.random.Generator) -> np.ndarray:
    """Swaths as a brush leaves them, 0 inside and 1 outside; not of the paper, whose demo erases with a brush.

    Each follows a line in any direction through a point whose coordinates are uniform in -0.5..0.5 (the grid spans
    -1..1) and is 7 to 13 cells wide, uniformly: as wide as a stroke of the web demos' erasers.

    Returns:
      float32 [count, height, width, 1].
    """
    x, y = _axes(height, width)
    angle = rng.uniform(0.0, np.pi, (count, 1, 1))
    through_x, through_y = rng.uniform(-0.5, 0.5, (2, count, 1, 1))
    half_width = rng.uniform(7.0, 13.0, (count, 1, 1)) / 2
    across = (x - through_x) * (width - 1) / 2 * np.cos(angle) + (y - through_y) * (height - 1) / 2 * np.sin(angle)
    return np.float32(np.abs(across) >= half_width)[..., None]


def _axes(height: int, width: int) -> tuple[np.ndarray, np.ndarray]:
    y = np.linspace(-1.0, 1.0, height)[None, :, None]
    return np.linspace(-1.0, 1.0, width)[None, None, :], y


def _discs(x: np.ndarray, y: np.ndarray, radius: np.ndarray) -> np.ndarray:
    return (x / radius) ** 2 + (y / radius) ** 2 < 1.0
