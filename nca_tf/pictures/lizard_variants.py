"""The six altered lizards that adversaries and perturbations aim for, made from the bundled lizard.

The originals (Randazzo et al. 2021) were altered by hand and are not ours to ship. Here a body part is erased inside a
polygon, and skin is recoloured by how green a pixel is. Polygons are in pixels of the cropped, 60x60 lizard, x to the
right and y downwards, pixel (i, j) covering [i, i+1] x [j, j+1].
"""

from collections.abc import Callable
from functools import partial

import numpy as np
from PIL import Image, ImageDraw

SIDE = 60
_SUPERSAMPLING = 8
_OUTLINE = (46, 125, 50)
_OUTLINE_WIDTH = 1.6

Point = tuple[float, float]

# Where the part was cut off; the polygon is closed by the points far from the body that follow.
_TAIL_CUT: tuple[Point, ...] = ((41, 29.2), (39.6, 33), (38.6, 37), (36.4, 40.4), (34.4, 42.6))
_ARM_CUT: tuple[Point, ...] = ((9.5, 25.2), (11.5, 26), (12.6, 29), (14, 32), (16.2, 34.8), (18.4, 36.6))
_LEG_CUT: tuple[Point, ...] = ((34.2, 24.6), (35.6, 25.6), (37.2, 27.2), (38.8, 29.2), (40.4, 32))
_HEAD_CUT: tuple[Point, ...] = ((18, 0), (18, 14), (18.6, 20.2), (15, 22.2), (11.4, 25))
_TAIL_FAR: tuple[Point, ...] = ((37, 45), (37, 60), (60, 60), (60, 29.2))
_ARM_FAR: tuple[Point, ...] = ((18.4, 43), (0, 43), (0, 25.2))
_LEG_FAR: tuple[Point, ...] = ((52, 32), (52, 13), (38, 13))
_HEAD_FAR: tuple[Point, ...] = ((0, 25), (0, 0))
_CROWN: tuple[Point, ...] = ((4, 0), (11, 0), (15, 8), (13, 14.6), (4, 14.6))


def _draw_mask(draw_on: Callable[[ImageDraw.ImageDraw], None]) -> np.ndarray:
    """Returns float32 [60, 60] in [0, 1]: the covered share of each pixel."""
    canvas = Image.new("L", (SIDE * _SUPERSAMPLING, SIDE * _SUPERSAMPLING))
    draw_on(ImageDraw.Draw(canvas))
    return np.asarray(canvas.reduce(_SUPERSAMPLING), np.float32) / 255


def _inside(points: tuple[Point, ...]) -> np.ndarray:
    scaled = [(x * _SUPERSAMPLING, y * _SUPERSAMPLING) for x, y in points]
    return _draw_mask(lambda draw: draw.polygon(scaled, fill=255))


def _along(points: tuple[Point, ...], width: float) -> np.ndarray:
    scaled = [(x * _SUPERSAMPLING, y * _SUPERSAMPLING) for x, y in points]
    return _draw_mask(lambda draw: draw.line(scaled, fill=255, width=round(width * _SUPERSAMPLING), joint="curve"))


def _paint(rgb: np.ndarray, colour: tuple[int, int, int], share: np.ndarray) -> np.ndarray:
    return rgb + share[..., None] * (np.float32(colour) - rgb)


def _erase(pixels: np.ndarray, cut: tuple[Point, ...], far: tuple[Point, ...], outlined: bool) -> np.ndarray:
    """Erases the part beyond `cut`; where the body's own outline would run along the cut, draws it."""
    rgb, alpha = pixels[..., :3], pixels[..., 3:]
    if outlined:
        rgb = _paint(rgb, _OUTLINE, _along(cut, 2 * _OUTLINE_WIDTH))
    return np.concatenate([rgb, alpha * (1 - _inside(cut + far))[..., None]], axis=-1)


def _recolour(pixels: np.ndarray, skin: tuple[int, int, int], crown: tuple[int, int, int]) -> np.ndarray:
    """Paints skin and crown; outline, stripe and eyes keep their colours.

    The ratio of blue to green tells them apart: skin up to 0.22 (rising to 0.37 at the tip of the tail), outline 0.40,
    crown 0.61, stripe 0.6 to 0.75, eyes 1. A pixel between two of them is painted in part.
    """
    rgb, alpha = pixels[..., :3], pixels[..., 3:]
    blue_to_green = rgb[..., 2] / np.maximum(rgb[..., 1], 1)
    is_dark = rgb[..., 1] < 60  # pupils
    rows, columns = np.indices(blue_to_green.shape)
    skin_ratio = np.clip(0.22 + 0.0055 * (rows + columns - 81), 0.22, 0.37)
    skin_share = np.where(is_dark, 0, np.clip((0.40 - blue_to_green) / (0.40 - skin_ratio), 0, 1))
    crown_share = np.clip((blue_to_green - 0.42) / 0.12, 0, 1) * np.clip((0.80 - blue_to_green) / 0.12, 0, 1)
    rgb = _paint(rgb, skin, skin_share)
    rgb = _paint(rgb, crown, np.where(is_dark, 0, crown_share) * _inside(_CROWN))
    return np.concatenate([rgb, alpha], axis=-1)


VARIANTS: dict[str, Callable[[np.ndarray], np.ndarray]] = {
    "lizard-tailless": partial(_erase, cut=_TAIL_CUT, far=_TAIL_FAR, outlined=False),
    "lizard-armless": partial(_erase, cut=_ARM_CUT, far=_ARM_FAR, outlined=True),
    "lizard-legless": partial(_erase, cut=_LEG_CUT, far=_LEG_FAR, outlined=True),
    "lizard-headless": partial(_erase, cut=_HEAD_CUT, far=_HEAD_FAR, outlined=False),
    "lizard-red": partial(_recolour, skin=(255, 0, 0), crown=(253, 84, 84)),
    "lizard-blue": partial(_recolour, skin=(0, 0, 255), crown=(132, 132, 253)),
}


def make_variant(name: str, lizard: Image.Image) -> Image.Image:
    """Alters the lizard.

    Args:
      name: one of `VARIANTS`.
      lizard: the bundled lizard, RGBA with straight alpha, 60x60 pixels.
    Returns:
      A picture of the same mode and size.
    """
    altered = VARIANTS[name](np.asarray(lizard, np.float32))
    return Image.fromarray(np.rint(altered).astype(np.uint8))
