"""A perturbed automaton on the web page: what each perturbation makes of the host's picture."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from nca_tf.cells.page import THUMBNAIL, Page, picture_beside
from nca_tf.data.titles import title_of
from nca_tf.families.growing.page import shown_part
from nca_tf.families.perturbation.targets import pictures_of
from nca_tf.pictures.animation import encode_png, straight

if TYPE_CHECKING:
    from nca_tf.families.perturbation.automaton import PerturbedCA

HOST_PICTURE = "host.png"
STEPS = 300
"""Steps after which the thumbnail shows the pattern."""


def perturbation_page(model: "PerturbedCA", meta: dict[str, Any], folder: Path) -> Page:
    """Returns what the page is told of a `PerturbedCA`; `meta` and `folder` are those of its files."""
    names = model.perturbations
    after, before, padding = pictures_of(names, meta, folder)
    files = {name: f"{name}.png" for name in names}
    pictures = {files[name]: encode_png(straight(picture)) for name, picture in after.items()}
    title = meta.get("title") or f"{title_of(folder.name)}, perturbed"

    def thumbnail() -> bytes:
        height, width = (side + 2 * padding for side in before.shape[:2])
        strengths = np.eye(len(names), dtype=np.float32)[-1]
        state = model.rollout(model.seed_state(1, height, width), STEPS, strengths=strengths)
        return encode_png(straight(shown_part(np.asarray(state)[0], padding)))

    return Page(
        words={"title": title, "pattern": folder.name, "pattern_title": title, "training": None},
        facts={"labels": {name: title_of(name) for name in names}},
        pictures=picture_beside(folder, THUMBNAIL, thumbnail) | {HOST_PICTURE: encode_png(straight(before))} | pictures,
        mentions={"target_image": HOST_PICTURE, "target_images": files},
        place=(-len(names), folder.name),
    )
