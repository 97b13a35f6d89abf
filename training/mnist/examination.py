"""What the article measures of self-classifying digits: cell accuracy and total agreement, step by step.

The published protocol: batches of 1,000 images; 200 steps; then every image is changed for another of its batch, and
200 steps more. Accuracy is pooled over the living cells of a batch and averaged over batches.
"""

import dataclasses

import numpy as np
import tensorflow as tf

from nca_tf import metrics
from nca_tf.cells.dense import DenseGrid
from nca_tf.cells.draws import rollout_seed, seeded
from nca_tf.cells.forms import best_form
from nca_tf.cells.live import LiveCells
from nca_tf.data.datasets import LabelledImages
from nca_tf.families.mnist.automaton import SelfClassifyingCA
from training.mnist.batches import mutated
from training.progress import Report, counted, say_nothing

BATCH = 1000
STEPS = 200
SHARDS = 2
"""Parts of a batch that are computed side by side, on any machine: the draws depend on their number."""


@dataclasses.dataclass(frozen=True)
class Answers:
    """What the living cells of images say after each step.

    Attributes:
      labels: int [images], the truth.
      cells: int [images], living cells of each image.
      correct: int [steps, images], how many of them say the label.
      agreed, agreed_strictly: bool [steps, images], see `nca_tf.metrics.digit_scores`.
      counts: int [images, classes], what the cells say after the last step; an undecided one its largest output.
    """

    labels: np.ndarray
    cells: np.ndarray
    correct: np.ndarray
    agreed: np.ndarray
    agreed_strictly: np.ndarray
    counts: np.ndarray

    def accuracy(self, batch: int = BATCH) -> np.ndarray:
        """Share of living cells that say the label, [steps]: pooled over a batch, averaged over batches."""
        starts = np.arange(0, len(self.cells), batch)
        correct, cells = np.add.reduceat(self.correct, starts, axis=1), np.add.reduceat(self.cells, starts)
        return (correct / np.maximum(cells, 1)).mean(axis=1)

    def agreement(self, strictly: bool = False) -> np.ndarray:
        """Share of images whose cells all say the same, [steps]."""
        return (self.agreed_strictly if strictly else self.agreed).mean(axis=1)

    def accuracy_of_images(self) -> np.ndarray:
        """Share of living cells that say the label, averaged over images whatever their size, [steps]."""
        return (self.correct / np.maximum(self.cells, 1)).mean(axis=1)

    def votes(self) -> float:
        """Share of images whose label most of their cells say after the last step.

        Undecided cells count with their largest output, unlike in the vote of `SelfClassifyingCA.classify`.
        """
        return float((self.counts.argmax(axis=1) == self.labels).mean())

    def confusion(self) -> np.ndarray:
        """Cells after the last step, int [classes, classes]: rows the truth, columns what they say."""
        matrix = np.zeros((self.counts.shape[1],) * 2, np.int64)
        np.add.at(matrix, self.labels, self.counts)
        return matrix


class Examiner:
    """Runs a model on images and notes what the cells say after every step.

    Args:
      model: any self-classifying model.
      batch: images that are computed together, and for which the published accuracy is pooled.
      form: "auto", "live" or "dense"; each draws noise of its own.
    """

    def __init__(self, model: SelfClassifyingCA, batch: int = BATCH, form: str = "auto"):
        self.model, self.batch, self.form = model, batch, best_form(form)
        self._compiled = tf.function(self._run, autograph=False)

    def examine(
        self,
        data: LabelledImages,
        steps: int = STEPS,
        random_seed: int = 0,
        change: bool = True,
        report: Report = say_nothing,
    ) -> tuple[Answers, Answers | None]:
        """The published protocol.

        Args:
          data: the images.
          steps: steps before, and again after the change.
          random_seed: same seed, same result, where the form is the same.
          change: whether to go on with changed images.
        Returns:
          Answers before and after the change of images; None for the latter without it.
        """
        before, after = [], []
        rng = np.random.default_rng(random_seed)
        starts = range(0, len(data), self.batch)
        what = f"measuring: {len(data)} images"
        for number, start in enumerate(counted(starts, what, report)):
            part = data[start : start + self.batch]
            state = self.model.image_state(part.images).numpy()
            state, answers = self.run(state, part.labels, steps, random_seed + 2 * number)
            before.append(answers)
            if change:
                other = part[rng.integers(len(part), size=len(part))]
                state = mutated(state, other.images / np.float32(255), self.model.alive_threshold)
                after.append(self.run(state, other.labels, steps, random_seed + 2 * number + 1)[1])
        return _joined(before), _joined(after) if change else None

    def run(self, state: np.ndarray, labels: np.ndarray, steps: int, random_seed: int) -> tuple[np.ndarray, Answers]:
        """Returns the final state, [images, height, width, channels], and what the cells said on the way."""
        tensors = (tf.convert_to_tensor(state), tf.convert_to_tensor(labels))
        state, *scores = self._compiled(*tensors, tf.constant(steps), tf.constant(random_seed))
        return state.numpy(), Answers(labels, *(score.numpy() for score in scores))

    def _run(self, state, labels, steps, random_seed):
        size = state.shape[0]
        shards = 1 if size % SHARDS else SHARDS
        parts = []
        for shard in range(shards):
            rows = slice(shard * size // shards, (shard + 1) * size // shards)
            parts.append(self._shard(state[rows], labels[rows], steps, rollout_seed(random_seed, shard)))
        final, cells, *along_steps, counts = zip(*parts, strict=True)
        return tf.concat(final, 0), tf.concat(cells, 0), *(tf.concat(s, 1) for s in along_steps), tf.concat(counts, 0)

    def _shard(self, state, labels, steps, seed):
        model, images = self.model, state.shape[0]
        alive = model.alive(state)
        living = tf.where(tf.reshape(alive, [-1]))[:, 0]
        image = tf.cast(living // (state.shape[1] * state.shape[2]), tf.int32)

        def observe(step, cells, *arrays):
            outputs = model.outputs(states_at(cells, living))
            scores = metrics.digit_scores(outputs, image, labels)
            return tuple(array.write(step, score) for array, score in zip(arrays, scores, strict=True))

        types = tf.int32, tf.bool, tf.bool
        arrays = tuple(tf.TensorArray(kind, size=steps, element_shape=[images]) for kind in types)
        final, arrays = model.run(state, steps, seeded(seed), form=self.form, observe=observe, observed=arrays)
        said = tf.argmax(model.outputs(tf.boolean_mask(final, alive)), axis=-1)
        counts = tf.math.unsorted_segment_sum(tf.one_hot(said, model.classes, dtype=tf.int32), image, images)
        cells = tf.reduce_sum(tf.cast(alive, tf.int32), axis=(1, 2))
        return final, cells, *(array.stack() for array in arrays), counts


def states_at(cells: DenseGrid | LiveCells, living: tf.Tensor) -> tf.Tensor:
    """States of the cells at the flat positions `living`, [living, channels]."""
    if isinstance(cells, LiveCells):
        return tf.gather(cells.table, tf.gather(cells.row_of, living))
    return tf.gather(tf.reshape(cells.state, [-1, cells.state.shape[-1]]), living)


def islands(alive: np.ndarray) -> np.ndarray:
    """Number of connected groups of living cells, diagonal neighbours included: int [images].

    Args:
      alive: bool [images, height, width].
    """
    height, width = alive.shape[1:]
    names = np.where(alive, np.arange(1, height * width + 1).reshape(height, width), 0)
    own = names.copy()
    while True:
        padded = np.pad(names, ((0, 0), (1, 1), (1, 1)))
        rows = np.maximum(np.maximum(padded[:, :-2], padded[:, 1:-1]), padded[:, 2:])
        spread = np.where(alive, np.maximum(np.maximum(rows[:, :, :-2], rows[:, :, 1:-1]), rows[:, :, 2:]), 0)
        if (spread == names).all():
            # Each group goes by its highest name, which one cell of it has from the start.
            return ((names == own) & alive).sum(axis=(1, 2))
        names = spread


def agreement_by_islands(answers: Answers, groups: np.ndarray, most: int = 4) -> dict[str, dict[str, float]]:
    """Agreement after the last step by number of islands; `most` stands for so many or more.

    Returns:
      {"1": {"images": ..., "agreement": ..., "accuracy": ...}, ..., "4+": ...}, groups without images left out.
    """
    found = {}
    for count in range(1, most + 1):
        chosen = groups == count if count < most else groups >= most
        if chosen.any():
            found[f"{count}{'+' * (count == most)}"] = {
                "images": int(chosen.sum()),
                "agreement": float(answers.agreed[-1, chosen].mean()),
                "accuracy": float(answers.correct[-1, chosen].sum() / answers.cells[chosen].sum()),
            }
    return found


def _joined(parts: list[Answers]) -> Answers:
    axes = {"correct": 1, "agreed": 1, "agreed_strictly": 1}
    names = [field.name for field in dataclasses.fields(Answers)]
    return Answers(*(np.concatenate([getattr(part, n) for part in parts], axis=axes.get(n, 0)) for n in names))
