"""Model cards: every shipped model has one that says what its files say."""

import json
import shutil

import numpy as np
import pytest
from random_automata import random_growing

import nca_tf
from export import onnx
from nca_tf.files.cards import CARD
from nca_tf.files.model_files import list_pretrained, model_folder
from nca_tf.files.model_files import save as save_model
from training import cards


@pytest.mark.parametrize("name", list_pretrained())
def test_a_shipped_models_card_is_what_its_files_give(name):
    card = (model_folder(name) / CARD).read_text()
    assert card == cards.card_of(name), "python -m training.cards"
    record = json.loads((model_folder(name) / "record.json").read_text())
    assert record["command"] in card and record["weights_sha256"] in card
    assert f'nca_tf.load("{name}")' in card


def test_a_card_begins_with_what_hubs_read_and_has_papers_figures_beside_ours():
    card = (model_folder("mnist/mnist") / CARD).read_text()
    assert card.startswith("---\nlicense: apache-2.0\nlibrary_name: keras\ntags:\n- neural-cellular-automata\n")
    assert "| `accuracy_200`: cells that are right, step 200 | 0.9569 | 0.953 |" in card
    assert "`nca_tf.SelfClassifyingCA`" in card and "## Limits" in card


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("growing/lizard-persistent", "TensorFlow 2.19.0. That again, about 36 minutes on two cores: "),
        ("takeover/red", "That is the last of 5 runs, each from the weights of the one before. All of that again"),
        ("growing/smile-regenerating", "The run began with the weights of growing/ladybug-regenerating. All of that"),
        ("perturbation/lizard", "Those are the last runs of 6 models, trained one by one. All of that again"),
    ],
)
def test_a_card_says_what_was_trained_before_the_last_run(name, said):
    card = (model_folder(name) / CARD).read_text()
    assert said in card and f"`python -m training.reproduce {name}`." in card


def test_the_card_of_a_run_loads_its_folder(tmp_path, monkeypatch):
    shutil.copytree(model_folder("growing/lizard-growing"), tmp_path / "runs" / "mine")
    monkeypatch.chdir(tmp_path)
    cards.main(["runs/mine"])
    assert 'nca_tf.load("runs/mine")' in (tmp_path / "runs" / "mine" / CARD).read_text()
    assert 'nca_tf.load("mine")' in cards.card_of(tmp_path / "runs" / "mine"), "no card tells about anyone's disk"


def test_each_part_of_a_model_has_its_own_published_figure():
    card = (model_folder("perturbation/lizard") / CARD).read_text()
    (line,) = (line for line in card.splitlines() if line.startswith("| `mse_500`:"))
    assert line.endswith("| tailless 0.002; no-leg 0.0025; no-head 0.0046; no-arm 0.001; red 0.0045; blue 0.0063 |")


def test_a_manifolds_figures_are_told_apart_by_set_code_and_update():
    card = (model_folder("ncam/chars-dna") / CARD).read_text()
    (line,) = (line for line in card.splitlines() if line.startswith("| `mse_letter_noise`:"))
    assert line.endswith("| 0.00976 |")


def test_an_export_brings_the_card_and_says_what_it_answers(tmp_path):
    pytest.importorskip("tf2onnx", reason="tf2onnx is not installed: pip install nca_tf[onnx]")
    save_model(random_growing(), tmp_path / "model", {"name": "spot"})
    onnx.main([str(tmp_path / "model"), "--out", str(tmp_path / "out")])
    (card,) = tmp_path.glob("out/**/" + CARD)
    text = card.read_text()
    assert text.startswith("---\n") and "# spot" in text
    assert "Format `onnx`" in text and "`step`\n- in `state`: float32" in text
    meta = json.loads((card.parent / "meta.json").read_text())
    assert CARD in meta["files"]
    assert np.all([name in text for name in meta["signatures"]])
    assert 'nca_tf.load("model")' in text, "where it was exported from; spot is no name that loads"
    assert "## Files" not in text and "weights.npz" not in text and "Apache License 2.0" in text
    assert "nca_tf.GrowingCA" in text and nca_tf.GrowingCA.limits in text
