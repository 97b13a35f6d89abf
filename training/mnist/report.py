"""All that is measured of a trained model, as plain data, pictures, and the metrics of record.json."""

import json
from pathlib import Path
from typing import Any

import numpy as np

from nca_tf.datasets import LabelledImages
from nca_tf.mnist import GREY, SelfClassifyingCA
from training.mnist import figures
from training.mnist.evaluation import STEPS, Answers, Examiner, agreement_by_islands, islands


def make_report(model: SelfClassifyingCA, data: LabelledImages, random_seed: int = 0) -> dict[str, Any]:
    """The published protocol on `data`, in JSON's types.

    Returns:
      images, steps; curves: accuracy, agreement, agreement_strict, each [2 * steps]; confusion [classes, classes] of
      cells after `steps` (rows the truth, columns what cells say); recall [classes]; by_islands, see
      `evaluation.agreement_by_islands`.
    """
    before, after = Examiner(model).examine(data, STEPS, random_seed)
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
        "recall": np.round(confusion.diagonal() / np.maximum(confusion.sum(axis=1), 1), 5).tolist(),
        "by_islands": agreement_by_islands(before, islands(alive)),
    }


def metrics_of(report: dict[str, Any]) -> dict[str, float]:
    """The numbers that record.json holds."""
    accuracy, agreement, strict = (report["curves"][name] for name in ("accuracy", "agreement", "agreement_strict"))
    steps = report["steps"]
    return {
        f"accuracy_{steps}": accuracy[steps - 1],
        f"agreement_{steps}": agreement[steps - 1],
        f"agreement_strict_{steps}": strict[steps - 1],
        f"accuracy_{2 * steps}": accuracy[-1],
        f"agreement_{2 * steps}": agreement[-1],
        "best_accuracy": max(accuracy[:steps]),
        "best_accuracy_step": int(np.argmax(accuracy[:steps])) + 1,
        "best_agreement": max(agreement[:steps]),
        "best_agreement_step": int(np.argmax(agreement[:steps])) + 1,
        "test_images": report["images"],
    }


def held_out_metrics(model: SelfClassifyingCA, data: LabelledImages) -> dict[str, float]:
    """Accuracy and agreement after 200 steps on images that were held out of training: what models are chosen by."""
    answers: Answers = Examiner(model).examine(data, STEPS, change=False)[0]
    accuracy, agreement = _curve(answers.accuracy())[-1], _curve(answers.agreement())[-1]
    return {"held_out_accuracy": accuracy, "held_out_agreement": agreement, "held_out_images": len(data)}


def write_report(model: SelfClassifyingCA, data: LabelledImages, dataset: str, folder: Path) -> dict[str, float]:
    """Measure, write evaluation.json and the pictures into `folder`, return the metrics."""
    folder.mkdir(parents=True, exist_ok=True)
    report = make_report(model, data)
    (folder / "evaluation.json").write_text(json.dumps(report) + "\n")
    figures.write_curves(report, dataset, folder)
    figures.write_digits(model, data, dataset, folder)
    figures.write_talk(model, data, folder)
    return metrics_of(report)


def _curve(*parts: np.ndarray) -> list[float]:
    return np.round(np.concatenate(parts), 5).tolist()
