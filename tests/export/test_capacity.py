"""What a served model can take: sizes of requests, each timed in a process of its own."""

import json

import numpy as np
import pytest
import tensorflow as tf

import nca_tf
from export import capacity, model_argument, saved_model, verify
from nca_tf.files.errors import InputError
from tests import small_models
from training import results


def test_grids_and_batches_are_timed_and_what_the_model_refuses_is_said(tmp_path, capsys):
    model = small_models.save(small_models.growing_model(), tmp_path / "pattern")
    options = ["--grids", "8", "512", "--batches", "2", "--steps", "4", "--repeats", "1"]
    assert capacity.main([model, *options, "--results", str(tmp_path / "results")]) == 0
    small, large, wrote, best = capsys.readouterr().out.splitlines()
    assert small.startswith("8x8 cells, batch 2: ") and " steps/s, " in small
    assert large.startswith("512x512 cells, batch 2: refused: batch size x height x width is 524288; 1 to 262144 is")
    assert wrote == f"wrote {tmp_path / 'results' / 'capacity-pattern.json'}"
    assert best.startswith("pattern: at most ") and best.endswith(" at 8x8 cells, batch 2")

    content = json.loads((tmp_path / "results" / "capacity-pattern.json").read_text())
    assert [row["what"] for row in content["rows"]] == ["8x8 cells, batch 2"]
    typed = "--grids 8 512 --batches 2 --steps 4 --repeats 1"
    assert content["command"] == f"python -m export.capacity pattern {typed} --results results"
    assert "Larger requests are refused: batch size x height x width is 524288" in content["note"]
    results.main(["--results", str(tmp_path / "results"), "--out", str(tmp_path)])
    assert any("| 8x8 cells, batch 2 | " in page.read_text() for page in tmp_path.glob("docs/results/*.md"))


def test_figures_are_those_of_the_request(models, tmp_path, monkeypatch):
    """More steps take more time and a larger grid more memory; a model of one size has no grids."""
    monkeypatch.setattr(saved_model, "write", lambda source, _: (models / source.name / "1", {}))
    pattern = model_argument.load(small_models.save(small_models.growing_model(), tmp_path / "pattern"))
    small, large = capacity.measure(pattern, [16, 384], [1], steps=6, repeats=1)
    assert small.steps_per_second > 3 * large.steps_per_second > 0
    assert large.peak_mb > small.peak_mb + 384 * 384 * 8 * 4 / 1e6
    assert 100 < small.loaded_mb <= small.peak_mb

    digits = model_argument.load(small_models.save(small_models.mnist_model(), tmp_path / "digits"))
    (load,) = capacity.measure(digits, [16, 384], [3], steps=2, repeats=1)
    assert load.size == "batch 3" and load.steps_per_second > 0


def test_a_request_repeats_the_example_with_other_random_seeds(tmp_path):
    pattern = model_argument.load(small_models.save(small_models.growing_model(), tmp_path / "pattern"))
    serving = pattern.signatures("saved_model")[0]
    request = capacity.make_request(serving, 40, 3, 7)
    assert request["state"].shape == (3, 1, 1, 8)
    np.testing.assert_array_equal(request["random_seed"], [0, 1, 2])
    assert [set(request[name]) for name in ("height", "width", "steps")] == [{40}, {40}, {7}]


def test_masks_of_a_request_are_on_its_grid(tmp_path):
    rule = small_models.growing_model()
    model = nca_tf.MultiRuleCA([rule, small_models.growing_model(seed=1)])
    takeover = model_argument.load(small_models.save(model, tmp_path / "takeover"))
    serving = takeover.signatures("saved_model")[0]
    for side in (7, 12, 96):
        request = capacity.make_request(serving, side, 2, 12)
        assert request["injected"].shape == (2, side, side)
        rows, columns = np.nonzero(request["injected"][1])
        assert (rows.min(), rows.max(), columns.min(), columns.max()) == (side // 2 - 1, side // 2 + 1) * 2
    answer = serving.graph_function(checked=True)
    request = capacity.make_request(serving, 12, 2, 2)
    assert answer(**request)["state"].shape == (2, 12, 12, 9)
    expected = "injected has 12x12 cells and the grid 14x14; the same extent, or 1x1, is expected; draw it for this"
    with pytest.raises(tf.errors.InvalidArgumentError, match=expected):
        answer(**{**request, "height": np.int32([14]), "width": np.int32([14])})


def test_a_size_below_one_is_an_error(tmp_path):
    model = small_models.save(small_models.growing_model(), tmp_path / "pattern")
    with pytest.raises(InputError, match="--grids has 0; whole numbers from 1 on were expected; correct it"):
        capacity.main([model, "--grids", "0"])


@pytest.mark.parametrize("command", [capacity, verify])
def test_a_result_that_could_not_be_named_is_an_error_before_anything_is_measured(command, tmp_path, monkeypatch):
    monkeypatch.setattr(model_argument, "load", lambda *_: pytest.fail("it was read"))
    small_models.save(small_models.growing_model(), tmp_path / "my pattern", name="pattern")
    with pytest.raises(InputError, match="a result can't be named '(export|capacity)-my pattern'"):
        command.main([str(tmp_path / "my pattern"), "--results", str(tmp_path)])
