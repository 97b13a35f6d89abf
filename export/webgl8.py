"""The 8-bit JSON in which the growing automata were published for their web demo: encode, decode, run.

python -m export.webgl8 MODEL --out DIR writes <DIR>/<model's name>.webgl8.json. The bytes are described in
export/FORMATS.md; export/webgl8_automaton.py runs them.
"""

import base64
import binascii
import dataclasses
import json
from collections.abc import Sequence
from pathlib import Path

import keras
import numpy as np

from export import model_argument, publishing
from export.command_line import Parser, readable_size, run, size_of
from nca_tf.files import model_files
from nca_tf.files.errors import InputError

LEVELS = 255
LAYER_KEYS = ("data_b64", "in_ch", "out_ch", "weight_scale", "bias_scale", "type")
FILTERS = 3
MOST_INPUTS = 128
MOST_OUTPUTS = 128
_SIZES = {"in_ch": MOST_INPUTS, "out_ch": MOST_OUTPUTS}
FIXED = {"fire_rate": 0.5, "alive_threshold": 0.1, "angle": 0.0}
"""Settings of a model that the format has no place for: what its demo computes with."""


@dataclasses.dataclass(frozen=True)
class Layer:
    """One dense layer: `kernel` and `bias` as bytes, uint8 [inputs, outputs] and [outputs], and their scales."""

    kernel: np.ndarray
    bias: np.ndarray
    kernel_scale: float
    bias_scale: float

    def floats(self) -> tuple[np.ndarray, np.ndarray]:
        """Returns kernel and bias as float32."""
        return dequantise(self.kernel, self.kernel_scale), dequantise(self.bias, self.bias_scale)


def quantise(values: np.ndarray) -> tuple[np.ndarray, float]:
    """Returns one byte for each of `values` (any shape, finite), and the scale: twice the largest absolute value."""
    scale = 2.0 * float(np.max(np.abs(values)))
    if scale == 0.0:
        return np.full(values.shape, 128, np.uint8), 0.0
    return np.round((values.astype(np.float32) / np.float32(scale) + np.float32(0.5)) * LEVELS).astype(np.uint8), scale


def dequantise(byte: np.ndarray, scale: float) -> np.ndarray:
    """Returns the float32 values that bytes stand for."""
    return ((byte.astype(np.float32) / LEVELS - np.float32(0.5)) * np.float32(scale)).astype(np.float32)


def to_filter_major(kernel: np.ndarray) -> np.ndarray:
    """Reorders the rows of the first kernel, from 3 * channel + filter to filter * channels + channel."""
    return kernel.reshape(-1, FILTERS, kernel.shape[1]).swapaxes(0, 1).reshape(kernel.shape)


def to_channel_major(kernel: np.ndarray) -> np.ndarray:
    """Undoes `to_filter_major`."""
    return kernel.reshape(FILTERS, -1, kernel.shape[1]).swapaxes(0, 1).reshape(kernel.shape)


def holds(model: keras.Model) -> bool:
    """Whether the format can hold a model: a growing automaton of sizes that fit and of the fixed settings."""
    return fits(model_argument.arrays_of(model)) and not _other_settings(model)


def _other_settings(model: keras.Model) -> list[str]:
    """Settings in which a growing automaton differs from what the format's demo computes with."""
    return [
        f"{name} {getattr(model, name)} instead of {value}"
        for name, value in FIXED.items()
        if getattr(model, name) != value
    ]


def fits(arrays: dict[str, np.ndarray]) -> bool:
    """Whether arrays form the two dense layers of a growing rule, of sizes that the format can hold."""
    names = {"dense1/kernel", "dense1/bias", "dense2/kernel", "dense2/bias"}
    if set(arrays) != names or arrays["dense1/kernel"].ndim != 2 or arrays["dense2/kernel"].ndim != 2:
        return False
    (inputs, hidden), (hidden_again, channels) = arrays["dense1/kernel"].shape, arrays["dense2/kernel"].shape
    small = max(inputs, hidden) <= MOST_INPUTS and hidden % 4 == 0 and channels % 4 == 0
    return small and hidden == hidden_again and inputs == FILTERS * channels


def arrays_for(source: model_argument.ModelArgument) -> tuple[dict[str, np.ndarray], str]:
    """Returns the arrays to encode for a model, and the name of the model that they are from.

    Where weights fine-tuned for 8 bits lie beside the model's own, these are taken. The step size becomes part of the
    second layer.

    Raises:
      InputError: when the format can't hold the model.
    """
    fine_tuned = model_files.eight_bit_folder(source.folder)
    model = source.model if fine_tuned is None else model_files.load(fine_tuned)
    arrays = model_argument.arrays_of(model)
    check_fits(arrays)
    other = _other_settings(model)
    if other:
        raise InputError(
            f"{source.name} has {other[0]}, which the 8-bit WebGL format cannot say; a model of the published settings "
            "was expected; export it to another format"
        )
    for name in ("dense2/kernel", "dense2/bias"):
        arrays[name] = arrays[name] * np.float32(model.step_size)
    return arrays, source.name if fine_tuned is None else fine_tuned.name


def check_fits(arrays: dict[str, np.ndarray]) -> None:
    """Raises InputError when the format cannot hold arrays of these names and sizes."""
    if not fits(arrays):
        shapes = ", ".join(f"{name} {list(array.shape)}" for name, array in sorted(arrays.items()))
        raise InputError(
            f"the model's arrays are {shapes}; the 8-bit WebGL format holds two dense layers of a growing rule, hidden "
            f"and channels multiples of 4, at most {MOST_INPUTS} inputs each; export it to another format"
        )


def encode(arrays: dict[str, np.ndarray]) -> str:
    """Returns the file's text for the four arrays of a growing rule.

    Args:
      arrays: float32 `dense1/kernel` [3 * channels, hidden] with rows 3 * channel + filter, `dense1/bias` [hidden],
        `dense2/kernel` [hidden, channels], `dense2/bias` [channels].
    Raises:
      InputError: when the format cannot hold these sizes.
    """
    check_fits(arrays)
    layers = []
    for name in ("dense1", "dense2"):
        kernel = arrays[f"{name}/kernel"]
        kernel, kernel_scale = quantise(to_filter_major(kernel) if name == "dense1" else kernel)
        bias, bias_scale = quantise(arrays[f"{name}/bias"])
        payload = base64.b64encode(kernel.tobytes() + bias.tobytes()).decode("ascii")
        values = (payload, kernel.shape[0], kernel.shape[1], kernel_scale, bias_scale, "uint8")
        layers.append(dict(zip(LAYER_KEYS, values, strict=True)))
    return json.dumps(layers)


def parse(document: object) -> tuple[Layer, Layer]:
    """Returns the two layers of a parsed file, bytes as stored (rows of the first layer filter-major).

    Raises:
      InputError: when anything in it is not as the format says.
    """
    if not (isinstance(document, list) and len(document) == 2 and all(isinstance(part, dict) for part in document)):
        raise InputError(
            "this is not an 8-bit WebGL model; a list of two layers is expected; pass the file of one growing model"
        )
    first, second = (_layer(part, f"layer {number}") for number, part in enumerate(document, start=1))
    hidden, channels = second.kernel.shape
    if first.kernel.shape != (FILTERS * channels, hidden):
        raise InputError(
            f"the layers are {first.kernel.shape} and {second.kernel.shape}; the first should be "
            f"({FILTERS * channels}, {hidden}) to fit the second; check that the file is whole"
        )
    return first, second


def _layer(part: dict, name: str) -> Layer:
    missing = [key for key in LAYER_KEYS[:5] if key not in part]
    if missing:
        raise InputError(f"{name} has no {missing[0]!r}; the keys {', '.join(LAYER_KEYS)} are expected; check the file")
    inputs, outputs = (_count(part[key], f"{key} of {name}", most) for key, most in _SIZES.items())
    scales = [_scale(part[key], f"{key} of {name}") for key in ("weight_scale", "bias_scale")]
    try:
        payload = base64.b64decode(part["data_b64"], validate=True)
    except (binascii.Error, TypeError, ValueError):
        raise InputError(f"data_b64 of {name} is not base64 text; it holds one byte a weight; check the file") from None
    if len(payload) != (inputs + 1) * outputs:
        raise InputError(
            f"data_b64 of {name} holds {len(payload)} bytes; ({inputs} + 1) x {outputs} are expected; "
            "check that the file is whole"
        )
    table = np.frombuffer(payload, np.uint8).reshape(inputs + 1, outputs)
    return Layer(table[:-1], table[-1], *scales)


def _count(value: object, name: str, most: int) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 4 <= value <= most or value % 4:
        raise InputError(f"{name} is {str(value)[:40]}; a multiple of 4 up to {most} is expected; check the file")
    return value


def _scale(value: object, name: str) -> float:
    good = isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1e6
    if not good:
        raise InputError(f"{name} is {str(value)[:40]}; a number from 0 to 1e6 is expected; check the file")
    return float(value)


def decode(layers: tuple[Layer, Layer]) -> dict[str, np.ndarray]:
    """Returns the float32 arrays of a growing rule, named and ordered as `encode` takes them."""
    (kernel1, bias1), (kernel2, bias2) = (layer.floats() for layer in layers)
    names = ("dense1/kernel", "dense1/bias", "dense2/kernel", "dense2/bias")
    return dict(zip(names, (to_channel_major(kernel1), bias1, kernel2, bias2), strict=True))


def main(argv: Sequence[str] | None = None) -> None:
    """Writes one model as 8-bit WebGL JSON."""
    description = "Writes a growing automaton in the 8-bit format of the published WebGL demo."
    parser = Parser(prog="python -m export.webgl8", description=description)
    model_argument.add_to(parser)
    parser.add_argument("--out", metavar="DIR", type=Path, required=True, help="folder to write <name>.webgl8.json to")
    parser.add_argument("--name", help="another name than the model's own")
    options = parser.parse_args(argv)
    source = model_argument.load(options.model, options.name)
    arrays, weights = arrays_for(source)
    text = encode(arrays)
    decoded = decode(parse(json.loads(text)))
    error = max(float(np.abs(decoded[name] - array).max()) for name, array in arrays.items())
    path = publishing.publish_file(options.out / f"{source.name}.webgl8.json", text.encode("ascii"))
    print(f"{path}: {readable_size(size_of(path))}, no weight of {weights} changed by more than {error:.4f}")


if __name__ == "__main__":
    run(main)
