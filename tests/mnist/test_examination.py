"""How self-classifying digits are examined, and what is drawn of it."""

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from shared_data import shared_path
from small_datasets import bars, write_dataset

from nca_tf.data.datasets import LabelledImages
from nca_tf.families.mnist.automaton import SelfClassifyingCA
from nca_tf.files.model_files import ReadModel
from training.mnist import evaluation, examination, figures, plots
from training.mnist.examination import Answers, Examiner, agreement_by_islands, islands


@pytest.fixture(scope="module")
def data_dir(tmp_path_factory):
    folder = tmp_path_factory.mktemp("data")
    write_dataset(folder, "mnist")
    write_dataset(folder, "fashion_mnist", shape=(28, 28, 3))
    return folder


@pytest.fixture(autouse=True)
def short_examination(monkeypatch):
    """The published protocol takes 200 steps."""
    monkeypatch.setattr(evaluation, "STEPS", 4)


def digits(count: int = 30) -> LabelledImages:
    images, labels = bars(count)
    return LabelledImages(images, labels.astype(np.int32))


def test_islands_are_counted():
    alive = np.zeros((4, 6, 6), bool)
    alive[0, 1:3, 1:3] = True
    alive[1, 0, 0] = alive[1, 1, 1] = alive[1, 2, 2] = True  # diagonal neighbours see each other
    alive[2, 0, 0] = alive[2, 0, 2] = alive[2, 5, 5] = True
    alive[2, 3, 1:4] = True
    np.testing.assert_array_equal(islands(alive), [1, 1, 4, 0])


def test_agreement_by_islands():
    answers = Answers(
        labels=np.zeros(4, int),
        cells=np.array([10, 10, 20, 10]),
        correct=np.array([[10, 0, 5, 10]]),
        agreed=np.array([[True, False, False, True]]),
        agreed_strictly=np.array([[True, False, False, False]]),
        counts=np.eye(10, dtype=int)[[0, 1, 2, 0]],
    )
    found = agreement_by_islands(answers, np.array([1, 1, 2, 7]), most=3)
    assert found == {
        "1": {"images": 2, "agreement": 0.5, "accuracy": 0.5},
        "2": {"images": 1, "agreement": 0.0, "accuracy": 0.25},
        "3+": {"images": 1, "agreement": 1.0, "accuracy": 1.0},
    }
    np.testing.assert_allclose(answers.accuracy(batch=2), [(0.5 + 0.5) / 2])
    np.testing.assert_allclose(answers.accuracy_of_images(), [(1 + 0 + 0.25 + 1) / 4])
    assert answers.votes() == 0.5
    np.testing.assert_allclose(answers.agreement(), [0.5])
    np.testing.assert_allclose(answers.agreement(strictly=True), [0.25])


def stubborn_model(label: int, fire_rate: float = 0.5) -> SelfClassifyingCA:
    """Every cell that fires says `label` a little louder."""
    model = SelfClassifyingCA(noise=0.0, fire_rate=fire_rate)
    bias = np.zeros(19)
    bias[9 + label] = 0.1
    model.named_weights()["dense2/bias"].assign(bias)
    return model


def test_examination_of_a_model_that_always_says_three():
    data = digits(30)
    before, after = Examiner(stubborn_model(3), batch=20).examine(data, steps=30)
    assert before.correct.shape == after.correct.shape == (30, 30)
    cells = (data.images > 25).sum(axis=(1, 2))
    np.testing.assert_array_equal(before.cells, cells)
    np.testing.assert_array_equal(before.correct[-1], np.where(data.labels == 3, cells, 0))
    assert before.agreed[-1].all() and not before.agreed_strictly[0].any()
    # A cell that has not fired says nothing: it counts as class 0, and only strict agreement minds.
    first = before.correct[0][data.labels == 0] / cells[data.labels == 0]
    assert 0.3 < first.mean() < 0.7
    assert before.agreed[0].all()
    confusion = before.confusion()
    np.testing.assert_array_equal(confusion.sum(axis=1), [cells[data.labels == label].sum() for label in range(10)])
    assert confusion[:, 3].sum() == confusion.sum()
    assert not np.array_equal(after.labels, data.labels)
    assert set(after.labels[:20]) <= set(data.labels[:20]), "images change within their batch"


def test_examination_is_what_rollouts_give():
    model = SelfClassifyingCA(noise=0.02)
    rng = np.random.default_rng(0)
    for weight in model.weights:
        weight.assign(rng.normal(0, 0.1, weight.shape))
    data = digits(10)
    examiner = Examiner(model)
    state, answers = examiner.run(model.image_state(data.images).numpy(), data.labels, 5, random_seed=3)
    expected = np.array(
        [(state[i, ..., 10:].argmax(-1) == data.labels[i])[state[i, ..., 0] > 0.1].sum() for i in range(10)]
    )
    np.testing.assert_array_equal(answers.correct[-1], expected)
    again = examiner.run(model.image_state(data.images).numpy(), data.labels, 5, random_seed=3)[0]
    np.testing.assert_array_equal(again, state)


@pytest.mark.slow
def test_the_form_and_the_cores_of_a_machine_do_not_change_what_is_measured(monkeypatch):
    model, data = stubborn_model(3), digits(30)
    expected = Examiner(model).examine(data, steps=6)
    for form, cores in (("live", 5), ("dense", 2)):
        monkeypatch.setattr("training.engine.usable_cores", lambda cores=cores: cores)
        found = Examiner(model, form=form).examine(data, steps=6)
        for one, other in zip(found, expected, strict=True):
            np.testing.assert_array_equal(one.correct, other.correct, err_msg=form)
            np.testing.assert_array_equal(one.counts, other.counts, err_msg=form)
    monkeypatch.setattr("nca_tf.cells.forms.tf.config.list_logical_devices", lambda kind: [kind])
    assert Examiner(model).form == "dense", "where there is a GPU"


@pytest.mark.slow
def test_report_and_rows(data_dir, monkeypatch):
    model, data = stubborn_model(3, fire_rate=1.0), digits(30)
    report = evaluation.make_report(model, data)
    assert len(report["curves"]["accuracy"]) == 8
    assert report["recall"] == [1.0 if label == 3 else 0.0 for label in range(10)]
    json.dumps(report)
    monkeypatch.setenv("TFDS_DATA_DIR", str(data_dir))
    rows = {row.what: row for row in evaluation.evaluate(model, {"dataset": "mnist"}, Path("."))}
    share = report["curves"]["accuracy"][3]
    assert rows["cells that are right, step 4"].measured == pytest.approx(share, abs=0.3)
    published = ReadModel(stubborn_model(3, fire_rate=1.0), {}, Path("."))
    beside = evaluation.evaluate(model, {"dataset": "mnist"}, Path("."), published)
    assert all(row.measured == row.published for row in beside)


@pytest.mark.slow
def test_a_finished_run_is_not_measured_again(tmp_path, monkeypatch):
    model, data = stubborn_model(3, fire_rate=1.0), digits(30)
    measured = evaluation.write_report(model, data, "mnist", tmp_path / "figures")
    monkeypatch.setattr(evaluation, "load_images", lambda *_: pytest.fail("the test set was used again"))
    rows = {row.what: row.measured for row in evaluation.evaluate(model, {"dataset": "mnist"}, tmp_path)}
    assert rows["cells that are right, step 4"] == measured["accuracy_4"]
    assert rows["cells that are right, class 3"] == 1.0 and rows["cells that are right, class 4"] == 0.0
    monkeypatch.setattr(evaluation, "load_images", lambda *_: digits(6))
    other = {row.what for row in evaluation.evaluate(model, {"dataset": "fashion_mnist"}, tmp_path)}
    assert "cells that are right, class bag" in other, "another data set is measured, not looked up"


@pytest.mark.slow
def test_a_run_that_went_on_is_measured_anew(tmp_path, monkeypatch):
    evaluation.write_report(stubborn_model(3, fire_rate=1.0), digits(30), "mnist", tmp_path / "figures")
    monkeypatch.setattr(evaluation, "load_images", lambda *_: digits(30))
    later = evaluation.evaluate(stubborn_model(5, fire_rate=1.0), {"dataset": "mnist"}, tmp_path)
    rows = {row.what: row.measured for row in later}
    assert rows["cells that are right, class 3"] == 0.0 and rows["cells that are right, class 5"] == 1.0


def test_plots_show_what_they_are_given():
    rising = plots.curves({"up": np.linspace(0, 1, 100)}, "title", [50])
    blue = (rising == plots.LINES[0]).all(axis=-1)
    rows, columns = np.nonzero(blue[plots.MARGIN :, plots.MARGIN :])
    assert np.corrcoef(rows, columns)[0, 1] < -0.99, "a line from the lower left to the upper right"
    matrix = np.eye(10, dtype=int) * 7
    drawn = plots.confusion(matrix, [str(label) for label in range(10)], "title")
    dark = (drawn == plots._blue(1.0)).all(axis=-1)
    rows, columns = np.nonzero(dark)
    assert np.corrcoef(rows, columns)[0, 1] > 0.95, "the diagonal"


def test_digit_figure_has_a_row_for_each_class(tmp_path):
    figures.write_digits(stubborn_model(3), digits(30), "mnist", tmp_path, steps=20)
    sheet = np.asarray(Image.open(tmp_path / "digits.png"))
    assert sheet.shape == (560, 110 + 560, 3)
    colours = {tuple(colour) for colour in sheet[:, 110:].reshape(-1, 3)}
    assert colours == {(255, 255, 255), (210, 245, 60)}, "white, and the article's colour of three"
    content = json.loads((tmp_path / "digits.json").read_text())
    assert {value for image in content["cells"] for row in image for value in row} == {3, -2}


@pytest.mark.slow
def test_published_kmnist_classifier_on_the_test_sheet():
    """Reference: .77 of cells and .42 agreement on 200 images at step 200."""
    from export import originals
    from nca_tf.data.datasets import load_images
    from nca_tf.files.model_files import assign_weights

    file = shared_path("originals/kmnist/kmnist_l2noise_mutating_100k_graphmodel.json")
    model = SelfClassifyingCA()
    assign_weights(model, originals.read(file).arrays, file)
    data = load_images("kmnist", "test", shared_path("data/tensorflow_datasets"))
    answers, _ = Examiner(model).examine(data, steps=200, change=False)
    assert answers.accuracy()[-1] == pytest.approx(0.77, abs=0.02)
    assert answers.agreement()[-1] == pytest.approx(0.42, abs=0.05)
    np.testing.assert_array_equal(answers.agreed[-1], answers.agreed_strictly[-1])


def test_protocol_is_the_published_one():
    assert (examination.BATCH, examination.STEPS) == (1000, 200)
