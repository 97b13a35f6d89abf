"""Small untrained models that nevertheless do something: a pattern that grows, cells that change their mind."""

import numpy as np

from nca_tf.families.growing.automaton import GrowingCA
from nca_tf.families.mnist.automaton import SelfClassifyingCA
from nca_tf.files import model_files
from tests.published_files import growing_arrays, mnist_arrays


def growing_model(channels=8, hidden=12, seed=0):
    """A rule that spreads at a steady pace and settles nowhere."""
    arrays = growing_arrays(channels, hidden, seed)
    arrays["dense2/kernel"] *= 0.2
    arrays["dense2/bias"] *= 0.1
    arrays["dense2/bias"][3] = 0.05
    model = GrowingCA(channels=channels, hidden=hidden)
    model_files.assign_weights(model, arrays, "the test")
    return model


def mnist_model(seed=0):
    """A rule of random weights over 14 channels."""
    arrays = mnist_arrays(seed=seed)
    arrays["dense2/kernel"] *= 0.2
    model = SelfClassifyingCA(channels=14, features=10, hidden=9)
    model_files.assign_weights(model, arrays, "the test")
    return model


def save(model, folder, **extra):
    """Writes a model's folder and returns its path as text."""
    model_files.save(model, folder, {"name": folder.name, **extra})
    return str(folder)


def digit(rows=28):
    """One image, float32 [rows, rows]."""
    image = np.zeros((rows, rows), np.float32)
    image[5:8, 6:21] = 1.0
    image[8:24, 14:17] = 0.8
    return image
