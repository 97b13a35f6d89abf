"""What every family promises, of growing automata."""

import numpy as np
from promises import ExportPromises, ModelPromises, TrainingPromises
from random_automata import blob_state, random_growing

from nca_tf.families.growing import quality
from tests import small_models
from training.growing.benchmark import plain_step
from training.growing.experiment import GrowingConfig, GrowingExperiment, TargetLoss


class TestGrowing(ModelPromises, TrainingPromises, ExportPromises):
    settings = {"channels": 7, "hidden": 20, "fire_rate": 0.7, "step_size": 0.5, "angle": 0.3, "edges": "wrap"}
    forms = {"plain": {}, "angles": {"controls": {"angle": [0.0, 0.3, 1.0, 2.0, 3.0]}, "edges": ("zero",)}}
    command = (
        *("training.growing", "--experiment", "regenerating", "--size", "8", "--padding", "4", "--pool-size", "16"),
        *("--batch-size", "4", "--damage", "2", "--min-steps", "8", "--max-steps", "12"),
    )
    learning = {"experiment": "growing", "learning_rate": 4e-3}
    falls_to = 0.75
    equal_masks = {"fire_rate": 1.0}
    shipped = "growing/lizard-regenerating"

    def make_model(self, **arguments):
        return random_growing(**arguments)

    def start(self, model):
        return blob_state(10, 10, model.channels)

    def make_experiment(self, folder, **settings):
        small = {"size": 8, "padding": 4, "pool_size": 12, "hidden": 16, "min_steps": 8, "max_steps": 12}
        return GrowingExperiment(GrowingConfig(**{**small, **settings}))

    def both_steps(self, model, optimizer):
        states = np.concatenate([blob_state(12, 13, 16, seed=seed) for seed in range(2)])
        target = np.random.default_rng(5).random((12, 13, 4)).astype(np.float32)
        return plain_step(model, target, optimizer), TargetLoss(target), states, ()

    def small_model(self, folder):
        meta = {"target": "lizard", "size": 20, "padding": 2, "experiment": "persistent"}
        return small_models.save(small_models.growing_model(channels=8, hidden=64), folder, **meta)

    def fewer_runs(self, monkeypatch):
        monkeypatch.setattr(quality, "SEEDS", 2)

    def shorten_quality(self, monkeypatch):
        original = quality.Quality
        monkeypatch.setattr(quality, "Quality", lambda **fields: original(**{**fields, "steady_steps": 10}))
