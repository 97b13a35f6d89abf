"""Runs that version 0.1.0 began go on: `version_0_1_0` holds one of each family, stopped after ten iterations."""

import shutil
from pathlib import Path

import numpy as np
import pytest
from small_datasets import write_dataset

from training.checkpoints import Checkpoints
from training.growing.experiment import GrowingConfig, GrowingExperiment
from training.log_file import read_log
from training.loop import train
from training.mnist.experiment import MnistConfig, MnistExperiment
from training.run_inputs import started_from
from training.training_state import gather, restore

RUNS = Path(__file__).with_name("version_0_1_0")
GROWING = {"size": 8, "padding": 4, "pool_size": 12, "hidden": 16, "min_steps": 8, "max_steps": 12}
DIGITS = {"batch_size": 8, "pool_size": 12, "features": 16, "hidden": 16, "fresh": 2, "changed": 2, "rollout_steps": 6}


@pytest.fixture(scope="module")
def data_dir(tmp_path_factory):
    folder = tmp_path_factory.mktemp("data")
    write_dataset(folder, "mnist")
    return folder


@pytest.fixture(params=["growing", "mnist"])
def taken_up(request, data_dir, tmp_path):
    """A copy of a run and the experiment that is to continue it for two iterations."""
    run = shutil.copytree(RUNS / request.param, tmp_path / "run")
    earlier = started_from(run)
    if request.param == "growing":
        experiment = GrowingExperiment(GrowingConfig(**GROWING, iterations=12), started_from=earlier)
    else:
        config = MnistConfig(**DIGITS, iterations=12)
        experiment = MnistExperiment(config, data_dir=data_dir, download=False, started_from=earlier)
    experiment.finish = lambda *_: {}
    return run, experiment


def test_they_go_on_to_their_end(taken_up):
    run, experiment = taken_up
    before = read_log(run / "log.csv")
    history = train(experiment, run, progress=False)
    assert len(history.epoch) == 12
    assert read_log(run / "log.csv")[:10] == before, "the columns are the same, too"


def test_everything_that_was_saved_is_taken_up(taken_up):
    run, experiment = taken_up
    (_, saved), _ = Checkpoints(run / "checkpoints").load_newest()
    restore(experiment, saved)
    now = gather(experiment)
    for name in saved.keys() & now.keys():
        np.testing.assert_array_equal(now[name], saved[name], err_msg=name)
    if "state/kept" in saved:
        states = np.zeros((12, 28, 28, 20), np.float32)
        bits = np.unpackbits(saved["state/kept"])[: 12 * 28 * 28].reshape(12, 28, 28)
        states[bits == 1] = saved["state/values"]
        np.testing.assert_array_equal(experiment.pool.take(range(12)), states)
        np.testing.assert_array_equal(experiment.pool.extras["labels"], saved["state/labels"])
    else:
        assert {name for name in saved if name.startswith("state/")} == {n for n in now if n.startswith("state/")}
