"""The draws of one image of a batch: those that the whole batch would have there."""

from collections.abc import Callable

import tensorflow as tf

from nca_tf.cells.contract import Draws


class OfImage:
    """What is random for one image.

    Args:
      draws: from the number of a step to the draws of the batch.
      image: its place in the batch.
      count: images of the batch.
      step: int32 scalar, step of the automaton.
    """

    def __init__(self, draws: Callable[[tf.Tensor], Draws], image: int, count: int, step: tf.Tensor):
        self._draws, self._image, self._count, self.step = draws(step), image, count, step

    def mask(self, name: str, shape: tuple[int, int, int], rate: float) -> tf.Tensor:
        """The image's part of the batch's mask, bool [1, height, width]."""
        whole = self._draws.mask(name, (self._count, *shape[1:]), rate)
        return whole[self._image : self._image + 1]
