"""Global state perturbation: second half of Randazzo et al. 2021."""

HEADING = "Perturbation"
"""Of their section in RESULTS.md."""
