"""How the manifolds that ship were trained."""

from training.recipe import Recipe

RECIPES: tuple[Recipe, ...] = ()
