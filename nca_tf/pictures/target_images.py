"""Reads a user's picture into a target: checks it before decoding, makes a plain background transparent, shrinks it."""

import contextlib
import os
import warnings
from collections.abc import Iterator

import numpy as np
from PIL import Image, ImageChops, ImageDraw, ImageOps

from nca_tf.files.errors import InputError

FORMATS = ("PNG", "JPEG", "WEBP", "GIF")
MAX_PIXELS = 4096 * 4096
MIN_SIDE = 4
"""Fewest pixels a side, before and after shrinking."""
BACKGROUND_TOLERANCE = 24
"""Largest difference per colour channel, of 255, at which a pixel still counts as background."""
_MAX_BYTES = 64 * 2**20
_VISIBLE_ALPHA = 0.1  # cells below are dead: a target without any above could never grow
_KEYING_SIDE = 256  # a plain background is looked for at this size: flooding is slow, and targets are small
_DECODING_ERRORS = (OSError, SyntaxError, ValueError, EOFError, IndexError, TypeError, OverflowError, MemoryError)


def read_image(path: str | os.PathLike, max_pixels: int = MAX_PIXELS) -> Image.Image:
    """Reads a PNG, JPEG, WebP or GIF (its first frame), upright as its EXIF orientation says.

    Size, format, colours and animation are checked from the header, before any pixel is decoded.

    Args:
      path: the file.
      max_pixels: most pixels (width x height) to accept.
    Returns:
      An RGBA picture with straight alpha.
    Raises:
      InputError: missing, not a picture, damaged, animated, CMYK, too large, too small.
    """
    name = _printable(path)
    _check_file(path, name, max_pixels)
    with _decoding(name, max_pixels), Image.open(path, formats=FORMATS) as image:
        _check_header(image, name, max_pixels)
        if image.format == "PNG":
            _check_sums(path)
        image.load()
        image = ImageOps.exif_transpose(image)
        return _to_rgba(image)


def remove_plain_background(image: Image.Image, side: int = _KEYING_SIDE) -> Image.Image:
    """Makes a plain background transparent, if there is one.

    There is one where all four corners have the same colour within `BACKGROUND_TOLERANCE`; it consists of the pixels
    of that colour, within the same tolerance, that connect to the border. (White eyes on a white page stay white.)
    Other pictures stay as they are: a photograph becomes a filled rectangle.

    Args:
      image: RGBA. With any transparent pixel it is returned as it is.
      side: the picture is shrunk to at most so many pixels a side first.
    Returns:
      RGBA with straight alpha.
    """
    if image.getextrema()[3][0] < 255:
        return image
    image = image.copy()
    image.thumbnail((side, side), Image.Resampling.LANCZOS)
    rgb = image.convert("RGB")
    right, bottom = rgb.width - 1, rgb.height - 1
    corners = np.array([rgb.getpixel(at) for at in ((0, 0), (right, 0), (0, bottom), (right, bottom))])
    if np.ptp(corners, axis=0).max() > BACKGROUND_TOLERANCE:
        return image
    colour = tuple(int(value) for value in np.median(corners, axis=0))
    difference = ImageChops.difference(rgb, Image.new("RGB", rgb.size, colour))
    largest = np.asarray(difference).max(axis=-1)
    similar = Image.fromarray(np.where(largest <= BACKGROUND_TOLERANCE, 255, 0).astype(np.uint8))
    # A margin of one pixel connects every part of the background that touches the border.
    similar = ImageOps.expand(similar, border=1, fill=255)
    ImageDraw.floodfill(similar, (0, 0), 128)
    background = np.asarray(ImageOps.crop(similar, border=1)) == 128
    image.putalpha(Image.fromarray(np.where(background, 0, 255).astype(np.uint8)))
    return image


def shrink(image: Image.Image, size: int) -> np.ndarray:
    """The original's recipe: Lanczos to at most `size` pixels a side, aspect kept, never enlarged; then premultiply.

    Pillow premultiplies before it resamples and divides after, so the colour of transparent pixels doesn't leak.

    Args:
      image: RGBA with straight alpha.
      size: largest side of the result in pixels.
    Returns:
      float32 [height, width, 4] in [0, 1], RGB premultiplied by alpha.
    """
    image = image.copy()
    image.thumbnail((size, size), Image.Resampling.LANCZOS)
    rgba = np.asarray(image, np.float32) / 255
    return np.concatenate([rgba[..., :3] * rgba[..., 3:], rgba[..., 3:]], axis=-1)


def target_from_file(path: str | os.PathLike, size: int, max_pixels: int = MAX_PIXELS) -> np.ndarray:
    """Reads a picture, makes a plain background transparent (where nothing is transparent yet), shrinks it.

    Args:
      path: the file.
      size: largest side of the target in pixels.
      max_pixels: most pixels (width x height) to accept.
    Returns:
      float32 [height, width, 4] in [0, 1], RGB premultiplied by alpha.
    Raises:
      InputError: as `read_image`; also where nothing visible is left.
    """
    name = _printable(path)
    image = remove_plain_background(read_image(path, max_pixels), max(size, _KEYING_SIDE))
    target = shrink(image, size)
    if min(target.shape[:2]) < MIN_SIDE:
        raise InputError(
            f"{name} shrinks to {target.shape[1]}x{target.shape[0]} pixels; a target needs at least {MIN_SIDE} a side; "
            "crop the picture or choose a larger size"
        )
    if target[..., 3].max() <= _VISIBLE_ALPHA:
        raise InputError(
            f"{name} is wholly transparent or of one colour; a target needs pixels with alpha above {_VISIBLE_ALPHA}; "
            "use a picture with a visible shape"
        )
    return target


def _printable(path: str | os.PathLike) -> str:
    text = os.fsdecode(path)
    return text if text.isprintable() else ascii(text)


def _check_file(path: str | os.PathLike, name: str, max_pixels: int) -> None:
    if max_pixels < 1:
        raise InputError(f"max_pixels is {max_pixels}; at least 1 is expected; leave it out for {MAX_PIXELS}")
    if not os.path.isfile(path):
        found = "is not a file" if os.path.exists(path) else "does not exist"
        raise InputError(f"{name} {found}; an image file (PNG, JPEG, WebP, GIF) is expected; check the path")
    size = os.path.getsize(path)
    if size == 0:
        raise InputError(f"{name} is empty (0 bytes); an image file is expected; save or download it again")
    if size > _MAX_BYTES:
        raise InputError(
            f"{name} has {size / 2**20:.0f} MiB; at most {_MAX_BYTES // 2**20} MiB is accepted; shrink the picture"
        )


def _check_header(image: Image.Image, name: str, max_pixels: int) -> None:
    width, height = image.size
    if width * height > max_pixels:
        raise _too_large(f"{width}x{height}", name, max_pixels)
    if min(width, height) < MIN_SIDE:
        raise InputError(
            f"{name} is {width}x{height} pixels; a target needs at least {MIN_SIDE} a side; use a larger picture"
        )
    if image.mode == "CMYK":
        raise InputError(f"{name} has CMYK (print) colours; RGB or grey is expected; convert it to RGB")
    if image.format in ("PNG", "WEBP") and getattr(image, "is_animated", False):
        raise InputError(
            f"{name} is animated ({image.n_frames} frames); a still picture is expected; save one frame as PNG"
        )


def _too_large(pixels: str, name: str, max_pixels: int) -> InputError:
    side = int(max_pixels**0.5)
    return InputError(f"{name} is {pixels} pixels; at most {max_pixels} ({side}x{side}) are accepted; resize it")


def _check_sums(path: str | os.PathLike) -> None:
    """Pillow decodes a PNG without comparing its checksums; `verify` does, but leaves the picture unusable."""
    with Image.open(path, formats=("PNG",)) as image:
        image.verify()


@contextlib.contextmanager
def _decoding(name: str, max_pixels: int) -> Iterator[None]:
    """Turns whatever Pillow raises about a bad file into an InputError."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of Pillow: large pictures (limited above), odd metadata
            yield
    except InputError:
        raise
    except Image.DecompressionBombError:
        raise _too_large(f"more than {2 * Image.MAX_IMAGE_PIXELS}", name, max_pixels) from None
    except Image.UnidentifiedImageError:
        raise InputError(
            f"{name} is not a readable picture; a PNG, JPEG, WebP or GIF is expected; save it in one of these formats"
        ) from None
    except PermissionError:
        raise InputError(f"{name} may not be read; a readable file is expected; check its permissions") from None
    except _DECODING_ERRORS as error:
        raise InputError(
            f"{name} is damaged or cut short ({' '.join(str(error).split())}); a complete picture is expected; "
            "save or download it again"
        ) from None


def _to_rgba(image: Image.Image) -> Image.Image:
    if image.mode.startswith("I"):  # 16-bit grey, which convert() would clip
        image = Image.fromarray((np.asarray(image).astype(np.int64).clip(0, 65535) // 257).astype(np.uint8))
    return image.convert("RGBA")
