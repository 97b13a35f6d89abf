"""What is taken from patterns: discs, cuts and strokes of a training's damage, and the five cuts of the article's test.

Masks are drawn for a grid that spans -1..1 on either axis.
"""

import numpy as np

CUTS = ("lower", "upper", "left", "right", "centre")
CENTRE = 16
"""Side of the square that is erased from the middle, in cells."""


def disc_masks(count: int, height: int, width: int, rng: np.random.Generator) -> np.ndarray:
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


def cut(state: np.ndarray, which: str) -> np.ndarray:
    """A copy of a state [..., height, width, channels] with a half, or the centre square, set to zero.

    Args:
      which: one of `CUTS`.
    Raises:
      ValueError: it is none of these.
    """
    if which not in CUTS:
        raise ValueError(f"the cut {which!r} is unknown; one of {', '.join(CUTS)} was expected; correct it.")
    state = np.array(state)
    height, width = state.shape[-3:-1]
    top, left = (height - CENTRE) // 2, (width - CENTRE) // 2
    rows, columns = {
        "lower": (slice(height // 2, None), slice(None)),
        "upper": (slice(None, height // 2), slice(None)),
        "left": (slice(None), slice(None, width // 2)),
        "right": (slice(None), slice(width // 2, None)),
        "centre": (slice(top, top + CENTRE), slice(left, left + CENTRE)),
    }[which]
    state[..., rows, columns, :] = 0.0
    return state


def three_pieces(state: np.ndarray, width: int) -> np.ndarray:
    """A state [batch, height, 3 * span, channels] whose pattern of `width` cells is cut into three upright pieces.

    The pattern stands in the middle; the outer pieces are moved apart, so that each has its own third of the grid.
    """
    span, third = state.shape[2] // 3, width // 3
    apart, left_cut = span - third, (state.shape[2] - third) // 2
    pieces = np.zeros_like(state)
    pieces[:, :, : left_cut - apart] = state[:, :, apart:left_cut]
    pieces[:, :, left_cut : left_cut + third] = state[:, :, left_cut : left_cut + third]
    pieces[:, :, left_cut + third + apart :] = state[:, :, left_cut + third : -apart]
    return pieces


def _axes(height: int, width: int) -> tuple[np.ndarray, np.ndarray]:
    y = np.linspace(-1.0, 1.0, height)[None, :, None]
    return np.linspace(-1.0, 1.0, width)[None, None, :], y


def _discs(x: np.ndarray, y: np.ndarray, radius: np.ndarray) -> np.ndarray:
    return (x / radius) ** 2 + (y / radius) ** 2 < 1.0
