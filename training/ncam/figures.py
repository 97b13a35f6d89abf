"""Pictures of a manifold: targets beside what grows, growth step by step, blends of two codes, and whose are near."""

from pathlib import Path

import numpy as np

from nca_tf.families.ncam.automaton import ManifoldCA
from nca_tf.pictures.animation import tile, write_png, zoom
from training.ncam import engineering
from training.ncam.evaluation import codes_of, differences, grown
from training.ncam.pictures import PictureSet, shown
from training.progress import Report, say_nothing

COLUMNS = 16
SHOWN = 96
STRIPS = 6
BLENDS = np.linspace(0.0, 1.0, 9)


def write_all(model: ManifoldCA, pictures: PictureSet, folder: Path, report: Report = say_nothing) -> None:
    """Write grown, growth, blends, neighbours and, of letters, engineering, .png each, of pictures of the set."""
    folder.mkdir(parents=True, exist_ok=True)
    rng = np.random.default_rng(0)
    some = np.sort(rng.permutation(len(pictures))[:SHOWN])
    targets = pictures.pictures[some]
    codes = model.hedge(codes_of(model, targets)).numpy()
    report("drawing: grown.png")
    results = grown(model, codes, report)
    write_png(folder / "grown.png", beside(targets, results))
    report("drawing: growth.png")
    order = np.argsort(differences(results, targets).own)
    # From the best to the worst.
    chosen = order[np.linspace(0, len(order) - 1, min(STRIPS, len(order))).round().astype(int)]
    write_png(folder / "growth.png", growth(model, codes[chosen]))
    write_png(folder / "neighbours.png", neighbours(targets, codes, chosen))
    report("drawing: blends.png")
    engineered = engineering.figure(model, pictures, report)
    if engineered is not None:
        write_png(folder / "engineering.png", engineered)
    pairs = rng.permutation(len(codes))[: 2 * (min(STRIPS, len(codes) // 2))].reshape(2, -1)
    write_png(folder / "blends.png", blends(model, codes[pairs[0]], codes[pairs[1]]))


def beside(targets: np.ndarray, results: np.ndarray) -> np.ndarray:
    """Rows of targets, each above what grew: uint8 [rows, columns, 3]."""
    rows = []
    for at in range(0, len(targets), COLUMNS):
        rows += [*shown(targets[at : at + COLUMNS])]
        missing = (-len(rows)) % COLUMNS
        blank = [np.full_like(rows[0], 255)] * missing
        rows += [*blank, *shown(results[at : at + COLUMNS]), *blank]
    return tile(np.stack(rows), COLUMNS, gap=2)


def growth(model: ManifoldCA, codes: np.ndarray, columns: int = 9) -> np.ndarray:
    """A row for each code: its picture from the seed on, from left to right."""
    start = model.seed_state(len(codes), model.size, model.size)
    states = model.rollout(start, model.steps, 1, return_states=True, codes=codes)[..., : model.colours].numpy()
    # Half of what happens, happens in the first steps.
    marks = np.unique(np.round(model.steps * np.linspace(0, 1, columns) ** 2).astype(int))
    cells = shown(states[marks]).swapaxes(0, 1)
    return zoom(tile(cells.reshape(-1, *cells.shape[2:]), len(marks), gap=2), 2)


def neighbours(targets: np.ndarray, codes: np.ndarray, chosen: np.ndarray, columns: int = 8) -> np.ndarray:
    """A row for each chosen picture: itself, then those whose codes are nearest to its own (Euclidean distance)."""
    flat = codes.reshape(len(codes), -1)
    rows = [np.argsort(np.linalg.norm(flat - flat[one], axis=1), kind="stable")[:columns] for one in chosen]
    return tile(shown(targets[np.concatenate(rows)]), len(rows[0]), gap=2)


def blends(model: ManifoldCA, ones: np.ndarray, others: np.ndarray) -> np.ndarray:
    """A row for each pair of codes: what grows from mixtures, all of the first on the left, all of the second right."""
    shape = (1, -1) + (1,) * (ones.ndim - 1)
    shares = np.float32(BLENDS).reshape(shape)
    mixed = ones[:, None] * (1.0 - shares) + others[:, None] * shares
    results = grown(model, mixed.reshape(-1, *ones.shape[1:]))
    return tile(shown(results), len(BLENDS), gap=2)
