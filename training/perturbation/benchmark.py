"""One whole training iteration of a perturbation, in the two forms that training/benchmark.py compares.

The dense form is the original's mathematics written plainly: the matrix, the clip and the mask, then the host's step,
over the whole grid in a `tf.range` loop, with TensorFlow's default threads. Both start from the same grown patterns.
"""

from collections.abc import Callable

import keras
import numpy as np
import tensorflow as tf

from nca_tf.cells.life import ALPHA
from nca_tf.families.perturbation.automaton import LIMIT, PerturbedCA
from nca_tf.files.model_files import load
from nca_tf.pictures.targets import load_target, place
from nca_tf.pool import SamplePool
from training.engine import TrainStep, normalise_each
from training.growing.experiment import TargetLoss

HOST = "growing/lizard-regenerating"
STEPS, BATCH, POOL = 80, 8, 64


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
    pool = SamplePool(POOL, grown[0])
    pool.put(range(BATCH), grown)
    optimizer = keras.optimizers.Adam(1e-6)
    optimizer.build(model.trainable_variables)
    engine = TrainStep(model, TargetLoss(target), optimizer, max_steps=STEPS)
    step = plain_step(model, target, optimizer) if form == "dense" else engine

    def iteration(number: int) -> float:
        slots = pool.sample(BATCH, np.random.default_rng(number))
        after, losses, _ = step(pool.take(slots), STEPS, 0, number)
        loss = float(tf.reduce_mean(losses))
        pool.put(slots, after.numpy())
        return loss

    return iteration


def plain_step(model: PerturbedCA, target: np.ndarray, optimizer: keras.optimizers.Optimizer) -> Callable:
    """The dense training step of a model of one symmetric perturbation, called as `TrainStep` is."""
    host, channels = model.host, model.channels
    kernel = np.zeros((3, 3, channels, 3), np.float32)
    sobel = np.outer([1, 2, 1], [-1, 0, 1]) / 8.0
    kernel[1, 1, :, 0], kernel[..., 1], kernel[..., 2] = 1.0, sobel[..., None], sobel.T[..., None]
    w1, b1, w2, b2 = (tf.constant(np.array(weight)) for weight in host.weights[:4])
    variables = model.trainable_variables
    upper = np.argwhere(np.triu(np.ones((channels, channels))))

    def alive(state):
        return tf.nn.max_pool2d(state[..., ALPHA : ALPHA + 1], 3, 1, "SAME") > host.alive_threshold

    @tf.function
    def train(state, steps):
        with tf.GradientTape() as tape:
            (entries,) = (tf.convert_to_tensor(variable) for variable in variables)
            tape.watch(entries)
            half = tf.scatter_nd(upper, entries, [channels, channels])
            matrix = half + tf.transpose(half) - tf.linalg.diag(tf.linalg.diag_part(half))
            for _ in tf.range(steps):
                living = tf.cast(alive(state), tf.float32)
                state = tf.clip_by_value(tf.einsum("bhwi,ij->bhwj", state, matrix), -LIMIT, LIMIT) * living
                before = alive(state)
                perception = tf.nn.depthwise_conv2d(state, kernel, [1, 1, 1, 1], "SAME")
                hidden = tf.nn.relu(tf.nn.conv2d(perception, w1[None, None], 1, "SAME") + b1)
                increment = tf.nn.conv2d(hidden, w2[None, None], 1, "SAME") + b2
                fire = tf.random.uniform(tf.shape(before)) <= host.fire_rate
                state = state + increment * tf.cast(fire, tf.float32)
                state = state * tf.cast(before & alive(state), tf.float32)
            losses = tf.reduce_mean(tf.square(state[..., :4] - target), axis=(1, 2, 3))
            loss = tf.reduce_mean(losses)
        gradients = tape.gradient(loss, [entries])
        optimizer.apply_gradients(zip(normalise_each(gradients), variables, strict=True))
        return state, losses, tf.linalg.global_norm(gradients)

    return lambda state, steps, random_seed, iteration: train(tf.constant(state), tf.constant(steps))
