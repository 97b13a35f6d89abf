"""What a host with adversaries offers when it is exported: what its host offers, with a mask beside it."""

from typing import TYPE_CHECKING

import numpy as np
import tensorflow as tf

from nca_tf.cells import grid_signatures
from nca_tf.cells.life import ALPHA
from nca_tf.cells.requests import grown, straight_pixels
from nca_tf.cells.signatures import Input, Limits, Signature
from nca_tf.families.growing.signatures import GRID
from nca_tf.families.mnist import signatures as digits

if TYPE_CHECKING:
    from nca_tf.families.adversarial.automaton import InjectedCA

LIMITS = Limits()
RED = (230, 25, 25)
"""Colour of marked adversaries."""
MARKED = Input(
    "int32", (None,), 0, 1, "1: living adversaries are shown red, 0: as any other cell", default=np.array([1])
)


def picture_signatures(model: "InjectedCA") -> tuple[Signature, ...]:
    """Returns the signatures of an `InjectedCA` with a growing host."""

    def grow(**request):
        state = grown(model, LIMITS, GRID, grids=("adversaries",), **request)
        mature = tf.reduce_sum(tf.cast(model.host.mature(state), tf.int32), axis=[1, 2])
        return {"state": state, "rgba": state[..., : ALPHA + 1], "living_cells": mature}

    def picture(marked, **request):
        state = grown(model, LIMITS, GRID, grids=("adversaries",), **request)
        pixels = straight_pixels(state[..., : ALPHA + 1])
        opaque = tf.constant([*RED, 255], pixels.dtype)
        shown = _shown(marked, request["adversaries"], model.host.mature(state))
        return tf.where(shown[..., None], opaque, pixels)

    outputs = {
        "state": "float32 [batch, height, width, channels], after the steps",
        "rgba": "float32 [batch, height, width, 4], its picture, premultiplied, not clipped",
        "living_cells": f"int32 [batch], how many cells have alpha above {model.host.alive_threshold}",
    }
    adversaries = Input(
        "float32",
        (None, None, None),
        0.0,
        1.0,
        "1 where a cell is an adversary, else 0, on the grid that the state is put on; or one number for all cells",
        most=(LIMITS.batch, LIMITS.side, LIMITS.side),
        default=np.zeros((1, 1, 1)),
    )
    inputs = grid_signatures.grid_request(model, LIMITS, GRID, {"adversaries": adversaries})
    own = {"height": GRID, "width": GRID, "adversaries": _example_mask(GRID)}
    shown = "a PNG file with straight alpha for each example"
    start = model.seed_state(1, GRID, GRID).numpy()
    return (
        grid_signatures.serving_default(grow, inputs, outputs, **own),
        grid_signatures.render(picture, {**inputs, "marked": MARKED}, shown, LIMITS, **own),
        grid_signatures.step(model, LIMITS, start, controls={"adversaries": adversaries}),
    )


def digit_signatures(model: "InjectedCA") -> tuple[Signature, ...]:
    """Returns the signatures of an `InjectedCA` with a self-classifying host."""
    side = digits.SIDE
    adversaries = Input(
        "float32",
        (None, side, side),
        0.0,
        1.0,
        "1 where a cell is an adversary, else 0",
        most=(digits.LIMITS.batch, None, None),
        default=np.zeros((1, side, side)),
    )
    controls, noise = {"adversaries": adversaries}, digits.noise_of(model.host)
    of_step = Input("float32", (None, None, None), 0.0, 1.0, adversaries.about, default=np.zeros((1, 1, 1)))

    def mark(colours, living, marked, adversaries):
        red = tf.constant(RED, colours.dtype)
        return tf.where(_shown(marked, adversaries, living)[..., None], red, colours)

    return (
        *digits.answering(model, model.host, controls, {"marked": MARKED}, mark, {"adversaries": _example_mask(side)}),
        digits.one_step(
            model,
            model.host,
            {name: noise for name in model.draw_names if name.endswith("noise")},
            {"adversaries": of_step},
        ),
    )


def _shown(marked: tf.Tensor, adversaries: tf.Tensor, living: tf.Tensor) -> tf.Tensor:
    return (adversaries > 0.5) & living & (tf.reshape(marked, [-1, 1, 1]) > 0)


def _example_mask(side: int) -> np.ndarray:
    """Every eleventh cell, [1, side, side]."""
    return (np.arange(side * side).reshape(1, side, side) % 11 == 0).astype(np.float32)
