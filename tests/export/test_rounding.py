"""Kernels rounded to 8 bits so that the errors of one cell's inputs cancel."""

import numpy as np
import pytest
import tensorflow as tf

from export import model_argument, rounding
from nca_tf.families.mnist.automaton import SelfClassifyingCA
from tests import small_models


@pytest.fixture
def kernel():
    return np.random.default_rng(0).normal(size=(24, 10)).astype(np.float32)


@pytest.fixture
def inputs():
    """Inputs of which most follow from a few: [cells, 24]."""
    rng = np.random.default_rng(1)
    return rng.normal(size=(500, 4)) @ rng.normal(size=(4, 24)) + 0.05 * rng.normal(size=(500, 24))


def nearest(kernel):
    step, zero, first, last = rounding.affine_levels(kernel)
    return (np.clip(np.round(kernel / step + zero), first, last) - zero) * step


def test_every_weight_is_on_a_level_and_the_levels_stay_the_same(kernel, inputs):
    rounded = rounding.round_kernel(kernel, inputs.T @ inputs / len(inputs))
    step, zero, *_ = rounding.affine_levels(kernel)
    levels = rounded / step + zero
    np.testing.assert_allclose(levels, np.round(levels), atol=1e-4)
    assert levels.min() == pytest.approx(0, abs=1e-4) and levels.max() == pytest.approx(255, abs=1e-4)
    np.testing.assert_allclose(rounding.affine_levels(rounded)[:2], (step, zero), rtol=1e-6)


def test_symmetric_levels_are_each_output_s_own(kernel, inputs):
    kernel = kernel * np.arange(10, dtype=np.float32)
    rounded = rounding.round_kernel(kernel, inputs.T @ inputs / len(inputs), rounding.symmetric_levels)
    step = rounding.symmetric_levels(kernel)[0]
    np.testing.assert_allclose(rounded / step, np.round(rounded / step), atol=1e-4)
    np.testing.assert_allclose(np.abs(rounded).max(axis=0), np.abs(kernel).max(axis=0), rtol=1e-6)
    assert not rounded[:, 0].any()


def test_what_the_layer_gives_changes_far_less_than_by_rounding_to_the_nearest(kernel, inputs):
    rounded = rounding.round_kernel(kernel, inputs.T @ inputs / len(inputs))
    change = np.square(inputs @ (rounded - kernel)).mean()
    assert change < 0.1 * np.square(inputs @ (nearest(kernel) - kernel)).mean()


def test_inputs_that_are_never_seen_mean_rounding_to_the_nearest(kernel):
    np.testing.assert_allclose(rounding.round_kernel(kernel, np.zeros((24, 24))), nearest(kernel), atol=1e-6)
    flat = np.zeros((24, 10), np.float32)
    np.testing.assert_array_equal(rounding.round_kernel(flat, np.eye(24)), flat)


@pytest.mark.parametrize("family", ["growing", "mnist"])
def test_moments_are_those_of_what_the_rule_is_given(tmp_path, family):
    source = model_argument.load(small_models.save(getattr(small_models, f"{family}_model")(), tmp_path / family))
    rule = source.model.rule
    moments = rounding.input_moments(source)
    of_the_rule = [moments[f"dense{number}/kernel"] for number in range(1, len(rule.kernels) + 1)]
    assert len(moments) == len(of_the_rule) + (family == "mnist")
    for kernel, moment in zip(rule.kernels, of_the_rule, strict=True):
        assert moment.shape == (kernel.shape[0],) * 2 and np.trace(moment) > 0
        assert np.linalg.eigvalsh(moment).min() > -1e-6 * np.trace(moment)
    assert "call" not in vars(rule)
    assert rule(tf.zeros([1, rule.widths[0]])).shape == (1, rule.widths[-1])
    weights = {name: weight.numpy() for name, weight in source.model.named_weights().items()}
    rounded = rounding.rounded_weights(source)
    assert rounded.keys() == weights.keys()
    for name, values in rounded.items():
        assert np.array_equal(values, weights[name]) == (name not in moments)


@pytest.mark.parametrize("kernel_size", [3, 5])
def test_moments_of_a_learned_perception_are_those_of_living_neighbourhoods(tmp_path, kernel_size):
    model = SelfClassifyingCA(channels=14, features=10, hidden=9, kernel_size=kernel_size)
    rng = np.random.default_rng(2)
    for weight in model.trainable_variables:
        weight.assign(rng.normal(0, 0.05, weight.shape))
    source = model_argument.load(small_models.save(model, tmp_path / "mnist"))
    moments = rounding.input_moments(source)["perceive/kernel"]
    kernel = model.kernel.numpy().reshape(len(moments), -1)
    perceived = []
    for state, _, _ in rounding._watched(source):
        everywhere = tf.nn.conv2d(state, model.kernel, 1, "SAME").numpy()
        perceived.append(everywhere[state[..., 0] > model.alive_threshold])
    expected = np.square(np.concatenate(perceived, dtype=np.float64)).mean(axis=0)
    np.testing.assert_allclose(np.diag(kernel.T @ moments @ kernel), expected, rtol=1e-4)
