"""What every family promises, of adversaries on both kinds of host."""

import numpy as np
from forms import blob_states
from promises import ExportPromises, ModelPromises, TrainingPromises
from random_automata import blob_state, odd_images, random_digits, random_growing
from small_datasets import bars, write_dataset

import nca_tf
from nca_tf.families.adversarial import quality as adversarial_quality
from nca_tf.families.growing import quality as growing_quality
from nca_tf.families.mnist import quality as mnist_quality
from nca_tf.families.mnist.automaton import SelfClassifyingCA
from tests import small_models
from training.adversarial.attack import AmongOthers
from training.adversarial.benchmark import plain_step
from training.adversarial.configuration import AdversarialConfig
from training.adversarial.digits import GoalLoss
from training.adversarial.experiment import AdversarialExperiment
from training.growing.experiment import TargetLoss

RNG = np.random.default_rng(11)
MASKS = RNG.random((5, 12, 14)) < 0.4
STATES = SelfClassifyingCA().image_state(odd_images()[:, ::2, ::2]).numpy()
DIGIT_MASKS = RNG.random((5, 14, 14)) < 0.3


def pair(make, **arguments) -> nca_tf.InjectedCA:
    """Two random rules as host and adversary."""
    return nca_tf.InjectedCA(make(1, **arguments), make(2, **arguments), dtype=arguments.get("dtype"))


class TestAmongLizards(ModelPromises, TrainingPromises, ExportPromises):
    settings = {}
    forms = {
        "a mask an image": {"controls": {"adversaries": MASKS}},
        "one mask": {"controls": {"adversaries": MASKS[0]}, "edges": ("zero",)},
    }
    command = (
        *("training.adversarial", "--host", "GROUND/host", "--pool-size", "12", "--batch-size", "4", "--damage", "2"),
        *("--padding", "4", "--min-steps", "4", "--max-steps", "6"),
    )
    learning = {"learning_rate": 4e-3, "share": 0.5}
    falls_to = 0.98
    equal_masks = {"fire_rate": 1.0}
    quantised = ()

    def make_model(self, **arguments):
        return pair(random_growing, **arguments)

    def start(self, model):
        return blob_state(10, 10, model.channels)

    def lay_ground(self, folder):
        growing = small_models.growing_model(channels=8, hidden=16)
        small_models.save(growing, folder / "host", target="lizard", size=8, padding=4)

    def make_experiment(self, folder, **settings):
        small = {"host": str(folder / "host"), "padding": 4, "batch_size": 4, "pool_size": 12, "damage": 2}
        return AdversarialExperiment(AdversarialConfig(**{**small, "min_steps": 4, "max_steps": 6, **settings}))

    def both_steps(self, model, optimizer):
        target = np.random.default_rng(5).random((12, 14, 4)).astype(np.float32)
        objective = TargetLoss(target)
        return plain_step(model, objective, optimizer), AmongOthers(objective), blob_states(16), (MASKS,)

    def small_model(self, folder):
        model = nca_tf.InjectedCA(small_models.growing_model(hidden=64), small_models.growing_model(hidden=64, seed=3))
        return small_models.save(model, folder, target="lizard-tailless", size=20, padding=2, share=0.2)

    def fewer_runs(self, monkeypatch):
        monkeypatch.setattr(growing_quality, "SEEDS", 2)

    def shorten_quality(self, monkeypatch):
        original = growing_quality.Quality
        # A host of random weights does not stop growing.
        monkeypatch.setattr(adversarial_quality, "GROWN", 6)
        monkeypatch.setattr(growing_quality, "Quality", lambda **fields: original(**{**fields, "steady_steps": 10}))


class TestAmongDigits(ModelPromises, TrainingPromises, ExportPromises):
    settings = {}
    forms = {
        "digits": {
            "arguments": {"scale": 0.05},
            "states": STATES,
            "controls": {"adversaries": DIGIT_MASKS},
            "edges": (None,),
            "noise_channels": 19,
        }
    }
    command = (
        *("training.adversarial", "--host", "GROUND/host", "--pool-size", "16", "--batch-size", "8", "--fresh", "2"),
        *("--changed", "2", "--min-steps", "8", "--max-steps", "8", "--dataset", "mnist", "--no-download"),
        *("--data-dir", "GROUND"),
    )
    learning = {"learning_rate": 3e-3}
    falls_to = 0.98
    equal_masks = {"fire_rate": 1.0, "noise": 0.0}
    shipped = "adversarial/mnist-to-8"

    def make_model(self, **arguments):
        return pair(random_digits, **arguments)

    def start(self, model):
        return model.host.image_state(odd_images())

    def lay_ground(self, folder):
        write_dataset(folder)
        small_models.save(random_digits(scale=0.05, features=16, hidden=16), folder / "host")

    def make_experiment(self, folder, **settings):
        small = {"host": str(folder / "host"), "dataset": "mnist", "batch_size": 8, "pool_size": 12}
        small |= {"fresh": 2, "changed": 2, "min_steps": 6, "max_steps": 6}
        return AdversarialExperiment(AdversarialConfig(**{**small, **settings}), data_dir=folder, download=False)

    def both_steps(self, model, optimizer):
        drawn, _ = bars(4)
        states, objective = model.host.image_state(drawn).numpy(), GoalLoss(model.host, 8)
        masks = np.random.default_rng(2).random((4, 28, 28)) < 0.3
        return plain_step(model, objective, optimizer), AmongOthers(objective), states, (masks,)

    def small_model(self, folder):
        model = nca_tf.InjectedCA(small_models.mnist_model(), small_models.mnist_model(seed=3))
        return small_models.save(model, folder, dataset="mnist", goal=3)

    def fewer_runs(self, monkeypatch):
        monkeypatch.setattr(mnist_quality, "IMAGES", 10)

    def shorten_quality(self, monkeypatch):
        original = mnist_quality.Quality
        monkeypatch.setattr(mnist_quality, "NOISES", 2)
        monkeypatch.setattr(mnist_quality, "Quality", lambda **fields: original(**{**fields, "steady_steps": 10}))
