"""Steps that no family has yet, dense = live, and one training iteration of each in any number of shards."""

import keras
import numpy as np
import pytest
import tensorflow as tf
from coming_families import Manifold, Perturbed
from forms import blob_states, check_forms_agree
from random_automata import random_growing

from nca_tf.families.adversarial.automaton import InjectedCA
from nca_tf.families.takeover.automaton import MultiRuleCA
from training.engine import Objective, TrainStep, clip_together
from training.takeover.objective import TakeoverLoss, Weights
from training.takeover.schedules import Schedule

pytestmark = pytest.mark.slow
"""Each case traces and compiles half a dozen graphs; the families that ship are compared in the core tests."""
GRID = (12, 14)
RNG = np.random.default_rng(11)
MASKS = RNG.random((5, *GRID)) < 0.4
MATRICES = np.float32(np.eye(16) + RNG.normal(0, 0.03, (5, 16, 16)))
SHAPES = {"kernel1": (24, 12), "bias1": (12,), "kernel2": (12, 8), "bias2": (8,)}
GENOMES = {name: np.float32(RNG.normal(0, 0.08, (5, *shape))) for name, shape in SHAPES.items()}


def injected(**keywords):
    return InjectedCA(random_growing(1, **keywords), random_growing(2, **keywords), dtype=keywords.get("dtype"))


def perturbed(**keywords):
    return Perturbed(random_growing(1, **keywords), dtype=keywords.get("dtype"))


def contested(**keywords):
    return MultiRuleCA([random_growing(seed, **keywords) for seed in (1, 2)])


def two_alphas():
    """States with an alpha for each rule: patches of either, beside each other and mixed."""
    states = blob_states(17)
    states[..., -2:] = np.abs(states[..., -2:]) * 2.0
    states[..., : GRID[1] // 2, -1] = 0.0
    return states


def pulled(model):
    """Every step judged, an outlier dropped, and a pull to other weights."""
    trained = model.members()["rule2"].named_weights()
    origin = {name: np.array(weight) - 0.01 for name, weight in trained.items()}
    picture = np.random.default_rng(2).random((*GRID, 4)).astype(np.float32)
    return TakeoverLoss(model, picture, Weights(Schedule("step", 2), Schedule("step", 4), 0.1), 0.5, origin, trained)


def test_a_matrix_before_every_step():
    check_forms_agree(perturbed, controls={"matrix": MATRICES}, steps=10)


def test_a_matrix_may_make_a_young_cell_mature():
    """A lone cell of alpha 0.09 beside the pattern matures in the matrix, and its neighbours come alive."""
    grow = np.eye(16, dtype=np.float32)
    grow[3, 3] = 1.3
    states = np.zeros((1, *GRID, 16), np.float32)
    states[0, 5, 5, 3:] = 1.0
    states[0, 5, 6, 3] = 0.09
    check_forms_agree(perturbed, states, controls={"matrix": grow}, steps=3)
    after = perturbed(fire_rate=1.0).step(tf.constant(states), np.ones((1, *GRID), bool), matrix=grow)
    assert after[0, 5, 7].numpy().any(), "the cell beyond the one that matured"


def test_weights_for_each_picture_and_an_instance_norm():
    states = blob_states(8)
    check_forms_agree(Manifold, states, controls=GENOMES, steps=6)


class Squares(Objective):
    def __init__(self, **controls):
        self.names, self.given = tuple(controls), controls

    def controls(self, *extras):
        return dict(zip(self.names, extras, strict=True))

    def loss(self, state, observed, *extras):
        return tf.reduce_mean(tf.square(state[..., :4] - 0.3), axis=(1, 2, 3))


class Encoded(Objective):
    """Weights that a small encoder makes from a picture."""

    def __init__(self, encoder):
        self.encoder = encoder

    def controls(self, pictures):
        flat = self.encoder(pictures)
        sizes = [int(np.prod(shape)) for shape in SHAPES.values()]
        parts = zip(SHAPES.items(), tf.split(flat, sizes, axis=-1), strict=True)
        return {name: tf.reshape(part, [-1, *shape]) * 0.3 for (name, shape), part in parts}

    def loss(self, state, observed, pictures):
        return tf.reduce_mean(tf.square(state[..., :4] - 0.3), axis=(1, 2, 3))


def update(model, objective, states, extras, shards, **arguments):
    """What one iteration changes in each variable; every cell fires, so that any number of shards draws the same."""
    optimizer = keras.optimizers.SGD(1.0)
    variables = arguments.pop("variables", model.trainable_variables)
    optimizer.build(variables)
    before = [np.array(variable) for variable in variables]
    step = TrainStep(
        model, objective, optimizer, max_steps=8, form="live", shards=shards, variables=variables, **arguments
    )
    step(states, 6, 0, 0, *extras)
    return [np.array(variable) - old for variable, old in zip(variables, before, strict=True)]


def case(name):
    """A model that fires everywhere, what it is judged by, states, extras, and arguments of the train step."""
    four = slice(0, 4)
    if name == "injected":
        return injected(fire_rate=1.0), Squares(adversaries=None), blob_states(16)[four], (MASKS[four],), {}
    if name == "perturbed":
        return perturbed(fire_rate=1.0), Squares(matrix=None), blob_states(16)[four], (MATRICES[four],), {}
    if name == "contested":
        model = contested(fire_rate=1.0)
        return model, pulled(model), two_alphas()[four], (np.int32([0, 3, 9, 1]),), {}
    encoder = keras.Sequential([keras.Input((6,)), keras.layers.Dense(int(sum(map(np.prod, SHAPES.values()))))])
    rng = np.random.default_rng(5)
    for weight in encoder.weights:
        weight.assign(rng.normal(0, 0.3, weight.shape))
    pictures = np.float32(rng.normal(size=(4, 6)))
    treated = {"variables": encoder.trainable_variables, "transform": clip_together(0.1)}
    return Manifold(fire_rate=1.0), Encoded(encoder), blob_states(8)[four], (pictures,), treated


@pytest.mark.parametrize("name", ["injected", "perturbed", "contested", "manifold"])
def test_an_iteration_gives_the_same_update_in_one_shard_and_in_four(name):
    one, four = (update(*(made := case(name))[:4], shards, **made[4]) for shards in (1, 4))
    assert any(change.any() for change in one)
    for expected, actual in zip(one, four, strict=True):
        np.testing.assert_allclose(actual, expected, atol=1e-6 + 1e-4 * np.abs(expected).max())
