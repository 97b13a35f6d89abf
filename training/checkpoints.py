"""Checkpoints: one file each, complete or absent, and never trusted without its checksum.

A checkpoint is an ordinary `.npz` file of plain arrays plus one array `header` (JSON in UTF-8). The zip comment, which
is the last 64 bytes of the file, is the SHA-256 of everything before it: truncation and flipped bits are both found.
A file gets its name only after all of its bytes are on the disk; two are kept.
"""

import hashlib
import io
import json
import os
import zipfile
from collections.abc import Mapping
from pathlib import Path

import numpy as np

from nca_tf.files.whole_files import write_whole

FORMAT = 1
KEPT = 2
_DIGEST_LENGTH = 64
_PREFIX, _SUFFIX = "iteration-", ".npz"


class DamagedCheckpoint(RuntimeError):
    """The file is not what was written: truncated, altered, or of another format."""


def encode(header: Mapping, arrays: Mapping[str, np.ndarray]) -> bytes:
    """Return the bytes of a checkpoint file holding `header` (anything JSON can hold) and `arrays`."""
    text = json.dumps({"format": FORMAT, **header}).encode()
    buffer = io.BytesIO()
    np.savez(buffer, header=np.frombuffer(text, np.uint8), **arrays)
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.comment = b"0" * _DIGEST_LENGTH
    body = buffer.getbuffer()[:-_DIGEST_LENGTH]
    return b"".join([body, hashlib.sha256(body).hexdigest().encode()])


def decode(data: bytes) -> tuple[dict, dict[str, np.ndarray]]:
    """Return the header and the arrays that `encode` was given.

    Raises:
      DamagedCheckpoint: if `data` is not exactly what `encode` returned.
    """
    view = memoryview(data)
    if hashlib.sha256(view[:-_DIGEST_LENGTH]).hexdigest().encode() != bytes(view[-_DIGEST_LENGTH:]):
        raise DamagedCheckpoint("its SHA-256 does not match its contents")
    with np.load(io.BytesIO(data), allow_pickle=False) as archive:
        arrays = {name: archive[name] for name in archive.files}
    header = json.loads(arrays.pop("header").tobytes())
    if header["format"] != FORMAT:
        raise DamagedCheckpoint(f"it has format {header['format']}, this version reads {FORMAT}")
    return header, arrays


class Checkpoints:
    """The checkpoints of one run, in `folder`, newest first by the iteration in the name."""

    def __init__(self, folder: Path):
        self.folder = folder

    def paths(self) -> list[Path]:
        """Every checkpoint file that is there, newest first, not yet verified."""
        names = self.folder.glob(f"{_PREFIX}*{_SUFFIX}")
        return sorted((p for p in names if _iteration(p) is not None), key=_iteration, reverse=True)

    def save(self, iteration: int, header: Mapping, arrays: Mapping[str, np.ndarray]) -> Path:
        """Write the checkpoint of `iteration`, then remove all but the newest two; OSError as `write_whole`."""
        path = self.folder / f"{_PREFIX}{iteration:08d}{_SUFFIX}"
        write_whole(path, encode({"iteration": iteration, **header}, arrays))
        for old in self.paths()[KEPT:]:
            old.unlink()
        return path

    def load_newest(self) -> tuple[tuple[dict, dict[str, np.ndarray]] | None, list[str]]:
        """Return (header, arrays) of the newest checkpoint that is intact, or None, and one warning per damaged one.

        If an intact one is found, damaged newer files are renamed to `*.damaged`, so that they neither count among
        those kept nor are tried again.
        """
        damaged, warnings = [], []
        for path in self.paths():
            try:
                found = decode(path.read_bytes())
            except PermissionError:
                raise
            except (DamagedCheckpoint, OSError, ValueError, KeyError, zipfile.BadZipFile) as error:
                damaged.append(path)
                warnings.append(f"checkpoint {path.name} is damaged ({error})")
            else:
                for other in damaged:
                    os.replace(other, other.with_name(other.name + ".damaged"))
                return found, warnings
        return None, warnings


def _iteration(path: Path) -> int | None:
    digits = path.name[len(_PREFIX) : -len(_SUFFIX)]
    return int(digits) if digits.isdigit() else None
