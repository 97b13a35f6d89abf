"""One whole training iteration of an adversary, in the two forms that training/benchmark.py compares.

The dense form is the original's mathematics written plainly: masks, cleaning, two rules over the whole torus and the
loss of every step in a `tf.range` loop, with TensorFlow's default threads. Both start from the same patterns, half of
whose cells are the adversary's.
"""

from collections.abc import Callable

import keras
import numpy as np
import tensorflow as tf

from nca_tf.families.takeover.automaton import MultiRuleCA
from nca_tf.families.takeover.injection import Injection
from nca_tf.families.takeover.pictures import straight_target
from nca_tf.files.model_files import load
from nca_tf.pictures.targets import load_target
from nca_tf.pool import SamplePool
from training.engine import TrainStep, normalise_each
from training.growing.benchmark import sobel_kernel
from training.takeover.objective import TakeoverLoss, Weights
from training.takeover.schedules import Schedule
from training.takeover.start import grown_hosts

HOST_NAME = "takeover/lizard-persistent"
STEPS, BATCH, POOL = 96, 6, 48
WEIGHTS = Weights(Schedule("step", 64), Schedule("step", 64), 1e-3)
MATURE = 0.1


def make_iteration(form: str, size: int = 48, host_name: str = HOST_NAME) -> Callable[[int], float]:
    """A function that does iteration number i and returns its loss: batch, rollout, gradients, optimizer, pool.

    Args:
      form: "dense" (plain) or "engine" (living cells).
      size: side of the grid.
      host_name: a trained rule, shipped or in a folder; its grown patterns fill the pool.
    """
    host = load(host_name)
    host.trainable = False
    model = MultiRuleCA.on_host(host, {name: np.array(weight) for name, weight in host.named_weights().items()})
    target = straight_target(load_target("lizard"), size, size)
    half = Injection("spray", 0.5)
    states = grown_hosts(model, host, BATCH, (size, size), half, np.random.default_rng(0), (96, 96))
    pool = SamplePool(POOL, states[0])
    pool.put(range(POOL), np.concatenate([states] * (POOL // BATCH)))
    optimizer = keras.optimizers.Adam(1e-6)
    optimizer.build(model.trainable_variables)
    engine = TrainStep(model, TakeoverLoss(model, target, WEIGHTS), optimizer, max_steps=STEPS)
    step = plain_step(model, target, optimizer) if form == "dense" else engine

    def iteration(number: int) -> float:
        slots = pool.sample(BATCH, np.random.default_rng(number))
        after, losses, _ = step(pool.take(slots), STEPS, 0, number, np.full(BATCH, 100, np.int32))
        loss = float(tf.reduce_mean(losses))
        pool.put(slots, after.numpy())
        return loss

    return iteration


def plain_step(model: MultiRuleCA, target: np.ndarray, optimizer: keras.optimizers.Optimizer) -> Callable:
    """The dense training step of a model of two rules, of those that are trainable; called as `TrainStep` is."""
    rules = [rule.weights[:4] for rule in model.members().values()]
    variables, fire_rate = [weight for weights in rules for weight in weights if weight.trainable], model.fire_rate
    kernel = sobel_kernel(16)

    def around(grid):
        grid = tf.concat([grid[:, -1:], grid, grid[:, :1]], axis=1)
        return tf.concat([grid[:, :, -1:], grid, grid[:, :, :1]], axis=2)

    def increment(state, weights):
        w1, b1, w2, b2 = weights
        seen = tf.concat([state[..., :3], state[..., 15:16] + state[..., 16:], state[..., 3:15]], axis=-1)
        perception = tf.nn.depthwise_conv2d(around(seen), kernel, [1, 1, 1, 1], "VALID")
        hidden = tf.nn.relu(tf.nn.conv2d(perception, w1[None, None], 1, "SAME") + b1)
        return tf.nn.conv2d(hidden, w2[None, None], 1, "SAME") + b2

    def advance(state, weights):
        alphas = state[..., 15:]
        largest = tf.reduce_max(alphas, axis=-1, keepdims=True)
        owned = (alphas == largest) & (alphas >= MATURE)
        reach = tf.nn.max_pool2d(around(alphas), 3, 1, "VALID") >= MATURE
        masks = tf.cast(owned | ((largest < MATURE) & reach), tf.float32)
        state = tf.concat([state[..., :15], alphas * masks], axis=-1) * tf.reduce_max(masks, axis=-1, keepdims=True)
        shares = masks / tf.maximum(tf.reduce_sum(masks, axis=-1, keepdims=True), 1.0)
        nothing, clean = tf.zeros_like(state[..., :1]), state
        for number, own in enumerate(weights):
            change = increment(clean, own)
            parts = [change[..., :3], change[..., 4:], nothing, nothing]
            parts[2 + number] = change[..., 3:4]
            fire = tf.cast(tf.random.uniform(tf.shape(state)[:3]) <= fire_rate, tf.float32)[..., None]
            state += tf.concat(parts, axis=-1) * fire * shares[..., number : number + 1]
        return state

    @tf.function
    def train(state, steps, age):
        with tf.GradientTape() as tape:
            both = [[tf.convert_to_tensor(weight) for weight in weights] for weights in rules]
            trained = [
                tensor
                for weights, tensors in zip(rules, both, strict=True)
                for weight, tensor in zip(weights, tensors, strict=True)
                if weight.trainable
            ]
            tape.watch(trained)
            cost, weight = tf.zeros(tf.shape(state)[0]), tf.zeros(tf.shape(state)[0])
            for step in tf.range(steps):
                state = advance(state, both)
                now = tf.cast(age + step + 1 >= 64, tf.float32)
                picture = tf.concat([state[..., :3], state[..., 15:16] + state[..., 16:]], axis=-1)
                unlike = tf.reduce_mean(tf.square(picture - target), axis=(1, 2, 3))
                cost += now * (unlike + WEIGHTS.old_factor * tf.reduce_sum(state[..., 15], axis=(1, 2)))
                weight += now * (1.0 + WEIGHTS.old_factor)
            losses = cost / (weight + 1e-8)
            loss = tf.reduce_mean(losses)
        gradients = tape.gradient(loss, trained)
        optimizer.apply_gradients(zip(normalise_each(gradients), variables, strict=True))
        return state, losses, tf.linalg.global_norm(gradients)

    return lambda state, steps, random_seed, iteration, age: train(
        tf.constant(state), tf.constant(steps), tf.constant(age)
    )
