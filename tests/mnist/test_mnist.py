"""Self-classifying digits: the step, the two forms of execution, what cells say, and the published models."""

import keras
import numpy as np
import pytest
import tensorflow as tf
from random_automata import odd_images as images
from random_automata import random_digits as random_model
from shared_data import shared_path

from nca_tf import metrics
from nca_tf.families.mnist import pictures as digit_pictures
from nca_tf.families.mnist.automaton import DEAD, UNDECIDED, SelfClassifyingCA
from nca_tf.files.errors import InputError
from nca_tf.files.model_files import assign_weights

STEPS = 20


def draws(shape: tuple[int, ...], channels: int, rate: float = 0.5, seed: int = 3) -> list[tuple]:
    rng = np.random.default_rng(seed)
    return [(rng.random(shape) < rate, rng.normal(size=(*shape, channels - 1))) for _ in range(STEPS)]


def test_parameters_are_those_of_the_article():
    model = SelfClassifyingCA()
    shapes = {name: tuple(weight.shape) for name, weight in model.named_weights().items()}
    assert shapes == {
        "perceive/kernel": (3, 3, 20, 80),
        "perceive/bias": (80,),
        "dense1/kernel": (80, 80),
        "dense1/bias": (80,),
        "dense2/kernel": (80, 19),
        "dense2/bias": (19,),
    }
    assert model.count_params() == 22_499
    assert not model.named_weights()["dense2/kernel"].numpy().any()


def test_one_step_by_hand():
    """Nine cells, three of them alive, written out with loops."""
    model = random_model(channels=5, classes=3, features=4, hidden=3, noise=0.5)
    rng = np.random.default_rng(5)
    state = rng.normal(size=(3, 3, 5))
    state[..., 0] = [[0.0, 0.05, 0.9], [0.1, 0.5, 0.09], [0.0, 0.0, 0.8]]
    state[..., 1:] *= state[..., :1] > 0.1
    fire = np.array([[1, 1, 1], [1, 1, 0], [1, 1, 0]], bool)
    noise = rng.normal(size=(3, 3, 4))
    weights = {name: weight.numpy().astype(np.float64) for name, weight in model.named_weights().items()}
    expected = state.copy()
    for row in range(3):
        for column in range(3):
            if not (fire[row, column] and state[row, column, 0] > 0.1):
                continue
            perception = weights["perceive/bias"].copy()
            for down in (-1, 0, 1):
                for right in (-1, 0, 1):
                    if 0 <= row + down < 3 and 0 <= column + right < 3:
                        near = state[row + down, column + right]
                        perception += near @ weights["perceive/kernel"][down + 1, right + 1]
            hidden = np.maximum(np.maximum(perception, 0) @ weights["dense1/kernel"] + weights["dense1/bias"], 0)
            increment = hidden @ weights["dense2/kernel"] + weights["dense2/bias"]
            expected[row, column, 1:] += increment + 0.5 * noise[row, column]
    assert np.abs(expected - state)[0, 2, 1:].min() > 1e-3
    actual = model.step(tf.constant(state[None], tf.float32), fire[None], noise[None])[0]
    np.testing.assert_allclose(actual, expected, atol=1e-6)


def test_faint_grey_is_seen_by_neighbours_but_never_answers():
    model = random_model()
    state = model.image_state(images()[4:])
    clean = state * tf.cast(state[..., :1] > 0.1, tf.float32)
    fire, noise = np.ones((1, 28, 28), bool), np.zeros((1, 28, 28, 19))
    with_faint, without = model.step(state, fire, noise), model.step(clean, fire, noise)
    assert np.abs(with_faint - without)[0, 10, 12:15, 1:].max() > 1e-3
    assert not with_faint.numpy()[0, 10, 15:17, 1:].any()
    np.testing.assert_array_equal(with_faint[..., 0], state[..., 0])


def test_without_the_mask_dead_cells_take_part():
    state = random_model().image_state(images()[:1])
    fire, noise = np.ones((1, 28, 28), bool), np.zeros((1, 28, 28, 19))
    assert not random_model().step(state, fire, noise)[0, 0, 0, 1:].numpy().any()
    assert random_model(mask=False).step(state, fire, noise)[0, 0, 0, 1:].numpy().any()


def test_noise_has_its_deviation_where_cells_live_and_fire():
    model = SelfClassifyingCA(noise=0.02)
    state = model.image_state(np.full((20, 28, 28), 255, np.uint8))
    for form in ("live", "dense"):
        after = model.rollout(state, 1, random_seed=4, form=form).numpy()[..., 1:]
        fired = after.any(axis=-1)
        count = fired.size
        assert abs(fired.mean() - 0.5) < 4 * 0.5 / np.sqrt(count)
        drawn = after[fired]
        assert abs(drawn.std() - 0.02) < 4 * 0.02 / np.sqrt(2 * drawn.size)
        assert abs(drawn.mean()) < 4 * 0.02 / np.sqrt(drawn.size)


def test_without_noise_an_untrained_model_does_nothing():
    model = SelfClassifyingCA(noise=0.0)
    state = model.image_state(images())
    np.testing.assert_array_equal(model.rollout(state, 5), state)


def speaking_model(bias: dict[int, float]) -> SelfClassifyingCA:
    """Every cell that fires adds the same to its class outputs."""
    model = SelfClassifyingCA(noise=0.0, fire_rate=1.0)
    values = np.zeros(19)
    for label, value in bias.items():
        values[9 + label] = value
    model.named_weights()["dense2/bias"].assign(values)
    return model


def test_classify_counts_what_cells_say():
    answer = speaking_model({3: 0.2, 7: 0.1}).classify(images(), steps=2)
    living = (images() > 25).sum(axis=(1, 2))
    np.testing.assert_array_equal(answer.vote, [3, 3, UNDECIDED, 3, 3])
    np.testing.assert_array_equal((answer.labels == 3).sum(axis=(1, 2)), living)
    np.testing.assert_array_equal((answer.labels == DEAD).sum(axis=(1, 2)), 784 - living)
    np.testing.assert_allclose(answer.agreement, [1, 1, 0, 1, 1])
    assert not answer.undecided.any()


def test_one_image_may_have_a_last_axis_of_one():
    """TensorFlow Datasets hands out [28, 28, 1]."""
    model, image = speaking_model({3: 0.2}), images()[3]
    expected = model.classify(image, steps=1)
    for shape in ((28, 28, 1), (1, 28, 28), (1, 28, 28, 1)):
        answer = model.classify(image.reshape(shape), steps=1)
        np.testing.assert_array_equal(answer.labels, expected.labels)
    assert expected.labels.shape == (1, 28, 28)


def test_calling_the_model_takes_both_grids_or_none(tmp_path):
    model = random_model(noise=0.1)
    state = model.image_state(images())
    fire, noise = draws(images().shape, model.channels)[0]
    expected = model.step(state, fire, noise.astype(np.float32))
    np.testing.assert_array_equal(model(state, fire, noise.astype(np.float32)), expected)
    assert model(state).shape == state.shape
    with pytest.raises(InputError, match="was given 1 grids; it takes fire and noise"):
        model.step(state, fire)
    model.save(tmp_path / "model.keras")
    again = keras.saving.load_model(tmp_path / "model.keras")
    np.testing.assert_array_equal(again(state, fire, noise.astype(np.float32)), expected)


def test_cells_without_a_clear_output_are_undecided():
    """At 0.01 and below a cell says nothing."""
    for output, said in ((0.009, UNDECIDED), (0.011, 4)):
        answer = speaking_model({4: output}).classify(images()[1], steps=1)
        assert answer.labels.shape == (1, 28, 28)
        assert (answer.labels == said).all()
        assert answer.undecided[0] == (784 if said == UNDECIDED else 0)
        assert answer.vote[0] == said


def test_scores_of_cells():
    """Five images: right and agreed; split; agreed on the wrong class; one cell silent; all silent."""
    outputs = np.full((11, 3), -1.0, np.float32)
    said = {0: 0, 1: 0, 2: 1, 3: 2, 4: 1, 5: 1, 6: 2, 7: 2}
    for cell, label in said.items():
        outputs[cell, label] = 0.5
    outputs[8] = [-0.5, -0.2, 0.0]
    image = np.int32([0, 0, 1, 1, 2, 2, 3, 3, 3, 4, 4])
    correct, agreed, strictly = metrics.digit_scores(
        tf.constant(outputs), tf.constant(image), tf.constant([0, 1, 0, 2, 0])
    )
    np.testing.assert_array_equal(correct, [2, 1, 0, 3, 2])
    np.testing.assert_array_equal(agreed, [True, False, True, True, False])
    np.testing.assert_array_equal(strictly, [True, False, True, False, False])


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"channels": 10}, "channels is 10"),
        ({"kernel_size": 4}, "kernel_size is 4; an odd number"),
        ({"noise": -0.1}, "noise is -0.1"),
        ({"noise": float("nan")}, "noise is nan"),
        ({"fire_rate": 0.0}, "fire_rate is 0.0"),
        ({"hidden": 0}, "hidden 0"),
    ],
)
def test_bad_arguments(arguments, message):
    with pytest.raises(InputError, match=message):
        SelfClassifyingCA(**arguments)


@pytest.mark.parametrize(
    ("array", "message"),
    [
        (np.zeros((2, 28, 28, 3)), r"shape \(2, 28, 28, 3\)"),
        (np.zeros((0, 28, 28)), r"shape \(0, 28, 28\)"),
        (np.zeros((1, 28, 2000)), r"shape \(1, 28, 2000\)"),
        (np.full((1, 4, 4), 1.5), "from 1.5 to 1.5"),
        (np.full((1, 4, 4), np.nan), "from nan to nan"),
        (np.full((1, 4, 4), 256), "from 256 to 256"),
        (np.full((1, 4, 4), "x"), "type <U1"),
    ],
)
def test_bad_images(array, message):
    with pytest.raises(InputError, match=message):
        SelfClassifyingCA().image_state(array)


def test_images_of_any_number_type_give_the_same_state():
    model = SelfClassifyingCA()
    expected = model.image_state(images())
    np.testing.assert_allclose(model.image_state(images()[..., None] / 255.0), expected, atol=1e-7)
    np.testing.assert_allclose(model.image_state(images().astype(np.int64)), expected, atol=1e-7)
    assert float(tf.reduce_max(expected)) == 1.0


def published(name: str) -> SelfClassifyingCA:
    from export import originals

    model = SelfClassifyingCA()
    assign_weights(model, originals.read(shared_path(f"originals/{name}")).arrays, name)
    return model


def test_published_model_reads_digits_drawn_by_hand():
    """A seven and a one of straight strokes: all cells come to agree."""
    model = published("mnist/mnist_l2noise_mutating_graphmodel.json")
    drawn = np.zeros((2, 28, 28), np.float32)
    drawn[0, 5:8, 7:21] = drawn[1, 5:23, 13:16] = 1.0
    for row in range(8, 24):
        column = 19 - (row - 8) // 2
        drawn[0, row, column - 1 : column + 2] = 1.0
    answer = model.classify(drawn, steps=100)
    np.testing.assert_array_equal(answer.vote, [7, 1])
    assert answer.agreement.min() > 0.95


def vision() -> dict[str, np.ndarray]:
    """Linear RGB as seen with each kind of complete colour blindness (Machado, Oliveira, Fernandes 2009)."""
    return {
        "normal": np.eye(3),
        "protanopia": np.array(
            [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
        ),
        "deuteranopia": np.array(
            [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
        ),
        "tritanopia": np.array(
            [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
        ),
    }


def closest(palette: np.ndarray, matrix: np.ndarray) -> float:
    """Smallest CIELAB distance between two colours of a palette, black and white."""
    colours = np.concatenate([palette, [[0, 0, 0], [255, 255, 255]]]) / 255
    linear = np.where(colours <= 0.04045, colours / 12.92, ((colours + 0.055) / 1.055) ** 2.4) @ matrix.T
    to_xyz = np.array([[0.41246, 0.35758, 0.18044], [0.21267, 0.71515, 0.07218], [0.01933, 0.11919, 0.95030]])
    xyz = np.clip(linear, 0, 1) @ to_xyz.T / [0.95047, 1.0, 1.08883]
    curve = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    x, y, z = np.moveaxis(curve, -1, 0)
    lab = np.stack([116 * y - 16, 500 * (x - y), 200 * (y - z)], axis=-1)
    distances = np.linalg.norm(lab[:, None] - lab, axis=-1)
    return distances[~np.eye(len(lab), dtype=bool)].min()


@pytest.mark.parametrize("kind", vision())
def test_the_safe_palette_can_be_told_apart(kind):
    assert closest(digit_pictures.SAFE, vision()[kind]) > 29
    assert closest(digit_pictures.PUBLISHED, vision()[kind]) < 29


def test_colours_of_cells():
    coloured = digit_pictures.colour_cells(np.array([[0, 9], [UNDECIDED, DEAD]]))
    np.testing.assert_array_equal(coloured, [[[128, 0, 0], [128, 128, 0]], [[0, 0, 0], [255, 255, 255]]])
