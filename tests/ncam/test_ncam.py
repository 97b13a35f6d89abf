"""The manifold's model: counts, letters, the norm, its step beside a growing automaton's, genomes, gradients."""

import numpy as np
import pytest
import tensorflow as tf
from random_automata import random_growing
from random_manifolds import random_manifold

import nca_tf
from nca_tf.cells.dense import DenseGrid, DenseNeighbourhood
from nca_tf.cells.perception import Sensors
from nca_tf.families.ncam.automaton import ManifoldCA
from nca_tf.families.ncam.blocks import leak
from nca_tf.families.ncam.encoder import NONE, TRUST, replace_letters, summary
from nca_tf.families.ncam.firing import FiringCells, sense
from nca_tf.families.ncam.genome import filters_first, genome_shapes, genome_size, norm_of, normalised
from nca_tf.files.errors import InputError

RNG = np.random.default_rng(3)
PICTURES = np.float32(RNG.random((2, 12, 12, 4)))


def state(channels: int, count: int = 2) -> np.ndarray:
    return np.float32(np.random.default_rng(1).normal(0, 0.4, (count, 9, 10, channels)))


def count_of(**arguments) -> int:
    return sum(int(np.prod(weight.shape)) for weight in ManifoldCA(**arguments).trainable_variables)


def test_parameter_counts():
    """At 64x64: 16 c + 2 * 16 * 64 + 64 * 64 = 6160 numbers summarise a picture; an automaton has 8336 weights."""
    assert (genome_size(16, 128), genome_size(32, 128)) == (8336, 16544)
    block = 2 * (512 * 512 + 512) + 1
    features = 16 * 4 * 9 + 16 + 2 * (2 * 9 * 16 * 32 + 32 + 16 + 1) + 2 * (2 * 16 * 64 + 64 + 16 + 1)
    continuous = features + 6160 * 512 + 512 + 4 * block + 513 * 8336 + 1
    assert count_of() == continuous == 9_555_433
    alphabet = (1 * 16 + 16) + (16 * 64 + 64) + (64 * 16 + 16) + (16 + 1) + 8 * (2 * 16 * 64 + 64 + 16 + 1)
    assert count_of(code="dna") == continuous + alphabet
    assert count_of(slices=False) == continuous - 6144 * 512
    assert count_of(leaky=False) == continuous - 9
    assert count_of(code="none") == 8336 + 1


@pytest.mark.parametrize("channels, colours", [(16, 4), (32, 4), (16, 3)])
def test_shapes(channels, colours):
    model = ManifoldCA(code_size=6, size=10, colours=colours, channels=channels, hidden=20, steps=2)
    codes = model.encode(PICTURES[:, :10, :10, :colours])
    assert codes.shape == (2, 6)
    assert {name: rows.shape[1:] for name, rows in model.express(codes).items()} == genome_shapes(channels, 20)
    assert model.grow(codes).shape == (2, 10, 10, colours)
    assert model.seed_state(2, 10, 10)[1, 5, 5].numpy().tolist() == [1.0] * channels


def test_many_pictures_grow_in_parts():
    model = ManifoldCA(code_size=3, size=6, hidden=4, steps=3)
    codes = RNG.normal(size=(11, 3)).astype(np.float32)
    apart = [model.grow(codes[:8], random_seed=5), model.grow(codes[8:], random_seed=13)]
    np.testing.assert_array_equal(model.grow(codes, random_seed=5), np.concatenate(apart))


def test_a_step_without_norm_and_leak_is_a_growing_automatons_without_its_life_masks():
    growing = random_growing()
    model = ManifoldCA(code="none", norm=False, leaky=False)
    for name, weight in model.named_weights().items():
        weight.assign(growing.named_weights()[name])
    fire = RNG.random((2, 9, 10)) < 0.5
    near = DenseNeighbourhood(tf.constant(state(16)), "zero")
    added = growing.increments(near, growing.weights_now(), Sensors(0.0), 1.0)
    np.testing.assert_allclose(model.step(state(16), fire), state(16) + added * fire[..., None], atol=1e-6)
    assert np.abs(added).max() > 0.05


def test_the_norm_gives_gradients_mean_zero_and_variance_one_and_leaves_states():
    cells = DenseGrid(tf.constant(state(6) * 3.0, tf.float64), "zero")
    sensed = cells.field(lambda near: near.perceive(Sensors(0.0)))
    mean, scale = norm_of(sensed, np.arange(18) % 3 > 0)
    values = (sensed.values - mean[:, None, None]) * scale[:, None, None]
    np.testing.assert_array_equal(values[..., ::3], cells.state)
    gradients = values.numpy().reshape(2, 90, 6, 3)[..., 1:]
    np.testing.assert_allclose(gradients.mean(axis=1), 0.0, atol=1e-12)
    np.testing.assert_allclose(gradients.var(axis=1), 1.0, atol=0.02)


def test_the_norm_may_be_done_to_the_weights():
    weights = {name: tf.constant(RNG.normal(size=shape)) for name, shape in genome_shapes(4, 7).items()}
    values, mean, scale = (tf.constant(RNG.normal(size=shape)) for shape in ((5, 12), (12,), (12,)))
    folded = normalised(weights, mean, scale)
    expected = (values - mean) * scale @ weights["dense1/kernel"] + weights["dense1/bias"]
    np.testing.assert_allclose(values @ folded["dense1/kernel"] + folded["dense1/bias"], expected, atol=1e-12)


@pytest.mark.parametrize("edges", ["zero", "wrap"])
def test_what_firing_cells_sense_is_what_the_whole_grid_senses_filter_by_filter(edges):
    grid = tf.constant(state(5)[0], tf.float64)
    values, mean, variance = sense(grid, edges)
    dense = DenseGrid(grid[None], edges).field(lambda near: near.perceive(Sensors(0.0)))
    expected = dense.values.numpy().reshape(90, 5, 3).transpose(0, 2, 1).reshape(90, 15)
    np.testing.assert_allclose(values, expected, atol=1e-12)
    np.testing.assert_allclose(mean, expected.mean(axis=0), atol=1e-12)
    np.testing.assert_allclose(variance, expected.var(axis=0), atol=1e-12)
    kernel = tf.constant(RNG.normal(size=(15, 3)))
    flat = dense.values.numpy().reshape(90, 15)
    np.testing.assert_allclose(values.numpy() @ filters_first(kernel).numpy(), flat @ kernel.numpy(), atol=1e-12)


def test_only_firing_cells_go_through_the_layers():
    cells, seen = FiringCells(tf.constant(state(5)[0]), "zero"), []

    def rule(near):
        values = near.perceive(Sensors(0.0))
        seen.append(values.shape[0])
        return values[:, :5]

    fire = np.zeros((1, 9, 10), bool)
    fire[0, 4, 2:5] = True
    increment = cells.increment(rule, tf.constant(fire))
    after = cells.add(increment)
    assert seen == [3] and np.argwhere((after.state != cells.state).numpy().any(axis=-1)).tolist() == [
        [0, 4, column] for column in (2, 3, 4)
    ]


def test_letters():
    model = random_manifold(code="dna")
    letters = model.encode(PICTURES)
    assert letters.shape == (2, 8 * 16, 4)
    np.testing.assert_allclose(tf.reduce_sum(letters, axis=-1), 1.0, atol=1e-6)
    by = np.full((2, 128), NONE)
    by[0, :3], by[1, 5] = [0, 1, 3], 2
    replaced = replace_letters(letters, tf.constant(by))
    np.testing.assert_array_equal(replaced[0, :3], np.eye(4)[[0, 1, 3]])
    np.testing.assert_array_equal(replaced[0, 3:], letters[0, 3:])
    changed = {name: rows.numpy() for name, rows in model.express(replaced).items()}
    before = {name: rows.numpy() for name, rows in model.express(letters).items()}
    assert all(np.abs(changed[name] - before[name]).max() > 1e-6 for name in before)


def test_right_letters_are_hedged_and_silent_ones_stay_silent():
    model = random_manifold(code="dna")
    letters = np.concatenate([np.eye(4, dtype=np.float32), np.zeros((1, 4), np.float32)])
    expected = np.concatenate([TRUST * np.eye(4) + (1 - TRUST) / 4, np.zeros((1, 4))])
    np.testing.assert_allclose(model.hedge(letters), expected, atol=1e-6)
    numbers = np.float32([[0.5, -2.0]])
    np.testing.assert_array_equal(random_manifold(code="continuous").hedge(numbers), numbers)


def test_an_element_is_read_from_its_own_letters_alone():
    from nca_tf.families.ncam.encoder import read_letters

    model = random_manifold(code="dna")
    letters = model.encode(PICTURES)
    by = np.full((2, 128), NONE)
    by[:, 16:32] = 1
    one, other = (read_letters(each, model.weights_now()) for each in (letters, replace_letters(letters, by)))
    changed = np.abs(one - other).max(axis=0) > 0
    assert changed.tolist() == [False, True] + [False] * 6


def test_slices_are_means_over_single_axes():
    features = RNG.random((2, 4, 5, 3))
    parts = [features.mean(axis=axes).reshape(2, -1) for axes in ((1, 2), 1, 2, 3)]
    found = summary(tf.constant(features), slices=True)
    assert found.shape == (2, 3 + 3 * 5 + 3 * 4 + 4 * 5)
    np.testing.assert_allclose(found, np.concatenate(parts, axis=1), atol=1e-12)
    np.testing.assert_allclose(summary(tf.constant(features), slices=False), parts[0], atol=1e-12)


def test_leak_factors_start_at_a_tenth_and_stay_in_their_range():
    assert float(leak(ManifoldCA(code="none").weights_now(), "leak")) == pytest.approx(0.1)
    for stored, expected in ((-20.0, 1e-3), (20.0, 1e3), (0.0, 1.0)):
        assert float(leak({"leak": tf.constant(stored)}, "leak")) == pytest.approx(expected, rel=1e-5)


@pytest.mark.parametrize("code", ["continuous", "dna"])
def test_gradients_reach_every_weight(code):
    model = random_manifold(code=code)
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(model.grow(model.encode(PICTURES)) - PICTURES))
    gradients = tape.gradient(loss, [weight.value for weight in model.trainable_variables])
    for name, gradient in zip(model.named_weights(), gradients, strict=True):
        assert gradient is not None and float(tf.norm(gradient)) > 0, name


def test_a_genome_runs_on_its_own(tmp_path):
    model = random_manifold()
    codes = model.encode(PICTURES)
    nca_tf.save(model.genome(codes[1]), tmp_path / "genome")
    alone = nca_tf.load(tmp_path / "genome")
    assert (alone.code, alone.steps, len(alone.weights)) == ("none", 6, 4)
    fire = RNG.random((2, 9, 10)) < 0.5
    both = model.step(state(8), fire, codes=codes)
    np.testing.assert_allclose(alone.step(state(8)[1:], fire[1:])[0], both[1], atol=1e-6)


def test_one_code_is_no_batch_of_codes():
    model = random_manifold()
    with pytest.raises(InputError, match=r"codes have the shape \(8,\); rows of \(8,\) were expected"):
        model.grow(model.encode(PICTURES)[0])


def test_what_an_export_encodes_is_what_it_grows_best():
    model = random_manifold(code="dna")
    encode = next(signature for signature in model.signatures() if signature.name == "encode")
    found = encode.function(pictures=tf.constant(PICTURES))["codes"]
    np.testing.assert_allclose(found, model.hedge(model.encode(PICTURES)), atol=1e-6)


def test_a_float16_file_is_read(tmp_path):
    model = random_manifold()
    nca_tf.save(model, tmp_path / "small", dtype="float16")
    assert (tmp_path / "small" / "weights.npz").stat().st_size < 0.7 * 4 * sum(w.numpy().size for w in model.weights)
    for name, weight in nca_tf.load(tmp_path / "small").named_weights().items():
        np.testing.assert_array_equal(weight, np.float32(np.float16(model.named_weights()[name])), err_msg=name)


@pytest.mark.parametrize(
    "call, message",
    [
        (lambda model: ManifoldCA(code="runes"), "code is 'runes'; expected one of continuous, dna, none"),
        (lambda model: ManifoldCA(colours=4, channels=4), "colours is 4, channels 4"),
        (
            lambda model: model.encode(PICTURES[:, :8]),
            r"pictures have the shape \(2, 8, 12, 4\)",
        ),
        (lambda model: model.encode(PICTURES[:0]), "there are no pictures"),
        (lambda model: model.encode(np.nan * PICTURES), "pictures hold values from nan to nan"),
        (lambda model: model.grow(np.zeros((2, 7))), r"codes have the shape \(2, 7\)"),
        (lambda model: model.grow(["abc"]), "codes are text"),
        (lambda model: model.rollout(state(8), 3), "a rollout of a manifold was given no codes"),
        (lambda model: random_manifold(code="none").encode(PICTURES), "this model is one automaton without codes"),
        (lambda model: random_manifold(code="none").genome(np.zeros(8)), "this model is one automaton without codes"),
    ],
)
def test_bad_input_is_refused_in_one_line(call, message):
    with pytest.raises(InputError, match=message) as caught:
        call(random_manifold())
    assert "\n" not in str(caught.value)
