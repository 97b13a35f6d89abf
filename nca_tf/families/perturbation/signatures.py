"""What a perturbed automaton offers when it is exported: grow at given strengths, render, one step."""

from typing import TYPE_CHECKING

import numpy as np
import tensorflow as tf

from nca_tf.cells import grid_signatures
from nca_tf.cells.life import ALPHA
from nca_tf.cells.requests import grown, straight_pixels
from nca_tf.cells.signatures import Input, Limits, Signature
from nca_tf.families.growing.signatures import GRID

if TYPE_CHECKING:
    from nca_tf.families.perturbation.automaton import PerturbedCA

LIMITS = Limits()
STRONGEST = 4.0
"""Largest strength that a request may ask for; the article shows -1 to 1."""
MOST_INTERVALS = 64
ALWAYS = np.array([[[0, LIMITS.steps]]])


def perturbation_signatures(model: "PerturbedCA") -> tuple[Signature, ...]:
    """Returns the signatures of a `PerturbedCA`."""

    def grow(**request):
        state = grown(model, LIMITS, GRID, **request)
        mature = tf.reduce_sum(tf.cast(model.host.mature(state), tf.int32), axis=[1, 2])
        return {"state": state, "rgba": state[..., :4], "living_cells": mature}

    def picture(**request):
        return straight_pixels(grown(model, LIMITS, GRID, **request)[..., : ALPHA + 1])

    outputs = {
        "state": "float32 [batch, height, width, channels], after the steps",
        "rgba": "float32 [batch, height, width, 4], its picture, premultiplied, not clipped",
        "living_cells": f"int32 [batch], how many cells have alpha above {model.host.alive_threshold}",
    }
    names = model.perturbations
    strengths = Input(
        "float32",
        (None, len(names)),
        -STRONGEST,
        STRONGEST,
        f"how strongly each perturbation acts, 1 as trained, 0 not at all: {', '.join(names)}",
        most=(LIMITS.batch, None),
        default=np.full((1, len(names)), float(len(names) == 1)),
    )
    on = Input(
        "int32",
        (None, None, 2),
        0,
        LIMITS.steps,
        "steps during which they act: the first of each interval, and the first after it",
        most=(LIMITS.batch, MOST_INTERVALS, None),
        default=ALWAYS,
    )
    inputs = grid_signatures.grid_request(model, LIMITS, GRID, {"strengths": strengths, "on": on})
    own = {"height": GRID, "width": GRID, "strengths": np.full((1, len(names)), 1.0 / len(names))}
    return (
        grid_signatures.serving_default(grow, inputs, outputs, **own),
        grid_signatures.render(picture, inputs, "a PNG file with straight alpha for each example", LIMITS, **own),
        grid_signatures.step(model, LIMITS, model.seed_state(1, GRID, GRID).numpy(), controls={"strengths": strengths}),
    )
