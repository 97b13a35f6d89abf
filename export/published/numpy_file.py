"""Reads one perturbation matrix from a .npy file."""

import io
import math

import numpy as np

from export.published.json_files import MATRIX
from export.published.layers import check_finite
from nca_tf.errors import InputError

MAGIC = b"\x93NUMPY"
MOST_HEADER = 1000


def matrix(content: bytes) -> dict[str, np.ndarray]:
    """Returns the matrix, float32 [16, 16], under the name "matrix".

    Raises:
      InputError: when the file is something else; the header is compared with the bytes before anything is allocated.
    """
    file = io.BytesIO(content)
    try:
        version = np.lib.format.read_magic(file)
        read_header = np.lib.format.read_array_header_1_0 if version == (1, 0) else np.lib.format.read_array_header_2_0
        shape, fortran_order, dtype = read_header(file, max_header_size=MOST_HEADER)
    except (ValueError, TypeError, KeyError, SyntaxError, EOFError, MemoryError, RecursionError) as error:
        reason = str(error).splitlines()[0][:80] if str(error) else type(error).__name__
        raise InputError(
            f"the header of the .npy file cannot be read ({reason}); a 16x16 matrix of float32 is expected; check it"
        ) from None
    values = content[file.tell() :]
    if shape != MATRIX or dtype not in (np.dtype("<f4"), np.dtype("<f8")):
        raise InputError(
            f"the file holds {str(dtype)[:40]} of shape {str(shape)[:40]}; a 16x16 matrix of float32 is expected; "
            "pass the matrix of one perturbation"
        )
    if len(values) != math.prod(shape) * dtype.itemsize:
        raise InputError(
            f"the file holds {len(values)} bytes of values; {math.prod(shape) * dtype.itemsize} are expected; "
            "check that it is whole"
        )
    array = np.frombuffer(values, dtype).reshape(shape, order="F" if fortran_order else "C")
    check_finite("matrix", array)
    return {"matrix": np.ascontiguousarray(array, np.float32)}
