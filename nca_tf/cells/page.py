"""What a family says of a model for the web page, beyond its arguments and arrays."""

import dataclasses
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np

from nca_tf.files.errors import InputError

THUMBNAIL = "thumbnail.png"
"""The picture that stands for a model in lists."""


class NoPage(InputError):
    """A model of a kind that the web page does not show; whoever fills the page leaves it out."""


@dataclasses.dataclass(frozen=True)
class Page:
    """One model on the page.

    Args:
      words: for people, and for finding the model in the list: at least "title".
      facts: what else the page computes or draws with, such as names and colours of classes.
      pictures: PNG files by name, `THUMBNAIL` among them where there is one.
      mentions: what is said of these pictures, such as {"target_image": "target.png"}.
      place: by which models of the family are sorted.
      arrays: what an engine of the page runs, by name, where that is not all of the model's arrays.
      files: further files by name, which `facts` mention.
    """

    words: dict[str, Any]
    facts: dict[str, Any]
    pictures: dict[str, bytes]
    mentions: dict[str, Any]
    place: tuple
    arrays: Mapping[str, np.ndarray] | None = None
    files: Mapping[str, bytes] = dataclasses.field(default_factory=dict)


def picture_beside(folder: Path, name: str, make: Callable[[], bytes | None]) -> dict[str, bytes]:
    """A picture under its name: the file beside a model where there is one, else what `make` gives, if anything."""
    file = folder / name
    content = file.read_bytes() if file.is_file() else make()
    return {} if content is None else {name: content}
