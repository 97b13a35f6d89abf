"""A growing automaton that computes as the published 8-bit pipeline does, with gradients, for fine-tuning.

Weights are the values that the 8-bit file can hold; perception, hidden layer, update and state each pass through one
byte a value. A model trained this way loses little when `export.webgl8` writes it; its weights are those of a
`GrowingCA`, and it is saved as one. As in the demo's update pass, a cell is mature from the threshold on, that value
included; before the update by what is stored of its alpha, after it by the sum, which is rounded when it is stored.
Differs from the demo in what training never meets: the edges are those of the float model.
"""

from typing import Any

import keras
import tensorflow as tf

from nca_tf.cells.contract import Cells, Near
from nca_tf.cells.life import ALPHA, spread
from nca_tf.cells.perception import Sensors
from nca_tf.families.growing.automaton import GrowingCA, scaled
from nca_tf.families.growing.quantization import fake_quantise_activations, fake_quantise_weights


@keras.saving.register_keras_serializable(package="nca_tf")
class EightBitGrowingCA(GrowingCA):
    """`GrowingCA` under the 8-bit scheme; takes the same arguments.

    Example:
      >>> automaton = EightBitGrowingCA()
      >>> assign_weights(automaton, read_arrays(folder / "weights.npz"), folder)   # go on from a float model
    """

    def weights_now(self) -> dict[str, tf.Tensor]:
        return {name: fake_quantise_weights(weight) for name, weight in super().weights_now().items()}

    def mature(self, state: tf.Tensor) -> tf.Tensor:
        return state[..., ALPHA] >= self.alive_threshold

    def store(self, cells: Cells, kept: tf.Tensor, living: tf.Tensor, margin: int) -> tuple:
        stored = cells.map(fake_quantise_activations)
        # Rounding may lift an alpha over the threshold: what was mature before it doesn't tell what will be read.
        living = spread(stored.mask(self.mature) & kept, self.edges)
        return super().store(stored, kept, living, margin)

    def increments(self, near: Near, weights: dict[str, tf.Tensor], sensors: Sensors, step_size: Any) -> tf.Tensor:
        perceived = fake_quantise_activations(near.perceive(sensors))
        update = self.rule.apply(near, perceived, weights, _fake_quantise_hidden)
        return fake_quantise_activations(scaled(update, step_size, near))


def _fake_quantise_hidden(values: tf.Tensor) -> tf.Tensor:
    return fake_quantise_activations(values, hidden=True)
