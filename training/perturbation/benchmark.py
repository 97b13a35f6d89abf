"""One whole training iteration of a perturbation, in the two forms that training/benchmark.py compares.

The dense form is the original's mathematics written plainly: the matrix, the clip and the mask, then the host's step,
over the whole grid in a `tf.range` loop, with TensorFlow's default threads. Both start from the same grown patterns.
"""

from collections.abc import Callable

import keras
import numpy as np
import tensorflow as tf

from nca_tf.families.perturbation.automaton import LIMIT, PerturbedCA
from nca_tf.files.model_files import load
from nca_tf.pictures.targets import load_target, place
from training.engine import normalise_each
from training.growing.benchmark import BATCH, Step, alive, over_pool, plain_growth, sobel_kernel

HOST = "growing/lizard-regenerating"


def make_iteration(form: str, size: int = 72, host_name: str = HOST) -> Callable[[int], float]:
    """A function that does iteration number i and returns its loss: batch, rollout, gradients, optimizer, pool.

    Args:
      form: "dense" (plain) or "engine" (living cells).
      size: side of the grid.
      host_name: a trained lizard, shipped or in a folder; its grown patterns fill the pool.
    """
    model = PerturbedCA(load(host_name), ("tailless",))
    target = place(load_target("lizard-tailless"), size, size)
    grown = model.host.rollout(model.seed_state(BATCH, size, size), 200, random_seed=1).numpy()
    return over_pool(form, plain_step, model, target, grown)


def plain_step(model: PerturbedCA, target: np.ndarray, optimizer: keras.optimizers.Optimizer) -> Step:
    """The dense training step of a model of one symmetric perturbation."""
    host, channels, kernel = model.host, model.channels, sobel_kernel(model.channels)
    weights = [tf.constant(np.array(weight)) for weight in host.weights[:4]]
    variables = model.trainable_variables
    upper = np.argwhere(np.triu(np.ones((channels, channels))))

    @tf.function
    def train(state, steps):
        with tf.GradientTape() as tape:
            (entries,) = (tf.convert_to_tensor(variable) for variable in variables)
            tape.watch(entries)
            half = tf.scatter_nd(upper, entries, [channels, channels])
            matrix = half + tf.transpose(half) - tf.linalg.diag(tf.linalg.diag_part(half))
            for _ in tf.range(steps):
                living = tf.cast(alive(host, state), tf.float32)
                state = tf.clip_by_value(tf.einsum("bhwi,ij->bhwj", state, matrix), -LIMIT, LIMIT) * living
                state = plain_growth(host, state, weights, kernel)
            losses = tf.reduce_mean(tf.square(state[..., :4] - target), axis=(1, 2, 3))
            loss = tf.reduce_mean(losses)
        gradients = tape.gradient(loss, [entries])
        optimizer.apply_gradients(zip(normalise_each(gradients), variables, strict=True))
        return state, losses, tf.linalg.global_norm(gradients)

    return lambda state, steps, random_seed, iteration: train(tf.constant(state), tf.constant(steps))
