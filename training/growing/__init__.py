"""Growing automata: experiments 1 to 3 of Mordvintsev et al. 2020."""

HEADING = "Growing"
"""Of their section in RESULTS.md."""
