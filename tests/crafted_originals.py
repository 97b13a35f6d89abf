"""Published files made to break a reader, in every format that is read."""

import base64
import io
import json
import os
import struct
import zipfile
from pathlib import Path

import numpy as np
from tensorflow.core.protobuf import tensor_bundle_pb2

from export.published.tf_checkpoint import MAGIC, masked_crc32c
from tests import published_files as published

NAMES = ("", ".", "..", "/", "a" * 300, "a/" * 3000, "a\0b", "nothing.json", "/dev/null", ".index")
SIDES = (0, 1, 8, 4096, 1 << 20, "1048576", "9" * 30, 2**31, 2**63 - 1, -1, "-1", 2.5, "x", None, [], True, 10**40)
SPARSE = 3 << 30


def craft(folder, random):
    """Writes one hostile file into `folder`; returns its path, which need not be a file's."""
    makers = [_name, _lists, _nested, _sparse, _script, _npy, *[_checkpoint, _zip] * 2, *[_graph] * 3]
    return makers[random.integers(len(makers))](folder, random)


def _write(folder, content, name="file.bin"):
    (folder / name).write_bytes(content)
    return folder / name


def _name(folder, random):
    return Path(NAMES[random.integers(len(NAMES))])


def _graph(folder, random):
    """Constants of which each passes for itself, and shapes and values of other types."""
    document = json.loads(published.graph_json(published.growing_arrays()))
    nodes = document["modelTopology"]["node"]
    kind = random.integers(4)
    if kind == 0:  # thousands that only state how often a value repeats
        fill = {"dtype": "DT_FLOAT", "tensorShape": {"dim": [{"size": str(1 << random.integers(10, 21))}]}}
        fill["floatVal"] = [1.0]
        node = {"name": "fill", "op": "Const", "attr": {"value": {"tensor": fill}}}
        nodes += [node] * int(10 ** random.uniform(1, 4.4))
    elif kind == 1:
        dims = [{"size": SIDES[random.integers(len(SIDES))]} for _ in range((1, 4)[random.integers(2)])]
        weights = [node for node in nodes if "/resource" in node["name"]]
        weights[random.integers(len(weights))]["attr"]["value"]["tensor"]["tensorShape"]["dim"] = dims
    elif kind == 2:
        tensor = next(node for node in nodes if "bias" in node["name"])["attr"]["value"]["tensor"]
        del tensor["tensorContent"]
        tensor["floatVal"] = [[10**400], [1e308], ["1"], [None], [True], {}, "x", [1.0] * 100_000][random.integers(8)]
    content = json.dumps(document)
    if kind == 3:
        content = content.replace('"size": "8"', '"size": 1e400', int(random.integers(1, 5)))
    return _write(folder, content.encode())


def _lists(folder, random):
    """Very long lists: of texts, numbers, nothing."""
    count = int(10 ** random.uniform(2, 6.4))
    text = base64.b64encode(bytes(4 * int(10 ** random.uniform(0, 4)))).decode()
    parts = ('"",', "[],", "{},", "0,", "1e5,", f'"{text}",', "[[0]],", '{"a":{}},')
    part = parts[random.integers(len(parts))]
    body = part * min(count, 7_900_000 // len(part))
    return _write(folder, f"[{body[:-1]}]".encode())


def _nested(folder, random):
    depth = int(10 ** random.uniform(1, 6.3))
    opening, closing = (("[", "]"), ('{"modelTopology":', "}"), ('{"a":[', "]}"))[random.integers(3)]
    depth = min(depth, 7_900_000 // (len(opening) + 1))
    prefix = ("", "window.X = ", "window.X = [1];\nY = ")[random.integers(3)]
    ending = closing * depth if random.random() < 0.7 else ""
    return _write(folder, (prefix + opening * depth + ending).encode())


def _sparse(folder, random):
    """Gigabytes of nothing, behind the beginning of a format."""
    name = ("00100.index", "00100.data-00000-of-00001", "rule.pt", "model.json")[random.integers(4)]
    if name.startswith("00100"):
        published.checkpoint(folder, published.growing_arrays())
    with open(folder / name, "r+b" if (folder / name).exists() else "wb") as file:
        if name == "rule.pt":
            file.write(b"PK\x03\x04")
        os.ftruncate(file.fileno(), SPARSE)
    return folder / name


def _checkpoint(folder, random):
    """A table with right checksums that points anywhere: beyond its files, or at the same bytes again and again."""
    offsets = (0, 5, 2**31, 2**62, 2**63 - 1, -1)
    sizes = (0, 3, 4, 2048, 7_000_000, 2**40, 2**63 - 1, -8)
    header = tensor_bundle_pb2.BundleHeaderProto(num_shards=(1, 0, 1000, 2**31 - 1)[random.integers(4)])
    rows = [(b"", header.SerializeToString())]
    for layer in range(int(10 ** random.uniform(0, 2.9))):
        for kind in ("bias", "kernel"):
            entry = tensor_bundle_pb2.BundleEntryProto(dtype=1, shard_id=0, crc32c=int(random.integers(2**32)))
            entry.offset, entry.size = offsets[random.integers(len(offsets))], sizes[random.integers(len(sizes))]
            rows.append((f"layer-{layer}/{kind}/.ATTRIBUTES/VARIABLE_VALUE".encode(), entry.SerializeToString()))
    (folder / "c.data-00000-of-00001").write_bytes(bytes(int(10 ** random.uniform(2, 6.85))))
    return _write(folder, table(rows, again=int(10 ** random.uniform(0, 3))), "c.index")


def table(rows, again=1):
    """The bytes of a LevelDB table of one block, which its index names `again` times."""
    data = _block(rows)
    handle = _varint(0) + _varint(len(data) - 5)
    index = _block([(str(number).encode(), handle) for number in range(again)])
    footer = _varint(0) + _varint(0) + _varint(len(data)) + _varint(len(index) - 5)
    return data + index + footer.ljust(40, b"\0") + MAGIC


def _block(rows):
    body = b"".join(_varint(0) + _varint(len(key)) + _varint(len(value)) + key + value for key, value in rows)
    body += struct.pack("<II", 0, 1) + b"\0"
    return body + struct.pack("<I", masked_crc32c(body))


def _varint(value):
    parts = bytearray()
    while value >= 0x80:
        parts.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes(parts) + bytes([value])


def _zip(folder, random):
    """Archives: bombs, archives in archives, thousands of models, tensors that are none."""
    stream, kind = io.BytesIO(), random.integers(6)
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED if kind else zipfile.ZIP_STORED) as archive:
        if kind == 0:
            for number in range(4):
                archive.writestr(f"a/data/{number}", bytes(int(10 ** random.uniform(0, 7.2))))
        elif kind == 1:
            archive.writestr("model.json", b"[" * int(10 ** random.uniform(5, 8.3)))
        elif kind == 2:
            for number in range(int(10 ** random.uniform(0, 4.5))):
                archive.writestr(f"run {number}/08000.index", b"")
        elif kind == 3:
            archive.writestr("inner.pt", _nested_zip(int(random.integers(1, 30))))
        elif kind == 4:
            archive.writestr("c.index", table([(b"", b"\x08\x01")], again=900))
            archive.writestr("c.data-00000-of-00001", bytes(int(10 ** random.uniform(5, 8.3))))
        else:
            archive.writestr("../../\n\x1b[31mmodel.npy", published.npy(np.zeros((int(random.integers(1, 900)), 16))))
    return _write(folder, stream.getvalue(), "archive.zip")


def _nested_zip(depth):
    content = b""
    for _ in range(depth):
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as archive:
            archive.writestr("inner.pt", content)
        content = stream.getvalue()
    return content


def _script(folder, random):
    """Assignments without end, of other things than JSON, and openings that are never closed."""
    count = int(10 ** random.uniform(0, 5.8))
    good = published.base64_json(published.mnist_arrays()).decode()
    texts = (
        "window.A = [1];" * min(count, 500_000),
        f"window.WEIGHTS_B64 = {good};\nwindow.ADV_WEIGHTS_B64 = {good};\n",
        "window.A = URL.createObjectURL(new Blob([`" + "{" * count,
        "window.A = URL.createObjectURL(new Blob([`{}`]" + " " * count + "));",
        "/*" * count + f"window.A = {good}",
        "// x\n" * min(count, 1_000_000) + f"window.A = {good}",
        "window.A = alert(1);",
        "A=" * count,
        "a" * min(10 * count, 7_000_000) + " = 1",
        f"window.A = {good}; fetch('x')",
    )
    return _write(folder, texts[random.integers(len(texts))].encode(), "data.js")


def _npy(folder, random):
    shape = ((16, 16), (16,), (0, 16), (256,), (16, 16, 1), ())[random.integers(6)]
    dtype = (np.float32, np.float64, np.int64, np.complex64, np.uint8, "S7")[random.integers(6)]
    with np.errstate(invalid="ignore"):
        content = published.npy(np.full(shape, (1, 1e30, np.inf)[random.integers(3)]).astype(dtype))
    if random.random() < 0.4:
        content = content.replace(b"16", (b"99", b"-1", b"1_6", b"'x'")[random.integers(4)], 1)
    return _write(folder, content, "matrix.npy")
