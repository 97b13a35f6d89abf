"""Measured figures: result files, RESULTS.md, tables of runs, benchmarks, and what ships."""

import json
import shutil
from pathlib import Path

import numpy as np
import pytest
from random_automata import random_growing

import nca_tf
from export import originals
from nca_tf.files.errors import InputError
from nca_tf.files.model_files import save, weights_sha256
from nca_tf.files.result_files import Row
from nca_tf.pictures.model_targets import encode_target
from nca_tf.pictures.targets import load_target, place
from tests.published_files import graph_json, growing_arrays
from training import benchmark, compare, evaluate, ship
from training.growing import evaluation as growing
from training.metric import Metric
from training.mnist.evaluation import evaluate as evaluate_digits

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def finished_run(tmp_path):
    """A run folder as the loop leaves it."""
    run = tmp_path / "run"
    save(random_growing(), run, {"name": "lizard-growing", "target": "lizard", "size": 40, "padding": 16})
    record = {
        "name": "lizard-growing",
        "family": "growing",
        "command": "python -m training.growing --experiment growing",
        "iterations": 7,
        "metrics": {"loss_96": 0.25, "loss_200": 0.5},
        "weights_sha256": weights_sha256(run),
    }
    (run / "record.json").write_text(json.dumps(record))
    return run


def test_runs_side_by_side(finished_run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    typed = [str(finished_run), "--metrics", "loss_96", "loss_200", "--name", "n", "--title", "T"]
    compare.main([*typed, "--note", "A note."])
    content = json.loads((tmp_path / "results" / "n.json").read_text())
    assert content["section"] == "Growing"
    assert [row["measured"] for row in content["rows"]] == [0.25, 0.5]
    assert content["rows"][0]["what"] == "run, 7 iterations: loss_96"
    assert content["command"] == ("python -m training.compare run --metrics loss_96 loss_200 --name n --title T"), (
        "what was typed, so that it can be typed again"
    )
    assert content["note"] == "Runs: `python -m training.growing --experiment growing`. A note."
    compare.main([*typed, "--note=Another note."])
    assert json.loads((tmp_path / "results" / "n.json").read_text())["command"] == content["command"]
    with pytest.raises(InputError, match="two of the runs have the same name"):
        compare.main([str(finished_run), str(finished_run), "--metrics", "loss_96", "--name", "n", "--title", "T"])
    with pytest.raises(InputError, match="has no metric accuracy; expected one of loss_96, loss_200"):
        compare.main([str(finished_run), "--metrics", "accuracy", "--name", "n", "--title", "T"])
    with pytest.raises(InputError, match="a finished run was expected"):
        compare.main([str(tmp_path), "--metrics", "accuracy", "--name", "n", "--title", "T"])


def test_a_run_of_several_parts_has_a_row_for_each():
    rows = compare.rows_of({"all": {"iterations": 9, "metrics": {"mse": {"red": 0.5, "blue": None}}}}, ["mse"])
    assert rows == [Row("all, 9 iterations, red: mse", 0.5), Row("all, 9 iterations, blue: mse", None)]


def test_a_finished_run_ships_whole(finished_run, tmp_path):
    folder = ship.ship(finished_run, tmp_path / "pretrained")
    assert folder == tmp_path / "pretrained" / "growing" / "lizard-growing"
    assert sorted(path.name for path in folder.iterdir()) == ["meta.json", "record.json", "weights.npz"]
    for ours, theirs in zip(nca_tf.load(folder).weights, nca_tf.load(finished_run).weights, strict=True):
        np.testing.assert_array_equal(ours, theirs)


def test_a_record_of_other_weights_does_not_ship(finished_run, tmp_path):
    save(random_growing(seed=2), finished_run, {"name": "lizard-growing"})
    with pytest.raises(InputError, match="is of other weights"):
        ship.ship(finished_run, tmp_path / "pretrained")
    assert not (tmp_path / "pretrained").exists()


def test_a_benchmark_says_how_its_figures_were_found(tmp_path, monkeypatch, capsys):
    """The child processes are stood in for: what is tested is the pairing and what is written."""
    monkeypatch.chdir(tmp_path)
    seconds = iter([2.0, 0.2, 3.0, 0.2, 2.0, 0.1])
    monkeypatch.setattr(
        benchmark, "_child", lambda family, form, settings: {"seconds": next(seconds), "peak_mb": 100.0}
    )
    benchmark.main(["growing", "--settings", '{"size": 256}', "--save", "big", "--json"])
    found = json.loads(capsys.readouterr().out)
    assert (found["dense_seconds"], found["engine_seconds"]) == (2.0, 0.2)
    assert found["speedup"] == 15.0, "the median over pairs of neighbours, not the ratio of medians"
    content = json.loads((tmp_path / "results" / "big.json").read_text())
    assert content["command"] == (
        "python -m training.benchmark growing --settings '{\"size\": 256}' --pairs 3 --save big"
    )
    rows = {row["what"]: row["measured"] for row in content["rows"]}
    assert (rows["the lowest of these"], rows["the highest"]) == (10.0, 20.0)
    assert content["section"] == "Speed" and content["title"].endswith("size 256")


def test_models_that_name_no_target_or_data_set_are_refused(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    save(random_growing(), tmp_path / "model", {"name": "model"})
    with pytest.raises(InputError, match="names no target"):
        evaluate.main([str(tmp_path / "model")])
    with pytest.raises(InputError, match="names no data set; one was expected; say which with --dataset"):
        evaluate_digits(None, {}, tmp_path)


@pytest.mark.parametrize(
    ("key", "value", "message"),
    [
        ("target", 5, "its target is 5, which is not a text"),
        ("padding", 100000, "its padding is 100000"),
        ("padding", 2000, "at most 1048576 cells are accepted"),
        ("source", [], "its source is a list of 0"),
        ("family", "../growing", "family '../growing' is unknown"),
        ("target", "/etc/hostname", "names the target '/etc/hostname'"),
    ],
)
def test_values_of_another_type_are_one_line(finished_run, key, value, message):
    meta = json.loads((finished_run / "meta.json").read_text())
    (finished_run / "meta.json").write_text(json.dumps({**meta, key: value}))
    with pytest.raises(InputError, match=message) as caught:
        evaluate.main([str(finished_run)])
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("record", ["[]", '{"name": "../../x", "command": "c", "weights_sha256": "s"}', "[" * 9999])
def test_a_record_of_another_kind_is_one_line(finished_run, tmp_path, record):
    (finished_run / "record.json").write_text(record)
    with pytest.raises(InputError) as caught:
        ship.ship(finished_run, tmp_path / "pretrained")
    assert "\n" not in str(caught.value) and not (tmp_path / "pretrained").exists()


def test_each_model_is_measured_against_the_picture_that_it_was_trained_on(finished_run, tmp_path, monkeypatch):
    """Rollouts are stood in for by the pictures that they would be compared with."""
    monkeypatch.chdir(tmp_path)
    seen = []

    def figures(model, picture, padding, report):
        seen.append((picture, padding))
        return {"loss_200": 0.5}

    monkeypatch.setattr(growing, "METRICS", (Metric("loss_200", "loss after 200 steps"),))
    monkeypatch.setattr(growing, "_all_figures", figures)
    other = np.zeros((30, 20, 4), np.float32)
    other[5:25, 5:15] = 1.0
    (tmp_path / "theirs.png").write_bytes(encode_target(other))
    graph = tmp_path / "graph.json"
    graph.write_bytes(graph_json(growing_arrays()))
    originals.main([str(graph), "--out", "theirs", "--target", "theirs.png"])
    evaluate.main(["run", "--published", "theirs", "--name", "beside"])
    (ours, _), (theirs, _) = seen
    np.testing.assert_array_equal(ours, load_target("lizard", 40))
    np.testing.assert_allclose(theirs, other, atol=1 / 255)
    content = json.loads((tmp_path / "results" / "beside.json").read_text())
    rows = {row["what"]: row for row in content["rows"]}
    assert rows[growing.MEASURED_AGAINST]["measured"] == "lizard"
    assert rows[growing.MEASURED_AGAINST]["published"] == "theirs.png"
    apart = np.square(place(ours, 72, 72) - place(other, 72, 72)).mean()
    assert rows["mean squared difference of these two pictures on the grid"]["measured"] == pytest.approx(
        apart, rel=1e-2
    )
    assert content["command"].split(" && ")[1] == (
        "python -m export.originals graph.json --target theirs.png --out PUBLISHED"
    )
    # One that was read in without a picture is measured against ours, and that is said.
    originals.main([str(graph), "--out", "bare"])
    evaluate.main(["run", "--published", "bare", "--name", "beside"])
    rows = {row["what"]: row for row in json.loads((tmp_path / "results" / "beside.json").read_text())["rows"]}
    assert rows[growing.MEASURED_AGAINST]["published"] == "lizard, for want of its own"
    evaluate.main(["theirs"])
    rows = json.loads((tmp_path / "results" / "growing-theirs.json").read_text())["rows"]
    assert rows[-1]["what"] == growing.MEASURED_AGAINST and rows[-1]["measured"] == "theirs.png"


def test_an_evaluation_says_all_that_was_typed(finished_run, tmp_path, monkeypatch):
    """The measurement is stood in for; what is tested is what becomes of the options."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("training.growing.evaluation.evaluate", lambda *_: [Row("one", 1.0), Row("two", 2.0)])
    evaluate.main(["run"])
    content = json.loads((tmp_path / "results" / "growing-run.json").read_text())
    assert content["title"] == "run"
    assert content["command"] == "python -m training.growing --experiment growing && python -m training.evaluate run"

    save(random_growing(seed=3), tmp_path / "theirs", {"target": "lizard", "source": {"file": "ex3.json"}})
    evaluate.main(["run", "--published", "theirs", "--name", "beside"])
    content = json.loads((tmp_path / "results" / "beside.json").read_text())
    assert content["title"] == "beside"
    assert content["command"] == (
        "python -m training.growing --experiment growing && python -m export.originals ex3.json --out PUBLISHED && "
        "python -m training.evaluate run --name beside --published PUBLISHED"
    )
    evaluate.main(["theirs"])
    content = json.loads((tmp_path / "results" / "growing-theirs.json").read_text())
    assert content["title"] == "theirs, the published model"
    assert content["command"] == "python -m export.originals ex3.json --out RUN && python -m training.evaluate RUN"


def test_an_evaluation_may_find_a_single_figure(finished_run, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    for figure in (0.25, "lizard"):
        monkeypatch.setattr("training.growing.evaluation.evaluate", lambda *_, value=figure: [Row("loss", value)])
        evaluate.main(["run"])
        assert capsys.readouterr().out == f"wrote results/growing-run.json: loss {figure}\n"


def test_one_model_measured_in_two_ways_has_two_results(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("training.adversarial.evaluation.evaluate", lambda *_: [Row("one", 1.0)])
    for options in ([], ["--placement", "greedy"], ["--on", "mnist/mnist"], ["--goal", "8"]):
        evaluate.main(["adversarial/mnist-to-8", *options])
    names = sorted(path.name for path in (tmp_path / "results").iterdir())
    assert names == [f"adversarial-mnist-to-8{way}.json" for way in ("-8", "-greedy", "-mnist", "")]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["run", "--name", "a/b"], "can't be named 'a/b'"),
        (["my run"], "can't be named 'growing-my run'"),
        (["run", "--dataset", "mnist"], "is of the family growing, which has no --dataset"),
        (["run", "--published", "mnist/mnist"], "names a model of the family mnist; one of growing was expected"),
        (["run", "--published", "run"], "is no published model"),
        (
            ["mnist/mnist", "--dataset", "fashion_mnist"],
            "dataset of mnist/mnist is mnist and --dataset names",
        ),
    ],
)
def test_an_evaluation_that_could_only_mislead_is_refused_first(finished_run, tmp_path, monkeypatch, options, message):
    monkeypatch.chdir(tmp_path)
    shutil.copytree("run", "my run")
    with pytest.raises(InputError, match=message):
        evaluate.main(options)
    assert not (tmp_path / "results").exists()
