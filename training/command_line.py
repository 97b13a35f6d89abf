"""What every training command shares: how it begins, its errors in one line, and its exit status.

main = functools.partial(command_line.train_family, GrowingExperiment, __doc__)

if __name__ == "__main__":
    command_line.run(main)
"""

import dataclasses
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import keras
import tensorflow as tf

from nca_tf import command
from nca_tf.files.names import fit_name
from training.engine import use_threads
from training.health import TrainingStopped
from training.options import MULTI_WORKER, Options, make_parser, parse
from training.run_inputs import started_from
from training.workers import Workers, explain, is_chief, join

if TYPE_CHECKING:
    from training.family import FamilyExperiment


def train_family(kind: type, description: str, argv: Sequence[str] | None = None) -> keras.callbacks.History:
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
    strategy = make_strategy(options.strategy, options.config)
    return train(kind(options.config, strategy, started_from=earlier, **vars(options.rest)), options)


def run_folder(options: Options, family: str) -> Path:
    """The run's folder: --out, else runs/<family>/<what its settings are called>."""
    return options.out or Path("runs") / family / (fit_name(options.config.default_name()) or "unnamed")


def train(
    experiment: "FamilyExperiment", options: Options, save_model: Callable | None = None
) -> keras.callbacks.History:
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
    else:
        print(f"took part in {len(history.epoch)} iterations; the chief has the run's folder")
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
    """`nca_tf.command.run`, to which a training that stopped itself is like bad input."""
    command.run(main, explain=_explain)


def _explain(error: Exception) -> str | None:
    return str(error) if isinstance(error, TrainingStopped) else explain(error)


def make_strategy(name: str, config: Any = None) -> tf.distribute.Strategy | None:
    """Return the tf.distribute strategy of that name, or None for "none".

    Args:
      config: with it, workers find out at once whether all of them got the same.
    Raises:
      InputError: the workers are to share the training, and TF_CONFIG is malformed or they got different settings.
    """
    if name == MULTI_WORKER:
        strategy = join()
        Workers(strategy).agree(dataclasses.asdict(config) if config else {})
        return strategy
    return tf.distribute.MirroredStrategy() if name == "mirrored" else None
