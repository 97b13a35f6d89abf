"""Warm-up requests of TF Serving: it replays them while it loads a version, before anyone waits for an answer.

They are PredictionLog records of tensorflow_serving.apis. Their bytes are written here, so that exporting needs no more
than TensorFlow: a field is its number and kind, then its length, then its content.
"""

from collections.abc import Iterable
from pathlib import Path

import numpy as np
import tensorflow as tf

PATH = Path("assets.extra") / "tf_serving_warmup_requests"
MOST_RECORDS = 1000

# Numbers of the fields in prediction_log.proto, predict.proto and model.proto.
PREDICT_LOG, REQUEST = 6, 1
MODEL_SPEC, INPUTS = 1, 2
MODEL_NAME, SIGNATURE_NAME = 1, 3
MAP_KEY, MAP_VALUE = 1, 2


def predict_request(model: str, signature: str, inputs: dict[str, np.ndarray]) -> bytes:
    """Returns a serialized PredictRequest."""
    spec = _field(MODEL_NAME, model.encode()) + _field(SIGNATURE_NAME, signature.encode())
    entries = [
        _field(MAP_KEY, name.encode()) + _field(MAP_VALUE, tf.make_tensor_proto(value).SerializeToString())
        for name, value in sorted(inputs.items())
    ]
    return _field(MODEL_SPEC, spec) + b"".join(_field(INPUTS, entry) for entry in entries)


def write(folder: Path, requests: Iterable[bytes]) -> Path:
    """Writes the warm-up file of a version.

    Args:
      folder: the version's folder.
      requests: serialized PredictRequests, at most 1000.
    """
    path = folder / PATH
    path.parent.mkdir(parents=True, exist_ok=True)
    with tf.io.TFRecordWriter(str(path)) as writer:
        for request in list(requests)[:MOST_RECORDS]:
            writer.write(_field(PREDICT_LOG, _field(REQUEST, request)))
    return path


def _field(number: int, content: bytes) -> bytes:
    length_delimited = 2
    return _varint(number << 3 | length_delimited) + _varint(len(content)) + content


def _varint(value: int) -> bytes:
    encoded = bytearray()
    while value >= 0x80:
        encoded.append(value & 0x7F | 0x80)
        value >>= 7
    encoded.append(value)
    return bytes(encoded)
