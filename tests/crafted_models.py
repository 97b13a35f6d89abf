"""Model folders made to break a reader: one whole, small model, and what is wrong with it."""

import io
import json
import os
import zipfile

import numpy as np
from PIL import Image

import nca_tf
from nca_tf.pictures.model_targets import encode_target
from tests.mutations import HUGE, mutate

SIZES = (0, 1, 3, 50, 700, 5000, 20_000, 300_000, 2**31 - 1, 2**31, 2**40, 10**30, -4, 2.5, 1e400)
TEXTS = ("", ".", "..", "/", "/etc/passwd", "../../x.png", "a" * 300, "a\0b", "a\nb", "\u2028", "mnist:7", "unicorn")
KEYS = ("format", "family", "arguments", "arrays", "files", "name", "target", "size", "padding", "dataset")
SPARSE = 3 << 30


def write_models(folder):
    """Two small models, on a small grid so that one that turns out good is soon through; returns their folders."""
    picture = np.zeros((8, 8, 4), np.float32)
    picture[2:6, 2:6] = 1.0
    extra = {"target": "target.png", "size": 8, "padding": 2, "experiment": "growing"}
    nca_tf.save(nca_tf.GrowingCA(8, 12), folder / "grown", {**extra, "files": {"target.png": encode_target(picture)}})
    nca_tf.save(nca_tf.SelfClassifyingCA(14, 10, 6, 7), folder / "digits", {"dataset": "mnist"})
    return [folder / "grown", folder / "digits"]


def damage(folder, random):
    """Mutates one of a model's files; the checksum in meta.json is as often taken out, so that readers go on."""
    files = sorted(folder.iterdir())
    path = files[random.integers(len(files))]
    path.write_bytes(mutate(path.read_bytes(), random))
    if path.name != "meta.json" and random.random() < 0.7:
        _change(folder, lambda meta: meta["files"][path.name].pop("sha256"))


def craft(folder, random):
    """Makes one thing in a model's folder hostile."""
    makers = [_value, _value, _argument, _argument, _layout, _json_text, _npz, _npz, _npy_header, _matching, _picture]
    makers[random.integers(len(makers))](folder, random)


def _change(folder, change):
    meta = json.loads((folder / "meta.json").read_text())
    change(meta)
    (folder / "meta.json").write_text(json.dumps(meta))


def _any(random):
    values = (*HUGE, *SIZES, *TEXTS)
    return values[random.integers(len(values))]


def _value(folder, random):
    """Another value, of any type, under a key that is read."""
    key, value = KEYS[random.integers(len(KEYS))], _any(random)
    _change(folder, lambda meta: meta.update({key: value}))


def _argument(folder, random):
    """Absurd arguments: 20000 channels and as many hidden units, texts, models within models."""

    def change(meta):
        names = list(meta["arguments"])
        for name in random.choice(names, random.integers(1, 4), replace=False):
            meta["arguments"][name] = SIZES[random.integers(len(SIZES))] if random.random() < 0.6 else _any(random)
        if random.random() < 0.2:
            meta["arguments"] = {"host": {"family": "growing", "arguments": meta["arguments"]}}

    _change(folder, change)


def _layout(folder, random):
    """Files that are missing, folders, links to themselves, or sparse and of gigabytes."""
    path = folder / ("meta.json", "weights.npz", "target.png")[random.integers(3)]
    path.unlink(missing_ok=True)
    kind = random.integers(4)
    if kind == 0:
        path.mkdir()
    elif kind == 1:
        path.symlink_to(path.name)
    elif kind == 2:
        with open(path, "wb") as file:
            os.ftruncate(file.fileno(), SPARSE)


def _json_text(folder, random):
    """meta.json as text that JSON allows and nobody writes: deep, long, with 1e400 or huge whole numbers."""
    text = (folder / "meta.json").read_text()
    depth = int(10 ** random.uniform(1, 5.5))
    texts = (
        text.replace('"arguments": {', '"arguments": {"x": ' + "[" * depth + "]" * depth + ", "),
        text.replace('"files": {', '"files": {"x": ' + '{"a":' * depth + "1" + "}" * depth + ", "),
        text.replace("0.5", "1e400"),
        text.replace("0.5", "NaN"),
        text.replace("8", "9" * int(10 ** random.uniform(1, 4.5))),
        text[:-2] + ', "padding2": [' + "[]," * int(10 ** random.uniform(3, 6.5)) + "0]}",
        text.replace('"size": 8', '"size": 8, "size": 10000000'),
        "[" * depth,
        "\ufeff" + text,
        "",
    )
    (folder / "meta.json").write_text(texts[random.integers(len(texts))])


def _npz(folder, random):
    """weights.npz as an archive that lies: bombs, thousands of members, other methods, cut streams."""
    members = dict(np.load(folder / "weights.npz"))
    stream, kind = io.BytesIO(), random.integers(7)
    method = (zipfile.ZIP_DEFLATED, zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2)[random.integers(3) if kind == 3 else 0]
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, array in members.items():
            file = io.BytesIO()
            np.save(file, array)
            archive.writestr(f"{name}.npy", file.getvalue())
        if kind == 0:
            archive.writestr("bomb.npy", bytes(int(10 ** random.uniform(6, 8.6))))
        elif kind == 1:
            for number in range(int(10 ** random.uniform(2, 4.6))):
                archive.writestr(f"{number}.npy", b"")
        elif kind == 2:
            for number in range(50):
                archive.writestr(f"part{number}.npy", bytes(int(10 ** random.uniform(5, 7))))
    content = bytearray(stream.getvalue())
    if kind == 4:  # in the middle of the first deflated stream
        content[60:90] = random.bytes(30)
    elif kind == 5:  # encrypted, say both headers
        for place in (content.find(b"PK\x03\x04") + 6, content.find(b"PK\x01\x02") + 8):
            content[place] |= 1
    elif kind == 6:  # the unpacked size of the first member
        place = content.find(b"PK\x01\x02") + 24
        content[place : place + 4] = int(random.integers(2**32)).to_bytes(4, "little")
    (folder / "weights.npz").write_bytes(bytes(content))
    _change(folder, lambda meta: meta["files"]["weights.npz"].pop("sha256"))


def _npy_header(folder, random):
    """An array whose header states an absurd shape or dtype."""
    headers = (
        "{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999, 9999999), }\n",
        "{'descr': '<f4', 'fortran_order': False, 'shape': (0, 99999999999999999999999), }\n",
        "{'descr': '<f4', 'fortran_order': False, 'shape': (" + "1, " * 60 + "), }\n",
        "{'descr': '|O', 'fortran_order': False, 'shape': (3,), }\n",
        "{'descr': '|V2147483647', 'fortran_order': False, 'shape': (1,), }\n",
        "{'descr': [" + "('a', '<f4'), " * 500 + "], 'fortran_order': False, 'shape': (1,), }\n",
        "(" * int(10 ** random.uniform(1, 4)) + "\n",
        "{'descr': '<f4', 'fortran_order': False, 'shape': (-1,), }\n",
        "{'descr': '<c16', 'fortran_order': False, 'shape': (2,), }\n",
        "__import__('os').abort()\n",
    )
    header = headers[random.integers(len(headers))].encode()
    array = b"\x93NUMPY\x01\x00" + min(len(header), 65535).to_bytes(2, "little") + header + bytes(32)
    members = list(np.load(folder / "weights.npz"))
    with zipfile.ZipFile(folder / "weights.npz", "w") as archive:
        for name in members:
            archive.writestr(f"{name}.npy", array)
    _change(folder, lambda meta: meta["files"]["weights.npz"].pop("sha256"))


def _matching(folder, random):
    """Arguments and arrays that agree, and are large; nothing is wrong with them but what they would take."""
    channels, hidden = int(10 ** random.uniform(0.7, 4.3)), int(10 ** random.uniform(0, 3.7))
    with zipfile.ZipFile(folder / "weights.npz", "w", zipfile.ZIP_DEFLATED) as archive:
        shapes = {"dense1/kernel": (3 * channels, hidden), "dense1/bias": (hidden,)}
        shapes.update({"dense2/kernel": (hidden, channels), "dense2/bias": (channels,)})
        for name, shape in shapes.items():
            file = io.BytesIO()
            np.save(file, np.zeros(shape if np.prod(shape) < 5e7 else (1,), np.float32))
            archive.writestr(f"{name}.npy", file.getvalue())
    grid = {"size": int(10 ** random.uniform(0, 3.5)), "padding": int(10 ** random.uniform(0, 3))}

    def change(meta):
        meta["files"]["weights.npz"].pop("sha256")
        meta.update(family="growing", target="fish", arguments={"channels": channels, "hidden": hidden}, **grid)

    _change(folder, change)


def _picture(folder, random):
    """A target picture of absurd size, or with a header that says so."""
    stream = io.BytesIO()
    side = int(10 ** random.uniform(0, 3.6))
    Image.new("L", (side, 2000), 255).save(stream, "PNG")
    content = bytearray(stream.getvalue())
    if random.random() < 0.5:
        content[16:24] = random.bytes(8)
    (folder / "target.png").write_bytes(bytes(content))
    _change(folder, lambda meta: meta.update(family="growing", target="target.png"))
