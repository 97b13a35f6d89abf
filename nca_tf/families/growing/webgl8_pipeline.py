"""Runs an 8-bit WebGL model as the published demo's five passes do, with numpy.

State, perception, hidden layer and update are each rounded to one byte a value (quantization.py has the scheme). Only
firing cells in or next to living ones are computed: no other update reaches a living cell. Differs from the float
automaton as the demo does: the grid wraps around, and a cell counts as mature from alpha = 0.1 on, that value included.
"""

import math

import numpy as np

from nca_tf.families.growing.quantization import SIGNED_ZERO, Layer, decode, encode

ALPHA = 3
MATURE = np.float32(0.1)
NEIGHBOURS = [(row, column) for row in (-1, 0, 1) for column in (-1, 0, 1)]


class EightBitAutomaton:
    """The five-pass pipeline over one model.

    Args:
      layers: the two layers as `nca_tf.families.growing.webgl8.parse` returns them.
      angle: rotation of the gradient filters, radians.
    """

    def __init__(self, layers: tuple[Layer, Layer], angle: float = 0.0):
        self.channels = layers[1].kernel.shape[1]
        self._dense = [layer.floats() for layer in layers]
        self._filters = _filters(angle)

    def seed_state(self, height: int, width: int) -> np.ndarray:
        """Returns uint8 [height, width, channels]: empty but for the seed, one cell up and left of the middle."""
        state = np.full((height, width, self.channels), SIGNED_ZERO, np.uint8)
        state[height // 2 - 1, width // 2 - 1, ALPHA:] = encode(np.float32(1.0))
        return state

    def floats(self, state: np.ndarray) -> np.ndarray:
        """Returns the float32 values that a state's bytes stand for."""
        return decode(state)

    def step(self, state: np.ndarray, fire: np.ndarray) -> np.ndarray:
        """Returns the next state.

        Args:
          state: uint8 [height, width, channels].
          fire: bool [height, width], which cells update.
        """
        values = decode(state)
        before = _neighbourhood_maximum(values[..., ALPHA])
        # A firing cell beside a living one is not born, but counts as its mature neighbour after the update.
        rows, columns = np.nonzero(_neighbourhood_maximum(before >= MATURE) & fire)
        update = np.zeros_like(values)
        update[rows, columns] = self._updates(values, rows, columns)
        after = values + update
        alive = np.minimum(before, _neighbourhood_maximum(after[..., ALPHA])) >= MATURE
        return np.where(alive[..., None], encode(after), np.uint8(SIGNED_ZERO))

    def _updates(self, values: np.ndarray, rows: np.ndarray, columns: np.ndarray) -> np.ndarray:
        height, width, _ = values.shape
        patches = np.stack([values[(rows + dy) % height, (columns + dx) % width] for dy, dx in NEIGHBOURS])
        perceived = np.einsum("fp,prc->rfc", self._filters, patches, optimize=True)
        perceived = perceived.reshape(len(rows), 3 * self.channels)
        (kernel1, bias1), (kernel2, bias2) = self._dense
        hidden = decode(encode(decode(encode(perceived)) @ kernel1 + bias1, hidden=True), hidden=True)
        return decode(encode(hidden @ kernel2 + bias2))


def _filters(angle: float) -> np.ndarray:
    """Identity, x-gradient and y-gradient as float32 [3, 9], one weight a neighbour, row by row."""
    identity = np.zeros((3, 3))
    identity[1, 1] = 1
    x_gradient = np.outer([1, 2, 1], [-1, 0, 1]) / 8
    cosine, sine = math.cos(angle), math.sin(angle)
    rotated = [cosine * x_gradient - sine * x_gradient.T, sine * x_gradient + cosine * x_gradient.T]
    return np.stack([identity, *rotated]).reshape(3, 9).astype(np.float32)


def _neighbourhood_maximum(alpha: np.ndarray) -> np.ndarray:
    across = np.maximum(alpha, np.maximum(np.roll(alpha, 1, 1), np.roll(alpha, -1, 1)))
    return np.maximum(across, np.maximum(np.roll(across, 1, 0), np.roll(across, -1, 0)))
