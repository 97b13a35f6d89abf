"""Reads one perturbation matrix from a .npy file."""

import numpy as np

from export.published.json_files import MATRIX, PERTURBATION
from export.published.layers import check_finite
from export.published.original import Original
from nca_tf.files.archives import read_npy
from nca_tf.files.errors import InputError


def matrix(content: bytes) -> Original:
    """Returns the matrix, float32 [16, 16], under the name "matrix".

    Raises:
      InputError: when the file is something else.
    """
    try:
        array = read_npy(content)
    except ValueError as error:
        raise InputError(
            f"the .npy file can't be read: {error}; a 16x16 matrix of float32 or float64 is expected; "
            "pass the matrix of one perturbation"
        ) from None
    if array.shape != MATRIX or array.dtype not in (np.float32, np.float64):
        raise InputError(
            f"the .npy file holds {array.dtype} of shape {array.shape}; a 16x16 matrix of float32 or float64 is "
            "expected; pass the matrix of one perturbation"
        )
    with np.errstate(over="ignore"):  # what is too large for float32 becomes infinite, and is refused for that
        array = np.ascontiguousarray(array, np.float32)
    check_finite("matrix", array)
    return Original("NumPy matrix", PERTURBATION, {"matrix": array})
