"""Reads one perturbation matrix from a .npy file.

NumPy's own reader hands the header to Python's parser; the one header that is expected is compared here as text.
"""

import re

import numpy as np

from export.published.json_files import MATRIX
from export.published.layers import check_finite
from nca_tf.files.errors import InputError

MAGIC = b"\x93NUMPY"
MOST_HEADER = 1000
HEADER = re.compile(
    r"\{'descr': '(?P<dtype><f4|<f8)', 'fortran_order': (?P<fortran>True|False), 'shape': \(16, 16\), \} *\n"
)


def matrix(content: bytes) -> dict[str, np.ndarray]:
    """Returns the matrix, float32 [16, 16], under the name "matrix".

    Raises:
      InputError: when the file is something else.
    """
    start = len(MAGIC) + 4
    length = int.from_bytes(content[start - 2 : start], "little")
    header = content[start : start + length].decode("latin-1")
    match = HEADER.fullmatch(header) if content[6:8] == b"\x01\x00" and length <= MOST_HEADER else None
    if match is None:
        raise InputError(
            f"the file's header is {header[:80]!r}; a 16x16 matrix of float32 or float64 is expected; "
            "pass the matrix of one perturbation"
        )
    dtype, values = np.dtype(match["dtype"]), content[start + length :]
    expected = MATRIX[0] * MATRIX[1] * dtype.itemsize
    if len(values) != expected:
        raise InputError(
            f"the file holds {len(values)} bytes of values; {expected} are expected; check that it is whole"
        )
    array = np.frombuffer(values, dtype).reshape(MATRIX, order="F" if match["fortran"] == "True" else "C")
    with np.errstate(over="ignore"):  # what is too large for float32 becomes infinite, and is refused for that
        array = np.ascontiguousarray(array, np.float32)
    check_finite("matrix", array)
    return {"matrix": array}
