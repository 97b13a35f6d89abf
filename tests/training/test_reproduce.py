"""Recipes: every shipped model has one, it is what its record says, and an interrupted reproduction ends the same."""

import dataclasses
import itertools
import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from nca_tf.files.errors import InputError
from nca_tf.files.model_files import list_pretrained, read_arrays, weights_sha256
from tests import small_models
from training import reproduce
from training.options import describe_command
from training.recipe import Recipe, chosen, compare, recipes
from training.run_inputs import INPUTS

ROOT = Path(__file__).resolve().parents[2]


def test_every_shipped_model_has_a_recipe_and_every_recipe_can_be_parsed(tmp_path):
    known = recipes()
    assert set(list_pretrained()) <= set(known)
    assert {path for path, recipe in known.items() if recipe.ships} >= set(list_pretrained())
    for recipe in known.values():
        # Of what a paper says fails nothing is expected, nor does it ship.
        assert (recipe.expects or not recipe.ships) and recipe.minutes > 0
        for stage in range(len(recipe.stages)):
            command = reproduce.arguments(recipe, stage, tmp_path)
            assert ("--init" in command) == bool(stage or recipe.start)


def test_what_ships_reached_what_its_recipe_expects():
    for path in list_pretrained():
        record = json.loads((ROOT / "nca_tf" / "pretrained" / path / "record.json").read_text())
        measured = {name: value for name, value in recipes()[path].expects.items() if name in record["metrics"]}
        rows = compare(measured, record["metrics"])
        assert rows and all(reached for *_, reached in rows), (path, rows)


def test_what_a_recipe_starts_from_comes_first_and_once():
    known = {
        "a/x": Recipe("x", ("",), {"loss": 1.0}, 1, family="a"),
        "a/y": Recipe("y", ("",), {"loss": 1.0}, 1, start="a/x", family="a"),
        "a/z": Recipe("z", ("",), {"loss": 1.0}, 1, start="a/x", ships=False, family="a"),
    }
    assert [recipe.path for recipe in chosen(["a/z", "a/y"], known)] == ["a/x", "a/z", "a/y"]
    assert [recipe.path for recipe in chosen([], known)] == ["a/x", "a/y"]
    with pytest.raises(InputError, match="'a/q' is no recipe; expected one of a/x, a/y, a/z"):
        chosen(["a/q"], known)


def test_less_is_better_but_for_some():
    rows = compare({"loss_500": 1e-3, "accuracy_200": 0.9, "gone": 1.0}, {"loss_500": 2e-3, "accuracy_200": 0.95})
    assert [reached for *_, reached in rows] == [False, True, False]
    assert compare({"mse": 1.0}, {"mse": {"a": 0.5, "b": None}}) == [("mse", 1.0, None, False)]


def test_bad_input_is_one_line(capsys):
    with pytest.raises(InputError, match="no recipe was named"):
        reproduce.main([])
    with pytest.raises(InputError, match="--ship is for whole recipes"):
        reproduce.main(["growing/lizard-growing", "--ship", "--iterations", "3"])


def test_the_list_shows_what_ships(capsys, tmp_path):
    assert reproduce.main(["--list", "--runs", str(tmp_path)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert any(line.startswith("growing/lizard-regenerating ") and "loss_500 0.0001" in line for line in lines)
    assert len(lines) == len(recipes()) + 1


def test_a_stage_is_finished_when_the_record_of_its_very_command_is_there(tmp_path):
    recipe = recipes()["growing/lizard-regenerating"]
    folder = tmp_path / "growing" / recipe.run_name(1)
    assert not reproduce.is_finished(recipe, 1, tmp_path)
    folder.mkdir(parents=True)
    command = describe_command("python -m training.growing", reproduce.arguments(recipe, 1, tmp_path))
    for recorded, finished in ((command.replace("6000", "60"), False), (command, True)):
        (folder / "record.json").write_text(json.dumps({"command": recorded}))
        assert reproduce.is_finished(recipe, 1, tmp_path) is finished


@pytest.fixture
def two_stages(tmp_path, monkeypatch):
    """Runs of a recipe of two stages, trained by a stand-in that writes what a training does, and what was run."""
    recipe = Recipe("x", ("--iterations 100", "--iterations 200"), {"loss": 1.0}, 1, family="growing")
    asked, weights = [], itertools.count()

    def run(module, options):
        asked.append((module, options))
        if module != "training.growing":
            return
        folder = Path(options[options.index("--out") + 1])
        (folder / "checkpoints").mkdir(parents=True, exist_ok=True)
        (folder / "checkpoints" / "iteration-00000100.npz").touch()
        small_models.save(small_models.growing_model(seed=next(weights)), folder)
        if "--init" in options and not (folder / INPUTS).exists():
            digest = weights_sha256(options[options.index("--init") + 1])
            (folder / INPUTS).write_text(json.dumps({"init": digest}))
        command = describe_command(f"python -m {module}", options)
        (folder / "record.json").write_text(json.dumps({"command": command, "metrics": {"loss": 0.5}}))

    monkeypatch.setattr(reproduce, "_run", run)
    monkeypatch.setattr(reproduce, "recipes", lambda: {recipe.path: recipe})
    return recipe, asked


def test_a_trial_leaves_nothing_that_a_whole_training_goes_on_from(two_stages, tmp_path, capsys):
    recipe, asked = two_stages
    for _ in range(2):
        assert reproduce.main([recipe.path, "--iterations", "3", "--runs", str(tmp_path)]) == 0
        assert len(asked) == 2
    assert reproduce.main([recipe.path, "--runs", str(tmp_path)]) == 0
    folders = [Path(words[words.index("--out") + 1]).relative_to(tmp_path).as_posix() for _, words in asked]
    trials = [f"trials/3-iterations/growing/{name}" for name in ("x.stage-1", "x")]
    assert folders == [*trials, "growing/x.stage-1", "growing/x"]


def test_a_stage_that_began_with_other_weights_is_not_finished(two_stages, tmp_path):
    recipe, _ = two_stages
    folder = reproduce.reproduce(recipe, tmp_path)
    assert reproduce.is_finished(recipe, 1, tmp_path)
    small_models.save(small_models.growing_model(seed=9), tmp_path / "growing" / recipe.run_name(0))
    assert not reproduce.is_finished(recipe, 1, tmp_path)
    with pytest.raises(InputError, match=f"{folder} began with other weights than {folder}.stage-1 has now"):
        reproduce.reproduce(recipe, tmp_path)


def test_a_joint_model_is_not_finished_once_a_part_was_trained_again(tmp_path):
    recipe = Recipe("all", ("",), {"loss": 1.0}, 1, parts=("x",), family="perturbation")
    folder, part = tmp_path / "perturbation" / "all", tmp_path / "perturbation" / "x"
    small_models.save(small_models.growing_model(seed=1), part)
    folder.mkdir()
    command = describe_command("python -m training.perturbation.join", reproduce.arguments(recipe, 0, tmp_path))
    record = {"command": command, "parts": {"x": {"weights_sha256": weights_sha256(part)}}}
    (folder / "record.json").write_text(json.dumps(record))
    assert reproduce.is_finished(recipe, 0, tmp_path)
    small_models.save(small_models.growing_model(seed=2), part)
    assert not reproduce.is_finished(recipe, 0, tmp_path)


def test_only_what_reached_what_was_expected_is_shipped(two_stages, tmp_path, monkeypatch, capsys):
    recipe, asked = two_stages
    worse = dataclasses.replace(recipe, expects={"loss": 0.4})
    for one, ships in ((recipe, True), (worse, False)):
        monkeypatch.setattr(reproduce, "recipes", lambda one=one: {one.path: one})
        asked.clear()
        assert reproduce.main([recipe.path, "--ship", "--runs", str(tmp_path)]) == int(not ships)
        assert [module for module, _ in asked if module == "training.ship"] == ["training.ship"] * ships
        assert ("not shipped, since it missed" in capsys.readouterr().out) is not ships


@pytest.mark.slow
def test_killed_twice_a_recipe_ends_bit_for_bit_as_if_nothing_had_happened(tmp_path):
    """The model is written before it is measured, for minutes; so each run is watched until then."""
    name, rng = "growing/lizard-growing", random.Random(5)
    words = [sys.executable, "-m", "training.reproduce", name, "--iterations", "24", "--runs"]
    trials = Path("trials/24-iterations")
    environment = os.environ | {"PYTHONPATH": str(ROOT)}

    def until(runs, sign, number, pause=0.0):
        """Starts the command, and sends it a signal as soon as a file is there and a pause is over."""
        process = subprocess.Popen(
            [*words, str(runs)], env=environment, cwd=tmp_path, start_new_session=True, stdout=subprocess.DEVNULL
        )
        deadline = time.monotonic() + 240
        while not (runs / trials / name / sign).exists():
            assert process.poll() is None and time.monotonic() < deadline, f"no {sign}"
            time.sleep(0.05)
        time.sleep(pause)
        os.killpg(process.pid, number)
        return process.wait()

    killed, whole = tmp_path / "killed", tmp_path / "whole"
    run = killed / trials / name
    assert until(killed, "log.csv", signal.SIGTERM, 1 + rng.random()) == 128 + signal.SIGTERM
    assert not (run / "weights.npz").exists() and any((run / "checkpoints").iterdir())
    until(killed, "log.csv", signal.SIGKILL, 1 + rng.random())
    for runs in (killed, whole):
        until(runs, "meta.json", signal.SIGKILL)
    first, second = (read_arrays(runs / trials / name / "weights.npz") for runs in (killed, whole))
    for array in second:
        np.testing.assert_array_equal(first[array], second[array])
