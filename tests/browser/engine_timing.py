"""How long a step takes in each engine of the page, in the browser that the tests use."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from engine_calls import call, model_path, text, write_graphs
from model_cases import PRETRAINED, ModelCase, model_cases

from export.site import write_site
from nca_tf.pictures.targets import load_target, place

GRID = 96
DIGIT = 28
LARGE, PATTERNS = 512, 20
"""Side of a large grid, and how many patterns grow on it."""
SETS = {
    "perturbation/lizard": "lizard under a matrix",
    "adversarial/mnist-to-8": "digit with adversaries",
    "adversarial/tailless": "lizard with adversaries",
    "takeover/lizard-persistent": "lizard on a torus, one rule",
    "takeover/red": "lizard on a torus, two rules",
    "ncam/chars-continuous": "picture of a manifold",
}
"""Shipped models that are made of others, and what is timed of them."""
MANIFOLDS = "ncam"
FASTEST_FIRST = ("lizard-regenerating", "lizard", "mnist")
"""Words in the names of the models to be timed, by preference."""


@dataclass(frozen=True)
class Timing:
    """One engine's figures: milliseconds for a step, median and best of the rounds."""

    engine: str
    kernel: str
    model: str
    size: int
    living: int
    ms: float
    best_ms: float


def preferred(family: str) -> ModelCase:
    """The bundled lizard or digit classifier, else an original one, else a random one."""
    cases = model_cases(family)
    named = [case for word in FASTEST_FIRST for case in cases if case.name.startswith(word)]
    return (named or cases)[0]


def ring(size: int = DIGIT) -> np.ndarray:
    """A drawn 0 of about as many cells as a digit has, float32 [size, size]."""
    y, x = np.mgrid[:size, :size]
    return np.clip(2 - np.abs(np.hypot(y - size / 2, x - size / 2) - 7), 0, 1).astype(np.float32)


def time_engines(page, files: Path, temporary: Path, *, graph: bool, rounds: int, length: int) -> list[Timing]:
    """Time every engine on a grown pattern of 96x96 cells and on one digit of 28x28, in turns; living cells also on a
    large grid with many patterns.

    Args:
      page: a blank page of the site.
      files: the folder that the page can read.
      temporary: where models may be written for conversion.
      graph: also the TensorFlow.js engine, for which graphs are converted first.
      rounds: how often all engines take their turn.
      length: factor on the steps of a turn. Short turns fit between those of other processes, long ones are steadier.
    """
    growing, digits = preferred("growing"), preferred("mnist")
    graphs = write_graphs([growing, digits], files, temporary) if graph else {}
    lizard = {"path": _path(growing, files, graphs), "size": GRID}
    digit = {"path": _path(digits, files, graphs), "size": DIGIT, "image": text(ring())}
    runs = [
        {**lizard, "id": "live", "steps": 40 * length},
        {**lizard, "id": "live", "steps": 8 * length, "kernel": "plain"},
        {**lizard, "id": "live", "steps": 2 * length, "size": LARGE, "patterns": PATTERNS},
        *([{**lizard, "id": "tfjs", "steps": 4 * length}] if graph else []),
        {**digit, "id": "live", "steps": 80 * length},
        {**digit, "id": "live", "steps": 20 * length, "kernel": "plain"},
        *([{**digit, "id": "tfjs", "steps": 10 * length}] if graph else []),
    ]
    results = call(page, files, "timeAll", {"runs": runs, "rounds": rounds, "growth": 300})
    names = [digits.name if "image" in run else growing.name for run in runs]
    sizes = [run["size"] for run in runs]
    return [Timing(model=n, size=s, **result) for n, s, result in zip(names, sizes, results, strict=True)]


def time_families(page, files: Path, *, rounds: int, length: int) -> dict[str, Timing]:
    """As `time_engines`, living cells of the shipped models that are made of others, by what is timed.

    Perturbations with the first one in full, adversaries with a tenth of the grid, takeovers with one rule.
    """
    models = [ModelCase(*name.split("/"), PRETRAINED / name) for name in SETS if (PRETRAINED / name).is_dir()]
    write_site([case.source for case in models if case.family != MANIFOLDS], files / "families", graphs=False)
    runs = []
    for case in models:
        digits = case.meta().get("host", {}).get("family") == "mnist"
        manifold = case.family == MANIFOLDS
        size = DIGIT if digits else case.meta()["size"] if manifold else GRID
        # A manifold has its map beside it, drawn from the pictures of its set: the page's own folder is read.
        folder = f"{page.url.rpartition('/')[0]}/models" if manifold else "families"
        runs.append(
            {
                "id": "live",
                "path": f"{folder}/{case.family}/{case.name}",
                "size": size,
                "steps": 20 * length,
                **({"image": text(ring())} if digits else {}),
                "controls": _controls(case, size),
            }
        )
    results = call(page, files, "timeAll", {"runs": runs, "rounds": rounds, "growth": 300})
    return {
        SETS[f"{case.family}/{case.name}"]: Timing(model=case.name, size=run["size"], **result)
        for case, run, result in zip(models, runs, results, strict=True)
    }


def _controls(case: ModelCase, size: int) -> dict[str, str]:
    if case.family == "perturbation":
        return {"strengths": text(np.eye(1, len(case.meta()["perturbations"]), dtype=np.float32)[0])}
    if case.family == "adversarial":
        mask = np.random.default_rng(1).random((size, size)) < 0.1
        target = case.meta().get("target")
        if target:  # in a pattern they were trained within what it is to become, and spread without end elsewhere
            mask &= place(load_target(target), size, size)[..., 3] >= 0.1
        return {"adversaries": text(np.float32(mask))}
    return {}


def _path(case: ModelCase, files: Path, graphs: dict) -> str:
    return model_path(case, files, **({"tfjs": graphs[case]} if graphs else {}))
