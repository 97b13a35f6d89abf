"""Pictures of a takeover: how a pattern changes, and below it whose the cells are (Figs. 12 to 14 of the paper)."""

from pathlib import Path
from typing import Any

import numpy as np

from nca_tf.families.takeover.automaton import MultiRuleCA
from nca_tf.families.takeover.pictures import grid_side
from nca_tf.families.takeover.signatures import OWNER_COLOURS
from nca_tf.pictures.animation import tile, to_rgb, write_png, write_webp, zoom
from training.progress import Report, say_nothing
from training.takeover.evaluation import INJECTED_AT, host_of, injection_of
from training.takeover.start import grown_hosts

TIMES = (60, 100, 150, 200, 300, 500)
"""Steps from the seed that a strip shows."""
COLOURS = np.array([(255, 255, 255), *OWNER_COLOURS], np.uint8)
"""Of nobody's cells, and of each rule's."""
EVERY, FILM_STEPS = 4, 360
SEED = 5


def write_all(model: MultiRuleCA, meta: dict[str, Any], folder: Path, report: Report = say_nothing) -> None:
    """Write evolution.png, and of a takeover takeover.webp, looping.

    Args:
      meta: of the model's meta.json.
      folder: where to.
    """
    folder.mkdir(parents=True, exist_ok=True)
    side = grid_side(meta)
    report("drawing: evolution.png")
    first, step = begun(model, meta, side)
    write_png(folder / "evolution.png", evolution(model, first, step))
    if len(model.rule_names) > 1:
        report("drawing: takeover.webp")
        frames = film(model, first)
        write_webp(folder / "takeover.webp", frames, [60] * (len(frames) - 1) + [2000])


def begun(model: MultiRuleCA, meta: dict[str, Any], side: int) -> tuple[np.ndarray, int]:
    """One pattern with the adversary's first cells just put in, or of a single rule a seed; and its step."""
    if len(model.rule_names) == 1:
        return np.asarray(model.seed_state(1, side, side)), 0
    injection, rng = injection_of(meta), np.random.default_rng(SEED)
    moment = (INJECTED_AT, INJECTED_AT)
    return grown_hosts(model, host_of(model), 1, (side, side), injection, rng, moment), INJECTED_AT


def evolution(model: MultiRuleCA, state: np.ndarray, step: int, times: tuple[int, ...] = TIMES) -> np.ndarray:
    """A strip of the pattern at given times, with the owners of its cells below where there are several rules.

    Args:
      state: [1, height, width, channels], at step `step` from the seed.
      times: steps from the seed, rising, none before `step`.
    Returns:
      uint8 [rows * 2 * height, times * 2 * width, 3].
    """
    pictures, owners = [], []
    for time in times:
        state, step = model.rollout(state, time - step, time), time
        pictures.append(to_rgb(np.asarray(model.premultiplied(state)))[0])
        owners.append(owner_colours(model, state)[0])
    rows = pictures if len(model.rule_names) == 1 else pictures + owners
    return zoom(tile(np.stack(rows), len(times)), 2)


def owner_colours(model: MultiRuleCA, state: np.ndarray) -> np.ndarray:
    """Whose each cell is, uint8 [batch, height, width, 3]; with many rules the colours begin anew."""
    owner = np.asarray(model.owner(state))
    return COLOURS[np.where(owner > 0, 1 + (owner - 1) % (len(COLOURS) - 1), 0)]


def film(model: MultiRuleCA, state: np.ndarray) -> list[np.ndarray]:
    """A pattern and the owners of its cells side by side, from the injection on."""
    states = np.asarray(model.rollout(state, FILM_STEPS, 1, return_states=True))[::EVERY, 0]
    pairs = zip(to_rgb(np.asarray(model.premultiplied(states))), owner_colours(model, states), strict=True)
    return [zoom(np.concatenate(pair, axis=1), 4) for pair in pairs]
