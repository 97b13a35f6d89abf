"""One whole training iteration of adversaries, in the two forms that training/benchmark.py compares.

The dense form is the original's mathematics written plainly: both rules over the whole grid in a `tf.range` loop, mixed
by the mask, with TensorFlow's default threads. Both start from the same states and draw the same batches.
"""

import functools
from collections.abc import Callable

import keras
import numpy as np
import tensorflow as tf

from nca_tf.data.sample_digits import sample_digits
from nca_tf.families.adversarial.automaton import InjectedCA
from nca_tf.families.adversarial.masks import share_within, where_allowed
from nca_tf.families.mnist.automaton import SelfClassifyingCA
from nca_tf.files.model_files import load
from nca_tf.pictures.targets import load_target, place
from training.adversarial.attack import AmongOthers
from training.adversarial.digits import GoalLoss
from training.engine import Objective, TrainStep, normalise_each
from training.growing.benchmark import Step, plain_growth, sobel_kernel
from training.growing.experiment import TargetLoss
from training.mnist.benchmark import plain_classification

DIGITS, PICTURES = "mnist", "growing"
HOSTS = {DIGITS: "mnist/mnist", PICTURES: "growing/lizard-regenerating"}
GOAL, SHARE = 8, 0.1
STEPS = {DIGITS: 20, PICTURES: 80}
BATCH = {DIGITS: 16, PICTURES: 8}


def make_iteration(form: str, host: str = PICTURES, size: int = 104) -> Callable[[int], float]:
    """A function that does iteration number i and returns its loss: batch, masks, rollout, gradients, optimizer.

    Args:
      form: "dense" (plain) or "engine" (living cells).
      host: kind of the host, "growing" or "mnist".
      size: side of the grid (of a growing host).
    """
    model, steps, batch = InjectedCA(load(HOSTS[host])), STEPS[host], BATCH[host]
    if host == DIGITS:
        data = sample_digits("mnist")
        start = model.host.image_state(data.images).numpy()
        objective, allowed = GoalLoss(model.host, GOAL), np.ones((batch, *start.shape[1:3]), bool)
    else:
        target = place(load_target("lizard-tailless"), size, size)
        start = model.host.rollout(model.seed_state(batch, size, size), 200, random_seed=1).numpy()
        objective, allowed = TargetLoss(target), where_allowed(target, batch)
    optimizer = keras.optimizers.Adam(1e-6)
    optimizer.build(model.trainable_variables)
    engine = TrainStep(model, AmongOthers(objective), optimizer, max_steps=steps)
    step = plain_step(model, objective, optimizer) if form == "dense" else engine

    def iteration(number: int) -> float:
        rng = np.random.default_rng(number)
        chosen = start[rng.choice(len(start), batch, replace=False)]
        _, losses, _ = step(chosen, steps, 0, number, share_within(allowed, SHARE, rng))
        return float(tf.reduce_mean(losses))

    return iteration


def plain_step(model: InjectedCA, objective: Objective, optimizer: keras.optimizers.Optimizer) -> Step:
    """The dense training step."""
    if isinstance(model.host, SelfClassifyingCA):
        one_step = plain_classification
    else:
        one_step = functools.partial(plain_growth, kernel=sobel_kernel(model.channels))
    host = [tf.constant(np.array(weight)) for weight in model.host.named_weights().values()]
    variables = model.trainable_variables

    @tf.function
    def train(state, steps, masks):
        with tf.GradientTape() as tape:
            adversary = [tf.convert_to_tensor(weight) for weight in model.adversary.named_weights().values()]
            tape.watch(adversary)
            mixed = tf.cast(masks, tf.float32)[..., None]
            for _ in tf.range(steps):
                of_host, of_adversary = one_step(model.host, state, host), one_step(model.adversary, state, adversary)
                state = of_host * (1.0 - mixed) + of_adversary * mixed
            losses = objective.loss(state, ())
            loss = tf.reduce_mean(losses)
        gradients = tape.gradient(loss, adversary)
        optimizer.apply_gradients(zip(normalise_each(gradients), variables, strict=True))
        return state, losses, tf.linalg.global_norm(gradients)

    return lambda state, steps, random_seed, iteration, masks: train(
        tf.constant(state), tf.constant(steps), tf.constant(masks)
    )
