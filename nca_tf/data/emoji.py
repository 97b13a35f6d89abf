"""The Noto emoji as they were in 2019, 64x64 pixels each, and four subsets of them (Hernandez Ruiz et al. 2020).

The paper's authors picked their subsets by eye and published no lists. The rules here give subsets of exactly the same
sizes; `python -m training.fetch emoji --list chars` prints one.
"""

import dataclasses
import functools
import json
import zipfile
from io import BytesIO
from pathlib import Path

import numpy as np
from PIL import Image

from nca_tf.data.datasets import data_folder
from nca_tf.files.errors import InputError

FILE = "noto_emoji_64.zip"
"""What `python -m training.fetch emoji` writes into the folder of the data sets: PNG files and `INDEX`."""
INDEX = "index.json"
COUNT = 3015
SIDE = 64
SUBSETS = ("emoji", "chars", "emotions", "heads", "variety")
"""All of them, and the four subsets; the paper calls the second one emos."""

_SYMBOLS = (
    "23-39 A9-AE 203C 2049 2122-2139 2194-21AA 23CF-23FA 24C2 25B6-25C0 2648-2653 26CE 2716 2753-2757 2795-2797 27A1 "
    "2934-2935 2B05-2B07 1F170-1F19A 1F3E7 1F519-1F524 1F6BE"
)
_FACES = "1F600-1F64F 1F910-1F915 1F917 1F920 1F922-1F92F 1F970-1F97A 1F9D0 2639-263A"
_PEOPLE = (
    "1F385 1F466-1F469 1F46E 1F470-1F478 1F47C 1F481-1F482 1F486-1F487 1F575 1F645-1F647 1F64B 1F64D-1F64E 1F926 "
    "1F930-1F931 1F934-1F937 1F939 1F9B8-1F9B9 1F9CF 1F9D1-1F9D6 1F9D9-1F9DD"
)
_TONES = {f"1f3f{tone}" for tone in "bcdef"}
_AIDS = ("200d-1f9af", "200d-1f9bc", "200d-1f9bd")
"""People with a cane or in a wheelchair, who are more than a head."""
_VARIED = ("Animals & Nature", "Food & Drink", "Objects", "Activities", "Travel & Places")
_VARIETY, _COMPARED_SIDE = 684, 32


@dataclasses.dataclass(frozen=True)
class Emoji:
    """Pictures with their files' names.

    Attributes:
      names: without the ending: the code points in hexadecimal.
      pictures: float32 [pictures, size, size, 4] in [0, 1], RGB premultiplied by alpha.
    """

    names: tuple[str, ...]
    pictures: np.ndarray


def load_emoji(subset: str = "emoji", size: int = SIDE, data_dir: str | Path | None = None) -> Emoji:
    """All 3015 pictures, or those of a subset, in the order of their code points.

    Args:
      subset: one of `SUBSETS`.
      size: pixels along each side, at most 64.
      data_dir: where data sets are; TFDS_DATA_DIR or ~/tensorflow_datasets by default.
    Raises:
      InputError: unknown name or size; the pictures are not there, or not those that were fetched.
    """
    if subset not in SUBSETS:
        raise InputError(f"there are no emoji called {subset!r}; expected one of {', '.join(SUBSETS)}; choose one.")
    if not 1 <= size <= SIDE:
        raise InputError(f"size is {size}; emoji have {SIDE} pixels a side, and 1 to that were expected; correct it.")
    index, files = read_archive(archive_path(data_dir))
    names = tuple(index) if subset == "emoji" else chosen(subset, index, files)
    return Emoji(tuple(Path(name).stem for name in names), np.stack([picture(files[name], size) for name in names]))


def archive_path(data_dir: str | Path | None = None) -> Path:
    """Where the pictures are."""
    return data_folder(data_dir) / FILE


def read_archive(path: Path) -> tuple[dict[str, dict[str, str]], dict[str, bytes]]:
    """The index, file name -> {"name", "category"}, and the PNG files by name, of an archive that was fetched."""
    if not path.is_file():
        raise InputError(
            f"the emoji are not at {path}; an archive of {COUNT} pictures was expected there; run "
            "python -m training.fetch emoji, with --file where there is no network"
        )
    try:
        with zipfile.ZipFile(path) as archive:
            index = json.loads(archive.read(INDEX))
            files = {name: archive.read(name) for name in index}
    except (OSError, KeyError, ValueError, zipfile.BadZipFile) as error:
        raise InputError(
            f"{path} can't be read ({' '.join(str(error).split())[:100]}); what training.fetch writes was expected; "
            "remove it and fetch it again"
        ) from None
    if len(index) != COUNT:
        raise InputError(f"{path} holds {len(index)} pictures; {COUNT} were expected; remove it and fetch it again")
    return index, files


def picture(content: bytes, size: int) -> np.ndarray:
    """One PNG file as float32 [size, size, 4] in [0, 1], RGB premultiplied by alpha."""
    image = Image.open(BytesIO(content), formats=("PNG",)).convert("RGBA")
    if image.size != (size, size):
        image = image.resize((size, size), Image.Resampling.LANCZOS)
    rgba = np.asarray(image, np.float32) / 255
    return np.concatenate([rgba[..., :3] * rgba[..., 3:], rgba[..., 3:]], axis=-1)


def chosen(subset: str, index: dict[str, dict[str, str]], files: dict[str, bytes]) -> tuple[str, ...]:
    """The files of one of the four subsets, in order."""
    if subset == "chars":
        return _within(index, ("Symbols",), _SYMBOLS)
    if subset == "emotions":
        return _within(index, ("Smileys & Emotion",), _FACES)
    if subset == "heads":
        return _heads(index)
    return _unlike_each_other([name for name in index if index[name]["category"] in _VARIED], files)


def _within(index: dict, categories: tuple[str, ...], ranges: str) -> tuple[str, ...]:
    """Files of these categories whose first code point lies in one of the ranges."""
    points = _points(ranges)
    return tuple(
        name for name, about in index.items() if about["category"] in categories and int(_first(name), 16) in points
    )


def _first(name: str) -> str:
    return Path(name).stem.split("-")[0]


@functools.cache
def _points(ranges: str) -> frozenset[int]:
    ends = [tuple(int(end, 16) for end in part.split("-")) for part in ranges.split()]
    return frozenset(point for low, *high in ends for point in range(low, (high or [low])[0] + 1))


def _heads(index: dict) -> tuple[str, ...]:
    """Families of exactly six: a person without and with each of five skin tones."""
    families: dict[str, list[str]] = {}
    for name in _within(index, ("People & Body",), _PEOPLE):
        if not any(aid in name for aid in _AIDS):
            parts = [part for part in Path(name).stem.split("-") if part not in _TONES and part != "fe0f"]
            families.setdefault("-".join(parts), []).append(name)
    kept = {name for family in families.values() if len(family) == 1 + len(_TONES) for name in family}
    return tuple(name for name in index if name in kept)


def _unlike_each_other(names: list[str], files: dict[str, bytes]) -> tuple[str, ...]:
    """Drops the later of the two that are most alike, until `_VARIETY` are left."""
    flat = np.stack([picture(files[name], _COMPARED_SIDE).ravel() for name in names]).astype(np.float64)
    sizes = np.square(flat).sum(axis=1)
    pairs = sizes[:, None] + sizes[None, :]
    unlike = (pairs - 2 * flat @ flat.T) / pairs
    unlike[np.tril_indices(len(names))] = np.inf
    kept = np.ones(len(names), bool)
    while kept.sum() > _VARIETY:
        later = np.unravel_index(np.argmin(unlike), unlike.shape)[1]
        kept[later] = False
        unlike[later], unlike[:, later] = np.inf, np.inf
    return tuple(name for name, keep in zip(names, kept, strict=True) if keep)
