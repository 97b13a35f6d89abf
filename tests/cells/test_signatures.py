"""Declared bounds become checks in the graph; declarations become TensorSpecs, default values and JSON."""

import json

import numpy as np
import pytest
import tensorflow as tf

from nca_tf.cells.signatures import Input, Signature, same, within
from tests import small_models


def message(function, *arguments):
    with pytest.raises(tf.errors.InvalidArgumentError) as caught:
        tf.function(function)(*arguments)
    return caught.value.message


@pytest.mark.parametrize(
    ("value", "low", "high", "said"),
    [
        (np.int32(9000), 0, 5000, "steps is 9000; 0 to 5000 is accepted; ask for less"),
        (np.int32(-1), 0, 5000, "steps is -1; 0 to 5000 is accepted; ask for more"),
        (np.int32([3, 9]), 0, 5, "steps is 3 to 9; 0 to 5 is accepted; ask for less"),
        (np.float32([0.5, 1.5]), 0, 1, "steps is 0.5 to 1.5; 0 to 1 is accepted; ask for less"),
        (np.float32(np.nan), 0, 1, "steps is nan; 0 to 1 is accepted"),
        (np.float32(np.inf), 0, 1, "steps is inf; 0 to 1 is accepted; ask for less"),
    ],
    ids=["above", "below", "range", "float", "nan", "infinite"],
)
def test_within_refuses_with_a_readable_message(value, low, high, said):
    assert said in message(lambda tensor: within(tensor, low, high, "steps"), tf.constant(value))


@pytest.mark.parametrize("value", [np.int32(0), np.int32(5), np.float32([[0.1, 5.0]]), np.zeros((0,), np.float32)])
def test_within_accepts_the_bounds_themselves(value):
    assert (tf.function(lambda tensor: within(tensor, 0, 5, "x"))(tf.constant(value)).numpy() == value).all()


def test_what_depends_on_a_checked_value_waits_for_the_check():
    def allocate(side):
        return tf.zeros([within(side, 1, 10, "side")] * 4)

    # 40,000 to the power of four bytes would be refused by the allocator, with another message.
    assert "side is 40000; 1 to 10 is accepted" in message(allocate, tf.constant(40000))


def test_same_gives_the_common_value_and_refuses_two():
    assert int(same(tf.constant([7, 7, 7]), "height")) == 7
    assert "height goes from 7 to 8; one value for the whole request" in message(
        lambda tensor: same(tensor, "height"), tf.constant([7, 8])
    )


def signature(**inputs):
    return Signature(
        "serving_default",
        lambda **tensors: {name: tf.identity(tensor) for name, tensor in tensors.items()},
        inputs,
        dict.fromkeys(inputs, "as it came"),
        frozenset({"saved_model"}),
        lambda: {},
    )


def test_extents_and_values_are_checked():
    state = Input("float32", (None, None, 3), low=-1, most=(2, 4, None), most_values=12)
    checked = signature(state=state).graph_function(checked=True)
    assert checked(tf.zeros([1, 4, 3]))["state"].shape == (1, 4, 3)
    for shape, said in (((3, 1, 3), "is 3; 1 to 2"), ((1, 5, 3), "is 5; 1 to 4"), ((2, 3, 3), "values in state is 18")):
        with pytest.raises(tf.errors.InvalidArgumentError, match=said):
            checked(tf.zeros(shape))
    with pytest.raises(tf.errors.InvalidArgumentError, match="state is -2; -1 to"):
        checked(tf.fill([1, 1, 3], -2.0))


def test_unchecked_functions_hold_no_assertion():
    bounded = signature(steps=Input("int32", (None,), 0, 5))
    graph = bounded.graph_function(checked=False).get_concrete_function().graph
    assert {operation.type for operation in graph.get_operations()} <= {"Placeholder", "Identity"}


def test_default_values_are_saved_with_the_inputs_they_belong_to(tmp_path):
    from tensorflow.core.protobuf import saved_model_pb2

    # The required input comes last in the alphabet, so that order alone would mix them up.
    inputs = {
        "zebra": Input("float32", (None,)),
        "apple": Input("int32", (None,), default=np.array([5])),
        "mango": Input("float32", (None, 2), default=np.array([[1.0, 2.0]])),
    }
    tf.saved_model.save(
        tf.Module(), str(tmp_path), signatures={"serving_default": signature(**inputs).graph_function(checked=True)}
    )
    saved = saved_model_pb2.SavedModel.FromString((tmp_path / "saved_model.pb").read_bytes())
    defaults = saved.meta_graphs[0].signature_def["serving_default"].defaults
    assert {name: tf.make_ndarray(value).tolist() for name, value in defaults.items()} == {
        "apple": [5],
        "mango": [[1.0, 2.0]],
    }


def test_only_fixed_shapes_after_the_first_axis_are_mergeable():
    assert signature(a=Input("int32", (None,)), b=Input("float32", (None, 28, 28))).mergeable
    assert not signature(a=Input("int32", (None,)), b=Input("float32", (None, None, 28))).mergeable
    assert not signature(a=Input("int32", ())).mergeable


@pytest.mark.parametrize("make", [small_models.growing_model, small_models.mnist_model])
def test_every_family_declares_completely(make):
    model = make()
    signatures = {signature.name: signature for signature in model.signatures()}
    assert {"serving_default", "render", "step", "rule"} <= signatures.keys()
    for each in signatures.values():
        assert each.formats <= {"saved_model", "tfjs", "tflite", "onnx"} and each.formats
        described = json.loads(json.dumps(each.describe()))
        assert all(spec["about"] for spec in described["inputs"].values()) and all(described["outputs"].values())
        example = each.example()
        assert example.keys() == each.inputs.keys()
        for name, value in example.items():
            spec = each.inputs[name]
            assert value.dtype == spec.dtype and len(value.shape) == len(spec.shape)
            assert all(want in (None, have) for want, have in zip(spec.shape, value.shape, strict=True))
        answer = each.graph_function(checked=True)(*(tf.constant(example[name]) for name in sorted_names(each)))
        assert answer.keys() == each.outputs.keys()


def sorted_names(each):
    return sorted(each.inputs, key=lambda name: (each.inputs[name].default is not None, name))


def test_the_bare_rule_gives_what_the_step_adds():
    model = small_models.growing_model()
    signatures = {signature.name: signature for signature in model.signatures()}
    state = np.random.default_rng(0).normal(0.5, 0.2, (1, 3, 3, 8)).astype(np.float32)
    after = model.step(tf.constant(state), tf.ones([1, 3, 3])).numpy()
    increments = signatures["rule"].function(patches=tf.constant(state.reshape(1, -1)))["increments"].numpy()
    np.testing.assert_allclose(after[0, 1, 1] - state[0, 1, 1], increments[0], atol=1e-6)


def test_the_bare_rule_of_digits_gives_what_the_step_adds():
    model = small_models.mnist_model()
    signatures = {signature.name: signature for signature in model.signatures()}
    state = np.random.default_rng(0).random((1, 3, 3, 14)).astype(np.float32) + 0.2
    noise = np.random.default_rng(1).normal(size=(1, 3, 3, 13)).astype(np.float32)
    after = model.step(tf.constant(state), tf.ones([1, 3, 3]), tf.constant(noise)).numpy()
    increments = signatures["rule"].function(patches=tf.constant(state.reshape(1, -1)))["increments"].numpy()
    expected = increments[0] + model.noise * noise[0, 1, 1]
    np.testing.assert_allclose(after[0, 1, 1, 1:] - state[0, 1, 1, 1:], expected, atol=1e-6)
    assert after[0, 1, 1, 0] == state[0, 1, 1, 0]
