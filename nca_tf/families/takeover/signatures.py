"""What several rules on one grid offer when they are exported: grow and inject, render, one step."""

from typing import TYPE_CHECKING

import numpy as np
import tensorflow as tf

from nca_tf.cells import grid_signatures
from nca_tf.cells.requests import grown, straight_pixels
from nca_tf.cells.signatures import Input, Limits, Signature
from nca_tf.families.takeover.pictures import PADDING, SIZE

if TYPE_CHECKING:
    from nca_tf.families.takeover.automaton import MultiRuleCA

GRID = SIZE + 2 * PADDING
LIMITS = Limits()
OWNER_COLOURS = ((255, 140, 0), (40, 90, 220), (40, 160, 90), (190, 60, 160), (120, 120, 120))
"""Of the first rule's cells, the second's, ...: orange and blue as in the paper. Further ones begin anew."""


def takeover_signatures(model: "MultiRuleCA") -> tuple[Signature, ...]:
    """Returns the signatures of a `MultiRuleCA`."""
    names = model.rule_names
    grids = ("injected",) if len(names) > 1 else ()

    def grow(**request):
        state = grown(model, LIMITS, GRID, grids=grids, **request)
        owner = model.owner(state)
        cells = [tf.reduce_sum(tf.cast(tf.equal(owner, k), tf.int32), axis=[1, 2]) for k in range(1, len(names) + 1)]
        return {
            "state": state,
            "rgba": model.premultiplied(state),
            "owner": owner,
            "cells": tf.stack(cells, axis=-1),
            "living_cells": tf.add_n(cells),
        }

    def picture(owners, **request):
        state = grown(model, LIMITS, GRID, grids=grids, **request)
        colours = [OWNER_COLOURS[number % len(OWNER_COLOURS)] for number in range(len(names))]
        table = tf.constant([(0, 0, 0, 0), *((*colour, 255) for colour in colours)], tf.uint8)
        by_owner = tf.gather(table, model.owner(state))
        return tf.where(tf.reshape(owners, [-1, 1, 1, 1]) > 0, by_owner, straight_pixels(model.premultiplied(state)))

    outputs = {
        "state": "float32 [batch, height, width, channels], after the steps",
        "rgba": "float32 [batch, height, width, 4], its picture, premultiplied",
        "owner": "int32 [batch, height, width], whose each cell is: 0 nobody's, then " + _numbered(names),
        "cells": f"int32 [batch, {len(names)}], how many cells each rule owns: {', '.join(names)}",
        "living_cells": "int32 [batch], how many cells any rule owns",
    }
    controls = _injection(names) if len(names) > 1 else {}
    inputs = grid_signatures.grid_request(model, LIMITS, GRID, controls)
    own = {"height": GRID, "width": GRID}
    if controls:
        own |= {"injected": _example_square(), "at": 10}
    owners = Input(
        "int32", (None,), 0, 1, "1: cells in the colour of their rule, 0: as they look", default=np.array([0])
    )
    return (
        grid_signatures.serving_default(grow, inputs, outputs, **own),
        grid_signatures.render(
            picture, {**inputs, "owners": owners}, "a PNG file with straight alpha for each example", LIMITS, **own
        ),
        grid_signatures.step(model, LIMITS, model.seed_state(1, GRID, GRID).numpy()),
    )


def _injection(names: tuple[str, ...]) -> dict[str, Input]:
    """The inputs with which cells are handed to another rule."""
    return {
        "injected": Input(
            "int32",
            (None, None, None),
            0,
            len(names),
            f"which rule each cell is handed to, on the grid that the state is put on: 0 none, {_numbered(names)}",
            most=(LIMITS.batch, LIMITS.side, LIMITS.side),
            default=np.zeros((1, 1, 1)),
        ),
        "at": Input("int32", (None,), 0, LIMITS.steps, "the step before which that is done", default=np.array([0])),
    }


def _numbered(names: tuple[str, ...]) -> str:
    return ", ".join(f"{number} {name}" for number, name in enumerate(names, 1))


def _example_square() -> np.ndarray:
    """The middle nine cells go to the second rule, int32 [1, side, side]."""
    grid = np.zeros((1, GRID, GRID), np.int32)
    grid[:, GRID // 2 - 1 : GRID // 2 + 2, GRID // 2 - 1 : GRID // 2 + 2] = 2
    return grid
