"""The step graphs with which TensorFlow.js runs models on the page, one for all models that differ only in weights.

The page puts each model's own `weights.bin` into the shared graph, so the graph's own copy of them is zeroed: what lies
in `models/graphs/` says nothing about any one model, and doesn't change when one is trained anew.
"""

import hashlib
import json
import tempfile
from pathlib import Path
from typing import Any

import numpy as np

from export import model_argument, tfjs
from nca_tf.cells.signatures import Input
from nca_tf.files import model_files

GRAPHS = "graphs"
STEP = "step"
WEIGHTS = "weights.bin"
PAGE_KEYS = ("dtype", "shape", "low", "high", "drawn")
"""What the page has to know of an input."""
ITEM_BYTES = {"float32": 4, "int32": 4, "bool": 1}


class Graphs:
    """Converts each architecture once.

    Args:
      folder: the site's models folder (or the one being written).
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.known: dict[str, dict[str, Any]] = {}

    def entry(self, source: Path, meta: dict[str, Any], model_folder: Path) -> dict[str, Any] | None:
        """What a model's meta.json says of its graph, for the page's TensorFlow.js engine.

        Args:
          source: the model's own folder.
          meta: its meta.json.
          model_folder: its folder in the site.
        Returns:
          `graph`, the address of model.json seen from the model's folder; `files`, their sizes and digests; `inputs`,
          what it takes and how the page comes by it; `weights`, the model's array for each weight of the graph that is
          one. None where the family offers TF.js no step.
        """
        key = json.dumps([meta["family"], meta["arguments"]], sort_keys=True)
        if key not in self.known:
            name = f"{meta['family']}-{hashlib.sha256(key.encode()).hexdigest()[:8]}"
            self.known[key] = {"name": name, **(_write(source, self.folder / GRAPHS / name) or {})}
        known = self.known[key]
        if "files" not in known:
            return None
        up = "../" * len(model_folder.relative_to(self.folder).parts)
        graph = f"{up}{GRAPHS}/{known['name']}/{tfjs.GRAPH}"
        return {"graph": graph, **{key: known[key] for key in ("files", "inputs", "weights")}}


def _write(source: Path, folder: Path) -> dict[str, Any] | None:
    """Writes the graph of one architecture; returns its files and which of its weights are the model's."""
    argument = model_argument.load(str(source), source.name)
    step = next((signature for signature in argument.model.signatures() if signature.name == STEP), None)
    if step is None or "tfjs" not in step.formats:
        return None
    with tempfile.TemporaryDirectory() as temporary:
        converted = Path(temporary) / "graph"
        tfjs.write(argument, converted, only=(STEP,))
        names = json.loads((converted / model_files.META).read_text())["weights"][STEP]
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in canonical(converted / STEP, set(names.values())).items():
            (folder / name).write_bytes(content)
    files = {file.name: model_files.describe_file(file) for file in sorted(folder.iterdir())}
    inputs = {name: _for_the_page(declared) for name, declared in step.inputs.items()}
    weights = {graph_name: name for name, graph_name in sorted(names.items())}
    return {"files": files, "inputs": inputs, "weights": weights}


def _for_the_page(declared: Input) -> dict[str, Any]:
    described = {key: value for key, value in declared.describe().items() if key in PAGE_KEYS}
    return described if declared.default is None else {**described, "default": declared.default[0].tolist()}


def canonical(folder: Path, blank: set[str]) -> dict[str, bytes]:
    """A float32 graph model as every machine writes it: in one order, without TensorFlow's notes to itself.

    These are attributes whose names begin with "_", such as shapes that it inferred for some processors' kernels.

    Args:
      folder: has model.json and the weight files that it lists.
      blank: names of weights to write as zeros.
    Returns:
      The files by name: model.json and one of weights.
    """
    document = json.loads((folder / tfjs.GRAPH).read_text())
    specs, parts = {}, {}
    for group in document["weightsManifest"]:
        content = b"".join((folder / path).read_bytes() for path in group["paths"])
        at = 0
        for spec in group["weights"]:
            size = ITEM_BYTES[spec["dtype"]] * int(np.prod(spec["shape"], dtype=np.int64))
            specs[spec["name"]] = spec
            parts[spec["name"]] = bytes(size) if spec["name"] in blank else content[at : at + size]
            at += size
    order = sorted(specs)
    document["weightsManifest"] = [{"paths": [WEIGHTS], "weights": [specs[name] for name in order]}]
    document["modelTopology"]["node"].sort(key=lambda node: node["name"])
    for node in document["modelTopology"]["node"]:
        node["attr"] = {name: value for name, value in node.get("attr", {}).items() if not name.startswith("_")}
    text = json.dumps(document, sort_keys=True, separators=(",", ":")) + "\n"
    return {tfjs.GRAPH: text.encode(), WEIGHTS: b"".join(parts[name] for name in order)}
