"""Rules and takeovers on the web page: what they are called, and the pictures that show them."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from nca_tf.cells.life import ALIVE_THRESHOLD
from nca_tf.cells.page import THUMBNAIL, Page, picture_beside
from nca_tf.data.titles import title_of
from nca_tf.families.takeover.pictures import grid_side
from nca_tf.families.takeover.signatures import OWNER_COLOURS
from nca_tf.pictures.animation import encode_png, straight
from nca_tf.pictures.model_targets import TARGET_FILE, target_of
from nca_tf.pictures.targets import NAMES

if TYPE_CHECKING:
    from nca_tf.families.takeover.automaton import MultiRuleCA

STEPS = 90
"""At which a pattern is shown, those that don't last too."""
EXPERIMENTS = ("base", "static", "dynamic")
TRAININGS = ("persistent", "growing")
"""Those that last come first."""


def takeover_page(model: "MultiRuleCA", meta: dict[str, Any], folder: Path) -> Page:
    """Returns what the page is told of a `MultiRuleCA`; `meta` and `folder` are those of its files."""
    words = {**words_of(meta, folder.name), "kind": "pair" if len(model.rule_names) > 1 else "single"}

    def target() -> bytes | None:
        return encode_png(straight(target_of(meta, folder).picture)) if isinstance(meta.get("target"), str) else None

    def thumbnail() -> bytes | None:
        if len(model.rule_names) > 1:
            return target()
        side = grid_side(meta)
        grown = model.rollout(model.seed_state(1, side, side), STEPS)
        return encode_png(straight(np.asarray(model.premultiplied(grown))[0]))

    pictures = picture_beside(folder, TARGET_FILE, target)
    return Page(
        words=words,
        facts={
            "alive_threshold": ALIVE_THRESHOLD,
            "channels": model.channels,
            "fire_rate": model.fire_rate,
            "grid": grid_side(meta),
            "owner_colours": [list(colour) for colour in OWNER_COLOURS],
        },
        pictures=picture_beside(folder, THUMBNAIL, thumbnail) | pictures,
        mentions={"target_image": TARGET_FILE} if pictures else {},
        place=(
            _place(EXPERIMENTS, meta.get("experiment")),
            _place(TRAININGS, words["training"]),
            _place(NAMES, meta.get("target")),
            folder.name,
        ),
    )


def words_of(meta: dict[str, Any], name: str) -> dict[str, Any]:
    """What a model is called, what it grows, and what it displaces.

    Args:
      meta: the model's meta.json.
      name: of its folder.
    """
    pattern = meta.get("target") if meta.get("target") in NAMES else name
    pattern_title = title_of(pattern)
    words = {"pattern": pattern, "pattern_title": pattern_title, "experiment": meta.get("experiment", "base")}
    if meta.get("host_name"):
        grown = meta.get("host_target")
        old = grown if grown in NAMES else meta["host_name"].rpartition("/")[-1]
        before, after = title_of(old), title_of(pattern.removeprefix(f"{old}-"))
        saved = words["experiment"] == "dynamic"
        title = f"{pattern_title} that lives on" if saved else f"{before} to {after.lower()}"
        return {**words, "title": meta.get("title") or title, "host_title": before, "training": None}
    training = meta.get("training")
    return {**words, "title": f"{pattern_title}, {training}" if training else pattern_title, "training": training}


def _place(names: tuple[str, ...], name: str | None) -> int:
    return names.index(name) if name in names else len(names)
