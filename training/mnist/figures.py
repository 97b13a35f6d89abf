"""Pictures of self-classifying digits: training batches, what the cells of a trained model say, curves."""

import json
from pathlib import Path

import numpy as np

from nca_tf.data.datasets import SOURCES, LabelledImages
from nca_tf.families.mnist.automaton import SelfClassifyingCA
from nca_tf.families.mnist.pictures import PALETTES, PUBLISHED, colour_cells
from nca_tf.files.whole_files import write_whole
from nca_tf.pictures.animation import tile, write_png, write_webp, zoom
from training.mnist import plots
from training.mnist.batches import mutated

COLUMNS = 10
ENLARGED = 2
TALK, FRAME = 120, 4
"""Steps shown before and after a change of digit, and from frame to frame."""


def first_of_each(data: LabelledImages, classes: int, count: int = COLUMNS) -> LabelledImages:
    """The first `count` images of each class, class by class; fewer where a class has fewer."""
    return data[np.concatenate([np.flatnonzero(data.labels == label)[:count] for label in range(classes)])]


def write_digits(model: SelfClassifyingCA, data: LabelledImages, dataset: str, folder: Path, steps: int = 200) -> None:
    """digits.png, digits-colour-blind-safe.png and digits.json: what the cells of ten images a class say in the end."""
    chosen = first_of_each(data, model.classes)
    labels = model.classify(chosen.images, steps).labels
    blank = np.full((COLUMNS, *labels.shape[1:]), -2, np.int32)
    rows = []
    for label in range(model.classes):
        row = labels[chosen.labels == label]
        rows.append(np.concatenate([row, blank[len(row) :]]))
    laid_out, names = np.concatenate(rows), SOURCES[dataset].labels
    for name, palette in PALETTES.items():
        sheet = zoom(tile(colour_cells(laid_out, palette), COLUMNS), ENLARGED)
        sheet = plots.swatches(sheet, palette, _plain(names), labels.shape[1] * ENLARGED)
        write_png(folder / ("digits.png" if palette is PUBLISHED else f"digits-{name}.png"), sheet)
    content = {"steps": steps, "undecided": -1, "dead": -2, "truth": chosen.labels.tolist(), "cells": labels.tolist()}
    write_whole(folder / "digits.json", (json.dumps(content) + "\n").encode())


def write_talk(model: SelfClassifyingCA, data: LabelledImages, folder: Path, random_seed: int = 0) -> None:
    """talk.webp: one image of each class until its cells agree, then another image under the same cells."""
    rng = np.random.default_rng(random_seed)
    first = first_of_each(data, model.classes, 1)
    other = data[rng.permutation(len(data))[: len(first)]]
    start = model.image_state(first.images)
    before = model.rollout(start, TALK, random_seed, return_states=True)[::FRAME].numpy()
    changed = mutated(before[-1], other.images / np.float32(255), model.alive_threshold)
    after = model.rollout(changed, TALK, random_seed + 1, return_states=True)[::FRAME].numpy()
    states = np.concatenate([before, after])
    frames = [zoom(tile(colour_cells(model.labels(state)), 5, gap=1), 4) for state in states]
    pauses = [80] * len(frames)
    pauses[len(before) - 1] = pauses[-1] = 1200
    write_webp(folder / "talk.webp", frames, pauses)


def write_curves(reports: dict[str, dict], dataset: str, folder: Path) -> None:
    """curves.png of each report of `training.mnist.evaluation.make_report`, by what follows its curves' names, and
    confusion.png of the first.
    """
    report = next(iter(reports.values()))
    shown = {}
    for name, one in reports.items():
        shown |= {f"cells right{name}": one["curves"]["accuracy"], f"images agree{name}": one["curves"]["agreement"]}
    title = f"{dataset}: {report['images']} test images; every image is changed at the dotted line"
    write_png(folder / "curves.png", plots.curves(shown, title, [report["steps"]]))
    names = _plain(SOURCES[dataset].labels)
    title = f"{dataset} after {report['steps']} steps"
    write_png(folder / "confusion.png", plots.confusion(np.array(report["confusion"]), names, title))


def _plain(names: tuple[str, ...]) -> list[str]:
    """Names that Pillow's built-in font can write."""
    return [name if name.isascii() else str(index) for index, name in enumerate(names)]
