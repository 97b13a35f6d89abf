"""The training loop: an interrupted run equals an uninterrupted one, and what a run leaves behind."""

import itertools
import json
import signal
import time

import keras
import numpy as np
import pytest
import toy_training
from toy_runs import assert_same_log, assert_same_state, signal_in_iteration, toy, train
from toy_training import save_weights

from nca_tf.files.errors import InputError
from training import loop
from training.checkpoints import Checkpoints
from training.log_file import read_log
from training.signals import Interrupted
from training.training_state import gather


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
