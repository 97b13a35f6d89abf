"""What a manifold offers when it is exported: encode, grow, render; and one automaton out of it: grow, render, step."""

import dataclasses
from typing import TYPE_CHECKING

import numpy as np
import tensorflow as tf

from nca_tf.cells import grid_signatures
from nca_tf.cells.requests import grown, rollout_each, same_batch, straight_pixels, within_limits
from nca_tf.cells.signatures import Input, Limits, Signature

if TYPE_CHECKING:
    from nca_tf.families.ncam.automaton import ManifoldCA

LIMITS = Limits()
LARGEST_CODE = 1000.0


def ncam_signatures(model: "ManifoldCA") -> tuple[Signature, ...]:
    """Returns the signatures of a `ManifoldCA`."""
    return _of_one(model) if model.code == "none" else _of_manifold(model)


def _of_one(model) -> tuple[Signature, ...]:
    side = model.size
    inputs = _with_steps(grid_signatures.grid_request(model, LIMITS, side), model.steps)
    own = {"height": side, "width": side}

    def grow(**request):
        state = grown(model, LIMITS, side, **request)
        return {"state": state, "picture": state[..., : model.colours]}

    def picture(**request):
        return _pixels(grown(model, LIMITS, side, **request)[..., : model.colours])

    outputs = {
        "state": "float32 [batch, height, width, channels], after the steps",
        "picture": f"float32 [batch, height, width, {model.colours}], {_about_picture(model)}",
    }
    step = grid_signatures.step(model, LIMITS, model.seed_state(1, side, side).numpy())
    if model.leaky:  # its converter multiplies the factor into the kernel; `ManifoldCA.genome` does so beforehand
        step = dataclasses.replace(step, formats=step.formats - {"tfjs"})
    return (
        grid_signatures.serving_default(grow, inputs, outputs, **own),
        grid_signatures.render(picture, inputs, "a PNG file for each example", LIMITS, **own),
        step,
    )


def _of_manifold(model) -> tuple[Signature, ...]:
    side, colours, shape = model.size, model.colours, model.code_shape
    letters = model.code == "dna"
    code = Input(
        "float32",
        (None, *shape),
        0.0 if letters else -LARGEST_CODE,
        1.0 if letters else LARGEST_CODE,
        "codes as `encode` gives them" + (", the share of each of four letters" if letters else ""),
        most=(LIMITS.batch, *(None for _ in shape)),
        default=np.full((1, *shape), 0.25 if letters else 0.0, np.float32),
    )
    picture = Input(
        "float32",
        (None, side, side, colours),
        0.0,
        1.0,
        _about_picture(model),
        most=(LIMITS.batch, None, None, None),
        default=np.zeros((1, side, side, colours), np.float32),
    )
    inputs = {"codes": code, **_with_steps(grid_signatures.rollout_numbers(LIMITS), model.steps)}

    def states(**request):
        request = same_batch(request, LIMITS.batch)
        batch = tf.shape(request["codes"])[0]
        with tf.control_dependencies([within_limits(LIMITS, batch, request["steps"], side, side)]):
            start = tf.repeat(model.seed_state(1, side, side), batch, axis=0)
            return rollout_each(model, start, **request)

    def grow(**request):
        return {"picture": states(**request)[..., :colours]}

    def pixels(**request):
        return _pixels(states(**request)[..., :colours])

    def encode(pictures):
        return {"codes": model.hedge(model.encode(pictures))}

    outputs = {"picture": f"float32 [batch, {side}, {side}, {colours}], {_about_picture(model)}, not clipped"}
    example = grid_signatures.request_example({"pictures": picture})
    about = f"float32 [batch, {', '.join(map(str, shape))}], a code for each picture, as `grow` wants it"
    about += " (letters hedged, see docs/ncam.md)" if letters else ""
    return (
        grid_signatures.serving_default(grow, inputs, outputs),
        Signature("grow", grow, inputs, outputs, grid_signatures.ON_SERVERS, grid_signatures.request_example(inputs)),
        Signature("encode", encode, {"pictures": picture}, {"codes": about}, grid_signatures.ON_SERVERS, example),
        grid_signatures.render(pixels, inputs, "a PNG file for each code", LIMITS),
    )


def _with_steps(inputs: dict[str, Input], steps: int) -> dict[str, Input]:
    """The inputs of a request, which runs for the model's own number of steps unless it says otherwise."""
    usual = inputs["steps"]
    given = {field: getattr(usual, field) for field in ("dtype", "shape", "low", "high", "about")}
    return {**inputs, "steps": Input(**given, default=np.array([steps]))}


def _about_picture(model) -> str:
    return "premultiplied RGBA" if model.colours == 4 else "RGB"


def _pixels(pictures: tf.Tensor) -> tf.Tensor:
    """Pictures [batch, height, width, 3 or 4] as uint8, with straight alpha."""
    if pictures.shape[-1] == 4:
        return straight_pixels(pictures)
    return tf.cast(tf.round(tf.clip_by_value(pictures, 0.0, 1.0) * 255.0), tf.uint8)
