"""The models that the page's engines are held against: every bundled one, the originals where they are at hand, and
random ones, so that there is always something to compare.

Each is written as the folder that the site serves: meta.json and weights.bin.
"""

import base64
import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np

REPOSITORY = Path(__file__).resolve().parents[2]
PRETRAINED = REPOSITORY / "nca_tf" / "pretrained"
ORIGINALS = REPOSITORY.parent / "shared" / "originals"
PALETTE = [[20 * label, 255 - 20 * label, 128] for label in range(10)]
FAMILY_META = {
    "growing": {"step_size": 1.0, "angle": 0.0},
    "mnist": {
        "noise": 0.02,
        "classes": 10,
        "undecided_below": 0.01,
        "palette": PALETTE,
    },
}


@dataclass(frozen=True)
class ModelCase:
    """A model by name, with where it comes from; read only when a test needs it."""

    family: str
    name: str
    source: Path | None

    def weights(self) -> dict[str, np.ndarray]:
        if self.source is None:
            return RANDOM[self.name]()
        if self.source.is_dir():
            with np.load(self.source / "weights.npz", allow_pickle=False) as arrays:
                return {key: arrays[key] for key in arrays.files}
        return frozen_graph_weights(self.source)

    def meta(self) -> dict:
        if self.source is not None and self.source.is_dir():
            return json.loads((self.source / "meta.json").read_text())
        weights = self.weights()
        shared = {"format": 1, "family": self.family, "name": self.name, "edges": "zero"}
        sizes = {"channels": channels_of(weights), "hidden": weights["dense1/bias"].size}
        if self.family == "mnist":
            sizes["features"] = weights["perceive/bias"].size
            sizes["kernel_size"] = len(weights["perceive/kernel"])
        return {**shared, **sizes, "fire_rate": 0.5, "alive_threshold": 0.1, **FAMILY_META[self.family]}


def channels_of(weights: dict[str, np.ndarray]) -> int:
    if "perceive/kernel" in weights:
        return weights["perceive/kernel"].shape[2]
    return weights["dense2/bias"].size


def random_growing(channels: int = 16, hidden: int = 128) -> dict[str, np.ndarray]:
    """Random weights under which about a hundred cells die, and as many are born, in every step.

    The first hidden units pull every channel towards zero, so that values stay near 1; the seed is one of those that
    neither die out nor fill the grid.
    """
    rng = np.random.default_rng(21)
    shapes = {"dense1/kernel": (3 * channels, hidden), "dense1/bias": (hidden,)}
    shapes |= {"dense2/kernel": (hidden, channels), "dense2/bias": (channels,)}
    weights = {name: rng.normal(0, 0.16, shape).astype(np.float32) for name, shape in shapes.items()}
    kernel1, kernel2 = weights["dense1/kernel"], weights["dense2/kernel"]
    kernel1[:, : 2 * channels] = kernel2[: 2 * channels] = weights["dense1/bias"][: 2 * channels] = 0
    for channel in range(channels):
        kernel1[3 * channel, 2 * channel : 2 * channel + 2] = 1, -1
        kernel2[2 * channel : 2 * channel + 2, channel] = -0.8, 0.8
    return weights


def random_digits(channels: int = 20, features: int = 80, hidden: int = 80, side: int = 3) -> dict[str, np.ndarray]:
    rng = np.random.default_rng(6)
    shapes = {"perceive/kernel": (side, side, channels, features), "perceive/bias": (features,)}
    shapes |= {"dense1/kernel": (features, hidden), "dense1/bias": (hidden,)}
    shapes |= {"dense2/kernel": (hidden, channels - 1), "dense2/bias": (channels - 1,)}
    return {name: rng.normal(0, 0.05, shape).astype(np.float32) for name, shape in shapes.items()}


RANDOM = {
    "random-growing": random_growing,
    "odd-growing": lambda: random_growing(channels=9, hidden=46),
    "random-mnist": random_digits,
    "odd-mnist": lambda: random_digits(channels=17, features=30, hidden=22),
    "wide-mnist": lambda: random_digits(side=5),
}
"""Weights by the name of the model; the odd ones fill no vector, texel or block of the engines to its end."""
ARRAY_NAMES = {
    4: ["dense1/kernel", "dense1/bias", "dense2/kernel", "dense2/bias"],
    6: ["perceive/kernel", "perceive/bias", "dense1/kernel", "dense1/bias", "dense2/kernel", "dense2/bias"],
}


def frozen_graph_weights(path: Path) -> dict[str, np.ndarray]:
    """Weights of a published graph file, read independently of the page's reader."""
    arrays = []
    for node in json.loads(path.read_text())["modelTopology"]["node"]:
        tensor = node["attr"]["value"]["tensor"] if node["op"] == "Const" else {}
        shape = [int(dim.get("size", 0)) for dim in tensor.get("tensorShape", {}).get("dim", [])]
        if tensor.get("dtype") == "DT_FLOAT" and "tensorContent" in tensor and len(shape) in (1, 4):
            values = np.frombuffer(base64.b64decode(tensor["tensorContent"]), "<f4").reshape(shape)
            arrays.append(values[0, 0] if values.ndim == 4 and shape[:2] == [1, 1] else values)
    return dict(zip(ARRAY_NAMES[len(arrays)], arrays, strict=True))


def model_cases(family: str) -> list[ModelCase]:
    """Every model of a family that can be found, the random ones first."""
    cases = [ModelCase(family, name, None) for name in RANDOM if name.endswith(family)]
    cases += [
        ModelCase(family, meta.parent.name, meta.parent) for meta in sorted(PRETRAINED.glob(f"{family}/*/meta.json"))
    ]
    published = {
        "growing": ["growing/lizard_ex3_run0_graphmodel.json", "growing/planarian_ex3_8000_graphmodel.json"],
        "mnist": [
            "mnist/mnist_l2noise_mutating_graphmodel.json",
            "kmnist/kmnist_l2noise_mutating_100k_graphmodel.json",
        ],
    }
    paths = [ORIGINALS / path for path in published[family]]
    return cases + [ModelCase(family, path.stem.split("_graph")[0], path) for path in paths if path.is_file()]


def site_path(case: ModelCase) -> str:
    return f"{case.family}/{case.name}"


def write_site_folder(case: ModelCase, folder: Path, **more_meta) -> Path:
    """Write meta.json and weights.bin as `python -m export.site` does, into `folder/<family>/<name>`."""
    folder = folder / site_path(case)
    folder.mkdir(parents=True, exist_ok=True)
    arrays, blob = [], b""
    for name, values in case.weights().items():
        arrays.append({"name": name, "shape": list(values.shape), "offset": len(blob)})
        blob += values.astype("<f4").tobytes()
    digest = {"bytes": len(blob), "sha256": hashlib.sha256(blob).hexdigest()}
    meta = {**case.meta(), "weights": {"file": "weights.bin", "arrays": arrays}, "files": {"weights.bin": digest}}
    meta.update(more_meta)
    (folder / "weights.bin").write_bytes(blob)
    (folder / "meta.json").write_text(json.dumps(meta))
    return folder
