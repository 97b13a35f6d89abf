"""Groups of emoji that share a trait, for experiments on what their codes share (Hernandez Ruiz et al. 2020)."""

import unicodedata
from collections.abc import Callable, Sequence

import numpy as np

GROUPS: dict[str, Callable[[str], bool]] = {
    "keycaps": lambda name: name.endswith("20e3"),
    "zodiac signs": lambda name: 0x2648 <= _first(name) <= 0x2653,
    "arrows": lambda name: 0x2194 <= _first(name) <= 0x21AA or 0x2B05 <= _first(name) <= 0x2B07,
    "darkest skin": lambda name: "1f3ff" in name,
    "lightest skin": lambda name: "1f3fb" in name,
    "cats": lambda name: 0x1F638 <= _first(name) <= 0x1F640,
    "tongues": lambda name: name in ("1f61b", "1f61c", "1f61d", "1f92a", "1f60b"),
    "hands": lambda name: name in ("1f914", "1f917", "1f92d", "1f92b", "1f971"),
}
"""By the names of their files, which are their code points in hexadecimal."""


def groups_of(names: Sequence[str], least: int = 4, others: int = 1) -> dict[str, np.ndarray]:
    """The groups of which a set has at least `least` pictures, and `others` that are not of it.

    Args:
      names: of the set's pictures; those that are no emoji's belong to no group.
    Returns:
      Group -> places in the set, int64.
    """
    found = {}
    for group, belongs in GROUPS.items():
        inside = np.array([_is_emoji(name) and belongs(name) for name in names])
        if inside.sum() >= least and (~inside).sum() >= others:
            found[group] = np.flatnonzero(inside)
    return found


def emoji_title(name: str) -> str:
    """What Unicode calls an emoji, of its file's name: "2648" is "Aries", "0023-fe0f-20e3" "Number sign, keycap".

    A flag is called by its letters, "Flag: EG" or "Flag: GB-SCT", and skin by its tone. A picture of another name keeps
    it.
    """
    if not _is_emoji(name):
        return name
    points = [int(part, 16) for part in name.split("-")]
    if all(0x1F1E6 <= point <= 0x1F1FF for point in points):
        return "Flag: " + "".join(chr(ord("A") + point - 0x1F1E6) for point in points)
    if points[0] == _BLACK_FLAG and points[-1] == _END_OF_TAGS:
        region = "".join(chr(point - _TAGS) for point in points[1:-1]).upper()
        return f"Flag: {region[:2]}-{region[2:]}"
    words = [_CALLED.get(point) or unicodedata.name(chr(point), "").lower() for point in points if point not in _UNSEEN]
    return ", ".join(words).capitalize() if all(words) else name


_BLACK_FLAG, _TAGS, _END_OF_TAGS = 0x1F3F4, 0xE0000, 0xE007F
"""A flag of a part of a country is a black flag and the letters of that part as invisible tags."""
_UNSEEN = (0xFE0F, 0x200D)
"""What chooses a picture for a character, and what joins characters."""
_CALLED = {
    0x20E3: "keycap",
    0x1F3FB: "light skin",
    0x1F3FC: "medium-light skin",
    0x1F3FD: "medium skin",
    0x1F3FE: "medium-dark skin",
    0x1F3FF: "dark skin",
}
"""What people, and Unicode's list of emoji, call what its names call otherwise."""


def _first(name: str) -> int:
    return int(name.split("-")[0], 16)


def _is_emoji(name: str) -> bool:
    return all(0 < len(part) <= 5 and set(part) <= set("0123456789abcdef") for part in name.split("-"))
