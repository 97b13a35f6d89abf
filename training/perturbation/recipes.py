"""How the perturbations that ship were trained, each alone on the shipped lizard, and then put into one model.

First as the original does. Then with longer rollouts, which is not in the article: what grows from a seed sheds flakes
at first, some of which became lizards of their own long after the last step that was trained. Minutes are those of two
cores.
"""

from nca_tf.families.perturbation.targets import TARGETS
from training.recipe import Recipe

EXPECTED = {"tailless": 2e-3, "no-leg": 2.5e-3, "no-head": 4.6e-3, "no-arm": 1e-3, "red": 4.5e-3, "blue": 6.3e-3}
"""Loss after 500 steps: what the original's matrices reach on its own lizard."""
PUBLISHED = "--iterations 1200 --learning-rate-drop 800"
LONGER = "--min-steps 96 --max-steps 192 --learning-rate 1e-3 --learning-rate-drop {} --iterations {}"
LONGEST = "--min-steps {} --max-steps {} --learning-rate {} --learning-rate-drop {} --iterations {}"
USUAL = PUBLISHED, LONGER.format(300, 400)
COLOUR = PUBLISHED, LONGER.format(500, 700), LONGEST.format(192, 320, 5e-4, 150, 200)
ARM = *USUAL, LONGEST.format(128, 256, 5e-4, 200, 300), LONGEST.format(128, 256, 3e-4, 150, 250)
STAGES = {"no-arm": ARM, "red": COLOUR, "blue": COLOUR}


def _alone(name: str) -> Recipe:
    stages = tuple(f"--target {name} {options}" for options in STAGES.get(name, USUAL))
    return Recipe(name, stages, {"mse_500": EXPECTED[name]}, minutes=20 if name in STAGES else 11, ships=False)


RECIPES = (
    *map(_alone, TARGETS),
    Recipe(
        "tailless-additive",
        ("--target tailless --kind additive --iterations 700 --learning-rate-drop 500",),
        {"mse_500": EXPECTED["tailless"]},
        minutes=4,
        ships=False,
    ),
    # The worst of the six, blue, which the original's host took better.
    Recipe("lizard", ("",), {"mse_500": 0.01}, minutes=1, parts=tuple(TARGETS)),
)
