"""Reads the weights in a PyTorch file (.pt) without PyTorch and without unpickling.

Such a file is a zip archive whose members `<folder>/data/0`, `1`, ... are the raw little-endian values of each tensor,
in the order in which the network lists them; names and shapes are in a pickle, which is never opened. The order and the
sizes tell which is which.
"""

import re
import zipfile

import numpy as np

from export.published import layers
from export.published.original import Original
from nca_tf.files.archives import read_member
from nca_tf.files.budget import Budget
from nca_tf.files.errors import InputError

TAKEOVER = "takeover"
"""The family of two-layer rules in this format: growing rules on a grid that wraps around."""
RULE = "rule"
"""What a rule is called that stands alone."""
TENSOR = re.compile(r"[^/]+/data/(\d{1,3})")


def is_pytorch(archive: zipfile.ZipFile) -> bool:
    """Whether an archive is one that PyTorch wrote."""
    return any(TENSOR.fullmatch(name) for name in archive.namelist())


def read(archive: zipfile.ZipFile, budget: Budget) -> Original:
    """Returns the rule in an archive.

    Raises:
      InputError: when it holds other tensors than those of a two-layer rule.
      ValueError: when it is damaged.
    """
    original = layers.recognise("PyTorch file", to_tensorflow(tensors(archive, budget)))
    rule = {"family": layers.GROWING, "arguments": {**original.settings, "edges": "wrap"}}
    arrays = {f"{RULE}/{name}": array for name, array in original.arrays.items()}
    return Original(original.format, TAKEOVER, arrays, {"rules": {RULE: rule}})


def tensors(archive: zipfile.ZipFile, budget: Budget) -> list[np.ndarray]:
    """Returns the flat float32 tensors of the archive in order; raises as `read`."""
    found = [(TENSOR.fullmatch(member.filename), member) for member in archive.infolist()]
    members = {int(match[1]): member for match, member in found if match}
    if sorted(members) != list(range(len(members))):
        raise InputError(
            "the archive holds tensors other than data/0, data/1, ...; a file saved by PyTorch is expected; "
            "pass the .pt file of a published rule"
        )
    return [_tensor(archive, members[number], budget) for number in range(len(members))]


def _tensor(archive: zipfile.ZipFile, member: zipfile.ZipInfo, budget: Budget) -> np.ndarray:
    # PyTorch stores without compressing.
    if member.compress_type != zipfile.ZIP_STORED or member.file_size % 4:
        raise InputError(
            f"{ascii(member.filename)[:80]} is not stored as plain float32 values; PyTorch stores them so; "
            "pass the .pt file of a published rule"
        )
    return np.frombuffer(read_member(archive, member, budget), "<f4")


def to_tensorflow(arrays: list[np.ndarray]) -> list[np.ndarray]:
    """Turns the kernels of a two-layer rule, [outputs, inputs] in PyTorch, into [inputs, outputs]."""
    if len(arrays) != 4:
        raise InputError(
            f"the archive holds {len(arrays)} tensors; the four of a two-layer rule are expected; pass another file"
        )
    kernel1, bias1, kernel2, bias2 = arrays
    if bias1.size == 0 or bias2.size == 0 or kernel1.size % bias1.size or kernel2.size % bias2.size:
        sizes = ", ".join(str(array.size) for array in arrays)
        raise InputError(f"the tensors have {sizes} values; kernel, bias, kernel, bias are expected; pass another file")
    return [kernel1.reshape(bias1.size, -1).T, bias1, kernel2.reshape(bias2.size, -1).T, bias2]
