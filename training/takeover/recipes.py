"""How the rules and adversaries that ship are trained, and those of the paper's Fig. 15, which do not ship.

Minutes are those of two cores. Rules begin with the weights of growing automata of the same picture, where these grow
from a seed without hidden channels; the butterfly's dies of it, and begins with the lizard's. Adversaries begin as
rules that grow their target already, and learn a spray before a square, or go on from an earlier adversary.
"""

from training.recipe import Recipe
from training.takeover.near_weights import SHARES, WAYS, run_name

LIKE = "--normalise --batch-size 4 --pool-size 256 --learning-rate 2e-3 --learning-rate-drop 500 --iterations 700"
DYING = "--experiment base --kind growing --normalise --batch-size 4 --pool-size 64"
AGAINST = "--normalise --batch-size 4 --pool-size 128 --old-factor 1e-4 --learning-rate 2e-3"
LIZARD = "takeover/lizard-persistent"


def _persistent(target: str, start: str) -> Recipe:
    options = f"--experiment base --target {target} --kind persistent {LIKE}"
    return Recipe(f"{target}-persistent", (options,), {"loss_300": 3e-3}, minutes=5, start=start)


def _static(name: str, host: str, target: str, start: str, *, spray: bool = True) -> Recipe:
    """An adversary of a square of 2x2, which learns a spray first unless it starts from another adversary."""
    against = f"--experiment static --host takeover/{host} --target {target} {AGAINST}"
    first = (f"{against} --inject spray:0.3 --learning-rate-drop 1000 --iterations 200",) if spray else ()
    stages = (*first, f"{against} --inject square:2 --learning-rate-drop 600 --iterations 900")
    return Recipe(name, stages, {"loss_300": 0.01, "success_rate": 0.9}, minutes=10, start=start)


def _dynamic(pattern: str, inject: str, start: str = "") -> Recipe:
    options = (
        f"--experiment dynamic --host takeover/{pattern}-growing --inject {inject} {AGAINST} --learning-rate-drop 500 "
        "--iterations 700"
    )
    return Recipe(f"{pattern}-immortal", (options,), {"loss_500": 0.015}, minutes=8, start=start)


def _near(way: str, share: int) -> Recipe:
    options = (
        f"--experiment static --host {LIZARD} --target red --inject spray:{share / 100:g} {WAYS[way][1]} {AGAINST} "
        "--learning-rate-drop 2000 --stop-at 0.01 --iterations 3400"
    )
    return Recipe(run_name(way, share), (options,), {"loss_300": 0.01}, minutes=15, ships=False)


RECIPES = (
    _persistent("lizard", "growing/lizard-persistent"),
    _persistent("butterfly", LIZARD),
    _persistent("ladybug", "growing/ladybug-regenerating"),
    Recipe(
        "lizard-growing",
        (f"--target lizard {DYING} --target-until 160 --learning-rate-drop 300 --iterations 300",),
        {"loss_100": 5e-3},
        minutes=3,
        start=LIZARD,
    ),
    Recipe(
        "butterfly-growing",
        (f"--target butterfly {DYING} --empty-from 160 --learning-rate-drop 400 --iterations 400",),
        {"loss_100": 0.01},
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
    Recipe(
        "red-persistent",
        (
            "--experiment base --target red --normalise --batch-size 4 --pool-size 128 --learning-rate 2e-3 "
            "--learning-rate-drop 300 --iterations 400",
        ),
        {"loss_300": 3e-3},
        minutes=3,
        start=LIZARD,
        ships=False,
    ),
    _static("red", "lizard-persistent", "red", "takeover/red-persistent"),
    _static("tailless", "lizard-persistent", "tailless", "takeover/red", spray=False),
    _static("ladybug-to-butterfly", "ladybug-persistent", "butterfly", "takeover/butterfly-persistent"),
    _dynamic("lizard", "square:3", LIZARD),
    _dynamic("butterfly", "spray:0.03", "takeover/butterfly-persistent"),
    _dynamic("firework", "spray:0.5"),
    *(_near(way, share) for share in SHARES for way in WAYS),
)
