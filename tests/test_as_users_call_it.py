"""Calls of the Python interface that are natural and wrong: each is an error in one line, and none a wrong answer."""

import keras
import numpy as np
import pytest
import tensorflow as tf
from random_automata import random_digits, random_growing
from random_manifolds import random_manifold

import nca_tf
from nca_tf import wounds
from nca_tf.cells.forms import best_form
from nca_tf.families.takeover.injection import Injection


@pytest.fixture(scope="module")
def growing():
    return random_growing(channels=8, hidden=16)


def test_a_rollout_that_goes_on_from_its_step_is_one_that_never_stopped(growing):
    start = growing.seed_state(2, 9, 10)
    whole = growing.rollout(start, 7, random_seed=3)
    parts = growing.rollout(growing.rollout(start, 3, random_seed=3), 4, random_seed=3, first_step=3)
    np.testing.assert_array_equal(parts, whole)
    again = growing.rollout(growing.rollout(start, 3, random_seed=3), 4, random_seed=3)
    assert np.abs(again - whole).max() > 1e-3, "else the test would show nothing"


def test_a_rollout_may_be_part_of_a_model_whose_batch_is_not_known_yet(growing):
    start = growing.rollout(growing.seed_state(3, 9, 10), 4)
    for shape in ([None, 9, 10, 8], [None, None, None, 8]):
        grow = tf.function(lambda state: growing.rollout(state, 3), input_signature=[tf.TensorSpec(shape)])
        np.testing.assert_allclose(grow(start), growing.rollout(start, 3), atol=1e-6)
    for arguments, line in (({"form": "live"}, "form is 'live' and the states"), ({"shards": 3}, "the batch has None")):
        with pytest.raises(nca_tf.InputError, match=line):
            tf.function(
                lambda state, options=arguments: growing.rollout(state, 3, **options),
                input_signature=[tf.TensorSpec([None, 9, 10, 8])],
                autograph=False,
            ).get_concrete_function()


def test_masks_may_be_whole_numbers_and_so_may_angles(growing):
    state = growing.rollout(growing.seed_state(1, 9, 10), 4)
    mask = np.random.default_rng(0).random((1, 9, 10)) < 0.5
    for kind in (int, np.uint8, np.float64):
        np.testing.assert_array_equal(growing.step(state, mask.astype(kind)), growing.step(state, mask))
    np.testing.assert_allclose(growing.rollout(state, 2, angle=1), growing.rollout(state, 2, angle=1.0), atol=1e-6)


def test_pictures_may_be_bytes():
    manifold = random_manifold()
    shape = (2, manifold.size, manifold.size, manifold.colours)
    pictures = np.random.default_rng(0).integers(0, 256, shape, np.uint8)
    np.testing.assert_allclose(manifold.encode(pictures), manifold.encode(np.float32(pictures) / 255), atol=1e-6)
    for wrong in (np.float32(pictures), -np.float32(pictures) / 255):
        with pytest.raises(nca_tf.InputError, match="integers from 0 to 255 or floats from 0 to 1 were expected"):
            manifold.encode(wrong)
    with pytest.raises(nca_tf.InputError, match="codes have the shape"):
        manifold.genome(manifold.encode(pictures))


@pytest.mark.parametrize(
    ("state", "arguments", "line"),
    [
        (np.zeros((9, 10, 8), np.float32), {}, r"the state has the shape \(9, 10, 8\); \[batch, height, width, 8\]"),
        (np.zeros((1, 9, 10, 7), np.float32), {}, r"the state has the shape \(1, 9, 10, 7\)"),
        (np.zeros((0, 9, 10, 8), np.float32), {}, r"the state has the shape \(0, 9, 10, 8\)"),
        (None, {"steps": 2**32}, "steps is 4294967296; expected 0 or more, below"),
        (None, {"first_step": -1}, "first_step is -1; expected 0 or more"),
        (None, {"random_seed": 2**40}, "random_seed is 1099511627776; "),
        (None, {"form": "sparse"}, "form is 'sparse'; expected one of auto, dense, live"),
    ],
)
def test_what_a_rollout_can_not_begin_with_is_refused(growing, state, arguments, line):
    state = growing.seed_state(1, 9, 10) if state is None else state
    with pytest.raises(nca_tf.InputError, match=line):
        growing.rollout(state, **{"steps": 1, **arguments})


def test_other_slips_are_refused(growing, tmp_path):
    with pytest.raises(nca_tf.InputError, match="host and adversary are the same object"):
        nca_tf.InjectedCA(growing, growing)
    with pytest.raises(nca_tf.InputError, match=r"the image has the shape \(28, 28, 3\), with colours"):
        random_digits().classify(np.zeros((28, 28, 3), np.uint8))
    with pytest.raises(ValueError, match="the cut 'top' is unknown; one of lower, upper"):
        wounds.cut(np.zeros((9, 10, 8)), "top")
    with pytest.raises(nca_tf.InputError, match="what is to be injected is a 'circle'"):
        Injection("circle", 2)
    with pytest.raises(nca_tf.InputError, match="form is 'sparse'"):
        best_form("sparse")
    perturbed = nca_tf.PerturbedCA(growing, {"tailless": np.eye(8)})
    with pytest.raises(nca_tf.InputError, match="there is no perturbation 'tailess'; one of tailless was expected"):
        perturbed.change("tailess")
    for model, dtype, line in (
        (keras.Sequential(), None, "a Sequential is no automaton of this package"),
        (growing, "int8", "dtype is 'int8'; float16, float32 or float64 was expected"),
    ):
        with pytest.raises(nca_tf.InputError, match=line):
            nca_tf.save(model, tmp_path / "model", dtype=dtype)
    assert not (tmp_path / "model").exists()


@pytest.mark.parametrize("rules", [5, None])
def test_rules_that_are_no_list_are_one_line(rules):
    with pytest.raises(nca_tf.InputError, match=f"the rules are {rules}; models were expected"):
        nca_tf.MultiRuleCA(rules)


@pytest.mark.parametrize(
    ("controls", "line"),
    [
        ({"at": 3}, "at is 3 and nothing is injected; both were expected"),
        ({"injected": np.ones((1, 8, 8), np.int32), "at": 2.7}, "at has fractions; whole numbers"),
        ({"injected": np.ones((1, 8, 8), np.int32), "at": -3}, "at has numbers from -3 to -3; 0 to"),
    ],
)
def test_when_cells_are_handed_over_is_a_step(controls, line):
    model = nca_tf.MultiRuleCA([nca_tf.GrowingCA()])
    with pytest.raises(nca_tf.InputError, match=line):
        model.rollout(model.seed_state(1, 8, 8), 4, **controls)
