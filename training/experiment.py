"""What the loop needs to know about a family: one object with these members."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Protocol

import keras
import numpy as np

from training.progress import Report


class Experiment(Protocol):
    """A model, how one iteration changes it, and what there is to see and to measure.

    Attributes:
      family: name of the family, as in `python -m training.<family>`.
      config: frozen dataclass with at least `iterations` and `random_seed`; see training/configuration.py.
      model: built; what is trained and shipped.
      optimizer: built; its slots are part of a checkpoint.
      snapshot_iterations: after how many iterations the model alone is kept (the papers show 100, 500, 1000, 4000).
      meta: what a model folder's meta.json says beyond the model itself, such as `target`, `size`; as `save` of
        nca_tf/files/model_files.py takes it.
      inputs: option -> SHA-256 of what it names, where that must stay the same; see training/run_inputs.py.
      execution: how batches are computed, see `training.engine.TrainStep.execution`.
      ended: whether what was asked for is reached before the last iteration; part of the state of a checkpoint.
    """

    family: str
    config: Any
    model: keras.Model
    optimizer: keras.optimizers.Optimizer
    snapshot_iterations: tuple[int, ...]
    meta: Mapping[str, Any]
    inputs: Mapping[str, str]
    execution: str
    ended: bool

    def iterate(self, iteration: int) -> dict[str, float]:
        """Do one iteration of the optimizer, counted from 0, and return its scalars, `loss` among them.

        Every random draw depends on `config.random_seed`, `iteration` and `execution` alone. The names of the scalars
        are the same each time.
        """

    def state_arrays(self) -> dict[str, np.ndarray]:
        """Return what a checkpoint must hold besides model and optimizer, such as the pool's living cells."""

    def restore_arrays(self, arrays: Mapping[str, np.ndarray]) -> None:
        """Take back what `state_arrays` returned."""

    def check_health(self, scalars: Mapping[str, float]) -> None:
        """Raise training.health.TrainingStopped where going on is pointless, such as a pool that died out.

        The loop itself looks for numbers that are not finite.
        """

    def pictures(self) -> dict[str, np.ndarray]:
        """Return named pictures of the training, uint8 [height, width, 3]. Must not change anything."""

    def finish(self, folder: Path, report: Report) -> dict[str, Any]:
        """Write pictures of the trained model into `folder` / "figures"; return the metrics for record.json.

        `report` is told what is being drawn or measured, see training/progress.py.
        """
