"""A two-headed flatworm, drawn from a curve and a width profile; `emoji/planarian.png` is its output.

The target of the paper's planarian figure is not ours to ship, so this one is our own.
"""

import numpy as np
from PIL import Image

WIDTH, HEIGHT = 48, 24
_SUPERSAMPLING = 4
_BACK = (92, 58, 30)
_FLANK = (176, 128, 82)
_HEAD = (214, 178, 138)
_EYE_PATCH = (240, 230, 214)
_PUPIL = (30, 22, 18)
# Distance from the tip of a head in pixels, half-width of the body there: tip, ears, neck, trunk.
_PROFILE = ((0, 1.2), (2, 2.6), (6, 5.0), (7, 5.1), (8, 4.6), (10.5, 3.7), (17, 5.0), (25, 5.4))
_EYE_FROM_TIP, _EYE_FROM_AXIS = 5.5, 2.0


def _axis(points: int = 250) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Returns the points [points, 2] of the worm's curved axis, its unit tangents, and the length up to each point."""
    t = np.linspace(0, 1, points)
    x = 1.4 + (WIDTH - 2.8) * t
    y = HEIGHT / 2 + 6.5 * np.sin(2 * np.pi * t) * np.sin(np.pi * t) ** 1.3
    axis = np.stack([x, y], axis=-1)
    tangent = np.gradient(axis, axis=0)
    tangent /= np.linalg.norm(tangent, axis=-1, keepdims=True)
    length = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(axis, axis=0), axis=-1))])
    return axis, tangent, length


def _mix(base: np.ndarray, colour: tuple[int, int, int], share: np.ndarray) -> np.ndarray:
    return base + share[..., None] * (np.float64(colour) - base)


def draw_planarian() -> Image.Image:
    """Draws the worm: RGBA with straight alpha, 48x24 pixels, one head with two eye-spots at each end."""
    axis, tangent, length = _axis()
    from_tip = np.minimum(length, length[-1] - length)
    half_width = np.interp(from_tip, *np.transpose(_PROFILE))

    rows, columns = np.indices((HEIGHT * _SUPERSAMPLING, WIDTH * _SUPERSAMPLING))
    pixels = (np.stack([columns, rows], axis=-1) + 0.5) / _SUPERSAMPLING
    distance = np.linalg.norm(pixels[:, :, None] - axis, axis=-1)
    nearest = np.argmin(distance, axis=-1)
    offset = np.take_along_axis(distance, nearest[..., None], axis=-1)[..., 0] / half_width[nearest]

    rgb = _mix(np.full((*offset.shape, 3), _BACK, np.float64), _FLANK, np.clip(offset, 0, 1) ** 1.5)
    rgb = _mix(rgb, _HEAD, np.clip((11 - from_tip[nearest]) / 6, 0, 1))
    for end in (np.searchsorted(length, _EYE_FROM_TIP), np.searchsorted(length, length[-1] - _EYE_FROM_TIP)):
        normal = tangent[end] @ np.array([[0, 1], [-1, 0]])
        for side in (-1, 1):
            from_eye = np.linalg.norm(pixels - (axis[end] + side * _EYE_FROM_AXIS * normal), axis=-1)
            rgb = _mix(rgb, _EYE_PATCH, (from_eye < 1.5).astype(float))
            rgb = _mix(rgb, _PUPIL, (from_eye < 0.9).astype(float))

    alpha = 255.0 * (offset <= 1)
    large = Image.fromarray(np.rint(np.concatenate([rgb, alpha[..., None]], axis=-1)).astype(np.uint8))
    return large.resize((WIDTH, HEIGHT), Image.Resampling.BOX)
