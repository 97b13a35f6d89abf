"""Rounds the kernels of a model to few bits so that the errors of one cell's inputs cancel (Frantar et al. 2022, GPTQ).

Rounding each weight to its nearest level treats inputs as if they had nothing to do with each other. What a cell
perceives is far from that, so each row that is rounded hands its error on to the rows still to come, as the second
moments of the inputs say.
"""

import contextlib
from collections.abc import Callable, Iterator

import numpy as np
import tensorflow as tf

from export import model_argument, rollouts
from nca_tf.cells.controls import read_controls
from nca_tf.cells.draws import GivenDraws
from nca_tf.cells.rule import DenseRule

LOOKS = 12
"""How often the family's standard run is looked at for the cells' inputs, at even distances."""
DAMPING = 0.01
"""Added to the moments' diagonal, as a share of its mean."""

Levels = Callable[[np.ndarray], tuple[float | np.ndarray, float, float, float]]
"""From a kernel to the step between its levels (one, or one an output), the level of zero, the first and last level."""


def affine_levels(kernel: np.ndarray) -> tuple[float, float, float, float]:
    """The 256 levels from the smallest weight to the largest, moved so that one of them is zero, as TF.js has them."""
    low, high = float(kernel.min()), float(kernel.max())
    step = (high - low) / 255
    return step, float(np.round(-low / step)), 0.0, 255.0


def symmetric_levels(kernel: np.ndarray) -> tuple[np.ndarray, float, float, float]:
    """For each output 255 levels, as many above zero as below, up to its largest weight, as TFLite has them."""
    largest = np.abs(kernel).max(axis=0)
    return np.where(largest > 0, largest, 1.0) / 127, 0.0, -127.0, 127.0


def rounded_weights(source: model_argument.ModelArgument, levels: Levels = affine_levels) -> dict[str, np.ndarray]:
    """The model's weights by name: its kernels rounded, all others as they are."""
    weights = model_argument.arrays_of(source.model)
    for name, moments in input_moments(source).items():
        flat = weights[name].reshape(len(moments), -1)
        weights[name] = round_kernel(flat, moments, levels).reshape(weights[name].shape)
    return weights


def round_kernel(kernel: np.ndarray, moments: np.ndarray, levels: Levels = affine_levels) -> np.ndarray:
    """Rounds one kernel.

    Args:
      kernel: [inputs, outputs].
      moments: [inputs, inputs], the mean of x xᵀ over what the layer is given.
      levels: the weights at the first and the last level stay there, which keeps all levels the same.
    Returns:
      float32 [inputs, outputs], on the levels.
    """
    if kernel.min() == kernel.max():
        return kernel
    step, zero, first, last = levels(kernel)
    damped = moments + (DAMPING * np.trace(moments) / len(moments) or 1.0) * np.eye(len(moments))
    order = np.argsort(-np.diag(damped))
    spread = np.linalg.cholesky(np.linalg.inv(damped[np.ix_(order, order)])).T
    left, result = kernel[order].astype(np.float64), np.empty(kernel.shape)
    nearest = np.clip(np.round(left / step + zero), first, last)
    for row in range(len(left)):
        level = np.clip(np.round(left[row] / step + zero), first, last)
        level = np.where((nearest[row] == first) | (nearest[row] == last), nearest[row], level)
        result[order[row]] = (level - zero) * step
        error = (left[row] - result[order[row]]) / spread[row, row]
        left[row + 1 :] -= np.outer(spread[row, row + 1 :], error)
    return result.astype(np.float32)


def input_moments(source: model_argument.ModelArgument) -> dict[str, np.ndarray]:
    """Second moments of the inputs of each kernel of the model, by the kernel's name.

    The inputs are those of the cells that act in the family's standard run.
    """
    model, weights = source.model, source.model.named_weights()
    watched = _watched(source)
    states = [state for state, _, _ in watched]
    with contextlib.ExitStack() as stack:
        heard = [(rule, stack.enter_context(_overheard(rule))) for rule in model.rules().values()]
        for state, drawn, controls in watched:
            cells = model.start(tf.constant(state), "live")
            prepared = model.prepare(**read_controls(model, controls, len(state)))
            model.advance(cells, model.begin(cells), drawn, **prepared)
    # A kernel of rank 4, [side, side, channels, features], is that of a learned perception.
    perceptions = {name: weight.shape[0] for name, weight in weights.items() if len(weight.shape) == 4}
    moments = {
        name: _mean_moments([_patches(model, state, side) for state in states]) for name, side in perceptions.items()
    }
    names = {id(weight): name for name, weight in weights.items()}
    for rule, given in heard:
        values = np.concatenate(given).astype(np.float64)
        for kernel, bias in zip(rule.kernels, rule.biases, strict=True):
            moments[names[id(kernel)]] = _mean_moments([values])
            values = np.maximum(values @ kernel.numpy() + bias.numpy(), 0.0)
    return moments


def _watched(source: model_argument.ModelArgument) -> list[tuple[np.ndarray, GivenDraws, dict[str, np.ndarray]]]:
    """States of the family's standard run, each with the draws and the controls of the step that follows it."""
    quality = source.model.quality(source.meta, source.folder)

    def inputs(step: int) -> dict[str, np.ndarray]:
        return {name: values[quality.watched] for name, values in quality.inputs(step).items()}

    steps = quality.watched_steps or quality.steady_steps
    marks = np.unique(np.linspace(0, steps, LOOKS + 1, dtype=int))[1:].tolist()
    states = rollouts.in_python(source.model)(quality.start[quality.watched], inputs, marks)

    def after(mark: int) -> tuple[np.ndarray, GivenDraws, dict[str, np.ndarray]]:
        given = inputs(mark)
        drawn = {name: tf.constant(given.pop(name)) for name in source.model.draw_names if name in given}
        return states[mark], GivenDraws(**drawn), given

    return [after(mark) for mark in marks]


def _patches(model, state: np.ndarray, side: int) -> np.ndarray:
    """The neighbourhoods of the living cells on a grid of zero edges, [cells, side * side * channels]."""
    patches = tf.image.extract_patches(state, [1, side, side, 1], [1] * 4, [1] * 4, "SAME")
    return tf.boolean_mask(patches, model.cover(tf.constant(state))).numpy()


def _mean_moments(parts: list[np.ndarray]) -> np.ndarray:
    total = sum(part.astype(np.float64).T @ part for part in parts)
    return total / max(sum(map(len, parts)), 1)


@contextlib.contextmanager
def _overheard(rule: DenseRule) -> Iterator[list[np.ndarray]]:
    """Gives a list to which the rule's inputs are added, [cells, features]."""
    heard, apply = [], rule.apply

    def listen(near, perception, *others):
        heard.append(perception.numpy())
        return apply(near, perception, *others)

    object.__setattr__(rule, "apply", listen)
    try:
        yield heard
    finally:
        object.__delattr__(rule, "apply")
