"""Writes a model for TFLite (LiteRT): python -m export.tflite MODEL --out DIR --precision float32|float16|int8.

`<out>/model.tflite` holds the step, with its fire mask as an input, and the bare rule, as two signatures of one file.
With --grid SIDE it holds the step alone on one grid of that size, for runtimes that take no free axes, such as
LiteRT.js in browsers.

int8 is dynamic-range quantisation: large kernels are stored in 8 bits, rounded as `export/rounding.py` says, and
multiplied in 8 bits, while the state stays float32, since small increments would be lost in 8 bits.
"""

import importlib
import importlib.metadata
import json
import tempfile
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import tensorflow as tf

from export import model_argument, publishing, rollouts, rounding
from export.command_line import Parser, readable_size, run, size_of
from export.comparison import one_call_each
from export.description import write_meta
from export.fixed_grid import fixed_step
from export.quiet import quiet
from export.signatures import save
from nca_tf.cells.automaton import CellularAutomaton
from nca_tf.cells.signatures import Signature
from nca_tf.files.model_files import META

PRECISIONS = ("float32", "float16", "int8")
MODEL = "model.tflite"
LITERT = "ai-edge-litert"
"""The runtime's new home, which is used where it is installed: TensorFlow's own is deprecated."""
TOLERANCE = {"float32": 1e-5, "float16": 1e-2, "int8": 0.1}
"""How far one call may be from Python's, as a share of its largest value, or of 1: a file further off is not kept."""


def write(
    source: model_argument.ModelArgument, folder: Path, precision: str = "float32", grid: int | None = None
) -> float:
    """Writes one automaton as a TFLite file.

    Args:
      source: the model.
      folder: where to; an earlier export there is replaced.
      precision: one of PRECISIONS.
      grid: cells along each side of the only grid that the file takes; None where the caller of the file chooses.
    Returns:
      The largest difference to Python in one call of any signature.
    Raises:
      InputError: when the grid is out of range.
      RuntimeError: when the file answers too differently.
    """

    def offered(model: model_argument.ModelArgument) -> Sequence[Signature]:
        return model.signatures("tflite") if grid is None else fixed_step(model.signatures("tflite"), grid)

    signatures, stored = offered(source), source
    if precision == "int8":
        stored = source.with_weights(rounding.rounded_weights(source, rounding.symmetric_levels))
    largest = 0.0

    def fill(staged: Path) -> None:
        nonlocal largest
        content = convert(stored.model, offered(stored), precision)
        (staged / MODEL).write_bytes(content)
        largest = one_call_each(
            signatures, lambda signature, request: load(staged / MODEL, signature.name)(**request), TOLERANCE[precision]
        )
        write_meta(staged, source, "tflite", signatures, precision=precision)

    publishing.publish_folder(folder, fill)
    return largest


def convert(model: CellularAutomaton, signatures: Sequence[Signature], precision: str) -> bytes:
    """Returns a TFLite file of the given signatures."""
    with tempfile.TemporaryDirectory() as temporary, quiet():
        functions = save(model, signatures, temporary, checked=False)
        converter = tf.lite.TFLiteConverter.from_saved_model(temporary, signature_keys=list(functions))
        if precision != "float32":
            converter.optimizations = [tf.lite.Optimize.DEFAULT]
        if precision == "float16":
            converter.target_spec.supported_types = [tf.float16]
        return converter.convert()


def load(path: Path, signature: str) -> Callable[..., dict[str, np.ndarray]]:
    """Returns a function from inputs by name to outputs by name, NumPy arrays, that runs a TFLite file.

    Inputs of other shapes than before get a new interpreter: TFLite's 8-bit convolution writes beyond its buffers when
    a batch grows.
    """

    def interpret():
        with quiet():
            interpreter = _interpreter_class()(model_path=str(path))
            return interpreter.get_signature_runner(signature)

    runner, shapes = interpret(), None

    def run(**inputs):
        nonlocal runner, shapes
        given = {name: np.shape(value) for name, value in inputs.items()}
        if given == shapes:
            return runner(**inputs)
        if shapes is not None:
            runner = interpret()
        shapes = given
        with quiet():  # the runtime announces its delegate when it is first called
            return runner(**inputs)

    return run


def rollout(path: Path) -> rollouts.Rollout:
    """Runs the step of a TFLite file."""
    run = load(path, rollouts.STEP)
    return rollouts.repeat(lambda **inputs: run(**inputs)["state"])


def runtime() -> str:
    """What runs TFLite files here, with its version."""
    try:
        return f"{LITERT} {importlib.metadata.version(LITERT)}"
    except importlib.metadata.PackageNotFoundError:
        return f"tf.lite of TensorFlow {tf.__version__}"


def _interpreter_class():
    try:
        return importlib.import_module("ai_edge_litert.interpreter").Interpreter
    except ImportError:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return tf.lite.Interpreter


def main(argv: Sequence[str] | None = None) -> None:
    """Writes one model for TFLite."""
    parser = Parser(prog="python -m export.tflite", description="Writes a model for TFLite (LiteRT).")
    model_argument.add_to(parser)
    parser.add_argument("--out", metavar="DIR", type=Path, required=True, help="folder to write")
    parser.add_argument("--name", help="another name than the model's own")
    parser.add_argument("--precision", choices=PRECISIONS, default="float32", help="how weights are stored")
    parser.add_argument("--grid", metavar="SIDE", type=int, help="the step alone on one grid (default: any size)")
    options = parser.parse_args(argv)
    source = model_argument.load(options.model, options.name)
    difference = write(source, options.out, options.precision, options.grid)
    names = ", ".join(json.loads((options.out / META).read_text(encoding="utf-8"))["signatures"])
    size = readable_size(size_of(options.out / MODEL))
    print(f"{options.out / MODEL}: {size}, one call differs by at most {difference:.1e}; signatures {names}")


if __name__ == "__main__":
    run(main)
