"""Figures of merit, as the papers measure them."""

import numpy as np
import tensorflow as tf


def image_losses(state: tf.Tensor, target: tf.Tensor) -> tf.Tensor:
    """Mean squared difference to a target picture, image by image.

    Args:
      state: [batch, height, width, channels], channels 0-3 premultiplied RGBA.
      target: [height, width, 4] or [batch, height, width, 4].
    Returns:
      [batch], the mean over height, width and the four channels.
    """
    # A slice would do; its gradient costs several times as much.
    rgba = tf.split(state, [4, state.shape[-1] - 4], axis=-1)[0]
    return tf.reduce_mean(tf.square(rgba - target), axis=(1, 2, 3))


def best_shifts(pictures: np.ndarray, target: np.ndarray, reach: int) -> tuple[np.ndarray, np.ndarray]:
    """Mean squared difference to a target where it fits best, image by image: patterns may have wandered.

    Args:
      pictures: float [batch, height, width, channels].
      target: float [height, width, channels], moved on a torus.
      reach: most cells that it is moved, up or down and to either side.
    Returns:
      Losses [batch], and (down, right) of the target at its best, int [batch, 2].
    """
    steps = range(-reach, reach + 1)
    # The unmoved one first: it wins where several fit equally well.
    shifts = np.array(
        sorted(((down, right) for down in steps for right in steps), key=lambda shift: np.abs(shift).sum())
    )
    losses = [np.square(pictures - np.roll(target, shift, axis=(0, 1))).mean(axis=(1, 2, 3)) for shift in shifts]
    return np.min(losses, axis=0), shifts[np.argmin(losses, axis=0)]


def living_cells(state: np.ndarray, threshold: float) -> np.ndarray:
    """Number of mature cells (alpha above the threshold) in each image: int [batch].

    A step's "living" cells are more: also the neighbours of mature ones.
    """
    return np.sum(np.asarray(state)[..., 3] > threshold, axis=(1, 2))


def digit_scores(outputs: tf.Tensor, image: tf.Tensor, labels: tf.Tensor) -> tuple[tf.Tensor, tf.Tensor, tf.Tensor]:
    """What the living cells of self-classifying images say.

    Args:
      outputs: [cells, classes], class outputs of all living cells.
      image: int32 [cells], the image to which each belongs.
      labels: int32 [images].
    Returns:
      correct: int32 [images], number of cells whose largest output is the image's label.
      agreed: bool [images], all cells with a positive output say the same; there must be one.
      agreed_strictly: bool [images], and all cells have a positive output.

    A cell counts as undecided here where no output is above 0;
    `nca_tf.families.mnist.automaton.SelfClassifyingCA.labels` shows one as undecided already where none is above 0.01.
    """
    images = tf.shape(labels)[0]
    said = tf.argmax(outputs, axis=-1, output_type=tf.int32)
    correct = tf.math.unsorted_segment_sum(tf.cast(said == tf.gather(labels, image), tf.int32), image, images)
    decided = tf.reduce_max(outputs, axis=-1) > 0
    none = outputs.shape[-1]
    # An image without decided cells gives opposite extremes, which differ.
    highest = tf.math.unsorted_segment_max(tf.where(decided, said, -1), image, images)
    lowest = tf.math.unsorted_segment_min(tf.where(decided, said, none), image, images)
    agreed = (highest == lowest) & (highest >= 0)
    undecided = tf.math.unsorted_segment_sum(tf.cast(~decided, tf.int32), image, images)
    return correct, agreed, agreed & (undecided == 0)
