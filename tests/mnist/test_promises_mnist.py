"""What every family promises, of self-classifying digits."""

import numpy as np
from promises import ExportPromises, ModelPromises, TrainingPromises
from random_automata import odd_images, random_digits
from small_datasets import bars, write_dataset

from nca_tf.families.mnist import quality
from nca_tf.families.mnist.automaton import SelfClassifyingCA
from tests import small_models
from training.mnist.benchmark import plain_step
from training.mnist.experiment import ClassLoss, MnistConfig, MnistExperiment

STATES = SelfClassifyingCA().image_state(odd_images()[:, ::2, ::2]).numpy()


def form(**arguments):
    return {"arguments": {**arguments, "scale": 0.05}, "states": STATES, "edges": (None,), "noise_channels": 19}


class TestMnist(ModelPromises, TrainingPromises, ExportPromises):
    settings = {"kernel_size": 5, "features": 12, "hidden": 7, "mask": False, "noise": 0.1}
    forms = {"3x3": form(), "5x5": form(kernel_size=5), "no mask": form(mask=False)}
    command = (
        *("training.mnist", "--pool-size", "16", "--batch-size", "8", "--fresh", "2", "--changed", "2"),
        *("--rollout-steps", "8", "--no-download", "--data-dir", "GROUND"),
    )
    learning = {"learning_rate": 3e-3}
    falls_to = 0.98
    equal_masks = {"fire_rate": 1.0, "noise": 0.0}
    shipped = "mnist/mnist"

    def make_model(self, **arguments):
        return random_digits(**arguments)

    def start(self, model):
        return model.image_state(odd_images())

    def lay_ground(self, folder):
        write_dataset(folder)

    def make_experiment(self, folder, **settings):
        small = {"batch_size": 8, "pool_size": 12, "features": 16, "hidden": 16, "fresh": 2, "changed": 2}
        config = MnistConfig(**{**small, "rollout_steps": 6, **settings})
        return MnistExperiment(config, data_dir=folder, download=False)

    def both_steps(self, model, optimizer):
        drawn, labels = bars(4)
        states = model.image_state(drawn).numpy()
        return plain_step(model, optimizer), ClassLoss(model, "l2"), states, (labels.astype(np.int32),)

    def small_model(self, folder):
        return small_models.save(small_models.mnist_model(), folder)

    def fewer_runs(self, monkeypatch):
        monkeypatch.setattr(quality, "IMAGES", 10)

    def shorten_quality(self, monkeypatch):
        original = quality.Quality
        monkeypatch.setattr(quality, "NOISES", 2)
        monkeypatch.setattr(quality, "Quality", lambda **fields: original(**{**fields, "steady_steps": 10}))
