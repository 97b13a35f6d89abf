"""Fig. 15 out of the records of its trainings, and what counts as a takeover."""

import json

import numpy as np
import pytest
from PIL import Image
from random_automata import random_growing
from rules_of_chance import random_rules

import nca_tf
from nca_tf.files.errors import InputError
from nca_tf.files.model_files import ReadModel, model_folder
from training.recipe import recipes
from training.record import RECORD, read_record
from training.takeover import near_weights
from training.takeover.evaluation import MARKS, evaluate, takeover_figures

FOUND = {"rms_distance": 0.05, "l2_distance": 4.5, "cosine": 0.95, "loss_300": 0.006}


@pytest.fixture
def runs(tmp_path):
    """Two of the sixteen trainings, as far as their records say."""
    record = read_record(model_folder("takeover/red"))
    for share, cosine in ((80, 0.95), (5, 0.8)):
        folder = tmp_path / "takeover" / near_weights.run_name("host-pull", share)
        folder.mkdir(parents=True)
        content = {**record, "metrics": {**FOUND, "cosine": cosine}}
        (folder / RECORD).write_text(json.dumps(content))
    return tmp_path / "takeover"


def test_a_row_for_each_figure_of_what_was_trained(runs, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    near_weights.main([str(runs), "--figure", "figure.png"])
    content = json.loads((tmp_path / "results" / "takeover-near-weights.json").read_text())
    rows = {row["what"]: (row["measured"], row["published"]) for row in content["rows"]}
    words = "the host's weights, with the pull"
    assert rows[f"{words}, 80 % injected: RMS distance"] == (0.05, 0.050)
    assert rows[f"{words}, 5 % injected: cosine"] == (0.8, 0.80)
    assert rows[f"{words}, 5 % injected: loss"] == (0.006, 0.009)
    assert rows[f"{words}, 80 % injected: Euclidean distance"] == (4.5, None)
    assert len(rows) == 8
    trained = content["command"].split(" && ")[0].split()[3:]
    assert trained == ["takeover/near-80-host-pull", "takeover/near-5-host-pull"]
    assert set(trained) <= recipes().keys()
    with Image.open(tmp_path / "figure.png") as figure:
        assert len(np.unique(np.asarray(figure.convert("RGB")).reshape(-1, 3), axis=0)) > 4


def test_trainings_measured_before_are_kept_and_measured_anew_where_they_are_run_again(runs, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    near_weights.main([str(runs)])
    (runs / "near-80-host-pull").rename(runs / "near-25-host")
    record = read_record(runs / "near-5-host-pull")
    record["metrics"]["cosine"] = 0.7
    (runs / "near-5-host-pull" / RECORD).write_text(json.dumps(record))
    near_weights.main([str(runs)])
    measured = near_weights.measured_before(tmp_path / "results" / "takeover-near-weights.json")
    cosines = {key: figures["cosine"] for key, figures in measured.items()}
    assert cosines == {("host-pull", 80): 0.95, ("host", 25): 0.95, ("host-pull", 5): 0.7}


def test_results_that_cannot_be_read_are_one_line(runs, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "results" / "takeover-near-weights.json"
    path.parent.mkdir()
    path.write_text("{}")
    with pytest.raises(InputError, match="results as the commands write them were expected; delete the file"):
        near_weights.main([str(runs)])
    assert path.read_text() == "{}"


def test_a_folder_without_such_trainings_is_refused(tmp_path):
    with pytest.raises(InputError, match="holds no finished run named near-50-host or alike"):
        near_weights.main([str(tmp_path)])


def _found(left, loss) -> dict:
    one = {"old": np.array([3, 0]), "new": np.array([9, 12]), "left": np.array(left), "loss": np.array(loss)}
    return dict.fromkeys(MARKS, one)


@pytest.mark.parametrize(
    ("experiment", "left", "loss", "success", "taken"),
    [
        ("static", [0, 0], [0.009, 0.011], 0.5, 2),
        ("static", [0, 2], [0.009, 0.009], 0.5, 1),
        ("dynamic", [0, 0], [0.014, 0.016], 0.5, 2),
        ("dynamic", [1, 1], [0.001, 0.001], 0.0, 0),
    ],
)
def test_a_takeover_leaves_no_old_cell_and_reaches_the_picture(experiment, left, loss, success, taken):
    figures = takeover_figures(_found(left, loss), {"experiment": experiment})
    assert (figures["success_rate"], figures["taken_over_300"]) == (success, taken)
    assert figures["old_cells_150"] == 1.5 and figures["new_cells_500"] == 10.5


def test_what_has_no_measurement_is_one_line(tmp_path):
    pair, three = random_rules(2), random_rules(3)
    uneven = nca_tf.MultiRuleCA([random_growing(1, hidden=8), random_growing(2, hidden=9)])
    for model, message in (
        (three, "has 3 rules; one, or a host's and its adversary's, was expected"),
        (uneven, "have hidden layers of different widths"),
    ):
        with pytest.raises(InputError, match=message):
            evaluate(model, {}, tmp_path)
    with pytest.raises(InputError, match="has 1 rules; as many as the other model's, 2, was expected"):
        evaluate(pair, {}, tmp_path, ReadModel(random_rules(1), {}, tmp_path))
