"""Turns a model and an objective into one compiled training iteration.

On a CPU the batch is split into independent shards inside one `tf.function`; each computes living cells only, on one
thread of its own (small operations on two threads wait for each other more than they work). On a GPU one XLA program
holds the dense rollout, its gradient and the optimizer.
"""

from collections.abc import Callable, Sequence
from typing import Any

import keras
import numpy as np
import tensorflow as tf

from nca_tf.cells.automaton import CellularAutomaton
from nca_tf.cells.contract import Cells
from nca_tf.cells.draws import rollout_seed, seeded
from nca_tf.cells.forms import best_form
from nca_tf.files.errors import InputError
from nca_tf.machine import usable_cores


class Objective:
    """What a rollout is judged by. Families override what they need; `loss` always.

    `extras` are tensors with one row an image (labels, masks, ...) that a family hands to `TrainStep` with the states.
    All methods but `shares` and `penalty` see the images of one shard.
    """

    def controls(self, *extras: tf.Tensor) -> dict[str, Any]:
        """Controls of the rollout, the weights among them; what is computed here is differentiated too."""
        return {}

    def start(self, state: tf.Tensor, *extras: tf.Tensor) -> tuple[tf.Tensor, ...]:
        """Tensors that `observe` carries from step to step; none: nothing is observed before the last step."""
        return ()

    def observe(self, step: tf.Tensor, cells: Cells, observed: tuple, *extras: tf.Tensor) -> tuple[tf.Tensor, ...]:
        """Called after each step."""
        return observed

    def loss(self, state: tf.Tensor, observed: tuple, *extras: tf.Tensor) -> tf.Tensor:
        """Loss of each image, [batch]."""
        raise NotImplementedError

    def shares(self, losses: tf.Tensor) -> tf.Tensor:
        """What each image's loss counts for in the batch's, [batch], from the losses of the whole batch, [batch].

        Without gradient: the batch's loss is the sum of share x loss. Unless overridden, the mean.
        """
        # A constant: no shard waits for the losses of another.
        return tf.fill(losses.shape, tf.constant(1 / losses.shape[0], losses.dtype))

    def penalty(self) -> tf.Tensor | None:
        """Added once an iteration to the batch's loss, a scalar; None: nothing is."""
        return None


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


def clip_together(norm: float) -> Callable[[list[tf.Tensor]], list[tf.Tensor]]:
    """Scale all gradients down together where their global norm is larger than `norm`."""
    return lambda gradients: tf.clip_by_global_norm(gradients, norm)[0]


class TrainStep:
    """One iteration of the optimizer, compiled: rollout, loss, gradients, update.

    Args:
      model: the automaton.
      objective: see `Objective`.
      optimizer: built for the variables that are trained.
      max_steps: largest number of automaton steps that will be asked for.
      form: "auto", "live" or "dense".
      shards: parts of the batch computed side by side, on all devices together; chosen for the machine by default.
      transform: applied to the list of gradients before the optimizer sees them.
      strategy: a tf.distribute strategy under whose scope model and optimizer were made.
      variables: what is trained; the model's trainable variables by default.
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
        variables: Sequence[keras.Variable] | None = None,
    ):
        self.variables = list(model.trainable_variables if variables is None else variables)
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
        replicas = self._replicas
        shards = replicas * self._shards_of(self._part_of(batch_size))
        return f"{self.form} form, {shards} shard{'s' * (shards > 1)}"

    @property
    def _replicas(self) -> int:
        return self.strategy.num_replicas_in_sync if self.strategy else 1

    def _part_of(self, batch_size: int) -> int:
        """Images of a batch for each device."""
        if batch_size % self._replicas:
            raise InputError(
                f"a batch of {batch_size} can't be split among {self._replicas} devices; choose a multiple of it."
            )
        return batch_size // self._replicas

    def _shards_of(self, part: int) -> int:
        """Shards on each device, for its part of a batch."""
        shards, replicas = self.shards, self._replicas
        if shards is None:
            return best_shards(part, self.form)
        if shards % replicas or part * replicas % shards:
            raise InputError(
                f"a batch of {part * replicas} can't be split into {shards} equal shards"
                + (f" on {replicas} devices" * (replicas > 1))
                + "; choose a divisor."
            )
        return shards // replicas

    def gradients(
        self,
        arguments: tuple[tf.Tensor, ...],
        counters: tuple,
        replica: tf.Tensor,
        gather: Callable[[tf.Tensor], tf.Tensor] = tf.identity,
    ) -> tuple[tf.Tensor, list[tf.Tensor], tf.Tensor]:
        """Part of a graph: final states and gradients of this device's images, losses [batch] of the whole batch.

        The gradients are those of the sum of share x loss; `gather` joins [images] of all devices, in order.
        """
        steps, random_seed, iteration = counters
        size = arguments[0].shape[0]
        shards = self._shards_of(size)
        # Shards are counted over all devices: however many there are, the same number of shards draws the same.
        seed, first = rollout_seed(random_seed, iteration, 0), replica * shards
        rows = [slice(shard * size // shards, (shard + 1) * size // shards) for shard in range(shards)]
        forward = self._forward if shards == 1 else tf.function(self._forward, autograph=False)
        forwards = [
            self._watched(forward, [argument[own] for argument in arguments], steps, rollout_seed(seed, first + shard))
            for shard, own in enumerate(rows)
        ]
        states, losses, tapes = zip(*forwards, strict=True)
        whole = gather(tf.concat(losses, axis=0))
        whole = tf.ensure_shape(whole, [size * self._replicas])
        shares = tf.stop_gradient(self.objective.shares(whole))[replica * size : (replica + 1) * size]
        variables = [variable.value for variable in self.variables]
        by_shard = [
            tape.gradient(
                of_shard,
                variables,
                output_gradients=shares[own],
                unconnected_gradients=tf.UnconnectedGradients.ZERO,
            )
            for of_shard, tape, own in zip(losses, tapes, rows, strict=True)
        ]
        gradients = [tf.add_n(list(of_variable)) for of_variable in zip(*by_shard, strict=True)]
        return tf.concat(states, axis=0), whole, gradients

    @staticmethod
    def _watched(forward, *arguments):
        """Final states and losses of a shard, and the tape that saw them."""
        with tf.GradientTape() as tape:
            final, losses = forward(*arguments)
        return final, losses, tape

    def _forward(self, arguments: list[tf.Tensor], steps: tf.Tensor, seed: tf.Tensor) -> tuple[tf.Tensor, tf.Tensor]:
        """Final states and losses of a shard."""
        state, *extras = arguments
        observed = self.objective.start(state, *extras)
        final, observed = self.model.run(
            state,
            steps,
            seeded(seed),
            form=self.form,
            max_steps=self.max_steps if self.form == "dense" else None,
            observe=(lambda step, cells, *seen: self.objective.observe(step, cells, seen, *extras))
            if observed
            else None,
            observed=observed,
            **self.objective.controls(*extras),
        )
        return final, self.objective.loss(final, observed, *extras)

    def _with_penalty(self, gradients: list[tf.Tensor]) -> list[tf.Tensor]:
        variables = [variable.value for variable in self.variables]
        with tf.GradientTape() as tape:
            penalty = self.objective.penalty()
        if penalty is None:
            return gradients
        more = tape.gradient(penalty, variables, unconnected_gradients=tf.UnconnectedGradients.ZERO)
        return [one + other for one, other in zip(gradients, more, strict=True)]

    def _iteration_of_replica(self, arguments, counters, replica):
        state, losses, gradients = self.gradients(arguments, counters, replica)
        gradients = self._with_penalty(gradients)
        norm = tf.linalg.global_norm(gradients)
        self.optimizer.apply_gradients(zip(self.transform(gradients), self.variables, strict=True))
        return state, losses, norm

    def _iteration_of_all(self, arguments, counters):
        strategy = self.strategy
        replicas, size = self._replicas, self._part_of(arguments[0].shape[0])

        def replica_step():
            context = tf.distribute.get_replica_context()
            replica = context.replica_id_in_sync_group
            part = tuple(argument[replica * size : (replica + 1) * size] for argument in arguments)
            part = tuple(tf.ensure_shape(p, (size, *a.shape[1:])) for p, a in zip(part, arguments, strict=True))
            state, losses, gradients = self.gradients(
                part, counters, tf.cast(replica, tf.int32), lambda own: context.all_gather(own, axis=0)
            )
            gradients = self._with_penalty(context.all_reduce(tf.distribute.ReduceOp.SUM, gradients))
            norm = tf.linalg.global_norm(gradients)
            # Under a strategy a Keras optimizer adds up what the replicas hand it.
            share = [gradient / replicas for gradient in self.transform(gradients)]
            self.optimizer.apply_gradients(zip(share, self.variables, strict=True))
            # Every worker keeps the whole pool, so each needs what the others' part of the batch became.
            return context.all_gather(state, axis=0), losses, norm

        results = strategy.run(replica_step)
        return tuple(strategy.experimental_local_results(result)[0] for result in results)
