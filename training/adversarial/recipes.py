"""How the adversaries that ship were trained. Minutes are those of two cores."""

from training.recipe import Recipe

RECIPES: tuple[Recipe, ...] = ()
