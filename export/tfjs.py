"""Writes a model for TensorFlow.js: python -m export.tfjs MODEL --out DIR --quantize none|float16|uint16|uint8.

`<out>/<signature>/model.json` is a graph model: the step with its fire mask as an input, since TF.js has no stateless
random numbers, and the rule alone on gathered neighbourhoods, for pages that compute living cells only. Only trainable
weights are quantised; the converter's own wildcard would also round the filters and the alive threshold. Kernels in
uint8 are rounded as `export/rounding.py` says.
"""

import contextlib
import json
import tempfile
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

import numpy as np

from export import model_argument, publishing, rounding
from export.command_line import Parser, readable_size, run, size_of
from export.description import write_meta
from export.extras import library
from export.model_argument import arrays_of
from export.quiet import quiet
from export.signatures import save
from nca_tf.cells.automaton import CellularAutomaton
from nca_tf.files import model_files

KINDS = ("none", "float16", "uint16", "uint8")
GRAPH = "model.json"
SHARD_BYTES = 4 << 20


def write(
    source: model_argument.ModelArgument, folder: Path, quantize: str = "none", only: Collection[str] = ()
) -> float:
    """Writes the graph models of one automaton.

    Args:
      source: the model.
      folder: where to; an earlier export there is replaced.
      quantize: how trainable weights are stored; TF.js turns them back into float32 when it loads them.
      only: names of the signatures to write; all that the family offers TF.js unless some are named.
    Returns:
      The largest change of any weight.
    Raises:
      RuntimeError: when a graph holds a random operation, or not exactly the weights that its signature names.
    """
    signatures = [one for one in source.signatures("tfjs") if not only or one.name in only]
    weights = arrays_of(source.model)
    to_store = rounding.rounded_weights(source) if quantize == "uint8" else weights
    largest, names_in = [0.0], {}

    def fill(staged: Path) -> None:
        with tempfile.TemporaryDirectory() as temporary:
            with _stand_ins(source.model) as stand_ins, quiet():
                save(source.model, signatures, temporary, checked=False)
            for signature in signatures:
                convert(temporary, signature.name, staged / signature.name)
                refuse_random_operations(staged / signature.name)
                names = fill_in(staged / signature.name, signature.held(stand_ins), to_store, quantize)
                stored = _stored(staged / signature.name, names, weights)
                differences = (np.abs(values - weights[name]).max() for name, values in stored.items())
                largest[0] = max(largest[0], *map(float, differences))
                names_in[signature.name] = names
        write_meta(staged, source, "tfjs", signatures, quantize=quantize, weights=names_in)

    publishing.publish_folder(folder, fill)
    return largest[0]


def convert(saved_model: str, signature: str, folder: Path) -> None:
    """Turns one signature of a SavedModel into a graph model of float32 weights."""
    with quiet():
        converter = library("tensorflowjs.converters.tf_saved_model_conversion_v2", "export")
        converter.convert_tf_saved_model(saved_model, str(folder), signature_def=signature)


def refuse_random_operations(folder: Path) -> None:
    """Raises RuntimeError when the graph draws random numbers: everything random has to be an input."""
    topology = json.loads((folder / GRAPH).read_text())["modelTopology"]
    nodes = [*topology["node"], *(node for function in _functions(topology) for node in function.get("nodeDef", []))]
    random = sorted({node["op"] for node in nodes if "random" in node["op"].lower()})
    if random:
        raise RuntimeError(f"the graph holds random operations ({', '.join(random)}), which TF.js cannot repeat")


def _functions(topology: dict) -> list[dict]:
    return topology.get("library", {}).get("function", [])


def fill_in(
    folder: Path, stand_ins: dict[str, np.ndarray], to_store: dict[str, np.ndarray], kind: str
) -> dict[str, str]:
    """Puts a model's weights into a graph model, stored as `kind`.

    Args:
      folder: a graph model of float32 weights.
      stand_ins: by name, the values that it was converted with.
      to_store: by name, the values that it is to hold instead; there may be others, of which it has none.
      kind: one of KINDS.
    Returns:
      The name in the graph of each trainable weight.
    """
    document = json.loads((folder / GRAPH).read_text())
    groups = read_weights(folder)
    names = _names_in_graph(groups, stand_ins)
    values = {constant: to_store[name] for name, constant in names.items()}
    for entry in (entry for group in groups for entry in group if entry["name"] in values):
        entry["data"] = values[entry["name"]].reshape(entry["data"].shape)
    writer = library("tensorflowjs.write_weights", "export")
    for path in (path for group in document["weightsManifest"] for path in group["paths"]):
        (folder / path).unlink()
    chosen = None if kind == "none" else {kind: sorted(names.values())}
    document["weightsManifest"] = writer.write_weights(
        groups, str(folder), SHARD_BYTES, write_manifest=False, quantization_dtype_map=chosen
    )
    (folder / GRAPH).write_text(json.dumps(document))
    return names


def read_weights(folder: Path) -> list[list[dict]]:
    """Returns the groups of {"name", "data"} of a graph model, as TF.js would hold them: turned back into float32."""
    manifest = json.loads((folder / GRAPH).read_text())["weightsManifest"]
    reader = library("tensorflowjs.read_weights", "export")
    with quiet():
        return reader.read_weights(manifest, str(folder))


@contextlib.contextmanager
def _stand_ins(model) -> Iterator[dict[str, np.ndarray]]:
    """Lends a model random weights, by which a graph's constants are told apart; gives them by name.

    Its own may be alike, or zero: then TensorFlow leaves them out of the graph.
    """
    own, random = arrays_of(model), np.random.default_rng(0)
    lent = {name: random.standard_normal(values.shape, np.float32) for name, values in own.items()}
    try:
        model_files.assign_weights(model, lent, "stand-ins")
        yield lent
    finally:
        model_files.assign_weights(model, own, "the model's own")


def stored_weights(folder: Path, model: CellularAutomaton) -> dict[str, np.ndarray]:
    """Returns those of a model's weights, by name, that one of its exported graphs holds, turned back into float32."""
    names = json.loads((folder.parent / model_files.META).read_text())["weights"][folder.name]
    return _stored(folder, names, arrays_of(model))


def _names_in_graph(groups: list[list[dict]], stand_ins: dict[str, np.ndarray]) -> dict[str, str]:
    """Finds each weight among a graph's constants by its value at conversion: the names are the converter's."""
    entries = [entry for group in groups for entry in group]
    names = {}
    for name, values in stand_ins.items():
        found = [
            entry["name"]
            for entry in entries
            if entry["data"].dtype == np.float32
            and entry["data"].size == values.size
            and (entry["data"].ravel() == values.ravel()).all()
        ]
        if len(found) != 1:
            raise RuntimeError(f"the converted graph holds the weight {name} {len(found)} times; once was expected")
        names[name] = found[0]
    return names


def _stored(folder: Path, names: dict[str, str], like: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    stored = {entry["name"]: entry["data"] for group in read_weights(folder) for entry in group}
    return {name: stored[constant].reshape(like[name].shape) for name, constant in names.items()}


def main(argv: Sequence[str] | None = None) -> None:
    """Writes one model for TF.js."""
    parser = Parser(prog="python -m export.tfjs", description="Writes a model for TensorFlow.js.")
    model_argument.add_to(parser)
    parser.add_argument("--out", metavar="DIR", type=Path, required=True, help="folder to write")
    parser.add_argument("--name", help="another name than the model's own")
    parser.add_argument("--quantize", choices=KINDS, default="none", help="how trainable weights are stored")
    options = parser.parse_args(argv)
    source = model_argument.load(options.model, options.name)
    change = write(source, options.out, options.quantize)
    names = ", ".join(signature.name for signature in source.signatures("tfjs"))
    size = readable_size(size_of(options.out))
    print(f"{options.out}: {size}, no weight changed by more than {change:.1e}; signatures {names}")


if __name__ == "__main__":
    run(main)
