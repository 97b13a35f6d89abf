"""What a manifold is trained on: the emoji or a subset of them, CIFAR-10, or a folder of pictures."""

import dataclasses
import os
from pathlib import Path

import numpy as np
from PIL import Image

from nca_tf.data.datasets import load_images
from nca_tf.data.emoji import SIDE, SUBSETS, load_emoji
from nca_tf.files.errors import InputError
from nca_tf.pictures.animation import to_rgb
from nca_tf.pictures.target_images import read_image
from training import run_inputs

CIFAR = "cifar10"
CIFAR_SIDE = 32
MOST_BYTES = 4 << 30
"""For all pictures of a set; a training may take 8 GB in all."""
_ENDINGS = (".png", ".jpg", ".jpeg", ".webp", ".gif")


@dataclasses.dataclass(frozen=True)
class PictureSet:
    """Pictures of one size.

    Attributes:
      names: one a picture.
      pictures: float32 [pictures, size, size, colours] in [0, 1]; RGB premultiplied where there is an alpha.
    """

    names: tuple[str, ...]
    pictures: np.ndarray

    def __len__(self) -> int:
        return len(self.names)

    @property
    def sha256(self) -> str:
        """Of all pictures as 8-bit values."""
        return run_inputs.digest(self.pictures.reshape(-1, *self.pictures.shape[2:]))


def set_name(data: str) -> str:
    """What meta.json calls a set: one that is known by its name, a folder by its own with a slash behind it."""
    return data if data in (*SUBSETS, CIFAR) else f"{Path(os.path.abspath(data)).name}/"


def usual_size(data: str) -> int:
    """Pixels a side where none are asked for."""
    return CIFAR_SIDE if data == CIFAR else SIDE


def usual_colours(data: str) -> int:
    """3 for CIFAR-10, else 4."""
    return 3 if data == CIFAR else 4


def load_pictures(data: str, size: int, colours: int, limit: int | None = None) -> PictureSet:
    """The pictures of a set.

    Args:
      data: one of `SUBSETS`, "cifar10", or a folder of pictures that are all equally large and square.
      size: pixels along each side; larger pictures are shrunk.
      colours: 4 for RGBA; with 3 pictures are laid on white.
      limit: only so many, from the first on.
    Raises:
      InputError: there are none, they differ in size, one can't be read, or all together are too large for memory.
    """
    if data in SUBSETS:
        found = load_emoji(data, size)
        names, pictures = found.names[:limit], found.pictures[:limit]
    elif data == CIFAR:
        names, pictures = _cifar(size, limit)
    else:
        names, pictures = _folder(Path(data), size, limit)
    if colours == 3 and pictures.shape[-1] == 4:
        pictures = pictures[..., :3] + (1.0 - pictures[..., 3:])
    elif colours == 4 and pictures.shape[-1] == 3:
        pictures = np.concatenate([pictures, np.ones_like(pictures[..., :1])], axis=-1)
    if len(names) < 2:
        raise InputError(f"{data} has {len(names)} pictures; at least 2 were expected; raise --limit or name another.")
    return PictureSet(tuple(names), np.ascontiguousarray(pictures, np.float32))


def shown(pictures: np.ndarray) -> np.ndarray:
    """Pictures [..., height, width, 3 or 4] on white, uint8 [..., height, width, 3]."""
    if pictures.shape[-1] == 4:
        return to_rgb(pictures)
    return np.rint(np.clip(np.nan_to_num(pictures), 0, 1) * 255).astype(np.uint8)


def check_memory(count: int, size: int, colours: int, what: str) -> None:
    """Refuses a set that is too large, before it is read."""
    wanted = 4 * count * size**2 * colours
    if wanted > MOST_BYTES:
        raise InputError(
            f"{count} pictures of {what} with {size}x{size} pixels take {wanted / 2**30:.1f} GiB; at most "
            f"{MOST_BYTES >> 30} GiB are accepted; lower --limit or --size."
        )


def _cifar(size: int, limit: int | None) -> tuple[tuple[str, ...], np.ndarray]:
    if size > CIFAR_SIDE:
        raise InputError(f"size is {size}; {CIFAR} has {CIFAR_SIDE} pixels a side; lower --size.")
    images = load_images(CIFAR, "train").images[:limit]
    check_memory(len(images), size, 3, CIFAR)
    if size != CIFAR_SIDE:
        resized = [Image.fromarray(image).resize((size, size), Image.Resampling.LANCZOS) for image in images]
        images = np.stack([np.asarray(image) for image in resized])
    return tuple(str(number) for number in range(len(images))), np.float32(images) / 255


def _folder(folder: Path, size: int, limit: int | None) -> tuple[tuple[str, ...], np.ndarray]:
    if not folder.is_dir():
        raise InputError(
            f"{folder} is no data set and no folder; one of {', '.join(SUBSETS)}, {CIFAR} or a folder of pictures was "
            "expected; correct --data."
        )
    paths = sorted(path for path in folder.iterdir() if path.suffix.lower() in _ENDINGS)[:limit]
    if not paths:
        raise InputError(f"{folder} holds no pictures; files ending in {', '.join(_ENDINGS)} were expected; add some.")
    check_memory(len(paths), size, 4, str(folder))
    first, pictures = None, []
    for path in paths:
        image = read_image(path)
        first = first or image.size
        if image.size != first or image.width != image.height or image.width < size:
            raise InputError(
                f"{path.name} is {image.width}x{image.height} pixels and {paths[0].name} {first[0]}x{first[1]}; square "
                f"pictures of one size were expected, of at least {size} pixels a side; resize them or lower --size."
            )
        if image.width > size:
            image = image.resize((size, size), Image.Resampling.LANCZOS)
        rgba = np.asarray(image, np.float32) / 255
        pictures.append(np.concatenate([rgba[..., :3] * rgba[..., 3:], rgba[..., 3:]], axis=-1))
    return tuple(path.stem for path in paths), np.stack(pictures)
