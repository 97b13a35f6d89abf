"""Multi-rule takeover: Cavuoti et al. 2022."""

HEADING = "Takeover"
"""Of their section in RESULTS.md."""
