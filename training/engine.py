"""Turns a model and an objective into one compiled training iteration.

On a CPU the batch is split into independent shards inside one `tf.function`; each computes living cells only, on one
thread of its own (small operations on two threads wait for each other more than they work). On a GPU one XLA program
holds the dense rollout, its gradient and the optimizer.
"""

from collections.abc import Callable
from typing import Any

import keras
import numpy as np
import tensorflow as tf

from nca_tf.cells.automaton import CellularAutomaton, best_form
from nca_tf.cells.draws import rollout_seed
from nca_tf.files.errors import InputError
from nca_tf.machine import usable_cores


class Objective:
    """What a rollout is judged by. Families override what they need; `loss` always.

    `extras` are tensors with one row an image (labels, masks, ...) that a family hands to `TrainStep` with the states.
    """

    def controls(self, *extras: tf.Tensor) -> dict[str, Any]:
        """Controls of the rollout."""
        return {}

    def start(self, state: tf.Tensor, *extras: tf.Tensor) -> tuple[tf.Tensor, ...]:
        """Tensors that `observe` carries from step to step; none: nothing is observed before the last step."""
        return ()

    def observe(self, step: tf.Tensor, cells, observed: tuple, *extras: tf.Tensor) -> tuple[tf.Tensor, ...]:
        """Called after each step."""
        return observed

    def loss(self, state: tf.Tensor, observed: tuple, *extras: tf.Tensor) -> tf.Tensor:
        """Loss of each image, [batch]."""
        raise NotImplementedError

    def penalty(self) -> tf.Tensor | float:
        """Added once to the mean of the losses."""
        return 0.0


def use_threads(form: str = "auto") -> bool:
    """Give each shard one thread, which the dense form does not need. False: TensorFlow has begun with others."""
    if form == "dense" or (form == "auto" and tf.config.list_physical_devices("GPU")):
        return True
    try:
        tf.config.threading.set_intra_op_parallelism_threads(1)
        tf.config.threading.set_inter_op_parallelism_threads(usable_cores())
    except RuntimeError:
        return False
    return True


def best_shards(batch_size: int, form: str) -> int:
    """As many equal parts of a batch as there are cores; one for the dense form."""
    if form == "dense":
        return 1
    return max(count for count in range(1, min(batch_size, usable_cores()) + 1) if batch_size % count == 0)


def normalise_each(gradients: list[tf.Tensor]) -> list[tf.Tensor]:
    """Divide each variable's gradient by its own L2 norm (plus 1e-8), as the original notebooks do."""
    return [gradient / (tf.norm(gradient) + 1e-8) for gradient in gradients]


class TrainStep:
    """One iteration of the optimizer, compiled: rollout, loss, gradients, update.

    Args:
      model: its trainable variables are trained.
      objective: see `Objective`.
      optimizer: built for those variables.
      max_steps: largest number of automaton steps that will be asked for.
      form: "auto", "live" or "dense".
      shards: parts of the batch computed side by side; chosen for the machine by default.
      transform: applied to the list of gradients before the optimizer sees them.
      strategy: a tf.distribute strategy under whose scope model and optimizer were made.
    """

    def __init__(
        self,
        model: CellularAutomaton,
        objective: Objective,
        optimizer: keras.optimizers.Optimizer,
        *,
        max_steps: int,
        form: str = "auto",
        shards: int | None = None,
        transform: Callable[[list[tf.Tensor]], list[tf.Tensor]] = normalise_each,
        strategy: tf.distribute.Strategy | None = None,
    ):
        self.model, self.objective, self.optimizer, self.max_steps = model, objective, optimizer, max_steps
        self.form, self.shards, self.transform, self.strategy = best_form(form), shards, transform, strategy
        jit = self.form == "dense" and bool(tf.config.list_logical_devices("GPU"))
        self._iteration = tf.function(self._iteration_of_replica, jit_compile=jit, autograph=False)
        self._distributed = tf.function(self._iteration_of_all, autograph=False)

    def __call__(
        self, state: np.ndarray, steps: int, random_seed: int, iteration: int, *extras: np.ndarray
    ) -> tuple[tf.Tensor, tf.Tensor, tf.Tensor]:
        """Train on one batch.

        Args:
          state: [batch, height, width, channels].
          steps: steps of the automaton, at most `max_steps`.
          random_seed, iteration: all draws of the rollout follow from them, and from `execution`.
          *extras: arrays with one row an image, for the objective.
        Returns:
          Final states; loss of each image [batch]; norm of the whole gradient before `transform`, a scalar.
        """
        if steps > self.max_steps:
            raise ValueError(f"{steps} steps were asked for; this step was made for at most {self.max_steps}")
        arguments = tuple(tf.convert_to_tensor(array) for array in (state, *extras))
        counters = tf.constant(steps), tf.constant(random_seed), tf.constant(iteration)
        if self.strategy is None:
            return self._iteration(arguments, counters, tf.constant(0))
        return self._distributed(arguments, counters)

    def execution(self, batch_size: int) -> str:
        """How a batch is computed, in words: what its draws depend on beside the random seed, "live form, 2 shards"."""
        replicas = self.strategy.num_replicas_in_sync if self.strategy else 1
        shards = self._shards_of(batch_size // replicas)
        return f"{self.form} form, {shards} shard{'s' * (shards > 1)}" + (f" on {replicas} devices" * (replicas > 1))

    def _shards_of(self, batch_size: int) -> int:
        return self.shards or best_shards(batch_size, self.form)

    def gradients(self, arguments: tuple[tf.Tensor, ...], counters: tuple, replica: tf.Tensor):
        """Final states, losses [batch] and the mean gradient of a batch; part of a graph."""
        steps, random_seed, iteration = counters
        batch_size = arguments[0].shape[0]
        shards = self._shards_of(batch_size)
        if batch_size % shards:
            raise InputError(f"a batch of {batch_size} can't be split into {shards} equal shards; choose a divisor.")
        seed = rollout_seed(random_seed, iteration, replica)
        results = []
        for shard in range(shards):
            rows = slice(shard * batch_size // shards, (shard + 1) * batch_size // shards)
            part = tuple(argument[rows] for argument in arguments)
            results.append(self._shard(part, steps, rollout_seed(seed, shard)))
        states, losses, gradients = zip(*results, strict=True)
        mean = [tf.add_n(list(of_variable)) / shards for of_variable in zip(*gradients, strict=True)]
        return tf.concat(states, axis=0), tf.concat(losses, axis=0), mean

    def _shard(self, arguments: tuple[tf.Tensor, ...], steps: tf.Tensor, seed: tf.Tensor):
        state, *extras = arguments
        variables = [variable.value for variable in self.model.trainable_variables]
        with tf.GradientTape() as tape:
            observed = self.objective.start(state, *extras)
            final, observed = self.model.run(
                state,
                steps,
                seed,
                form=self.form,
                max_steps=self.max_steps if self.form == "dense" else None,
                observe=(lambda step, cells, *seen: self.objective.observe(step, cells, seen, *extras))
                if observed
                else None,
                observed=observed,
                **self.objective.controls(*extras),
            )
            losses = self.objective.loss(final, observed, *extras)
            loss = tf.reduce_mean(losses) + self.objective.penalty()
        gradients = tape.gradient(loss, variables, unconnected_gradients=tf.UnconnectedGradients.ZERO)
        return final, losses, gradients

    def _iteration_of_replica(self, arguments, counters, replica):
        state, losses, gradients = self.gradients(arguments, counters, replica)
        norm = tf.linalg.global_norm(gradients)
        self.optimizer.apply_gradients(zip(self.transform(gradients), self.model.trainable_variables, strict=True))
        return state, losses, norm

    def _iteration_of_all(self, arguments, counters):
        strategy = self.strategy
        replicas = strategy.num_replicas_in_sync
        size = arguments[0].shape[0] // replicas
        if size * replicas != arguments[0].shape[0]:
            raise InputError(
                f"a batch of {arguments[0].shape[0]} can't be split among {replicas} devices; choose a multiple of it."
            )

        def replica_step():
            context = tf.distribute.get_replica_context()
            replica = context.replica_id_in_sync_group
            part = tuple(argument[replica * size : (replica + 1) * size] for argument in arguments)
            part = tuple(tf.ensure_shape(p, (size, *a.shape[1:])) for p, a in zip(part, arguments, strict=True))
            state, losses, gradients = self.gradients(part, counters, tf.cast(replica, tf.int32))
            gradients = context.all_reduce(tf.distribute.ReduceOp.MEAN, gradients)
            norm = tf.linalg.global_norm(gradients)
            # Under a strategy a Keras optimizer adds up what the replicas hand it.
            share = [gradient / replicas for gradient in self.transform(gradients)]
            self.optimizer.apply_gradients(zip(share, self.model.trainable_variables, strict=True))
            return state, losses, norm

        state, losses, norm = strategy.run(replica_step)
        return (
            tf.concat(strategy.experimental_local_results(state), axis=0),
            tf.concat(strategy.experimental_local_results(losses), axis=0),
            strategy.experimental_local_results(norm)[0],
        )
