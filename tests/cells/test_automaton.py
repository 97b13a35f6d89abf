"""What holds for any automaton: its settings stay, its type is one, controls are checked, images stop on their own."""

import gc
import weakref

import keras
import numpy as np
import pytest
import tensorflow as tf
from random_automata import blob_state, random_growing

from nca_tf.cells import frame
from nca_tf.cells.draws import SeededDraws, seeded
from nca_tf.families.growing.automaton import GrowingCA
from nca_tf.families.mnist.automaton import SelfClassifyingCA
from nca_tf.files.errors import InputError


@pytest.mark.parametrize(
    ("model", "name", "value"),
    [
        (GrowingCA(), "fire_rate", 0.25),
        (GrowingCA(), "angle", 1.0),
        (GrowingCA(), "edges", "wrap"),
        (SelfClassifyingCA(), "noise", 0.0),
        (SelfClassifyingCA(), "edges", "wrap"),
    ],
)
def test_settings_can_not_be_changed(model, name, value):
    before = getattr(model, name)
    with pytest.raises(AttributeError, match=f"{name} of a {type(model).__name__} can't be changed.*{name}={value!r}"):
        setattr(model, name, value)
    assert getattr(model, name) == before


@pytest.mark.parametrize("form", ["dense", "live"])
def test_double_precision_from_the_seed_to_the_end(form):
    model = random_growing(dtype="float64")
    state = model.rollout(model.seed_state(1, 9, 9), 5, form=form, angle=0.3, step_size=0.5)
    assert state.dtype == tf.float64 and np.abs(state).max() > 0.1
    classifier = SelfClassifyingCA(dtype="float64")
    labels = classifier.classify(np.full((9, 9), 200, np.uint8), steps=3)
    assert labels.state.dtype == np.float64


def test_a_policy_of_two_types_is_refused():
    with pytest.raises(InputError, match='the dtype policy is mixed_bfloat16, of two types; .*"float32" or "float64"'):
        GrowingCA(dtype="mixed_bfloat16")
    before = keras.config.dtype_policy()
    keras.config.set_dtype_policy("mixed_float16")
    try:
        with pytest.raises(InputError, match="mixed_float16"):
            SelfClassifyingCA()
    finally:
        keras.config.set_dtype_policy(before)


@pytest.mark.parametrize(
    ("controls", "message"),
    [
        ({"angel": 1.0}, "angel is no control of a GrowingCA; known are angle, step_size; correct the name"),
        ({"angle": [1.0, 2.0]}, r"angle has the shape \(2,\); a number was expected, or 3 of them"),
        ({"step_size": np.ones((3, 4))}, r"step_size has the shape \(3, 4\)"),
    ],
)
def test_controls_are_checked(controls, message):
    model = GrowingCA()
    with pytest.raises(InputError, match=message):
        model.rollout(model.seed_state(3, 5, 5), 1, **controls)


@pytest.mark.slow
def test_controls_are_sliced_with_the_batch_by_shards():
    model = random_growing(fire_rate=1.0)
    state = tf.constant(np.concatenate([blob_state(8, 8, 16, seed) for seed in range(4)]))
    angles = np.float32([0.0, 0.5, 1.0, 2.0])
    together = model.rollout(state, 4, angle=angles)
    np.testing.assert_allclose(model.rollout(state, 4, shards=4, angle=angles), together, atol=1e-6)


def test_an_image_whose_steps_are_over_keeps_its_state():
    model = random_growing()
    state = tf.constant(np.concatenate([blob_state(8, 8, 16, seed) for seed in range(3)]))
    seen = []

    def draws(step):
        return SeededDraws(tf.constant(7), step)

    for steps in (0, 2, 5):
        seen.append(model.run(state, steps, draws, form="dense")[0])
    each = model.run(state, tf.constant([5, 0, 2]), draws, form="dense")[0]
    np.testing.assert_array_equal(each, np.stack([seen[2][0], seen[0][1], seen[1][2]]))


def test_two_rules_never_share_a_draw():
    draws = seeded(tf.constant(3))(tf.constant(1))
    names = [draws, draws.of("host"), draws.of("adversary"), draws.of("host").of("host")]
    masks = [one.mask("fire", (1, 16, 16), 0.5).numpy() for one in names]
    for number, mask in enumerate(masks):
        for other in masks[:number]:
            assert 0.3 < (mask != other).mean() < 0.7


def test_a_frame_goes_with_its_rollout():
    made, kept = [], frame.Frame.__init__

    def remember(self, *arguments):
        kept(self, *arguments)
        made.append(weakref.ref(self))

    frame.Frame.__init__ = remember
    try:
        model = random_growing()
        model.run(tf.constant(blob_state(8, 8, 16)), 2, seeded(tf.constant(1)), form="live")
    finally:
        frame.Frame.__init__ = kept
    gc.collect()
    assert made and not any(reference() for reference in made)


@pytest.mark.slow
def test_six_models_in_one_process_are_no_fault(caplog):
    """TensorFlow warns of a function that it has to trace anew five times; each model's rollout is one of its own."""
    logger = tf.get_logger()
    logger.addHandler(caplog.handler)
    try:
        for _ in range(6):
            model = GrowingCA(channels=5, hidden=4)
            model.rollout(model.seed_state(1, 4, 4), 1)
    finally:
        logger.removeHandler(caplog.handler)
    assert not [record for record in caplog.records if "retracing" in record.getMessage()]
