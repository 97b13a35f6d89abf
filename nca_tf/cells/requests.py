"""What signatures need to answer requests: rollouts in which every example has its own seed and number of steps.

A server may join several requests into one batch, and the answer to each must not depend on its company. Random draws
are therefore made example by example; one example alone gets what `CellularAutomaton.rollout` gives for its seed in the
dense form.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import tensorflow as tf

from nca_tf.cells.contract import Near
from nca_tf.cells.draws import SeededDraws, rollout_seed
from nca_tf.cells.signatures import Limits, same, within

if TYPE_CHECKING:
    from nca_tf.cells.automaton import CellularAutomaton


class ExampleDraws:
    """Random draws with one seed for each example.

    Args:
      seeds: int32 [batch].
      step: int32 scalar, step of the automaton.
      rule: what `of` puts before every name.
    """

    def __init__(self, seeds: tf.Tensor, step: tf.Tensor, rule: str = ""):
        self.seeds, self.step, self._rule = seeds, step, rule

    def of(self, rule: str) -> "ExampleDraws":
        """The draws of one of several rules."""
        return ExampleDraws(self.seeds, self.step, f"{self._rule}{rule}/")

    def mask(self, name: str, shape: tuple, rate: float) -> tf.Tensor:
        """Independent draws, bool of `shape` [batch, height, width], True with probability `rate`."""
        one = (1, *shape[1:])
        return self._each(lambda draws: draws.mask(name, one, rate), tf.TensorSpec([1, None, None], tf.bool))

    def normal(self, name: str, neighbourhood: Near, channels: int) -> tf.Tensor:
        """Standard normal noise for all cells of a dense `neighbourhood`, [batch, height, width, channels]."""
        one = tf.concat([[1], neighbourhood.extent[1:], [channels]], axis=0)
        spec = tf.TensorSpec([1, None, None, channels], neighbourhood.dtype)
        return self._each(lambda draws: draws.noise(name, one, neighbourhood.dtype), spec)

    def _each(self, draw, spec: tf.TensorSpec) -> tf.Tensor:
        def of_one(seed):
            return draw(SeededDraws(seed, self.step, self._rule))

        return tf.squeeze(tf.map_fn(of_one, self.seeds, fn_output_signature=spec), axis=1)


def rollout_each(
    model: "CellularAutomaton", state: tf.Tensor, steps: tf.Tensor, random_seed: tf.Tensor, **controls
) -> tf.Tensor:
    """Runs each example for its own number of steps.

    Args:
      model: an automaton.
      state: float32 [batch, height, width, channels].
      steps: int32 [batch], 0 or more.
      random_seed: int32 [batch].
      **controls: the family's own.
    Returns:
      The final states, of `state`'s shape.
    """
    seeds = tf.map_fn(lambda seed: rollout_seed(seed, 0), random_seed, fn_output_signature=tf.int32)
    return model.run(state, steps, lambda step: ExampleDraws(seeds, step), form="dense", **controls)[0]


def same_batch(tensors: Mapping[str, tf.Tensor], most: int) -> dict[str, tf.Tensor]:
    """Gives all inputs one batch size: an extent of 1 along the first axis stands for every example.

    Raises:
      tf.errors.InvalidArgumentError: when it runs, where another extent differs or is above `most`.
    """
    extents = tf.stack([tf.shape(tensor)[0] for tensor in tensors.values()])
    batch = within(tf.reduce_max(extents), 1, most, "the batch size")
    named = ", ".join(tensors)
    same(tf.where(extents == 1, batch, extents), f"the number of examples in {named}")
    return {name: _repeat(tensor, batch) for name, tensor in tensors.items()}


def _repeat(tensor: tf.Tensor, batch: tf.Tensor) -> tf.Tensor:
    return tf.repeat(tensor, tf.where(tf.shape(tensor)[0] == 1, batch, 1), axis=0)


def grown(
    model: "CellularAutomaton",
    limits: Limits,
    own_side: int,
    *,
    state: tf.Tensor,
    height: tf.Tensor,
    width: tf.Tensor,
    steps: tf.Tensor,
    random_seed: tf.Tensor,
    grids: tuple[str, ...] = (),
    **controls: tf.Tensor,
) -> tf.Tensor:
    """Answers a request of `nca_tf.cells.grid_signatures.grid_request`: the states after the steps.

    Args:
      model: the automaton.
      limits: what is refused beyond.
      own_side: of the grid on which a lone cell is put unless the request says otherwise.
      state, height, width, steps, random_seed, **controls: the request; see `same_batch`.
      grids: names of those controls that have a number for each cell, [batch, height, width], or one for all cells.
    Returns:
      float32 [batch, height, width, channels].
    """
    given = {"state": state, "height": height, "width": width, "steps": steps, "random_seed": random_seed, **controls}
    request = same_batch(given, limits.batch)
    state, steps = request["state"], request["steps"]
    rows, columns = tf.shape(state)[1], tf.shape(state)[2]
    lone = (rows == 1) & (columns == 1)
    height = _side(same(request["height"], "height"), rows, lone, own_side, limits, "height")
    width = _side(same(request["width"], "width"), columns, lone, own_side, limits, "width")
    with tf.control_dependencies([within_limits(limits, tf.shape(state)[0], steps, height, width)]):
        state, own = _centred(state, height, width), {name: request[name] for name in controls}
        own |= {name: _on_grid(own[name], name, height, width) for name in grids}
        return rollout_each(model, state, steps, request["random_seed"], **own)


def within_limits(
    limits: Limits, batch: tf.Tensor, steps: tf.Tensor, height: tf.Tensor | int, width: tf.Tensor | int
) -> tf.Tensor:
    """The work of a rollout in cell steps, int64, usable only after cells and steps were found to be within limits.

    Args:
      limits: the bounds.
      batch: int32 scalar.
      steps: int32 [batch].
      height, width: of the grid; where both are Python numbers, messages speak of the batch size alone.
    """
    most = tf.cast(tf.reduce_max(steps), tf.int64)
    if isinstance(height, int) and isinstance(width, int):
        work = tf.cast(batch, tf.int64) * most
        return within(work, 0, limits.cell_steps // (height * width), "batch size x steps") * height * width
    cells = tf.cast(within(batch * height * width, 1, limits.cells, "batch size x height x width"), tf.int64)
    return within(cells * most, 0, limits.cell_steps, "batch size x height x width x steps")


def _side(asked: tf.Tensor, own: tf.Tensor, lone: tf.Tensor, alone: int, limits: Limits, name: str) -> tf.Tensor:
    side = tf.where(asked > 0, asked, tf.where(lone, alone, own))
    return within(side, own, limits.side, f"{name}, which has to hold the state,")


def _centred(state: tf.Tensor, height: tf.Tensor, width: tf.Tensor) -> tf.Tensor:
    rows, columns = tf.shape(state)[1], tf.shape(state)[2]
    top, left = height // 2 - rows // 2, width // 2 - columns // 2
    padding = [[0, 0], [top, height - rows - top], [left, width - columns - left], [0, 0]]
    return tf.ensure_shape(tf.pad(state, padding), [None, None, None, state.shape[-1]])


def _on_grid(control: tf.Tensor, name: str, height: tf.Tensor, width: tf.Tensor) -> tf.Tensor:
    """Returns a control, usable only after it was found to have a number for each cell of the grid, or one for all."""
    rows, columns = tf.shape(control)[1], tf.shape(control)[2]
    fits = (tf.equal(rows, height) & tf.equal(columns, width)) | (tf.equal(rows, 1) & tf.equal(columns, 1))
    sides = [tf.strings.as_string(side) for side in (rows, columns, height, width)]
    found = [name, " has ", sides[0], "x", sides[1], " cells and the grid ", sides[2], "x", sides[3]]
    message = tf.strings.join([*found, "; the same extent, or 1x1, is expected; draw it for this grid"])
    with tf.control_dependencies([tf.debugging.Assert(fits, [message])]):
        return tf.identity(control)


def straight_pixels(rgba: tf.Tensor) -> tf.Tensor:
    """Premultiplied pictures with straight alpha, uint8 [batch, height, width, 4].

    Args:
      rgba: float32 [batch, height, width, 4], premultiplied; values are clipped to what a picture can show.
    """
    alpha = tf.clip_by_value(rgba[..., 3:], 0.0, 1.0)
    colour = tf.clip_by_value(tf.math.divide_no_nan(rgba[..., :3], alpha), 0.0, 1.0)
    return tf.cast(tf.round(tf.concat([colour, alpha], axis=-1) * 255.0), tf.uint8)


def png(pixels: tf.Tensor, zoom: tf.Tensor) -> tf.Tensor:
    """Pictures as PNG files.

    Args:
      pixels: uint8 [batch, height, width, 3 or 4].
      zoom: int32 scalar, pixels per cell.
    Returns:
      bytes [batch].
    """
    pixels = tf.repeat(tf.repeat(pixels, zoom, axis=1), zoom, axis=2)
    return tf.map_fn(tf.io.encode_png, pixels, fn_output_signature=tf.string)
