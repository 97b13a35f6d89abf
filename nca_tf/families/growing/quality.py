"""How exports of a growing automaton are judged: by the picture that they grow."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from nca_tf.cells.life import ALPHA
from nca_tf.cells.quality import Quality
from nca_tf.files.budget import Budget
from nca_tf.files.errors import InputError
from nca_tf.pictures.model_targets import target_of
from nca_tf.pictures.targets import place

if TYPE_CHECKING:
    from nca_tf.families.growing.automaton import GrowingCA

SEEDS = 8
FIRST_STEPS = 16
RUN_BYTES = 64 << 20
"""For the start states, and the widest layers of one step: it is made for as many of them at a time as fit."""
RUN_PRODUCTS = 30_000_000_000
"""Of a weight and a value, in the first steps of all seeds: five times those of the published model on its own grid."""
UNSTEADY = "growing"
"""The experiment whose patterns were never trained to stay; two rollouts of them drift apart."""
UNSTEADY_STEPS = 64


def growing_quality(model: "GrowingCA", meta: dict[str, Any], folder: Path) -> Quality:
    """Returns the standard run of a `GrowingCA`: eight seeds on the grid of training.

    Args:
      model: the automaton.
      meta: its meta.json: "target" (a name, or a file in `folder`), "size", "padding", "experiment".
      folder: the model's folder.
    Raises:
      InputError: the states that `meta` and the model's sizes ask for are beyond `RUN_BYTES`.
    """
    target, size, padding = target_of(meta, folder)
    rows, columns = (size, size) if target is None else target.shape[:2]
    height, width = rows + 2 * padding, columns + 2 * padding
    budget = Budget(RUN_BYTES, folder)
    budget.take(4 * SEEDS * height * width * model.channels, f"{SEEDS} states of {height}x{width} cells")
    at_once = _states_at_once(model, height * width, budget)
    start = model.seed_state(SEEDS, height, width).numpy()
    chosen = _seeds_that_live(model, height, width, at_once)

    def inputs(step: int) -> dict[str, np.ndarray]:
        return {"fire": _fire(model, chosen, step, height, width)}

    def living(states: np.ndarray) -> float:
        return float((states[..., ALPHA] > model.alive_threshold).sum() / len(states))

    common = {
        "start": start,
        "inputs": inputs,
        "groups": {"colour": slice(0, ALPHA), "alpha": slice(ALPHA, ALPHA + 1), "hidden": slice(ALPHA + 1, None)},
        "living": living,
        "steady_steps": UNSTEADY_STEPS if meta.get("experiment") == UNSTEADY else 200,
    }
    if target is None:
        return Quality(**common)
    picture = place(target, height, width)

    def loss(states: np.ndarray) -> float:
        return float(np.mean(np.square(states[..., : ALPHA + 1].astype(np.float64) - picture)))

    return Quality(**common, metric="target_mse", score=loss)


def _fire(model, seeds: list[int], step: int, height: int, width: int) -> np.ndarray:
    drawn = np.stack([np.random.default_rng([seed, step]).random((height, width)) for seed in seeds])
    return (drawn < model.fire_rate).astype(np.float32)


def _states_at_once(model, cells: int, budget: Budget) -> int:
    """How many states one dense step can take: of each it holds perception and hidden layer of every cell."""
    each = 4 * cells * (4 * model.channels + model.hidden)
    step = f"a step of {cells} cells with {model.channels} channels and {model.hidden} hidden units"
    # As one convolution the sensors are a kernel from every channel to every gradient, of which there are some copies.
    Budget(RUN_BYTES, "the model").take(4 * 4 * 27 * model.channels**2, step)
    budget.take(each, step)
    products = 4 * model.channels * model.hidden * cells * SEEDS * FIRST_STEPS
    if products > RUN_PRODUCTS:
        raise InputError(
            f"{step} is too much work: {FIRST_STEPS} of {SEEDS} states are {products:.1e} products; at most "
            f"{RUN_PRODUCTS:.0e} are accepted; choose a smaller model or grid"
        )
    return min(SEEDS, 1 + budget.left // each)


def _seeds_that_live(model, height: int, width: int, at_once: int) -> list[int]:
    """The first random seeds whose pattern outlives its first steps; `at_once` of them are tried side by side.

    When a lone cell fires among certain neighbours, it dies at once: with the published lizard about once in several
    hundred runs. Such a run says nothing about a format, and its error hides that of all others.
    """
    living, dead = [], []
    for first in range(0, 2 * SEEDS, at_once):
        seeds = list(range(first, first + at_once))
        state = model.seed_state(len(seeds), height, width)
        for step in range(FIRST_STEPS):
            state = model.step(state, _fire(model, seeds, step, height, width))
        mature = (state[..., ALPHA].numpy() > model.alive_threshold).any(axis=(1, 2))
        for seed, lives in zip(seeds, mature, strict=True):
            (living if lives else dead).append(seed)
        if len(living) >= SEEDS:
            break
    # Where all die, the first ones are as good as any.
    return [*living, *dead][:SEEDS]
