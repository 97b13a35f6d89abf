"""The folder of a served model: configuration, checks before it is published, kills, names, clients."""

import json
import runpy
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest
import tensorflow as tf
import warm_python
from google.protobuf import text_format
from tensorflow_serving.apis import predict_pb2
from tensorflow_serving.config import model_server_config_pb2

from export import model_argument, saved_model, session_check
from nca_tf.files import model_files
from nca_tf.files.errors import InputError
from tests import small_models
from tests.serving_stand_in import LoadedVersion, grpc_server, rest_server

ROOT = Path(__file__).resolve().parents[2]


def ask(version, signature="serving_default", **inputs):
    """Sends a PredictRequest through its serialized form; returns the outputs as arrays."""
    request = predict_pb2.PredictRequest()
    request.model_spec.signature_name = signature
    for name, value in inputs.items():
        request.inputs[name].CopyFrom(tf.make_tensor_proto(value))
    response = version.predict(predict_pb2.PredictRequest.FromString(request.SerializeToString()))
    return {name: tf.make_ndarray(value) for name, value in response.outputs.items()}


def test_configuration_names_every_model_and_parses(models):
    config = text_format.Parse((models / "models.config").read_text(), model_server_config_pb2.ModelServerConfig())
    served = {(model.name, model.base_path, model.model_platform) for model in config.model_config_list.config}
    assert served == {(name, f"/models/{name}", "tensorflow") for name in ("pattern", "digits")}
    compose = (models / "compose.yaml").read_text()
    assert "image: tensorflow/serving:2.19.0" in compose and "- .:/models:ro" in compose
    assert "--batching_parameters_file=/models/batching.config" in compose and (models / "batching.config").is_file()


def test_only_requests_of_one_shape_are_joined(models):
    # The sizes of images are fixed, those of patterns are free.
    assert (models / "digits" / "1" / "batching_params.pbtxt").is_file()
    assert not (models / "pattern" / "1" / "batching_params.pbtxt").exists()


def test_meta_lists_every_file_and_every_limit(models):
    folder = models / "pattern" / "1"
    meta = json.loads((folder / "meta.json").read_text())
    assert (meta["export"], meta["family"], meta["channels"], meta["edges"]) == ("saved_model", "growing", 8, "zero")
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()} - {"meta.json"}
    assert set(meta["files"]) == files
    for name, described in meta["files"].items():
        assert model_files.describe_file(folder / name) == described
    steps = meta["signatures"]["serving_default"]["inputs"]["steps"]
    assert (steps["low"], steps["high"], steps["required"], steps["shape"]) == (0, 5000, False, [None])


def test_saved_model_cli_shows_the_signatures(models):
    command = [sys.executable, "-m", "tensorflow.python.tools.saved_model_cli", "show", "--tag_set", "serve"]
    command += ["--dir", str(models / "digits" / "1"), "--signature_def", "serving_default"]
    shown = warm_python.run(command).stdout
    for line in ("inputs['image']", "shape: (-1, 28, 28)", "inputs['random_seed']", "outputs['agreement']"):
        assert line in shown


def test_the_check_imports_nothing_of_ours_and_notices_wrong_answers(models, tmp_path):
    text = (ROOT / "export" / "session_check.py").read_text()
    assert "nca_tf" not in text and "export" not in text.split('"""')[2]
    small = small_models.growing_model().signatures()[3]
    request = small.example()
    answer = small.function(patches=tf.constant(request["patches"]))["increments"].numpy()
    answer[0, 0] += 1e-3
    np.savez(tmp_path / "answers.npz", **{"rule/in/patches": request["patches"], "rule/out/increments": answer})
    command = [sys.executable, saved_model.CHECK, models / "pattern" / "1", tmp_path / "answers.npz"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 1
    np.testing.assert_allclose(json.loads(result.stdout.splitlines()[-1])["max_abs"], 1e-3, rtol=1e-2)


@pytest.mark.parametrize(
    ("value", "expected", "difference"),
    [
        (np.float32([1, 2]), np.float32([1, 2.5]), 0.5),
        (np.float32([1, 2]), np.float32([1, 2, 3]), np.inf),
        (np.float32([np.nan]), np.float32([np.nan]), np.inf),
        (np.array([b"ab"], object), np.array([b"ab"]), 0.0),
        (np.array([b"ab"], object), np.array([b"ac"]), np.inf),
    ],
    ids=["numbers", "shapes", "nan", "same-bytes", "other-bytes"],
)
def test_difference(value, expected, difference):
    assert session_check.difference(value, expected) == difference


def test_a_model_that_answers_wrongly_is_not_published(tmp_path, monkeypatch):
    source = model_argument.load(small_models.save(small_models.growing_model(), tmp_path / "pattern"))
    monkeypatch.setattr(saved_model.tf.saved_model, "save", lambda *arguments, **keywords: None)
    monkeypatch.setattr(saved_model, "check_in_fresh_process", lambda *arguments: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        saved_model.write(source, tmp_path / "models")
    assert list((tmp_path / "models" / "pattern").iterdir()) == []


@pytest.mark.slow
@pytest.mark.parametrize("file", ["saved_model.pb", "meta.json"])
def test_kill_9_during_an_export_leaves_no_version_that_does_not_load(models, tmp_path, file):
    """Killed as soon as the graph, or the last file before the rename, begins to be written."""
    folder = Path(shutil.copytree(models / "pattern", tmp_path / "models" / "pattern"))
    model = small_models.save(small_models.growing_model(), tmp_path / "pattern")
    command = [sys.executable, "-m", "export.saved_model", model, "--out", str(folder.parent)]
    process = warm_python.Program(command, cwd=ROOT)
    while not ((folder / "2").exists() or list(folder.glob(f".tmp-{process.pid}-*/{file}*"))):
        assert process.poll() is None
        time.sleep(0.005)
    process.send_signal(signal.SIGKILL)
    process.wait()
    versions = sorted(int(version.name) for version in folder.iterdir() if version.name.isdecimal())
    assert versions in ([1], [1, 2])
    for version in versions:
        assert ask(LoadedVersion(folder / str(version)), steps=np.int32([1]))["state"].shape == (1, 72, 72, 8)


@pytest.mark.parametrize("name", ["../up", "", ".hidden", "a/b", "x" * 101])
def test_names_that_would_leave_the_folder_are_refused(tmp_path, name):
    folder = small_models.save(small_models.growing_model(), tmp_path / "pattern")
    if name:
        with pytest.raises(InputError, match="letters, digits"):
            model_argument.load(folder, name)
    else:
        assert model_argument.load(folder, name).name == "pattern"


def test_clients_write_the_picture_that_the_model_renders(pattern, digits, tmp_path, capsys):
    expected = ask(pattern, "render", steps=np.int32([25]), random_seed=np.int32([6]))["png_bytes"][0]
    options = ["--steps", "25", "--random-seed", "6", "--out", str(tmp_path / "picture.png")]
    clients = {
        name: runpy.run_path(ROOT / "export" / "clients" / f"{name}.py") for name in ("rest_client", "grpc_client")
    }
    for name, server in (("rest_client", rest_server), ("grpc_client", grpc_server)):
        with server(pattern) as address:
            clients[name]["main"](["pattern", "--server", address, *options])
            assert (tmp_path / "picture.png").read_bytes() == expected
            assert f"{len(expected)} bytes" in capsys.readouterr().out
            with pytest.raises(SystemExit, match="steps is 6000; 0 to 5000 is accepted"):
                clients[name]["main"](["pattern", "--server", address, "--steps", "6000"])
    image = small_models.digit()
    (tmp_path / "image.json").write_text(json.dumps(image.tolist()))
    np.save(tmp_path / "image.npy", image)
    drawn = []
    for name, server, file in (("rest_client", rest_server, "image.json"), ("grpc_client", grpc_server, "image.npy")):
        with server(digits) as address:
            image_option = ["--image", str(tmp_path / file), "--out", str(tmp_path / "digit.png")]
            clients[name]["main"](["digits", "--server", address, "--steps", "20", *image_option])
            drawn.append((tmp_path / "digit.png").read_bytes())
    assert drawn[0] == drawn[1]


def test_a_client_without_a_server_says_so(tmp_path):
    client = runpy.run_path(ROOT / "export" / "clients" / "rest_client.py")
    with pytest.raises(SystemExit, match="error: no server at http://127.0.0.1:9"):
        client["main"](["pattern", "--server", "http://127.0.0.1:9", "--out", str(tmp_path / "picture.png")])
