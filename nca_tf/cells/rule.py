"""The update rule of a cell: dense layers shared by all cells, the last one zero at the start."""

from collections.abc import Sequence

import keras
import tensorflow as tf


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
        """Increments of the cells.

        Args:
          perception: [..., features in]: gathered cells [cells, features] or a grid [batch, height, width, features].
        Returns:
          [..., features out].
        """
        values = tf.reshape(perception, [-1, self.widths[0]])
        for kernel, bias in zip(self.kernels[:-1], self.biases[:-1], strict=True):
            values = tf.nn.relu(tf.nn.bias_add(tf.matmul(values, kernel), bias))
        values = tf.nn.bias_add(tf.matmul(values, self.kernels[-1]), self.biases[-1])
        if perception.shape.rank == 2:
            return values
        return tf.reshape(values, tf.concat([tf.shape(perception)[:-1], [self.widths[-1]]], axis=0))

    def get_config(self) -> dict:
        return {**super().get_config(), "widths": self.widths}
