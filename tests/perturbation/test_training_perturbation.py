"""`python -m training.perturbation`: what it trains on, what it leaves alone, what it measures, what it refuses."""

import json

import keras
import numpy as np
import pytest
import tensorflow as tf
from forms import blob_states
from random_automata import random_growing

import nca_tf
from nca_tf.cells.draws import GivenDraws
from nca_tf.families.perturbation.targets import TARGETS, Pictures
from nca_tf.files.errors import InputError
from nca_tf.metrics import best_shifts
from nca_tf.pictures.targets import load_target, place
from training.engine import TrainStep
from training.growing.experiment import TargetLoss
from training.loop import train
from training.perturbation import benchmark, combinations, evaluation, figures, regions
from training.perturbation.__main__ import main
from training.perturbation.experiment import PerturbationConfig, PerturbationExperiment

SMALL = {"pool_size": 12, "min_steps": 4, "max_steps": 6, "iterations": 6}


@pytest.fixture
def host(tmp_path) -> str:
    """A folder with a small automaton that is to grow a lizard of 8 cells, named by its meta.json."""
    nca_tf.save(random_growing(hidden=8), tmp_path / "host", {"target": "lizard", "size": 8, "padding": 3})
    return str(tmp_path / "host")


@pytest.fixture(autouse=True)
def quick_ending(monkeypatch):
    """What is measured and drawn at the end has tests of its own."""
    monkeypatch.setattr(evaluation, "measure", lambda *_: {"mse_200": 0.5})
    monkeypatch.setattr(figures, "write_all", lambda *_: None)


def small(host, **settings) -> PerturbationExperiment:
    return PerturbationExperiment(PerturbationConfig(**{**SMALL, "host": host, **settings}))


@pytest.mark.parametrize("kind", [pytest.param("symmetric", marks=pytest.mark.slow), "additive"])
def test_training_changes_the_perturbation_and_never_the_host(host, tmp_path, kind):
    experiment = small(host, kind=kind)
    before = {name: np.array(weight) for name, weight in experiment.model.named_weights().items()}
    train(experiment, tmp_path / "run", progress=False)
    after = nca_tf.load(tmp_path / "run").named_weights()
    assert [name for name in before if not np.array_equal(before[name], after[name])] == [next(iter(before))]
    for name, weight in nca_tf.load(host).named_weights().items():
        np.testing.assert_array_equal(after[f"host/{name}"], weight)
    meta = json.loads((tmp_path / "run" / "meta.json").read_text())
    assert (meta["target"], meta["host_name"], meta["host_target"]) == ("lizard-tailless", "host", "lizard")
    assert meta["host_sha256"] == experiment.host.sha256


def test_no_gradient_of_the_host_is_gathered(host):
    model = small(host).model
    weights = {name: tf.convert_to_tensor(weight) for name, weight in model.named_weights().items()}
    with tf.GradientTape() as tape:
        tape.watch(weights)
        total = tf.reduce_sum(model.run(tf.constant(blob_states(16)), 3, _draws, form="dense", weights=weights)[0])
    gradients = tape.gradient(total, weights)
    assert [name for name, gradient in gradients.items() if gradient is not None] == ["tailless/entries"]


def _draws(step):
    return GivenDraws(fire=tf.ones([5, 12, 14], tf.bool))


def test_a_batch_has_a_seed_a_grown_pattern_and_three_wounds(host):
    experiment = small(host)
    seed, grown = experiment.model.seed_state(1, 14, 14)[0], experiment._grown
    first, last = experiment.pool.take([0, 5]), experiment.pool.take([6, 11])
    np.testing.assert_array_equal(first, [seed, seed])
    np.testing.assert_array_equal(last, [grown, grown])
    states = np.random.default_rng(1).random((12, 14, 14, 16)).astype(np.float32) + 0.1
    states[..., :4] += np.arange(12.0, dtype=np.float32)[::-1, None, None, None]
    experiment.pool.put(range(12), states)
    batch = experiment.draw_batch(np.random.default_rng(4))
    np.testing.assert_array_equal(batch.slots, sorted(batch.slots))
    np.testing.assert_array_equal(batch.states[:2], [seed, grown])
    np.testing.assert_array_equal(batch.states[2:5], states[batch.slots[2:5]])
    assert all((~state.any(axis=-1)).any() for state in batch.states[5:])


def test_another_growth_fills_half_of_the_pool_where_the_first_dies(host, monkeypatch):
    another = np.full((1, 14, 14, 16), 0.2, np.float32)
    monkeypatch.setattr(nca_tf.GrowingCA, "rollout", lambda self, states, *_, **__: tf.zeros_like(states))
    monkeypatch.setattr("training.perturbation.experiment.grown_patterns", lambda *_: another)
    np.testing.assert_array_equal(small(host).pool.take([6, 11]), another.repeat(2, axis=0))


@pytest.mark.slow
def test_those_that_are_taken_back_are_judged_by_the_hosts_own_picture(host):
    experiment = small(host, taken_back=2)
    steps = experiment.draw_steps(np.random.default_rng(1))
    batch = experiment.draw_batch(np.random.default_rng(4))
    assert list(np.flatnonzero(batch.extras["back"])) == [2, 3]
    np.testing.assert_array_equal(batch.extras["on"][:, 0, 1], np.where(batch.extras["back"], steps // 2, steps))
    own, target = place(experiment.before, 14, 14), experiment.target
    state = np.pad(np.stack([own, target]), [[0, 0]] * 3 + [[0, 12]])
    losses = experiment.make_objective().loss(tf.constant(state), (), None, tf.constant([True, True]))
    np.testing.assert_allclose(losses, [0.0, np.square(target - own).mean()], rtol=1e-5)
    scalars = experiment.iterate(1)
    assert np.isfinite(scalars["loss"]) and scalars["gradient_norm"] > 0


@pytest.mark.slow
def test_a_weight_on_the_distance_pulls_towards_doing_nothing(host):
    far, near = small(host), small(host, identity_weight=100.0)
    for experiment in (far, near):
        experiment.model.trainable_variables[0].assign_add(np.full(136, 0.05))
        for iteration in range(1, 4):
            experiment.iterate(iteration)
    distances = [np.linalg.norm(experiment.model.displacement("tailless")) for experiment in (far, near)]
    # Each of three steps of Adam takes every entry 0.002 of its 0.05 back: as far as three steps go.
    assert distances[1] == pytest.approx(16 * (0.05 - 3 * 0.002), rel=1e-3) and distances[0] > distances[1] + 0.01


@pytest.mark.slow
def test_the_command_trains_and_refuses(host, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    words = ["--host", host, "--pool-size", "12", "--min-steps", "4", "--max-steps", "5", "--iterations", "2"]
    main([*words, "--target", "no-leg"])
    assert "wrote runs/perturbation/no-leg" in capsys.readouterr().out
    nca_tf.save(random_growing(hidden=8, seed=7), host, {"target": "lizard", "size": 8, "padding": 3})
    with pytest.raises(InputError, match="what --host names has changed since runs/perturbation/no-leg was started"):
        main([*words[:-1], "3", "--target", "no-leg"])
    for more, message in (
        (["--target", "winged"], "unknown target 'winged'"),
        (["--kind", "diagonal"], "kind is 'diagonal'; one of symmetric, additive was expected"),
        (["--damage", "7"], "a seed and a grown pattern of a batch stay whole"),
        (["--taken-back", "4"], "taken_back is 4, damage 3 and batch_size 8; those that find back"),
        (["--host", "mnist/mnist"], "the host mnist/mnist names no picture"),
        (["--host", "growing/unicorn"], "no model at 'growing/unicorn'"),
    ):
        with pytest.raises(InputError, match=message) as caught:
            main([*words, *more])
        assert "\n" not in str(caught.value)


def test_names_and_pictures_of_the_six():
    for name, picture in TARGETS.items():
        assert PerturbationConfig(target=name).default_name() == name
        assert PerturbationConfig(target=picture, kind="additive").default_name() == f"{name}-additive"
        assert load_target(picture).shape == (40, 40, 4)
    assert PerturbationConfig(target="some/wings.png").default_name() == "wings"


def test_the_dense_baseline_computes_what_the_engine_computes():
    model = nca_tf.PerturbedCA(random_growing(fire_rate=1.0), ("tailless",))
    model.trainable_variables[0].assign_add(np.random.default_rng(0).normal(0, 0.02, 136))
    target = np.random.default_rng(1).random((12, 14, 4)).astype(np.float32)
    start, changes = np.array(model.trainable_variables[0]), []
    for form in ("dense", "engine"):
        optimizer = keras.optimizers.SGD(0.1)
        optimizer.build(model.trainable_variables)
        engine = TrainStep(model, TargetLoss(target), optimizer, max_steps=6, form="live")
        step = benchmark.plain_step(model, target, optimizer) if form == "dense" else engine
        model.trainable_variables[0].assign(start)
        after, losses, norm = step(blob_states(16)[:4], 6, 0, 0)
        changes.append((np.array(model.trainable_variables[0]) - start, after, losses, norm))
    for one, other in zip(*changes, strict=True):
        np.testing.assert_allclose(one, other, atol=2e-5)
    assert np.linalg.norm(changes[0][0]) == pytest.approx(0.1, rel=1e-3), "the norm of the whole gradient is one"


def test_a_pattern_that_wandered_is_found_where_it_is():
    target = np.zeros((12, 12, 4), np.float32)
    target[4:7, 3:9] = np.random.default_rng(0).random((3, 6, 4))
    moved = np.stack([target, np.roll(target, (2, -3), axis=(0, 1))])
    losses, shifts = best_shifts(moved, target, 3)
    np.testing.assert_array_equal(losses, [0.0, 0.0])
    np.testing.assert_array_equal(shifts, [[0, 0], [2, -3]])
    assert best_shifts(moved, target, 2)[0][1] > 0


def test_errors_within_and_outside_of_the_edit():
    before, after = np.zeros((10, 10, 4), np.float32), np.zeros((10, 10, 4), np.float32)
    before[3:7, 3:7], after[3:7, 3:5] = 1.0, 1.0
    region = evaluation.edited_region(after, before)
    assert region.sum() == 8
    # The unedited picture is wrong in every cell of the edit, and nowhere else.
    assert evaluation.losses_by_region(before[None], after, region) == (1.0, 0.0)


@pytest.mark.slow
def test_a_run_is_measured_under_the_names_that_others_rely_on(host, monkeypatch):
    monkeypatch.undo()
    model = nca_tf.PerturbedCA(random_growing(hidden=8), {"tailless": np.eye(16)})
    picture = load_target("lizard", 8)
    after = picture.copy()
    after[:4] = 0.0
    metrics = evaluation.measure(model, Pictures({"tailless": after}, picture, 2))
    assert list(metrics) == [
        *("mse_200", "mse_500", "mse_1500", "baseline_mse", "recovered_mse", "mse_500_inside", "mse_500_outside")
    ]
    assert all(np.isfinite(value) and value > 0 for value in metrics.values())


def test_the_protocol_switches_off_between_500_and_1000(monkeypatch):
    """A matrix that blackens red: gone while it holds, back a step after."""
    black = np.eye(16)
    black[0, 0] = 0.0
    model = nca_tf.PerturbedCA(random_growing(fire_rate=1.0), {"black": black})
    monkeypatch.setattr(evaluation, "ON", np.array([[0, 3], [6, 9]]))
    monkeypatch.setattr(evaluation, "MARKS", (2, 3, 6, 9))
    states = evaluation.on_and_off(model, "black", 12, 12, seeds=2)
    seed = model.seed_state(2, 12, 12)
    expected = model.rollout(seed, 3)
    np.testing.assert_allclose(states[3], expected, atol=1e-5)
    expected = model.host.rollout(expected, 3)
    np.testing.assert_allclose(states[6], expected, atol=1e-5)
    np.testing.assert_allclose(states[9], model.rollout(expected, 3), atol=1e-5)


def test_pictures_of_two_edits_at_once():
    before = place(np.full((6, 6, 4), 0.5, np.float32), 8, 8)
    cut, red, blue = before.copy(), before.copy(), before.copy()
    cut[:4], red[1:7, 1:7, 0], blue[1:7, 1:7, 2] = 0.0, 0.9, 0.9
    both = combinations.joined(before, cut, red)
    assert not both[:4].any()
    np.testing.assert_array_equal(both[4:], red[4:])
    np.testing.assert_array_equal(combinations.joined(before, red, cut), both)
    np.testing.assert_allclose(combinations.joined(before, red, blue), (red + blue) / 2)


def test_where_nothing_is_edited_there_is_no_loss(recwarn):
    same = np.zeros((8, 8, 4), np.float32)
    region = regions.edited_region(same, same)
    states = np.full((2, 8, 8, 16), 0.5, np.float32)
    assert regions.losses_by_region(states, same, region) == (None, 0.25)
    assert regions.losses_by_region(states, same, ~region) == (0.25, None) and not recwarn.list


@pytest.mark.slow
def test_sweeps_mosaics_and_pairs_of_a_model_of_several(tmp_path):
    model = nca_tf.PerturbedCA(random_growing(hidden=8), ("tailless", "red"))
    strengths = figures.between(model, "red", "tailless")
    np.testing.assert_array_equal(strengths[1], [0.25, 0.75])
    np.testing.assert_array_equal(figures.at_once(model, "tailless", "red"), [[0.5, 0.5], [1.0, 1.0]])
    assert figures.mosaic(model, strengths, 10, 12, times=(0, 2)).shape == (5 * 20, 2 * 24, 3)
    # Pictures of one's own may be of other sides than the host's.
    pictures = {"tailless": np.zeros((6, 6, 4), np.float32), "red": np.zeros((4, 8, 4), np.float32)}
    before = np.full((6, 6, 4), 0.5, np.float32)
    rows = combinations.pair_rows(model, Pictures(pictures, before, 3))
    subjects = list(dict.fromkeys(row.what.split(": ")[0] for row in rows))
    assert subjects == ["tailless and red, both at 0.5", "tailless and red, both at 1"] and len(rows) == 2 * 8
    assert rows[-1].what.endswith("similarity of eigenvectors")
    assert rows[-1].measured == pytest.approx(1.0), "both still are the identity"
    still = nca_tf.PerturbedCA(nca_tf.GrowingCA(hidden=8), ("tailless", "red"))
    found = [row.measured for row in combinations.pair_rows(still, Pictures(pictures, before, 3))]
    assert found[4:7] == [1.0, 0.0, "yes"], "a lone cell that does nothing is as many as its host has"
    between = combinations.between_rows(model, Pictures(pictures, before, 3))
    assert [row.what for row in between[4:7]] == [
        "tailless at 0.75, red at 0.25: loss to tailless after 500 steps",
        "tailless at 0.75, red at 0.25: loss to red after 500 steps",
        "tailless at 0.75, red at 0.25: cells moved",
    ]
    strengths = [row.what for row in combinations.sweep_rows(model, "red", Pictures(pictures, before, 3))]
    assert strengths[0] == "red at 1: loss to its target after 500 steps" and strengths[-1] == "red at -1: mature cells"


def test_a_model_that_does_not_name_its_pictures_is_one_line(tmp_path):
    model = nca_tf.PerturbedCA(random_growing(), ("tailless", "winged"))
    with pytest.raises(InputError, match="does not name its target and host_target; the pictures after and before"):
        evaluation.evaluate(model, {"host_target": "lizard", "targets": {"tailless": "lizard-tailless"}}, tmp_path)
