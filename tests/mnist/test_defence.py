"""`python -m training.mnist --against`: the model alone learns, adversaries are frozen, its own cells are judged."""

import numpy as np
import pytest
import tensorflow as tf
from random_automata import random_digits
from small_datasets import write_dataset

import nca_tf
from nca_tf.files.errors import InputError
from training.loop import train
from training.mnist.defence import OwnCellsLoss
from training.mnist.experiment import ClassLoss, MnistConfig, MnistExperiment

SMALL = {"batch_size": 8, "pool_size": 12, "features": 16, "hidden": 16, "fresh": 2, "changed": 2, "rollout_steps": 4}


@pytest.fixture
def adversaries(tmp_path) -> str:
    host, adversary = (random_digits(seed, 0.05, features=16, hidden=16) for seed in (1, 2))
    nca_tf.save(nca_tf.InjectedCA(host, adversary), tmp_path / "liars", {"dataset": "mnist", "goal": 8})
    write_dataset(tmp_path)
    return str(tmp_path / "liars")


def experiment(tmp_path, **settings) -> MnistExperiment:
    return MnistExperiment(MnistConfig(**{**SMALL, **settings}), data_dir=tmp_path, download=False)


@pytest.mark.slow
def test_the_model_learns_and_the_adversaries_do_not(adversaries, tmp_path, monkeypatch):
    made = experiment(tmp_path, against=adversaries, iterations=4)
    monkeypatch.setattr(made, "finish", lambda *_: {})
    rule = made._defence.adversary
    before = [[np.array(w) for w in model.weights[:6]] for model in (made.model, rule)]
    history = train(made, tmp_path / "run", progress=False)
    moved = [
        any((np.array(w) != old).any() for w, old in zip(model.weights[:6], arrays, strict=True))
        for model, arrays in zip((made.model, rule), before, strict=True)
    ]
    assert moved == [True, False]
    assert np.isfinite(history.history["loss"]).all()
    loaded = nca_tf.load(tmp_path / "run")
    assert isinstance(loaded, nca_tf.SelfClassifyingCA), "what ships is the model alone"
    assert made.inputs["against"]


def test_half_of_the_images_have_adversaries(adversaries, tmp_path):
    made = experiment(tmp_path, against=adversaries, share=0.2)
    masks = np.concatenate([made.draw_batch(np.random.default_rng(seed)).extras["adversaries"] for seed in range(50)])
    attacked = masks.any(axis=(1, 2))
    assert attacked.mean() == pytest.approx(0.5, abs=0.11)
    assert masks[attacked].mean() == pytest.approx(0.2, abs=0.01)


def test_only_own_cells_are_judged():
    model = random_digits(features=12, hidden=10)
    state = np.random.default_rng(1).random((2, 6, 6, 20)).astype(np.float32)
    labels, adversaries = tf.constant([3, 7]), np.zeros((2, 6, 6), bool)
    adversaries[0, :3] = True
    inner = ClassLoss(model, "l2")
    found = OwnCellsLoss(inner).loss(tf.constant(state), (), labels, tf.constant(adversaries)).numpy()
    own = inner.of_cells(tf.constant(state), labels).numpy() * ~adversaries
    np.testing.assert_allclose(found, own.sum(axis=(1, 2)), rtol=1e-5)
    assert found[0] < inner.loss(tf.constant(state), (), labels).numpy()[0]


def test_what_holds_no_adversaries_is_refused(adversaries, tmp_path):
    with pytest.raises(InputError, match="--against mnist/mnist is a SelfClassifyingCA; adversaries of self-class"):
        experiment(tmp_path, against="mnist/mnist")
