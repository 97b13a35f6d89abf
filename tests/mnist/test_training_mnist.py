"""`python -m training.mnist`: what it trains on, what it measures, what it leaves behind, what it refuses."""

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import tensorflow as tf
import warm_python
from shared_data import shared_path
from small_datasets import bars, write_dataset

import nca_tf
from nca_tf.data.datasets import LabelledImages
from nca_tf.families.mnist.automaton import SelfClassifyingCA
from nca_tf.files.errors import InputError
from nca_tf.pool import SamplePool
from training.health import TrainingStopped
from training.loop import train
from training.mnist import batches, evaluation
from training.mnist.__main__ import main
from training.mnist.batches import mutated
from training.mnist.experiment import ClassLoss, MnistConfig, MnistExperiment

SMALL = {"batch_size": 8, "pool_size": 12, "features": 16, "hidden": 16, "fresh": 2, "changed": 2, "rollout_steps": 6}


@pytest.fixture(scope="module")
def data_dir(tmp_path_factory):
    folder = tmp_path_factory.mktemp("data")
    write_dataset(folder, "mnist")
    write_dataset(folder, "fashion_mnist", shape=(28, 28, 3))
    return folder


@pytest.fixture(autouse=True)
def short_examination(monkeypatch):
    """The published protocol takes 200 steps."""
    monkeypatch.setattr(evaluation, "STEPS", 4)


def small(data_dir, **settings) -> MnistExperiment:
    return MnistExperiment(MnistConfig(**{**SMALL, "iterations": 20, **settings}), data_dir=data_dir, download=False)


def digits(count: int = 30) -> LabelledImages:
    images, labels = bars(count)
    return LabelledImages(images, labels.astype(np.int32))


def loss_of_fresh_images(experiment: MnistExperiment) -> float:
    model, data = experiment.model, digits()
    state = model.rollout(model.image_state(data.images), SMALL["rollout_steps"])
    return float(tf.reduce_mean(ClassLoss(model, experiment.config.loss).loss(state, (), data.labels)))


@pytest.mark.slow
@pytest.mark.parametrize(
    "settings",
    [
        {"loss": "cross_entropy", "noise": 0.0},
        {"variant": "persistent"},
        {"variant": "naive"},
        {"kernel_size": 5},
        {"mask": False},
    ],
    ids=["cross-entropy", "persistent", "naive", "5x5", "no-mask"],
)
def test_every_variant_learns(data_dir, tmp_path, settings, monkeypatch):
    monkeypatch.setattr(MnistExperiment, "finish", lambda *_: {})
    learns(data_dir, tmp_path / "run", settings)


@pytest.mark.slow
def test_what_was_trained_is_measured_and_ships_itself(data_dir, tmp_path):
    experiment = learns(data_dir, tmp_path / "run", {})
    model = nca_tf.load(tmp_path / "run")
    state = model.image_state(digits().images)
    np.testing.assert_array_equal(model.rollout(state, 3), experiment.model.rollout(state, 3))
    record = json.loads((tmp_path / "run" / "record.json").read_text())
    assert {"accuracy_4", "agreement_4", "agreement_strict_4", "accuracy_8", "agreement_8"} <= record["metrics"].keys()
    assert record["metrics"]["held_out_images"] == 10 and record["metrics"]["test_images"] == 30
    assert 0 <= record["metrics"]["accuracy_4"] <= 1
    figures = tmp_path / "run" / "figures"
    written = {path.name for path in figures.iterdir()}
    wanted = "evaluation.json curves.png confusion.png digits.png digits-colour-blind-safe.png digits.json talk.webp"
    assert set(wanted.split()) <= written
    meta = nca_tf.files.model_files.read_meta(tmp_path / "run")
    assert (meta["family"], meta["dataset"], meta["size"]) == ("mnist", "mnist", 28)


def learns(data_dir, out: Path, settings) -> MnistExperiment:
    """A training that is seen to learn."""
    experiment = small(data_dir, iterations=60, learning_rate=3e-3, **settings)
    untrained = loss_of_fresh_images(experiment)
    train(experiment, out, progress=False, command="python -m training.mnist")
    assert loss_of_fresh_images(experiment) < 0.98 * untrained
    return experiment


def test_default_settings_are_the_published_ones():
    config = MnistConfig()
    assert (config.iterations, config.loss, config.variant, config.noise) == (100_000, "l2", "mutating", 0.02)
    assert (config.batch_size, config.pool_size, config.fresh, config.changed) == (16, 160, 4, 4)
    assert (config.rollout_steps, config.learning_rate, config.learning_rate_drops) == (20, 1e-3, (30_000, 70_000))


def test_the_learning_rate_falls_twice(data_dir):
    schedule = small(data_dir).optimizer._learning_rate
    rates = [float(schedule(iteration)) for iteration in (0, 29_999, 30_001, 69_999, 70_001)]
    np.testing.assert_allclose(rates, [1e-3, 1e-3, 1e-4, 1e-4, 1e-5], rtol=1e-5)


def test_names_say_what_differs():
    assert MnistConfig().default_name() == "mnist"
    assert MnistConfig(dataset="fashion_mnist", variant="naive").default_name() == "fashion_mnist-naive"
    assert (
        MnistConfig(loss="cross_entropy", kernel_size=5, mask=False).default_name() == "mnist-cross_entropy-5x5-no-mask"
    )


def test_mutation_keeps_what_shared_cells_know():
    states = np.random.default_rng(0).normal(size=(1, 2, 2, 20)).astype(np.float32)
    grey = np.float32([[[0.9, 0.1], [0.0, 0.11]]])
    changed = mutated(states, grey, 0.1)
    np.testing.assert_array_equal(changed[..., 0], grey)
    np.testing.assert_array_equal(changed[0, 0, 0, 1:], states[0, 0, 0, 1:])
    np.testing.assert_array_equal(changed[0, 1, 1, 1:], states[0, 1, 1, 1:])
    assert not changed[0, 0, 1, 1:].any() and not changed[0, 1, 0, 1:].any()


def filled_pool(seed: int = 0) -> SamplePool:
    pool = batches.make_pool(digits(), 12, 20, np.random.default_rng(seed))
    states = pool.take(range(12))
    states[..., 1:] = np.arange(1, 13)[:, None, None, None] * (states[..., :1] > 0.1)
    pool.put(range(12), states)
    return pool


def draw_from(pool: SamplePool, threshold: float | None, seed: int) -> tuple:
    return batches.draw(pool, digits(), 8, 2, 2, threshold, np.random.default_rng(seed))


def test_batches_of_the_pool():
    pool = filled_pool()
    before, labels_before = pool.take(range(12)), pool.extras["labels"].copy()
    slots, states, labels = draw_from(pool, 0.1, seed=5)
    assert len(set(slots)) == 8
    assert not states[:2, ..., 1:].any(), "new digits know nothing"
    np.testing.assert_array_equal(states[2:6], before[slots[2:6]])
    np.testing.assert_array_equal(labels[2:6], labels_before[slots[2:6]])
    alive = states[-2:, ..., 0] > 0.1
    was_alive = before[slots[-2:], ..., 0] > 0.1
    np.testing.assert_array_equal(states[-2:, ..., 1] != 0, alive & was_alive)
    assert (states[-2:, ..., 0] != before[slots[-2:], ..., 0]).any()
    np.testing.assert_array_equal(pool.take(range(12)), before, "drawing changes nothing")
    np.testing.assert_array_equal(pool.extras["labels"], labels_before)


def test_without_mutation_the_last_are_new_as_well():
    _, states, _ = draw_from(filled_pool(), None, seed=5)
    assert not states[-2:, ..., 1:].any() and states[-2:, ..., 0].any()


def test_labels_belong_to_their_images():
    data = digits()
    of_image = {image.tobytes(): label for image, label in zip(data.images, data.labels, strict=True)}
    _, states, labels = draw_from(filled_pool(), 0.1, seed=7)
    for state, label in zip(states, labels, strict=True):
        assert of_image[np.rint(state[..., 0] * 255).astype(np.uint8).tobytes()] == label


def test_the_labels_go_into_the_pool_with_their_states(data_dir):
    experiment = small(data_dir)
    before = experiment.pool.extras["labels"].copy()
    batch = experiment.draw_batch(np.random.default_rng([0, 0]))
    experiment.iterate(0)
    np.testing.assert_array_equal(experiment.pool.extras["labels"][batch.slots], batch.extras["labels"])
    others = np.setdiff1d(np.arange(12), batch.slots)
    np.testing.assert_array_equal(experiment.pool.extras["labels"][others], before[others])


def stubborn_model(label: int, fire_rate: float = 0.5) -> SelfClassifyingCA:
    """Every cell that fires says `label` a little louder."""
    model = SelfClassifyingCA(noise=0.0, fire_rate=fire_rate)
    bias = np.zeros(19)
    bias[9 + label] = 0.1
    model.named_weights()["dense2/bias"].assign(bias)
    return model


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"pool_size": 4}, "pool_size is 4 and batch_size 8"),
        ({"fresh": 5, "changed": 4}, "fresh is 5, changed 4 and batch_size 8"),
        ({"learning_rate_drops": (70, 30)}, "rising iterations were expected"),
        ({"dataset": "emnist"}, "dataset is 'emnist'; one of mnist, fashion_mnist, kmnist"),
        ({"kernel_size": 4}, "kernel_size is 4; one of 3, 5"),
        ({"loss": "hinge"}, "loss is 'hinge'"),
        ({"variant": "resetting"}, "variant is 'resetting'"),
        ({"channels": 10}, "channels is 10"),
        ({"share": 0.3}, "--share is 0.3 and no model is given with --against, where it means nothing"),
    ],
)
def test_bad_settings(settings, message):
    with pytest.raises(InputError, match=message):
        MnistConfig(**{**SMALL, **settings})


def test_another_models_weights_are_refused(data_dir, tmp_path):
    nca_tf.save(SelfClassifyingCA(features=5), tmp_path / "other")
    with pytest.raises(InputError, match="not a self-classifying model of the same widths"):
        small(data_dir, init=str(tmp_path / "other"))
    nca_tf.save(nca_tf.GrowingCA(), tmp_path / "growing")
    with pytest.raises(InputError, match="not a self-classifying model of the same widths"):
        small(data_dir, init=str(tmp_path / "growing"))


def test_training_may_start_from_a_model_that_sees_less(data_dir, tmp_path):
    first = stubborn_model(3)
    for weight in first.weights:
        weight.assign(np.random.default_rng(1).normal(0, 0.1, weight.shape))
    nca_tf.save(first, tmp_path / "first")
    widths = {"features": first.features, "hidden": first.hidden, "noise": 0.0}
    wider = small(data_dir, **widths, kernel_size=5, init=str(tmp_path / "first")).model
    state = wider.image_state(digits(4).images)
    assert wider.kernel_size == 5
    np.testing.assert_allclose(wider.rollout(state, 5, 1), first.rollout(state, 5, 1), atol=1e-5)
    nca_tf.save(wider, tmp_path / "wider")
    with pytest.raises(InputError, match="no larger kernel"):
        small(data_dir, **widths, init=str(tmp_path / "wider"))


def test_training_may_start_from_a_model(data_dir, tmp_path):
    first = stubborn_model(3)
    nca_tf.save(first, tmp_path / "first")
    experiment = small(data_dir, init=str(tmp_path / "first"), features=80, hidden=80)
    for mine, theirs in zip(experiment.model.weights, first.weights, strict=True):
        np.testing.assert_array_equal(mine, theirs)


def test_a_continued_run_does_not_need_the_model_that_it_started_from(data_dir, tmp_path):
    config = MnistConfig(**SMALL, init=str(tmp_path / "gone"))
    with pytest.raises(InputError, match="no model at .*gone"):
        MnistExperiment(config, data_dir=data_dir)
    for earlier, inputs in (({}, {}), ({"init": "a1", "execution": "live form, 2 shards"}, {"init": "a1"})):
        experiment = MnistExperiment(config, data_dir=data_dir, started_from=earlier)
        assert experiment.inputs == inputs and "live form" in experiment.execution


def test_an_exploding_state_stops_the_training(data_dir):
    with pytest.raises(TrainingStopped, match=r"reached 2e\+06"):
        small(data_dir).check_health({"largest_value": 2e6})


def run(*arguments: str, cwd: Path) -> subprocess.CompletedProcess:
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[2]), "HOME": str(cwd)}
    environment.pop("TFDS_DATA_DIR", None)
    command = [sys.executable, "-m", "training.mnist", *arguments]
    return warm_python.run(command, cwd=cwd, env=environment)


@pytest.mark.slow
def test_absent_data_is_one_line_and_status_2(tmp_path):
    finished = run("--data-dir", "nowhere", "--no-download", cwd=tmp_path)
    assert finished.returncode == 2
    assert finished.stderr.startswith("error: the data set mnist is not in nowhere")
    assert finished.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--dataset", "fashion_mnist"], r"images of shape \(28, 28, 3\); fashion_mnist has \(28, 28, 1\)"),
        (["--dataset", "kmnist"], "kmnist is not in"),
        (["--dataset", "letters"], "dataset is 'letters'"),
        (["--batch-size", "500"], "pool_size is 160 and batch_size 500"),
    ],
)
def test_bad_input_of_the_command(data_dir, arguments, message, monkeypatch):
    monkeypatch.setenv("TFDS_DATA_DIR", "")  # the command sets it
    with pytest.raises(InputError, match=message):
        main(["--data-dir", str(data_dir), "--no-download", *arguments])


@pytest.mark.slow
def test_kmnist_sample_trains(tmp_path):
    """The pipeline, on the 300 + 200 images that are at hand; nothing is claimed from them."""
    config = MnistConfig(dataset="kmnist", iterations=2, **SMALL)
    experiment = MnistExperiment(config, data_dir=shared_path("data/tensorflow_datasets"))
    train(experiment, tmp_path / "run", progress=False)
    record = json.loads((tmp_path / "run" / "record.json").read_text())
    assert (record["metrics"]["test_images"], record["metrics"]["held_out_images"]) == (200, 50)
