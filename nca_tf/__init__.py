"""Neural cellular automata for TensorFlow: the published systems as Keras models."""

from nca_tf.cells.automaton import CellularAutomaton
from nca_tf.families.adversarial.automaton import InjectedCA
from nca_tf.families.growing.automaton import GrowingCA
from nca_tf.families.growing.eight_bit import EightBitGrowingCA  # noqa: F401 - Keras loads classes that it has met only
from nca_tf.families.mnist.automaton import SelfClassifyingCA
from nca_tf.families.ncam.automaton import ManifoldCA
from nca_tf.families.perturbation.automaton import PerturbedCA
from nca_tf.families.takeover.automaton import MultiRuleCA
from nca_tf.files.errors import InputError
from nca_tf.files.model_files import list_pretrained, load, save

__version__ = "0.1.0"

__all__ = [
    "CellularAutomaton",
    "GrowingCA",
    "InjectedCA",
    "InputError",
    "ManifoldCA",
    "MultiRuleCA",
    "PerturbedCA",
    "SelfClassifyingCA",
    "__version__",
    "list_pretrained",
    "load",
    "save",
]
