"""`python -m training.growing`: what it trains on, what it leaves behind, what it refuses."""

import json
import shutil
import sys

import numpy as np
import pytest
import warm_python
from PIL import Image
from random_automata import random_growing

import nca_tf
from nca_tf.families.growing.eight_bit import EightBitGrowingCA
from nca_tf.files.errors import InputError
from nca_tf.files.model_files import eight_bit_folder, weights_sha256
from nca_tf.pictures.model_targets import target_of
from nca_tf.pictures.targets import NAMES
from nca_tf.wounds import cut_masks, disc_masks, stroke_masks
from training.growing import benchmark, evaluation
from training.growing.__main__ import main
from training.growing.experiment import GrowingConfig, GrowingExperiment
from training.health import TrainingStopped
from training.loop import train
from training.options import make_parser, parse

SMALL = {"size": 8, "padding": 4, "pool_size": 12, "hidden": 16, "min_steps": 8, "max_steps": 12}


@pytest.fixture(autouse=True)
def quick_ending(monkeypatch):
    """What is measured and drawn at the end has tests of its own."""
    monkeypatch.setattr(evaluation, "MARKS", (2, 4))
    monkeypatch.setattr(evaluation, "measure", lambda *_: {"loss_200": 0.5})
    monkeypatch.setattr("training.growing.figures.write_all", lambda *_: None)


def small(**settings) -> GrowingExperiment:
    return GrowingExperiment(GrowingConfig(**{**SMALL, "iterations": 30, **settings}))


def trained(folder, seed: int, **settings) -> None:
    """A folder as a training of `small` leaves it, with random weights."""
    experiment = small(**settings)
    experiment.model.set_weights(random_growing(seed, hidden=SMALL["hidden"]).get_weights())
    nca_tf.save(experiment.model, folder, {**experiment.meta, "name": folder.name})


def test_worst_is_replaced_by_the_seed_and_only_the_best_are_damaged():
    experiment = small(damage=3, batch_size=8)
    rng = np.random.default_rng(1)
    states = rng.random((12, 16, 16, 16)).astype(np.float32) + 0.1
    states[..., :4] += np.arange(12.0, dtype=np.float32)[::-1, None, None, None]
    experiment.pool.put(range(12), states)
    drawn = experiment.draw_batch(np.random.default_rng(4))
    slots, batch = drawn.slots, drawn.states
    np.testing.assert_array_equal(slots, sorted(slots))
    np.testing.assert_array_equal(batch[0], experiment.model.seed_state(1, 16, 16)[0])
    np.testing.assert_array_equal(batch[1:5], states[slots[1:5]])
    for state, slot in zip(batch[5:], slots[5:], strict=True):
        erased = ~state.any(axis=-1)
        assert 0 < erased.sum() < 0.3 * erased.size
        np.testing.assert_array_equal(state[~erased], states[slot][~erased])


def test_the_best_of_the_damaged_are_cut_or_stroked():
    experiment = small(damage=5, cuts=2, strokes=1, padding=14)
    states = np.random.default_rng(1).random((12, 36, 36, 16)).astype(np.float32) + 0.1
    experiment.pool.put(range(12), states)
    batch = experiment.draw_batch(np.random.default_rng(4)).states
    rng = np.random.default_rng(4)
    experiment.pool.sample(8, rng)
    wounds = [kind(count, 36, 36, rng) for kind, count in ((disc_masks, 2), (cut_masks, 2), (stroke_masks, 1))]
    masks = [np.ones((2, 36, 36, 1)), *wounds]
    np.testing.assert_array_equal(batch[1:].any(axis=-1), np.concatenate(masks)[..., 0] > 0)


def test_experiment_one_starts_from_seeds_only():
    experiment = small(experiment="growing")
    batch = experiment.draw_batch(np.random.default_rng(0))
    assert batch.slots is None
    np.testing.assert_array_equal(batch.states, experiment.model.seed_state(8, 16, 16))


def test_a_picture_of_ones_own_travels_with_the_model(tmp_path):
    pixels = np.zeros((8, 8, 4), np.uint8)
    pixels[2:6, 1:7] = [200, 40, 10, 255]
    Image.fromarray(pixels).save(tmp_path / "house.png")
    experiment = small(target=str(tmp_path / "house.png"), iterations=2)
    experiment.snapshot_iterations = (2,)
    train(experiment, tmp_path / "run", progress=False)
    meta = json.loads((tmp_path / "run" / "meta.json").read_text())
    assert (meta["target"], meta["name"]) == ("target.png", "run")
    for folder in (tmp_path / "run", tmp_path / "run" / "snapshots" / "000002"):
        meta = json.loads((folder / "meta.json").read_text())
        assert set(meta["files"]) == {"weights.npz", "target.png"}
        np.testing.assert_allclose(target_of(meta, folder).picture, experiment.picture, atol=1 / 255)


def house(path, roof=200, shape=(8, 8)):
    """A picture file."""
    pixels = np.zeros((*shape, 4), np.uint8)
    pixels[2:6, 1:7] = [roof, 40, 10, 255]
    Image.fromarray(pixels).save(path)
    return str(path)


@pytest.mark.slow
def test_a_run_is_not_continued_on_a_changed_picture(tmp_path):
    path = house(tmp_path / "house.png")
    train(small(target=path, iterations=2), tmp_path / "run", progress=False)
    for change in ({"roof": 20}, {"shape": (8, 5)}):
        house(tmp_path / "house.png", **change)
        with pytest.raises(InputError, match="what --target names has changed since .* was started"):
            train(small(target=path, iterations=3), tmp_path / "run", progress=False)
    house(tmp_path / "house.png")
    train(small(target=path, iterations=3), tmp_path / "run", progress=False)


def test_an_emoji_is_the_bundled_picture_of_that_name(tmp_path):
    experiment = small(target="🦎")
    assert experiment.meta == small(target="lizard").meta
    assert "files" not in experiment.meta


@pytest.mark.slow
def test_a_continued_run_does_not_need_the_model_that_it_started_from(tmp_path, monkeypatch):
    """Its folder may be gone or trained further; the tie of an 8-bit model is to the weights that it started from."""
    monkeypatch.setattr(GrowingExperiment, "finish", lambda *_: {})
    arguments = ["--out", str(tmp_path / "run"), "--init", str(tmp_path / "lizard"), "--quantize-aware"]
    for name, value in SMALL.items():
        arguments += ["--" + name.replace("_", "-"), str(value)]
    trained(tmp_path / "lizard", 1)
    digest = weights_sha256(tmp_path / "lizard")
    main([*arguments, "--iterations", "2"])
    trained(tmp_path / "lizard", 2)
    assert weights_sha256(tmp_path / "lizard") != digest
    for iterations in ("3", "4"):
        main([*arguments, "--iterations", iterations])
        assert json.loads((tmp_path / "run" / "meta.json").read_text())["eight_bit_of"] == digest
        shutil.rmtree(tmp_path / "lizard", ignore_errors=True)


def test_init_starts_from_another_model(tmp_path):
    first = random_growing(hidden=16)
    nca_tf.save(first, tmp_path / "first")
    experiment = small(init=str(tmp_path / "first"))
    np.testing.assert_array_equal(experiment.model.weights[0], first.weights[0])
    with pytest.raises(InputError, match="is not a growing model with 16 channels and 20 hidden units"):
        small(init=str(tmp_path / "first"), hidden=20)


@pytest.mark.slow
def test_fine_tuning_for_eight_bits(tmp_path):
    """The weights are trained under the 8-bit scheme, shipped as a float model's, and tied to what they were."""
    trained(tmp_path / "lizard-regenerating", 1)
    first = nca_tf.load(tmp_path / "lizard-regenerating")
    experiment = small(init=str(tmp_path / "lizard-regenerating"), quantize_aware=True, iterations=2)
    assert isinstance(experiment.model, EightBitGrowingCA)
    train(experiment, tmp_path / "lizard-regenerating-8bit", progress=False)
    tuned = nca_tf.load(tmp_path / "lizard-regenerating-8bit")
    assert type(tuned) is type(first)
    change = np.abs(tuned.named_weights()["dense1/kernel"] - first.named_weights()["dense1/kernel"])
    assert 0 < change.max() < 0.01
    record = json.loads((tmp_path / "lizard-regenerating-8bit" / "record.json").read_text())
    assert record["metrics"]["eight_bit_loss_500"] > 0
    # An export to 8 bits finds it beside the float model, until that one is trained further.
    assert eight_bit_folder(tmp_path / "lizard-regenerating") == tmp_path / "lizard-regenerating-8bit"
    assert eight_bit_folder(tmp_path / "lizard-regenerating-8bit") is None
    trained(tmp_path / "lizard-regenerating", 2)
    assert eight_bit_folder(tmp_path / "lizard-regenerating") is None


@pytest.mark.slow
def test_fine_tuning_keeps_what_the_model_does(tmp_path):
    with pytest.raises(InputError, match="--quantize-aware fine-tunes a trained model and none is given"):
        small(quantize_aware=True)
    trained(tmp_path / "lizard", 1)
    with pytest.raises(InputError, match="target of .* is 'lizard' and 'butterfly' is asked for"):
        small(init=str(tmp_path / "lizard"), quantize_aware=True, target="butterfly")
    for name, value in {"experiment": "persistent", "size": 9, "padding": 5}.items():
        with pytest.raises(InputError, match=f"{name} of .* set --{name} to its own"):
            small(init=str(tmp_path / "lizard"), quantize_aware=True, **{name: value})
    assert small(init=str(tmp_path / "lizard"), quantize_aware=True, target="🦎").meta["eight_bit_of"]


@pytest.mark.slow
def test_fine_tuning_is_not_for_another_picture_file(tmp_path):
    path = house(tmp_path / "house.png")
    train(small(iterations=2, target=path), tmp_path / "first", progress=False)
    assert small(init=str(tmp_path / "first"), quantize_aware=True, target=path)
    house(tmp_path / "house.png", roof=20)
    with pytest.raises(
        InputError, match=r"target of .* is 'target\.png' and 'target\.png' is asked for, which is another"
    ):
        small(init=str(tmp_path / "first"), quantize_aware=True, target=path)


def test_names_of_runs():
    assert GrowingConfig().default_name() == "lizard-regenerating"
    assert GrowingConfig(target="🕸️", experiment="persistent").default_name() == "spiderweb-persistent"
    assert GrowingConfig(target="/some/where/cat.jpg").default_name() == "cat-regenerating"


def test_the_latest_drop_of_the_learning_rate():
    rate = small(learning_rate_drop=2**31 - 1).optimizer.learning_rate
    assert float(rate) == pytest.approx(2e-3)


def test_a_pool_that_died_out_stops_the_training():
    experiment = small()
    empty, living = ({"mature_cells": cells, "largest_value": 1.0} for cells in (0.0, 1.0))
    for scalars in [empty] * 19 + [living] + [empty] * 19:
        experiment.check_health(scalars)
    with pytest.raises(TrainingStopped, match="every pattern has died out for 20 iterations"):
        experiment.check_health(empty)


def test_an_exploding_pattern_stops_the_training(tmp_path):
    experiment = small(iterations=5)
    experiment.model.named_weights()["dense2/bias"].assign(np.full(16, 1e6, np.float32))
    with pytest.raises(TrainingStopped, match=r"a cell's state reached \d.*; values of a few units were expected"):
        train(experiment, tmp_path, progress=False)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--iterations", "0"], "iterations is 0"),
        (["--iterations", "-5"], "iterations is -5"),
        (["--batch-size", "0"], "batch_size is 0"),
        (["--pool-size", "-1"], "pool_size is -1"),
        (["--pool-size", "4"], "pool_size is 4 and batch_size 8"),
        (["--damage", "8"], "damage is 8 and batch_size 8"),
        (["--cuts", "4"], "cuts is 4, strokes 0 and damage 3"),
        (["--fire-rate", "0"], "fire_rate is 0.0"),
        (["--fire-rate", "1.2"], "fire_rate is 1.2"),
        (["--fire-rate", "nan"], "fire_rate is nan"),
        (["--min-steps", "100"], "min_steps is 100 and max_steps 95"),
        (["--size", "1025"], "size is 1025; a value of at least 4 and at most 1024"),
        (
            ["--learning-rate-drop", str(10**20)],
            "learning_rate_drop is 1.*; a value of at least 0 and at most 2147483647",
        ),
        (["--iterations", str(10**20)], "iterations is 1.*; a value of at least 1 and at most 2147483647"),
        (["--experiment", "exploding"], "experiment is 'exploding'"),
        (["--experiment", "persistent", "--cuts", "1"], "--cuts is 1 and the experiment is persistent, where it means"),
        (["--target", "dragon"], "dragon"),
        (["--target", "🐉"], "🐉"),
        (["--target", "nowhere/picture.png"], "nowhere/picture.png"),
    ],
)
def test_bad_options_are_one_line(options, message, tmp_path):
    with pytest.raises(InputError, match=message) as caught:
        main([*options, "--out", str(tmp_path / "run")])
    assert "\n" not in str(caught.value)
    assert not (tmp_path / "run").exists()


@pytest.mark.slow
def test_bad_input_ends_the_command_with_one_line_and_status_2(tmp_path):
    """The whole command, once: an empty picture file, an unknown key in --config."""
    (tmp_path / "empty.png").touch()
    (tmp_path / "settings.json").write_text('{"iterations": 5, "sizes": 3}')
    for options, message in (["--target", "empty.png"], "empty.png"), (["--config", "settings.json"], "sizes"):
        command = [sys.executable, "-m", "training.growing", *options, "--out", "run"]
        finished = warm_python.run(command, cwd=tmp_path)
        lines = [line for line in finished.stderr.splitlines() if line.startswith("error: ")]
        assert finished.returncode == 2
        assert len(lines) == 1 and message in lines[0]
        assert "Traceback" not in finished.stderr
        assert not (tmp_path / "run").exists()


def test_a_benchmark_of_no_such_model_is_refused():
    with pytest.raises(InputError, match="no model at 'lizard-regenerating'"):
        benchmark.make_iteration("engine", model_name="lizard-regenerating")


def test_every_bundled_name_makes_an_experiment_of_its_size():
    for name in ("planarian", "lizard-tailless"):
        assert name in NAMES
    assert GrowingExperiment(GrowingConfig(target="planarian", pool_size=8)).target.shape == (56, 80, 4)


def test_a_configuration_file_and_the_options_beside_it_are_judged_together(tmp_path):
    (tmp_path / "damage.json").write_text('{"damage": 10}')
    with pytest.raises(InputError, match="damage is 10 and batch_size 8"):
        main(["--config", str(tmp_path / "damage.json"), "--out", str(tmp_path / "run")])
    parser = make_parser("growing", GrowingConfig, "")
    config = parse(parser, GrowingConfig, ["--config", str(tmp_path / "damage.json"), "--batch-size", "16"]).config
    assert (config.damage, config.batch_size) == (10, 16)
