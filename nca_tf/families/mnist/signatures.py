"""What a self-classifying automaton offers when it is exported: classify, render, one step, the bare rule."""

import numpy as np
import tensorflow as tf

from nca_tf.cells import grid_signatures
from nca_tf.cells.requests import rollout_each, same_batch, within_limits
from nca_tf.cells.signatures import Input, Limits, Noise, Signature
from nca_tf.families.mnist.labels import DEAD, UNDECIDED
from nca_tf.families.mnist.pictures import PUBLISHED

SIDE = 28
"""Images of one size only: a server can join requests for them (free sizes: the signature `step`)."""

LIMITS = Limits(batch=256, steps=2000, cell_steps=128_000 * SIDE**2)
"""Steps for 64 images, the largest batch that a server joins, for the most steps."""
WHITE, BLACK = (255, 255, 255), (0, 0, 0)


def mnist_signatures(model) -> tuple[Signature, ...]:
    """Returns the signatures of a `SelfClassifyingCA`."""

    def settled(**request: tf.Tensor) -> tf.Tensor:
        image, steps, seed = (same_batch(request, LIMITS.batch)[name] for name in ("image", "steps", "random_seed"))
        with tf.control_dependencies([within_limits(LIMITS, tf.shape(image)[0], steps, SIDE, SIDE)]):
            state = tf.pad(image[..., None], [[0, 0], [0, 0], [0, 0], [0, model.channels - 1]])
            return model.labels(rollout_each(model, state, steps, seed))

    def classify(**request):
        labels = settled(**request)
        votes = tf.reduce_sum(tf.cast(labels[..., None] == tf.range(model.classes), tf.int32), axis=[1, 2])
        most = tf.reduce_max(votes, axis=-1)
        vote = tf.where(most > 0, tf.argmax(votes, axis=-1, output_type=tf.int32), UNDECIDED)
        living = tf.reduce_sum(tf.cast(labels != DEAD, tf.int32), axis=[1, 2])
        agreement = tf.cast(most, tf.float32) / tf.cast(tf.maximum(living, 1), tf.float32)
        return {"labels": labels, "vote": vote, "agreement": agreement}

    def picture(**request):
        labels = settled(**request)
        palette = tf.constant([*PUBLISHED.tolist()[: model.classes], BLACK, WHITE], tf.uint8)
        # Undecided and dead stand for the last two colours.
        return tf.gather(palette, tf.where(labels >= 0, labels, model.classes - 1 - labels))

    size = model.kernel_size**2 * model.channels

    def increments(patches):
        kernel = tf.reshape(tf.convert_to_tensor(model.kernel), [size, model.features])
        return model.update(tf.nn.bias_add(tf.matmul(patches, kernel), model.bias))

    outputs = {
        "labels": f"int32 [batch, {SIDE}, {SIDE}], what each cell says: a class, -1 undecided, -2 dead",
        "vote": "int32 [batch], the class that most cells say; -1 where none says any",
        "agreement": "float32 [batch], share of the living cells that say it",
    }
    grey = Input(
        "float32", (None, SIDE, SIDE), 0.0, 1.0, "grey values, ink 1 on paper 0", most=(LIMITS.batch, None, None)
    )
    inputs = {"image": grey, **grid_signatures.rollout_numbers(LIMITS, "steps until the cells are asked")}
    shown = "a PNG file for each image: what each cell says, as a colour"
    adds = "[cells, channels - 1], what is added to all channels but the image, before noise"
    return (
        grid_signatures.serving_default(classify, inputs, outputs, image=_strokes()[None]),
        grid_signatures.render(picture, inputs, shown, LIMITS, image=_strokes()[None]),
        grid_signatures.step(
            model,
            LIMITS,
            model.image_state(_strokes()[None]).numpy(),
            "the cells before the step; channel 0 is the image",
            noises={"noise": Noise(model.channels - 1, model.noise)},
        ),
        grid_signatures.rule(increments, LIMITS, model.kernel_size, model.channels, adds),
    )


def _strokes() -> np.ndarray:
    """A drawing somewhat like a seven."""
    image = np.zeros((SIDE, SIDE), np.float32)
    image[5:8, 6:21] = 1.0
    for row in range(8, 24):
        column = 20 - (row - 5) // 2
        image[row, column - 2 : column + 1] = 0.9
    return image
