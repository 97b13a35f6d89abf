"""What a growing automaton offers when it is exported: grow, render, one step, the bare rule."""

import numpy as np
import tensorflow as tf

from nca_tf.cells.life import ALPHA
from nca_tf.cells.perception import Sensors
from nca_tf.cells.requests import png, rollout_each, same_batch
from nca_tf.cells.signatures import Input, Signature, same, within

GRID = 72
"""Side of the grid on which a lone seed cell grows unless the request says otherwise: that of training."""

MOST_BATCH = 64
MOST_SIDE = 512
MOST_STEPS = 5000
MOST_CELLS = 1 << 18
MOST_CELL_STEPS = 1 << 27
MOST_ZOOM = 16
LARGEST_VALUE = 1000.0
"""No trained automaton comes near it; a state beyond has exploded."""

EVERYWHERE = frozenset({"saved_model", "tfjs", "tflite"})


def growing_signatures(model) -> tuple[Signature, ...]:
    """Returns the signatures of a `GrowingCA`."""
    return _grow(model), _render(model), _step(model), _rule(model)


def _grow(model) -> Signature:
    def grow(**request):
        state = _grown(model, **request)
        mature = tf.reduce_sum(tf.cast(state[..., ALPHA] > model.alive_threshold, tf.int32), axis=[1, 2])
        return {"state": state, "rgba": state[..., :4], "living_cells": mature}

    outputs = {
        "state": "float32 [batch, height, width, channels], after the steps",
        "rgba": "float32 [batch, height, width, 4], its picture, premultiplied, not clipped",
        "living_cells": f"int32 [batch], how many cells have alpha above {model.alive_threshold}",
    }
    example = _request_example(model)
    return Signature("serving_default", grow, _request(model), outputs, frozenset({"saved_model"}), example)


def _render(model) -> Signature:
    def render(zoom, **request):
        zoom = same(zoom, "zoom")
        return {"png_bytes": png(_grown(model, **request)[..., :4], zoom)}

    zoom = Input("int32", (None,), 1, MOST_ZOOM, "pixels per cell", default=np.array([4]))
    # A name that ends in _bytes makes TF Serving's REST interface send base64.
    outputs = {"png_bytes": "bytes [batch], a PNG file with straight alpha for each example"}
    inputs = {**_request(model), "zoom": zoom}
    example = _request_example(model)
    formats = frozenset({"saved_model"})
    return Signature("render", render, inputs, outputs, formats, lambda k=0: {**example(k), "zoom": np.int32([4])})


def _step(model) -> Signature:
    def step(state, fire):
        return {"state": model.step(state, fire)}

    def example(random_seed=0):
        fire = np.random.default_rng([random_seed, 1]).random((1, GRID, GRID)) < model.fire_rate
        return {"state": model.seed_state(1, GRID, GRID).numpy(), "fire": fire.astype(np.float32)}

    shape, about = (None, None, None, model.channels), "the cells before the step"
    state = Input("float32", shape, about=about, most=_most(), most_values=MOST_CELLS * model.channels)
    about = "1 where a cell updates, else 0"
    fire = Input("float32", (None, None, None), 0.0, 1.0, about, most=_most()[:3], drawn="fire")
    outputs = {"state": "float32 [batch, height, width, channels], the cells after the step"}
    return Signature("step", step, {"state": state, "fire": fire}, outputs, EVERYWHERE, example)


def _rule(model) -> Signature:
    matrix = tf.constant(Sensors(model.angle, model.channels).matrix, tf.float32)
    step_size = model.step_size

    def rule(patches):
        increments = model.rule(tf.matmul(patches, matrix))
        return {"increments": increments if step_size == 1.0 else increments * step_size}

    def example(random_seed=0):
        patches = np.random.default_rng(random_seed).normal(0, 0.3, (100, 9 * model.channels))
        return {"patches": patches.astype(np.float32)}

    about = "3x3 neighbourhoods of the cells that update, row by row, channels last"
    patches = Input("float32", (None, 9 * model.channels), about=about, most=(MOST_CELLS, None))
    outputs = {"increments": "float32 [cells, channels], what is added to each cell"}
    return Signature("rule", rule, {"patches": patches}, outputs, EVERYWHERE, example)


def _most() -> tuple[int | None, ...]:
    return MOST_BATCH, MOST_SIDE, MOST_SIDE, None


def _request(model) -> dict[str, Input]:
    seed_cell = model.seed_state(1, 1, 1).numpy()
    own = f"of the grid, in whose centre the state is put; 0 is the state's own, and {GRID} for a lone cell"
    value = LARGEST_VALUE
    return {
        "state": Input(
            "float32",
            (None, None, None, model.channels),
            -value,
            value,
            "cells to go on from; left out, a lone seed cell",
            most=_most(),
            most_values=MOST_CELLS * model.channels,
            default=seed_cell,
        ),
        "height": Input("int32", (None,), 0, MOST_SIDE, f"rows {own}", default=np.array([0])),
        "width": Input("int32", (None,), 0, MOST_SIDE, f"columns {own}", default=np.array([0])),
        "steps": Input("int32", (None,), 0, MOST_STEPS, "steps to run", default=np.array([200])),
        "random_seed": Input("int32", (None,), about="same seed, same answer", default=np.array([0])),
    }


def _request_example(model):
    def example(random_seed=0):
        numbers = {"height": GRID, "width": GRID, "steps": 20, "random_seed": random_seed}
        request = {name: np.array([number], np.int32) for name, number in numbers.items()}
        return {"state": model.seed_state(1, 1, 1).numpy(), **request}

    return example


def _grown(model, **request: tf.Tensor) -> tf.Tensor:
    request = same_batch(request, MOST_BATCH)
    state, steps = request["state"], request["steps"]
    rows, columns = tf.shape(state)[1], tf.shape(state)[2]
    lone = (rows == 1) & (columns == 1)
    height = _side(same(request["height"], "height"), rows, lone, "height")
    width = _side(same(request["width"], "width"), columns, lone, "width")
    cells = within(tf.shape(state)[0] * height * width, 1, MOST_CELLS, "batch size x height x width")
    work = tf.cast(cells, tf.int64) * tf.cast(tf.reduce_max(steps), tf.int64)
    with tf.control_dependencies([within(work, 0, MOST_CELL_STEPS, "batch size x height x width x steps")]):
        return rollout_each(model, _centred(state, height, width), steps, request["random_seed"])


def _side(asked: tf.Tensor, own: tf.Tensor, lone: tf.Tensor, name: str) -> tf.Tensor:
    side = tf.where(asked > 0, asked, tf.where(lone, GRID, own))
    return within(side, own, MOST_SIDE, f"{name}, which has to hold the state,")


def _centred(state: tf.Tensor, height: tf.Tensor, width: tf.Tensor) -> tf.Tensor:
    rows, columns = tf.shape(state)[1], tf.shape(state)[2]
    top, left = height // 2 - rows // 2, width // 2 - columns // 2
    padding = [[0, 0], [top, height - rows - top], [left, width - columns - left], [0, 0]]
    return tf.ensure_shape(tf.pad(state, padding), [None, None, None, state.shape[-1]])
