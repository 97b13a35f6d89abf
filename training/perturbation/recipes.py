"""How the perturbations that ship were trained, each alone on the shipped lizard, and then put into one model.

Minutes are those of two cores.
"""

from nca_tf.families.perturbation.targets import TARGETS
from training.recipe import Recipe

EXPECTED = {"tailless": 2e-3, "no-leg": 2.5e-3, "no-head": 4.6e-3, "no-arm": 1e-3, "red": 4.5e-3, "blue": 6.3e-3}
"""Loss after 500 steps: what the original's matrices reach on its own lizard."""


def _alone(name: str) -> Recipe:
    options = f"--target {name} --iterations 1200 --learning-rate-drop 800"
    return Recipe(name, (options,), {"mse_500": EXPECTED[name]}, minutes=10, ships=False)


RECIPES = (
    *map(_alone, TARGETS),
    Recipe("lizard", ("",), {"mse_500": max(EXPECTED.values())}, minutes=1, parts=tuple(TARGETS)),
)
