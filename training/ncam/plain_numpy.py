"""One automaton out of a manifold in a few lines of NumPy, independent of everything else: what its files mean."""

import numpy as np


def step(state: np.ndarray, fire: np.ndarray, arrays: dict[str, np.ndarray], epsilon: float = 1e-3) -> np.ndarray:
    """One step of one image.

    Args:
      state: [height, width, channels].
      fire: bool [height, width], the cells that update.
      arrays: weights by name, as they lie in a genome's weights.npz.
      epsilon: added to the variance of a gradient.
    Returns:
      The next state; nothing lies beyond the border.
    """
    height, width, channels = state.shape
    around = np.pad(state, ((1, 1), (1, 1), (0, 0)))
    at = {(i, j): around[1 + i : 1 + i + height, 1 + j : 1 + j + width] for i in (-1, 0, 1) for j in (-1, 0, 1)}
    right, left = (at[-1, j] + 2 * at[0, j] + at[1, j] for j in (1, -1))
    below, above = (at[i, -1] + 2 * at[i, 0] + at[i, 1] for i in (1, -1))
    gradients = np.stack([right - left, below - above], axis=-1) / 8
    gradients -= gradients.mean(axis=(0, 1))
    gradients /= np.sqrt(np.square(gradients).mean(axis=(0, 1)) + epsilon)
    sensed = np.concatenate([state[..., None], gradients], axis=-1).reshape(height, width, 3 * channels)
    hidden = np.maximum(sensed @ arrays["dense1/kernel"] + arrays["dense1/bias"], 0)
    return state + (hidden @ arrays["dense2/kernel"] + arrays["dense2/bias"]) * fire[..., None]


def grow(arrays: dict[str, np.ndarray], side: int, steps: int, fire_rate: float, random_seed: int = 0) -> np.ndarray:
    """The state [side, side, channels] after `steps` from the seed, with draws of its own."""
    state = np.zeros((side, side, len(arrays["dense2/bias"])))
    state[side // 2, side // 2] = 1.0
    random = np.random.default_rng(random_seed)
    for _ in range(steps):
        state = step(state, random.random((side, side)) < fire_rate, arrays)
    return state
