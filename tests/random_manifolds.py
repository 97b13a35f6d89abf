"""Small manifolds for tests, with weights that make every part of them matter."""

import numpy as np

from nca_tf.families.ncam.automaton import ManifoldCA

SMALL = {"code_size": 8, "size": 12, "channels": 8, "hidden": 12, "steps": 6}


def random_manifold(seed: int = 0, **arguments) -> ManifoldCA:
    """A manifold of 12x12 pictures, or with the code "none" one automaton."""
    model = ManifoldCA(**{**SMALL, **arguments})
    rng = np.random.default_rng(seed)
    for name, weight in model.named_weights().items():
        scale = 0.3 if name.endswith("leak") else 0.3 / np.sqrt(max(1, np.prod(weight.shape[:-1])))
        weight.assign(rng.normal(-1.6 if name.endswith("leak") else 0.0, scale, weight.shape))
    return model
