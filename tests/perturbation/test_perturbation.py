"""The perturbed automaton: one step by hand, its strengths and times, its files, what it refuses."""

import numpy as np
import pytest
from forms import check_forms_agree
from random_automata import random_growing

import nca_tf

RNG = np.random.default_rng(11)


def near_identity(seed: int, size: float = 0.03, channels: int = 16) -> np.ndarray:
    """A symmetric matrix a little off the identity."""
    noise = np.random.default_rng(seed).normal(0, size, (channels, channels))
    return np.float32(np.eye(channels) + (noise + noise.T) / 2)


MATRICES = {"tail": near_identity(1), "leg": near_identity(2), "head": near_identity(3)}
VECTORS = {name: np.float32(RNG.normal(0, 0.02, 16)) for name in MATRICES}


def perturbed(perturbations=MATRICES, kind="symmetric", dtype="float32", host_seed=1, **host):
    return nca_tf.PerturbedCA(random_growing(host_seed, dtype=dtype, **host), perturbations, kind, dtype=dtype)


def one(**keywords):
    return perturbed({"tail": MATRICES["tail"]}, **keywords)


def additive(**keywords):
    return perturbed(VECTORS, "additive", **keywords)


@pytest.mark.parametrize("model", [one, perturbed, additive])
def test_living_cells_alone_give_what_the_whole_grid_gives(model):
    controls = {} if model is one else {"strengths": [0.7, -0.4, 0.3]}
    check_forms_agree(model, controls=controls, steps=10)


@pytest.mark.parametrize("model", [perturbed, additive])
def test_forms_agree_where_each_image_has_its_own_strengths_or_none(model):
    strengths = np.float32(RNG.normal(0, 0.5, (5, 3)))
    strengths[1] = 0.0
    check_forms_agree(model, controls={"strengths": strengths}, steps=10)
