"""How exports of one automaton out of a manifold are judged: by the picture that it grows in its own time."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from nca_tf.cells.quality import Quality
from nca_tf.files.budget import Budget
from nca_tf.files.errors import InputError
from nca_tf.pictures.model_targets import target_of

if TYPE_CHECKING:
    from nca_tf.families.ncam.automaton import ManifoldCA

SEEDS = 4
RUN_BYTES = 256 << 20


def ncam_quality(model: "ManifoldCA", meta: dict[str, Any], folder: Path) -> Quality:
    """Returns the standard run of a `ManifoldCA` without codes.

    Args:
      model: the automaton.
      meta: its meta.json; "target" names the picture that it is to grow.
      folder: the model's folder.
    Raises:
      InputError: the model is a whole manifold, or its states are beyond `RUN_BYTES`.
    """
    if model.code != "none":
        raise InputError(
            f"{folder} is a whole manifold; one automaton was expected, whose steps can be compared; take one out with "
            "python -m training.ncam.genome."
        )
    side = model.size
    each = 4 * side**2 * (4 * model.channels + model.hidden)
    Budget(RUN_BYTES, folder).take(SEEDS * each, f"a step of {SEEDS} states of {side}x{side} cells")
    common = {
        "start": model.seed_state(SEEDS, side, side).numpy(),
        "inputs": lambda step: {"fire": _fire(model, step)},
        "groups": {"colours": slice(0, model.colours), "hidden": slice(model.colours, None)},
        "living": lambda states: float(side**2),
        "steady_steps": model.steps,
        "lasts": model.steps,
    }
    target = target_of({"padding": 0, **meta}, folder).picture
    if target is None or target.shape != (side, side, model.colours):
        return Quality(**common)

    def loss(states: np.ndarray) -> float:
        return float(np.mean(np.square(states[..., : model.colours].astype(np.float64) - target)))

    return Quality(**common, metric="target_mse", score=loss)


def _fire(model, step: int) -> np.ndarray:
    drawn = np.random.default_rng([11, step]).random((SEEDS, model.size, model.size))
    return (drawn < model.fire_rate).astype(np.float32)
