"""What the living cells of images say, step by step, while some of them are adversaries."""

import dataclasses

import numpy as np
import tensorflow as tf

from nca_tf.cells.draws import rollout_seed, seeded
from nca_tf.cells.forms import best_form
from nca_tf.families.adversarial.automaton import InjectedCA
from training.mnist.examination import states_at

SHARDS = 2
"""Parts of a batch that are computed side by side, on any machine: the draws depend on their number."""


@dataclasses.dataclass(frozen=True)
class Voices:
    """Numbers of living cells.

    Attributes:
      goal: int [steps, images], those that say the goal.
      goal_of_hosts: int [steps, images], those of them that are no adversaries.
      right: int [steps, images], those that say what the image shows.
      cells, hosts: int [images], all living cells, and those that are no adversaries.
    """

    goal: np.ndarray
    goal_of_hosts: np.ndarray
    right: np.ndarray
    cells: np.ndarray
    hosts: np.ndarray

    def goal_share(self, hosts_only: bool = False) -> np.ndarray:
        """Share of all living cells, or of the host's own, that say the goal, [steps]."""
        said, cells = (self.goal_of_hosts, self.hosts) if hosts_only else (self.goal, self.cells)
        return said.sum(axis=1) / max(cells.sum(), 1)

    def accuracy(self) -> np.ndarray:
        """Share of all living cells that say what their image shows, [steps]."""
        return self.right.sum(axis=1) / max(self.cells.sum(), 1)


def joined(parts: list[Voices]) -> Voices:
    """The voices of batches of images, as of one."""
    arrays = {field.name: [getattr(part, field.name) for part in parts] for field in dataclasses.fields(Voices)}
    return Voices(**{name: np.concatenate(of_parts, axis=-1) for name, of_parts in arrays.items()})


class Listener:
    """Runs a model on states and notes what the cells say after every step.

    Args:
      model: adversaries on a self-classifying host.
      goal: the class that they are to make all say.
      form: "auto", "live" or "dense"; each draws noise of its own.
    """

    def __init__(self, model: InjectedCA, goal: int, form: str = "auto"):
        self.model, self.goal, self.form = model, goal, best_form(form)
        self._compiled = tf.function(self._run, autograph=False)

    def listen(
        self, state: np.ndarray, labels: np.ndarray, masks: np.ndarray | None, steps: int, random_seed: int
    ) -> tuple[np.ndarray, Voices]:
        """Let the cells talk.

        Args:
          state: [images, height, width, channels].
          labels: int [images], what the images show.
          masks: bool [images, height, width], who is an adversary; None: nobody.
          steps: of the automaton.
          random_seed: same seed, same voices, where the form is the same.
        Returns:
          The final state, and what was said on the way.
        """
        known = np.zeros(state.shape[:3], bool) if masks is None else masks
        numbers = tf.constant(steps), tf.constant(random_seed)
        final, *along = self._compiled(tf.constant(state), tf.constant(labels), tf.constant(known), *numbers)
        living = np.asarray(self.model.host.alive(state))
        cells, hosts = living.sum(axis=(1, 2)), (living & ~known).sum(axis=(1, 2))
        return final.numpy(), Voices(*(array.numpy() for array in along), cells, hosts)

    def _run(self, state, labels, masks, steps, random_seed):
        size = state.shape[0]
        shards = 1 if size % SHARDS else SHARDS
        parts = []
        for shard in range(shards):
            rows = slice(shard * size // shards, (shard + 1) * size // shards)
            parts.append(self._shard(state[rows], labels[rows], masks[rows], steps, rollout_seed(random_seed, shard)))
        final, *along = zip(*parts, strict=True)
        return tf.concat(final, axis=0), *(tf.concat(of_shards, axis=1) for of_shards in along)

    def _shard(self, state, labels, masks, steps, seed):
        host, images = self.model.host, state.shape[0]
        living = tf.where(tf.reshape(host.alive(state), [-1]))[:, 0]
        image = tf.cast(living // (state.shape[1] * state.shape[2]), tf.int32)
        truth, is_host = tf.gather(labels, image), ~tf.gather(tf.reshape(masks, [-1]), living)

        def observe(step, cells, *arrays):
            said = tf.argmax(host.outputs(states_at(cells, living)), axis=-1, output_type=tf.int32)
            heard = said == self.goal, (said == self.goal) & is_host, said == truth
            counts = (tf.math.unsorted_segment_sum(tf.cast(each, tf.int32), image, images) for each in heard)
            return tuple(array.write(step, count) for array, count in zip(arrays, counts, strict=True))

        arrays = tuple(tf.TensorArray(tf.int32, size=steps, element_shape=[images]) for _ in range(3))
        final, arrays = self.model.run(
            state, steps, seeded(seed), form=self.form, observe=observe, observed=arrays, adversaries=masks
        )
        return final, *(array.stack() for array in arrays)
