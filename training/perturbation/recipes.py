"""How the matrices that ship were trained: none yet."""

from training.recipe import Recipe

RECIPES: tuple[Recipe, ...] = ()
