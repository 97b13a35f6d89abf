"""How far a rule's weights are from another's (Fig. 15 of the paper)."""

from collections.abc import Mapping

import numpy as np


def distances(weights: Mapping[str, np.ndarray], origin: Mapping[str, np.ndarray]) -> dict[str, float]:
    """Distance and angle between two sets of weights of the same names and shapes.

    Returns:
      rms_distance: root of the mean squared difference; what the paper plots as the norm of the change.
      l2_distance: the true norm, as many times larger as the root of the number of weights (8336: 91.3).
      cosine: of the angle between the two; 0 where one is zero.
    """
    one, other = (
        np.concatenate([np.ravel(np.asarray(arrays[name], np.float64)) for name in origin])
        for arrays in (weights, origin)
    )
    change, lengths = one - other, np.linalg.norm(one) * np.linalg.norm(other)
    return {
        "rms_distance": float(np.sqrt(np.mean(np.square(change)))),
        "l2_distance": float(np.linalg.norm(change)),
        "cosine": float(one @ other / lengths) if lengths else 0.0,
    }
