"""The perturbed automaton: one step by hand, its strengths and times, its files, what it refuses."""

import json

import keras
import numpy as np
import pytest
import tensorflow as tf
from forms import blob_states, check_forms_agree
from random_automata import random_growing

import nca_tf
from nca_tf.cells.life import spread
from nca_tf.files.errors import InputError

GRID = (12, 14)
RNG = np.random.default_rng(11)


def near_identity(seed: int, size: float = 0.04) -> np.ndarray:
    """A symmetric matrix a little off the identity, [16, 16]."""
    noise = np.random.default_rng(seed).normal(0, size, (16, 16))
    return np.float32(np.eye(16) + (noise + noise.T) / 2)


MATRICES = {"tail": near_identity(1), "leg": near_identity(2), "head": near_identity(3)}
VECTORS = {name: np.float32(RNG.normal(0, 0.02, 16)) for name in MATRICES}
EACH = np.float32(RNG.normal(0, 0.5, (5, 3)))
EACH[1] = 0.0


def perturbed(perturbations=MATRICES, kind="symmetric", dtype="float32", **host):
    return nca_tf.PerturbedCA(random_growing(dtype=dtype, **host), perturbations, kind, dtype=dtype)


def lone(**keywords):
    return perturbed({"tail": MATRICES["tail"]}, **keywords)


def additive(**keywords):
    return perturbed(VECTORS, "additive", **keywords)


def everywhere(batch: int) -> np.ndarray:
    return np.ones((batch, *GRID), bool)


def by_hand(model, state: tf.Tensor, change: np.ndarray) -> tf.Tensor:
    """The original's order over the whole grid: matrix, clip, mask of before, then the host's step."""
    living = model.host.cover(state)
    edited = np.clip(state @ change if change.ndim == 2 else state + change, -3.0, 3.0)
    return model.host.step(tf.constant(edited * living.numpy()[..., None], tf.float32), everywhere(len(state)))


@pytest.mark.slow
@pytest.mark.parametrize("model", [perturbed, additive])
def test_living_cells_alone_give_what_the_whole_grid_gives(model):
    check_forms_agree(model, controls={"strengths": EACH}, steps=8, edges=("zero",))


@pytest.mark.slow
def test_a_matrix_may_make_a_young_cell_mature():
    """A lone cell of alpha 0.09 beside the pattern matures in the matrix, and its neighbours come alive."""
    grow = np.eye(16, dtype=np.float32)
    grow[3, 3] = 1.3
    states = np.zeros((1, *GRID, 16), np.float32)
    states[0, 5, 5, 3:] = 1.0
    states[0, 5, 6, 3] = 0.09
    check_forms_agree(lambda **keywords: perturbed({"grow": grow}, **keywords), states, steps=3, edges=("zero",))
    after = perturbed({"grow": grow}, fire_rate=1.0).step(tf.constant(states), everywhere(1))
    assert after[0, 5, 7].numpy().any(), "the cell beyond the one that matured"


@pytest.mark.parametrize("kind", ["symmetric", "additive"])
def test_the_order_is_matrix_clip_mask_and_then_the_hosts_step(kind):
    own = MATRICES if kind == "symmetric" else VECTORS
    model, state = perturbed({"tail": own["tail"]}, kind, fire_rate=1.0), tf.constant(8.0 * blob_states(16))
    for _ in range(3):
        expected = by_hand(model, state, own["tail"])
        state = model.step(state, everywhere(5))
        np.testing.assert_allclose(state, expected, atol=2e-5)
    assert np.abs(8.0 * blob_states(16)).max() > 3.0, "nothing was clipped"


@pytest.mark.slow
def test_untrained_or_in_no_strength_it_is_its_host():
    """Bit for bit when off, even with values beyond the clip and beside remains of cells that don't live."""
    fresh = perturbed(("tail",), fire_rate=1.0)
    inside = tf.constant(blob_states(16)) * tf.cast(fresh.cover(tf.constant(blob_states(16))), tf.float32)[..., None]
    np.testing.assert_allclose(fresh.step(inside, everywhere(5)), fresh.host.step(inside, everywhere(5)), atol=1e-6)
    states, model = tf.constant(8.0 * blob_states(16)), perturbed()
    expected = model.host.rollout(states, 4, random_seed=3, form="dense")
    for form in ("dense", "live"):
        np.testing.assert_array_equal(
            model.rollout(states, 4, random_seed=3, form=form, strengths=np.zeros(3, np.float32)),
            model.host.rollout(states, 4, random_seed=3, form=form),
        )
        np.testing.assert_allclose(model.rollout(states, 4, random_seed=3, form=form), expected, atol=1e-4)


def test_strength_one_is_the_matrix_and_zero_the_identity():
    model = perturbed()
    for row, matrix in zip(np.eye(3, dtype=np.float32), MATRICES.values(), strict=True):
        np.testing.assert_array_equal(model.prepare(strengths=tf.constant(row))["change"], matrix)
    np.testing.assert_array_equal(model.prepare(strengths=tf.zeros(3))["change"], np.eye(16))
    mixture = sum(k * (matrix - np.eye(16)) for k, matrix in zip((0.5, -1.0, 2.0), MATRICES.values(), strict=True))
    actual = model.prepare(strengths=tf.constant([0.5, -1.0, 2.0]))["change"]
    np.testing.assert_allclose(actual, np.eye(16) + mixture, atol=1e-6)


def test_each_image_has_its_own_strengths():
    model, states = perturbed(fire_rate=1.0), blob_states(16)
    together = model.rollout(states, 5, strengths=EACH)
    for image, strengths in enumerate(EACH):
        alone = model.rollout(states[image : image + 1], 5, strengths=strengths)
        np.testing.assert_allclose(together[image : image + 1], alone, atol=2e-5)
    assert np.abs(together[0] - model.rollout(states, 5)[0]).max() > 1e-3


@pytest.mark.parametrize("form", ["dense", "live"])
def test_it_can_be_switched_off_and_on_again(form):
    model, states = lone(fire_rate=1.0), tf.constant(blob_states(16))
    found = model.rollout(states, 6, on=[[0, 2], [5, 9]], return_states=True, form=form)
    for step, holds in enumerate([True, True, False, False, False, True]):
        state = found[step]
        expected = by_hand(model, state, MATRICES["tail"]) if holds else model.host.step(state, everywhere(5))
        np.testing.assert_allclose(found[step + 1], expected, atol=2e-5, err_msg=str(step))
    times = np.zeros((5, 1, 2), np.int32)
    times[3] = [0, 6]
    one_on = model.rollout(states, 6, on=times, form=form)
    np.testing.assert_allclose(one_on[3], model.rollout(states, 6, form=form)[3], atol=2e-5)
    np.testing.assert_allclose(one_on[2], model.host.rollout(states, 6, form=form)[2], atol=2e-5)


def test_files_hold_host_and_perturbations(tmp_path):
    model, states = perturbed(edges="wrap", fire_rate=0.7), blob_states(16)
    nca_tf.save(model, tmp_path / "model", {"name": "model"})
    meta = json.loads((tmp_path / "model" / "meta.json").read_text())
    assert meta["arguments"]["host"]["family"] == "growing"
    assert meta["arrays"]["tail/entries"] == [136] and "host/dense1/kernel" in meta["arrays"]
    model.save(tmp_path / "model.keras")
    expected = model.rollout(states, 4, strengths=EACH)
    for again in (nca_tf.load(tmp_path / "model"), keras.models.load_model(tmp_path / "model.keras")):
        assert again.get_config()["host"] == model.get_config()["host"]
        assert again.perturbations == ("tail", "leg", "head")
        np.testing.assert_array_equal(again.rollout(states, 4, strengths=EACH), expected)
        np.testing.assert_array_equal(again.change("leg"), MATRICES["leg"])
    additive().save(tmp_path / "additive.keras")
    loaded = keras.models.load_model(tmp_path / "additive.keras")
    np.testing.assert_array_equal(loaded.change("leg"), VECTORS["leg"])


def test_only_the_136_free_entries_are_trained():
    model = lone()
    (entries,) = model.trainable_variables
    assert entries.shape == (136,)
    np.testing.assert_array_equal(model.change("tail"), model.change("tail").T)
    np.testing.assert_array_equal(model.change("tail"), MATRICES["tail"])
    entries.assign(RNG.normal(size=136))
    np.testing.assert_array_equal(model.change("tail"), model.change("tail").T)


BAD = near_identity(5)
ASYMMETRIC, NOT_FINITE = BAD.copy(), BAD.copy()
ASYMMETRIC[2, 7] += 0.1
NOT_FINITE[1, 1] = np.nan


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (BAD[:15], r"tail has the shape \(15, 16\); a 16x16 symmetric matrix .* expected"),
        (BAD[:8, :8], r"tail has the shape \(8, 8\); a 16x16 symmetric matrix .* the host has 16 channels"),
        (ASYMMETRIC, r"tail is not symmetric: .* at \[2, 7\].* at \[7, 2\]; a symmetric matrix was expected"),
        (NOT_FINITE, "tail has values that are not finite; a 16x16"),
        ([["a"] * 16] * 16, "tail is not made of numbers; a 16x16"),
        ([[1.0], [1.0, 2.0]], "tail is not made of numbers; a 16x16"),
    ],
)
def test_a_bad_matrix_is_one_line(value, message):
    with pytest.raises(InputError, match=message) as caught:
        perturbed({"tail": value})
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"host": nca_tf.SelfClassifyingCA()}, "the host is a SelfClassifyingCA; a growing automaton was expected"),
        ({"host": "growing/lizard"}, "given as a str; a model or its family and arguments were expected"),
        ({"host": {"family": "growing"}}, "given as a dict; a model or its family"),
        ({"host": random_growing(channels=8), "perturbations": {"tail": BAD}}, "as the host has 8 channels"),
        ({"host": random_growing(dtype="float64")}, "the host is of float64 and this model of float32"),
        ({"kind": "diagonal"}, "kind is 'diagonal'; expected one of symmetric, additive"),
        ({"perturbations": ()}, "perturbations are .* at least one"),
        ({"perturbations": ("a", "a")}, "different names were expected"),
        ({"perturbations": ("my change",)}, "of letters, digits, dots, dashes and underscores"),
        ({"perturbations": ("host",)}, "none of them 'host'"),
        ({"perturbations": {"a": VECTORS["tail"][:3]}, "kind": "additive"}, r"a has the shape \(3,\); a 16 list"),
    ],
)
def test_impossible_settings_are_refused(arguments, message):
    with pytest.raises(InputError, match=message) as caught:
        nca_tf.PerturbedCA(**{"host": random_growing(), **arguments})
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("strengths", "message"),
    [
        ([1.0, 0.5], "strengths has 2 numbers; one for each of tail, leg, head was expected"),
        ([1.0, np.nan, 0.0], "strengths has values that are not finite; finite numbers were expected"),
        (["much", "some", "none"], "strengths is of the type string; finite numbers were expected"),
        ([1.0, "some", 0.0], "strengths is not an array of numbers"),
        (1.0, r"strengths has the shape \(\); a list was expected"),
        (np.ones((4, 3)), r"strengths has the shape \(4, 3\); a list was expected, or 5 of them"),
    ],
)
def test_strengths_that_are_no_numbers_are_one_line(strengths, message):
    with pytest.raises(InputError, match=message) as caught:
        perturbed().rollout(blob_states(16), 2, strengths=strengths)
    assert "\n" not in str(caught.value)


def test_a_span_is_two_steps():
    for on in ([[5]], [[0, 5, 7]]):
        with pytest.raises(InputError, match=f"on has {len(on[0])} numbers a span; two were expected"):
            perturbed().rollout(blob_states(16), 2, on=on)


def test_served_requests_have_strengths_and_times_of_their_own():
    model = perturbed()
    grow, _, step = model.signatures()
    request = grow.example() | {
        "state": blob_states(16)[:2],
        "height": np.int32([12]),
        "width": np.int32([14]),
        "steps": np.int32([3, 5]),
        "random_seed": np.int32([4, 9]),
        "strengths": EACH[:2],
        "on": np.array([[[0, 2]], [[0, 9]]], np.int32),
    }
    found = grow.graph_function(checked=True)(**{name: tf.constant(value) for name, value in request.items()})
    for image, (steps, seed) in enumerate(((3, 4), (5, 9))):
        row = slice(image, image + 1)
        controls = {"strengths": EACH[row], "on": request["on"][row]}
        alone = model.rollout(blob_states(16)[row], steps, random_seed=seed, form="dense", **controls)
        np.testing.assert_allclose(found["state"][row], alone, atol=1e-5)
    fire = RNG.random((5, *GRID)) < 0.5
    once = step.function(state=tf.constant(blob_states(16)), fire=tf.constant(fire), strengths=tf.constant(EACH))
    np.testing.assert_array_equal(once["state"], model.step(tf.constant(blob_states(16)), fire, strengths=EACH))


def test_life_is_that_of_the_state_before_the_matrix():
    """A matrix that would ripen everything brings no dead cell to life, however close."""
    states = tf.constant(blob_states(16))
    living = perturbed().cover(states)
    after = perturbed({"ripe": np.eye(16) * 1.5}, fire_rate=1.0).step(states, everywhere(5))
    beyond = ~spread(spread(living, "zero"), "zero").numpy()
    assert not after.numpy()[beyond].any()
