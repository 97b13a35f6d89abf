"""What a growing automaton offers when it is exported: grow, render, one step, the bare rule."""

from typing import TYPE_CHECKING

import tensorflow as tf

from nca_tf.cells import grid_signatures
from nca_tf.cells.life import ALPHA
from nca_tf.cells.perception import Sensors, patch_matrix
from nca_tf.cells.requests import grown, straight_pixels
from nca_tf.cells.signatures import Limits, Signature

if TYPE_CHECKING:
    from nca_tf.families.growing.automaton import GrowingCA

GRID = 72
"""Side of the grid on which a lone seed cell grows unless the request says otherwise: that of training."""

LIMITS = Limits()


def growing_signatures(model: "GrowingCA") -> tuple[Signature, ...]:
    """Returns the signatures of a `GrowingCA`."""

    def grow(**request):
        state = grown(model, LIMITS, GRID, **request)
        mature = tf.reduce_sum(tf.cast(state[..., ALPHA] > model.alive_threshold, tf.int32), axis=[1, 2])
        return {"state": state, "rgba": state[..., :4], "living_cells": mature}

    def picture(**request):
        return straight_pixels(grown(model, LIMITS, GRID, **request)[..., :4])

    outputs = {
        "state": "float32 [batch, height, width, channels], after the steps",
        "rgba": "float32 [batch, height, width, 4], its picture, premultiplied, not clipped",
        "living_cells": f"int32 [batch], how many cells have alpha above {model.alive_threshold}",
    }
    inputs = grid_signatures.grid_request(model, LIMITS, GRID)
    own = {"height": GRID, "width": GRID}
    matrix = patch_matrix(Sensors(model.angle).filters, model.channels).astype("float32")

    def increments(patches):
        values = model.rule(tf.matmul(patches, matrix))
        return values if model.step_size == 1.0 else values * model.step_size

    return (
        grid_signatures.serving_default(grow, inputs, outputs, **own),
        grid_signatures.render(picture, inputs, "a PNG file with straight alpha for each example", LIMITS, **own),
        grid_signatures.step(model, LIMITS, model.seed_state(1, GRID, GRID).numpy()),
        grid_signatures.rule(increments, LIMITS, 3, model.channels, "[cells, channels], what is added to each cell"),
    )
