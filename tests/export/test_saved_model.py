"""SavedModels for TF Serving: signatures, bounds, determinism, warm-up, configuration, clients."""

import json
import resource
import runpy
import shutil
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest
import tensorflow as tf
from google.protobuf import text_format
from PIL import Image
from tensorflow_serving.apis import predict_pb2, prediction_log_pb2
from tensorflow_serving.config import model_server_config_pb2

from export import model_argument, saved_model, session_check, warm_up
from nca_tf.files import model_files
from nca_tf.files.errors import InputError
from tests import small_models
from tests.serving_stand_in import LoadedVersion, grpc_server, rest_server

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def models(tmp_path_factory):
    """A folder of served models: pattern/1 and digits/1."""
    folder = tmp_path_factory.mktemp("served")
    for name, model in (("pattern", small_models.growing_model()), ("digits", small_models.mnist_model())):
        saved_model.write(model_argument.load(small_models.save(model, folder / "sources" / name)), folder / "models")
    return folder / "models"


@pytest.fixture(scope="module")
def pattern(models):
    return LoadedVersion(models / "pattern" / "1")


@pytest.fixture(scope="module")
def digits(models):
    return LoadedVersion(models / "digits" / "1")


def ask(version, signature="serving_default", **inputs):
    """Sends a PredictRequest through its serialized form; returns the outputs as arrays."""
    request = predict_pb2.PredictRequest()
    request.model_spec.signature_name = signature
    for name, value in inputs.items():
        request.inputs[name].CopyFrom(tf.make_tensor_proto(value))
    response = version.predict(predict_pb2.PredictRequest.FromString(request.SerializeToString()))
    return {name: tf.make_ndarray(value) for name, value in response.outputs.items()}


def refusal(version, signature="serving_default", **inputs):
    with pytest.raises(tf.errors.InvalidArgumentError) as caught:
        ask(version, signature, **inputs)
    return caught.value.message


def test_an_empty_request_grows_from_a_seed(pattern):
    answer = ask(pattern)
    assert answer["state"].shape == (1, 72, 72, 8) and answer["rgba"].shape == (1, 72, 72, 4)
    assert answer["living_cells"][0] == (answer["rgba"][0, ..., 3] > 0.1).sum() > 100


def test_the_answer_is_that_of_python(pattern):
    model = small_models.growing_model()
    expected = model.rollout(model.seed_state(1, 20, 24), 30, random_seed=5, form="dense").numpy()
    size = {"height": np.int32([20]), "width": np.int32([24])}
    answer = ask(pattern, steps=np.int32([30]), random_seed=np.int32([5]), **size)
    np.testing.assert_allclose(answer["state"], expected, atol=1e-5)


LOADED = """
import sys
import numpy as np
import tensorflow as tf
loaded = tf.saved_model.load(sys.argv[1])
answer = loaded.serving_default(steps=[30], random_seed=[5], height=[20], width=[24])
np.savez(sys.argv[2], usual=loaded.serving_default()["rgba"], small=answer["state"])
print(loaded.render()["png_bytes"].numpy()[0][1:4].decode())
try:
    loaded.serving_default(steps=[9000])
except tf.errors.InvalidArgumentError as error:
    print(error.message)
"""


def test_what_python_loads_takes_the_defaults_too(models, pattern, tmp_path):
    """In a fresh process, which knows TensorFlow and nothing of ours."""
    command = [sys.executable, "-c", LOADED, str(models / "pattern" / "1"), str(tmp_path / "answers.npz")]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.returncode == 0, done.stderr[-2000:]
    assert done.stdout.splitlines()[0] == "PNG" and "steps is 9000; 0 to 5000 is accepted" in done.stdout
    with np.load(tmp_path / "answers.npz") as answers:
        np.testing.assert_array_equal(answers["usual"], ask(pattern)["rgba"])
        model = small_models.growing_model()
        expected = model.rollout(model.seed_state(1, 20, 24), 30, random_seed=5, form="dense").numpy()
        np.testing.assert_allclose(answers["small"], expected, atol=1e-5)


def test_going_on_from_a_state_keeps_its_grid(pattern):
    first = ask(pattern, steps=np.int32([10]), height=np.int32([20]), width=np.int32([24]))["state"]
    assert (ask(pattern, state=first, steps=np.int32([0]))["state"] == first).all()
    later = ask(pattern, state=first, steps=np.int32([5]), random_seed=np.int32([3]))
    expected = small_models.growing_model().rollout(first, 5, random_seed=3, form="dense").numpy()
    np.testing.assert_allclose(later["state"], expected, atol=1e-5)


def test_a_state_is_put_in_the_centre_of_a_larger_grid(pattern):
    state = np.random.default_rng(0).random((1, 3, 4, 8)).astype(np.float32)
    placed = ask(pattern, state=state, steps=np.int32([0]), height=np.int32([9]), width=np.int32([8]))["state"]
    assert (placed[0, 3:6, 2:6] == state[0]).all()
    assert np.count_nonzero(placed) == np.count_nonzero(state)


def test_same_seed_same_answer(pattern):
    first, again, other = (
        ask(pattern, steps=np.int32([20]), random_seed=np.int32([seed]))["state"] for seed in (4, 4, 5)
    )
    assert (first == again).all()
    assert np.abs(first - other).max() > 1e-3


@pytest.mark.parametrize("signature", ["serving_default"])
def test_an_answer_does_not_depend_on_its_company(pattern, digits, signature):
    together = ask(pattern, signature, steps=np.int32([12, 30, 0]), random_seed=np.int32([1, 2, 3]))["state"]
    for row, (steps, seed) in enumerate([(12, 1), (30, 2), (0, 3)]):
        alone = ask(pattern, signature, steps=np.int32([steps]), random_seed=np.int32([seed]))["state"]
        np.testing.assert_allclose(together[row], alone[0], atol=1e-5)
    images = np.stack([small_models.digit(), small_models.digit().T])
    together = ask(digits, signature, image=images, steps=np.int32([9, 40]), random_seed=np.int32([7, 8]))
    alone = ask(digits, signature, image=images[1:], steps=np.int32([40]), random_seed=np.int32([8]))
    assert (together["labels"][1] == alone["labels"][0]).all()


def test_classification_is_that_of_python(digits):
    model, image = small_models.mnist_model(), small_models.digit()
    state = model.rollout(model.image_state(image[None]), 25, random_seed=2, form="dense")
    answer = ask(digits, image=image[None], steps=np.int32([25]), random_seed=np.int32([2]))
    labels = model.labels(state).numpy()
    assert (answer["labels"] == labels).all()
    said, counts = np.unique(labels[labels >= 0], return_counts=True)
    assert answer["vote"][0] == said[counts.argmax()]
    np.testing.assert_allclose(answer["agreement"], counts.max() / (labels != -2).sum(), rtol=1e-6)


@pytest.mark.parametrize(
    ("inputs", "message"),
    [
        ({"steps": [5001]}, "steps is 5001; 0 to 5000 is accepted; ask for less"),
        ({"steps": [2**31 - 1]}, "steps is 2147483647; 0 to 5000 is accepted"),
        ({"steps": [-1]}, "steps is -1; 0 to 5000 is accepted; ask for more"),
        ({"height": [513]}, "height is 513; 0 to 512 is accepted"),
        ({"steps": [1] * 65}, "the batch size is 65; 1 to 64 is accepted"),
        ({"height": [512], "width": [512], "steps": [5000]}, "batch size x height x width x steps is 1310720000"),
        ({"height": [512], "width": [512], "steps": [1, 1]}, "batch size x height x width is 524288"),
        ({"steps": [1, 2], "random_seed": [1, 2, 3]}, "split the request"),
        ({"height": [72, 73]}, "height goes from 72 to 73; one value for the whole request"),
    ],
    ids=lambda value: "" if isinstance(value, str) else "-".join(value),
)
def test_requests_out_of_bounds_are_refused_before_memory_is_taken(pattern, inputs, message):
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    found = refusal(pattern, **{name: np.int32(value) for name, value in inputs.items()})
    assert message in found
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 50_000


def test_states_out_of_bounds_are_refused(pattern):
    state = np.zeros((1, 4, 4, 8), np.float32)
    assert "state is nan" in refusal(pattern, state=np.full_like(state, np.nan))
    assert "-1000 to 1000 is accepted" in refusal(pattern, state=state + 2000)
    assert "which has to hold the state, is 3; 4 to 512" in refusal(pattern, state=state, height=np.int32([3]))
    assert "height of state is 513" in refusal(pattern, state=np.zeros((1, 513, 1, 8), np.float32))
    wide = {"state": np.zeros((1, 520, 2, 8), np.float32), "fire": np.zeros((1, 520, 2), np.float32)}
    assert "height of state is 520" in refusal(pattern, "step", **wide)
    assert "fire is 0 to 2" in refusal(pattern, "step", state=state, fire=np.float32([[[0, 1, 2, 0]] * 4]))


def test_images_out_of_bounds_are_refused(digits):
    image = small_models.digit()[None]
    assert "image is 0 to 255; 0 to 1 is accepted" in refusal(digits, image=image * 255)
    assert "batch size x steps is 510000" in refusal(digits, image=np.repeat(image, 255, 0), steps=np.int32([2000]))


def test_one_step_and_the_bare_rule_are_those_of_python(pattern, digits):
    for version, model in ((pattern, small_models.growing_model()), (digits, small_models.mnist_model())):
        for signature in model.signatures():
            if signature.name in ("step", "rule"):
                request = signature.example(3)
                expected = signature.function(**{name: tf.constant(value) for name, value in request.items()})
                answer = ask(version, signature.name, **request)
                for name, value in answer.items():
                    np.testing.assert_allclose(value, expected[name].numpy(), atol=1e-5)


def test_rendered_pictures_show_the_state(pattern, digits, tmp_path):
    seed = {"steps": np.int32([30]), "random_seed": np.int32([1])}
    content = ask(pattern, "render", zoom=np.int32([3]), **seed)["png_bytes"][0]
    (tmp_path / "picture.png").write_bytes(content)
    picture = np.asarray(Image.open(tmp_path / "picture.png"))
    rgba = ask(pattern, **seed)["rgba"][0]
    assert picture.shape == (216, 216, 4)
    alpha = np.clip(rgba[..., 3], 0, 1)
    np.testing.assert_allclose(picture[1::3, 1::3, 3], np.round(alpha * 255), atol=1)
    shown = alpha > 0.5
    colour = np.clip(rgba[..., :3][shown] / alpha[shown][:, None], 0, 1)
    np.testing.assert_allclose(picture[1::3, 1::3, :3][shown], np.round(colour * 255), atol=1)
    content = ask(digits, "render", image=small_models.digit()[None], zoom=np.int32([1]), steps=np.int32([5]))
    (tmp_path / "digit.png").write_bytes(content["png_bytes"][0])
    picture = np.asarray(Image.open(tmp_path / "digit.png"))
    assert picture.shape == (28, 28, 3) and (picture[0, 0] == 255).all() and (picture[6, 10] < 255).any()


def test_warm_up_records_parse_and_are_answered(models, pattern):
    path = models / "pattern" / "1" / "assets.extra" / "tf_serving_warmup_requests"
    records = [prediction_log_pb2.PredictionLog.FromString(raw.numpy()) for raw in tf.data.TFRecordDataset(str(path))]
    requests = [record.predict_log.request for record in records]
    names = [request.model_spec.signature_name for request in requests]
    assert names == ["serving_default", "render", "step", "rule"]
    assert {request.model_spec.name for request in requests} == {"pattern"}
    for request in requests:
        assert len(pattern.predict(request).outputs) >= 1


def test_handwritten_requests_equal_those_of_the_generated_code():
    inputs = {"b": np.arange(300, dtype=np.float32).reshape(3, 100), "a": np.int32([1])}
    expected = predict_pb2.PredictRequest()
    expected.model_spec.name, expected.model_spec.signature_name = "m" * 200, "step"
    for name, value in inputs.items():
        expected.inputs[name].CopyFrom(tf.make_tensor_proto(value))
    assert predict_pb2.PredictRequest.FromString(warm_up.predict_request("m" * 200, "step", inputs)) == expected


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
    shown = subprocess.run(command, capture_output=True, text=True, check=True).stdout
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
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
    while not ((folder / "2").exists() or list(folder.glob(f".tmp-{process.pid}-*/{file}*"))):
        assert process.poll() is None
        time.sleep(0.001)
    process.kill()
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
