"""Model files that are broken in every way a file can be, to be dropped on the page.

`broken_drops()` gives what is dropped each time: a list of (file name, content).
"""

import base64
import copy
import hashlib
import io
import json
import struct
import zlib
from collections.abc import Iterator

import numpy as np
from model_cases import random_digits

from nca_tf.families.growing import webgl8

Drop = list[tuple[str, bytes]]
WRONG_VALUES = [None, -1, 0, 2.5, 1e308, 10**30, "x", "", [], [[]], {}, True]
NEST = b"[" * 100_000 + b"]" * 100_000


def small_growing(channels: int = 16, hidden: int = 8) -> dict[str, np.ndarray]:
    rng = np.random.default_rng(4)
    shapes = {"dense1/kernel": (3 * channels, hidden), "dense1/bias": (hidden,)}
    shapes |= {"dense2/kernel": (hidden, channels), "dense2/bias": (channels,)}
    return {name: rng.normal(0, 0.1, shape).astype(np.float32) for name, shape in shapes.items()}


def growing_meta(weights: dict[str, np.ndarray]) -> dict:
    channels, hidden = weights["dense2/bias"].size, weights["dense1/bias"].size
    meta = {"format": 1, "family": "growing", "name": "dropped", "edges": "zero", "channels": channels}
    return {**meta, "hidden": hidden, "fire_rate": 0.5, "alive_threshold": 0.1, "step_size": 1.0, "angle": 0.0}


def describe(content: bytes) -> dict:
    return {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}


def bin_folder() -> tuple[dict, bytes]:
    """meta.json and weights.bin, as the site has them."""
    arrays, blob = [], b""
    for name, values in small_growing().items():
        arrays.append({"name": name, "shape": list(values.shape), "offset": len(blob)})
        blob += values.tobytes()
    meta = growing_meta(small_growing())
    return {
        **meta,
        "weights": {"file": "weights.bin", "arrays": arrays},
        "files": {"weights.bin": describe(blob)},
    }, blob


def npz_folder(compressed: bool = False, channels: int = 16) -> tuple[dict, bytes]:
    """meta.json and weights.npz, as nca_tf.files.model_files.save writes them."""
    weights = small_growing(channels)
    stream = io.BytesIO()
    (np.savez_compressed if compressed else np.savez)(stream, **weights)
    return {**growing_meta(weights), "files": {"weights.npz": describe(stream.getvalue())}}, stream.getvalue()


def digits_folder() -> tuple[dict, bytes]:
    """The same of a classifier of digits."""
    stream = io.BytesIO()
    np.savez(stream, **random_digits(channels=12, features=8, hidden=8))
    meta = {"format": 1, "family": "mnist", "name": "dropped", "channels": 12, "classes": 10}
    meta |= {
        "features": 8,
        "hidden": 8,
        "kernel_size": 3,
        "fire_rate": 0.5,
        "noise": 0.02,
        "alive_threshold": 0.1,
        "mask": True,
    }
    return {**meta, "files": {"weights.npz": describe(stream.getvalue())}}, stream.getvalue()


def webgl8_document() -> list[dict]:
    """The published 8-bit format."""
    return json.loads(webgl8.encode(small_growing()))


def graph_document(weights: dict[str, np.ndarray]) -> dict:
    """A frozen graph as the articles published them, reduced to its constants."""
    nodes = [
        {"name": "x", "op": "Placeholder", "attr": {"dtype": {"type": "DT_FLOAT"}}},
        {"name": "none", "op": "NoOp"},
    ]
    for name, values in weights.items():
        shape = values.shape if values.ndim != 2 else (1, 1, *values.shape)
        dims = [{"size": str(length)} for length in shape]
        content = base64.b64encode(values.astype("<f4").tobytes()).decode()
        tensor = {"dtype": "DT_FLOAT", "tensorShape": {"dim": dims}, "tensorContent": content}
        nodes.append({"name": name, "op": "Const", "attr": {"value": {"tensor": tensor}}})
    return {"format": "graph-model", "modelTopology": {"node": nodes}, "weightsManifest": []}


def text(document) -> bytes:
    return json.dumps(document).encode()


def good_drops() -> dict[str, Drop]:
    """One intact model of each kind."""
    meta, blob = bin_folder()
    packed, npz = npz_folder()
    deflated_meta, deflated = npz_folder(compressed=True)
    digits_meta, digits = digits_folder()
    return {
        "folder of the site": [("meta.json", text(meta)), ("weights.bin", blob), ("thumbnail.png", b"\x89PNG")],
        "folder of a run": [("meta.json", text(packed)), ("weights.npz", npz), ("record.json", b"{}")],
        "compressed folder": [("meta.json", text(deflated_meta)), ("weights.npz", deflated)],
        "folder of digits": [("meta.json", text(digits_meta)), ("weights.npz", digits)],
        "8-bit JSON": [("webgl8_ex3.json", text(webgl8_document()))],
        "growing graph": [("graph.json", text(graph_document(small_growing())))],
        "digit graph": [("digits.JSON", text(graph_document(random_digits())))],
    }


def _places(value, path=()) -> Iterator[tuple]:
    """Paths to everything in a JSON document, containers included."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        yield (*path, key)
        yield from _places(item, (*path, key))


def _replaced(document, path, value):
    changed = copy.deepcopy(document)
    place = changed
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    return changed


def _without(document, path):
    changed = copy.deepcopy(document)
    place = changed
    for key in path[:-1]:
        place = place[key]
    del place[path[-1]]
    return changed


def _damaged_bytes(content: bytes) -> Iterator[bytes]:
    for keep in (0, 1, len(content) // 3, len(content) - 1):
        yield content[:keep]
    yield b"\xff\xfe" + content
    yield content[: len(content) // 2] + b"\x00" * 8 + content[len(content) // 2 :]


def _broken_metas(meta: dict) -> Iterator[bytes]:
    needed = ("format", "family", "channels", "hidden", "fire_rate", "alive_threshold", "edges", "step_size", "files")
    for key in needed:
        yield text(_without(meta, (key,)))
        for wrong in WRONG_VALUES[2 if key == "step_size" else 0 :]:
            if not (key in ("fire_rate", "alive_threshold", "step_size") and wrong in (0, 2.5)) and wrong is not True:
                yield text(_replaced(meta, (key,), wrong))
    yield text({**meta, "family": "__proto__"})
    yield text({**meta, "family": "constructor"})
    yield text(meta).replace(b'"channels": 16', b'"channels": ' + NEST)
    yield text(meta).replace(b"0.5", b"NaN")
    yield NEST
    yield from _damaged_bytes(text(meta))


def _resealed(meta: dict, name: str, content: bytes) -> Drop:
    """A folder whose digest fits: the damage must be found in the content itself."""
    return [("meta.json", text({**meta, "files": {name: describe(content)}})), (name, content)]


def _broken_folders() -> Iterator[Drop]:
    meta, blob = bin_folder()
    for broken in _broken_metas(meta):
        yield [("meta.json", broken), ("weights.bin", blob)]
    for path in _places(meta["weights"]["arrays"], ("weights", "arrays")):
        yield [("meta.json", text(_without(meta, path))), ("weights.bin", blob)]
        yield [("meta.json", text(_replaced(meta, path, 10**9))), ("weights.bin", blob)]
    for content in _damaged_bytes(blob):
        yield [("meta.json", text(meta)), ("weights.bin", content)]
    for value in (float("nan"), float("inf"), -float("inf")):
        yield _resealed(meta, "weights.bin", blob[:40] + struct.pack("<f", value) + blob[44:])
    yield _resealed(meta, "weights.bin", blob[:-4])
    yield [("meta.json", text(meta))]
    yield [("weights.bin", blob)]
    yield [("meta.json", text(meta)), ("weights.bin", blob[:-1] + bytes([blob[-1] ^ 1]))]


WRONG_DIGITS = {
    "kernel_size": (-3, 0, 2, 4, 5, 17),
    "channels": (10, 13, 10**9),
    "classes": (-1, 1, 12),
    "features": (0, 7, 10**9),
    "hidden": (0, 9, 10**9),
    "noise": (-0.02, 11),
}


def _broken_archives() -> Iterator[Drop]:
    digits_meta, digits = digits_folder()
    for key, values in WRONG_DIGITS.items():
        for wrong in (*values, *(value for value in WRONG_VALUES if not isinstance(value, int | float))):
            yield [("meta.json", text({**digits_meta, key: wrong})), ("weights.npz", digits)]
    meta, npz = npz_folder()
    packed_meta, packed = npz_folder(compressed=True)
    for content in _damaged_bytes(npz):
        yield _resealed(meta, "weights.npz", content)
    directory = packed.rindex(b"PK\x05\x06")
    entry = packed.index(b"PK\x01\x02")
    for at in (directory + 8, directory + 10, directory + 16, entry + 10, entry + 20, entry + 24, entry + 42):
        yield _resealed(packed_meta, "weights.npz", packed[:at] + b"\xff\xff\xff\x7f" + packed[at + 4 :])
    yield _resealed(packed_meta, "weights.npz", packed[:40] + bytes(64) + packed[104:])
    for old, new in ((b"'<f4'", b"'|O4'"), (b"False", b"True "), (b"NUMPY", b"NUMPX"), (b"(48, 8)", b"(84, 8)")):
        yield _resealed(meta, "weights.npz", npz.replace(old, new))
    bomb = zlib.compress(bytes(200_000_000), 9)[2:-4]
    name = b"dense1/kernel.npy"
    local = struct.pack("<4s5H3I2H", b"PK\x03\x04", 20, 0, 8, 0, 0, 0, len(bomb), 1000, len(name), 0) + name + bomb
    central = struct.pack("<4s6H3I5H2I", b"PK\x01\x02", 20, 20, 0, 8, 0, 0, 0, len(bomb), 1000, len(name), *[0] * 6)
    end = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, 1, 1, len(central + name), len(local), 0)
    yield _resealed(meta, "weights.npz", local + central + name + end)


def _broken_documents() -> Iterator[Drop]:
    layers = webgl8_document()
    for path in _places(layers):
        if path[-1] == "type":
            continue
        yield [("model.json", text(_without(layers, path)))]
        for wrong in (None, -4, "x", [], 10**9, *([] if "scale" in str(path[-1]) else [4.5])):
            yield [("model.json", text(_replaced(layers, path, wrong)))]
    yield [("model.json", text(layers + layers))]
    yield [("model.json", text(layers[::-1]))]
    graph = graph_document(small_growing())
    constant = ("modelTopology", "node", 2)
    tensor = (*constant, "attr", "value", "tensor")
    for path in ((*tensor, "dtype"), (*tensor, "tensorShape"), (*tensor, "tensorContent"), (*constant, "op"), constant):
        yield [("model.json", text(_without(graph, path)))]
        yield [("model.json", text(_replaced(graph, path, 7)))]
    for size in ("-1", "1e9", "999999999999", {}, [[]]):
        yield [("model.json", text(_replaced(graph, (*tensor, "tensorShape", "dim", 3, "size"), size)))]
    yield [("model.json", text(_replaced(graph, (*tensor, "tensorContent"), "AAAA")))]
    yield [("model.json", text(_replaced(graph, ("modelTopology", "node"), [])))]
    for document in (b"", b"{}", b"[]", b"null", b"3", b'"text"', b"[{}]", b'[{"data_b64": 1}]', NEST, b"\xff" * 100):
        yield [("model.json", document)]
    yield [("picture.png", b"\x89PNG\r\n"), ("notes.txt", b"hello")]
    yield [("meta.json", b"{}"), ("meta.json", b"{}")]


def broken_drops() -> list[Drop]:
    return [*_broken_folders(), *_broken_archives(), *_broken_documents()]
