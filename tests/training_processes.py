"""Training commands in processes of their own: one alone, or two workers; killed, interrupted, and looked into."""

import json
import os
import signal
import socket
import threading

import numpy as np
import observed_training
import pytest
from warm_python import FORKS

from training.log_file import read_log

SECONDS = 300
"""More than anything here takes on a machine that is busy with other things, too."""


class Process:
    """A training command that runs; see observed_training.py. Worker `index` of `addresses`, or alone."""

    def __init__(self, folder, command, out, *, addresses=(), index=0, send=0, at=0):
        self.state = folder / f"state-{out}-{index}.npz"
        cluster = None
        if addresses:
            cluster = json.dumps({"cluster": {"worker": addresses}, "task": {"type": "worker", "index": index}})
            command = (*command, "--strategy", "multi-worker")
        # Each worker has a folder of its own, as on machines that share no disk.
        self.out = folder / (out if index == 0 else f"{out}-of-worker-{index}")
        reader, writer = FORKS.Pipe(duplex=False)
        words = (self.state, int(send), at, *command, "--out", str(self.out))
        self._child = FORKS.Process(target=_run, args=(folder, cluster, writer, words))
        self._child.start()
        writer.close()
        self._errors = os.fdopen(os.dup(reader.fileno()), errors="replace")
        reader.close()

    def until(self, start: str) -> str:
        """The next line on standard error that starts so."""
        return next(line.rstrip() for line in self._errors if line.startswith(start))

    def interrupt(self) -> None:
        """Ctrl-C."""
        os.kill(self._child.pid, signal.SIGINT)

    def end(self, status: int = 0) -> str:
        """Wait for the end, which must be of that status; returns the last line on standard error."""
        patience = threading.Timer(SECONDS, self._child.kill)
        patience.start()
        with self._errors:
            errors = self._errors.read()
        self._child.join()
        patience.cancel()
        assert self._child.exitcode == status, errors[-3000:]
        return (errors.splitlines() or [""])[-1]

    def arrays(self) -> dict[str, np.ndarray]:
        """What the process knew after its last iteration."""
        with np.load(self.state) as archive:
            return {name: archive[name] for name in archive.files}


def _run(folder, cluster: str | None, errors, words) -> None:
    """What the process does: as a shell would have started it there."""
    os.dup2(errors.fileno(), 2)
    errors.close()
    os.chdir(folder)
    os.environ["CUDA_VISIBLE_DEVICES"] = "-1"
    os.environ.pop("TF_CONFIG", None)
    if cluster is not None:
        os.environ["TF_CONFIG"] = cluster
    observed_training.run(*words)


def free_addresses() -> list[str]:
    """Two of this machine."""
    with socket.socket() as one, socket.socket() as other:
        for each in (one, other):
            each.bind(("127.0.0.1", 0))
        return [f"127.0.0.1:{each.getsockname()[1]}" for each in (one, other)]


def two_workers(folder, command, out, *, last=(), send=0, at=0) -> list[Process]:
    """Start both; `last` are options, and `send` the signal, of the second one alone."""
    addresses = free_addresses()
    return [
        Process(folder, command, out, addresses=addresses),
        Process(folder, (*command, *last), out, addresses=addresses, index=1, send=send, at=at),
    ]


def assert_same_training(some, others) -> None:
    """Every value of every iteration, times excepted, and all that a checkpoint holds, to 1e-4."""
    left, right = (read_log(process.out / "log.csv") for process in (some, others))
    assert [row["iteration"] for row in left] == [row["iteration"] for row in right] == list(range(1, len(left) + 1))
    for mine, theirs in zip(left, right, strict=True):
        for name in mine.keys() - {"seconds"}:
            assert mine[name] == pytest.approx(theirs[name], rel=1e-4, abs=1e-6), (name, mine["iteration"])
    ours, theirs = some.arrays(), others.arrays()
    assert ours.keys() == theirs.keys()
    for name, array in ours.items():
        np.testing.assert_allclose(array, theirs[name], rtol=1e-3, atol=1e-4, err_msg=name)


def assert_identical(left, right) -> None:
    """Weights, optimizer and pool of two workers, bit for bit."""
    left, right = left.arrays(), right.arrays()
    assert left.keys() == right.keys()
    for name, array in left.items():
        np.testing.assert_array_equal(array, right[name], err_msg=name)
