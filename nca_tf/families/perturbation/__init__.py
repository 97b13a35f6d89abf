"""A living pattern edited by one matrix (Randazzo et al. 2021)."""
