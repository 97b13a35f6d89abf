"""The curves of two classifiers in one picture."""

import numpy as np
import pytest
from PIL import Image

from nca_tf.files.errors import InputError
from tests import small_models
from tests.small_datasets import write_dataset
from training.mnist import beside, evaluation


@pytest.fixture
def folders(tmp_path, monkeypatch):
    monkeypatch.setattr(evaluation, "STEPS", 4)
    monkeypatch.setenv("TFDS_DATA_DIR", "")
    write_dataset(tmp_path / "data", "mnist")
    names = {"ours": {"dataset": "mnist"}, "theirs": {}}
    return {
        name: small_models.save(small_models.mnist_model(), tmp_path / name, **more) for name, more in names.items()
    }


@pytest.mark.slow
def test_two_classifiers_are_drawn_in_one_picture(folders, tmp_path, capsys):
    out = tmp_path / "pictures"
    beside.main([folders["ours"], folders["theirs"], "--data-dir", str(tmp_path / "data"), "--out", str(out)])
    assert "curves.png and confusion.png" in capsys.readouterr().out
    with Image.open(out / "curves.png") as image:
        colours = {tuple(colour) for colour in np.asarray(image).reshape(-1, 3)}
    assert {(0, 90, 181), (220, 50, 32), (120, 120, 120), (225, 150, 0)} <= colours, "four curves"
    assert (out / "confusion.png").is_file()


def test_other_models_are_refused(folders, tmp_path):
    growing = small_models.save(small_models.growing_model(), tmp_path / "growing")
    with pytest.raises(InputError, match="self-classifying automaton was expected"):
        beside.main([folders["ours"], growing, "--out", str(tmp_path / "pictures")])
    with pytest.raises(InputError, match="mnist, fashion_mnist"):
        beside.main([folders["theirs"], folders["ours"], "--out", str(tmp_path / "pictures")])
