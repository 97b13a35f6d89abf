"""ONNX files: the step and the bare rule, free sizes, and what is said where the converter is not installed."""

import json
import sys

import numpy as np
import pytest
import tensorflow as tf

from export import model_argument, onnx, rollouts, verify
from nca_tf.files.errors import InputError
from tests import small_models


@pytest.fixture(scope="module")
def sources(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sources")
    models = {"pattern": small_models.growing_model(), "digits": small_models.mnist_model()}
    return {name: model_argument.load(small_models.save(model, folder / name)) for name, model in models.items()}


@pytest.fixture(scope="module")
def exported(sources, tmp_path_factory):
    for library in ("tf2onnx", "onnxruntime"):
        pytest.importorskip(library, reason=f"{library} is not installed: pip install nca_tf[onnx]")
    folder = tmp_path_factory.mktemp("onnx")
    return folder, {name: onnx.write(source, folder / name) for name, source in sources.items()}


@pytest.mark.parametrize("name", ["pattern", "digits"])
def test_a_rollout_on_another_grid_is_that_of_python(exported, sources, name):
    folder, differences = exported
    assert differences[name] <= 1e-5
    source = sources[name]
    quality = source.model.quality({**source.meta, "size": 10, "padding": 3}, source.folder)
    start = quality.start[:3]
    expected = rollouts.in_python(source.model)(start, quality.inputs, [1, 10])
    found = onnx.rollout(folder / name)(start, quality.inputs, [1, 10])
    for step, states in expected.items():
        np.testing.assert_allclose(found[step], states, atol=1e-5)
    assert np.abs(expected[10] - start).max() > 0.1


@pytest.mark.parametrize("name", ["pattern", "digits"])
def test_the_bare_rule_is_a_file_of_its_own(exported, sources, name):
    signature = next(each for each in sources[name].model.signatures() if each.name == "rule")
    patches = signature.example(4)["patches"][:7]
    expected = signature.function(patches=tf.constant(patches))["increments"].numpy()
    found = onnx.load(exported[0] / name / "rule.onnx")(patches=patches)["increments"]
    np.testing.assert_allclose(found, expected, atol=1e-5)


def test_meta_lists_the_files(exported):
    meta = json.loads((exported[0] / "digits" / "meta.json").read_text())
    assert (meta["export"], meta["family"], meta["kernel_size"]) == ("onnx", "mnist", 3)
    assert set(meta["files"]) == {"README.md", "step.onnx", "rule.onnx"} and set(meta["signatures"]) == {"step", "rule"}


def test_nothing_in_a_file_is_random(exported):
    document = pytest.importorskip("onnx").load(exported[0] / "digits" / "step.onnx")
    assert not [node.op_type for node in document.graph.node if "Random" in node.op_type]
    assert [output.name for output in document.graph.output] == ["state_out"]


def test_a_file_that_is_too_far_off_is_not_published(sources, tmp_path, monkeypatch):
    monkeypatch.setattr(onnx, "convert", lambda signature: b"")
    monkeypatch.setattr(onnx, "load", lambda path: lambda **request: {"state_out": 0.5, "increments": 0.5})
    with pytest.raises(RuntimeError, match="differs from the model"):
        onnx.write(sources["pattern"], tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


def test_without_the_converter_one_line_says_what_to_install(sources, tmp_path, monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "tf2onnx", None)
    with pytest.raises(InputError, match=r"tf2onnx cannot be imported .* install nca_tf\[onnx\]"):
        onnx.main([str(sources["pattern"].folder), "--out", str(tmp_path / "out")])
    assert not (tmp_path / "out").exists()
    assert verify.main([str(sources["digits"].folder), "--formats", "onnx", "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["passed"] is None and report["reason"].startswith("not run: tf2onnx cannot be imported")


def test_command_says_what_it_wrote(exported, sources, tmp_path, capsys):
    onnx.main([str(sources["pattern"].folder), "--out", str(tmp_path / "out")])
    line = capsys.readouterr().out
    assert line.startswith(f"{tmp_path / 'out'}: ") and "signatures step, rule" in line and line.count("\n") == 1
