"""From one cell to a picture (Mordvintsev et al. 2020)."""
