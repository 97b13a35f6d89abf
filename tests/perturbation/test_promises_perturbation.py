"""What every family promises, of a perturbed automaton."""

import numpy as np
from forms import blob_states
from promises import ExportPromises, ModelPromises, TrainingPromises
from random_automata import random_growing

import nca_tf
from nca_tf.families.growing import quality
from tests import small_models
from training.growing.experiment import TargetLoss
from training.perturbation.benchmark import plain_step
from training.perturbation.experiment import PerturbationConfig, PerturbationExperiment


def near_identity(channels: int = 16) -> np.ndarray:
    """A symmetric matrix a little off the identity."""
    noise = np.random.default_rng(3).normal(0, 0.03, (channels, channels))
    return np.float32(np.eye(channels) + (noise + noise.T) / 2)


class TestPerturbation(ModelPromises, TrainingPromises, ExportPromises):
    settings = {"kind": "additive"}
    forms = {"matrix": {}}
    command = (
        *("training.perturbation", "--host", "GROUND/host", "--target", "red", "--pool-size", "16"),
        *("--batch-size", "4", "--damage", "1", "--min-steps", "4", "--max-steps", "8"),
    )
    learning = {"learning_rate": 4e-3}
    falls_to = 0.97
    equal_masks = {"fire_rate": 1.0}
    shipped = "perturbation/lizard"

    def make_model(self, kind="symmetric", dtype="float32", **host):
        change = near_identity() if kind == "symmetric" else near_identity()[0] * 0.1
        return nca_tf.PerturbedCA(random_growing(dtype=dtype, **host), {"change": change}, kind, dtype=dtype)

    def start(self, model):
        return blob_states(model.channels)

    def lay_ground(self, folder):
        nca_tf.save(random_growing(hidden=8), folder / "host", {"target": "lizard", "size": 8, "padding": 3})

    def make_experiment(self, folder, **settings):
        small = {"host": str(folder / "host"), "target": "red", "pool_size": 12, "min_steps": 4, "max_steps": 6}
        return PerturbationExperiment(PerturbationConfig(**{**small, **settings}))

    def both_steps(self, model, optimizer):
        states = blob_states(model.channels)[:4]
        target = np.random.default_rng(5).random((*states.shape[1:3], 4)).astype(np.float32)
        return plain_step(model, target, optimizer), TargetLoss(target), states, ()

    def small_model(self, folder):
        host = small_models.growing_model(channels=8, hidden=64)
        meta = {"target": "lizard-red", "host_target": "lizard", "size": 20, "padding": 2}
        return small_models.save(nca_tf.PerturbedCA(host, {"red": near_identity(8)}), folder, **meta)

    def fewer_runs(self, monkeypatch):
        monkeypatch.setattr(quality, "SEEDS", 2)

    def shorten_quality(self, monkeypatch):
        original = quality.Quality
        monkeypatch.setattr(quality, "Quality", lambda **fields: original(**{**fields, "steady_steps": 10}))
