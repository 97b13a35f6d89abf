"""What stands for a label where a cell has none."""

UNDECIDED, DEAD = -1, -2
"""A cell that doesn't know, and one that isn't part of the image."""
UNDECIDED_BELOW = 0.01
"""A cell is undecided when none of its class outputs is above this."""
