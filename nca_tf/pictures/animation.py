"""Turns states into pictures: colours on white, enlarged, side by side, written as PNG or looping WebP."""

import os
from collections.abc import Sequence
from io import BytesIO

import numpy as np
from numpy.typing import ArrayLike
from PIL import Image

from nca_tf.files.whole_files import write_whole


def to_rgb(state: ArrayLike) -> np.ndarray:
    """Shows a state on white, as the papers do: 1 - alpha + RGB, with alpha clipped to [0, 1].

    Args:
      state: float [..., height, width, channels] with at least 4 channels: premultiplied RGB, alpha, any others.
        A NumPy array or a tensor.
    Returns:
      uint8 [..., height, width, 3]. NaN shows as black.
    """
    rgba = np.asarray(state)[..., :4].astype(np.float32)
    if rgba.shape[-1] < 4:
        raise ValueError(f"a state has at least 4 channels, this one has {rgba.shape[-1]}")
    on_white = 1 - np.clip(rgba[..., 3:], 0, 1) + rgba[..., :3]
    return np.rint(np.clip(np.nan_to_num(on_white), 0, 1) * 255).astype(np.uint8)


def zoom(image: np.ndarray, factor: int) -> np.ndarray:
    """Enlarges by repeating pixels: [..., height, width, channels] to [..., factor*height, factor*width, channels]."""
    return image.repeat(factor, axis=-3).repeat(factor, axis=-2)


def tile(images: ArrayLike, columns: int, gap: int = 0) -> np.ndarray:
    """Lays pictures out row by row.

    Args:
      images: uint8 [count, height, width, 3], count at least 1.
      columns: pictures in a row; fewer if there are fewer pictures.
      gap: white pixels between neighbours.
    Returns:
      uint8 [rows*height + (rows-1)*gap, columns*width + (columns-1)*gap, 3]; unfilled places are white.
    """
    images = np.asarray(images)
    count, height, width, channels = images.shape
    columns = min(columns, count)
    rows = -(-count // columns)
    shape = (rows * (height + gap) - gap, columns * (width + gap) - gap, channels)
    sheet = np.full(shape, 255, images.dtype)
    for index, image in enumerate(images):
        top, left = index // columns * (height + gap), index % columns * (width + gap)
        sheet[top : top + height, left : left + width] = image
    return sheet


def straight(rgba: np.ndarray) -> np.ndarray:
    """Premultiplied RGBA to straight bytes, as picture files hold them.

    Args:
      rgba: float [height, width, 4], clipped where it leaves 0..1.
    Returns:
      uint8 of the same shape; colours are 0 where alpha is.
    """
    rgba = rgba.astype(np.float64)
    alpha = np.clip(rgba[..., 3:], 0.0, 1.0)
    colour = np.divide(rgba[..., :3], alpha, out=np.zeros_like(rgba[..., :3]), where=alpha > 0)
    return np.round(np.concatenate([np.clip(colour, 0.0, 1.0), alpha], axis=-1) * 255).astype(np.uint8)


def encode_png(pixels: np.ndarray) -> bytes:
    """A picture, uint8 [height, width] (grey) or [height, width, 3 or 4], as the bytes of a PNG file."""
    buffer = BytesIO()
    Image.fromarray(pixels).save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def write_png(path: str | os.PathLike, image: np.ndarray) -> None:
    """Writes uint8 [height, width, 3] as PNG; the file appears whole or not at all."""
    write_whole(path, encode_png(image))


def write_webp(
    path: str | os.PathLike,
    frames: Sequence[np.ndarray] | np.ndarray,
    milliseconds: int | Sequence[int] = 40,
    loop: int = 0,
) -> None:
    """Writes an animated, lossless WebP; the file appears whole or not at all.

    Args:
      path: the file to write or replace.
      frames: at least one uint8 [height, width, 3], all of one size.
      milliseconds: how long each frame shows: one number, or one a frame.
      loop: how often it plays; 0 for ever.
    """
    pictures = [Image.fromarray(np.ascontiguousarray(frame)) for frame in frames]
    if not pictures:
        raise ValueError("an animation needs at least one frame")
    durations = milliseconds if isinstance(milliseconds, int) else [int(duration) for duration in milliseconds]
    if isinstance(durations, list) and len(durations) != len(pictures):
        raise ValueError(f"{len(pictures)} frames have {len(durations)} durations")
    # Lossy would blur the hard edges of enlarged pixels, to save a third: lossless is 3 KB a frame of 288x288.
    buffer = BytesIO()
    pictures[0].save(
        buffer,
        format="WEBP",
        save_all=True,
        append_images=pictures[1:],
        duration=durations,
        loop=loop,
        lossless=True,
        quality=60,
        method=4,
    )
    write_whole(path, buffer.getvalue())
