"""The 8-bit JSON in which the growing automata were published for their web demo: its bytes, and what it can hold.

export/FORMATS.md describes the bytes; webgl8_pipeline.py runs them.
"""

import base64
import binascii
import json
from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

from nca_tf.cells.formats import OwnFormat
from nca_tf.families.growing import quantization
from nca_tf.families.growing.quantization import Layer, quantise
from nca_tf.families.growing.webgl8_pipeline import EightBitAutomaton
from nca_tf.files.errors import InputError

if TYPE_CHECKING:
    from nca_tf.families.growing.automaton import GrowingCA

LAYER_KEYS = ("data_b64", "in_ch", "out_ch", "weight_scale", "bias_scale", "type")
FILTERS = 3
MOST_INPUTS = 128
MOST_OUTPUTS = 128
_SIZES = {"in_ch": MOST_INPUTS, "out_ch": MOST_OUTPUTS}
FIXED = {"fire_rate": 0.5, "alive_threshold": 0.1, "angle": 0.0}
"""Settings of a model that the format has no place for: what its demo computes with."""


def to_filter_major(kernel: np.ndarray) -> np.ndarray:
    """Reorders the rows of the first kernel, from 3 * channel + filter to filter * channels + channel."""
    return kernel.reshape(-1, FILTERS, kernel.shape[1]).swapaxes(0, 1).reshape(kernel.shape)


def to_channel_major(kernel: np.ndarray) -> np.ndarray:
    """Undoes `to_filter_major`."""
    return kernel.reshape(FILTERS, -1, kernel.shape[1]).swapaxes(0, 1).reshape(kernel.shape)


def fits(arrays: dict[str, np.ndarray]) -> bool:
    """Whether arrays form the two dense layers of a growing rule, of sizes that the format can hold."""
    names = {"dense1/kernel", "dense1/bias", "dense2/kernel", "dense2/bias"}
    if set(arrays) != names or arrays["dense1/kernel"].ndim != 2 or arrays["dense2/kernel"].ndim != 2:
        return False
    (inputs, hidden), (hidden_again, channels) = arrays["dense1/kernel"].shape, arrays["dense2/kernel"].shape
    small = max(inputs, hidden) <= MOST_INPUTS and hidden % 4 == 0 and channels % 4 == 0
    return small and hidden == hidden_again and inputs == FILTERS * channels


def webgl8_format(model: "GrowingCA") -> OwnFormat:
    """The format for one `GrowingCA`; its step size becomes part of the second layer."""
    arrays = {name: weight.numpy() for name, weight in model.named_weights().items()}
    for name in ("dense2/kernel", "dense2/bias"):
        arrays[name] = arrays[name] * np.float32(model.step_size)
    settings = {name: getattr(model, name) for name in FIXED}
    other = [f"{name} {value} instead of {FIXED[name]}" for name, value in settings.items() if value != FIXED[name]]
    refusal = "" if fits(arrays) else _unfit(arrays)
    if other and not refusal:
        refusal = (
            f"has {other[0]}, which the 8-bit WebGL format cannot say; a model of the published settings was expected; "
            "export it to another format"
        )
    return OwnFormat(
        suffix=".webgl8.json",
        refusal=refusal,
        weights=arrays,
        encode=lambda arrays: encode(arrays).encode("ascii"),
        decode=lambda content: decode(parse(json.loads(content))),
        player=_player,
    )


def _player(content: bytes) -> Callable[..., np.ndarray]:
    automaton = EightBitAutomaton(parse(json.loads(content)))

    def step(state: np.ndarray, fire: np.ndarray) -> np.ndarray:
        images = zip(quantization.encode(state), fire > 0.5, strict=True)
        return automaton.floats(np.stack([automaton.step(image, mask) for image, mask in images]))

    return step


def _unfit(arrays: dict[str, np.ndarray]) -> str:
    shapes = ", ".join(f"{name} {list(array.shape)}" for name, array in sorted(arrays.items()))
    return (
        f"has the arrays {shapes}; the 8-bit WebGL format holds two dense layers of a growing rule, hidden and "
        f"channels multiples of 4, at most {MOST_INPUTS} inputs each; export it to another format"
    )


def encode(arrays: dict[str, np.ndarray]) -> str:
    """Returns the file's text for the four arrays of a growing rule.

    Args:
      arrays: float32 `dense1/kernel` [3 * channels, hidden] with rows 3 * channel + filter, `dense1/bias` [hidden],
        `dense2/kernel` [hidden, channels], `dense2/bias` [channels].
    Raises:
      InputError: when the format cannot hold these sizes.
    """
    if not fits(arrays):
        raise InputError(f"the model {_unfit(arrays)}")
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
