"""How exports of several rules on one grid are judged: by the picture that the last rule is to have grown.

The standard run starts where the adversary is just put in: squares of it in patterns that the host has grown. So it
covers what a takeover does; of a single rule it starts from seeds.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import tensorflow as tf

from nca_tf.cells.quality import Quality
from nca_tf.families.takeover.injection import Injection
from nca_tf.families.takeover.pictures import SIZE, grid_side, straight_target
from nca_tf.files.budget import Budget
from nca_tf.pictures.model_targets import target_of

if TYPE_CHECKING:
    from nca_tf.families.takeover.automaton import MultiRuleCA

SEEDS = 8
GROWN = 60
"""Steps before the injection, as in the paper."""
RUN_BYTES = 64 << 20
UNSTEADY_STEPS = 64
SQUARE = Injection("square", 2)


def takeover_quality(model: "MultiRuleCA", meta: dict[str, Any], folder: Path) -> Quality:
    """Returns the standard run of a `MultiRuleCA`.

    Args:
      model: the automaton.
      meta: its meta.json: "target", "size", "padding", "training", "inject".
      folder: its folder.
    Raises:
      InputError: the grid that `meta` asks for is beyond `RUN_BYTES`.
    """
    side, count = grid_side(meta), len(model.rule_names)
    hidden = max(rule.hidden for rule in model.members().values())
    budget = Budget(RUN_BYTES, folder)
    budget.take(4 * SEEDS * side * side * (4 * model.channels + hidden), f"{SEEDS} states of {side}x{side} cells")
    target = target_of({"padding": (side - meta.get("size", SIZE)) // 2, **meta}, folder).picture
    start = _injected(model, meta, side) if count > 1 else model.seed_state(SEEDS, side, side).numpy()

    def inputs(step: int) -> dict[str, np.ndarray]:
        rng = [np.random.default_rng([number, step]) for number in range(count)]
        return {
            name: (own.random((SEEDS, side, side)) < model.fire_rate).astype(np.float32)
            for name, own in zip(model.draw_names, rng, strict=True)
        }

    def living(states: np.ndarray) -> float:
        return float(np.asarray(model.mature(states)).sum() / len(states))

    common = {
        "start": start,
        "inputs": inputs,
        "groups": {"colour": slice(0, 3), "hidden": slice(3, -count), "alphas": slice(-count, None)},
        "living": living,
        "steady_steps": UNSTEADY_STEPS if meta.get("training") == "growing" else 200,
    }
    if target is None:
        return Quality(**common)
    picture = straight_target(target, side, side)

    def loss(states: np.ndarray) -> float:
        return float(np.mean(np.square(np.asarray(model.straight(states), np.float64) - picture)))

    return Quality(**common, metric="target_mse", score=loss)


def _injected(model, meta: dict[str, Any], side: int) -> np.ndarray:
    """Patterns of the first rule with some cells of the last one in them, float32 [SEEDS, side, side, channels]."""
    state, rng = model.seed_state(SEEDS, side, side), np.random.default_rng(0)
    grown = model.rollout(state, GROWN, random_seed=0, form="dense")
    patterns = np.asarray(model.owner(grown)) == 1
    injection = Injection.parse(meta["inject"]) if "inject" in meta else SQUARE
    alive = patterns.any(axis=(1, 2))
    masks = np.zeros(patterns.shape, bool)
    if alive.any():
        masks[alive] = injection.draw(patterns[alive], rng)
    return np.asarray(model.inject(grown, tf.constant(masks * np.int32(len(model.rule_names)))))
