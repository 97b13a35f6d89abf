"""Adversaries among the cells: first half of Randazzo et al. 2021."""

HEADING = "Adversaries"
"""Of their section in RESULTS.md."""
