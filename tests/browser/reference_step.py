"""The dense steps of a growing automaton and of a digit classifier in plain NumPy, to hold the page's engines against.

States are float32 [height, width, channels]; fire masks are bool [height, width].
"""

import numpy as np

ALIVE_THRESHOLD = np.float32(0.1)
NOISE = np.float32(0.02)
SOBEL_X = np.outer([1, 2, 1], [-1, 0, 1]).astype(np.float32) / 8
CODEC_LIMIT = np.arctan(10.0)
SIGNED = (2 * CODEC_LIMIT, 127 / 255)
UNSIGNED = (CODEC_LIMIT, 0.0)


def _neighbours(state, edges, side=3):
    """float32 [side, side, height, width, channels]: what stands around each cell."""
    reach = side // 2
    padded = np.pad(state, [(reach, reach), (reach, reach), (0, 0)], mode="wrap" if edges == "wrap" else "constant")
    height, width = state.shape[:2]
    return np.stack([np.stack([padded[y : y + height, x : x + width] for x in range(side)]) for y in range(side)])


def _mature_nearby(alpha, edges):
    return _neighbours(alpha[..., None], edges).max((0, 1))[..., 0] > ALIVE_THRESHOLD


def _same(values):
    return values


def through_8_bits(values, span, zero):
    """What is left of `values` in the published demo's textures."""
    stored = np.clip(np.floor((np.arctan(values) / span + zero) * 255 + 0.5), 0, 255)
    return np.tan((stored / 255 - zero) * span).astype(np.float32)


def growing_step(weights, state, fire, *, edges="zero", angle=0.0, step_size=1.0, eight_bit=False):
    """One step of nca_tf.GrowingCA; with `eight_bit`, rounded everywhere as in the published demo."""
    code = (lambda values: through_8_bits(values, *SIGNED)) if eight_bit else _same
    around = _neighbours(state, edges)
    dx = np.einsum("yx,yxhwc->hwc", SOBEL_X, around)
    dy = np.einsum("yx,yxhwc->hwc", SOBEL_X.T, around)
    cos, sin = np.float32(np.cos(angle)), np.float32(np.sin(angle))
    perception = np.stack([state, cos * dx - sin * dy, sin * dx + cos * dy], -1).reshape(*state.shape[:2], -1)
    hidden = np.maximum(code(perception) @ weights["dense1/kernel"] + weights["dense1/bias"], 0)
    if eight_bit:
        hidden = through_8_bits(hidden, *UNSIGNED)
    increment = code((hidden @ weights["dense2/kernel"] + weights["dense2/bias"]) * np.float32(step_size))
    after = state + increment * fire[..., None]
    alive = _mature_nearby(state[..., 3], edges) & _mature_nearby(after[..., 3], edges)
    return (code(after) * alive[..., None]).astype(np.float32)


def digit_step(weights, state, fire, noise, *, edges="zero"):
    """One step of nca_tf.SelfClassifyingCA; noise [height, width, channels - 1] is standard normal."""
    around = _neighbours(state, edges, len(weights["perceive/kernel"]))
    perceived = np.einsum("yxhwc,yxco->hwo", around, weights["perceive/kernel"], optimize=True)
    perceived = np.maximum(perceived + weights["perceive/bias"], 0)
    hidden = np.maximum(perceived @ weights["dense1/kernel"] + weights["dense1/bias"], 0)
    increment = hidden @ weights["dense2/kernel"] + weights["dense2/bias"] + NOISE * noise
    changes = fire & (state[..., 0] > ALIVE_THRESHOLD)
    after = state.copy()
    after[..., 1:] += increment * changes[..., None]
    return after.astype(np.float32)
