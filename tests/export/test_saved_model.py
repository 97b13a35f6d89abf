"""SavedModels for TF Serving: signatures, bounds, determinism, warm-up, configuration, clients."""

import resource
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import tensorflow as tf
from PIL import Image
from tensorflow_serving.apis import predict_pb2, prediction_log_pb2

from export import warm_up
from tests import small_models

ROOT = Path(__file__).resolve().parents[2]


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
