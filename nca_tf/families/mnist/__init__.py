"""Digits whose cells agree on what they form (Randazzo et al. 2020)."""
