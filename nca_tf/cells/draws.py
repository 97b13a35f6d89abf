"""Everything random in a step: given by the caller, or drawn from stateless seeds.

A step only ever sees one of these two; both answer the same two questions, so no family knows which it has.
"""

import re
import zlib
from collections.abc import Callable

import numpy as np
import tensorflow as tf

from nca_tf.cells.contract import Near

SIXTEEN_BITS = 1 << 16
BITS_OF_BYTE = np.unpackbits(np.arange(256, dtype=np.uint8)[:, None], axis=1).astype(bool)


def draw_name(rule: str, name: str) -> str:
    """What a rule calls its draws, fit for an argument: "lizard-2" has lizard_2_fire, "2" has rule2_fire."""
    return f"{re.sub(r'[^A-Za-z0-9]', '_', re.sub('^(?=[0-9])', 'rule', rule))}_{name}"


class GivenDraws:
    """Masks and noise handed in by the caller, for parity tests and exported graphs.

    Args:
      grids: by name, [batch, height, width] or [batch, height, width, channels]; a mask may be bool or float and may
        carry a last axis of size one.
    """

    step = 0
    """A single step stands for the first of a rollout."""

    def __init__(self, **grids: tf.Tensor):
        self.grids = grids

    def of(self, rule: str) -> "GivenDraws":
        """The draws of one of several rules, whose names are those of `draw_name`."""
        start = draw_name(rule, "")
        own = {name: grid for name, grid in self.grids.items() if name.startswith(start)}
        return GivenDraws(**{name.removeprefix(start): grid for name, grid in own.items()})

    def mask(self, name: str, shape: tuple[int, int, int], rate: float) -> tf.Tensor:
        """The given mask as bool [batch, height, width]; `rate` plays no part."""
        mask = tf.convert_to_tensor(self.grids[name])
        if mask.shape.rank == 4:
            mask = tf.squeeze(mask, axis=-1)
        return mask if mask.dtype == tf.bool else mask > tf.cast(0.5, mask.dtype)

    def normal(self, name: str, neighbourhood: Near, channels: int) -> tf.Tensor:
        """The given noise at the acting cells of `neighbourhood`, unscaled."""
        return neighbourhood.pick(self.grids[name])


class SeededDraws:
    """Draws that depend on nothing but (seed, step, name) and their shape: the same again after every resume.

    A mask has the shape of the grid. Noise is drawn for the acting cells of a neighbourhood only: the dense and the
    live form draw different noise. And each shard of a batch has a seed of its own: other shards, other draws.

    Args:
      seed: int32 scalar tensor, already distinct for each rollout and shard.
      step: int32 scalar tensor, step of the automaton.
      rule: what `of` puts before every name.
    """

    def __init__(self, seed: tf.Tensor, step: tf.Tensor, rule: str = ""):
        self.seed, self.step, self._rule = seed, step, rule

    def of(self, rule: str) -> "SeededDraws":
        """The draws of one of several rules, which share none with those of another."""
        return SeededDraws(self.seed, self.step, f"{self._rule}{rule}/")

    def _stream(self, name: str) -> tf.Tensor:
        word = f"{self._rule}{name}".encode()
        return tf.stack([tf.bitwise.bitwise_xor(self.seed, zlib.crc32(word) & 0x7FFFFFFF), self.step])

    def mask(self, name: str, shape: tuple[int, int, int], rate: float) -> tf.Tensor:
        """Independent draws, True with probability `rate` (to within 1/131072: sixteen bits serve each cell, or one).

        Returns:
          bool, of the given shape [batch, height, width].
        """
        if rate >= 1.0:
            return tf.ones(shape, tf.bool)
        count = tf.reduce_prod(shape)
        if rate == 0.5:
            coins = tf.gather(BITS_OF_BYTE, tf.cast(self._pieces(name, tf.uint8, (count + 7) // 8), tf.int32))
            return tf.reshape(tf.reshape(coins, [-1])[:count], shape)
        limit = tf.constant(min(round(rate * SIXTEEN_BITS), SIXTEEN_BITS - 1), tf.uint16)
        return tf.reshape(self._pieces(name, tf.uint16, count) < limit, shape)

    def _pieces(self, name: str, dtype: tf.DType, count: tf.Tensor) -> tf.Tensor:
        """Random unsigned numbers of 8 or 16 bits, [count]."""
        in_word = 4 // dtype.size
        words = tf.random.stateless_uniform(
            [(count + in_word - 1) // in_word], self._stream(name), None, None, tf.int32
        )
        return tf.reshape(tf.bitcast(words, dtype), [-1])[:count]

    def normal(self, name: str, neighbourhood: Near, channels: int) -> tf.Tensor:
        """Standard normal noise for the acting cells of `neighbourhood`."""
        return self.noise(name, tf.concat([neighbourhood.extent, [channels]], axis=0), neighbourhood.dtype)

    def noise(self, name: str, shape: tf.Tensor, dtype: tf.DType) -> tf.Tensor:
        """Standard normal noise of any shape."""
        return tf.random.stateless_normal(shape, self._stream(name), dtype=dtype)


def rollout_seed(random_seed: int | tf.Tensor, *counters: int | tf.Tensor) -> tf.Tensor:
    """Mix a random seed with counters (iteration, shard, ...) into one int32 seed for a rollout."""
    seed = tf.cast(random_seed, tf.int32)
    for counter in counters:
        mixed = tf.random.experimental.stateless_fold_in(tf.stack([seed, 0]), tf.cast(counter, tf.int32))
        seed = tf.bitwise.bitwise_xor(mixed[0], mixed[1])
    return seed


def seeded(seed: tf.Tensor, first_step: tf.Tensor | int = 0) -> Callable[[tf.Tensor], SeededDraws]:
    """From the number of a step to its draws, which follow from `seed`, an int32 scalar; see `rollout_seed`.

    Args:
      first_step: added to the number.
    """
    return lambda step: SeededDraws(seed, step + first_step)
