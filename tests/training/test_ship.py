"""What ships is whole, and takes nobody's place by mistake."""

import errno
import json
import shutil

import numpy as np
import pytest
from random_automata import random_growing

import nca_tf
from nca_tf.files.errors import InputError
from nca_tf.files.model_files import read_meta, save, weights_sha256
from nca_tf.pictures.model_targets import encode_target
from training import ship as shipping
from training.ship import ship

PICTURE = np.tile(np.float32([0.5, 0.25, 0, 1]), (6, 8, 1))
NAME = "house-growing"


def finished_run(run, seed=1, picture=True, **config):
    """A run folder as the loop leaves it."""
    own = {"target": "target.png", "files": {"target.png": encode_target(PICTURE)}} if picture else {"target": "fish"}
    save(random_growing(seed=seed), run, {"name": NAME, "size": 8, "padding": 4, **own})
    record = {
        "command": "c",
        "name": NAME,
        "family": "growing",
        "config": config,
        "weights_sha256": weights_sha256(run),
    }
    (run / "record.json").write_text(json.dumps(record))
    return run


def test_a_picture_of_ones_own_ships_and_serves_to_judge_exports(tmp_path):
    folder = ship(finished_run(tmp_path / "run"), tmp_path / "pretrained")
    assert sorted(path.name for path in folder.iterdir()) == ["meta.json", "record.json", "target.png", "weights.npz"]
    meta = read_meta(folder)
    assert set(meta["files"]) == {"target.png", "weights.npz"}
    quality = nca_tf.load(folder).quality(meta, folder)
    assert quality.metric == "target_mse" and quality.start.shape == (8, 14, 16, 16)


def test_a_run_of_an_earlier_version_ships_its_picture_too(tmp_path):
    run = finished_run(tmp_path / "run")
    meta = json.loads((run / "meta.json").read_text())
    del meta["files"]["target.png"]
    (run / "meta.json").write_text(json.dumps(meta))
    assert (ship(run, tmp_path / "pretrained") / "target.png").is_file()
    (run / "target.png").unlink()
    with pytest.raises(InputError, match=r"has no target\.png, which meta\.json names"):
        ship(run, tmp_path / "elsewhere")
    assert not (tmp_path / "elsewhere").exists()


def test_a_model_of_other_settings_gives_way_only_when_told(tmp_path):
    root = tmp_path / "pretrained"
    ship(finished_run(tmp_path / "first", iterations=5), root)
    again = finished_run(tmp_path / "again", seed=2, iterations=5)
    assert weights_sha256(ship(again, root)) == weights_sha256(again)
    other = finished_run(tmp_path / "other", seed=3, picture=False, iterations=6)
    with pytest.raises(InputError, match="trained with other settings; .* pass --replace"):
        ship(other, root)
    folder = ship(other, root, replace=True)
    assert weights_sha256(folder) == weights_sha256(other)
    assert not (folder / "target.png").exists(), "the picture of the model before would pass for this one's"


def test_a_full_disk_leaves_the_model_before_it_and_nothing_else(tmp_path, monkeypatch):
    root = tmp_path / "pretrained"
    folder = ship(finished_run(tmp_path / "first"), root)
    (folder / "README.md").write_text("its card")
    before, copied = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}, []

    def fill_up(source, target):
        if copied:
            raise OSError(errno.ENOSPC, "No space left on device")
        copied.append(target.write_bytes(source.read_bytes()))

    with monkeypatch.context() as patch, pytest.raises(OSError, match="No space left"):
        patch.setattr(shutil, "copyfile", fill_up)
        ship(finished_run(tmp_path / "other", seed=2), root)
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before
    ship(finished_run(tmp_path / "other", seed=2), root)
    assert weights_sha256(folder) == weights_sha256(tmp_path / "other") and (folder / "README.md").exists()
    assert list(root.iterdir()) == [root / "growing"]


def test_what_ships_is_no_run(tmp_path):
    folder = ship(finished_run(tmp_path / "run"), tmp_path / "pretrained")
    with pytest.raises(InputError, match="is the model that ships; the folder of a run was expected"):
        ship(folder, tmp_path / "pretrained")


def test_the_host_of_another_model_that_ships_is_never_replaced(tmp_path):
    root = tmp_path / "pretrained"
    host = ship(finished_run(tmp_path / "host"), root)
    model = nca_tf.InjectedCA(nca_tf.load(host), random_growing(seed=5))
    save(model, root / "adversarial" / "liars", {"name": "liars", "host_sha256": weights_sha256(host)})
    assert ship(finished_run(tmp_path / "again"), root) == host, "the same weights once more"
    with pytest.raises(InputError, match="house-growing is the host of adversarial/liars; .* under another name"):
        ship(finished_run(tmp_path / "other", seed=2), root, replace=True)
    assert weights_sha256(host) == weights_sha256(tmp_path / "host")


def test_large_weights_ship_in_half_precision(tmp_path, monkeypatch):
    monkeypatch.setattr(shipping, "MOST_BYTES", 20_000)
    run = finished_run(tmp_path / "run")
    folder = ship(run, tmp_path / "pretrained")
    record, meta = (json.loads((folder / name).read_text()) for name in ("record.json", "meta.json"))
    assert record["weights_dtype"] == meta["weights_dtype"] == "float16"
    assert record["weights_sha256"] == weights_sha256(folder) != weights_sha256(run)
    assert (folder / "weights.npz").stat().st_size < 0.6 * (run / "weights.npz").stat().st_size
    for name, weight in nca_tf.load(folder).named_weights().items():
        np.testing.assert_array_equal(weight, np.float32(np.float16(nca_tf.load(run).named_weights()[name])))
