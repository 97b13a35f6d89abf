"""The update rule of a cell: dense layers shared by all cells, the last one zero at the start."""

from collections.abc import Callable, Mapping, Sequence

import keras
import tensorflow as tf

from nca_tf.cells.contract import Near


class DenseRule(keras.layers.Layer):
    """Dense layers with ReLU between them, applied to every cell alike (1x1 convolutions in the original code).

    Args:
      widths: features in, after each hidden layer, and out: (48, 128, 16) is the rule of the growing automata.

    Weights are named dense1/kernel [in, out], dense1/bias [out], dense2/kernel, ... Kernels start Glorot-uniform,
    biases at zero, the last layer wholly at zero, so that an untrained automaton does nothing.
    """

    def __init__(self, widths: Sequence[int], **keywords):
        super().__init__(**keywords)
        self.widths = tuple(int(width) for width in widths)
        self.kernels, self.biases = [], []
        for number, (features_in, features_out) in enumerate(zip(self.widths, self.widths[1:], strict=False), start=1):
            last = number == len(self.widths) - 1
            self.kernels.append(
                self.add_weight(
                    name=f"dense{number}_kernel",
                    shape=(features_in, features_out),
                    initializer="zeros" if last else "glorot_uniform",
                )
            )
            self.biases.append(self.add_weight(name=f"dense{number}_bias", shape=(features_out,), initializer="zeros"))
        self.built = True

    def named_weights(self) -> dict[str, keras.Variable]:
        """The weights under the names they have in model files."""
        names = {}
        for number, (kernel, bias) in enumerate(zip(self.kernels, self.biases, strict=True), start=1):
            names[f"dense{number}/kernel"], names[f"dense{number}/bias"] = kernel, bias
        return names

    def call(self, perception: tf.Tensor) -> tf.Tensor:
        """Increments of the cells by the rule's own weights; see `apply`."""
        cells = tf.reshape(perception, [-1, self.widths[0]])
        values = _dense(cells, self.named_weights())
        return tf.reshape(values, tf.concat([tf.shape(perception)[:-1], [self.widths[-1]]], axis=0))

    def apply(
        self, near: Near, perception: tf.Tensor, weights: Mapping[str, tf.Tensor], activation: Callable = tf.nn.relu
    ) -> tf.Tensor:
        """Increments of the cells by weights that are handed in.

        Args:
          near: the neighbourhood that was perceived, see nca_tf/cells/contract.py.
          perception: [..., features in]: acting cells [cells, features] or a grid [batch, height, width, features].
          weights: by the names of `named_weights`; or one set an image, kernels [batch, in, out] and biases
            [batch, out].
          activation: of the hidden layers.
        Returns:
          [..., features out].
        """
        return apply_dense(near, perception, weights, activation)

    def get_config(self) -> dict:
        return {**super().get_config(), "widths": self.widths}


def apply_dense(
    near: Near, perception: tf.Tensor, weights: Mapping[str, tf.Tensor], activation: Callable = tf.nn.relu
) -> tf.Tensor:
    """As `DenseRule.apply`, of weights that belong to no rule of the model, such as those that a network predicts."""
    if weights["dense1/kernel"].shape.rank == 3:
        each = {name: value[:, None] if name.endswith("bias") else value for name, value in weights.items()}
        return near.from_images(_dense(near.by_image(perception), each, activation))
    if perception.shape.rank == 2:
        return _dense(perception, weights, activation)
    values = _dense(tf.reshape(perception, [-1, perception.shape[-1]]), weights, activation)
    return tf.reshape(values, tf.concat([tf.shape(perception)[:-1], [values.shape[-1]]], axis=0))


def _dense(values: tf.Tensor, weights: Mapping, activation: Callable = tf.nn.relu) -> tf.Tensor:
    last = sum(name.startswith("dense") and name.endswith("/kernel") for name in weights)
    for number in range(1, last + 1):
        product, bias = tf.matmul(values, weights[f"dense{number}/kernel"]), weights[f"dense{number}/bias"]
        values = tf.nn.bias_add(product, bias) if bias.shape.rank == 1 else product + bias
        values = activation(values) if number < last else values
    return values
