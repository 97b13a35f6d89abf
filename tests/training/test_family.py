"""What making an experiment does to the process and does not, and what experiments build on."""

import random
import subprocess
import sys

import numpy as np
import pytest
import warm_python
from random_automata import random_growing
from small_datasets import write_dataset
from tensorflow.python.eager import context

from nca_tf.files.model_files import save, weights_sha256
from training.growing.experiment import GrowingConfig, GrowingExperiment
from training.mnist.experiment import MnistConfig, MnistExperiment
from training.starting import frozen_host

RECIPE = """
{before}
from training.growing.experiment import GrowingConfig, GrowingExperiment
import tensorflow as tf
for seed in range(2):
    GrowingExperiment(GrowingConfig(pool_size=8, random_seed=seed))
print(tf.config.threading.get_intra_op_parallelism_threads())
"""


def recipe(before: str = "") -> subprocess.CompletedProcess:
    program = RECIPE.format(before=before)
    finished = warm_python.run([sys.executable, "-c", program])
    assert finished.returncode == 0, finished.stderr
    return finished


@pytest.mark.slow
def test_an_experiment_gives_each_shard_one_thread():
    finished = recipe()
    assert (finished.stdout, finished.stderr) == ("1\n", "")


@pytest.mark.slow
def test_an_experiment_that_comes_too_late_for_threads_says_so_once():
    finished = recipe("import training, tensorflow as tf; tf.zeros([1]) + 1")
    (line,) = finished.stderr.splitlines()
    assert line.startswith("note: TensorFlow was at work before this experiment was made")
    assert "use_threads()" in line and finished.stdout == "0\n"
    assert recipe("from training.engine import use_threads; use_threads()").stderr == ""


@pytest.fixture(scope="module")
def data_dir(tmp_path_factory):
    folder = tmp_path_factory.mktemp("data")
    write_dataset(folder, "mnist")
    return folder


@pytest.mark.parametrize(("family", "first"), [("growing", -0.06544229), ("mnist", -0.02893967)])
def test_initial_weights_follow_from_the_seed_and_the_process_does_not(data_dir, family, first):
    """The numbers are those of version 0.1.0: recorded commands state their seeds."""

    def make():
        if family == "growing":
            return GrowingExperiment(GrowingConfig(pool_size=8))
        return MnistExperiment(MnistConfig(), data_dir=data_dir)

    random.seed(5)
    before = random.getstate(), np.random.get_state()[1].tolist(), context.global_seed()
    weights = make().model.weights
    assert (random.getstate(), np.random.get_state()[1].tolist(), context.global_seed()) == before
    assert np.asarray(weights[0]).ravel()[0] == pytest.approx(first, rel=1e-5)
    random.seed(6)
    for one, other in zip(make().model.weights, weights, strict=True):
        np.testing.assert_array_equal(one, other)


def test_a_host_is_frozen_and_known_by_its_weights(tmp_path):
    save(random_growing(), tmp_path / "run", {"name": "run"})
    for name in (str(tmp_path / "run"), "growing/lizard-regenerating"):
        host = frozen_host(name)
        assert not host.model.trainable_variables and host.model.weights
        assert (host.name, host.sha256) == (name, weights_sha256(name))
