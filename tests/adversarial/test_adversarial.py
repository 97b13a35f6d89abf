"""A host with adversaries: one step by hand, who has a gradient, files, what it refuses."""

import json

import keras
import numpy as np
import pytest
import tensorflow as tf
from forms import blob_states
from random_automata import odd_images, random_digits, random_growing

import nca_tf
from nca_tf.files.errors import InputError

GRID = (12, 14)
MASKS = np.random.default_rng(11).random((5, *GRID)) < 0.4


def lizards(**keywords) -> nca_tf.InjectedCA:
    return nca_tf.InjectedCA(random_growing(1, **keywords), random_growing(2, **keywords), dtype=keywords.get("dtype"))


def digits(**keywords) -> nca_tf.InjectedCA:
    host, adversary = (random_digits(seed, features=12, hidden=10, **keywords) for seed in (1, 2))
    return nca_tf.InjectedCA(host, adversary, dtype=keywords.get("dtype"))


def draws(model, shape, seed: int) -> list[np.ndarray]:
    rng = np.random.default_rng(seed)
    return [
        rng.normal(size=(*shape, model.channels - 1)) if name.endswith("noise") else rng.random(shape) < 0.5
        for name in model.draw_names
    ]


@pytest.mark.parametrize("make", [lizards, digits])
def test_a_step_is_that_of_either_rule_mixed_by_the_mask(make):
    """Against x = host(x) (1 - m) + adversary(x) m with two whole steps, as the notebooks compute it."""
    model, state = make(), tf.constant(np.abs(blob_states(make().channels)))
    names = [name.removeprefix("host_") for name in model.draw_names if name.startswith("host_")]
    for step in range(6):
        given = draws(model, (5, *GRID), step)
        of_host, of_adversary = given[: len(names)], given[len(names) :]
        expected = tf.where(
            MASKS[..., None], model.adversary.step(state, *of_adversary), model.host.step(state, *of_host)
        )
        state = model.step(state, *given, adversaries=MASKS)
        np.testing.assert_allclose(state, expected, atol=1e-5)


@pytest.mark.parametrize("form", ["dense", "live"])
def test_without_adversaries_it_is_its_host(form):
    model = lizards(fire_rate=1.0)
    states = tf.constant(blob_states(16))
    expected = model.host.rollout(states, 5, form=form)
    np.testing.assert_allclose(model.rollout(states, 5, form=form), expected, atol=1e-5)
    np.testing.assert_allclose(model.rollout(states, 5, form=form, adversaries=np.zeros(GRID)), expected, atol=1e-5)
    all_of_them = model.rollout(states, 5, form=form, adversaries=np.ones(GRID))
    np.testing.assert_allclose(all_of_them, model.adversary.rollout(states, 5, form=form), atol=1e-5)


def test_both_rules_have_masks_and_noise_of_their_own():
    assert lizards().draw_names == ("host_fire", "adversary_fire")
    assert digits().draw_names == ("host_fire", "host_noise", "adversary_fire", "adversary_noise")
    same = random_growing(1)
    model = nca_tf.InjectedCA(same, random_growing(1))
    states = tf.constant(blob_states(16))
    fires = draws(model, (5, *GRID), 0)
    once = model.step(states, *fires, adversaries=MASKS)
    fired = tf.where(MASKS, fires[1], fires[0])
    np.testing.assert_allclose(once[0], same.step(states, fired)[0], atol=1e-2)
    assert np.abs(once - model.step(states, fires[0], fires[0], adversaries=MASKS)).max() > 1e-3


@pytest.mark.parametrize("make", [lizards, digits])
def test_only_who_is_trained_gathers_a_gradient(make):
    model = make()
    states = tf.constant(np.abs(blob_states(model.channels)))
    weights = {name: tf.convert_to_tensor(weight) for name, weight in model.named_weights().items()}
    assert not model.host.trainable_variables
    assert len(model.trainable_variables) == len(model.adversary.trainable_variables) > 0

    def with_gradient() -> set[str]:
        with tf.GradientTape() as tape:
            tape.watch(weights)
            final = model.run(
                states, 3, lambda step: _given(model), form="dense", weights=weights, adversaries=tf.constant(MASKS)
            )[0]
            total = tf.reduce_sum(final)
        found = tape.gradient(total, weights)
        return {name.split("/")[0] for name, gradient in found.items() if gradient is not None}

    assert with_gradient() == {"adversary"}
    model.host.trainable, model.adversary.trainable = True, False
    assert with_gradient() == {"host"}


def _given(model):
    from nca_tf.cells.draws import GivenDraws

    return GivenDraws(**dict(zip(model.draw_names, draws(model, (5, *GRID), 3), strict=True)))


def test_a_fresh_adversary_is_like_its_host_and_does_nothing():
    host = random_digits(features=12, hidden=10, kernel_size=5, noise=0.0)
    model = nca_tf.InjectedCA(host)
    assert model.adversary.get_config() | {"name": ""} == host.get_config() | {"name": "", "trainable": True}
    states = host.image_state(odd_images())
    turned = model.rollout(states, 3, adversaries=np.ones((28, 28), bool))
    np.testing.assert_array_equal(turned, states)


def test_files_hold_host_and_adversary(tmp_path):
    model, states = lizards(edges="wrap", fire_rate=0.7), blob_states(16)
    nca_tf.save(model, tmp_path / "model", {"name": "model"})
    meta = json.loads((tmp_path / "model" / "meta.json").read_text())
    assert meta["arguments"]["host"]["family"] == meta["arguments"]["adversary"]["family"] == "growing"
    assert {"host/dense1/kernel", "adversary/dense2/bias"} <= meta["arrays"].keys()
    model.save(tmp_path / "model.keras")
    expected = model.rollout(states, 4, adversaries=MASKS)
    for again in (nca_tf.load(tmp_path / "model"), keras.models.load_model(tmp_path / "model.keras")):
        assert again.get_config()["host"] == model.get_config()["host"]
        assert not again.host.trainable_variables
        np.testing.assert_array_equal(again.rollout(states, 4, adversaries=MASKS), expected)


class TestRefused:
    @pytest.mark.parametrize(
        ("make", "message"),
        [
            (
                lambda: nca_tf.InjectedCA(random_growing(channels=8), random_growing()),
                "the host's cells have 8 channels and the adversary's 16; the same number was expected",
            ),
            (
                lambda: nca_tf.InjectedCA(random_growing(channels=20), random_digits()),
                "the host is of the family growing and the adversary of mnist; one family was expected",
            ),
            (
                lambda: nca_tf.InjectedCA(random_growing(), random_growing(edges="wrap")),
                "the host's edges are zero and the adversary's wrap",
            ),
            (lambda: nca_tf.InjectedCA(lizards()), "the host is a InjectedCA; a growing or a self-classifying"),
            (
                lambda: nca_tf.InjectedCA(nca_tf.ManifoldCA(size=8, code="none")),
                "the host is a ManifoldCA; a growing or a self-classifying",
            ),
            (
                lambda: nca_tf.InjectedCA(random_growing(), random_growing(alive_threshold=0.2)),
                "the host's cells are mature above 0.1 and the adversary's above 0.2",
            ),
            (lambda: nca_tf.InjectedCA("mnist/mnist"), "given as a str; a model or its family and arguments"),
            (
                lambda: nca_tf.InjectedCA(random_growing(dtype="float64")),
                "the host is of float64, .* and this model of float32; one type was expected",
            ),
            (
                lambda: nca_tf.InjectedCA.on_host(random_growing(), {"dense1/kernel": np.zeros((4, 4))}),
                "the adversary has arrays of the shapes .*; the same were expected",
            ),
        ],
    )
    def test_pairs_that_do_not_fit(self, make, message):
        with pytest.raises(InputError, match=message) as caught:
            make()
        assert "\n" not in str(caught.value)

    @pytest.mark.parametrize(
        ("mask", "message"),
        [
            (np.ones((12, 12)), "adversaries is a grid of 12x12 cells and the states have 12x14"),
            (np.ones((4, *GRID)), r"adversaries has the shape \(4, 12, 14\); a grid or matrix was expected, or 5"),
            (np.full(GRID, np.nan), "adversaries has values that are not finite"),
            (["some"], "adversaries is of the type string"),
        ],
    )
    def test_masks_of_another_shape(self, mask, message):
        for form in ("dense", "live"):
            with pytest.raises(InputError, match=message) as caught:
                lizards().rollout(blob_states(16), 2, form=form, adversaries=mask)
            assert "\n" not in str(caught.value)
