"""One whole training iteration of a manifold, in the two forms that training/benchmark.py compares.

The dense form is the paper's mathematics written plainly: a depthwise convolution, the norm, and two dense layers of
each picture's own weights over the whole grid in a `tf.range` loop, with TensorFlow's default threads. Encoder,
predictor and optimizer are the same in both.
"""

from collections.abc import Callable

import keras
import numpy as np
import tensorflow as tf

from nca_tf.families.ncam.automaton import ManifoldCA
from nca_tf.families.ncam.blocks import leak
from nca_tf.families.ncam.encoder import replace_letters
from nca_tf.families.ncam.genome import EPSILON
from nca_tf.pictures.targets import EMOJI, load_target, place
from training.engine import TrainStep, clip_together, normalise_each
from training.ncam.experiment import CLIPPED_NORM, FIRE_RATES, STEPS_OF_SIDE, PictureLoss
from training.ncam.optimizer import FusedAdam

BATCH = 8


def make_iteration(form: str, size: int = 64, update: str = "stochastic") -> Callable[[int], float]:
    """A function that does iteration number i and returns its loss: encoder, rollout, gradients, optimizer.

    Args:
      form: "dense" (plain) or "engine" (firing cells).
      size: pixels along each side of the pictures.
      update: "stochastic" or "synchronous".
    """
    steps = round(STEPS_OF_SIDE * size)
    model = ManifoldCA(size=size, fire_rate=FIRE_RATES[update], steps=steps)
    side = min(size, 40)
    pictures = np.stack([place(load_target(name, side), size, size) for name in list(EMOJI)[:BATCH]])
    seeds = model.seed_state(BATCH, size, size).numpy()
    optimizer = FusedAdam(1e-4)
    optimizer.build(model.trainable_variables)
    transform = clip_together(CLIPPED_NORM)
    if form == "dense":
        step = plain_step(model, optimizer, transform)
    else:
        step = TrainStep(model, PictureLoss(), optimizer, max_steps=steps, transform=transform)

    def iteration(number: int) -> float:
        return float(tf.reduce_mean(step(seeds, steps, 0, number, pictures)[1]))

    return iteration


def plain_step(
    model: ManifoldCA, optimizer: keras.optimizers.Optimizer, transform: Callable = normalise_each
) -> Callable:
    """The dense training step, called as `TrainStep` is."""
    channels, colours = model.channels, model.colours
    kernel = np.zeros((3, 3, channels, 3), np.float32)
    sobel = np.outer([1, 2, 1], [-1, 0, 1]) / 8.0
    kernel[1, 1, :, 0], kernel[..., 1], kernel[..., 2] = 1.0, sobel[..., None], sobel.T[..., None]
    is_gradient = np.arange(3 * channels) % 3 > 0
    variables = model.trainable_variables

    @tf.function
    def train(state, steps, pictures, *replacements):
        with tf.GradientTape() as tape:
            codes = model.encode(pictures)
            rule = model.express(replace_letters(codes, *replacements) if replacements else codes)
            factor = leak(model.named_weights(), "leak") if model.leaky else 1.0
            for _ in tf.range(steps):
                sensed = tf.nn.depthwise_conv2d(state, kernel, [1, 1, 1, 1], "SAME")
                if model.norm:
                    mean, variance = tf.nn.moments(sensed, axes=(1, 2), keepdims=True)
                    normal = (sensed - mean) * tf.math.rsqrt(variance + EPSILON)
                    sensed = tf.where(is_gradient, normal, sensed)
                hidden = tf.einsum("bhwi,bio->bhwo", sensed, rule["dense1/kernel"])
                hidden = tf.nn.relu(hidden + rule["dense1/bias"][:, None, None])
                increment = tf.einsum("bhwi,bio->bhwo", hidden, rule["dense2/kernel"])
                increment = factor * (increment + rule["dense2/bias"][:, None, None])
                fire = tf.random.uniform(tf.shape(state)[:3]) <= model.fire_rate
                state = state + increment * tf.cast(fire, tf.float32)[..., None]
            losses = tf.reduce_mean(tf.square(state[..., :colours] - pictures), axis=(1, 2, 3))
            loss = tf.reduce_mean(losses)
        gradients = tape.gradient(loss, variables)
        optimizer.apply_gradients(zip(transform(gradients), variables, strict=True))
        return state, losses, tf.linalg.global_norm(gradients)

    def step(state, steps, random_seed, iteration, *extras):
        return train(tf.constant(state), tf.constant(steps), *(tf.constant(extra) for extra in extras))

    return step
