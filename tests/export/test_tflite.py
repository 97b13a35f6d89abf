"""TFLite files: two signatures, free sizes, and how far each precision is from Python."""

import json
import warnings

import numpy as np
import pytest
import tensorflow as tf

from export import model_argument, rollouts, tflite
from nca_tf.families.mnist.automaton import SelfClassifyingCA
from nca_tf.files.errors import InputError
from tests import small_models


@pytest.fixture(scope="module")
def sources(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sources")
    models = {"pattern": small_models.growing_model(hidden=64), "digits": small_models.mnist_model()}
    return {name: model_argument.load(small_models.save(model, folder / name)) for name, model in models.items()}


@pytest.fixture(scope="module")
def exported(sources, tmp_path_factory):
    folder = tmp_path_factory.mktemp("tflite")
    differences = {}
    for name, source in sources.items():
        for precision in tflite.PRECISIONS:
            differences[name, precision] = tflite.write(source, folder / f"{name}-{precision}", precision)
    return folder, differences


@pytest.mark.parametrize("name", ["pattern", "digits"])
def test_one_call_is_within_the_precision(exported, name):
    _, differences = exported
    assert differences[name, "float32"] <= 1e-5
    assert 1e-6 < differences[name, "float16"] <= 1e-2
    assert differences[name, "int8"] <= 0.2


def test_precision_decides_the_size(exported):
    sizes = {
        precision: (exported[0] / f"digits-{precision}" / tflite.MODEL).stat().st_size
        for precision in tflite.PRECISIONS
    }
    assert sizes["float32"] > sizes["float16"] and sizes["float32"] > sizes["int8"]


@pytest.mark.parametrize("name", ["pattern", "digits"])
def test_a_rollout_on_another_grid_is_that_of_python(exported, sources, name):
    source = sources[name]
    quality = source.model.quality({**source.meta, "size": 10, "padding": 3}, source.folder)
    start = quality.start[:3]
    expected = rollouts.in_python(source.model)(start, quality.inputs, [1, 10])
    path = exported[0] / f"{name}-float32" / tflite.MODEL
    found = tflite.rollout(path)(start, quality.inputs, [1, 10])
    for step, states in expected.items():
        np.testing.assert_allclose(found[step], states, atol=1e-5)


def test_the_bare_rule_is_in_the_same_file(exported, sources):
    signature = next(each for each in sources["digits"].model.signatures() if each.name == "rule")
    patches = signature.example(4)["patches"][:7]
    expected = signature.function(patches=tf.constant(patches))["increments"].numpy()
    found = tflite.load(exported[0] / "digits-float32" / tflite.MODEL, "rule")(patches=patches)["increments"]
    np.testing.assert_allclose(found, expected, atol=1e-5)


def test_a_file_that_is_too_far_off_is_not_published(sources, tmp_path, monkeypatch):
    monkeypatch.setattr(tflite, "TOLERANCE", {"float32": 1e-12})
    monkeypatch.setattr(tflite, "convert", lambda *arguments: b"")
    monkeypatch.setattr(tflite, "load", lambda path, name: lambda **request: {"state": 0.5, "increments": 0.5})
    with pytest.raises(RuntimeError, match="differs from the model"):
        tflite.write(sources["pattern"], tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


def test_command_says_what_it_wrote(sources, tmp_path, capsys):
    tflite.main([str(sources["pattern"].folder), "--out", str(tmp_path / "out"), "--precision", "float16"])
    line = capsys.readouterr().out
    assert line.startswith(f"{tmp_path / 'out' / 'model.tflite'}: ") and line.count("\n") == 1
    meta = json.loads((tmp_path / "out" / "meta.json").read_text())
    assert (meta["export"], meta["precision"]) == ("tflite", "float16")


def test_a_batch_may_grow(tmp_path):
    """A bare interpreter of TFLite crashes here: see `tflite.load`."""
    model = SelfClassifyingCA()
    source = model_argument.load(small_models.save(model, tmp_path / "digits"))
    tflite.write(source, tmp_path / "out", "int8")
    run = tflite.load(tmp_path / "out" / tflite.MODEL, "step")
    random = np.random.default_rng(0)
    state = random.random((3, 28, 28, 20), np.float32)
    fire, noise = np.ones((3, 28, 28), np.float32), np.zeros((3, 28, 28, 19), np.float32)
    alone = run(state=state[:1], fire=fire[:1], noise=noise[:1])["state"]
    together = run(state=state, fire=fire, noise=noise)["state"]
    np.testing.assert_allclose(together[:1], alone, atol=1e-5)


@pytest.mark.parametrize("name", ["pattern", "digits"])
def test_a_grid_of_its_own_leaves_no_axis_free(sources, name, tmp_path, monkeypatch):
    """What LiteRT.js wants: it takes no file with free axes."""
    source = sources[name]
    assert tflite.write(source, tmp_path / "fixed", grid=16) <= 1e-5
    meta = json.loads((tmp_path / "fixed" / "meta.json").read_text())
    assert list(meta["signatures"]) == ["step"]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # TensorFlow's own interpreter is deprecated, and is what is always there
        content = (tmp_path / "fixed" / tflite.MODEL).read_bytes()
        details = tf.lite.Interpreter(model_content=content).get_input_details()
    assert len(details) == len(meta["signatures"]["step"]["inputs"])
    for detail in details:
        assert tuple(detail["shape_signature"][:3]) == (1, 16, 16)
    state = np.random.default_rng(0).random((1, 16, 16, source.model.channels), np.float32)
    inputs = {
        key: np.ones((1, 16, 16, *one["shape"][3:]), np.float32)
        for key, one in meta["signatures"]["step"]["inputs"].items()
        if key != "state"
    }
    step = next(one for one in source.signatures("tflite") if one.name == "step")
    expected = step.function(state=tf.constant(state), **{key: tf.constant(one) for key, one in inputs.items()})
    found = tflite.load(tmp_path / "fixed" / tflite.MODEL, "step")(state=state, **inputs)
    np.testing.assert_allclose(found["state"], expected["state"], atol=1e-5)


def test_an_impossible_grid_is_one_line(sources, tmp_path):
    for side in (0, 513):
        with pytest.raises(InputError, match=f"a grid of {side} cells.*1 to 512 is expected"):
            tflite.write(sources["pattern"], tmp_path / "never", grid=side)
    assert not (tmp_path / "never").exists()
