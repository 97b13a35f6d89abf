"""Several rules on one grid, one displacing the other (Cavuoti et al. 2022)."""
