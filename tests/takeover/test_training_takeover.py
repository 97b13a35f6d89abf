"""`python -m training.takeover`: schedules, the loss, the pool's ages and marks, distances, what it refuses."""

import json

import numpy as np
import pytest
import tensorflow as tf
from random_automata import random_growing
from rules_of_chance import meeting_states, random_rules

import nca_tf
from nca_tf.cells.dense import DenseGrid
from nca_tf.cells.live import LiveCells
from nca_tf.families.takeover.pictures import straight_target
from nca_tf.files.errors import InputError
from nca_tf.pictures.targets import load_target
from training.loop import train
from training.takeover import evaluation, figures
from training.takeover.__main__ import main
from training.takeover.configuration import TakeoverConfig
from training.takeover.distances import distances
from training.takeover.experiment import TakeoverExperiment
from training.takeover.objective import TakeoverLoss, Weights, rms_distance
from training.takeover.schedules import Schedule
from training.takeover.start import steps_before

SMALL = {"size": 8, "padding": 3, "pool_size": 12, "batch_size": 4, "rollout_steps": 6, "iterations": 4}
STEADY = {"experiment": "static", "target": "red", "inject": "spray:0.4", "target_weights": "step:3"}


@pytest.fixture
def host(tmp_path) -> str:
    """A folder with a small rule whose pattern neither dies nor fills the grid at once."""
    rule = random_growing(hidden=8, scale=0.01)
    rule.weights[3].assign([0, 0, 0, 0.02, *[0] * 12])
    meta = {"target": "lizard", "size": 8, "padding": 3, "training": "persistent"}
    nca_tf.save(nca_tf.MultiRuleCA({"rule": rule}), tmp_path / "lizard-persistent", meta)
    return str(tmp_path / "lizard-persistent")


@pytest.fixture(autouse=True)
def quick_ending(monkeypatch):
    """What is measured and drawn at the end has tests of its own."""
    monkeypatch.setattr(evaluation, "measure", lambda *_: {"loss_300": 0.5})
    monkeypatch.setattr(figures, "write_all", lambda *_: None)


def small(**settings) -> TakeoverExperiment:
    return TakeoverExperiment(TakeoverConfig(**{**SMALL, **settings}))


def test_schedules_rise_to_one():
    steps = tf.constant([0, 63, 64, 65, 1000])
    np.testing.assert_array_equal(Schedule.parse("step:64")(steps), [0, 0, 1, 1, 1])
    np.testing.assert_allclose(
        Schedule.parse("sigmoid:64:8")(steps), 1 / (1 + np.exp(-(np.array([0, 63, 64, 65, 1000]) - 64) / 8)), atol=1e-6
    )
    np.testing.assert_allclose(
        Schedule.parse("exponential:64:20")(steps), [np.exp(-3.2), np.exp(-0.05), 1, 1, 1], atol=1e-6
    )


@pytest.mark.parametrize(
    "text", ["step", "step:a", "step:1:2", "sigmoid:64", "sigmoid:64:0", "sigmoid:64:1e-60", "ramp:3", "step:-1"]
)
def test_unknown_schedules_are_one_line(text):
    with pytest.raises(InputError, match="expected") as caught:
        Schedule.parse(text)
    assert "\n" not in str(caught.value)


def test_weights_of_the_parts():
    weights = Weights(Schedule("step", 64), Schedule("step", 84), 1e-3, target_until=96, empty_from=160)
    np.testing.assert_allclose(
        weights.at(tf.constant([63, 64, 84, 96, 97, 160])),
        [[0, 0, 0], [1, 0, 0], [1, 0, 1e-3], [1, 0, 1e-3], [0, 0, 1e-3], [0, 1, 1e-3]],
        atol=1e-9,
    )


def test_the_loss_is_the_weighted_mean_of_every_step():
    """Against plain sums over the states of a rollout; images of different ages."""
    model, states = random_rules(fire_rate=1.0), tf.constant(meeting_states())
    target = np.random.default_rng(0).random((12, 14, 4)).astype(np.float32)
    objective = TakeoverLoss(model, target, Weights(Schedule("step", 4), Schedule("step", 6), 0.01))
    ages, seen = np.int32([0, 3, 10, 2, 1]), np.asarray(model.rollout(states, 5, return_states=True))[1:]
    for form in ("dense", "live"):
        observed = objective.start(states, ages)
        for step, state in enumerate(seen):
            cells = model.start(tf.constant(state), form)
            assert isinstance(cells, LiveCells if form == "live" else DenseGrid)
            observed = objective.observe(tf.constant(step), cells, observed, tf.constant(ages))
        found = objective.loss(states, observed, ages)
        picture = np.concatenate([seen[..., :3], seen[..., -2:].sum(-1, keepdims=True)], axis=-1)
        unlike, old = np.square(picture - target).mean(axis=(2, 3, 4)), seen[..., -2].sum(axis=(2, 3))
        after = ages + np.arange(1, 6)[:, None]
        first, second = 1.0 * (after >= 4), 0.01 * (after >= 6)
        expected = (first * unlike + second * old).sum(axis=0) / (first + second).sum(axis=0)
        np.testing.assert_allclose(found, expected, rtol=1e-4)


def test_outliers_do_not_count():
    objective = TakeoverLoss(random_rules(), np.zeros((4, 4, 4), np.float32), Weights(Schedule("step", 0)))
    np.testing.assert_allclose(objective.shares(tf.constant([1.0, 1.0, 2.0, 1.0])), [0.25] * 4)
    losses = tf.constant([0.1] * 7 + [100.0])
    np.testing.assert_allclose(objective.shares(losses), [1 / 7] * 7 + [0.0], rtol=1e-6)


def test_the_distance_has_a_gradient_where_it_is_zero():
    weights, origin = tf.constant([[1.0, 2.0], [3.0, 4.0]]), np.float32([[1.0, 2.0], [3.0, 4.0]])
    for shift, expected in ((0.0, 0.0), (0.5, 0.5)):
        moved = weights + shift
        with tf.GradientTape() as tape:
            tape.watch(moved)
            distance = rms_distance([(moved, origin)])
        assert float(distance) == pytest.approx(expected)
        np.testing.assert_allclose(tape.gradient(distance, moved), np.full((2, 2), shift and 0.25))


def test_distances_of_the_paper():
    one, other = {"a": np.ones((4, 4)), "b": np.zeros(4)}, {"a": np.ones((4, 4)), "b": np.full(4, 2.0)}
    found = distances(one, other)
    assert found["l2_distance"] == pytest.approx(4.0) and found["rms_distance"] == pytest.approx(4 / np.sqrt(20))
    assert found["cosine"] == pytest.approx(16 / (4 * np.sqrt(32)))
    assert distances(one, one) == {"rms_distance": 0.0, "l2_distance": 0.0, "cosine": pytest.approx(1.0)}


def test_steps_before_an_injection_are_early_more_often():
    rng = np.random.default_rng(0)
    drawn = np.array([steps_before(rng, 64, 96) for _ in range(4000)])
    assert drawn.min() == 64 and 93 <= drawn.max() < 96
    # The mean of an exponential distribution cut off at 2.5 times its scale.
    mean = 64 + 32 * (1 / 2.5 - np.exp(-2.5) / (1 - np.exp(-2.5))) - 0.5
    assert drawn.mean() == pytest.approx(mean, abs=4 * 8.5 / np.sqrt(4000))


def test_targets_have_straight_colours_where_cells_are_mature():
    premultiplied = load_target("lizard")
    target = straight_target(premultiplied, 48, 48)
    inner, mature = target[4:-4, 4:-4], premultiplied[..., 3] >= 0.1
    np.testing.assert_allclose((inner[..., :3] * inner[..., 3:])[mature], premultiplied[..., :3][mature], atol=1e-6)
    assert not inner[..., :3][~mature].any()
    np.testing.assert_array_equal(inner[..., 3], premultiplied[..., 3])


@pytest.mark.slow
def test_training_changes_the_adversary_and_never_the_host(host, tmp_path):
    experiment = small(**STEADY, host=host, near_weights=0.01)
    before = {name: np.array(weight) for name, weight in experiment.model.named_weights().items()}
    train(experiment, tmp_path / "run", progress=False)
    after = nca_tf.load(tmp_path / "run").named_weights()
    changed = {name.split("/")[0] for name in before if not np.array_equal(before[name], after[name])}
    assert changed == {"adversary"}
    for name, weight in nca_tf.load(host).named_weights().items():
        np.testing.assert_array_equal(after[name.replace("rule/", "host/")], weight)
    meta = json.loads((tmp_path / "run" / "meta.json").read_text())
    assert (meta["target"], meta["host_name"], meta["inject"]) == ("lizard-red", "lizard-persistent", "spray:0.4")
    assert meta["host_sha256"] == experiment.host.sha256
    assert meta["host_target"] == "lizard"


def test_an_adversary_is_trained_on_its_hosts_grid_and_edges(host):
    settings = {**SMALL, "experiment": "dynamic", "inject": "spray:0.4", "host": host}
    rule = next(iter(nca_tf.load(host).members().values()))
    meta = {"target": "lizard", "size": 24, "padding": 2}
    nca_tf.save(nca_tf.MultiRuleCA({"rule": rule}, edges="zero"), host, meta)
    experiment = TakeoverExperiment(TakeoverConfig(**{**settings, "size": None, "padding": None}))
    assert (experiment.meta["size"], experiment.meta["padding"]) == (24, 2)
    assert experiment.target.shape == (28, 28, 4) and experiment.model.edges == "zero"
    # Another size than the host's holds for its picture too.
    experiment = TakeoverExperiment(TakeoverConfig(**settings))
    assert max(experiment.picture.shape) == experiment.meta["size"] == 8


@pytest.mark.slow
def test_an_end_that_was_reached_is_kept_when_a_run_goes_on(host, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr("training.takeover.experiment.ASKED_EVERY", 2)
    monkeypatch.setattr(evaluation, "takeover", lambda *_, **__: {300: {"loss": np.zeros(8), "left": np.zeros(8)}})

    def stopped(*_):
        raise KeyboardInterrupt

    settings = {**STEADY, "host": host, "stop_at": 0.01}
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(evaluation, "measure", stopped)
        train(small(**settings), tmp_path / "run", progress=False)
    for _ in range(2):
        history = train(small(**settings), tmp_path / "run")
        assert len(history.epoch) == 2
    assert "already trained for 2 iterations; it has reached what ends it" in capsys.readouterr().err
    assert json.loads((tmp_path / "run" / "record.json").read_text())["iterations"] == 2


@pytest.mark.parametrize("start", ["host", "scratch"])
def test_an_adversary_starts_as_its_host_or_from_scratch(host, start):
    model = small(**STEADY, host=host, start=start).model
    old, new = model.members()["host"].get_weights(), model.members()["adversary"].get_weights()
    equal = all(np.array_equal(one, other) for one, other in zip(old, new, strict=True))
    assert equal == (start == "host")


@pytest.mark.slow
def test_an_adversary_starts_from_an_earlier_one(host, tmp_path):
    train(small(**STEADY, host=host, iterations=2), tmp_path / "first", progress=False)
    earlier = nca_tf.load(tmp_path / "first").members()["adversary"].get_weights()
    model = small(**STEADY, host=host, init=str(tmp_path / "first")).model
    for one, other in zip(model.members()["adversary"].get_weights(), earlier, strict=True):
        np.testing.assert_array_equal(one, other)
    for one, other in zip(model.members()["host"].get_weights(), nca_tf.load(host).get_weights(), strict=True):
        np.testing.assert_array_equal(one, other)


def test_ages_grow_and_the_worst_are_made_anew(host):
    experiment = small(**STEADY, host=host)
    pool = experiment.pool
    owner = np.asarray(experiment.model.owner(pool.take(range(12))))
    assert all({1, 2} <= set(np.unique(image)) for image in owner), "each has cells of both"
    batch = experiment.draw_batch(np.random.default_rng(1))
    fresh = pool.take(range(12))
    losses = np.float32([1.0, 9.0, 2.0, 3.0])
    experiment.judged(batch, 6, losses, np.random.default_rng(2))
    assert pool.extras["age"][batch.slots].tolist() == [6] * 4
    assert np.flatnonzero(pool.extras["marked"]).tolist() == [batch.slots[1]]
    again = experiment.draw_batch(np.random.default_rng(3))
    assert batch.slots[1] not in again.slots
    pool.extras["marked"][:8] = True
    pool.extras["marked"][8:] = False
    pool.extras["marked"][again.slots[again.slots < 8]] = False
    pool.extras["marked"][:7] = True
    experiment.judged(experiment.draw_batch(np.random.default_rng(3)), 6, losses, np.random.default_rng(5))
    assert not pool.extras["marked"].any(), "with as many marked as are made together, all are new"
    assert not pool.extras["age"][:7].any()
    assert (pool.take(range(7)) != fresh[:7]).any()


def test_a_growing_pattern_begins_anew_when_nothing_is_asked_of_it_any_more():
    alone = {"experiment": "base", "target": "lizard", "kind": "growing"}
    experiment = small(**alone, target_until=10, target_weights="step:5")
    assert experiment.config.last_step == 10
    slots = np.arange(4)
    batch = experiment.draw_batch(np.random.default_rng(0))
    experiment.pool.extras["age"][batch.slots] = [0, 4, 0, 0]
    experiment.judged(batch, 6, np.float32([0.1, 0.1, 0.1, 0.2]), np.random.default_rng(0))
    assert experiment.pool.extras["age"][batch.slots[slots]].tolist() == [6, 0, 6, 0]
    assert small(**alone, empty_from=20).config.last_step == 26
    stays = small(**{**alone, "kind": "persistent"}, empty_from=20, target_weights="step:5")
    weights = stays.config.weights().at(tf.constant([4, 19, 20]))
    np.testing.assert_array_equal(weights, [[0, 0, 0], [1, 0, 0], [0, 1, 0]])


def test_a_picture_that_never_counts_is_refused():
    alone = {"experiment": "base", "target": "lizard", "kind": "growing"}
    with pytest.raises(InputError, match="counts from step 64 and until step 50; a later end was expected"):
        TakeoverConfig(**alone, target_until=50)
    TakeoverConfig(**alone, target_until=64)
    TakeoverConfig(**alone, target_until=50, empty_from=80)  # something is asked: emptiness
    with pytest.raises(InputError, match="until step 80 and an empty grid from step 80; one after the other was"):
        TakeoverConfig(**alone, target_until=80, empty_from=80)


def test_names_of_runs():
    for settings, name in (
        ({"experiment": "base", "target": "firework", "kind": "growing"}, "firework-growing"),
        ({"experiment": "base", "target": "some/wings.png"}, "wings-persistent"),
        ({"target": "red"}, "red"),
        ({"target": "butterfly", "host": "takeover/ladybug-persistent"}, "ladybug-to-butterfly"),
        ({"experiment": "dynamic"}, "lizard-immortal"),
        ({"experiment": "dynamic", "host": "runs/takeover/butterfly-growing"}, "butterfly-immortal"),
    ):
        assert TakeoverConfig(**settings).default_name() == name


@pytest.mark.slow
def test_the_command_trains_and_refuses(host, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    words = [word for name, value in SMALL.items() for word in (f"--{name.replace('_', '-')}", str(value))]
    main([*words, "--experiment", "base", "--target", "lizard", "--iterations", "2"])
    assert "wrote runs/takeover/lizard-persistent" in capsys.readouterr().out
    static = ["--target", "red", "--host", host]
    for more, message in (
        ([], "no target is given for the experiment static"),
        (["--target", "winged"], "unknown target 'winged'|no model at"),
        ([*static, "--inject", "spray:0"], "a spray of 0 is to be injected"),
        ([*static, "--inject", "square:40"], "a square of 40 cells a side"),
        ([*static, "--host", "growing/lizard-growing"], "is no single rule of this family"),
        ([*static, "--kind", "growing"], "--kind is 'growing' and the experiment is static, where it means nothing"),
        ([*static, "--hidden", "64"], "--hidden is 64 and the experiment is static, where it means nothing"),
        (["--experiment", "base", "--target", "red", "--start", "scratch"], "--start is 'scratch' and the experiment"),
        (["--experiment", "base", "--target", ""], "unknown target ''"),
        ([*static, "--old-weights", "ramp:1"], "the weights 'ramp:1' are unknown"),
        ([*static, "--pool-size", "7"], "at least two batches were expected"),
        (["--experiment", "base", "--target", "lizard", "--host", host], "--host is .* and the experiment is base"),
    ):
        with pytest.raises(InputError, match=message) as caught:
            main([*words, *more])
        assert "\n" not in str(caught.value)
