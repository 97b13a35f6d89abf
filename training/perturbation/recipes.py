"""How the perturbations that ship were trained, each alone on the shipped lizard, and then put into one model.

First as the original does. Then once more with rollouts of twice the length, which is not in the article: what grows
from a seed sheds flakes at first, some of which became lizards of their own long after the last step that was trained.
Minutes are those of two cores.
"""

from nca_tf.families.perturbation.targets import TARGETS
from training.recipe import Recipe

EXPECTED = {"tailless": 2e-3, "no-leg": 2.5e-3, "no-head": 4.6e-3, "no-arm": 1e-3, "red": 4.5e-3, "blue": 6.3e-3}
"""Loss after 500 steps: what the original's matrices reach on its own lizard."""
PUBLISHED = "--iterations 1200 --learning-rate-drop 800"
LONGER = "--min-steps 96 --max-steps 192 --learning-rate 1e-3 --learning-rate-drop 300 --iterations 400"


def _alone(name: str) -> Recipe:
    stages = f"--target {name} {PUBLISHED}", f"--target {name} {LONGER}"
    return Recipe(name, stages, {"mse_500": EXPECTED[name]}, minutes=12, ships=False)


RECIPES = (
    *map(_alone, TARGETS),
    Recipe("lizard", ("",), {"mse_500": max(EXPECTED.values())}, minutes=1, parts=tuple(TARGETS)),
)
