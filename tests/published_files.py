"""Small files in every published format, made here, so that the readers are tested without the originals."""

import base64
import io
import json
import zipfile

import numpy as np
import tensorflow as tf

from nca_tf.families.growing import webgl8


def same(left, right):
    """Whether two sets of arrays by name are equal, bit for bit."""
    return left.keys() == right.keys() and all((left[name] == right[name]).all() for name in left)


def write(folder, content, name="file.bin"):
    """Writes a file; returns its path."""
    (folder / name).write_bytes(content)
    return folder / name


def growing_arrays(channels=8, hidden=12, seed=0):
    """Random arrays of a growing rule by name."""
    shapes = {
        "dense1/kernel": (3 * channels, hidden),
        "dense1/bias": (hidden,),
        "dense2/kernel": (hidden, channels),
        "dense2/bias": (channels,),
    }
    return _random(shapes, seed)


def mnist_arrays(channels=14, features=10, hidden=9, seed=0):
    """Random arrays of a self-classifying rule by name."""
    shapes = {
        "perceive/kernel": (3, 3, channels, features),
        "perceive/bias": (features,),
        "dense1/kernel": (features, hidden),
        "dense1/bias": (hidden,),
        "dense2/kernel": (hidden, channels - 1),
        "dense2/bias": (channels - 1,),
    }
    return _random(shapes, seed)


def _random(shapes, seed):
    random = np.random.default_rng(seed)
    return {name: random.normal(0, 0.2, shape).astype(np.float32) for name, shape in shapes.items()}


def graph_json(arrays):
    """A frozen graph whose constants hold the arrays, among others that are no weights."""
    nodes = [
        {"name": "x", "op": "Placeholder", "attr": {"dtype": {"type": "DT_FLOAT"}}},
        _constant("Greater/y", np.float32(0.1), content=False),
        _constant("sobel", np.ones((3, 3), np.float32)),
        {"name": "axes", "op": "Const", "attr": {"value": {"tensor": {"dtype": "DT_INT32", "tensorShape": {}}}}},
    ]
    for name, array in arrays.items():
        shape = array.shape if array.ndim != 2 else (1, 1, *array.shape)
        nodes.append(_constant(f"{name}/resource", array.reshape(shape)))
    nodes.append({"name": "NoOp", "op": "NoOp"})
    versions = {"producer": "1.14", "minConsumer": "1.14"}
    topology = {"node": nodes, "versions": versions}
    return json.dumps({"format": "graph-model", "modelTopology": topology, "weightsManifest": []}).encode()


def _constant(name, array, content=True):
    tensor = {"dtype": "DT_FLOAT", "tensorShape": {"dim": [{"size": str(size)} for size in array.shape]}}
    if content:
        tensor["tensorContent"] = base64.b64encode(array.tobytes()).decode()
    else:
        tensor["floatVal"] = [float(array)]
    return {"name": name, "op": "Const", "attr": {"value": {"tensor": tensor}, "dtype": {"type": "DT_FLOAT"}}}


def base64_json(arrays):
    """A list of base64 texts, one an array."""
    return json.dumps([base64.b64encode(array.tobytes()).decode() for array in arrays.values()]).encode()


def pytorch_zip(arrays, compression=zipfile.ZIP_STORED):
    """An archive as PyTorch writes it; the pickle in it would raise if it were ever opened."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", compression) as archive:
        archive.writestr("archive/data.pkl", b"cos\nabort\n(tR.")
        for number, array in enumerate(arrays.values()):
            archive.writestr(f"archive/data/{number}", (array.T if array.ndim == 2 else array).tobytes())
        archive.writestr("archive/version", b"3\n")
    return file.getvalue()


def npy(matrix):
    """One array as a .npy file."""
    file = io.BytesIO()
    np.save(file, matrix)
    return file.getvalue()


def checkpoint(folder, arrays):
    """Writes a TensorFlow checkpoint with the names of the originals; returns its prefix."""
    root = tf.train.Checkpoint()
    for part, first in (("perceive", True), ("dmodel", False)):
        layers = [name.split("/")[0] for name in arrays if name.endswith("kernel") and ("perceive" in name) == first]
        if not layers:
            continue
        module = tf.train.Checkpoint()
        for number, layer in enumerate(layers):
            variables = {kind: tf.Variable(arrays[f"{layer}/{kind}"]) for kind in ("kernel", "bias")}
            setattr(module, f"layer_with_weights-{number}", tf.train.Checkpoint(**variables))
        setattr(root, part, module)
    root.unrelated = tf.Variable(3, dtype=tf.int64)
    return root.write(str(folder / "00100"))


def one_of_each(folder):
    """Writes a file of every format; returns their paths."""
    growing, mnist = growing_arrays(), mnist_arrays()
    matrix = np.random.default_rng(0).normal(0, 1, (16, 16)).astype(np.float32)
    contents = {
        "webgl8.json": webgl8.encode(growing).encode(),
        "growing_graph.json": graph_json(growing),
        "mnist_graph.json": graph_json(mnist),
        "mnist_base64.json": base64_json(mnist),
        "rule.pt": pytorch_zip(growing),
        "matrix.npy": npy(matrix),
        "matrices.json": json.dumps([matrix.tolist()] * 6).encode(),
    }
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    index = checkpoint(folder, mnist) + ".index"
    return [*(folder / name for name in contents), folder / index]
