"""Writes everything that a run leaves behind while it goes on."""

import math
import shutil
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import keras

from nca_tf.files.whole_files import write_whole
from nca_tf.pictures.animation import encode_png
from training.checkpoints import Checkpoints
from training.events import EventFile
from training.experiment import Experiment
from training.health import check_weights
from training.log_file import LogFile
from training.run_folder import RunFolder
from training.training_state import gather

_SCALARS_EVERY = 10
_FIRST_PICTURES = (1, 100, 500)
_PICTURES_EVERY = 1000

SaveModel = Callable[[keras.Model, Path, Mapping], object]


class Recorder:
    """The log, the events, the figures, the snapshots and the checkpoints of one run.

    Args:
      first: iterations done before; the log is cut there.
      seconds: training time before.
      save_model: writes a model folder, called with model, folder, and the additions to meta.json.
    """

    def __init__(
        self, run: RunFolder, experiment: Experiment, save_model: SaveModel, first: int, seconds: float, interval: float
    ):
        self._run, self._experiment, self._save_model = run, experiment, save_model
        self._interval = interval
        self._checkpoints = Checkpoints(run.path / "checkpoints")
        self.log = LogFile(run.path / "log.csv", keep=first)
        self._events = EventFile(run.path / "events", first + 1)
        self._earlier, self._start = seconds, time.monotonic()
        self._saved = (first, self._start)
        self._rated = (first, self._start)

    def __enter__(self) -> "Recorder":
        return self

    def __exit__(self, *_) -> None:
        try:
            self.log.close()
        finally:
            self._events.close()

    @property
    def seconds(self) -> float:
        """Training time so far, earlier parts of a resumed run included."""
        return self._earlier + time.monotonic() - self._start

    @property
    def saved_iteration(self) -> int:
        """The iteration of the newest checkpoint; 0 if there is none."""
        return self._saved[0]

    def write(self, iteration: int, scalars: Mapping[str, float]) -> None:
        """Log one iteration, counted from 1."""
        self.log.write(iteration, self.seconds, scalars)
        if iteration % _SCALARS_EVERY == 0:
            loss, now = scalars["loss"], time.monotonic()
            curves = dict(scalars)
            if loss > 0:
                curves["log10_loss"] = math.log10(loss)
            curves["iterations_per_second"] = (iteration - self._rated[0]) / max(now - self._rated[1], 1e-9)
            self._rated = (iteration, now)
            self._events.write_scalars(iteration, curves)

    def keep(self, iteration: int) -> None:
        """Write the pictures, the snapshot and the checkpoint that are due after `iteration`."""
        if iteration in _FIRST_PICTURES or iteration % _PICTURES_EVERY == 0:
            self.write_pictures(iteration)
        if iteration in self._experiment.snapshot_iterations:
            self._snapshot(iteration)
        if time.monotonic() - self._saved[1] >= self._interval:
            self.save_checkpoint(iteration)

    def write_pictures(self, iteration: int) -> None:
        """Show the experiment's pictures in TensorBoard and in figures/."""
        pictures = self._experiment.pictures()
        self._events.write_pictures(iteration, pictures)
        for name, pixels in pictures.items():
            write_whole(self._run.path / "figures" / f"{name}-{iteration:06d}.png", encode_png(pixels))

    def save_checkpoint(self, iteration: int) -> None:
        """Save the state after `iteration`, unless it is already saved."""
        if iteration == self.saved_iteration:
            return
        arrays = gather(self._experiment)
        check_weights(arrays, iteration)
        self.log.sync()
        self._events.flush()
        header = {
            "family": self._experiment.family,
            "random_seed": self._experiment.config.random_seed,
            "wall_seconds": self.seconds,
            "config": self._run.config,
        }
        self._checkpoints.save(iteration, header, arrays)
        self._saved = (iteration, time.monotonic())

    def save_trained(self) -> None:
        """Write the trained model: `model.keras`, and the run folder itself as a model folder."""
        # Keras looks at how the name ends, and writes in place.
        temporary = self._run.path / ".tmp-model.keras"
        try:
            self._experiment.model.save(temporary)
            temporary.replace(self._run.path / "model.keras")
        finally:
            temporary.unlink(missing_ok=True)
        self._save_model(self._experiment.model, self._run.path, {**self._experiment.meta, "name": self._run.name})

    def _snapshot(self, iteration: int) -> None:
        name = f"{iteration:06d}"
        folder = self._run.path / "snapshots" / name
        temporary = folder.with_name(f".tmp-{name}")
        self._save_model(
            self._experiment.model, temporary, {**self._experiment.meta, "name": f"{self._run.name}-{name}"}
        )
        shutil.rmtree(folder, ignore_errors=True)
        temporary.replace(folder)
