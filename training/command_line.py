"""What every training command shares: how it begins, its errors in one line, and its exit status.

main = functools.partial(command_line.train_family, GrowingExperiment, __doc__)

if __name__ == "__main__":
    command_line.run(main)
"""

import errno
import logging
import os
import signal
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from nca_tf.files.errors import InputError
from training.engine import use_threads
from training.health import TrainingStopped
from training.options import MULTI_WORKER, Options, make_parser, parse
from training.run_inputs import started_from
from training.signals import Interrupted, raise_interrupted
from training.workers import is_chief, malformed, read_workers


def train_family(kind: type, description: str, argv: Sequence[str] | None = None):
    """The command of a family: make its experiment as the command line says, train it, and print where to look.

    Args:
      kind: a subclass of `training.family.FamilyExperiment`.
      description: what the command does, for its help.
    Returns:
      keras.callbacks.History
    """
    use_threads()
    parser = make_parser(kind.family, kind.config_class, description)
    kind.add_options(parser)
    options = parse(parser, kind.config_class, argv)
    if options.data_dir:
        os.environ["TFDS_DATA_DIR"] = str(options.data_dir)
    earlier = started_from(run_folder(options, kind.family))
    strategy = make_strategy(options.strategy)
    return train(kind(options.config, strategy, started_from=earlier, **vars(options.rest)), options)


def run_folder(options: Options, family: str) -> Path:
    """The run's folder: --out, else runs/<family>/<what its settings are called>."""
    return options.out or Path("runs") / family / options.config.default_name()


def train(experiment, options: Options, save_model=None):
    """Run the loop as `options` say and print where to look.

    Returns:
      keras.callbacks.History
    """
    from training import loop

    folder = run_folder(options, experiment.family)
    history = loop.train(
        experiment,
        folder,
        checkpoint_seconds=options.checkpoint_seconds,
        command=options.command,
        save_model=save_model,
        multi_worker=options.strategy == MULTI_WORKER,
    )
    if options.strategy != MULTI_WORKER or is_chief():
        _tell_what_was_written(folder, history)
    return history


def _tell_what_was_written(folder: Path, history) -> None:
    for path in sorted((folder / "figures").glob("*.webp")):
        print(f"wrote {path}")
    size = (folder / "weights.npz").stat().st_size / 1000
    # A finished run whose log was removed has no history.
    losses = history.history.get("loss")
    trained = f", loss {losses[-1]:.6f} after {len(losses)} iterations" if losses else ""
    print(f"wrote {folder}: the model ({size:.0f} kB of weights){trained}")


def run(main: Callable[[], Any]) -> None:
    """Call `main` and end the process with the status that it returns, or 0 if it returns none.

    Bad input ends it with a line `error: ...` and status 2, an interruption with status 128 + signal.
    """
    signal.signal(signal.SIGTERM, raise_interrupted)
    # Its advice about retracing is for who wrote the program.
    logging.getLogger("tensorflow").setLevel(logging.ERROR)
    sys.unraisablehook = _ignore_full_disk
    try:
        returned = main()
        status = returned if isinstance(returned, int) else 0
    except (InputError, TrainingStopped) as error:
        status = _fail(f"error: {error}", 2)
    except Interrupted as interruption:
        status = _fail(str(interruption), 128 + interruption.number)
    except KeyboardInterrupt:
        status = _fail("interrupted; what was saved before is kept", 128 + signal.SIGINT)
    except BrokenPipeError:
        # Whoever read the output has left; Python would complain once more when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = 128 + signal.SIGPIPE
    sys.exit(status)


def make_strategy(name: str):
    """Return the tf.distribute strategy of that name, or None for "none".

    Raises:
      InputError: the workers are to share the training and TF_CONFIG is malformed.
    """
    import tensorflow as tf

    if name == MULTI_WORKER:
        read_workers()
        try:
            return tf.distribute.MultiWorkerMirroredStrategy()
        except ValueError as error:  # such as a task that the cluster doesn't have
            raise malformed(error) from None
    return tf.distribute.MirroredStrategy() if name == "mirrored" else None


def _ignore_full_disk(unraisable) -> None:
    """A zip file that could not be written fails once more when it is thrown away, after the error was reported."""
    error = unraisable.exc_value
    if not (isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT)):
        sys.__unraisablehook__(unraisable)


def _fail(line: str, status: int) -> int:
    print(line, file=sys.stderr)
    return status
