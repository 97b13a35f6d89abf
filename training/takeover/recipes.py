"""How the rules and adversaries that ship were trained: none yet."""

from training.recipe import Recipe

RECIPES: tuple[Recipe, ...] = ()
