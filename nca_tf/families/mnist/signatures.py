"""What a self-classifying automaton offers when it is exported: classify, render, one step, the bare rule."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

import numpy as np
import tensorflow as tf

from nca_tf.cells import grid_signatures
from nca_tf.cells.requests import rollout_each, same_batch, within_limits
from nca_tf.cells.signatures import Input, Limits, Noise, Signature
from nca_tf.families.mnist.labels import DEAD, UNDECIDED
from nca_tf.families.mnist.pictures import PUBLISHED

if TYPE_CHECKING:
    from nca_tf.cells.automaton import CellularAutomaton
    from nca_tf.families.mnist.automaton import SelfClassifyingCA

SIDE = 28
"""Images of one size only: a server can join requests for them (free sizes: the signature `step`)."""

LIMITS = Limits(batch=256, steps=2000, cell_steps=128_000 * SIDE**2)
"""Steps for 64 images, the largest batch that a server joins, for the most steps."""
WHITE, BLACK = (255, 255, 255), (0, 0, 0)


def mnist_signatures(model: "SelfClassifyingCA") -> tuple[Signature, ...]:
    """Returns the signatures of a `SelfClassifyingCA`."""
    size = model.kernel_size**2 * model.channels

    def increments(patches):
        kernel = tf.reshape(tf.convert_to_tensor(model.kernel), [size, model.features])
        return model.update(tf.nn.bias_add(tf.matmul(patches, kernel), model.bias))

    adds = "[cells, channels - 1], what is added to all channels but the image, before noise"
    return (
        *answering(model, model),
        one_step(model, model, {"noise": noise_of(model)}),
        grid_signatures.rule(increments, LIMITS, model.kernel_size, model.channels, adds),
    )


def answering(
    model: "CellularAutomaton",
    host: "SelfClassifyingCA",
    controls: Mapping[str, Input] | None = None,
    shown: Mapping[str, Input] | None = None,
    mark: Callable | None = None,
    own: Mapping[str, np.ndarray] | None = None,
) -> tuple[Signature, Signature]:
    """The signatures that classify images and draw what their cells say.

    Args:
      model: what is rolled out.
      host: the `SelfClassifyingCA` that tells what its cells say; `model` itself where nothing is added.
      controls: of the rollout, by name, each with a default.
      shown: further inputs of the drawing.
      mark: changes the colours: mark(colours uint8 [batch, height, width, 3], living cells, **shown, **controls).
      own: the controls of the example.
    """
    controls, shown, own = controls or {}, shown or {}, {"image": _strokes()[None], **(own or {})}

    def settled(request) -> tuple[tf.Tensor, dict[str, tf.Tensor]]:
        request = same_batch(request, LIMITS.batch)
        image, steps, seed = (request[name] for name in ("image", "steps", "random_seed"))
        with tf.control_dependencies([within_limits(LIMITS, tf.shape(image)[0], steps, SIDE, SIDE)]):
            state = tf.pad(image[..., None], [[0, 0], [0, 0], [0, 0], [0, model.channels - 1]])
            given = {name: request[name] for name in controls}
            return host.labels(rollout_each(model, state, steps, seed, **given)), given

    def classify(**request):
        labels, _ = settled(request)
        votes = tf.reduce_sum(tf.cast(labels[..., None] == tf.range(host.classes), tf.int32), axis=[1, 2])
        most = tf.reduce_max(votes, axis=-1)
        vote = tf.where(most > 0, tf.argmax(votes, axis=-1, output_type=tf.int32), UNDECIDED)
        living = tf.reduce_sum(tf.cast(labels != DEAD, tf.int32), axis=[1, 2])
        agreement = tf.cast(most, tf.float32) / tf.cast(tf.maximum(living, 1), tf.float32)
        return {"labels": labels, "vote": vote, "agreement": agreement}

    def picture(**request):
        further = {name: request.pop(name) for name in shown}
        labels, given = settled(request)
        palette = tf.constant([*PUBLISHED.tolist()[: host.classes], BLACK, WHITE], tf.uint8)
        # Undecided and dead stand for the last two colours.
        colours = tf.gather(palette, tf.where(labels >= 0, labels, host.classes - 1 - labels))
        return colours if mark is None else mark(colours, labels != DEAD, **further, **given)

    outputs = {
        "labels": f"int32 [batch, {SIDE}, {SIDE}], what each cell says: a class, -1 undecided, -2 dead",
        "vote": "int32 [batch], the class that most cells say; -1 where none says any",
        "agreement": "float32 [batch], share of the living cells that say it",
    }
    grey = Input(
        "float32", (None, SIDE, SIDE), 0.0, 1.0, "grey values, ink 1 on paper 0", most=(LIMITS.batch, None, None)
    )
    numbers = grid_signatures.rollout_numbers(LIMITS, "steps until the cells are asked")
    inputs = {"image": grey, **numbers, **controls}
    about = "a PNG file for each image: what each cell says, as a colour"
    return (
        grid_signatures.serving_default(classify, inputs, outputs, **own),
        grid_signatures.render(picture, {**inputs, **shown}, about, LIMITS, **own),
    )


def one_step(
    model: "CellularAutomaton",
    host: "SelfClassifyingCA",
    noises: Mapping[str, Noise],
    controls: Mapping[str, Input] | None = None,
) -> Signature:
    """The signature of one step; arguments as `nca_tf.cells.grid_signatures.step` and `answering` take them."""
    start, about = host.image_state(_strokes()[None]).numpy(), "the cells before the step; channel 0 is the image"
    return grid_signatures.step(model, LIMITS, start, about, noises, controls)


def noise_of(model: "SelfClassifyingCA") -> Noise:
    """The noise of a `SelfClassifyingCA`."""
    return Noise(model.channels - 1, model.noise)


def _strokes() -> np.ndarray:
    """A drawing somewhat like a seven."""
    image = np.zeros((SIDE, SIDE), np.float32)
    image[5:8, 6:21] = 1.0
    for row in range(8, 24):
        column = 20 - (row - 5) // 2
        image[row, column - 2 : column + 1] = 0.9
    return image
