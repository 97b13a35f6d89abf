"""One whole training iteration of self-classifying digits, in the two forms that training/benchmark.py compares.

The dense form is the original's mathematics written plainly: a 3x3 and two 1x1 convolutions over the whole grid in a
`tf.range` loop, with TensorFlow's default threads. Both start from the same weights and draw the same batches.
"""

from collections.abc import Callable, Sequence

import keras
import numpy as np
import tensorflow as tf

from nca_tf.data.datasets import load_images
from nca_tf.data.sample_digits import sample_digits
from nca_tf.families.mnist.automaton import SelfClassifyingCA
from nca_tf.files.model_files import list_pretrained, load
from training.engine import TrainStep, normalise_each
from training.mnist import batches
from training.mnist.experiment import ClassLoss, MnistConfig


def make_iteration(form: str, dataset: str = "mnist", data_dir: str | None = None) -> Callable[[int], float]:
    """A function that does iteration number i and returns its loss: batch, rollout, gradients, optimizer, pool.

    Args:
      form: "dense" (plain) or "engine" (living cells).
      dataset: "mnist" or "fashion_mnist".
      data_dir: where data sets are; without it the hundred bundled images serve.
    """
    config = MnistConfig(dataset=dataset)
    data = load_images(dataset, "train", data_dir) if data_dir else sample_digits(dataset)
    model = load(f"mnist/{dataset}") if f"mnist/{dataset}" in list_pretrained() else SelfClassifyingCA()
    pool = batches.make_pool(data, config.pool_size, model.channels, np.random.default_rng(0))
    optimizer = keras.optimizers.Adam(1e-6)
    optimizer.build(model.trainable_variables)
    engine = TrainStep(model, ClassLoss(model, "l2"), optimizer, max_steps=config.rollout_steps)
    step = plain_step(model, optimizer) if form == "dense" else engine

    def iteration(number: int) -> float:
        rng = np.random.default_rng(number)
        sizes = config.batch_size, config.fresh, config.changed
        slots, states, labels = batches.draw(pool, data, *sizes, model.alive_threshold, rng)
        after, losses, _ = step(states, config.rollout_steps, 0, number, labels)
        loss = float(tf.reduce_mean(losses))
        pool.put(slots, after.numpy(), labels=labels)
        return loss

    return iteration


def plain_classification(rule: SelfClassifyingCA, state: tf.Tensor, weights: Sequence[tf.Tensor]) -> tf.Tensor:
    """One step of self-classifying digits, written plainly.

    Args:
      weights: of the perception and both layers, kernels and biases.
    """
    k, b, w1, b1, w2, b2 = weights
    grey, memory = state[..., :1], state[..., 1:]
    seen = tf.nn.relu(tf.nn.conv2d(state, k, 1, "SAME") + b)
    hidden = tf.nn.relu(tf.nn.conv2d(seen, w1[None, None], 1, "SAME") + b1)
    increment = tf.nn.conv2d(hidden, w2[None, None], 1, "SAME") + b2
    increment += tf.random.normal(tf.shape(increment), stddev=rule.noise)
    fire = tf.random.uniform(tf.shape(grey)) <= rule.fire_rate
    acting = tf.cast(fire & (grey > rule.alive_threshold), tf.float32)
    return tf.concat([grey, memory + increment * acting], axis=-1)


def plain_step(model: SelfClassifyingCA, optimizer: keras.optimizers.Optimizer) -> Callable:
    """The dense training step, called as `TrainStep` is."""
    variables = model.trainable_variables

    @tf.function
    def train(state, labels, steps):
        with tf.GradientTape() as tape:
            weights = [tf.convert_to_tensor(variable) for variable in variables]
            tape.watch(weights)
            for _ in tf.range(steps):
                state = plain_classification(model, state, weights)
            alive = tf.cast(state[..., :1] > model.alive_threshold, tf.float32)
            wanted = tf.one_hot(labels, model.classes)[:, None, None] * alive
            losses = tf.reduce_sum(tf.square(wanted - state[..., -model.classes :]), axis=(1, 2, 3)) / 2
            loss = tf.reduce_mean(losses)
        gradients = tape.gradient(loss, weights)
        optimizer.apply_gradients(zip(normalise_each(gradients), variables, strict=True))
        return state, losses, tf.linalg.global_norm(gradients)

    return lambda state, steps, random_seed, iteration, labels: train(
        tf.constant(state), tf.constant(labels), tf.constant(steps)
    )
