"""Several processes that train together, as TF_CONFIG says: who each of them is, and what they tell each other."""

import contextlib
import functools
import json
import os
import signal
import threading
import types
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
import tensorflow as tf

from nca_tf.files.errors import InputError
from training.checkpoints import decode, encode
from training.experiment import Experiment
from training.progress import say
from training.signals import HANDLED
from training.training_state import gather, restore

_WORD = 4
"""Bytes of an int32, in which texts and arrays travel: not every collective operation takes smaller numbers."""

_LOST = (
    tf.errors.UnavailableError,
    tf.errors.DeadlineExceededError,
    tf.errors.AbortedError,
    tf.errors.CancelledError,
    tf.errors.FailedPreconditionError,
)


def read_workers() -> tuple[dict[str, list[str]], str, int]:
    """The cluster (kind of task -> addresses), and this process's kind of task and index.

    Without TF_CONFIG it is a lone chief.

    Raises:
      InputError: TF_CONFIG is malformed.
    """
    try:
        content = json.loads(os.environ.get("TF_CONFIG") or "{}")
        cluster, task = dict(content.get("cluster", {})), dict(content.get("task", {}))
        return cluster, str(task.get("type", "chief")), int(task.get("index", 0))
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise malformed(error) from None


def malformed(error: Exception) -> InputError:
    """What to say where TF_CONFIG can't be used."""
    return InputError(
        f"TF_CONFIG can't be used ({' '.join(str(error).split())}); a JSON object with the objects cluster and task "
        "was expected; correct it, or train without --strategy multi-worker"
    )


def is_chief() -> bool:
    """Whether this process is the one that writes: the chief, or the first worker where there is none, or the only."""
    cluster, kind, index = read_workers()
    return not cluster or kind == "chief" or (kind == "worker" and index == 0 and "chief" not in cluster)


@functools.cache
def join() -> tf.distribute.MultiWorkerMirroredStrategy:
    """Enter the cluster of TF_CONFIG, which takes until all are there. A process enters once and for all.

    Raises:
      InputError: TF_CONFIG is malformed, or the port that it gives this process is taken.
    """
    cluster, kind, index = read_workers()
    others = [f"{k} {i} ({a})" for k, of in cluster.items() for i, a in enumerate(of) if (k, i) != (kind, index)]
    try:
        with _signals_end_at_once():
            if others:
                say(f"{kind} {index} waits for {', '.join(others)}")
            return tf.distribute.MultiWorkerMirroredStrategy()
    except ValueError as error:  # such as a task that the cluster doesn't have
        raise malformed(error) from None
    except tf.errors.UnknownError:  # what TensorFlow makes of an address that is taken
        raise InputError(
            f"{kind} {index} can't be reached at {cluster[kind][index]}, whose port is in use or not for everyone; a "
            "free one of this machine was expected; choose another port in the TF_CONFIG of all workers"
        ) from None


@contextlib.contextmanager
def _signals_end_at_once() -> Iterator[None]:
    """While TensorFlow waits for a worker, no Python code runs, a signal's handler neither."""
    in_main = threading.current_thread() is threading.main_thread()
    handlers = {number: signal.signal(number, signal.SIG_DFL) for number in HANDLED if in_main}
    try:
        yield
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler)


class Workers:
    """What the workers of a training tell each other. All of them call the same methods in the same order.

    Args:
      strategy: as `join` returned it; None: this process is alone, and its word is that of all.
    """

    def __init__(self, strategy: tf.distribute.MultiWorkerMirroredStrategy | None = None):
        cluster, *task = read_workers() if strategy else ({}, "chief", 0)
        self._name = " ".join(map(str, task))
        self._strategy = strategy if sum(map(len, cluster.values())) > 1 else None
        self._gather = tf.function(self._of_each, input_signature=[tf.TensorSpec([None], tf.int32)], autograph=False)
        self._first = tf.function(self._of_first, input_signature=[tf.TensorSpec([None], tf.int32)], autograph=False)

    def agree(self, settings: Mapping[str, Any]) -> None:
        """Compare what must be the same everywhere; a name that a worker doesn't have is not compared with it.

        Args:
          settings: anything JSON can hold.
        Raises:
          InputError: something differs; on all workers.
        """
        if self._strategy is None:
            return
        (first, expected), *others = map(json.loads, self._say(json.dumps([self._name, settings])))
        for name, theirs in others:
            for key in expected.keys() & theirs.keys():
                if theirs[key] != expected[key]:
                    self._wait_for_all()
                    raise InputError(
                        f"{key} is {expected[key]!r} on {first} and {theirs[key]!r} on {name}; all workers need the "
                        "same; give all of them the same options (--shards too, where their cores or devices differ)"
                    )

    def start(self, experiment: Experiment, first: int) -> int:
        """Give all workers the chief's weights, optimizer and pool; returns the iteration after which they go on.

        Args:
          first: that of the chief.
        """
        if self._strategy is None:
            return first
        chief = is_chief()
        header, arrays = decode(self._from_chief(encode({"iteration": first}, gather(experiment)) if chief else b""))
        if not chief:
            restore(experiment, arrays)
        return header["iteration"]

    def stop(self, number: int | None, wanted: bool) -> tuple[int | None, bool]:
        """Whether one of the workers stops, so that all of them do after the same iteration.

        Args:
          number: the signal that this process got.
          wanted: whether this process is done, because a callback says so or this was the last iteration.
        Returns:
          The same for all workers together.
        """
        if self._strategy is None:
            return number, wanted
        numbers, wishes = self._gather(tf.constant([number or 0, wanted], tf.int32)).numpy().reshape(-1, 2).T
        number, wanted = int(numbers.max()) or None, bool(wishes.any())
        if number or wanted:
            self._wait_for_all()
        return number, wanted

    def _wait_for_all(self) -> None:
        """Until all know what this process knows: one that left earlier could not be reached by those who don't."""
        with contextlib.suppress(tf.errors.OpError):
            self._gather(tf.constant([0]))

    def _say(self, text: str) -> list[str]:
        """What each of the replicas says; that is once a worker where each has one device."""
        data = text.encode()
        lengths = self._gather(tf.constant([len(data)])).numpy()
        words = -(-lengths.max() // _WORD)
        said = self._gather(_to_words(data, words)).numpy().reshape(len(lengths), words)
        return [row.tobytes()[:length].decode() for row, length in zip(said, lengths, strict=True)]

    def _from_chief(self, data: bytes) -> bytes:
        """What the chief says; the others' data is not used."""
        # In words and a rest: the bytes of a large pool are more than 32 bits count.
        words, rest = self._first(tf.constant([-(-len(data) // _WORD), -len(data) % _WORD])).numpy()
        said = self._first(_to_words(data[: words * _WORD], words)).numpy().tobytes()
        return said[: len(said) - rest]

    def _of_each(self, values: tf.Tensor) -> tf.Tensor:
        return self._here(lambda context: context.all_gather(tf.identity(values), axis=0))

    def _of_first(self, values: tf.Tensor) -> tf.Tensor:
        """What the very first replica says, which is one of the chief's; the others' values count as zeros."""

        def add(context):
            mine = tf.where(tf.equal(context.replica_id_in_sync_group, 0), values, tf.zeros_like(values))
            return context.all_reduce(tf.distribute.ReduceOp.SUM, mine)

        return self._here(add)

    def _here(self, speak) -> tf.Tensor:
        results = self._strategy.run(lambda: speak(tf.distribute.get_replica_context()))
        return self._strategy.experimental_local_results(results)[0]


class Bystander:
    """What a worker that isn't the chief does in place of a `training.recorder.Recorder`: nothing."""

    log = types.SimpleNamespace(rows=())

    def write(self, iteration: int, scalars: Mapping[str, float]) -> None:
        """The chief logs the same."""

    def keep(self, iteration: int) -> None:
        """The chief keeps pictures and snapshots."""

    def save_checkpoint(self, iteration: int) -> None:
        """The chief saves."""


def _to_words(data: bytes, words: int) -> tf.Tensor:
    return tf.constant(np.frombuffer(data.ljust(words * _WORD, b"\0"), np.int32))


def explain(error: BaseException) -> str | None:
    """One line for the error that TensorFlow raises where another worker has ended, None for any other error."""
    if not isinstance(error, _LOST):
        return None
    return (
        "another worker has ended or can't be reached; all workers of TF_CONFIG were expected; start the same command "
        "on all of them again, or on the chief alone without --strategy: it goes on from the last checkpoint"
    )
