"""Two workers train what one process would, through the real commands; they stop together, and none waits for ever."""

import json
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from small_datasets import write_dataset

from training.log_file import read_log

ROOT = Path(__file__).resolve().parents[2]
OBSERVED = Path(__file__).with_name("observed_training.py")
GROWING = ("training.growing", "--experiment", "regenerating", "--size", "8", "--padding", "4", "--pool-size", "16")
GROWING += ("--batch-size", "4", "--damage", "2", "--min-steps", "8", "--max-steps", "12", "--iterations", "20")
MNIST = ("training.mnist", "--pool-size", "16", "--batch-size", "8", "--fresh", "2", "--changed", "2")
MNIST += ("--rollout-steps", "8", "--iterations", "20", "--no-download")
SECONDS = 300
"""More than anything here takes on a machine that is busy with other things, too."""


class Process:
    """A training command that runs; see observed_training.py. Worker `index` of `addresses`, or alone."""

    def __init__(self, folder, command, out, *, addresses=(), index=0, send=0, at=0):
        self.state = folder / f"state-{out}-{index}.npz"
        environment = {**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'tests'}", "CUDA_VISIBLE_DEVICES": "-1"}
        environment.pop("TF_CONFIG", None)
        if addresses:
            config = {"cluster": {"worker": addresses}, "task": {"type": "worker", "index": index}}
            environment["TF_CONFIG"] = json.dumps(config)
            command = (*command, "--strategy", "multi-worker")
        # Each worker has a folder of its own, as on machines that share no disk.
        self.out = folder / (out if index == 0 else f"{out}-of-worker-{index}")
        whole = [sys.executable, str(OBSERVED), str(self.state), f"{int(send)}:{at}", *command, "--out", str(self.out)]
        self._child = subprocess.Popen(whole, env=environment, cwd=folder, stderr=subprocess.PIPE, text=True)

    def until(self, start: str) -> str:
        """The next line on standard error that starts so."""
        return next(line.rstrip() for line in self._child.stderr if line.startswith(start))

    def interrupt(self) -> None:
        """Ctrl-C."""
        self._child.send_signal(signal.SIGINT)

    def end(self, status: int = 0) -> str:
        """Wait for the end, which must be of that status; returns the last line on standard error."""
        try:
            errors = self._child.communicate(timeout=SECONDS)[1]
        finally:
            self._child.kill()
        assert self._child.returncode == status, errors[-3000:]
        return (errors.splitlines() or [""])[-1]

    def arrays(self) -> dict[str, np.ndarray]:
        """What the process knew after its last iteration."""
        with np.load(self.state) as archive:
            return {name: archive[name] for name in archive.files}


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
    assert [row["iteration"] for row in left] == [row["iteration"] for row in right] == list(range(1, 21))
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


@pytest.mark.slow
def test_growing_with_pool_and_damage_survives_a_killed_and_a_stopped_worker_and_ends_as_one_process_would(tmp_path):
    command = (*GROWING, "--shards", "2", "--checkpoint-seconds", "0")
    straight = Process(tmp_path, command, "one")

    chief, worker = two_workers(tmp_path, command, "run", send=signal.SIGKILL, at=7)
    worker.end(-signal.SIGKILL)
    assert chief.end(2).startswith("error: another worker has ended or can't be reached; all workers of TF_CONFIG")
    assert not worker.out.exists(), "only the chief writes"

    chief, worker = two_workers(tmp_path, command, "run", send=signal.SIGTERM, at=13)
    for each in (chief, worker):
        assert each.end(128 + signal.SIGTERM).startswith("interrupted after iteration 13 of 20, which is saved")
    assert_identical(chief, worker)

    alone = Process(tmp_path, command, "run")
    alone.end()
    straight.end()
    assert_same_training(alone, straight)


@pytest.mark.slow
def test_digits_of_two_workers_are_those_of_one_process(tmp_path):
    write_dataset(tmp_path / "data")
    command = (*MNIST, "--shards", "2", "--data-dir", str(tmp_path / "data"))
    straight = Process(tmp_path, command, "one")
    straight.end()
    chief, worker = two_workers(tmp_path, command, "run")
    for each in (chief, worker):
        each.end()
    assert_identical(chief, worker)
    assert_same_training(chief, straight)


def test_workers_with_other_settings_are_told_so_before_anything_is_written(tmp_path):
    line = "error: hidden is 128 on worker 0 and 64 on worker 1; all workers need the same; give all of them the same"
    for each in two_workers(tmp_path, GROWING, "run", last=("--hidden", "64")):
        assert each.end(2).startswith(line)
        assert not each.out.exists()


def test_a_worker_that_waits_for_the_others_says_so_and_can_be_interrupted(tmp_path):
    addresses = free_addresses()
    alone = Process(tmp_path, GROWING, "run", addresses=addresses, index=1)
    assert alone.until("worker 1 waits for ") == f"worker 1 waits for worker 0 ({addresses[0]})"
    alone.interrupt()
    alone.end(-signal.SIGINT)


def test_a_port_that_is_taken_is_said_in_one_line(tmp_path):
    with socket.socket() as taken:
        taken.bind(("", 0))
        taken.listen()
        addresses = [f"127.0.0.1:{taken.getsockname()[1]}", "127.0.0.1:1"]
        line = Process(tmp_path, GROWING, "run", addresses=addresses).end(2)
    assert line.startswith(f"error: worker 0 can't be reached at {addresses[0]}, whose port is in use")
