"""A few cells that run a rule of their own and make the collective lie (Randazzo et al. 2021)."""
