"""Verification: agreement is found, disagreement too, and what could not run is told apart."""

import json
import re
import sys

import numpy as np
import pytest

from export import browser, comparison, model_argument, tflite, verify
from export.comparison import BOUNDS, Bounds, Reference, Report, judge
from nca_tf.cells.quality import Quality
from nca_tf.files.errors import InputError
from tests import small_models
from training import results

QUICK = "webgl8,tflite-float32,tflite-int8"


@pytest.fixture
def source(tmp_path, monkeypatch):
    """A small model with a short standard run."""
    monkeypatch.setattr(comparison, "LONG", 12)
    monkeypatch.setattr(comparison, "GROWN", 6)
    model = small_models.growing_model(channels=8, hidden=64)
    return small_models.save(model, tmp_path / "pattern", target="lizard", size=20, padding=2, experiment="persistent")


@pytest.fixture
def short_quality(monkeypatch):
    """Makes the standard run of the small model short and small."""
    from nca_tf.families.growing import quality as growing_quality

    monkeypatch.setattr(growing_quality, "SEEDS", 2)
    original = growing_quality.Quality
    monkeypatch.setattr(growing_quality, "Quality", lambda **fields: original(**{**fields, "steady_steps": 10}))


def run(capsys, *arguments):
    status = verify.main(list(arguments))
    return status, capsys.readouterr().out


def test_formats_that_agree_pass(source, short_quality, capsys):
    status, out = run(capsys, source, "--json", "--formats", QUICK)
    reports = [json.loads(line) for line in out.splitlines()]
    assert [report["format"] for report in reports] == QUICK.split(",")
    keys = {
        "format",
        "max_abs_1",
        "max_abs_200",
        "quality_metric",
        "quality",
        "float_quality",
        "living_cells",
        "passed",
    }
    for report in reports:
        assert keys <= report.keys()
    by_format = {report["format"]: report for report in reports}
    plain = by_format["tflite-float32"]
    assert plain["passed"] is True and plain["max_abs_1"] <= 1e-5 and plain["max_abs_200"] <= 2e-5
    assert plain["quality"] is None
    for name in ("webgl8", "tflite-int8"):
        assert by_format[name]["quality_metric"] == "target_mse" and by_format[name]["quality"] > 0
        assert by_format[name]["max_abs_200"] > 1e-5
    assert status == (0 if all(report["passed"] for report in reports) else 1)


def test_a_wrong_export_fails_with_status_one(source, short_quality, capsys, monkeypatch):
    def wrong(path, name):
        return lambda **inputs: {"state": inputs["state"] * np.float32(1.001)}

    monkeypatch.setattr(tflite, "load", wrong)
    monkeypatch.setattr(tflite, "TOLERANCE", {"float32": 1e9})
    monkeypatch.setattr(
        tflite,
        "write",
        lambda source, folder, precision: (folder.mkdir(parents=True), (folder / tflite.MODEL).write_bytes(b"x")),
    )
    status, out = run(capsys, source, "--formats", "tflite-float32")
    assert status == 1
    assert "FAILED: one step" in out and "0 passed, 1 failed, 0 not run" in out


def test_an_exporter_that_notices_its_own_mistake_fails_and_the_others_are_run(
    source, short_quality, capsys, monkeypatch, tmp_path
):
    load = tflite.load

    def wrong(path, name):
        answer = load(path, name)
        return lambda **inputs: {name: value + np.float32(0.1) for name, value in answer(**inputs).items()}

    monkeypatch.setattr(tflite, "load", wrong)
    names = "tflite-float32,webgl8"
    status, out = run(capsys, source, "--formats", names, "--results", str(tmp_path / "results"))
    assert status == 1 and "1 passed, 1 failed, 0 not run" in out
    assert "FAILED: RuntimeError: the file differs from the model by" in out
    (result,) = (tmp_path / "results").glob("*.json")
    by_format = {row["what"]: row["measured"] for row in json.loads(result.read_text())["rows"]}
    assert by_format["tflite-float32"].startswith("FAILED: RuntimeError: the file differs")


def test_without_chromium_tfjs_is_neither_passed_nor_failed(source, short_quality, capsys, monkeypatch):
    monkeypatch.setattr(browser.shutil, "which", lambda name: "/nowhere/chromium")
    status, out = run(capsys, source, "--json", "--formats", "tfjs-float32")
    report = json.loads(out)
    assert status == 0 and report["passed"] is None
    assert re.fullmatch(r"not run: no (Chromium|Playwright) \(.*does not start.*\)", report["reason"])
    status, out = run(capsys, source, "--formats", "tfjs-float32")
    assert status == 0 and "0 passed, 0 failed, 1 not run" in out and report["reason"] in out


def test_without_a_converter_its_formats_are_not_run_and_the_others_are(source, short_quality, capsys, monkeypatch):
    monkeypatch.setitem(sys.modules, "tensorflowjs.converters.tf_saved_model_conversion_v2", None)
    status, out = run(capsys, source, "--formats", "tfjs-float32,webgl8")
    assert status == 0 and "1 passed, 0 failed, 1 not run" in out
    assert "not run: tensorflowjs cannot be imported" in out and "install nca_tf[export]" in out


def test_a_driver_that_does_not_start_is_told_apart(monkeypatch):
    sync_api = pytest.importorskip("playwright.sync_api")

    def stopped(self):
        raise sync_api.Error("Connection closed while reading from the driver")

    monkeypatch.setattr(sync_api.PlaywrightContextManager, "start", stopped)
    with (
        pytest.raises(browser.Unavailable, match=r"no Playwright \(its driver does not start: Connection closed"),
        browser.chromium(),
    ):
        pass


def test_tfjs_agrees_in_chromium(source, short_quality, capsys):
    try:
        with browser.chromium():
            pass
    except browser.Unavailable as missing:
        pytest.skip(f"not run: {missing}")
    _, out = run(capsys, source, "--json", "--formats", "tfjs-float32,tfjs-uint8")
    plain, small = (json.loads(line) for line in out.splitlines())
    assert plain["passed"] is True and plain["max_abs_200"] <= 2e-5
    assert small["max_abs_1"] > 1e-4 and small["quality"] is not None


def test_saved_model_agrees(source, short_quality, capsys):
    status, out = run(capsys, source, "--json", "--formats", "saved_model")
    report = json.loads(out)
    assert (status, report["passed"]) == (0, True)
    assert report["max_abs_1"] <= 1e-5 and report["bytes"] > 10_000 and report["load_seconds"] > 0


def test_unknown_formats_are_refused(source):
    with pytest.raises(InputError, match="--formats names 'coreml'"):
        verify.main([source, "--formats", "coreml"])


def test_results_are_written(source, short_quality, capsys, tmp_path):
    run(capsys, source, "--formats", "webgl8", "--results", str(tmp_path / "results"))
    path = tmp_path / "results" / "export-pattern.json"
    document = json.loads(path.read_text())
    assert document["section"] == "Export"
    assert document["command"] == "python -m export.verify pattern --formats webgl8 --results results"
    (row,) = document["rows"]
    assert row["what"] == "webgl8" and re.match(
        r"[\d.]+ kB, loads in [\d.]+ ms, target mse [\d.e-]+ after", row["measured"]
    )
    results.main(["--results", str(path.parent), "--out", str(tmp_path)])
    assert "| webgl8 | " in (tmp_path / "docs" / "results" / "export.md").read_text()


def quality(**changes):
    fields = {"start": np.zeros((1, 1, 1, 4)), "inputs": lambda step: {}, "groups": {}, "living": lambda states: 1.0}
    return Quality(**{**fields, "metric": "target_mse", **changes})


@pytest.mark.parametrize(
    ("report", "bounds", "changes", "passed", "reason"),
    [
        ({"max_abs_1": 1e-6, "max_abs_200": 1e-5}, BOUNDS["saved_model"], {}, True, ""),
        ({"max_abs_1": 2e-5, "max_abs_200": 1e-5}, BOUNDS["saved_model"], {}, False, "one step 2.0e-05 > 1e-05"),
        ({"max_abs_1": 0.0, "max_abs_200": float("inf")}, BOUNDS["saved_model"], {}, False, "200 steps inf > 2e-05"),
        ({"max_abs_1": 0.0, "max_abs_200": float("nan")}, BOUNDS["saved_model"], {}, False, "200 steps nan > 2e-05"),
        ({"quality": 1.4e-4, "float_quality": 1e-4}, BOUNDS["tfjs-uint8"], {}, True, ""),
        ({"quality": 1.6e-4, "float_quality": 1e-4}, BOUNDS["tfjs-uint8"], {}, False, "target_mse 1.60e-04 > 1.50e-04"),
        ({"quality": 1.9e-4, "float_quality": 1e-4}, BOUNDS["webgl8"], {}, True, ""),
        ({"quality": float("nan"), "float_quality": 1e-4}, BOUNDS["webgl8"], {}, False, "target_mse nan"),
        # A pattern that never settles is not judged by where it drifts to.
        ({"quality": 1.0, "float_quality": 1e-4}, BOUNDS["webgl8"], {"steady_steps": 64}, True, ""),
        ({"quality": 0.93, "float_quality": 0.97}, Bounds(share_loss=0.05), {"lower_is_better": False}, True, ""),
        (
            {"quality": 0.91, "float_quality": 0.97},
            Bounds(share_loss=0.05),
            {"lower_is_better": False},
            False,
            "< 0.92",
        ),
        ({"living_cells": 0.0, "float_living_cells": 600.0}, Bounds(), {}, False, "nothing lives"),
    ],
)
def test_verdicts(report, bounds, changes, passed, reason):
    report = Report("format", **report)
    judge(report, quality(**changes), bounds)
    assert report.passed is passed and reason in report.reason


def test_what_rounding_does_to_a_model_is_allowed_and_no_more():
    def after(by):
        return lambda start, inputs, keep: {step: start + by * step / 200 for step in keep}

    def rounding(by):
        return Reference(after(0.0), [after(by), after(-by)], quality(start=np.zeros((2, 1, 1, 1)))).rounding

    assert rounding(2.5e-4) == pytest.approx(5e-5) and rounding(0.5) == 1e-4
    report = Report("format", max_abs_1=1e-6, max_abs_200=4e-5)
    judge(report, quality(), BOUNDS["onnx"], rounding(2.5e-4))
    assert report.passed
    judge(report, quality(), BOUNDS["onnx"], rounding(1e-5))
    assert not report.passed and "200 steps 4.0e-05 > 2e-05" in report.reason


def test_differences_are_taken_on_seeds_that_rounding_does_not_part():
    # Random seed 2 parts in one of two changed models, as by a cell that is on the threshold.
    parted = [np.float32(by).reshape(4, 1, 1, 1) for by in ([1.0, 0.0, 0.0, 1e-6], [1.0, 0.0, 0.5, 1e-6])]
    run = quality(
        start=np.arange(4, dtype=np.float32).reshape(4, 1, 1, 1), inputs=lambda step: {"fire": 10 * np.arange(4)}
    )
    reference = Reference(
        lambda start, inputs, keep: {step: start + step for step in keep},
        [lambda start, inputs, keep, by=by: {step: start + step + by for step in keep} for by in parted],
        run,
    )
    assert reference.states[0].ravel().tolist() == [1, 3] and reference.states[200].ravel().tolist() == [201, 203]
    assert reference.inputs(5)["fire"].tolist() == [10, 30]
    # In float32, 203 and 203.000001 are one number, and 1 and 201 were not disturbed.
    assert reference.rounding == 0.0
    assert reference.last.ravel().tolist() == [500, 501, 502, 503]


def test_numbers_that_are_not_finite_are_valid_json():
    text = json.dumps(
        Report("format", max_abs_1=float("nan"), groups={"alpha": float("inf")}).to_json(), allow_nan=False
    )
    assert json.loads(text)["max_abs_1"] == "nan" and json.loads(text)["groups"]["alpha"] == "inf"


def test_models_with_other_sizes_have_no_webgl8(tmp_path):
    source = model_argument.load(small_models.save(small_models.growing_model(hidden=10), tmp_path / "pattern"))
    assert not verify._applies("webgl8", source) and verify._applies("tflite-int8", source)
    with pytest.raises(InputError, match="none of webgl8 applies to .*pattern; one that does was expected"):
        verify.main([str(tmp_path / "pattern"), "--formats", "webgl8"])


def test_a_model_for_eight_bits_is_verified_in_float_and_in_its_own_format(tmp_path):
    path = small_models.save(small_models.growing_model(hidden=16), tmp_path / "pattern-8bit", eight_bit_of="abc")
    source = model_argument.load(path)
    assert [name for name in BOUNDS if verify._applies(name, source)] == [
        "saved_model",
        "tfjs-float32",
        "webgl8",
        "onnx",
        "tflite-float32",
    ]
