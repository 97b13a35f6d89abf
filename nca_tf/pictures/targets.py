"""Target pictures by name: ten emoji, six altered lizards, a planarian, and any image file.

The emoji are those of the original (Mordvintsev et al. 2020), from a 64-pixel edition of the same 2019 artwork that is
inset by two pixels; on the 72x72 training grid each is within 9e-5 mean squared error of the original's target.
"""

import difflib
import os
from collections.abc import Callable
from importlib import resources

import numpy as np
from PIL import Image

from nca_tf.files.errors import InputError
from nca_tf.pictures import lizard_variants
from nca_tf.pictures.dataset_targets import dataset_targets
from nca_tf.pictures.target_images import MAX_PIXELS, MIN_SIDE, shrink, target_from_file

EMOJI: dict[str, str] = {
    "lizard": "\N{LIZARD}",
    "smile": "\N{GRINNING FACE}",
    "explosion": "\N{COLLISION SYMBOL}",
    "eye": "\N{EYE}",
    "fish": "\N{TROPICAL FISH}",
    "butterfly": "\N{BUTTERFLY}",
    "ladybug": "\N{LADY BEETLE}",
    "spiderweb": "\N{SPIDER WEB}",
    "pretzel": "\N{PRETZEL}",
    "tree": "\N{CHRISTMAS TREE}",
}
"""Name to character, in the order of the original's picker."""
VARIANTS: tuple[str, ...] = tuple(lizard_variants.VARIANTS)
NAMES: tuple[str, ...] = (*EMOJI, *VARIANTS, "planarian")
SOURCES: dict[str, Callable[[str, int], np.ndarray]] = dataset_targets()
"""Further kinds of target, written `kind:rest`: maps a kind to a function of (rest, size) that returns the target."""

PLANARIAN_SIZE = 48
"""The size at which the paper's planarian was trained; it is drawn at this size."""
_VARIATION_SELECTORS = "\ufe0e\ufe0f"
_INSET = 2


def load_target(spec: str | os.PathLike, size: int = 40, max_pixels: int = MAX_PIXELS) -> np.ndarray:
    """Loads a target picture.

    ```python
    target = place(load_target("lizard"), 72, 72)
    ```

    Args:
      spec: one of `NAMES`; one of the ten emoji itself, with or without variation selector; `kind:rest` for a kind in
        `SOURCES`; or the path of a PNG, JPEG, WebP or GIF file (the first frame of a GIF). In a picture without
        transparency a plain background becomes transparent, see `target_images.remove_plain_background`. Names come
        first: write `./lizard` for a file of that name.
      size: largest side of the target in cells; larger pictures are shrunk to it, smaller ones stay as they are.
      max_pixels: most pixels (width x height) a file may have.
    Returns:
      float32 [height, width, 4] in [0, 1]: RGB premultiplied by alpha, and alpha.
    Raises:
      InputError: unknown name or emoji; a file that is missing, damaged, animated, CMYK, too large, smaller than 4x4
        pixels or wholly transparent; `size` below 4.
    """
    if size < MIN_SIDE:
        raise InputError(f"the target's size is {size}; at least {MIN_SIDE} is expected; 40 is the original's")
    name = os.fsdecode(spec)
    kind, colon, rest = name.partition(":")
    if colon and kind in SOURCES:
        return SOURCES[kind](rest, size)
    bundled = bundled_name(name)
    if bundled is not None:
        return shrink(_bundled(bundled), size)
    if _looks_like_path(name) or os.path.lexists(name):
        return target_from_file(name, size, max_pixels)
    raise _unknown(name)


def bundled_name(spec: str | os.PathLike) -> str | None:
    """The name in `NAMES` of a bundled picture, given by that name or as an emoji; None for any other target."""
    name = os.fsdecode(spec)
    if name in NAMES:
        return name
    character = name.rstrip(_VARIATION_SELECTORS)
    return next((own for own, emoji in EMOJI.items() if emoji == character), None)


def place(target: np.ndarray, height: int, width: int) -> np.ndarray:
    """Centres a target on an empty grid; of an odd remainder the larger part goes below and to the right.

    Args:
      target: float32 [h, w, channels].
      height, width: the grid's size in cells.
    Returns:
      float32 [height, width, channels], zero around the target.
    Raises:
      InputError: the target is larger than the grid.
    """
    rows, columns = target.shape[:2]
    if rows > height or columns > width:
        raise InputError(
            f"the target has {rows}x{columns} cells (height x width), the grid {height}x{width}; the grid must be at "
            "least as large; choose a smaller target size or a larger grid"
        )
    top, left = (height - rows) // 2, (width - columns) // 2
    return np.pad(target, ((top, height - rows - top), (left, width - columns - left), (0, 0)))


def _bundled(name: str) -> Image.Image:
    """Returns one of `NAMES`, RGBA with straight alpha."""
    if name == "planarian":
        return _read("planarian")
    if name in VARIANTS:
        return lizard_variants.make_variant(name, _read_emoji(EMOJI["lizard"]))
    return _read_emoji(EMOJI[name])


def _read_emoji(character: str) -> Image.Image:
    image = _read(f"{ord(character):x}")
    return image.crop((_INSET, _INSET, image.width - _INSET, image.height - _INSET))


def _read(stem: str) -> Image.Image:
    with (
        (resources.files(__package__) / "emoji" / f"{stem}.png").open("rb") as file,
        Image.open(file) as image,
    ):
        return image.convert("RGBA")


def _looks_like_path(name: str) -> bool:
    return any(separator in name for separator in (os.sep, os.altsep) if separator) or "." in name


def _unknown(name: str) -> InputError:
    shown = repr(name if len(name) <= 60 else name[:57] + "...")
    if name and not name.isascii() and len(name) <= 8:
        return InputError(
            f"the emoji {shown} is not bundled; one of {' '.join(EMOJI.values())} is expected; pass one of these, or "
            "the path of a picture of it"
        )
    close = difflib.get_close_matches(name, NAMES, n=1)
    hint = f"did you mean {close[0]}?" if close else "pass one of these names, or ./NAME for a file"
    return InputError(f"unknown target {shown}; expected {', '.join(NAMES)}, one emoji, or an image file; {hint}")
