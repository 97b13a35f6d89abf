"""Zip archives and .npy arrays from anywhere: every size in them is counted before it is believed."""

import contextlib
import io
import math
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator

import numpy as np

from nca_tf.files.budget import Budget
from nca_tf.files.errors import InputError

ZIP_MAGIC = b"PK\x03\x04"
NPY_MAGIC = b"\x93NUMPY"
MOST_MEMBERS = 20_000
_ENTRY = b"PK\x01\x02"
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""Others may ask for memory of any size before they unpack a byte."""
_PART_BYTES = 1 << 20
_MOST_HEADER = 1000
_HEADER = re.compile(
    r"\{'descr': '(?P<dtype><f[248]|<i[48]|\|[iu]1)', 'fortran_order': (?P<fortran>True|False), "
    r"'shape': \((?P<shape>[\d, ]{0,200})\), \} *\n"
)


@contextlib.contextmanager
def open_zip(content: bytes) -> Iterator[zipfile.ZipFile]:
    """An archive in memory; within, whatever is wrong with it, or is found while it is read, is a ValueError.

    Raises:
      ValueError: it is damaged, or lists more than `MOST_MEMBERS` members.
    """
    if content.count(_ENTRY) > MOST_MEMBERS:
        raise ValueError(f"it lists more than {MOST_MEMBERS} members")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            yield archive
    except InputError:
        raise
    except (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, OverflowError, LookupError) as error:
        raise ValueError(str(error)[:80]) from error
    except (NotImplementedError, RuntimeError) as error:  # other methods of packing; encrypted members
        raise ValueError(str(error)[:80]) from error


def read_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, budget: Budget) -> bytearray:
    """Unpack one member, stored or deflated.

    Raises:
      ValueError: it is packed in another way, or holds another number of bytes than it says.
      InputError: it unpacks to more than the budget has left.
    """
    if member.compress_type not in _METHODS:
        raise ValueError(f"{member.filename[:60]!r} is packed by a method other than deflate")
    budget.take(member.file_size, f"{member.filename[:60]!r}")
    content, place = bytearray(member.file_size), 0
    with archive.open(member) as file:
        while part := file.read(_PART_BYTES):  # in one piece, twice the memory would be needed
            content[place : place + len(part)] = part
            place += len(part)
    if place != member.file_size:
        raise ValueError(f"{member.filename[:60]!r} is cut short")
    return content


def read_npy(content: bytes | bytearray) -> np.ndarray:
    """The array of a .npy file, its values those of `content`, not copied.

    NumPy's own reader hands the header to Python's parser; what `numpy.save` writes is compared here as text.

    Raises:
      ValueError: it holds no plain numbers, or not as many as its shape says.
    """
    start = len(NPY_MAGIC) + 4
    length = int.from_bytes(content[start - 2 : start], "little")
    header = content[start : start + length].decode("latin-1")
    match = _HEADER.fullmatch(header) if content[:8] == NPY_MAGIC + b"\x01\x00" and length <= _MOST_HEADER else None
    if match is None:
        raise ValueError(f"an array's header is {header[:80]!r}")
    shape = tuple(int(side) for side in match["shape"].replace(",", " ").split())
    dtype, values = np.dtype(match["dtype"]), memoryview(content)[start + length :]
    if math.prod(shape) * dtype.itemsize != len(values) or len(shape) > 8 or max(shape, default=0) >= 2**31:
        raise ValueError(f"an array of shape {str(shape)[:80]} holds {len(values)} bytes of values")
    order = "F" if match["fortran"] == "True" else "C"
    return np.frombuffer(values, dtype).reshape(shape, order=order)
