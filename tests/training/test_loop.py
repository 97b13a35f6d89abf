"""The training loop: an interrupted run equals an uninterrupted one, and no mishap loses what was saved."""

import dataclasses
import errno
import itertools
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import keras
import numpy as np
import pytest
import tensorflow as tf
import toy_training
from toy_training import ToyConfig, ToyExperiment, save_weights

from nca_tf.files.errors import InputError
from training import checkpoints, loop
from training.checkpoints import Checkpoints
from training.health import TrainingStopped
from training.log_file import read_log
from training.run_folder import RunFolder
from training.signals import Interrupted
from training.training_state import gather

ROOT = Path(__file__).resolve().parents[2]


def toy(**settings) -> ToyExperiment:
    """A fresh experiment."""
    return ToyExperiment(ToyConfig(**settings))


def train(experiment, folder, **arguments) -> keras.callbacks.History:
    """`loop.train`, silent, with the toy's way of writing a model."""
    return loop.train(experiment, folder, **{"progress": False, "save_model": save_weights, **arguments})


def signal_in_iteration(experiment, iteration, number=signal.SIGTERM):
    """Make `experiment` receive a signal in the middle of `iteration` (from 0)."""
    iterate = experiment.iterate

    def iterate_and_signal(current):
        if current == iteration:
            os.kill(os.getpid(), number)
        return iterate(current)

    experiment.iterate = iterate_and_signal
    return experiment


def assert_same_state(left, right):
    """Every variable of the model, every slot of the optimizer and every state array, bit for bit."""
    left, right = gather(left), gather(right)
    assert left.keys() == right.keys()
    for name, array in left.items():
        np.testing.assert_array_equal(array, right[name], err_msg=name)


def assert_same_log(left, right):
    """Every value of every iteration, times excepted."""
    rows = [
        [{k: v for k, v in row.items() if k != "seconds"} for row in read_log(f / "log.csv")] for f in (left, right)
    ]
    assert rows[0] == rows[1]


@pytest.fixture(scope="module")
def straight(tmp_path_factory):
    """An experiment trained for 30 iterations without interruption, and its folder and history."""
    folder = tmp_path_factory.mktemp("runs") / "straight"
    experiment = toy()
    history = train(experiment, folder, command="python -m training.toy")
    return experiment, folder, history


def test_the_toy_learns_and_its_state_is_more_than_weights(straight):
    experiment, _, history = straight
    assert history.history["loss"][-1] < history.history["loss"][0] / 20
    names = gather(experiment)
    assert len([n for n in names if n.startswith("model/")]) == 4
    assert len([n for n in names if n.startswith("optimizer/")]) == 10  # iteration, learning rate, two moments each
    assert "state/pool" in names


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_interrupted_equals_uninterrupted(straight, tmp_path, number):
    with pytest.raises(
        Interrupted, match="after iteration 10 of 30, which is saved; the same command continues"
    ) as caught:
        train(signal_in_iteration(toy(), 9, number), tmp_path / "run")
    assert caught.value.number == number
    resumed = toy()
    history = train(resumed, tmp_path / "run")
    assert_same_state(resumed, straight[0])
    assert_same_log(tmp_path / "run", straight[1])
    assert history.history == straight[2].history
    assert history.epoch == list(range(30))
    for name in ("weights.npz", "snapshots/000005/weights.npz", "snapshots/000020/weights.npz"):
        with np.load(tmp_path / "run" / name) as ours, np.load(straight[1] / name) as theirs:
            assert all(np.array_equal(ours[key], theirs[key]) for key in theirs.files)


def test_a_changed_input_is_refused_and_an_earlier_version_had_none(straight, tmp_path):
    def toy_of(content, **settings):
        experiment = toy(**settings)
        experiment.inputs = {"target": content}
        return experiment

    train(toy(iterations=10), tmp_path)
    (tmp_path / "inputs.json").unlink()  # as earlier versions left it
    train(toy_of("a", iterations=20), tmp_path)
    for path in (tmp_path, tmp_path / "again"):
        train(toy_of("a", iterations=25), path)
        with pytest.raises(InputError, match="what --target names has changed since .* was started; .* put it back"):
            train(toy_of("b"), path)
    resumed = toy_of("a")
    train(resumed, tmp_path)
    assert_same_state(resumed, straight[0])


def test_a_run_goes_on_with_other_shards_and_says_so(tmp_path, capsys):
    train(toy(iterations=10), tmp_path)
    for expected in (1, 0):
        resumed = toy(iterations=20 - expected)
        resumed.execution = "dense form, 3 shards"
        loop.train(resumed, tmp_path, save_model=save_weights)
        said = capsys.readouterr().err
        assert said.count("was computed in the dense form, 1 shard, from here on in the dense form, 3") == expected
        capsys.readouterr()


def test_more_iterations_later_equal_all_at_once(straight, tmp_path):
    train(toy(iterations=10), tmp_path)
    resumed = toy(iterations=30)
    train(resumed, tmp_path)
    assert_same_state(resumed, straight[0])
    assert json.loads((tmp_path / "record.json").read_text())["iterations"] == 30
    assert json.loads((tmp_path / "config.json").read_text())["config"]["iterations"] == 30


def test_work_since_the_last_checkpoint_is_done_again_the_same(straight, tmp_path):
    def die(_):
        raise MemoryError

    experiment = toy()
    experiment.check_health = lambda scalars: die(scalars) if scalars["loss"] == losses[17] else None
    losses = straight[2].history["loss"]
    with pytest.raises(MemoryError):
        train(experiment, tmp_path, checkpoint_seconds=0.0)
    assert len(read_log(tmp_path / "log.csv")) == 18
    for path in Checkpoints(tmp_path / "checkpoints").paths()[:1]:
        path.unlink()  # as if the process had died before the newest one was written
    with open(tmp_path / "log.csv", "a") as log:
        log.write("19,0.1,0.2")  # half a line
    resumed = toy()
    train(resumed, tmp_path)
    assert_same_state(resumed, straight[0])
    assert_same_log(tmp_path, straight[1])


def test_the_run_folder_holds_what_was_promised(straight):
    _, folder, history = straight
    names = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}
    names -= {n for n in names if n.startswith("events/")}
    assert names == {
        ".lock",
        "checkpoints/iteration-00000030.npz",
        "config.json",
        "figures/line.txt",
        "figures/pool-000001.png",
        "figures/pool-000030.png",
        "inputs.json",
        "log.csv",
        "meta.json",
        "model.keras",
        "record.json",
        "snapshots/000005/meta.json",
        "snapshots/000005/weights.npz",
        "snapshots/000020/meta.json",
        "snapshots/000020/weights.npz",
        "weights.npz",
    }
    rows = read_log(folder / "log.csv")
    assert [row["iteration"] for row in rows] == list(range(1, 31))
    assert [row["loss"] for row in rows] == history.history["loss"]
    assert all(a["seconds"] <= b["seconds"] for a, b in itertools.pairwise(rows))
    assert json.loads((folder / "meta.json").read_text()) == {"family": "toy", "name": "straight", "target": "line"}


def test_the_record_names_exactly_what_other_scripts_rely_on(straight):
    experiment, folder, _ = straight
    record = json.loads((folder / "record.json").read_text())
    assert list(record) == [
        "name",
        "family",
        "command",
        "random_seed",
        "iterations",
        "wall_seconds",
        "measured_seconds",
        "machine",
        "versions",
        "config",
        "metrics",
        "weights_sha256",
    ]
    assert record["name"] == "straight"
    assert record["command"] == "python -m training.toy"
    assert record["iterations"] == 30
    assert record["config"]["sizes"] == [4, 1]
    assert set(record["machine"]) <= {"cores", "cpu", "gpu", "gpus"}
    assert record["machine"]["cores"] >= 1
    assert record["metrics"] == {"weight_sum": float(sum(w.numpy().sum() for w in experiment.model.weights))}
    assert str(folder.parent) not in json.dumps(record)


def test_the_record_is_json_whatever_was_measured(tmp_path):
    experiment = toy(iterations=2)
    experiment.finish = lambda *_: {"loss": np.inf, "cuts": np.array([1, np.nan], np.float32), "count": np.int64(3)}
    train(experiment, tmp_path)
    text = (tmp_path / "record.json").read_text()
    record = json.loads(text, parse_constant=lambda name: pytest.fail(f"{name} is not JSON"))
    assert record["metrics"] == {"loss": None, "cuts": [1.0, None], "count": 3}


def test_the_saved_keras_model_is_the_trained_one_without_its_optimizer(straight):
    experiment, folder, _ = straight
    loaded = keras.saving.load_model(folder / "model.keras")
    points = np.ones([2, 3], np.float32)
    np.testing.assert_array_equal(loaded(points), experiment.model(points))
    assert getattr(experiment.model, "optimizer", None) is None


def test_wall_seconds_add_up_over_resumes(tmp_path):
    with pytest.raises(Interrupted):
        train(signal_in_iteration(toy(pause=0.02), 19), tmp_path)
    train(toy(pause=0.02), tmp_path)
    rows = read_log(tmp_path / "log.csv")
    assert rows[19]["seconds"] >= 0.4
    assert rows[20]["seconds"] >= rows[19]["seconds"] + 0.02
    assert json.loads((tmp_path / "record.json").read_text())["wall_seconds"] >= 0.6


def test_what_comes_after_the_last_iteration_is_said_and_timed_apart(tmp_path, capsys):
    experiment = toy(iterations=2)
    finish = experiment.finish

    def slow_finish(folder, report):
        time.sleep(0.3)
        return finish(folder, report)

    experiment.finish = slow_finish
    loop.train(experiment, tmp_path, save_model=save_weights)
    said = capsys.readouterr().err.splitlines()
    assert said[0] == "compiling the training step"
    assert [line.rsplit("  ", 1)[0] for line in said[-2:]] == ["saving the model", "measuring: the sum of the weights"]
    record = json.loads((tmp_path / "record.json").read_text())
    assert 0.3 <= record["measured_seconds"] < 10
    assert record["wall_seconds"] <= read_log(tmp_path / "log.csv")[-1]["seconds"] + 0.2


def test_what_a_killed_process_left_half_written_goes_when_the_run_is_taken_up_again(straight, tmp_path):
    with pytest.raises(Interrupted):
        train(signal_in_iteration(toy(), 9), tmp_path)
    left = [f"{folder}.tmp-77-x" for folder in ("", "figures/", "checkpoints/")]
    for name in left:
        (tmp_path / name).write_bytes(b"half")
    (tmp_path / "snapshots" / ".tmp-000020").mkdir()
    (tmp_path / "snapshots" / ".tmp-000020" / "weights.npz").write_bytes(b"half")
    resumed = toy()
    train(resumed, tmp_path)
    assert not list(tmp_path.rglob(".tmp-*"))
    assert_same_state(resumed, straight[0])


def test_a_finished_run_is_not_trained_again(straight, capsys):
    experiment = toy()
    experiment.iterate = lambda _: pytest.fail("iterated")
    before = (straight[1] / "record.json").read_bytes()
    history = loop.train(experiment, straight[1], save_model=save_weights)
    assert history.history == straight[2].history
    assert "is already trained for 30 iterations; raise --iterations" in capsys.readouterr().err
    assert (straight[1] / "record.json").read_bytes() == before


def test_a_finished_run_may_have_lost_its_log(tmp_path, capsys):
    toy_training.main(["--iterations", "2", "--out", str(tmp_path)])
    (tmp_path / "log.csv").unlink()
    capsys.readouterr()
    toy_training.main(["--iterations", "2", "--out", str(tmp_path)])
    assert capsys.readouterr().out == f"wrote {tmp_path}: the model (1 kB of weights)\n"


def test_a_run_killed_while_finishing_is_finished_later(straight, tmp_path):
    experiment = toy()
    experiment.finish = lambda *_: 1 / 0
    with pytest.raises(ZeroDivisionError):
        train(experiment, tmp_path)
    assert not (tmp_path / "record.json").exists()
    train(toy(), tmp_path)
    metrics = json.loads((straight[1] / "record.json").read_text())["metrics"]
    assert json.loads((tmp_path / "record.json").read_text())["metrics"] == metrics


# TensorBoard


def read_events(folder):
    """Return what TensorBoard shows of a run."""
    from tensorboard.backend.event_processing.event_accumulator import EventAccumulator

    return EventAccumulator(str(folder / "events"), size_guidance={"images": 0, "scalars": 0}).Reload()


def test_tensorboard_shows_scalars_and_pictures(straight):
    events = read_events(straight[1])
    losses = straight[2].history["loss"]
    assert [e.step for e in events.Scalars("loss")] == [10, 20, 30]
    assert [e.value for e in events.Scalars("loss")] == pytest.approx([losses[9], losses[19], losses[29]])
    assert [e.value for e in events.Scalars("log10_loss")] == pytest.approx(
        np.log10([losses[9], losses[19], losses[29]])
    )
    assert all(e.value > 0 for e in events.Scalars("iterations_per_second"))
    assert [(e.step, e.width, e.height) for e in events.Images("pool")] == [(1, 1, 6), (30, 1, 6)]


def test_tensorboard_shows_an_iteration_done_twice_once(tmp_path):
    with pytest.raises(Interrupted):
        train(signal_in_iteration(toy(), 24), tmp_path, checkpoint_seconds=1e9)
    for path in Checkpoints(tmp_path / "checkpoints").paths():
        path.unlink()
    train(toy(), tmp_path)
    assert [e.step for e in read_events(tmp_path).Scalars("loss")] == [10, 20, 30]


# Keras callbacks


class Spy(keras.callbacks.Callback):
    """Notes every call."""

    def __init__(self, stop_after=None):
        super().__init__()
        self.calls, self.stop_after = [], stop_after

    def on_train_begin(self, logs=None):
        self.calls.append("begin")

    def on_epoch_end(self, epoch, logs=None):
        self.calls.append((epoch, logs["loss"]))
        if epoch + 1 == self.stop_after:
            self.model.stop_training = True

    def on_train_end(self, logs=None):
        self.calls.append("end")


def test_callbacks_see_every_iteration(straight, tmp_path):
    spy = Spy()
    train(toy(), tmp_path, callbacks=[spy])
    assert spy.calls == ["begin", *enumerate(straight[2].history["loss"]), "end"]


def test_a_callback_can_stop_the_training_and_it_can_go_on_later(straight, tmp_path):
    history = train(toy(), tmp_path, callbacks=[Spy(stop_after=12)])
    assert len(history.epoch) == 12
    assert json.loads((tmp_path / "record.json").read_text())["iterations"] == 12
    resumed = toy()
    train(resumed, tmp_path)
    assert_same_state(resumed, straight[0])


def test_keras_own_callbacks_work(tmp_path):
    experiment = toy()
    callbacks = [
        keras.callbacks.LearningRateScheduler(lambda epoch, rate: 0.05 if epoch < 3 else 0.0),
        keras.callbacks.EarlyStopping("loss", patience=1000),
        keras.callbacks.TerminateOnNaN(),
        keras.callbacks.CSVLogger(tmp_path / "keras.csv"),
    ]
    train(experiment, tmp_path / "run", callbacks=callbacks)
    third = np.load(tmp_path / "run" / "weights.npz")
    stopped = toy()
    train(stopped, tmp_path / "stopped", callbacks=[Spy(stop_after=3)])
    fourth = np.load(tmp_path / "stopped" / "weights.npz")
    assert all(np.array_equal(third[name], fourth[name]) for name in third.files)
    assert len((tmp_path / "keras.csv").read_text().splitlines()) == 31


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


# speed and processes


def test_the_loop_costs_less_than_a_millisecond_an_iteration(tmp_path):
    experiment = toy(iterations=2000)
    experiment.snapshot_iterations = ()
    experiment.iterate = lambda iteration: {"loss": 1.0 + iteration, "gradient_norm": 2.0, "alive": 3.0}
    train(experiment, tmp_path, progress=True)
    rows = read_log(tmp_path / "log.csv")
    assert (rows[-1]["seconds"] - rows[99]["seconds"]) / 1900 < 1e-3


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
