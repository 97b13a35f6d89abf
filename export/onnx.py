"""Writes a model for ONNX: python -m export.onnx MODEL --out DIR.

`<out>/step.onnx` is the step, with its fire mask as an input, `<out>/rule.onnx` the bare rule, both in float32 and with
free sizes. In ONNX no two values share a name: an output that is called like an input gets `_out` after its name.
"""

import contextlib
import io
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import tensorflow as tf

from export import model_argument, publishing, rollouts
from export.command_line import Parser, readable_size, run, size_of
from export.comparison import one_call_each
from export.description import write_meta
from export.extras import library
from export.quiet import quiet
from nca_tf.cells.signatures import Signature

OPSET = 18
SUFFIX = ".onnx"
TOLERANCE = 1e-5
"""How far one call may be from Python's, as a share of its largest value, or of 1: a file further off is not kept."""


def write(source: model_argument.ModelArgument, folder: Path) -> float:
    """Writes one automaton as ONNX files, one a signature.

    Args:
      source: the model.
      folder: where to; an earlier export there is replaced.
    Returns:
      The largest difference to Python in one call of any signature.
    Raises:
      RuntimeError: when a file answers too differently.
    """
    signatures, largest = source.signatures("onnx"), 0.0

    def fill(staged: Path) -> None:
        nonlocal largest

        def answer(signature: Signature, request: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
            found = load(staged / f"{signature.name}{SUFFIX}")(**request)
            return {name: found[output_name(signature, name)] for name in signature.outputs}

        for signature in signatures:
            path = staged / f"{signature.name}{SUFFIX}"
            path.write_bytes(convert(signature))
        largest = one_call_each(signatures, answer, TOLERANCE)
        write_meta(staged, source, "onnx", signatures, opset=OPSET)

    publishing.publish_folder(folder, fill)
    return largest


def output_name(signature: Signature, name: str) -> str:
    """What a signature's output is called in its ONNX file."""
    return f"{name}_out" if name in signature.inputs else name


def convert(signature: Signature) -> bytes:
    """Returns an ONNX file of one signature."""
    names = sorted(signature.inputs)
    specs = [signature.inputs[name].spec(name) for name in names]

    def call(*tensors):
        outputs = signature.function(**dict(zip(names, tensors, strict=True)))
        return {output_name(signature, name): tf.identity(value) for name, value in outputs.items()}

    function = tf.function(call, input_signature=specs, autograph=False)
    with quiet(), contextlib.redirect_stdout(io.StringIO()):
        model, _ = library("tf2onnx", "onnx").convert.from_function(function, input_signature=specs, opset=OPSET)
    return model.SerializeToString()


def load(path: Path) -> Callable[..., dict[str, np.ndarray]]:
    """Returns a function from inputs by name to outputs by name, NumPy arrays, that runs an ONNX file."""
    session = library("onnxruntime", "onnx").InferenceSession(str(path), providers=["CPUExecutionProvider"])
    outputs = [output.name for output in session.get_outputs()]
    return lambda **inputs: dict(zip(outputs, session.run(outputs, inputs), strict=True))


def rollout(folder: Path) -> rollouts.Rollout:
    """Runs the step of an exported folder."""
    call = load(folder / f"{rollouts.STEP}{SUFFIX}")
    return rollouts.repeat(lambda **inputs: call(**inputs)["state_out"])


def main(argv: Sequence[str] | None = None) -> None:
    """Writes one model for ONNX."""
    parser = Parser(prog="python -m export.onnx", description="Writes a model as ONNX files.")
    model_argument.add_to(parser)
    parser.add_argument("--out", metavar="DIR", type=Path, required=True, help="folder to write")
    parser.add_argument("--name", help="another name than the model's own")
    options = parser.parse_args(argv)
    source = model_argument.load(options.model, options.name)
    difference = write(source, options.out)
    names = ", ".join(signature.name for signature in source.signatures("onnx"))
    size = readable_size(size_of(options.out))
    print(f"{options.out}: {size}, one call differs by at most {difference:.1e}; signatures {names}")


if __name__ == "__main__":
    run(main)
