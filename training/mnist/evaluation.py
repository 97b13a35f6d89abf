"""All that is measured of a trained model, as plain data, pictures, and the metrics of record.json."""

import hashlib
import json
from collections.abc import Iterator
from operator import itemgetter
from pathlib import Path
from typing import Any

import numpy as np

from nca_tf.data.datasets import SOURCES, LabelledImages, check_grey, load_images
from nca_tf.families.mnist.automaton import GREY, SelfClassifyingCA
from nca_tf.files.errors import InputError
from nca_tf.files.model_files import ReadModel
from nca_tf.files.result_files import Row
from nca_tf.files.whole_files import write_whole
from training.metric import Metric, recorded, rows
from training.mnist import figures
from training.mnist.examination import STEPS, Answers, Examiner, agreement_by_islands, islands
from training.progress import Report, say_nothing

OPTIONS = {"dataset": "what to measure on a classifier that names no data set (an imported one)"}
"""What a meta.json may lack and an option of training.evaluate can say."""
REPORT = "evaluation.json"


def make_report(
    model: SelfClassifyingCA, data: LabelledImages, random_seed: int = 0, report: Report = say_nothing
) -> dict[str, Any]:
    """The published protocol on `data`, in JSON's types.

    Returns:
      images, steps; curves: accuracy, agreement, agreement_strict, each [2 * steps]; accuracy_of_images and votes after
      `steps`, see `examination.Answers`; confusion [classes, classes] of cells after `steps` (rows the truth, columns
      what cells say); recall [classes]; by_islands, see `examination.agreement_by_islands`.
    """
    before, after = Examiner(model).examine(data, STEPS, random_seed, report=report)
    confusion = before.confusion()
    alive = np.asarray(model.image_state(data.images))[..., GREY] > model.alive_threshold
    return {
        "images": len(data),
        "steps": STEPS,
        "curves": {
            "accuracy": _curve(before.accuracy(), after.accuracy()),
            "agreement": _curve(before.agreement(), after.agreement()),
            "agreement_strict": _curve(before.agreement(True), after.agreement(True)),
        },
        "confusion": confusion.tolist(),
        "accuracy_of_images": round(float(before.accuracy_of_images()[-1]), 5),
        "votes": round(before.votes(), 5),
        "recall": np.round(confusion.diagonal() / np.maximum(confusion.sum(axis=1), 1), 5).tolist(),
        "by_islands": agreement_by_islands(before, islands(alive)),
    }


def table(steps: int) -> tuple[Metric, ...]:
    """What is measured when cells talk for so many steps before their image is changed, and as many after.

    The papers' figures are those of the whole test sets.
    """

    def curve(which: str, at: int):
        return lambda report: report["curves"][which][at]

    def best(which: str):
        return lambda report: max(report["curves"][which][:steps])

    def step_of_best(which: str):
        return lambda report: int(np.argmax(report["curves"][which][:steps])) + 1

    fashion_agreement = "0.66 to 0.67 (read from a figure)"
    return (
        Metric(
            f"accuracy_{steps}",
            f"cells that are right, step {steps}",
            curve("accuracy", steps - 1),
            {"mnist": 0.953, "fashion_mnist": 0.8081, "kmnist": 0.6218},
        ),
        Metric(
            f"agreement_{steps}",
            f"images whose cells agree, step {steps}",
            curve("agreement", steps - 1),
            {"mnist": 0.881, "fashion_mnist": fashion_agreement, "kmnist": 0.2843},
        ),
        Metric(
            f"agreement_strict_{steps}",
            f"the same, undecided cells counted, step {steps}",
            curve("agreement_strict", steps - 1),
        ),
        Metric("best_accuracy", "cells that are right, best step", best("accuracy"), {"mnist": 0.954}),
        Metric("best_accuracy_step", "that step", step_of_best("accuracy")),
        Metric("best_agreement", "images whose cells agree, best step", best("agreement"), {"mnist": 0.882}),
        Metric("best_agreement_step", "that step (agreement)", step_of_best("agreement")),
        Metric(
            f"accuracy_{2 * steps}",
            f"cells that are right, {steps} steps after a change of image",
            curve("accuracy", -1),
            {"kmnist": 0.6197},
        ),
        Metric(
            f"agreement_{2 * steps}",
            f"images whose cells agree, {steps} steps after a change",
            curve("agreement", -1),
            {"kmnist": 0.2826},
        ),
        Metric(
            f"accuracy_of_images_{steps}",
            f"cells that are right, averaged image by image, step {steps}",
            itemgetter("accuracy_of_images"),
        ),
        Metric(f"votes_{steps}", f"images whose label most cells say, step {steps}", itemgetter("votes")),
        Metric("test_images", "", itemgetter("images")),
    )


METRICS = table(STEPS)
"""What trained models were measured by."""


def held_out_metrics(model: SelfClassifyingCA, data: LabelledImages, report: Report = say_nothing) -> dict[str, float]:
    """Accuracy and agreement after 200 steps on images that were held out of training: what models are chosen by."""
    answers: Answers = Examiner(model).examine(data, STEPS, change=False, report=report)[0]
    accuracy, agreement = _curve(answers.accuracy())[-1], _curve(answers.agreement())[-1]
    return {"held_out_accuracy": accuracy, "held_out_agreement": agreement, "held_out_images": len(data)}


def write_report(
    model: SelfClassifyingCA, data: LabelledImages, dataset: str, folder: Path, report: Report = say_nothing
) -> dict[str, float]:
    """Measure, write evaluation.json and the pictures into `folder`, return the metrics."""
    folder.mkdir(parents=True, exist_ok=True)
    content = {"weights": _digest(model), "dataset": dataset, **make_report(model, data, report=report)}
    write_whole(folder / REPORT, (json.dumps(content) + "\n").encode())
    report("drawing: curves.png, confusion.png")
    figures.write_curves({"": content}, dataset, folder)
    report("drawing: digits.png")
    figures.write_digits(model, data, dataset, folder)
    report("drawing: talk.webp")
    figures.write_talk(model, data, folder)
    return recorded(table(content["steps"]), content)


def evaluate(
    model: SelfClassifyingCA,
    meta: dict[str, Any],
    folder: Path,
    published: ReadModel | None = None,
    report: Report = say_nothing,
) -> list[Row]:
    """All that is measured of a model on its test set, as rows for RESULTS.md.

    A finished run was measured when it ended and is not measured again: a test set is used once.

    Args:
      meta: the model's meta.json; "dataset" names the data, which are looked for in the usual place (TFDS_DATA_DIR).
      folder: its folder.
      published: the original authors' model, measured the same way beside it; without it the papers' own figures stand.
    """
    dataset = meta.get("dataset")
    if dataset is None:
        raise InputError(f"the model in {folder} names no data set; one was expected; say which with --dataset.")
    check_grey(dataset)
    ours = _report_of_run(model, dataset, folder) or make_report(model, load_images(dataset, "test"), report=report)
    theirs = None
    if published is not None:
        data = load_images(dataset, "test")
        theirs = make_report(published.model, data, report=lambda text: report(f"{text} (published)"))
    shown = (*table(ours["steps"]), *_by_class(ours, dataset))
    return rows(shown, ours, dataset, theirs)


def _report_of_run(model: SelfClassifyingCA, dataset: str, folder: Path) -> dict[str, Any] | None:
    """What was measured of these very weights when their run ended; a run that went on since has other ones."""
    written = folder / "figures" / REPORT
    report = json.loads(written.read_text()) if written.exists() else {}
    same = report.get("weights") == _digest(model) and report.get("dataset", dataset) == dataset
    return report if same else None


def _digest(model: SelfClassifyingCA) -> str:
    weights = b"".join(np.asarray(weight).tobytes() for weight in model.get_weights())
    return hashlib.sha256(weights).hexdigest()


def _by_class(report: dict[str, Any], dataset: str) -> Iterator[Metric]:
    """A row for each number of islands that a report found, and for each class."""
    for count, group in report["by_islands"].items():
        what = f"images that agree, of {group['images']} with {count} connected part{'s' * (count != '1')}"
        yield Metric("", what, lambda found, count=count: found["by_islands"][count]["agreement"])
    for number, name in enumerate(SOURCES[dataset].labels):
        yield Metric("", f"cells that are right, class {name}", lambda found, number=number: found["recall"][number])


def _curve(*parts: np.ndarray) -> list[float]:
    return np.round(np.concatenate(parts), 5).tolist()
