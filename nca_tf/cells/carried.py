"""What the loop of a rollout carries from step to step."""

import tensorflow as tf


def static_shapes(values: tuple) -> tuple[tf.TensorShape, ...]:
    """Shapes of the values that hold at every step, free where one has none (a TensorArray)."""
    return tuple(getattr(value, "shape", tf.TensorShape(None)) for value in values)


def where_going(going: tf.Tensor, after: tuple[tf.Tensor, ...], before: tuple[tf.Tensor, ...]) -> tuple:
    """Of each tensor [batch, ...] the images that are still going as after the step, the others as before it."""

    def choose(new, old):
        axes = tf.ones([tf.rank(new) - 1], tf.int32)
        return tf.where(tf.reshape(going, tf.concat([tf.shape(going), axes], axis=0)), new, old)

    return tuple(choose(new, old) for new, old in zip(after, before, strict=True))
