"""Pictures of adversaries at work, as the article's: they are red, and images whose cells are wrong stand on pink."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from nca_tf.data.datasets import LabelledImages
from nca_tf.families.adversarial.automaton import InjectedCA
from nca_tf.families.adversarial.masks import share_of_grid, share_within, where_allowed
from nca_tf.families.mnist.labels import DEAD
from nca_tf.families.mnist.pictures import colour_cells
from nca_tf.metrics import living_cells
from nca_tf.pictures.animation import tile, to_rgb, write_png, write_webp, zoom
from nca_tf.pictures.targets import place
from training.adversarial import placement
from training.growing.grown import grown_patterns
from training.mnist import plots
from training.mnist.figures import first_of_each
from training.progress import Report, say_nothing

RED, PINK = (230, 25, 25), (255, 204, 201)
APPEAR, GONE, END = 200, 400, 600
"""Steps of the film of digits at which adversaries come and go, and at which it ends."""
FRAME = 10
PADDING, RUNS, STEPS = 24, 6, 10_000
"""Of the film of patterns: empty cells around the picture, masks side by side, steps, as many as in the article's."""
SHOWN = (*range(10, 200, 10), *range(200, 2000, 100), *range(2000, STEPS + 1, 500))
"""Steps that it shows: less and less happens."""
AVERAGED = 50
"""Iterations of which the curve of learning shows the mean."""
ALONE = 500
"""Steps after which only the host's own cells are shown."""


def write_digits(model: InjectedCA, data: LabelledImages, folder: Path, share: float = 0.1) -> None:
    """takeover.webp: three images of each class; adversaries come at step 200 and are taken out at 400."""
    chosen = first_of_each(data, model.host.classes, 3)
    chosen = chosen[np.argsort(np.arange(len(chosen)) % 3, kind="stable")]
    masks = share_of_grid(*chosen.images.shape, share, np.random.default_rng(0))
    state, frames = model.host.image_state(chosen.images), []
    for first, last, present in ((0, APPEAR, None), (APPEAR, GONE, masks), (GONE, END, None)):
        given = {} if present is None else {"adversaries": present}
        states = model.rollout(state, last - first, random_seed=first, return_states=True, **given)
        frames += [
            zoom(tile(coloured(model, states[step].numpy(), chosen.labels, present), 10, gap=1), 2)
            for step in range(0, last - first, FRAME)
        ]
        state = states[-1]
    write_webp(folder / "takeover.webp", frames, [80] * (len(frames) - 1) + [2000])


def coloured(model: InjectedCA, state: np.ndarray, truth: np.ndarray, adversaries: np.ndarray | None) -> np.ndarray:
    """What cells say, adversaries red, images of which less than half of the cells are right on pink.

    Args:
      state: [images, height, width, channels].
      truth: int [images].
      adversaries: bool [images, height, width]; None: there are none.
    Returns:
      uint8 [images, height, width, 3].
    """
    labels = model.host.labels(state).numpy()
    pictures, living = colour_cells(labels), labels != DEAD
    right = ((labels == truth[:, None, None]) & living).sum(axis=(1, 2))
    mistaken = right < 0.5 * living.sum(axis=(1, 2))
    pictures[~living & mistaken[:, None, None]] = PINK
    if adversaries is not None:
        pictures[adversaries & living] = RED
    return pictures


def write_curves(found: Mapping[str, Any], dataset: str, folder: Path) -> None:
    """takeover-shares.png, takeover-cells.png: how the lie spreads among the host's own cells.

    Args:
      found: what `training.adversarial.hijacking.measured` returned.
    """
    for name, doses in (("shares", ("10 %", "5 %", "2 %", "1 %")), ("cells", ("3 cells", "2 cells", "1 cell"))):
        series = {dose: found["curves"][dose]["hosts"] for dose in doses}
        title = f"{dataset}: the host's own cells that say {found['goal']}, by how many cells are adversaries"
        write_png(folder / f"takeover-{name}.png", plots.curves(series, title))


def write_placement(model: InjectedCA, data: LabelledImages, goal: int, folder: Path, most: int = 3) -> None:
    """placement.png, an image of each class but the goal's: cells that agree, then with one, two, ... adversaries.

    Each is the best next one of all cells. No picture where every image is of the goal's class.
    """
    folder.mkdir(parents=True, exist_ok=True)
    data = first_of_each(data, model.host.classes, 1)
    data = data[np.flatnonzero(data.labels != goal)]
    if not len(data):
        return
    states = placement.settled(model, data)
    orders = placement.Tries(model, states, goal).greedily(most=most)
    columns = [coloured(model, states, data.labels, None)]
    for count in range(1, most + 1):
        masks = np.zeros((len(states), states[0, ..., 0].size), bool)
        for mask, order in zip(masks, orders, strict=True):
            mask[order[:count]] = True
        masks = masks.reshape(states.shape[:3])
        final = model.rollout(states, placement.STEPS, random_seed=1, adversaries=masks).numpy()
        columns.append(coloured(model, final, data.labels, masks))
    pictures = np.stack(columns, axis=1).reshape(-1, *columns[0].shape[1:])
    write_png(folder / "placement.png", zoom(tile(pictures, most + 1, gap=1), 3))


def write_learning(losses: list[float], name: str, folder: Path) -> None:
    """learning.png: the loss of each iteration as a share of the first, mean of 50; what is larger is cut off."""
    means = np.convolve(losses, np.ones(AVERAGED) / AVERAGED, mode="valid") / losses[0]
    series = {f"loss, mean of {AVERAGED} iterations, as a share of the first": np.clip(means, 0, 1).tolist()}
    write_png(folder / "learning.png", plots.curves(series, name, [2000], axis="iteration"))


def write_pictures(
    model: InjectedCA, picture: np.ndarray, share: float, folder: Path, report: Report = say_nothing, steps: int = STEPS
) -> None:
    """mutation.webp: six patterns with adversaries, blinking; and alone.png: the host's own cells after 500 steps.

    Args:
      picture: [height, width, 4], what the pattern is to become, without padding.
      share: of the picture's cells that are adversaries.
    """
    folder.mkdir(parents=True, exist_ok=True)
    height, width = (side + 2 * PADDING for side in picture.shape[:2])
    state = grown_patterns(model.host, RUNS, height, width, random_seed=5)
    allowed = where_allowed(place(picture, height, width), RUNS)
    masks = share_within(allowed, share, np.random.default_rng(5))
    frames, done = [_marked(model, state, masks)], 0
    for step in (shown for shown in SHOWN if shown <= steps):
        if step % 1000 == 0:
            report(f"drawing: mutation.webp, step {step}/{steps}")
        state = model.rollout(state, step - done, random_seed=step, shards=2, adversaries=masks).numpy()
        done = step
        shown = masks if len(frames) % 2 else np.zeros_like(masks)
        frames.append(_marked(model, state, shown))
        if step == ALONE:
            hosts_only = np.where(masks[..., None], 0.0, state)
            both = [zoom(tile(to_rgb(states), RUNS), 2) for states in (state, hosts_only)]
            write_png(folder / "alone.png", np.concatenate(both))
    report(f"drawn: {living_cells(state, model.host.alive_threshold).tolist()} mature cells after {steps} steps")
    write_webp(folder / "mutation.webp", frames, [120] * (len(frames) - 1) + [2000])


def _marked(model: InjectedCA, state: np.ndarray, masks: np.ndarray) -> np.ndarray:
    pictures = np.array(to_rgb(state))
    pictures[masks & np.asarray(model.host.mature(state))] = RED
    return zoom(tile(pictures, 3), 2)
