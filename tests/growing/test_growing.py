"""The growing automaton: one step by hand, the published model's golden trajectory, what Keras users expect."""

import numpy as np
import pytest
import tensorflow as tf
from random_automata import blob_state, random_growing
from shared_data import shared_path

import nca_tf
from nca_tf.cells.dense import DenseNeighbourhood
from nca_tf.cells.draws import SeededDraws, rollout_seed
from nca_tf.cells.perception import Sensors
from nca_tf.files.errors import InputError
from nca_tf.metrics import image_losses
from nca_tf.pictures.targets import place

PUBLISHED = "originals/growing/lizard_ex3_run0_graphmodel.json"
GOLDEN = {0: 6.8537e-2, 100: 6.2163e-4, 150: 2.4309e-4, 200: 1.8318e-4, 300: 1.5572e-4, 400: 1.4514e-4, 600: 1.4313e-4}
EXPLODING = {50: 2.5265e-2, 100: 8.1082e-2, 150: 0.18248, 300: 0.21926}


def published_lizard(**arguments) -> nca_tf.GrowingCA:
    from export import originals
    from nca_tf.files.model_files import assign_weights

    model = nca_tf.GrowingCA(**arguments)
    assign_weights(model, originals.read(shared_path(PUBLISHED)).arrays, PUBLISHED)
    return model


def published_target(padding: int) -> np.ndarray:
    from PIL import Image

    image = Image.open(shared_path("originals/targets/noto2019_1f98e.png")).convert("RGBA")
    image.thumbnail((40, 40), Image.LANCZOS)
    pixels = np.float32(image) / 255.0
    pixels[..., :3] *= pixels[..., 3:]
    return place(pixels, 40 + 2 * padding, 40 + 2 * padding)


@pytest.mark.parametrize("form", ["dense", "live"])
@pytest.mark.parametrize(("step_size", "golden"), [(0.5, GOLDEN), (1.0, EXPLODING)])
def test_golden_trajectory_of_the_published_lizard(form, step_size, golden):
    model = published_lizard(fire_rate=1.0, step_size=step_size)
    states = model.rollout(model.seed_state(1, 56, 56), max(golden), return_states=True, form=form)
    target = published_target(padding=8)
    for step, loss in golden.items():
        # An exploding rollout magnifies rounding.
        assert float(image_losses(states[step], target)[0]) == pytest.approx(loss, rel=1e-3), step


def test_one_step_by_hand():
    """Layers small enough to follow: 5 channels, one hidden unit that adds up alpha and its x-gradient."""
    model = nca_tf.GrowingCA(channels=5, hidden=1)
    first = np.zeros((15, 1), np.float32)
    first[3 * 3 + 0] = 1.0
    first[3 * 3 + 1] = 8.0
    model.rule.kernels[0].assign(first)
    model.rule.biases[0].assign([-1.0])
    model.rule.kernels[1].assign(np.full((1, 5), 0.5, np.float32))
    model.rule.biases[1].assign([0.0, 0.0, 0.0, 0.25, 0.0])
    state = np.zeros((1, 3, 3, 5), np.float32)
    state[0, 1, 1, 3] = 2.0
    fire = np.ones((1, 3, 3), bool)
    fire[0, 2, 2] = False
    actual = model.step(tf.constant(state), tf.constant(fire)).numpy()[0]
    # 8 * x-gradient of alpha: twice the right column minus twice the left one, weighted 1, 2, 1.
    hidden = np.maximum([[2.0 - 1, -1.0, -2.0 - 1], [4.0 - 1, 2.0 - 1, -4.0 - 1], [2.0 - 1, -1.0, -2.0 - 1]], 0.0)
    expected = np.repeat(hidden[..., None] * 0.5, 5, axis=-1)
    expected[..., 3] += 0.25
    expected[2, 2] = 0.0
    expected[1, 1, 3] += 2.0
    np.testing.assert_allclose(actual, expected, atol=1e-6)


def test_a_cell_that_loses_its_last_mature_neighbour_dies():
    model = nca_tf.GrowingCA(channels=5, hidden=1)
    model.rule.biases[1].assign([1.0, 1.0, 1.0, -1.0, 1.0])
    state = np.zeros((1, 5, 5, 5), np.float32)
    state[0, 2, 2] = [0.5, 0.5, 0.5, 0.9, 0.5]
    after = model.step(tf.constant(state), tf.ones([1, 5, 5], tf.bool)).numpy()
    assert not after.any()


def test_seed_state():
    seed = nca_tf.GrowingCA().seed_state(2, 9, 12).numpy()
    assert seed.shape == (2, 9, 12, 16)
    assert seed.sum() == 2 * 13
    np.testing.assert_array_equal(seed[:, 4, 6], np.repeat([[0.0] * 3 + [1.0] * 13], 2, axis=0))


def test_an_untrained_automaton_does_nothing_and_has_8336_parameters():
    model = nca_tf.GrowingCA()
    assert model.count_params() == 8336
    seed = model.seed_state(1, 8, 8)
    np.testing.assert_array_equal(model.rollout(seed, 5), seed)


def test_rollout_with_all_states_ends_where_the_plain_one_does():
    model = random_growing()
    state = tf.constant(blob_state(12, 12, 16))
    states = model.rollout(state, 9, random_seed=4, return_states=True)
    assert states.shape == (10, 1, 12, 12, 16)
    np.testing.assert_array_equal(states[0], state)
    np.testing.assert_array_equal(states[-1], model.rollout(state, 9, random_seed=4))
    assert np.abs(states[-1] - model.rollout(state, 9, random_seed=5)).max() > 1e-3


def test_no_steps_and_a_single_cell_and_a_grid_smaller_than_the_kernel():
    model = random_growing()
    seed = model.seed_state(1, 1, 1)
    np.testing.assert_array_equal(model.rollout(seed, 0), seed)
    assert model.rollout(seed, 3).shape == (1, 1, 1, 16)
    with pytest.raises(InputError, match="steps is -1; expected 0 or more"):
        model.rollout(seed, -1)


def test_shards_are_equal_parts_and_lose_nothing():
    model = random_growing()
    seeds = model.seed_state(3, 8, 8)
    for shards in (2, 4, 0):
        with pytest.raises(InputError, match=f"shards is {shards} and the batch has 3 states; equal parts"):
            model.rollout(seeds, 2, shards=shards)
    assert model.rollout(seeds, 2, shards=3).shape == seeds.shape


def test_steps_and_seeds_may_be_numbers_of_numpy_or_tensorflow():
    model = random_growing()
    seed = model.seed_state(1, 8, 8)
    for steps, random_seed in ((np.int64(3), np.int64(5)), (tf.constant(3), tf.constant(5, tf.int64))):
        np.testing.assert_array_equal(model.rollout(seed, steps, random_seed), model.rollout(seed, 3, 5))
    with pytest.raises(InputError, match="steps is 3.5; a whole number that is known beforehand was expected"):
        model.rollout(seed, 3.5)


def test_a_step_of_another_state_is_refused():
    model = random_growing()
    for state in (model.seed_state(1, 8, 8)[0], model.seed_state(1, 8, 8)[..., :-1]):
        with pytest.raises(InputError, match="the state has the shape"):
            model(state)


def test_calling_the_model_draws_a_mask_of_its_own():
    model = random_growing(scale=0.1)
    state = tf.constant(blob_state(16, 16, 16))
    first, second = model(state), model(state)
    changed = np.any(first != state, axis=-1)
    living = model.cover(state).numpy()
    assert 0.3 < changed[living].mean() < 0.7
    assert np.abs(first - second).max() > 1e-3


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"fire_rate": 0.0}, "fire_rate is 0.0; expected a number in"),
        ({"fire_rate": 1.5}, "fire_rate is 1.5"),
        ({"channels": 4}, "channels is 4"),
        ({"hidden": 0}, "hidden 0"),
    ],
)
def test_impossible_settings_are_refused(arguments, message):
    with pytest.raises(InputError, match=message):
        nca_tf.GrowingCA(**arguments)


@pytest.mark.parametrize("form", ["dense", "live"])
@pytest.mark.parametrize("edges", ["zero", "wrap"])
def test_firing_cells_outside_the_pattern_can_save_their_neighbours(form, edges):
    """The published step lets every cell fire, and only then asks which cells have a mature neighbour."""
    model = random_growing(seed=3, scale=0.2, edges=edges)
    states = model.rollout(blob_state(20, 24, 16), 12, random_seed=7, return_states=True, form=form)
    differs = 0
    for step in range(12):
        fire = SeededDraws(rollout_seed(7, 0), tf.constant(step)).mask("fire", (1, 20, 24), 0.5)
        increment = model.increments(DenseNeighbourhood(states[step], edges), model.weights_now(), Sensors(0.0), 1.0)
        after = states[step] + increment * tf.cast(fire, tf.float32)[..., None]
        before = model.cover(states[step])
        expected = after * tf.cast(before & model.cover(after), tf.float32)[..., None]
        np.testing.assert_allclose(states[step + 1], expected, atol=1e-4)
        inside = tf.where(before[..., None], after, 0.0)
        differs += int(tf.reduce_sum(tf.cast(before & model.cover(after) & ~model.cover(inside), tf.int32)))
    assert differs > 0, "no cell was ever saved: the test shows nothing"
