"""Neural cellular automata as Keras models."""

__version__ = "0.1.0"
