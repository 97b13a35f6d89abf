"""No mishap of a training loses what was saved: NaN, damaged files, full disks, second processes, signals."""

import dataclasses
import errno
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import keras
import numpy as np
import pytest
import tensorflow as tf
from toy_runs import assert_same_log, assert_same_state, signal_in_iteration, toy, train
from toy_training import ToyConfig, save_weights

from nca_tf.files.errors import InputError
from training import checkpoints, loop
from training.checkpoints import Checkpoints
from training.health import TrainingStopped
from training.run_folder import RunFolder
from training.signals import Interrupted

ROOT = Path(__file__).resolve().parents[2]


# health


def test_a_nan_stops_with_advice_and_keeps_the_last_good_checkpoint(tmp_path):
    experiment = toy()
    iterate = experiment.iterate
    experiment.iterate = lambda i: iterate(i) | ({"loss": float("nan")} if i == 7 else {})
    with pytest.raises(TrainingStopped, match="loss became nan in iteration 8; .* lower learning rate"):
        train(experiment, tmp_path, checkpoint_seconds=0.0)
    (header, _), _ = Checkpoints(tmp_path / "checkpoints").load_newest()
    assert header["iteration"] == 7


def test_weights_that_are_not_finite_are_never_saved(tmp_path):
    experiment = toy()
    iterate = experiment.iterate

    def break_weights(iteration):
        scalars = iterate(iteration)
        if iteration == 7:
            experiment.model.weights[0].assign(experiment.model.weights[0] * np.inf)
        return scalars

    experiment.iterate = break_weights
    with pytest.raises(TrainingStopped, match="model/000 is not finite after iteration 8"):
        train(experiment, tmp_path, checkpoint_seconds=0.0)
    (header, _), _ = Checkpoints(tmp_path / "checkpoints").load_newest()
    assert header["iteration"] == 7


def test_the_experiment_can_stop_a_hopeless_training(tmp_path):
    def die(_):
        raise TrainingStopped("the pool died out")

    experiment = toy()
    experiment.check_health = die
    with pytest.raises(TrainingStopped, match="died out"):
        train(experiment, tmp_path)


# what may go wrong on the disk


def test_a_damaged_newest_checkpoint_falls_back_and_says_so(straight, tmp_path, capsys):
    with pytest.raises(Interrupted):
        train(signal_in_iteration(toy(), 14), tmp_path, checkpoint_seconds=0.0)
    newest, before = Checkpoints(tmp_path / "checkpoints").paths()
    os.truncate(newest, newest.stat().st_size - 100)
    resumed = toy()
    loop.train(resumed, tmp_path, save_model=save_weights)
    said = capsys.readouterr().err
    assert f"warning: checkpoint {newest.name} is damaged" in said
    assert f"continuing {tmp_path} after iteration 14" in said
    assert before.name == "iteration-00000014.npz"
    assert_same_state(resumed, straight[0])
    assert_same_log(tmp_path, straight[1])


def test_without_any_intact_checkpoint_nothing_is_overwritten(tmp_path):
    with pytest.raises(Interrupted):
        train(signal_in_iteration(toy(), 14), tmp_path)
    for path in Checkpoints(tmp_path / "checkpoints").paths():
        path.write_bytes(b"")
    log = (tmp_path / "log.csv").read_bytes()
    for _ in range(2):  # and not the second time either
        with pytest.raises(InputError, match="no checkpoint in .* is intact"):
            train(toy(), tmp_path)
    assert (tmp_path / "log.csv").read_bytes() == log


def test_a_checkpoint_of_another_program_is_refused_by_name(tmp_path):
    with pytest.raises(Interrupted):
        train(signal_in_iteration(toy(), 9), tmp_path)
    other = toy()
    other.model = keras.Sequential([keras.Input([3]), keras.layers.Dense(5), keras.layers.Dense(1)])
    with pytest.raises(InputError, match=r"model/000 of shape \(3, 4\), the model has \(3, 5\)"):
        train(other, tmp_path)


def fail_on_full_disk(*_):
    """Stands in for a system call."""
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_full_disk_keeps_the_last_good_checkpoint(straight, tmp_path, monkeypatch):
    experiment = toy()
    iterate = experiment.iterate

    def fill_disk(iteration):
        if iteration == 12:
            monkeypatch.setattr(checkpoints.os, "fsync", fail_on_full_disk)
        return iterate(iteration)

    experiment.iterate = fill_disk
    with pytest.raises(
        InputError,
        match="is full; .* the checkpoint iteration-00000012.npz is kept; make room and start the same command",
    ):
        train(experiment, tmp_path, checkpoint_seconds=0.0)
    monkeypatch.undo()
    assert not list((tmp_path / "checkpoints").glob(".tmp*"))
    resumed = toy()
    train(resumed, tmp_path)
    assert_same_state(resumed, straight[0])


def test_a_disk_that_fills_while_the_model_is_saved_is_explained(tmp_path, monkeypatch):
    experiment = toy()
    monkeypatch.setattr(keras.Model, "save", fail_on_full_disk)
    with pytest.raises(InputError, match="is full; .* iteration-00000030.npz is kept"):
        train(experiment, tmp_path)
    monkeypatch.undo()
    train(toy(), tmp_path)
    assert (tmp_path / "record.json").exists()


def test_a_checkpoint_that_may_not_be_read_is_not_called_a_full_disk(tmp_path, monkeypatch):
    train(toy(iterations=2), tmp_path)

    def refuse(self):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(self))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(InputError, match=r"iteration-00000002.npz can't be read \(Permission denied\); .* permissions"):
        train(toy(iterations=3), tmp_path)


def test_a_folder_that_may_not_be_written_is_not_to_be_emptied(tmp_path, monkeypatch):
    def refuse(*_):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(keras.Model, "save", refuse)
    with pytest.raises(
        InputError, match=r"can't be written \(Permission denied\); .* kept; make it writable and start"
    ):
        train(toy(iterations=2), tmp_path)


def test_an_error_that_is_not_about_the_disk_is_not_disguised(tmp_path):
    experiment = toy()
    experiment.iterate = lambda _: (tmp_path / "missing").read_text()
    with pytest.raises(FileNotFoundError):
        train(experiment, tmp_path / "run")


def test_a_second_process_is_refused(tmp_path):
    config = dataclasses.asdict(ToyConfig())
    with (
        RunFolder(tmp_path, "toy", config),
        pytest.raises(InputError, match="is in use by another training process; .* choose another --out"),
    ):
        train(toy(), tmp_path)
    train(toy(iterations=30), tmp_path)


# several workers: see test_workers.py


def test_a_left_over_tf_config_does_not_keep_a_lone_process_from_saving(tmp_path, monkeypatch):
    for text in (json.dumps({"task": {"type": "worker", "index": 1}}), "{not JSON"):
        monkeypatch.setenv("TF_CONFIG", text)
        train(toy(iterations=2), tmp_path)
        assert json.loads((tmp_path / "record.json").read_text())["iterations"] == 2


def test_checkpoints_work_under_a_strategy(straight, tmp_path):
    strategy = tf.distribute.MirroredStrategy(["CPU:0"])
    with strategy.scope():
        first = toy()
    with pytest.raises(Interrupted):
        train(signal_in_iteration(first, 9), tmp_path)
    with strategy.scope():
        resumed = toy()
    train(resumed, tmp_path)
    assert_same_state(resumed, straight[0])


@pytest.mark.slow
def test_a_stopped_command_says_how_to_go_on_and_its_status_says_why(tmp_path):
    command = [sys.executable, "-m", "toy_training", "--out", str(tmp_path / "run"), "--pause", "0.05"]
    environment = os.environ | {"PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'tests' / 'training'}"}
    for number, status in ((signal.SIGTERM, 143), (signal.SIGINT, 130)):
        with subprocess.Popen(
            [*command, "--iterations", "100000"], env=environment, stderr=subprocess.PIPE, text=True
        ) as child:
            log = tmp_path / "run" / "log.csv"
            size = log.stat().st_size if log.exists() else 0
            for line in child.stderr:
                if line.startswith("iteration "):
                    break
            child.send_signal(number)
            errors = child.stderr.read()
            assert child.wait() == status
            assert errors.splitlines()[-1].startswith("interrupted after iteration ")
            assert "Traceback" not in errors
            assert log.stat().st_size > size
