"""What every family promises, of several rules on one grid."""

import numpy as np
from promises import ExportPromises, ModelPromises, TrainingPromises
from random_automata import random_growing
from rules_of_chance import meeting_states, random_rules

import nca_tf
from nca_tf.families.takeover import quality
from tests import small_models
from training.takeover.benchmark import WEIGHTS, plain_step
from training.takeover.configuration import TakeoverConfig
from training.takeover.experiment import TakeoverExperiment
from training.takeover.objective import TakeoverLoss


class TestTakeover(ModelPromises, TrainingPromises, ExportPromises):
    settings = {"edges": "zero"}
    forms = {"two": {"states": meeting_states(2)}, "one": {"arguments": {"count": 1}}}
    command = (
        *("training.takeover", "--experiment", "base", "--target", "lizard", "--size", "8", "--padding", "4"),
        *("--pool-size", "16", "--batch-size", "4", "--rollout-steps", "8", "--target-weights", "step:4"),
    )
    learning = {"learning_rate": 4e-3, "normalise": True, "rollout_steps": 16, "target_weights": "step:12"}
    falls_to = 0.95
    equal_masks = {"fire_rate": 1.0}
    shipped = "takeover/lizard-persistent"

    def make_model(self, **arguments):
        return random_rules(**arguments)

    def start(self, model):
        return meeting_states(len(model.rule_names))

    def make_experiment(self, folder, **settings):
        small = {"size": 8, "padding": 4, "pool_size": 12, "batch_size": 4, "hidden": 16, "rollout_steps": 12}
        config = {"experiment": "base", "target": "lizard", "target_weights": "step:6", **small, **settings}
        return TakeoverExperiment(TakeoverConfig(**config))

    def both_steps(self, model, optimizer):
        target = np.random.default_rng(5).random((12, 14, 4)).astype(np.float32)
        states = meeting_states()[:4]
        ages = np.int32([60, 70, 100, 58])
        return plain_step(model, target, optimizer), TakeoverLoss(model, target, WEIGHTS), states, (ages,)

    def small_model(self, folder):
        rules = [random_growing(seed, scale=0.02, hidden=32) for seed in (1, 2)]
        meta = {"target": "lizard-red", "size": 16, "padding": 2, "experiment": "static", "inject": "square:1"}
        return small_models.save(nca_tf.MultiRuleCA({"host": rules[0], "adversary": rules[1]}), folder, **meta)

    def fewer_runs(self, monkeypatch):
        monkeypatch.setattr(quality, "SEEDS", 2)

    def shorten_quality(self, monkeypatch):
        original = quality.Quality
        monkeypatch.setattr(quality, "GROWN", 6)
        monkeypatch.setattr(quality, "Quality", lambda **fields: original(**{**fields, "steady_steps": 10}))
