"""Reads the kernels and biases in a TensorFlow checkpoint.

TensorFlow's own reader trusts the sizes in the file, and so cannot be given a damaged one.

`<prefix>.index` is a sorted table (LevelDB's format) from variable names to where their values are;
`<prefix>.data-0000i-of-0000n` hold the values. Both carry checksums, and all are verified here.
"""

import re
import struct
from collections.abc import Callable
from pathlib import Path

import numpy as np

from nca_tf.files.budget import Budget
from nca_tf.files.errors import InputError

MAGIC = bytes.fromhex("57fb808b247547db")
FOOTER_BYTES = 48
BLOCK_TRAILER_BYTES = 5
MOST_ENTRIES = 10_000
MOST_BYTES = 8_000_000
"""Of the index, and of all blocks and values that it points to: each is read again where it is named again."""
WEIGHT = re.compile(
    r"(?:(perceive|dmodel)/)?layer(?:_with_weights)?-(\d{1,3})/(kernel|bias)/\.ATTRIBUTES/VARIABLE_VALUE"
)


Piece = Callable[[str, int, int | None], bytes | None]
"""(end of a file's name after the prefix, offset, number of bytes or None for all) to these bytes; None for no file."""


class _CorruptTable(Exception):
    pass


def arrays(name: str, piece: Piece) -> list[np.ndarray]:
    """Returns the flat float32 kernel and bias of each layer, perception first.

    Args:
      name: the checkpoint's prefix, for messages.
      piece: reads from its files.
    Raises:
      InputError: when a file is missing, damaged or too large, or holds no layers.
    """
    budget = Budget(MOST_BYTES, name)
    try:
        entries = _entries(piece(".index", 0, None) or b"", budget)
        found = {}
        for key, entry in entries.items():
            match = WEIGHT.fullmatch(key)
            if match:
                # The learned perception comes before the dense layers, and each kernel before its bias.
                found[(match[1] != "perceive", int(match[2]), match[3] == "bias")] = (key, entry)
        shards = _header(entries).num_shards
        return [_values(name, piece, budget, shards, *found[position]) for position in sorted(found)]
    except _CorruptTable as error:
        raise InputError(
            f"the checkpoint {name} is damaged ({error}); a TensorFlow checkpoint is expected; fetch it again"
        ) from None


def pieces_beside(prefix: Path) -> Piece:
    """Reads from the files of a checkpoint in a folder."""

    def piece(end: str, offset: int, count: int | None) -> bytes | None:
        path = prefix.with_name(prefix.name + end)
        if not path.is_file():
            return None
        size = path.stat().st_size
        if count is None:
            Budget(MOST_BYTES, path.name).take(size, "the file")
        if offset >= size:
            return b""
        with open(path, "rb") as file:
            file.seek(offset)
            return file.read(size if count is None else count)

    return piece


def prefix_of(path: Path) -> Path | None:
    """Returns the prefix of the checkpoint that a path means: the prefix itself, its index or one of its data files."""
    name = re.sub(r"\.(index|data-\d{5}-of-\d{5})$", "", path.name)
    if not name:
        return None
    prefix = path.with_name(name)
    return prefix if prefix.with_name(name + ".index").is_file() else None


def _values(name: str, piece: Piece, budget: Budget, shards: int, key: str, content: bytes) -> np.ndarray:
    entry = _message("BundleEntryProto", content)
    if entry.dtype != 1 or entry.slices:  # DT_FLOAT
        raise InputError(
            f"{key} is not a whole float32 variable; kernels and biases are expected to be; pass another checkpoint"
        )
    if entry.offset < 0 or entry.size < 0 or entry.size % 4:
        raise _CorruptTable(f"{key} has an impossible size")
    budget.take(entry.size, key)
    shard = f".data-{entry.shard_id:05d}-of-{shards:05d}"
    values = piece(shard, entry.offset, entry.size)
    if values is None:
        raise InputError(f"{name}{shard} is missing; the index names it for {key}; put it beside the index")
    if len(values) != entry.size:
        raise _CorruptTable(f"{name}{shard} ends before {key} does")
    if masked_crc32c(values) != entry.crc32c:
        raise _CorruptTable(f"the checksum of {key} is wrong")
    return np.frombuffer(values, "<f4")


def _header(entries: dict[str, bytes]):
    header = _message("BundleHeaderProto", entries.get("", b""))
    if not 1 <= header.num_shards <= 1000 or header.endianness != 0:
        raise _CorruptTable("its header is wrong")
    return header


def _message(kind: str, content: bytes):
    from google.protobuf.message import DecodeError
    from tensorflow.core.protobuf import tensor_bundle_pb2

    try:
        return getattr(tensor_bundle_pb2, kind).FromString(content)
    except DecodeError:
        raise _CorruptTable(f"a {kind} cannot be parsed") from None


def _entries(table: bytes, budget: Budget) -> dict[str, bytes]:
    """Returns the table's keys and values."""
    if len(table) < FOOTER_BYTES or table[-len(MAGIC) :] != MAGIC:
        raise _CorruptTable("its index does not end as one")
    footer = table[-FOOTER_BYTES:]
    _, position = _handle(footer, 0)
    index, _ = _handle(footer, position)
    entries = {}
    for _, value in _block(table, index, budget):
        handle, _ = _handle(value, 0)
        for key, content in _block(table, handle, budget):
            entries[key.decode("utf-8", "replace")] = content
            if len(entries) > MOST_ENTRIES:
                raise _CorruptTable("it has too many entries")
    return entries


def _block(table: bytes, handle: tuple[int, int], budget: Budget) -> list[tuple[bytes, bytes]]:
    offset, size = handle
    trailer = table[offset + size : offset + size + BLOCK_TRAILER_BYTES]
    if size < 4 or len(trailer) != BLOCK_TRAILER_BYTES:
        raise _CorruptTable("a block lies outside of its index")
    budget.take(size, "a block")
    kind, checksum = struct.unpack("<BI", trailer)
    if kind != 0:
        raise _CorruptTable("a block is compressed, which TensorFlow does not do")
    if masked_crc32c(table[offset : offset + size + 1]) != checksum:
        raise _CorruptTable("the checksum of a block is wrong")
    content = table[offset : offset + size]
    (restarts,) = struct.unpack("<I", content[-4:])
    end = size - 4 - 4 * restarts
    position, key, pairs = 0, b"", []
    while position < end:
        shared, position = _varint(content, position)
        fresh, position = _varint(content, position)
        length, position = _varint(content, position)
        if shared > len(key) or position + fresh + length > end:
            raise _CorruptTable("an entry lies outside of its block")
        key = key[:shared] + content[position : position + fresh]
        position += fresh
        pairs.append((key, content[position : position + length]))
        position += length
    return pairs


def _handle(content: bytes, position: int) -> tuple[tuple[int, int], int]:
    offset, position = _varint(content, position)
    size, position = _varint(content, position)
    return (offset, size), position


def _varint(content: bytes, position: int) -> tuple[int, int]:
    value = 0
    for shift in range(0, 64, 7):
        if position >= len(content):
            break
        byte = content[position]
        position += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, position
    raise _CorruptTable("a number does not end")


def _crc_table() -> list[int]:
    table = []
    for byte in range(256):
        for _ in range(8):
            byte = byte >> 1 ^ (0x82F63B78 if byte & 1 else 0)
        table.append(byte)
    return table


_TABLE = _crc_table()


def masked_crc32c(content: bytes) -> int:
    """Returns the CRC-32C of `content`, rotated and offset as TensorFlow and LevelDB store it."""
    crc = 0xFFFFFFFF
    for byte in content:
        crc = crc >> 8 ^ _TABLE[(crc ^ byte) & 0xFF]
    crc ^= 0xFFFFFFFF
    return ((crc >> 15 | crc << 17) + 0xA282EAD8) & 0xFFFFFFFF
