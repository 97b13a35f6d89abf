"""How the rules and adversaries that ship are trained, and those of the paper's Fig. 15, which do not ship.

Minutes are those of two cores. Rules begin with the weights of growing automata of the same pattern; adversaries of a
square learn a spray first, or begin with an earlier adversary, as the original's did.
"""

from training.recipe import Recipe
from training.takeover.near_weights import SHARES, WAYS, run_name

SMALL = "--normalise --batch-size 4"
BASE = f"--experiment base {SMALL} --pool-size 256 --learning-rate 2e-3 --learning-rate-drop 500 --iterations 700"
DYING = f"--experiment base --kind growing {SMALL} --pool-size 64"
AGAINST = f"{SMALL} --pool-size 128 --old-factor 3e-4 --learning-rate-drop 400"
STAYS, DECAYS = "lizard-persistent", "lizard-growing"


def _persistent(pattern: str, start: str) -> Recipe:
    options = f"--target {pattern} --kind persistent {BASE}"
    return Recipe(f"{pattern}-persistent", (options,), {"loss_300": 3e-3, "loss_500": 3e-3}, minutes=5, start=start)


def _static(name: str, host: str, target: str, *, loss: float = 0.01, first: str = "") -> Recipe:
    """An adversary of a square of 2x2; `first`: the recipe of an earlier one, else it learns a spray first."""
    against = f"--experiment static --host takeover/{host} --target {target} {AGAINST}"
    spray = () if first else (f"{against} --inject spray:0.5 --iterations 200",)
    stages = (*spray, f"{against} --inject square:2 --iterations 600")
    return Recipe(name, stages, {"loss_300": loss, "success_rate": 0.9}, minutes=8, start=first)


def _dynamic(pattern: str, inject: str, start: str) -> Recipe:
    options = f"--experiment dynamic --host takeover/{pattern}-growing --inject {inject} {AGAINST} --iterations 600"
    return Recipe(f"{pattern}-immortal", (options,), {"loss_500": 0.015}, minutes=8, start=start)


def _near(way: str, share: int) -> Recipe:
    options = (
        f"--experiment static --host takeover/{STAYS} --target red --inject spray:{share / 100:g} {WAYS[way][1]} "
        f"{AGAINST} --stop-at 0.01 --iterations 3400"
    )
    return Recipe(run_name(way, share), (options,), {"loss_300": 0.01}, minutes=15, ships=False)


RECIPES = (
    _persistent("lizard", "growing/lizard-persistent"),
    _persistent("ladybug", "growing/ladybug-regenerating"),
    _persistent("butterfly", "growing/butterfly-regenerating"),
    Recipe(
        DECAYS,
        (f"--target lizard {DYING} --target-until 160 --learning-rate-drop 300 --iterations 300",),
        {"loss_100": 3e-3},
        minutes=3,
        start=f"takeover/{STAYS}",
    ),
    Recipe(
        "butterfly-growing",
        (f"--target butterfly {DYING} --empty-from 160 --learning-rate-drop 400 --iterations 400",),
        {"loss_100": 5e-3},
        minutes=4,
        start="takeover/butterfly-persistent",
    ),
    Recipe(
        "firework-growing",
        (
            f"--target firework {DYING} --rollout-steps 96 --learning-rate 2e-3 --learning-rate-drop 700 "
            "--iterations 900",
        ),
        {"loss_100": 0.01},
        minutes=10,
    ),
    _static("red", STAYS, "red"),
    _static("tailless", STAYS, "tailless", first="takeover/red"),
    _static("ladybug-to-butterfly", "ladybug-persistent", "butterfly"),
    _dynamic("lizard", "square:3", f"takeover/{STAYS}"),
    _dynamic("butterfly", "spray:0.03", "takeover/butterfly-persistent"),
    _dynamic("firework", "spray:0.5", ""),
    *(_near(way, share) for share in SHARES for way in WAYS),
)
