"""Recipes: every shipped model has one, it is what its record says, and an interrupted reproduction ends the same."""

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
from nca_tf.files.model_files import list_pretrained, read_arrays
from training import reproduce
from training.options import describe_command
from training.recipe import Recipe, chosen, compare, recipes

ROOT = Path(__file__).resolve().parents[2]


def test_every_shipped_model_has_a_recipe_and_every_recipe_can_be_parsed(tmp_path):
    known = recipes()
    assert set(list_pretrained()) <= set(known)
    assert {path for path, recipe in known.items() if recipe.ships} >= set(list_pretrained())
    for recipe in known.values():
        assert recipe.expects and recipe.minutes > 0
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


@pytest.mark.slow
def test_killed_twice_a_recipe_ends_bit_for_bit_as_if_nothing_had_happened(tmp_path):
    """The model is written before it is measured, for minutes; so each run is watched until then."""
    name, rng = "growing/lizard-growing", random.Random(5)
    words = [sys.executable, "-m", "training.reproduce", name, "--iterations", "24", "--runs"]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}

    def until(runs, sign, number, pause=0.0):
        """Starts the command, and sends it a signal as soon as a file is there and a pause is over."""
        process = subprocess.Popen(
            [*words, str(runs)], env=environment, cwd=tmp_path, start_new_session=True, stdout=subprocess.DEVNULL
        )
        deadline = time.monotonic() + 240
        while not (runs / name / sign).exists():
            assert process.poll() is None and time.monotonic() < deadline, f"no {sign}"
            time.sleep(0.05)
        time.sleep(pause)
        os.killpg(process.pid, number)
        return process.wait()

    killed, whole = tmp_path / "killed", tmp_path / "whole"
    assert until(killed, "log.csv", signal.SIGTERM, 1 + rng.random()) == 128 + signal.SIGTERM
    assert not (killed / name / "weights.npz").exists() and any((killed / name / "checkpoints").iterdir())
    until(killed, "log.csv", signal.SIGKILL, 1 + rng.random())
    for runs in (killed, whole):
        until(runs, "meta.json", signal.SIGKILL)
    first, second = (read_arrays(runs / name / "weights.npz") for runs in (killed, whole))
    for array in second:
        np.testing.assert_array_equal(first[array], second[array])
