"""Neural cellular automata for TensorFlow: the published systems as Keras models."""

from nca_tf.automaton import CellularAutomaton
from nca_tf.eight_bit_growing import EightBitGrowingCA  # noqa: F401 - Keras loads classes that it has met only
from nca_tf.growing import GrowingCA
from nca_tf.mnist import SelfClassifyingCA
from nca_tf.model_files import list_pretrained, load, save

__version__ = "0.1.0"

__all__ = ["CellularAutomaton", "GrowingCA", "SelfClassifyingCA", "__version__", "list_pretrained", "load", "save"]
