"""Pictures of perturbations: one switched on, off and on again; strengths and mixtures as mosaics."""

from pathlib import Path

import numpy as np

from nca_tf.families.perturbation.automaton import PerturbedCA
from nca_tf.pictures.animation import tile, to_rgb, write_png, write_webp, zoom
from training.perturbation.combinations import AT_ONCE, BETWEEN, SWEEP
from training.progress import Report, say_nothing

TIMES = (0, 50, 100, 200, 500)
"""Steps that a mosaic shows, from left to right."""
HOLDS = np.array([[0, 300], [600, 900]], np.int32)
"""Steps of the film during which the perturbation holds."""
EVERY = 6


def write_all(
    model: PerturbedCA, padding: int, shape: tuple[int, int], folder: Path, report: Report = say_nothing
) -> None:
    """Write on_and_off.webp, looping, and strengths.png, of a model of one perturbation.

    Args:
      padding: empty cells around the pattern on each side.
      shape: height and width of its picture.
      folder: where to.
    """
    folder.mkdir(parents=True, exist_ok=True)
    height, width = (side + 2 * padding for side in shape)
    report("drawing: on_and_off.webp")
    frames = on_and_off_frames(model, height, width)
    write_webp(folder / "on_and_off.webp", frames, [40] * (len(frames) - 1) + [2000])
    report("drawing: strengths.png")
    write_png(folder / "strengths.png", mosaic(model, np.reshape(SWEEP, (-1, 1)), height, width))


def on_and_off_frames(model: PerturbedCA, height: int, width: int) -> list[np.ndarray]:
    """Four growths side by side, perturbed for 300 steps, left alone for 300 and perturbed again; a bar says when."""
    frames, state = [], model.seed_state(4, height, width)
    for first in range(0, int(HOLDS.max()), 100):
        states = model.rollout(state, 100, first, return_states=True, on=HOLDS - first).numpy()
        for step in range(0, 100, EVERY):
            frame = zoom(tile(to_rgb(states[step]), 4), 2)
            if ((HOLDS[:, 0] <= first + step) & (first + step < HOLDS[:, 1])).any():
                frame[:4] = (200, 60, 60)
            frames.append(frame)
        state = states[-1]
    return frames


def mosaic(
    model: PerturbedCA, strengths: np.ndarray, height: int, width: int, times: tuple[int, ...] = TIMES
) -> np.ndarray:
    """What grows at given strengths, a row each, at given steps from left to right.

    Args:
      strengths: [rows, perturbations].
      times: steps, rising.
    Returns:
      uint8 [rows * 2 * height, times * 2 * width, 3].
    """
    state, done, columns = model.seed_state(len(strengths), height, width), 0, []
    for time in times:
        state, done = model.rollout(state, time - done, time, strengths=np.float32(strengths)), time
        columns.append(to_rgb(state))
    return zoom(tile(np.stack(columns, axis=1).reshape(-1, height, width, 3), len(times)), 2)


def between(model: PerturbedCA, one: str, other: str) -> np.ndarray:
    """Strengths [rows, perturbations] for the mosaic of two perturbations that add up to 1."""
    return _both(model, one, other, [(share, 1 - share) for share in BETWEEN])


def at_once(model: PerturbedCA, one: str, other: str) -> np.ndarray:
    """Strengths [rows, perturbations] for the mosaic of two perturbations, both at each strength of `AT_ONCE`."""
    return _both(model, one, other, [(strength, strength) for strength in AT_ONCE])


def _both(model: PerturbedCA, one: str, other: str, pairs: list[tuple[float, float]]) -> np.ndarray:
    strengths = np.zeros((len(pairs), len(model.perturbations)), np.float32)
    strengths[:, [model.perturbations.index(name) for name in (one, other)]] = pairs
    return strengths
