"""The one training loop. It knows no family; training/experiment.py says what it needs from one.

from training.loop import train
history = train(experiment, "runs/growing/lizard", callbacks=[keras.callbacks.EarlyStopping("loss", patience=500)])
"""

import contextlib
import dataclasses
import errno
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import keras

from nca_tf.files.errors import InputError
from nca_tf.files.model_files import describe_file, save
from training import run_inputs
from training.checkpoints import Checkpoints
from training.experiment import Experiment
from training.health import check_scalars
from training.log_file import read_log
from training.progress import Report, Silent, make_progress, make_stages, say
from training.progress import say_nothing as _say_nothing
from training.record import make_record
from training.recorder import Recorder, SaveModel
from training.run_folder import RunFolder
from training.signals import Interrupted, StopRequest
from training.training_state import restore
from training.workers import Bystander, Workers, is_chief, join

_DISK_ERRORS = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EACCES, errno.EPERM, errno.EIO)


def train(
    experiment: Experiment,
    folder: str | Path,
    *,
    callbacks: Iterable[keras.callbacks.Callback] = (),
    progress: bool = True,
    checkpoint_seconds: float = 60.0,
    command: str = "training.loop.train, called from Python",
    save_model: SaveModel | None = None,
    multi_worker: bool = False,
) -> keras.callbacks.History:
    """Train `experiment` to `experiment.config.iterations` in `folder`, going on from the newest checkpoint there.

    To Keras callbacks an iteration is an epoch of one batch. They may set `model.stop_training`; what they count
    themselves isn't part of a checkpoint.

    Args:
      folder: the run's folder; training/run_folder.py lists what it will hold.
      progress: show a live line, or plain lines where standard error is not a terminal.
      checkpoint_seconds: time between checkpoints.
      command: what record.json names as the command.
      save_model: writes a model folder; `nca_tf.files.model_files.save` unless given.
      multi_worker: several workers share the training, and `experiment` was made under `training.workers.join()`. All
        follow the folder of the one that TF_CONFIG makes the chief, which alone reads and writes it.
    Returns:
      The scalars of every iteration, those before a resume included (but not on a worker that isn't the chief).
    Raises:
      InputError: the folder can't be used, is in use, or belongs to another configuration; what it was started
        from has changed; or the disk is full.
      TrainingStopped: going on is pointless, such as after a NaN.
      Interrupted: after Ctrl-C or SIGTERM; a checkpoint was saved.
    """
    folder = Path(folder)
    config = dataclasses.asdict(experiment.config)
    workers = Workers(join() if multi_worker else None)
    inputs = {f"what --{option} names": digest for option, digest in experiment.inputs.items()}
    workers.agree({"family": experiment.family, **config, **inputs, "execution": experiment.execution})
    if multi_worker and not is_chief():
        return _follow(experiment, callbacks, workers)
    if save_model is None:
        save_model = save
    with _disk_errors_explained(folder), RunFolder(folder, experiment.family, config) as run:
        tell = say if progress else _say_nothing
        earlier = run_inputs.pin(run, experiment.inputs, experiment.execution)
        first, seconds = _resume(experiment, folder, tell)
        workers.start(experiment, first)
        history = keras.callbacks.History()
        if _is_complete(run, first, first if experiment.ended else experiment.config.iterations):
            further = "it has reached what ends it" if experiment.ended else "raise --iterations to train it further"
            tell(f"{folder} is already trained for {first} iterations; {further}")
            # The others wait to hear whether there is an iteration to do.
            workers.stop(None, True)
            history.on_train_begin()
            _fill(history, read_log(folder / "log.csv"))
            return history
        if earlier:
            tell(
                f"note: so far {folder} was computed in the {earlier}, from here on in the {experiment.execution}; "
                "its random draws are others than they would have been"
            )
        with Recorder(run, experiment, save_model, first, seconds, checkpoint_seconds) as recorder:
            shown = make_progress(first, experiment.config.iterations) if progress else Silent()
            with contextlib.closing(shown):
                done = _iterate(experiment, first, callbacks, history, recorder, shown, workers)
            with contextlib.closing(make_stages() if progress else Silent()) as shown:
                _finish(experiment, run, recorder, done, command, shown.stage)
    return history


def _iterate(experiment, first, callbacks, history, recorder, shown, workers) -> int:
    """Do the iterations from `first` on and return how many are done in total; the last one has a checkpoint."""
    done, iterations = first, experiment.config.iterations
    with _calls(experiment, callbacks, history) as calls, StopRequest() as stop:
        _fill(history, recorder.log.rows)
        number, ended = workers.stop(stop.number, _is_over(experiment, done))
        while not number and not ended:
            scalars = _one_iteration(experiment, done, calls, recorder.write)
            done += 1
            shown.update(done, scalars["loss"])
            recorder.keep(done)
            number, ended = workers.stop(stop.number, _is_over(experiment, done))
        recorder.save_checkpoint(done)
    number = number or stop.number
    if number:
        raise Interrupted(
            number,
            f"interrupted after iteration {done} of {iterations}, which is saved; the same command continues it",
        )
    return done


def _is_over(experiment: Experiment, done: int) -> bool:
    return done >= experiment.config.iterations or experiment.ended or experiment.model.stop_training


def _one_iteration(experiment, iteration, calls, write) -> dict[str, float]:
    calls.on_epoch_begin(iteration)
    calls.on_train_batch_begin(0)
    scalars = experiment.iterate(iteration)
    write(iteration + 1, scalars)
    check_scalars(scalars, iteration + 1)
    experiment.check_health(scalars)
    calls.on_train_batch_end(0, scalars)
    calls.on_epoch_end(iteration, scalars)
    return scalars


def _finish(
    experiment: Experiment, run: RunFolder, recorder: Recorder, done: int, command: str, report: Report
) -> None:
    """Write the trained model, its pictures and, last of all, record.json."""
    seconds, start = recorder.seconds, time.monotonic()
    report("saving the model")
    recorder.save_trained()
    recorder.write_pictures(done)
    metrics = experiment.finish(run.path, report)
    record = make_record(
        name=run.name,
        family=experiment.family,
        command=command,
        config=experiment.config,
        iterations=done,
        wall_seconds=seconds,
        measured_seconds=time.monotonic() - start,
        metrics=metrics,
        weights=run.path / "weights.npz",
    )
    run.write_json("record.json", record)


def _resume(experiment: Experiment, folder: Path, tell) -> tuple[int, float]:
    """Restore the newest intact checkpoint, if there is any; return its iteration and training time, else zeros."""
    try:
        found, warnings = Checkpoints(folder / "checkpoints").load_newest()
    except PermissionError as error:
        raise InputError(
            f"{error.filename} can't be read ({error.strerror}); a checkpoint that may be read was expected; correct "
            "its permissions and start the same command again"
        ) from error
    for warning in warnings:
        tell(f"warning: {warning}; the one before it is used")
    if found is None and warnings:
        raise InputError(
            f"no checkpoint in {folder / 'checkpoints'} is intact; at least one was expected; "
            "train into another folder, or remove this one to start from the beginning"
        )
    if found is None:
        return 0, 0.0
    header, arrays = found
    restore(experiment, arrays)
    tell(f"continuing {folder} after iteration {header['iteration']}")
    return header["iteration"], header["wall_seconds"]


def _is_complete(run: RunFolder, first: int, iterations: int) -> bool:
    """Whether everything was done and written, up to the record, which is written last."""
    record, weights = run.read_json("record.json"), run.path / "weights.npz"
    if record is None or first < iterations or record["iterations"] != first:
        return False
    return weights.exists() and describe_file(weights)["sha256"] == record["weights_sha256"]


@contextlib.contextmanager
def _calls(experiment: Experiment, callbacks, history) -> Iterator[keras.callbacks.CallbackList]:
    """Give the callbacks what `fit` would: a model that has its optimizer, and the beginning and end of training."""
    model = experiment.model
    lent = getattr(model, "optimizer", None) is None
    if lent:
        model.optimizer = experiment.optimizer
    model.stop_training = False
    try:
        params = {"verbose": 0, "epochs": experiment.config.iterations, "steps": 1}
        calls = keras.callbacks.CallbackList([*callbacks, history], model=model, **params)
        calls.on_train_begin()
        yield calls
        calls.on_train_end()
    finally:
        if lent:
            del model.optimizer


def _fill(history: keras.callbacks.History, rows: Iterable[dict[str, float]]) -> None:
    """Put the iterations before a resume into `history`."""
    for row in rows:
        history.epoch.append(int(row["iteration"]) - 1)
        for name, value in row.items():
            if name not in ("iteration", "seconds"):
                history.history.setdefault(name, []).append(value)


def _follow(experiment: Experiment, callbacks, workers: Workers) -> keras.callbacks.History:
    """Do a worker's share, from where the chief is; write nothing."""
    history = keras.callbacks.History()
    first = workers.start(experiment, 0)
    _iterate(experiment, first, callbacks, history, Bystander(), Silent(), workers)
    return history


@contextlib.contextmanager
def _disk_errors_explained(folder: Path) -> Iterator[None]:
    """Turn a full disk and the like into one clear line."""
    try:
        yield
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT) or "No space left" in str(error)
        if not full and error.errno not in _DISK_ERRORS:
            raise
        what = f"the disk that holds {folder} is full" if full else f"{folder} can't be written ({error.strerror})"
        remedy = "make room" if full else "make it writable"
        paths = Checkpoints(folder / "checkpoints").paths()
        kept = f"the checkpoint {paths[0].name} is kept" if paths else "there is no checkpoint yet"
        raise InputError(
            f"{what}; room for the run's files was expected, {kept}; "
            f"{remedy} and start the same command again, which continues from there"
        ) from error
