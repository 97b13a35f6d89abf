"""The NCA manifold: Hernandez Ruiz, Vilalta, Moreno-Noguer 2020."""

HEADING = "Manifold"
"""Of their section in RESULTS.md."""
