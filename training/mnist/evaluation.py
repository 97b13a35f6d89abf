"""What the article measures of self-classifying digits: cell accuracy and total agreement, step by step."""

import dataclasses
from pathlib import Path
from typing import Any

import numpy as np
import tensorflow as tf

from nca_tf import metrics
from nca_tf.datasets import LabelledImages, load_images
from nca_tf.draws import rollout_seed
from nca_tf.mnist import GREY, SelfClassifyingCA
from training.engine import best_shards
from training.mnist.pool import mutated

BATCH = 1000
STEPS = 200


@dataclasses.dataclass(frozen=True)
class Answers:
    """What the living cells of images say after each step.

    Attributes:
      cells: int [images], living cells of each image.
      correct: int [steps, images], how many of them say the label.
      agreed, agreed_strictly: bool [steps, images], see `nca_tf.metrics.digit_scores`.
      counts: int [images, classes], what the cells say after the last step.
    """

    cells: np.ndarray
    correct: np.ndarray
    agreed: np.ndarray
    agreed_strictly: np.ndarray
    counts: np.ndarray


class Examiner:
    """Runs a model on batches of images and notes what the cells say after every step.

    Args:
      model: any self-classifying model.
    """

    def __init__(self, model: SelfClassifyingCA):
        self.model = model
        self._compiled = tf.function(self._run, autograph=False)

    def __call__(self, state: np.ndarray, labels: np.ndarray, steps: int, random_seed: int):
        """Returns the final state, [images, height, width, channels], and the `Answers`."""
        seed = tf.constant(random_seed)
        state, *scores = self._compiled(tf.convert_to_tensor(state), tf.convert_to_tensor(labels), steps, seed)
        return state.numpy(), Answers(*(score.numpy() for score in scores))

    def _run(self, state, labels, steps, random_seed):
        size, shards = state.shape[0], best_shards(state.shape[0], "live")
        parts = []
        for shard in range(shards):
            rows = slice(shard * size // shards, (shard + 1) * size // shards)
            parts.append(self._shard(state[rows], labels[rows], steps, rollout_seed(random_seed, shard)))
        final, cells, correct, agreed, strict, counts = zip(*parts, strict=True)
        along_steps = (tf.concat(part, axis=1) for part in (correct, agreed, strict))
        return tf.concat(final, 0), tf.concat(cells, 0), *along_steps, tf.concat(counts, 0)

    def _shard(self, state, labels, steps, seed):
        model, images = self.model, state.shape[0]

        def said(outputs, alive):
            image = tf.cast(tf.where(alive)[:, 0], tf.int32)
            return tf.boolean_mask(outputs, alive), image

        def observe(step, cells, *arrays):
            outputs, image = said(model.outputs(cells.state), alive)
            scores = metrics.digit_scores(outputs, image, labels)
            return tuple(array.write(step, score) for array, score in zip(arrays, scores, strict=True))

        alive = model.alive(state)
        arrays = tuple(
            tf.TensorArray(dtype, size=steps, element_shape=[images]) for dtype in (tf.int32, tf.bool, tf.bool)
        )
        final, arrays = model.run(state, steps, seed, form="live", observe=observe, observed=arrays)
        outputs, image = said(model.outputs(final), alive)
        counts = tf.math.unsorted_segment_sum(
            tf.one_hot(tf.argmax(outputs, -1), model.classes, dtype=tf.int32), image, images
        )
        cells = tf.reduce_sum(tf.cast(alive, tf.int32), axis=(1, 2))
        return final, cells, *(array.stack() for array in arrays), counts


def finish(model, dataset, chosen_on, where, folder):
    raise NotImplementedError
