"""The published matrices on the published lizard, beside the numbers that were measured of the originals."""

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from shared_data import shared_path

import nca_tf
from nca_tf.families.perturbation.matrices import distance_from_identity, eigenvalues
from nca_tf.metrics import best_shifts, living_cells
from nca_tf.pictures.targets import place
from training.perturbation import combinations
from training.perturbation.claims import BOTH, NOTHING
from training.perturbation.combinations import Pictures

ROOT = Path(__file__).resolve().parents[2]

LIZARD = "originals/growing/lizard_ex3_run0_graphmodel.json"
PICTURES = {"tail": "lizard_no_tail", "leg": "lizard_no_leg"}
EXTREMES = {"tail": (0.816, 1.064), "leg": (0.927, 1.030)}
DISTANCES = {"tail": 0.225, "leg": 0.116}
LOSSES = {"tail": {96: 1.6e-3, 200: 1.2e-3, 500: 2.0e-3}, "leg": {96: 2.0e-3, 200: 2.3e-3, 500: 2.5e-3}}
RECOVERED = 2e-3
"""What is asked of the pattern 500 steps after switching off; 1.2e-3 and 7e-4 were measured, of few rollouts."""
SEEDS, STARTED = 8, 12
"""Of the rollouts started, the first 8 that keep to one lizard count."""
USUAL = (450, 750)
"""Mature cells of one lizard. In one of some twenty rollouts the lone cell dies in its first steps, or the tail's stump
grows a second body: either alone would outweigh the mean of all others."""


def published_matrices() -> dict[str, np.ndarray]:
    return {name: np.load(shared_path(f"originals/perturbations/{name}_sym_t.npy")) for name in PICTURES}


def picture(name: str) -> np.ndarray:
    image = Image.open(shared_path(f"originals/targets/{name}.png")).convert("RGBA")
    image.thumbnail((40, 40), Image.LANCZOS)
    pixels = np.float32(image) / 255.0
    pixels[..., :3] *= pixels[..., 3:]
    return place(pixels, 72, 72)


def published_model() -> nca_tf.PerturbedCA:
    from export import originals
    from nca_tf.files.model_files import assign_weights

    host = nca_tf.GrowingCA()
    assign_weights(host, originals.read(shared_path(LIZARD)).arrays, LIZARD)
    return nca_tf.PerturbedCA(host, published_matrices())


def loss(states: np.ndarray, target: np.ndarray) -> float:
    return float(best_shifts(states[..., :4], target, 8)[0].mean())


def test_eigenvalues_of_the_published_matrices():
    for name, matrix in published_matrices().items():
        values = eigenvalues(matrix)
        assert (values[0], values[-1]) == pytest.approx(EXTREMES[name], abs=6e-4)
        assert distance_from_identity(matrix) == pytest.approx(DISTANCES[name], abs=6e-4)


@pytest.mark.slow
def test_losses_of_the_published_matrices_on_the_published_lizard():
    """Mean of 8 rollouts after 96, 200 and 500 steps within a quarter; and the lizard comes back when it is off."""
    model = published_model()
    strengths = np.repeat(np.eye(2, dtype=np.float32), STARTED, axis=0)
    state, done, states = model.seed_state(2 * STARTED, 72, 72), 0, {}
    for mark in (96, 200, 500, 1000):
        on = np.array([[0, 500 - done]], np.int32)
        state = model.rollout(state, mark - done, random_seed=mark, shards=2, strengths=strengths, on=on)
        states[mark], done = state.numpy(), mark
    cells = living_cells(states[500], 0.1).reshape(2, STARTED)
    usual = (cells > USUAL[0]) & (cells < USUAL[1])
    for row, name in enumerate(PICTURES):
        chosen = row * STARTED + np.flatnonzero(usual[row])[:SEEDS]
        assert len(chosen) == SEEDS
        for mark, expected in LOSSES[name].items():
            found = loss(states[mark][chosen], picture(PICTURES[name]))
            assert found == pytest.approx(expected, rel=0.25), (name, mark)
        found = loss(states[1000][chosen], picture("noto2019_1f98e"))
        assert found < RECOVERED, name


@pytest.mark.slow
def test_both_published_matrices_in_full_take_tail_and_leg(monkeypatch):
    """What RESULTS.md compares ours with."""
    monkeypatch.setattr(combinations, "AT_ONCE", (1.0,))
    before, no_tail, no_leg = (picture(name)[16:-16, 16:-16] for name in ("lizard_complete", *PICTURES.values()))
    pictures = Pictures({"tail": no_tail, "leg": no_leg}, before, 16)
    rows = {row.what: row.measured for row in combinations.pair_rows(published_model(), pictures)}
    assert 0.8 * BOTH[0] < rows["tail and leg, both at 1: at the best place"] < 1.25 * BOTH[1]
    assert rows["tail and leg, both at 1: stable"] == "yes"


def test_what_doing_nothing_costs_is_what_was_measured():
    for name, (_, ours, on_theirs) in NOTHING.items():
        row = f"{name}: loss of the unperturbed host after 500 steps"
        assert ours == pytest.approx(measured("perturbation-lizard", row), rel=5e-3)
        if on_theirs is not None:
            row = "loss of the unperturbed host after 500 steps"
            assert on_theirs == pytest.approx(measured("perturbation-red-on-published", row), rel=5e-3)


def measured(result: str, what: str) -> float:
    rows = json.loads((ROOT / "results" / f"{result}.json").read_text())["rows"]
    return next(row["measured"] for row in rows if row["what"] == what)
