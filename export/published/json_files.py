"""Published JSON: frozen graphs of TF.js, lists of base64 arrays, perturbation matrices (see export/FORMATS.md)."""

import base64
import binascii
import math

import numpy as np

from export.published.layers import check_finite
from nca_tf.files.budget import Budget
from nca_tf.files.errors import InputError

PERTURBATION = "perturbation"
"""The family of the matrices."""

PERTURBATIONS = ("tailless", "no-leg", "no-head", "no-arm", "red", "blue")
"""What the six of the article's page make of the lizard, in their order, by the names that they have here."""
MATRIX = (16, 16)
MOST_NODES = 20_000


def is_frozen_graph(document: object) -> bool:
    """Whether the document is a TF.js graph model that holds its weights in its constants."""
    return isinstance(document, dict) and "modelTopology" in document


def graph_arrays(document: dict, budget: Budget) -> list[np.ndarray]:
    """Returns the float32 constants of a frozen graph that can be kernels or biases, in the order of the file.

    Weights are told from other constants by their rank: kernels of convolutions have four axes and biases one, while
    the fixed gradient filters have two and thresholds none. All constants together stay within the budget.
    """
    topology = document["modelTopology"]
    nodes = topology.get("node") if isinstance(topology, dict) else None
    if not isinstance(nodes, list) or len(nodes) > MOST_NODES:
        raise InputError("modelTopology has no list of nodes; a frozen graph is expected; check that the file is whole")
    constants = [node for node in nodes if isinstance(node, dict) and node.get("op") == "Const"]
    arrays = [_constant(node, budget) for node in constants]
    return [array for array in arrays if array is not None]


def _constant(node: dict, budget: Budget) -> np.ndarray | None:
    name = ascii(node.get("name"))[:80]
    try:
        tensor = node["attr"]["value"]["tensor"]
        if tensor["dtype"] != "DT_FLOAT":
            return None
        shape = [_side(axis.get("size", 0)) for axis in tensor.get("tensorShape", {}).get("dim", [])]
        if len(shape) not in (1, 4) or not tensor.keys() & {"tensorContent", "floatVal"}:
            return None
    except (KeyError, TypeError, ValueError, AttributeError):
        raise InputError(
            f"the constant {name} is malformed; a tensor with its type is expected; check the file"
        ) from None
    budget.take(4 * math.prod(shape), f"the constant {name} of shape {shape}")
    if "tensorContent" in tensor:
        values = decode_floats(tensor["tensorContent"], f"the constant {name}")
    else:
        values = _repeated(tensor["floatVal"], shape, name)
    if math.prod(shape) != values.size:
        raise InputError(
            f"the constant {name} holds {values.size} values; its shape is {shape}; check that the file is whole"
        )
    return values.reshape(shape)


def _side(size: object) -> int:
    """A side of a shape, which JSON has as a number or, like all 64-bit numbers of protobuf, as a text."""
    text = str(size) if type(size) is int and abs(size) < 2**31 else size
    if not (isinstance(text, str) and len(text) <= 10 and text.isascii() and text.isdecimal()):
        raise ValueError
    return int(text)


def _repeated(values: object, shape: list[int], name: str) -> np.ndarray:
    """The values of a constant that are listed one by one; the last of them stands for all that follow."""
    good = isinstance(values, list) and values and all(type(value) in (int, float) for value in values)
    if not good or len(values) > math.prod(shape) or max(map(abs, values)) > _LARGEST:
        raise InputError(
            f"floatVal of the constant {name} is no list of numbers of its shape; the listed values are expected, the "
            "last for all that follow; check that the file is whole"
        )
    listed = np.array(values, np.float32)
    return np.concatenate([listed, np.full(math.prod(shape) - len(listed), listed[-1])])


_LARGEST = float(np.finfo(np.float32).max)


def is_base64_list(document: object) -> bool:
    """Whether the document is a list of texts, one an array."""
    return isinstance(document, list) and len(document) > 0 and all(isinstance(part, str) for part in document)


def base64_arrays(document: list) -> list[np.ndarray]:
    """Returns the flat float32 arrays of a list of base64 texts."""
    return [decode_floats(part, f"array {number}") for number, part in enumerate(document[:64])]


def decode_floats(text: object, name: str) -> np.ndarray:
    """Returns little-endian float32 values from base64 text."""
    try:
        content = base64.b64decode(text, validate=True)
        return np.frombuffer(content, "<f4")
    except (binascii.Error, TypeError, ValueError):
        raise InputError(f"{name} is not base64 of float32 values; that is expected; check the file") from None


def matrices(document: object) -> dict[str, np.ndarray] | None:
    """Returns perturbation matrices by name, or None where the document is something else.

    One matrix is a list of 16 lists of 16 numbers; six of them are those of the demo, in its order.
    """
    if isinstance(document, dict):
        named = document
    elif isinstance(document, list) and len(document) == len(PERTURBATIONS):
        named = dict(zip(PERTURBATIONS, document, strict=True))
    else:
        named = {"matrix": document}
    read = {str(name): _matrix(value) for name, value in list(named.items())[:64]}
    if not read or any(value is None for value in read.values()):
        return None
    for name, value in read.items():
        check_finite(name, value)
    return read


def _matrix(value: object) -> np.ndarray | None:
    rows, columns = MATRIX
    if not (isinstance(value, list) and len(value) == rows):
        return None
    if not all(isinstance(row, list) and len(row) == columns for row in value):
        return None
    if not all(type(number) in (int, float) and abs(number) < 1e30 for row in value for number in row):
        return None
    return np.array(value, np.float32)
