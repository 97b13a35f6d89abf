"""Perception, edges and life against values worked out by hand."""

import numpy as np
import pytest
import tensorflow as tf
from random_automata import blob_state, random_growing

from nca_tf.cells.edges import pad
from nca_tf.cells.frame import Frame
from nca_tf.cells.life import ALPHA, spread
from nca_tf.cells.perception import Sensors, perceive_grid
from nca_tf.families.growing.automaton import GrowingCA
from nca_tf.files.errors import InputError

NUMBERS = np.arange(1.0, 10.0, dtype=np.float32).reshape(1, 3, 3, 1)


def perceive(state, angle=0.0, edges="zero"):
    filters = tf.constant(Sensors(angle).filters, tf.float32)
    return perceive_grid(tf.constant(state), filters, edges).numpy()


def test_centre_of_a_3x3_grid():
    # x: ((3 + 2*6 + 9) - (1 + 2*4 + 7)) / 8, y: ((7 + 2*8 + 9) - (1 + 2*2 + 3)) / 8
    np.testing.assert_allclose(perceive(NUMBERS)[0, 1, 1], [5.0, 1.0, 3.0])


def test_corner_sees_nothing_beyond_a_zero_edge():
    # x: (2*2 + 5) / 8, y: (2*4 + 5) / 8
    np.testing.assert_allclose(perceive(NUMBERS)[0, 0, 0], [1.0, 9 / 8, 13 / 8])


def test_corner_sees_the_other_side_of_a_torus():
    # columns 3|1|2 and rows 3|1|2 around the corner: x: ((8 + 2*2 + 5) - (9 + 2*3 + 6)) / 8, y: ((6+2*4+5)-(9+2*7+8))/8
    np.testing.assert_allclose(perceive(NUMBERS, edges="wrap")[0, 0, 0], [1.0, -4 / 8, -12 / 8])


def test_channels_stay_together():
    state = np.random.default_rng(0).normal(size=(1, 5, 5, 2)).astype(np.float32)
    together = perceive(state)
    for channel in range(2):
        alone = perceive(state[..., channel : channel + 1])
        np.testing.assert_allclose(together[..., 3 * channel : 3 * channel + 3], alone, atol=1e-6)


def test_quarter_turn_of_the_sensors():
    filters = Sensors(np.pi / 2).filters
    straight = Sensors(0.0).filters
    np.testing.assert_allclose(filters[..., 1], -straight[..., 2], atol=1e-12)
    np.testing.assert_allclose(filters[..., 2], straight[..., 1], atol=1e-12)


@pytest.mark.parametrize("form", ["dense", "live"])
def test_a_pattern_can_be_turned_towards_another(form):
    """An angle has the gradient of its effect, alone as well as one for each image."""
    model = random_growing(dtype="float64")
    state = tf.constant(np.concatenate([blob_state(9, 9, 16, seed) for seed in range(2)]), tf.float64)

    def turned(angle):
        return tf.reduce_sum(model.rollout(state, 3, form=form, random_seed=1, angle=angle) ** 2)

    for start in (0.7, [0.7, -0.2]):
        angle = tf.Variable(start, dtype=tf.float64)
        with tf.GradientTape() as tape:
            loss = turned(angle)
        found = np.ravel(tape.gradient(loss, angle))
        for place in range(found.size):
            nudge = np.zeros(np.shape(start))
            nudge.flat[place] = 1e-5
            expected = (turned(tf.constant(start + nudge)) - turned(tf.constant(start - nudge))) / 2e-5
            assert abs(expected) > 1e-3
            np.testing.assert_allclose(found[place], expected, rtol=1e-3)


def test_each_image_may_have_its_own_angle():
    model = random_growing()
    state = tf.constant(np.concatenate([blob_state(9, 9, 16, seed) for seed in range(3)]))
    fire = tf.ones([3, 9, 9], tf.bool)
    angles = [0.0, 0.7, -2.0]
    for form in ("dense", "live"):
        together = model.rollout(state, 3, form=form, angle=angles)
        apart = [model.rollout(state, 3, form=form, angle=angle)[k] for k, angle in enumerate(angles)]
        np.testing.assert_allclose(together, np.stack(apart), atol=1e-6)
    stepped = model.step(state, fire, angle=angles, step_size=[1.0, 0.5, 0.0])
    np.testing.assert_allclose(stepped[1], model.step(state, fire, angle=0.7, step_size=0.5)[1], atol=1e-6)


def test_turned_sensors_and_masks_turn_the_whole_rollout():
    """On an odd grid, turning the sensors by 90 degrees and the fire masks with them turns every state."""
    model = GrowingCA()
    rng = np.random.default_rng(1)
    for weight in model.weights:
        weight.assign(rng.normal(0, 0.1, weight.shape))
    straight = turned = model.seed_state(1, 15, 15)
    for _ in range(12):
        fire = rng.random((1, 15, 15)) < 0.5
        straight = model.step(straight, tf.constant(fire))
        turned = model.step(turned, tf.constant(np.rot90(fire, axes=(1, 2)).copy()), angle=np.pi / 2)
    assert np.abs(straight).max() > 0.1
    np.testing.assert_allclose(turned, np.rot90(straight, axes=(1, 2)), atol=2e-5)


@pytest.mark.parametrize("edges", ["zero", "wrap"])
@pytest.mark.parametrize("size", [3, 5])
def test_neighbour_indices_follow_the_padding(edges, size):
    grid = np.arange(1, 2 * 4 * 5 + 1, dtype=np.int32).reshape(2, 4, 5)
    padded = pad(tf.constant(grid), edges, size // 2).numpy()
    windows = np.lib.stride_tricks.sliding_window_view(padded, (size, size), axis=(1, 2)).reshape(-1, size**2)
    frame, reach = Frame(2, 4, 5, edges), size // 2
    values = np.append(grid.reshape(-1), 0)
    np.testing.assert_array_equal(values[frame.neighbours(reach)], windows)
    assert frame.neighbours(reach) is frame.neighbours(reach)


def test_life_is_strictly_above_the_threshold_and_reaches_one_cell():
    automaton = GrowingCA()
    state = np.zeros((1, 5, 5, automaton.channels), np.float32)
    state[0, 2, 2, ALPHA] = 0.1
    assert not automaton.cover(tf.constant(state)).numpy().any()
    state[0, 2, 2, ALPHA] = np.nextafter(np.float32(0.1), np.float32(1.0))
    expected = np.zeros((1, 5, 5), bool)
    expected[0, 1:4, 1:4] = True
    np.testing.assert_array_equal(automaton.cover(tf.constant(state)).numpy(), expected)


def test_life_wraps_only_where_asked():
    corner = np.zeros((1, 4, 4), bool)
    corner[0, 0, 0] = True
    assert spread(tf.constant(corner), "zero").numpy().sum() == 4
    assert spread(tf.constant(corner), "wrap").numpy().sum() == 9


def test_unknown_edges_are_refused():
    with pytest.raises(InputError, match="edges is 'mirror'; expected one of zero, wrap"):
        GrowingCA(edges="mirror")
