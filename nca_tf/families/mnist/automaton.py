"""Self-classifying digits: cells that talk until all agree which digit they form (Randazzo et al. 2020, Distill).

Follows the published notebook. Cells live where the grey value of the image is above 0.1, for good; the rule's noise is
added before dead and idle cells are masked out, in training and afterwards alike. A dead cell's grey value, small as it
is, remains visible to its neighbours. The article leaves open whether letting dead cells take part would connect
islands of a digit; `mask=False` tries that.
"""

import dataclasses
from pathlib import Path
from typing import Any

import keras
import numpy as np
import tensorflow as tf

from nca_tf.cells.automaton import CellularAutomaton
from nca_tf.cells.contract import Cells, Draws, Near, Weights, Where
from nca_tf.cells.life import ALIVE_THRESHOLD
from nca_tf.cells.page import Page
from nca_tf.cells.proposals import Proposal
from nca_tf.cells.quality import Quality
from nca_tf.cells.rule import DenseRule
from nca_tf.families.mnist.labels import DEAD, UNDECIDED, UNDECIDED_BELOW
from nca_tf.families.mnist.signatures import mnist_signatures
from nca_tf.files.errors import InputError

GREY = 0
"""Index of the channel that holds the image; no step changes it."""

MAX_IMAGE_SIDE = 1024


@dataclasses.dataclass(frozen=True)
class Classification:
    """What the cells of a batch of images say.

    Attributes:
      labels: int32 [batch, height, width]: a class, `UNDECIDED`, or `DEAD`.
      vote: int32 [batch]: the class that most cells chose, `UNDECIDED` where none chose any. Undecided cells have no
        vote here; in the measured `votes` of training/mnist/examination.py they have: there a cell's largest output
        counts, however small.
      agreement: float32 [batch]: share of the living cells that chose it.
      undecided: int32 [batch]: number of undecided cells.
      state: float32 [batch, height, width, channels], to go on from.
    """

    labels: np.ndarray
    vote: np.ndarray
    agreement: np.ndarray
    undecided: np.ndarray
    state: np.ndarray


@keras.saving.register_keras_serializable(package="nca_tf")
class SelfClassifyingCA(CellularAutomaton):
    """Cells that classify the image they form: channel 0 its grey values, the last ones a class output each.

    Args:
      channels: values in a cell's state.
      classes: how many of them, the last ones, are class outputs.
      features: width of the learned perception.
      hidden: width of the rule's hidden layer.
      kernel_size: side of the neighbourhood that a cell sees, odd.
      fire_rate: probability that a cell updates in a step.
      noise: standard deviation of what is added to every increment.
      alive_threshold: cells live where the image is above this.
      mask: whether only living cells update; False lets dead cells pass messages on.

    Example:
      >>> automaton = nca_tf.load("mnist/mnist")
      >>> automaton.classify(image, steps=200).vote
    """

    family = "mnist"
    draw_names = ("fire", "noise")
    settings = (
        *("channels", "classes", "features", "hidden", "kernel_size"),
        *("fire_rate", "noise", "alive_threshold", "mask"),
    )
    limits = (
        "It was trained on centred, size-normalised images of 28x28. Cells talk through ink only, so the parts of an "
        "image that don't touch rarely agree. It is made to study collective decisions, not to be the best classifier."
    )

    def __init__(
        self,
        channels: int = 20,
        classes: int = 10,
        features: int = 80,
        hidden: int = 80,
        kernel_size: int = 3,
        fire_rate: float = 0.5,
        noise: float = 0.02,
        alive_threshold: float = ALIVE_THRESHOLD,
        mask: bool = True,
        **keywords,
    ):
        super().__init__(channels, fire_rate, "zero", **keywords)
        _check_widths(channels, classes, features, hidden, kernel_size, noise)
        self.classes, self.features, self.hidden = int(classes), int(features), int(hidden)
        self.kernel_size, self.noise, self.mask = int(kernel_size), float(noise), bool(mask)
        self.alive_threshold = float(alive_threshold)
        shape = (self.kernel_size, self.kernel_size, self.channels, self.features)
        self.kernel = self.add_weight(name="perceive_kernel", shape=shape, initializer="glorot_uniform")
        self.bias = self.add_weight(name="perceive_bias", shape=(self.features,), initializer="zeros")
        self.rule = DenseRule((features, hidden, channels - 1), name="rule", dtype=self.dtype_policy)
        self.built = True

    def alive(self, state: tf.Tensor) -> tf.Tensor:
        """Living cells of a state [..., channels], bool [...]."""
        return state[..., GREY] > self.alive_threshold

    def cover(self, state: tf.Tensor) -> tf.Tensor:
        return self.alive(state) if self.mask else tf.ones(tf.shape(state)[:3], tf.bool)

    def begin(self, cells: Cells) -> tuple[tf.Tensor]:
        return (cells.mask(self.alive) if self.mask else tf.ones(cells.shape, tf.bool),)

    def propose(self, cells: Cells, memo: tuple, draws: Draws, where: Where, weights: Weights) -> Proposal:
        (acting,) = memo
        asked = acting if where is None else acting & where
        fire = draws.mask("fire", cells.shape, self.fire_rate)
        return Proposal(cells.increment(lambda near: self.increments(near, draws, weights), asked & fire))

    def increments(self, near: Near, draws: Draws, weights: dict[str, tf.Tensor]) -> tf.Tensor:
        """What the rule adds to each cell of a neighbourhood, [..., channels]; nothing to the grey value."""
        perceived = tf.nn.bias_add(near.convolve(weights["perceive/kernel"]), weights["perceive/bias"])
        values = self.rule.apply(near, tf.nn.relu(perceived), weights)
        if self.noise:
            values += self.noise * tf.cast(draws.normal("noise", near, self.channels - 1), values.dtype)
        return tf.pad(values, [[0, 0]] * (values.shape.rank - 1) + [[1, 0]])

    def update(self, perception: tf.Tensor) -> tf.Tensor:
        """The rule without noise: perception before its ReLU [..., features] to increments [..., channels - 1]."""
        return self.rule(tf.nn.relu(perception))

    def outputs(self, state: tf.Tensor) -> tf.Tensor:
        """The class outputs of a state [..., channels], [..., classes]."""
        # A slice would do; its gradient costs several times as much.
        return tf.split(state, [self.channels - self.classes, self.classes], axis=-1)[1]

    def named_weights(self) -> dict[str, keras.Variable]:
        return {"perceive/kernel": self.kernel, "perceive/bias": self.bias, **self.rule.named_weights()}

    def seed_state(self, batch: int, height: int, width: int) -> tf.Tensor:
        """A blank image: nothing lives."""
        return tf.zeros([batch, height, width, self.channels], self.compute_dtype)

    def image_state(self, images: Any) -> tf.Tensor:
        """The state from which images are classified.

        Args:
          images: [batch, height, width] or [batch, height, width, 1]; integers 0..255 or floats 0..1.
        Returns:
          [batch, height, width, channels], zero but for the grey values.
        Raises:
          InputError: the shape, type or range is another.
        """
        grey = grey_values(images)
        return tf.pad(tf.cast(grey, self.compute_dtype)[..., None], [[0, 0]] * 3 + [[0, self.channels - 1]])

    def classify(self, images: Any, steps: int = 200, random_seed: int = 0) -> Classification:
        """Let the cells of images talk for a number of steps, and ask them.

        Args:
          images: one image, [height, width] or [height, width, 1], or a batch, [batch, height, width] or
            [batch, height, width, 1]; values as for `image_state`. (Images 1, 3 or 4 pixels wide need all four axes.)
          steps: steps of the automaton.
          random_seed: same seed, same answer, where the rollout has the same form (live cells, on a GPU dense).
        Raises:
          InputError: the images have another shape, type or range, or colours.
        """
        array = np.asarray(images)
        if array.ndim == 3 and array.shape[-1] in (3, 4):
            raise InputError(
                f"the image has the shape {array.shape}, with colours; [height, width] was expected; convert it to grey"
            )
        is_one = array.ndim == 2 or (array.ndim == 3 and array.shape[-1] == 1)
        state = self.rollout(self.image_state(array[None] if is_one else array), steps, random_seed)
        labels = self.labels(state).numpy()
        chosen = np.stack([(labels == label).sum(axis=(1, 2)) for label in range(self.classes)], axis=-1)
        undecided = (labels == UNDECIDED).sum(axis=(1, 2))
        most = chosen.max(axis=-1)
        vote = np.where(most > 0, chosen.argmax(axis=-1), UNDECIDED)
        living = np.maximum((labels != DEAD).sum(axis=(1, 2)), 1)
        return Classification(
            labels, vote.astype(np.int32), np.float32(most / living), undecided.astype(np.int32), state.numpy()
        )

    def labels(self, state: tf.Tensor) -> tf.Tensor:
        """What each cell says: a class, `UNDECIDED` or `DEAD`, int32 [batch, height, width].

        Undecided is a cell without an output above `UNDECIDED_BELOW`, 0.01; for `nca_tf.metrics.digit_scores` one
        without an output above 0.
        """
        outputs = self.outputs(state)
        said = tf.argmax(outputs, axis=-1, output_type=tf.int32)
        said = tf.where(tf.reduce_max(outputs, axis=-1) > UNDECIDED_BELOW, said, UNDECIDED)
        return tf.where(self.alive(state), said, DEAD)

    def rules(self) -> dict[str, DenseRule]:
        return {"rule": self.rule}

    def signatures(self) -> tuple:
        return mnist_signatures(self)

    def quality(self, meta: dict[str, Any], folder: Path) -> Quality:
        from nca_tf.families.mnist.quality import mnist_quality

        return mnist_quality(self, meta, folder)

    def page(self, meta: dict[str, Any], folder: Path) -> Page:
        from nca_tf.families.mnist.page import mnist_page

        return mnist_page(self, meta, folder)


def grey_values(images: Any) -> np.ndarray:
    """Images as float32 [batch, height, width] in 0..1; see `SelfClassifyingCA.image_state`."""
    array = np.asarray(images)
    if array.ndim == 4 and array.shape[-1] == 1:
        array = array[..., 0]
    if array.ndim != 3 or 0 in array.shape or max(array.shape[1:]) > MAX_IMAGE_SIDE:
        raise InputError(
            f"the images have shape {array.shape}; [batch, height, width] was expected, sides at most "
            f"{MAX_IMAGE_SIDE}; reshape them or convert them to grey"
        )
    if np.issubdtype(array.dtype, np.integer):
        array, scale = array, 255.0
    elif np.issubdtype(array.dtype, np.floating):
        scale = 1.0
    else:
        raise InputError(f"the images are of type {array.dtype}; numbers were expected; convert them to uint8")
    low, high = array.min(), array.max()
    if not 0 <= low <= high <= scale:
        raise InputError(
            f"the images hold values from {low} to {high}; integers from 0 to 255 or floats from 0 to 1 were "
            "expected; rescale them"
        )
    return np.float32(array) / np.float32(scale)


def _check_widths(channels, classes, features, hidden, kernel_size, noise) -> None:
    if classes < 2 or channels < classes + 1 or features < 1 or hidden < 1:
        raise InputError(
            f"channels is {channels}, classes {classes}, features {features}, hidden {hidden}; expected at least two "
            "classes, a channel more than classes, and widths of at least 1; the published model has 20, 10, 80, 80."
        )
    if kernel_size < 1 or kernel_size % 2 == 0:
        raise InputError(f"kernel_size is {kernel_size}; an odd number was expected; the published model has 3.")
    if not 0.0 <= noise < float("inf"):
        raise InputError(
            f"noise is {noise}; a standard deviation of 0 or more was expected; 0.02 is the published one."
        )
