"""How the rules that ship were trained, each from a growing automaton of the same picture. Minutes are of two cores."""

from training.recipe import Recipe

LIKE = "--normalise --batch-size 4 --pool-size 256 --learning-rate 2e-3 --learning-rate-drop 500 --iterations 700"


def _persistent(target: str, start: str) -> Recipe:
    options = f"--experiment base --target {target} --kind persistent {LIKE}"
    return Recipe(f"{target}-persistent", (options,), {"loss_300": 3e-3}, minutes=5, start=f"growing/{start}")


RECIPES = (
    _persistent("lizard", "lizard-persistent"),
    _persistent("butterfly", "butterfly-regenerating"),
    _persistent("ladybug", "ladybug-regenerating"),
)
