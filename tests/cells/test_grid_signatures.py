"""Signatures of families that do not exist yet follow from what they declare: several masks, noise, controls."""

import types

import numpy as np
import tensorflow as tf

from nca_tf.cells import grid_signatures
from nca_tf.cells.signatures import Input, Limits, Noise

LIMITS = Limits(batch=4, side=16)
CONTROLS = {
    "strength": Input("float32", (None,), -1.0, 1.0, "how strongly the states are turned", default=np.array([0.5])),
    "where": Input("float32", (None, None, None), 0.0, 1.0, "1 where adversaries are", default=np.zeros((1, 1, 1))),
}


def mixed(noise=0.1):
    """Two rules with a fire mask each, mixed by a mask, and noise; its step says what it was given."""

    def step(state, host, adversary, jitter, strength, where):
        added = host + 10 * adversary + 100 * where + 1000 * strength[:, None, None]
        return state + added[..., None] + (0.0 if jitter is None else tf.pad(jitter, [[0, 0]] * 3 + [[1, 0]]))

    names = ("host_fire", "adversary_fire", "jitter")
    model = types.SimpleNamespace(channels=5, fire_rate=0.5, draw_names=names, step=step)
    model.seed_state = lambda batch, height, width: tf.ones([batch, height, width, 5])
    start, noises = np.zeros((1, 6, 7, 5), np.float32), {"jitter": Noise(4, noise)}
    return model, grid_signatures.step(model, LIMITS, start, noises=noises, controls=CONTROLS)


def test_a_step_takes_each_mask_the_noise_and_each_control():
    _, signature = mixed()
    assert list(signature.inputs) == ["state", "host_fire", "adversary_fire", "jitter", "strength", "where"]
    assert signature.inputs["jitter"].shape == (None, None, None, 4)
    example = signature.example(3)
    assert {name: value.shape for name, value in example.items()} == {
        "state": (1, 6, 7, 5),
        "host_fire": (1, 6, 7),
        "adversary_fire": (1, 6, 7),
        "jitter": (1, 6, 7, 4),
        "strength": (1,),
        "where": (1, 6, 7),
    }
    assert not np.array_equal(example["host_fire"], example["adversary_fire"])
    function = signature.graph_function(checked=True)
    found = function(**{name: tf.constant(value) for name, value in example.items()})["state"].numpy()
    expected = example["host_fire"] + 10 * example["adversary_fire"] + 500
    np.testing.assert_allclose(found[..., 0], expected)
    np.testing.assert_allclose(found[..., 1:] - expected[..., None], example["jitter"], atol=1e-4)


def test_noise_that_is_scaled_by_zero_is_no_input():
    _, signature = mixed(noise=0.0)
    assert list(signature.inputs) == ["state", "host_fire", "adversary_fire", "strength", "where"]
    request = {name: tf.constant(value) for name, value in signature.example().items()}
    assert signature.function(**request)["state"].shape == (1, 6, 7, 5)


def test_a_request_has_the_controls_with_their_defaults():
    model, _ = mixed()
    inputs = grid_signatures.grid_request(model, LIMITS, 6, {"strength": CONTROLS["strength"]})
    assert list(inputs) == ["state", "height", "width", "steps", "random_seed", "strength"]
    example = grid_signatures.request_example(inputs, height=6)(4)
    assert (example["strength"], example["height"], example["random_seed"]) == ([0.5], [6], [4])
    assert example["state"].shape == (1, 1, 1, 5)


def test_a_signature_says_which_weights_its_graph_holds():
    weights = {"host/dense1/kernel": 1, "adversary/dense1/kernel": 2}
    one = grid_signatures.rule(tf.identity, LIMITS, 3, 5, "[cells, 5]", "adversary", ("adversary/dense1/kernel",))
    assert one.name == "adversary" and one.held(weights) == {"adversary/dense1/kernel": 2}
    assert mixed()[1].held(weights) == weights
