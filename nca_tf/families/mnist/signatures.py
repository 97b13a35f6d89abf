"""What a self-classifying automaton offers when it is exported: classify, render, one step, the bare rule."""

import numpy as np
import tensorflow as tf

from nca_tf.cells.requests import rollout_each, same_batch
from nca_tf.cells.signatures import Input, Signature, same, within
from nca_tf.families.mnist.automaton import DEAD, UNDECIDED
from nca_tf.families.mnist.pictures import PUBLISHED

SIDE = 28
"""Images of one size only: a server can join requests for them (free sizes: the signature `step`)."""

MOST_BATCH = 256
MOST_SIDE = 512
MOST_STEPS = 2000
MOST_CELLS = 1 << 18
MOST_IMAGE_STEPS = 128_000
"""64 images, the largest batch that a server joins, for the most steps."""
MOST_ZOOM = 16
EVERYWHERE = frozenset({"saved_model", "tfjs", "tflite"})
WHITE, BLACK = (255, 255, 255), (0, 0, 0)


def mnist_signatures(model) -> tuple[Signature, ...]:
    """Returns the signatures of a `SelfClassifyingCA`."""
    return _classify(model), _render(model), _step(model), _rule(model)


def _classify(model) -> Signature:
    def classify(**request):
        labels = model.labels(_settled(model, **request))
        votes = tf.reduce_sum(tf.cast(labels[..., None] == tf.range(model.classes), tf.int32), axis=[1, 2])
        most = tf.reduce_max(votes, axis=-1)
        vote = tf.where(most > 0, tf.argmax(votes, axis=-1, output_type=tf.int32), UNDECIDED)
        living = tf.reduce_sum(tf.cast(labels != DEAD, tf.int32), axis=[1, 2])
        agreement = tf.cast(most, tf.float32) / tf.cast(tf.maximum(living, 1), tf.float32)
        return {"labels": labels, "vote": vote, "agreement": agreement}

    outputs = {
        "labels": f"int32 [batch, {SIDE}, {SIDE}], what each cell says: a class, -1 undecided, -2 dead",
        "vote": "int32 [batch], the class that most cells say; -1 where none says any",
        "agreement": "float32 [batch], share of the living cells that say it",
    }
    formats = frozenset({"saved_model"})
    return Signature("serving_default", classify, _request(), outputs, formats, _request_example)


def _render(model) -> Signature:
    def render(zoom, **request):
        zoom = same(zoom, "zoom")
        palette = tf.constant([*PUBLISHED.tolist()[: model.classes], BLACK, WHITE], tf.uint8)
        labels = model.labels(_settled(model, **request))
        # Undecided and dead stand for the last two colours.
        colours = tf.gather(palette, tf.where(labels >= 0, labels, model.classes - 1 - labels))
        colours = tf.repeat(tf.repeat(colours, zoom, axis=1), zoom, axis=2)
        return {"png_bytes": tf.map_fn(tf.io.encode_png, colours, fn_output_signature=tf.string)}

    zoom = Input("int32", (None,), 1, MOST_ZOOM, "pixels per cell", default=np.array([4]))
    # A name that ends in _bytes makes TF Serving's REST interface send base64.
    outputs = {"png_bytes": "bytes [batch], a PNG file for each image: what each cell says, as a colour"}

    def example(random_seed=0):
        return {**_request_example(random_seed), "zoom": np.int32([4])}

    return Signature("render", render, {**_request(), "zoom": zoom}, outputs, frozenset({"saved_model"}), example)


def _step(model) -> Signature:
    def step(state, fire, noise=None):
        # A model without noise never looks at it.
        return {"state": model.step(state, fire, noise)}

    def example(random_seed=0):
        random = np.random.default_rng([random_seed, 1])
        fire = (random.random((1, SIDE, SIDE)) < model.fire_rate).astype(np.float32)
        drawn = {"state": model.image_state(_strokes()[None]).numpy(), "fire": fire}
        if model.noise:
            drawn["noise"] = random.normal(size=(1, SIDE, SIDE, model.channels - 1)).astype(np.float32)
        return drawn

    most = (MOST_BATCH, MOST_SIDE, MOST_SIDE, None)
    about = "the cells before the step; channel 0 is the image"
    free = (None, None, None)
    inputs = {
        "state": Input(
            "float32", (*free, model.channels), about=about, most=most, most_values=MOST_CELLS * model.channels
        ),
        "fire": Input("float32", free, 0.0, 1.0, "1 where a cell updates, else 0", most=most[:3], drawn="fire"),
    }
    if model.noise:
        about = f"standard normal numbers; they are scaled by {model.noise}"
        inputs["noise"] = Input("float32", (*free, model.channels - 1), about=about, most=most, drawn="normal")
    outputs = {"state": "float32 [batch, height, width, channels], the cells after the step"}
    return Signature("step", step, inputs, outputs, EVERYWHERE, example)


def _rule(model) -> Signature:
    size = model.kernel_size**2 * model.channels

    def rule(patches):
        kernel = tf.reshape(tf.convert_to_tensor(model.kernel), [size, model.features])
        return {"increments": model.update(tf.nn.bias_add(tf.matmul(patches, kernel), model.bias))}

    def example(random_seed=0):
        return {"patches": np.random.default_rng(random_seed).normal(0, 0.3, (100, size)).astype(np.float32)}

    side = model.kernel_size
    about = f"{side}x{side} neighbourhoods of the cells that update, row by row, channels last"
    patches = Input("float32", (None, size), about=about, most=(MOST_CELLS, None))
    outputs = {"increments": "float32 [cells, channels - 1], what is added to all channels but the image, before noise"}
    return Signature("rule", rule, {"patches": patches}, outputs, EVERYWHERE, example)


def _request() -> dict[str, Input]:
    about = "grey values, ink 1 on paper 0"
    return {
        "image": Input("float32", (None, SIDE, SIDE), 0.0, 1.0, about, most=(MOST_BATCH, None, None)),
        "steps": Input("int32", (None,), 0, MOST_STEPS, "steps until the cells are asked", default=np.array([200])),
        "random_seed": Input("int32", (None,), about="same seed, same answer", default=np.array([0])),
    }


def _request_example(random_seed=0):
    numbers = {"steps": np.int32([20]), "random_seed": np.int32([random_seed])}
    return {"image": _strokes()[None], **numbers}


def _strokes() -> np.ndarray:
    """A drawing somewhat like a seven."""
    image = np.zeros((SIDE, SIDE), np.float32)
    image[5:8, 6:21] = 1.0
    for row in range(8, 24):
        column = 20 - (row - 5) // 2
        image[row, column - 2 : column + 1] = 0.9
    return image


def _settled(model, **request: tf.Tensor) -> tf.Tensor:
    request = same_batch(request, MOST_BATCH)
    image, steps = request["image"], request["steps"]
    work = tf.shape(image)[0] * tf.reduce_max(steps)
    with tf.control_dependencies([within(work, 0, MOST_IMAGE_STEPS, "batch size x steps")]):
        state = tf.pad(image[..., None], [[0, 0], [0, 0], [0, 0], [0, model.channels - 1]])
        return rollout_each(model, state, steps, request["random_seed"])
