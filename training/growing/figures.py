"""Pictures of a growing automaton: its training batches, and how it grows, heals and turns."""

from pathlib import Path
from typing import TypeAlias

import numpy as np
import tensorflow as tf

from nca_tf.families.growing.automaton import GrowingCA
from nca_tf.pictures.animation import tile, to_rgb, write_webp, zoom
from nca_tf.wounds import CUTS, cut, three_pieces
from training.progress import Report, counted, say_nothing

ANGLES = 8
Film: TypeAlias = tuple[list[np.ndarray], list[int]]
"""Frames, and for how many milliseconds each shows."""


def write_all(
    model: GrowingCA,
    picture: np.ndarray,
    padding: int,
    folder: Path,
    horizon: int | None = None,
    report: Report = say_nothing,
) -> None:
    """Write growth.webp (growth, the five cuts, recovery) and rotation.webp (eight angles), both looping.

    Args:
      horizon: for a model that was never shown what follows its growth, the last step that training saw: the pictures
        end there, without cuts. None: the model holds its shape.
    """
    folder.mkdir(parents=True, exist_ok=True)
    height, width = (side + 2 * padding for side in picture.shape[:2])
    report("drawing: growth.webp")
    frames, pauses = growth_frames(model, height, width) if horizon is None else sowing(model, height, width, horizon)
    write_webp(folder / "growth.webp", frames, pauses)
    frames = rotation_frames(model, height, width, horizon or 300, report)
    write_webp(folder / "rotation.webp", frames, [60] * (len(frames) - 1) + [2000])


def write_pieces(model: GrowingCA, picture: np.ndarray, padding: int, folder: Path) -> None:
    """Write pieces.webp, looping: the pattern is cut in three, and each third becomes what it can."""
    height, span = (side + 2 * padding for side in picture.shape[:2])
    write_webp(folder / "pieces.webp", *piece_frames(model, height, span, picture.shape[1]))


def growth_frames(model: GrowingCA, height: int, width: int, grown: int = 160, recovery: int = 160) -> Film:
    """Frames of growth from the seed, then five differently cut copies that recover, and how long each shows.

    Returns:
      Frames uint8 [2 * height, 10 * width, 3], and milliseconds, two lists of one length.
    """
    states = model.rollout(model.seed_state(1, height, width), grown, 7, return_states=True)[:, 0]
    damaged = np.concatenate([cut(states[-1:].numpy(), which) for which in CUTS])
    recovering = model.rollout(damaged, recovery, 8, return_states=True).numpy()
    frames = [tile(to_rgb(np.repeat(state[None], len(CUTS), 0)), len(CUTS)) for state in states[::4].numpy()]
    pauses = [40] * (len(frames) - 1) + [800]
    frames += [tile(to_rgb(batch), len(CUTS)) for batch in recovering[::4]]
    pauses += [600] + [40] * (len(recovering[::4]) - 2) + [1500]
    return [zoom(frame, 2) for frame in frames], pauses


def sowing(model: GrowingCA, height: int, width: int, steps: int) -> Film:
    """Five independent growths side by side; returns what `growth_frames` does."""
    states = model.rollout(model.seed_state(len(CUTS), height, width), steps, 7, return_states=True).numpy()
    frames = [zoom(tile(to_rgb(batch), len(CUTS)), 2) for batch in states[::2]]
    return frames, [40] * (len(frames) - 1) + [2500]


def piece_frames(model: GrowingCA, height: int, span: int, width: int, grown: int = 160, recovery: int = 480) -> Film:
    """Frames of a pattern `width` cells wide that grows and is cut in three, on `span` cells each; see `three_pieces`.

    Returns:
      Frames uint8 [3 * height, 9 * span, 3], and milliseconds, two lists of one length.
    """
    states = model.rollout(model.seed_state(1, height, 3 * span), grown, 7, return_states=True).numpy()
    pieces = three_pieces(states[-1], width)
    recovering = model.rollout(pieces, recovery, 8, return_states=True).numpy()
    frames = [zoom(to_rgb(state[0]), 3) for state in [*states[::4], *recovering[::8]]]
    grow, heal = len(states[::4]), len(recovering[::8])
    return frames, [40] * (grow - 1) + [800, 800] + [40] * (heal - 2) + [2500]


def rotation_frames(
    model: GrowingCA, height: int, width: int, steps: int, report: Report = say_nothing
) -> list[np.ndarray]:
    """Growth with the sensors turned by eight angles, four in a row."""
    rows = []
    for index in counted(range(ANGLES), "drawing: rotation.webp", report):
        angle = tf.constant(2 * np.pi * index / ANGLES, tf.float32)
        states = model.rollout(model.seed_state(1, height, width), steps, 9, return_states=True, angle=angle)[::6, 0]
        rows.append(to_rgb(states))
    return [zoom(tile(np.stack(frames), 4), 2) for frames in zip(*rows, strict=True)]
