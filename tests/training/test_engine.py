"""The compiled training step: the same update in every form, shard by shard, and on several devices."""

import sys

import keras
import numpy as np
import pytest
import tensorflow as tf
import warm_python
from random_automata import blob_state, random_growing

from nca_tf.cells.draws import rollout_seed, seeded
from nca_tf.files.errors import InputError
from training.engine import Objective, TrainStep, best_shards, normalise_each

TARGET = np.random.default_rng(5).random((12, 13, 4)).astype(np.float32)
BATCH = np.concatenate([blob_state(12, 13, 16, seed=seed) for seed in range(4)])


class Squares(Objective):
    """A target, and per image a weight that arrives beside the states."""

    def loss(self, state, observed, *extras):
        losses = tf.reduce_mean(tf.square(state[..., :4] - TARGET), axis=(1, 2, 3))
        return losses * extras[0] if extras else losses


class EveryStep(Objective):
    """Judges the alpha of every step, as the takeover experiments do."""

    def start(self, state, *extras):
        return (tf.zeros(state.shape[0]),)

    def observe(self, step, cells, observed, *extras):
        alpha = tf.reduce_sum(cells.state[..., 3], axis=(1, 2))
        return (observed[0] + tf.cast(step + 1, tf.float32) * alpha,)

    def loss(self, state, observed, *extras):
        return observed[0]


def make_step(objective=None, **arguments) -> TrainStep:
    model = random_growing()
    optimizer = keras.optimizers.SGD(1.0)
    optimizer.build(model.trainable_variables)
    return TrainStep(model, objective or Squares(), optimizer, max_steps=24, **arguments)


def update(step: TrainStep, *extras) -> list[np.ndarray]:
    before = [np.array(weight) for weight in step.model.weights]
    step.last = step(BATCH, 20, 3, 7, *extras)
    return [np.array(weight) - old for weight, old in zip(step.model.weights, before, strict=True)]


def assert_same(actual, expected, tolerance=1e-4):
    for one, other in zip(actual, expected, strict=True):
        assert np.linalg.norm(other) > 0
        assert np.linalg.norm(one - other) / np.linalg.norm(other) < tolerance


@pytest.mark.parametrize("objective", [Squares, EveryStep])
@pytest.mark.parametrize("shards", [1, pytest.param(4, marks=pytest.mark.slow)])
def test_living_cells_and_whole_grid_give_the_same_update(shards, objective):
    live, dense = (make_step(objective(), form=form, shards=shards) for form in ("live", "dense"))
    assert_same(update(live), update(dense))
    np.testing.assert_allclose(live.last[0], dense.last[0], atol=1e-5)
    np.testing.assert_allclose(live.last[1], dense.last[1], rtol=1e-4)


def test_each_variable_moves_by_a_unit_vector():
    for change in update(make_step(form="live")):
        assert np.linalg.norm(change) == pytest.approx(1.0, abs=1e-4)


def test_gradient_of_a_batch_is_the_mean_over_shards_and_extras_travel_with_their_images():
    weights = np.array([1.0, 0.0, 3.0, 0.5], np.float32)
    step = make_step(form="live", shards=2, transform=lambda gradients: gradients)
    change = update(step, weights)
    expected = [np.zeros_like(part) for part in change]
    seed = rollout_seed(3, 7, 0)
    for shard in range(2):
        rows = slice(2 * shard, 2 * shard + 2)
        single = make_step()
        with tf.GradientTape() as tape:
            final, _ = single.model.run(tf.constant(BATCH[rows]), 20, seeded(rollout_seed(seed, shard)), form="dense")
            loss = tf.reduce_mean(Squares().loss(final, (), weights[rows]))
        gradients = tape.gradient(loss, [weight.value for weight in single.model.trainable_variables])
        expected = [total - gradient.numpy() / 2 for total, gradient in zip(expected, gradients, strict=True)]
    assert_same(change, expected)


def test_normalise_each():
    gradients = [tf.constant([3.0, 4.0]), tf.zeros([2])]
    np.testing.assert_allclose(normalise_each(gradients)[0], [0.6, 0.8], rtol=1e-6)
    np.testing.assert_array_equal(normalise_each(gradients)[1], [0.0, 0.0])


@pytest.mark.slow
def test_same_seed_and_iteration_same_result_other_iteration_another():
    first, again, other = make_step(form="live"), make_step(form="live"), make_step(form="live")
    np.testing.assert_array_equal(first(BATCH, 9, 1, 2)[0], again(BATCH, 9, 1, 2)[0])
    assert np.abs(first(BATCH, 9, 1, 2)[0] - other(BATCH, 9, 1, 3)[0]).max() > 1e-3


def test_shards_for_a_machine(monkeypatch):
    monkeypatch.setattr("training.engine.usable_cores", lambda: 6)
    assert best_shards(8, "live") == 4
    assert best_shards(5, "live") == 5
    assert best_shards(8, "dense") == 1


def test_what_draws_depend_on_is_said_in_words(monkeypatch):
    monkeypatch.setattr("training.engine.usable_cores", lambda: 2)
    assert make_step(form="live").execution(8) == "live form, 2 shards"
    assert make_step(form="dense").execution(8) == "dense form, 1 shard"
    strategy = tf.distribute.MirroredStrategy(["CPU:0"])
    assert make_step(form="live", shards=4, strategy=strategy).execution(8) == "live form, 4 shards"


def test_too_many_steps_and_uneven_shards_are_refused():
    with pytest.raises(ValueError, match="25 steps were asked for; this step was made for at most 24"):
        make_step()(BATCH, 25, 0, 0)
    with pytest.raises(InputError, match="a batch of 4 can't be split into 3"):
        make_step(shards=3)(BATCH, 5, 0, 0)


STRATEGY_PROGRAM = """
import sys; sys.path[:0] = ["tests", "tests/training"]
import tensorflow as tf
cpu = tf.config.list_physical_devices("CPU")[0]
tf.config.set_logical_device_configuration(cpu, [tf.config.LogicalDeviceConfiguration()] * 2)
strategy = tf.distribute.MirroredStrategy(["CPU:0", "CPU:1"])
import contextlib, keras, numpy as np
from nca_tf.files.errors import InputError
from test_engine import BATCH, Squares, random_growing
from training.engine import TrainStep

def trained(shards, strategy=None):
    with strategy.scope() if strategy else contextlib.nullcontext():
        model = random_growing()
        optimizer = keras.optimizers.SGD(1.0)
        optimizer.build(model.trainable_variables)
    step = TrainStep(model, Squares(), optimizer, max_steps=24, form="live", shards=shards, strategy=strategy)
    return *step(BATCH, 20, 3, 7), [np.array(weight) for weight in model.weights], step.execution(len(BATCH))

for shards in (2, 4):
    together, alone = trained(shards, strategy), trained(shards)
    np.testing.assert_array_equal(together[0], alone[0])
    np.testing.assert_array_equal(together[1], alone[1])
    np.testing.assert_allclose(together[2], alone[2], rtol=1e-5)
    for weight, expected in zip(together[3], alone[3], strict=True):
        np.testing.assert_allclose(weight, expected, atol=1e-6)
    assert together[4] == alone[4] == f"live form, {shards} shards"
try:
    trained(1, strategy)
except InputError as error:
    assert "a batch of 4 can't be split into 1 equal shards on 2 devices" in str(error)
else:
    raise AssertionError("one shard on two devices")
print("same")
"""


@pytest.mark.slow
def test_two_devices_together_do_what_one_would():
    finished = warm_python.run([sys.executable, "-c", STRATEGY_PROGRAM])
    assert finished.stdout.strip().endswith("same"), finished.stderr[-2000:]
