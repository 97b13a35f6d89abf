"""Reads the weights in a PyTorch file (.pt) without PyTorch and without unpickling.

Such a file is a zip archive whose members `<folder>/data/0`, `1`, ... are the raw little-endian values of each tensor,
in the order in which the network lists them; names and shapes are in a pickle, which is never opened. The order and the
sizes tell which is which.
"""

import io
import re
import struct
import zipfile
import zlib

import numpy as np

from nca_tf.files.errors import InputError

MOST_BYTES = 8_000_000
TENSOR = re.compile(r"[^/]+/data/(\d{1,3})")


def tensors(content: bytes) -> list[np.ndarray]:
    """Returns the flat float32 tensors of the archive in order.

    Raises:
      InputError: when it is not such an archive.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            found = [(TENSOR.fullmatch(member.filename), member) for member in archive.infolist()]
            members = {int(match[1]): member for match, member in found if match}
            if not members or sorted(members) != list(range(len(members))):
                raise InputError(
                    "the archive holds no tensors data/0, data/1, ...; a file saved by PyTorch is expected; "
                    "pass the .pt file of a published rule"
                )
            return [_tensor(archive, members[number]) for number in range(len(members))]
    except (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, OverflowError) as error:
        if isinstance(error, InputError):
            raise
        raise _unreadable(error) from None
    except (NotImplementedError, RuntimeError, LookupError) as error:
        raise _unreadable(error) from None


def _tensor(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> np.ndarray:
    # PyTorch stores without compressing; anything else could unfold to any size.
    if member.compress_type != zipfile.ZIP_STORED or member.file_size > MOST_BYTES or member.file_size % 4:
        raise InputError(
            f"{member.filename[:80]} is not stored as plain float32 values; at most {MOST_BYTES} bytes are expected; "
            "pass the .pt file of a published rule"
        )
    return np.frombuffer(archive.read(member), "<f4")


def _unreadable(error: Exception) -> InputError:
    return InputError(
        f"the archive cannot be read ({str(error)[:80]}); a file saved by PyTorch is expected; check that it is whole"
    )


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
