"""What every family promises, of manifolds and of the automata that they make."""

import numpy as np
from PIL import Image
from promises import ModelPromises, TrainingPromises
from random_manifolds import random_manifold

from training.ncam.benchmark import plain_step
from training.ncam.experiment import NcamConfig, NcamExperiment, PictureLoss

CODES = np.float32(np.random.default_rng(8).normal(size=(5, 8)))
FAR = np.float32(np.random.default_rng(9).normal(0.0, 0.3, (2, 12, 14, 8)))
FAR[..., 5] = 0.03 * FAR[..., 5] + 250.0
"""States of a channel that is large and nearly the same everywhere: its variance is lost in rounding."""


class TestManifold(ModelPromises, TrainingPromises):
    settings = {
        **{"code": "none", "code_size": 9, "size": 11, "colours": 3, "channels": 7, "hidden": 10, "fire_rate": 0.7},
        **{"steps": 5, "leaky": False, "norm": False, "slices": False, "edges": "wrap"},
    }
    forms = {
        "one": {"arguments": {"code": "none"}},
        "codes": {"arguments": {"code": "continuous"}, "controls": {"codes": CODES}, "edges": ("zero",)},
        "synchronous": {"arguments": {"code": "none", "fire_rate": 1.0}, "edges": ("zero",)},
        "far": {"arguments": {"code": "none"}, "states": FAR, "edges": ("wrap",)},
        "plain": {"arguments": {"code": "none", "norm": False, "leaky": False}, "edges": ("wrap",)},
    }
    command = (
        *("training.ncam", "--data", "pictures", "--code", "dna", "--batch-size", "4", "--rollout-steps", "6"),
        *("--size", "12", "--code-size", "8", "--channels", "8", "--hidden", "12"),
    )
    falls_to = 0.6
    equal_masks = {"fire_rate": 1.0}

    def make_model(self, **arguments):
        return random_manifold(**arguments)

    def start(self, model):
        return np.float32(np.random.default_rng(4).normal(0.0, 0.3, (2, 11, 11, model.channels)))

    def lay_ground(self, folder):
        (folder / "pictures").mkdir()
        rng = np.random.default_rng(2)
        for number in range(6):
            pixels = np.zeros((12, 12, 4), np.uint8)
            pixels[2:9, 3 : 6 + number // 2] = [*rng.integers(0, 255, 3), 255]
            Image.fromarray(pixels).save(folder / "pictures" / f"{number}.png")

    def make_experiment(self, folder, **settings):
        small = {"size": 12, "code_size": 8, "channels": 8, "hidden": 12, "batch_size": 4, "rollout_steps": 6}
        own = {"data": str(folder / "pictures"), "warm_up": 5, "learning_rate": 3e-3}
        return NcamExperiment(NcamConfig(**{**small, **own, **settings}))

    def both_steps(self, model, optimizer):
        pictures = np.random.default_rng(5).random((4, 12, 12, 4)).astype(np.float32)
        states = model.seed_state(4, 12, 12).numpy()
        return plain_step(model, optimizer), PictureLoss(), states, (pictures,)
