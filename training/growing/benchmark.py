"""One whole training iteration of a growing automaton, in the two forms that training/benchmark.py compares.

The dense form is the original's mathematics written plainly: a depthwise convolution and two 1x1 convolutions over the
whole grid in a `tf.range` loop, with TensorFlow's default threads. Both start from the same grown patterns.
"""

from collections.abc import Callable, Sequence
from typing import TypeAlias

import keras
import numpy as np
import tensorflow as tf

from nca_tf.cells.automaton import CellularAutomaton
from nca_tf.cells.life import ALPHA
from nca_tf.families.growing.automaton import GrowingCA
from nca_tf.files.model_files import load
from nca_tf.pictures.targets import load_target, place
from nca_tf.pool import SamplePool
from training.engine import TrainStep, normalise_each
from training.growing.experiment import TargetLoss

MODEL = "growing/lizard-regenerating"
STEPS, BATCH, POOL = 80, 8, 64
Step: TypeAlias = Callable[..., tuple[tf.Tensor, tf.Tensor, tf.Tensor]]
"""Called as `TrainStep` is: with states, steps, random seed, iteration and extras."""


def make_iteration(form: str, size: int = 72, model_name: str = MODEL) -> Callable[[int], float]:
    """A function that does iteration number i and returns its loss: batch, rollout, gradients, optimizer, pool.

    Args:
      form: "dense" (plain) or "engine" (living cells).
      size: side of the grid.
      model_name: a trained lizard, shipped or in a folder; its grown patterns fill the pool.
    Raises:
      InputError: there is no such model, or the grid is smaller than the picture.
    """
    model = load(model_name)
    target = place(load_target("lizard"), size, size)
    grown = model.rollout(model.seed_state(BATCH, size, size), 200, random_seed=1).numpy()
    return over_pool(form, plain_step, model, target, grown)


def over_pool(
    form: str, plain: Callable[..., Step], model: CellularAutomaton, target: np.ndarray, grown: np.ndarray
) -> Callable[[int], float]:
    """The iteration of `make_iteration`, of any model that grows one picture.

    Args:
      form: "dense" or "engine".
      plain: makes the dense step of a model, a target and an optimizer.
      grown: what is in the pool at first, [BATCH, height, width, channels].
    """
    pool = SamplePool(POOL, grown[0])
    pool.put(range(BATCH), grown)
    optimizer = keras.optimizers.Adam(1e-6)
    optimizer.build(model.trainable_variables)
    engine = TrainStep(model, TargetLoss(target), optimizer, max_steps=STEPS)
    step = plain(model, target, optimizer) if form == "dense" else engine

    def iteration(number: int) -> float:
        slots = pool.sample(BATCH, np.random.default_rng(number))
        after, losses, _ = step(pool.take(slots), STEPS, 0, number)
        loss = float(tf.reduce_mean(losses))
        pool.put(slots, after.numpy())
        return loss

    return iteration


def sobel_kernel(channels: int) -> np.ndarray:
    """The depthwise kernel of state and gradients, float32 [3, 3, channels, 3]."""
    kernel, sobel = np.zeros((3, 3, channels, 3), np.float32), np.outer([1, 2, 1], [-1, 0, 1]) / 8.0
    kernel[1, 1, :, 0], kernel[..., 1], kernel[..., 2] = 1.0, sobel[..., None], sobel.T[..., None]
    return kernel


def alive(rule: GrowingCA, state: tf.Tensor) -> tf.Tensor:
    """Who has a mature cell around it, bool [batch, height, width, 1]."""
    return tf.nn.max_pool2d(state[..., ALPHA : ALPHA + 1], 3, 1, "SAME") > rule.alive_threshold


def plain_growth(rule: GrowingCA, state: tf.Tensor, weights: Sequence[tf.Tensor], kernel: np.ndarray) -> tf.Tensor:
    """One step of a growing automaton, written plainly.

    Args:
      weights: of both layers, kernels and biases.
      kernel: of `sobel_kernel`.
    """
    w1, b1, w2, b2 = weights
    before = alive(rule, state)
    perception = tf.nn.depthwise_conv2d(state, kernel, [1, 1, 1, 1], "SAME")
    hidden = tf.nn.relu(tf.nn.conv2d(perception, w1[None, None], 1, "SAME") + b1)
    increment = tf.nn.conv2d(hidden, w2[None, None], 1, "SAME") + b2
    fire = tf.random.uniform(tf.shape(before)) <= rule.fire_rate
    state = state + increment * tf.cast(fire, tf.float32)
    return state * tf.cast(before & alive(rule, state), tf.float32)


def plain_step(model: GrowingCA, target: np.ndarray, optimizer: keras.optimizers.Optimizer) -> Step:
    """The dense training step."""
    variables, kernel = model.trainable_variables, sobel_kernel(model.channels)

    @tf.function
    def train(state, steps):
        with tf.GradientTape() as tape:
            weights = [tf.convert_to_tensor(variable) for variable in variables]
            tape.watch(weights)
            for _ in tf.range(steps):
                state = plain_growth(model, state, weights, kernel)
            losses = tf.reduce_mean(tf.square(state[..., :4] - target), axis=(1, 2, 3))
            loss = tf.reduce_mean(losses)
        gradients = tape.gradient(loss, weights)
        optimizer.apply_gradients(zip(normalise_each(gradients), variables, strict=True))
        return state, losses, tf.linalg.global_norm(gradients)

    return lambda state, steps, random_seed, iteration: train(tf.constant(state), tf.constant(steps))
