"""`python -m training.adversarial`: what it trains on, what it leaves alone, what it refuses."""

import json

import numpy as np
import pytest
from random_automata import random_digits, random_growing
from small_datasets import write_dataset

import nca_tf
from nca_tf.files.errors import InputError
from nca_tf.files.model_files import weights_sha256
from training.adversarial import evaluation
from training.adversarial.__main__ import main
from training.adversarial.configuration import AdversarialConfig
from training.adversarial.digits import RUN_AWAY
from training.adversarial.experiment import AdversarialExperiment
from training.growing.grown import grown_patterns
from training.loop import train

DIGITS = {"batch_size": 8, "pool_size": 12, "fresh": 2, "changed": 2, "min_steps": 4, "max_steps": 4, "iterations": 4}
PICTURES = {
    "batch_size": 4,
    "pool_size": 12,
    "damage": 2,
    "padding": 3,
    "min_steps": 4,
    "max_steps": 5,
    "iterations": 4,
}


@pytest.fixture
def digit_host(tmp_path) -> str:
    write_dataset(tmp_path)
    model = random_digits(scale=0.05, features=12, hidden=10)
    nca_tf.save(model, tmp_path / "digits", {"name": "digits", "dataset": "mnist"})
    return str(tmp_path / "digits")


@pytest.fixture
def lizard_host(tmp_path) -> str:
    """A small automaton that is to grow a lizard of 8 cells."""
    nca_tf.save(random_growing(hidden=8), tmp_path / "lizard", {"target": "lizard", "size": 8, "padding": 3})
    return str(tmp_path / "lizard")


@pytest.fixture(autouse=True)
def quick_ending(monkeypatch):
    """What is measured and drawn at the end has tests of its own."""
    monkeypatch.setattr(evaluation, "measure_digits", lambda *_: {"goal_share_50": 0.5})
    monkeypatch.setattr(evaluation, "measure_picture", lambda *_: {"loss_200": 0.5})


def digits(host, tmp_path, **settings) -> AdversarialExperiment:
    return AdversarialExperiment(AdversarialConfig(**{**DIGITS, "host": host, **settings}), data_dir=tmp_path)


def pictures(host, **settings) -> AdversarialExperiment:
    return AdversarialExperiment(AdversarialConfig(**{**PICTURES, "host": host, **settings}))


def check_host_is_untouched(experiment, host, run) -> None:
    before = weights_sha256(host)
    train(experiment, run, progress=False)
    assert weights_sha256(host) == before
    after, own = nca_tf.load(run).named_weights(), nca_tf.load(host).named_weights()
    for name, weight in own.items():
        assert np.asarray(after[f"host/{name}"]).tobytes() == np.asarray(weight).tobytes(), name
    fresh = {name: w for name, w in after.items() if name.startswith("adversary/") and np.abs(np.asarray(w)).max() > 0}
    assert len(fresh) == len(own), "every array of the adversary was trained"
    meta = json.loads((run / "meta.json").read_text())
    assert (meta["host_sha256"], meta["share"]) == (before, experiment.config.share)


@pytest.mark.slow
def test_weights_of_a_digit_host_are_byte_identical_after_training(digit_host, tmp_path):
    check_host_is_untouched(digits(digit_host, tmp_path), digit_host, tmp_path / "run")
    assert json.loads((tmp_path / "run" / "meta.json").read_text())["goal"] == 8


def test_weights_of_a_growing_host_are_byte_identical_after_training(lizard_host, tmp_path):
    check_host_is_untouched(pictures(lizard_host), lizard_host, tmp_path / "run")
    assert json.loads((tmp_path / "run" / "meta.json").read_text())["target"] == "lizard-tailless"


def test_masks_stay_until_an_image_is_new(digit_host, tmp_path):
    experiment = digits(digit_host, tmp_path)
    before = experiment.pool.extras["adversaries"].copy()
    batch = experiment.draw_batch(np.random.default_rng(4))
    masks, known = batch.extras["adversaries"], before[batch.slots]
    assert [(mask != old).any() for mask, old in zip(masks, known, strict=True)] == [True] * 2 + [False] * 6
    assert before.mean() == pytest.approx(0.1, abs=4 * np.sqrt(0.09 / before.size))


def test_states_that_ran_away_start_anew(digit_host, tmp_path):
    experiment = digits(digit_host, tmp_path)
    states = experiment.pool.take(range(12))
    states[..., 5] = 2 * RUN_AWAY
    experiment.pool.put(range(12), states)
    batch = experiment.draw_batch(np.random.default_rng(4))
    assert np.abs(batch.states).max() <= 1.0
    known = experiment.pool.extras["adversaries"][batch.slots]
    assert all((mask != old).any() for mask, old in zip(batch.extras["adversaries"], known, strict=True))


def test_a_batch_of_patterns_starts_one_anew_and_wounds_the_best(lizard_host):
    experiment = pictures(lizard_host, share=0.5)
    grown = experiment.attack._grown
    np.testing.assert_array_equal(experiment.pool.take([0, 11]), [grown, grown])
    allowed = experiment.attack.target[..., 3] >= 0.1
    masks = experiment.pool.extras["adversaries"]
    assert not masks[:, ~allowed].any() and masks[:, allowed].mean() == pytest.approx(0.5, abs=0.1)
    states = np.random.default_rng(1).random((12, 14, 14, 16)).astype(np.float32) + 0.1
    states[..., :4] += np.arange(12.0, dtype=np.float32)[::-1, None, None, None]
    experiment.pool.put(range(12), states)
    batch = experiment.draw_batch(np.random.default_rng(4))
    np.testing.assert_array_equal(batch.slots, sorted(batch.slots))
    np.testing.assert_array_equal(batch.states[0], grown)
    np.testing.assert_array_equal(batch.states[1], states[batch.slots[1]])
    assert all((~state.any(axis=-1)).any() for state in batch.states[2:])
    np.testing.assert_array_equal(batch.extras["adversaries"][1:], masks[batch.slots[1:]])


@pytest.mark.slow
def test_patterns_that_died_are_no_start():
    grown = grown_patterns(nca_tf.load("growing/lizard-regenerating"), 9, 56, 56, random_seed=1)
    cells = (grown[..., 3] > 0.1).sum(axis=(1, 2))
    assert grown.shape == (9, 56, 56, 16) and cells.min() > 0.7 * cells.max()
    with pytest.raises(InputError, match="of 16 growths of the host 0 became a usual pattern"):
        grown_patterns(nca_tf.GrowingCA(alive_threshold=1.5), 4, 20, 20, random_seed=1)


def test_names_of_runs():
    assert AdversarialConfig().default_name() == "mnist-to-8"
    lizard = {"host": "growing/lizard-regenerating"}
    assert AdversarialConfig(**lizard).default_name() == "tailless"
    assert AdversarialConfig(**lizard, target="red", share=0.6).default_name() == "red-60pct"
    assert AdversarialConfig(**lizard, target="some/wings.png").default_name() == "wings"


def test_published_values_for_either_host():
    of_digits, of_lizard = AdversarialConfig(), AdversarialConfig(host="growing/lizard-regenerating")
    assert (of_digits.batch_size, of_digits.pool_size, of_digits.max_steps, of_digits.goal) == (16, 160, 20, 8)
    assert (of_lizard.batch_size, of_lizard.pool_size, of_lizard.max_steps, of_lizard.padding) == (8, 1024, 95, 32)
    assert of_lizard.goal is None and of_digits.target is None
    assert AdversarialConfig(learning_rate=0.5).learning_rate == 0.5


@pytest.mark.slow
def test_the_command_trains_and_refuses(digit_host, lizard_host, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    words = ["--host", digit_host, "--data-dir", str(tmp_path), "--no-download", "--iterations", "2"]
    words += ["--batch-size", "8", "--pool-size", "12", "--fresh", "2", "--changed", "2", "--max-steps", "20"]
    main([*words, "--goal", "3"])
    assert "wrote runs/adversarial/digits-to-3" in capsys.readouterr().out
    lizard = ["--host", lizard_host, "--fresh", "4", "--changed", "4"]
    for more, message in (
        (["--goal", "10"], "goal is 10 and the host .* knows 10 classes; at most 9 was expected; correct --goal"),
        (["--goal", "-1"], "goal is -1; a value of at least 0 was expected"),
        (["--share", "0"], "share is 0.0; a value of more than 0.0 and at most 1.0 was expected"),
        (["--share", "1.5"], "share is 1.5; a value of more than 0.0 and at most 1.0"),
        (["--target", "tailless"], "--target is 'tailless' and the host .* of the family mnist; a --goal was expected"),
        (["--host", lizard_host, "--goal", "8"], "--goal is 8 and the host .* of the family growing; a --target was"),
        (["--host", "growing/unicorn"], "no model at 'growing/unicorn'"),
        (["--fresh", "9"], "both together fit into a batch"),
        (["--pool-size", "4"], "a batch takes distinct slots of the pool"),
        ([*lizard, "--target", "winged", "--min-steps", "9"], "unknown target 'winged'"),
        (["--learning-rate-drops", "9", "3"], "rising iterations were expected"),
        (["--dataset", "cifar10"], "dataset is 'cifar10'; one of mnist, fashion_mnist, kmnist was expected"),
        (["--damage", "2"], "--damage is 2 and the host .* of the family mnist, where it means nothing"),
        (["--host", lizard_host, "--target", "red"], "--fresh is 2 and the host .* growing, where it means nothing"),
    ):
        with pytest.raises(InputError, match=message) as caught:
            main([*words, *more])
        assert "\n" not in str(caught.value)


@pytest.mark.parametrize("host", [5, None])
def test_a_host_that_is_no_text_is_one_line(host):
    with pytest.raises(InputError, match=f"host is {host}; a text was expected; correct --host"):
        AdversarialConfig(host=host)


def test_a_host_without_a_data_set_needs_one_named(tmp_path):
    write_dataset(tmp_path)
    nca_tf.save(random_digits(features=12, hidden=10), tmp_path / "imported", {"name": "imported"})
    with pytest.raises(InputError, match="names no data set; one was expected, .* --dataset, one of mnist"):
        digits(str(tmp_path / "imported"), tmp_path)
    assert digits(str(tmp_path / "imported"), tmp_path, dataset="mnist").meta["dataset"] == "mnist"


@pytest.mark.slow
def test_adversaries_of_another_host_are_a_start(digit_host, tmp_path):
    first = digits(digit_host, tmp_path)
    train(first, tmp_path / "first", progress=False)
    other = random_digits(3, 0.05, features=12, hidden=10)
    nca_tf.save(other, tmp_path / "other", {"dataset": "mnist"})
    second = digits(str(tmp_path / "other"), tmp_path, init=str(tmp_path / "first"))
    weights = second.model.named_weights()
    for name, weight in other.named_weights().items():
        np.testing.assert_array_equal(weights[f"host/{name}"], weight)
    trained = first.model.named_weights()["adversary/dense2/bias"]
    np.testing.assert_array_equal(weights["adversary/dense2/bias"], trained)
