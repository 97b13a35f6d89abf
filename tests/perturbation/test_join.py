"""`python -m training.perturbation.join`: several runs in one model, with their records, and what it refuses."""

import json

import numpy as np
import pytest
from random_automata import random_growing

import nca_tf
from nca_tf.families.perturbation.targets import pictures_of
from nca_tf.files.errors import InputError
from nca_tf.files.model_files import read_meta, weights_sha256
from nca_tf.pictures.animation import encode_png
from training import reproduce
from training.perturbation import join
from training.recipe import Recipe, chosen, compare

HOST = {"host_name": "lizard", "host_sha256": "0" * 64, "host_target": "lizard", "size": 8, "padding": 3}


def write_run(folder, name, target="lizard-tailless", kind="symmetric", host=HOST, loss=0.5, files=None):
    rng = np.random.default_rng(len(name))
    change = rng.normal(0, 0.1, (16, 16))
    change = np.eye(16) + change + change.T if kind == "symmetric" else change[0]
    model = nca_tf.PerturbedCA(random_growing(hidden=8), {name: change}, kind)
    nca_tf.save(model, folder / name, {**host, "target": target, **({"files": files} if files else {})})
    record = {"name": name, "command": "a", "weights_sha256": weights_sha256(folder / name), "random_seed": 0}
    record |= {"iterations": 5, "wall_seconds": 2.5, "machine": {}, "versions": {}, "config": {"host": "lizard"}}
    (folder / name / "record.json").write_text(json.dumps({**record, "metrics": {"mse_200": loss}}))
    return folder / name, model


@pytest.mark.slow
def test_runs_become_one_model(tmp_path, capsys):
    own = {"target.png": encode_png(np.full((8, 8, 4), 200, np.uint8))}
    (one, first), (other, second) = (
        write_run(tmp_path, "tailless"),
        write_run(tmp_path, "wings", "target.png", loss=0.75, files=own),
    )
    out = tmp_path / "joined"
    join.main([str(one), str(other), "--out", str(out)])
    assert "tailless, wings of lizard" in capsys.readouterr().out
    model, meta = nca_tf.load(out), read_meta(out)
    assert meta["targets"] == {"tailless": "lizard-tailless", "wings": "wings.target.png"}
    for name, alone in (("tailless", first), ("wings", second)):
        np.testing.assert_allclose(model.change(name), alone.change(name), atol=1e-7)
    after, before, padding = pictures_of(model.perturbations, meta, out)
    assert (list(after), before.shape, padding) == (["tailless", "wings"], (8, 8, 4), 3)
    np.testing.assert_allclose(after["wings"][..., 3], 200 / 255, atol=1e-3)
    join.main([str(one), str(other), "--out", str(out)])  # takes its own place
    record = json.loads((out / "record.json").read_text())
    assert record["metrics"] == {"mse_200": {"tailless": 0.5, "wings": 0.75}}
    assert (record["iterations"], record["wall_seconds"], list(record["parts"])) == (10, 5.0, ["tailless", "wings"])
    assert compare({"mse_200": 0.7}, record["metrics"]) == [("mse_200", 0.7, 0.75, False)]
    assert {path.name for path in (out / "figures").iterdir()} == {"each.png", "between.png", "at-once.png"}
    page = model.page(meta, out)
    assert page.mentions["target_images"] == {"tailless": "tailless.png", "wings": "wings.png"}
    assert page.pictures.keys() == {"thumbnail.png", "host.png", "tailless.png", "wings.png"}


def test_what_does_not_go_together_is_one_line(tmp_path):
    alone, _ = write_run(tmp_path, "tailless")
    additive, _ = write_run(tmp_path, "no-leg", kind="additive")
    elsewhere, _ = write_run(tmp_path, "no-arm", host={**HOST, "host_sha256": "1" * 64})
    unsaid, _ = write_run(tmp_path, "no-head", host={key: HOST[key] for key in HOST if key != "host_name"})
    same, _ = write_run(tmp_path, "red")
    (same / "record.json").write_bytes((alone / "record.json").read_bytes())
    for other, message in (
        (unsaid, "no-head doesn't say its host_name; runs of training.perturbation"),
        (same, "two of the runs are named tailless in their record.json"),
        (alone, "has tailless once more; different ones were expected"),
        (additive, "no-leg and .*tailless differ in kind; perturbations of one kind on the same host"),
        (elsewhere, "no-arm and .*tailless differ in host_sha256"),
        ("growing/lizard-persistent", "holds a model of the family growing; runs of training.perturbation"),
    ):
        with pytest.raises(InputError, match=message):
            join.main([str(alone), str(other), "--out", str(tmp_path / "out")])
    assert not (tmp_path / "out").exists()


def test_nothing_else_is_overwritten(tmp_path):
    one, _ = write_run(tmp_path, "tailless")
    other, _ = write_run(tmp_path, "no-leg")
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "a.txt").touch()
    third, _ = write_run(tmp_path, "red")
    before = weights_sha256(third), weights_sha256(one)
    for out, message in (
        (one, "which is one of the runs; a folder of its own was expected"),
        (third, "holds something else than an earlier joint model; a new folder"),
        (tmp_path / "notes", "holds something else than an earlier joint model"),
        (tmp_path / "both of them", "a model can't be named 'both of them'"),
    ):
        with pytest.raises(InputError, match=message):
            join.main([str(one), str(other), "--out", str(out)])
    assert (weights_sha256(third), weights_sha256(one)) == before


def test_a_recipe_of_parts_joins_what_was_trained(tmp_path):
    known = {
        "perturbation/a": Recipe("a", ("",), {"mse_200": 1.0}, 1, ships=False, family="perturbation"),
        "perturbation/ab": Recipe("ab", ("",), {"mse_200": 1.0}, 1, parts=("a",), family="perturbation"),
    }
    assert [recipe.path for recipe in chosen([], known)] == ["perturbation/a", "perturbation/ab"]
    recipe = known["perturbation/ab"]
    assert reproduce.module_of(recipe) == "training.perturbation.join"
    write_run(tmp_path / "perturbation", "a")
    join.main(reproduce.arguments(recipe, 0, tmp_path))
    assert reproduce.is_finished(recipe, 0, tmp_path)
