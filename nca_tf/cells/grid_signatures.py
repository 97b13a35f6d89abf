"""The signatures that families share: a rollout and its pictures for servers, one step, a bare rule.

A family says what differs: its draws that are noise, its controls, how it answers. The inputs follow from `draw_names`
and from what is declared here.
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

import numpy as np
import tensorflow as tf

from nca_tf.cells.requests import png, same_batch
from nca_tf.cells.signatures import Input, Limits, Noise, Signature, same

if TYPE_CHECKING:
    from nca_tf.cells.automaton import CellularAutomaton

ON_SERVERS = frozenset({"saved_model"})
EVERYWHERE = frozenset({"saved_model", "tfjs", "tflite", "onnx"})
USUAL_STEPS = 200
Answer = Callable[..., dict[str, tf.Tensor]]
Example = Callable[..., dict[str, np.ndarray]]


def rollout_numbers(limits: Limits, about_steps: str = "steps to run") -> dict[str, Input]:
    """The inputs `steps` and `random_seed` of a request, one of each an example."""
    return {
        "steps": Input("int32", (None,), 0, limits.steps, about_steps, default=np.array([USUAL_STEPS])),
        "random_seed": Input("int32", (None,), about="same seed, same answer", default=np.array([0])),
    }


def grid_request(
    model: "CellularAutomaton", limits: Limits, side: int, controls: Mapping[str, Input] | None = None
) -> dict[str, Input]:
    """The inputs of a rollout from a state or a seed, which `nca_tf.cells.requests.grown` answers.

    Args:
      model: the automaton.
      limits: what is refused beyond.
      side: of the grid on which a lone seed cell is put unless the request says otherwise.
      controls: the family's own inputs, each with a default; the first axis is the batch.
    """
    own = f"of the grid, in whose centre the state is put; 0 is the state's own, and {side} for a lone cell"
    state = Input(
        "float32",
        (None, None, None, model.channels),
        -limits.value,
        limits.value,
        "cells to go on from; left out, a lone seed cell",
        most=(limits.batch, limits.side, limits.side, None),
        most_values=limits.cells * model.channels,
        default=model.seed_state(1, 1, 1).numpy(),
    )
    return {
        "state": state,
        "height": Input("int32", (None,), 0, limits.side, f"rows {own}", default=np.array([0])),
        "width": Input("int32", (None,), 0, limits.side, f"columns {own}", default=np.array([0])),
        **rollout_numbers(limits),
        **(controls or {}),
    }


def request_example(inputs: Mapping[str, Input], **own: np.ndarray | int) -> Example:
    """A short request: what is given here, and the default of every other input.

    Args:
      inputs: of the signature.
      **own: an array, or one number for the whole request.
    """

    def example(random_seed: int = 0) -> dict[str, np.ndarray]:
        chosen = {"steps": 20, "random_seed": random_seed, **own}
        return {
            name: np.atleast_1d(np.asarray(chosen.get(name, spec.default), spec.dtype)) for name, spec in inputs.items()
        }

    return example


def serving_default(answer: Answer, inputs: Mapping[str, Input], outputs: Mapping[str, str], **own) -> Signature:
    """What a server answers unless it is asked for another signature; `own` is what `request_example` takes."""
    return Signature("serving_default", answer, inputs, outputs, ON_SERVERS, request_example(inputs, **own))


def render(
    picture: Callable[..., tf.Tensor], inputs: Mapping[str, Input], about: str, limits: Limits, **own
) -> Signature:
    """The answer to the same request as PNG files.

    Args:
      picture: from the request, of one batch, to uint8 [batch, height, width, 3 or 4].
      inputs: the request.
      about: what each file shows.
      limits: of the batch and the zoom.
      **own: as `request_example` takes it.
    """

    def answer(zoom, **request):
        zoom = same(zoom, "zoom")
        return {"png_bytes": png(picture(**same_batch(request, limits.batch)), zoom)}

    zoom = Input("int32", (None,), 1, limits.zoom, "pixels per cell", default=np.array([4]))
    # A name that ends in _bytes makes TF Serving's REST interface send base64.
    outputs, inputs = {"png_bytes": f"bytes [batch], {about}"}, {**inputs, "zoom": zoom}
    return Signature("render", answer, inputs, outputs, ON_SERVERS, request_example(inputs, **own))


def step(
    model: "CellularAutomaton",
    limits: Limits,
    start: np.ndarray,
    about: str = "the cells before the step",
    noises: Mapping[str, Noise] | None = None,
    controls: Mapping[str, Input] | None = None,
) -> Signature:
    """One step, an input for each of the model's `draw_names` and each control.

    Args:
      model: the automaton.
      limits: of the grid.
      start: float32 [1, height, width, channels], the state of the example.
      about: what the state is.
      noises: those of `draw_names` that are noise; all others are masks.
      controls: the family's own inputs, each with a default.
    """
    noises, controls = noises or {}, controls or {}
    drawn = [name for name in model.draw_names if name not in noises or noises[name].scale]

    def advance(state, **given):
        # A step never looks at noise that it scales by zero.
        draws = [given.get(name) for name in model.draw_names]
        return {"state": model.step(state, *draws, **{name: given[name] for name in controls})}

    def example(random_seed: int = 0) -> dict[str, np.ndarray]:
        random, shape = np.random.default_rng([random_seed, 1]), start.shape[:3]
        request = {"state": start}
        for name in drawn:
            if name in noises:
                values = random.normal(size=(*shape, noises[name].channels))
            else:
                values = random.random(shape) < model.fire_rate
            request[name] = values.astype(np.float32)
        return {**request, **{name: _over_grid(spec, shape) for name, spec in controls.items()}}

    free, most = (None, None, None), (limits.batch, limits.side, limits.side, None)
    inputs = {
        "state": Input(
            "float32", (*free, model.channels), about=about, most=most, most_values=limits.cells * model.channels
        )
    }
    for name in drawn:
        noise = noises.get(name)
        if noise is None:
            inputs[name] = Input("float32", free, 0.0, 1.0, _about_mask(name), most=most[:3], drawn="fire")
        else:
            about = f"standard normal numbers; they are scaled by {noise.scale}"
            inputs[name] = Input("float32", (*free, noise.channels), about=about, most=most, drawn="normal")
    outputs = {"state": "float32 [batch, height, width, channels], the cells after the step"}
    return Signature("step", advance, {**inputs, **controls}, outputs, EVERYWHERE, example)


def rule(
    increments: Callable[[tf.Tensor], tf.Tensor],
    limits: Limits,
    side: int,
    channels: int,
    adds: str,
    name: str = "rule",
    weights: tuple[str, ...] | None = None,
) -> Signature:
    """A bare rule on neighbourhoods that the caller has gathered.

    Args:
      increments: from float32 [cells, side * side * channels] to float32 [cells, ...].
      limits: of the number of cells.
      side: of the neighbourhood.
      channels: of a cell's state.
      adds: what it gives, with its shape.
      name: of the signature; a model of several rules has one for each.
      weights: see `Signature`.
    """
    size = side**2 * channels

    def example(random_seed: int = 0) -> dict[str, np.ndarray]:
        return {"patches": np.random.default_rng(random_seed).normal(0, 0.3, (100, size)).astype(np.float32)}

    about = f"{side}x{side} neighbourhoods of the cells that update, row by row, channels last"
    patches = Input("float32", (None, size), about=about, most=(limits.cells, None))
    return Signature(
        name,
        lambda patches: {"increments": increments(patches)},
        {"patches": patches},
        {"increments": f"float32 {adds}"},
        EVERYWHERE,
        example,
        weights,
    )


def _about_mask(name: str) -> str:
    if name == "fire":
        return "1 where a cell updates, else 0"
    return f"1 where a cell updates, else 0: the mask {name!r}"


def _over_grid(spec: Input, shape: tuple[int, int, int]) -> np.ndarray:
    """The default of a control for one example, spread over the grid where it is one."""
    default = np.asarray(spec.default, spec.dtype)
    return np.broadcast_to(default, (*shape, *default.shape[3:])).copy() if default.ndim >= 3 else default
