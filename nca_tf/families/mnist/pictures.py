"""Coloured digits: what each cell says as a colour, as in the figures of Randazzo et al. 2020."""

import numpy as np

from nca_tf.families.mnist.labels import UNDECIDED

PUBLISHED = np.uint8(
    [
        (128, 0, 0),
        (230, 25, 75),
        (70, 240, 240),
        (210, 245, 60),
        (250, 190, 190),
        (170, 110, 40),
        (170, 255, 195),
        (165, 163, 159),
        (0, 128, 128),
        (128, 128, 0),
    ]
)
"""Colours of the classes 0 to 9 in the article."""
SAFE = np.uint8(
    [
        (0, 0, 153),
        (104, 27, 4),
        (181, 0, 145),
        (123, 91, 88),
        (146, 0, 255),
        (228, 58, 0),
        (109, 146, 255),
        (228, 138, 183),
        (170, 172, 120),
        (146, 255, 0),
    ]
)
"""Colours that stay at least 30 CIELAB units apart, and from black and white, under each kind of colour blindness.

The article's come as close as 6 units. Found by a search over simulations of protanopia, deuteranopia and tritanopia
(Machado, Oliveira, Fernandes 2009); ordered by lightness.
"""
PALETTES = {"published": PUBLISHED, "colour-blind-safe": SAFE}


def colour_cells(labels: np.ndarray, palette: np.ndarray = PUBLISHED) -> np.ndarray:
    """Labels of cells, as from `SelfClassifyingCA.labels`, as colours.

    Args:
      labels: int [..., height, width]: a class, UNDECIDED (black) or DEAD (white).
      palette: uint8 [classes, 3].
    Returns:
      uint8 [..., height, width, 3].
    """
    labels = np.asarray(labels)
    colours = palette[np.clip(labels, 0, None)]
    colours[labels == UNDECIDED] = 0
    colours[labels < UNDECIDED] = 255
    return colours
