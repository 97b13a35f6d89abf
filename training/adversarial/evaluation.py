"""All that is measured of adversaries: among digits training/adversarial/hijacking.py, in pictures mutation.py."""

import hashlib
import json
from pathlib import Path
from typing import Any

import numpy as np

from nca_tf.data.datasets import LabelledImages, check_grey, load_images
from nca_tf.families.adversarial.automaton import InjectedCA
from nca_tf.files.errors import InputError
from nca_tf.files.model_files import ReadModel, load
from nca_tf.files.result_files import Row
from nca_tf.files.whole_files import write_whole
from nca_tf.pictures.model_targets import target_of
from training.adversarial import figures, hijacking, mutation, placement
from training.adversarial.configuration import DIGITS
from training.metric import recorded
from training.metric import rows as rows_of
from training.progress import Report, say_nothing

OPTIONS = {
    "dataset": "what to measure on where the model names no data set (an imported one)",
    "goal": "the class that its adversaries make the others say, where it names none",
    "placement": f"instead, how few adversaries turn an image when placed so: {', '.join(placement.PLACEMENTS)}",
    "on": "put its adversaries among the cells of this host instead of its own",
    "density": "of adversaries in a picture: this share of its cells, instead of that with which they were trained",
}
"""What a meta.json may lack and an option of training.evaluate can say, and ways of measuring something else."""
METRICS = (*hijacking.METRICS, *mutation.METRICS)
"""Of adversaries among digits and in pictures; a model has those of its host's kind."""
REPORT = "evaluation.json"
USUAL_SHARE = 0.1
"""Of a published adversary, whose file doesn't say it."""


def measure_digits(
    model: InjectedCA, test: LabelledImages, dataset: str, goal: int, folder: Path, report: Report = say_nothing
) -> dict[str, Any]:
    """The metrics of record.json; all that was measured goes into `folder` / evaluation.json, pictures beside it."""
    folder.mkdir(parents=True, exist_ok=True)
    found = hijacking.measured(model, test, goal, report=report)
    content = {"weights": _digest(model), "dataset": dataset, **found}
    write_whole(folder / REPORT, (json.dumps(content) + "\n").encode())
    report("drawing: takeover.webp, takeover-shares.png, takeover-cells.png, placement.png")
    figures.write_curves(found, dataset, folder)
    figures.write_digits(model, test, folder)
    figures.write_placement(model, test, goal, folder)
    return recorded(hijacking.METRICS, found)


def measure_picture(
    model: InjectedCA, picture: np.ndarray, share: float, folder: Path, report: Report = say_nothing
) -> dict[str, Any]:
    """The metrics of record.json; pictures go into `folder`."""
    figures.write_pictures(model, picture, share, folder, report)
    return recorded(mutation.METRICS, mutation.measured(model, picture, share, report))


def evaluate(
    model: InjectedCA,
    meta: dict[str, Any],
    folder: Path,
    published: ReadModel | None = None,
    report: Report = say_nothing,
) -> list[Row]:
    """Everything that the article shows of adversaries, as rows for RESULTS.md.

    A finished run on digits was measured when it ended and is not measured again: a test set is used once.

    Args:
      meta: the model's meta.json.
      folder: its folder.
      published: the original authors' adversary on their host, measured the same way beside it.
    """
    if "on" in meta:
        # Another host: what its run measured doesn't hold.
        model = InjectedCA(load(meta["on"]), model.adversary)
    if published is not None and "placement" in meta:
        raise InputError("--published is given beside --placement, which measures one model; leave one of them out.")
    if "placement" in meta:
        return _placed(model, meta, folder, report)
    measured = _of_digits if model.host.family == DIGITS else _of_pictures
    ours, table, subject = measured(model, meta, folder, report)
    theirs = None
    if published is not None:
        theirs, *_ = measured(published.model, {**meta, **published.meta}, published.folder, report)
    return rows_of(table, ours, subject, theirs)


def _dataset_and_goal(model: InjectedCA, meta: dict[str, Any], folder: Path) -> tuple[str, int]:
    dataset, goal = meta.get("dataset"), meta.get("goal")
    if "density" in meta:
        raise InputError(
            f"--density is {meta['density']} and the host in {folder} is a self-classifying one, for which all shares "
            "are measured; a growing host was expected; leave --density out."
        )
    if dataset is None or goal is None:
        raise InputError(
            f"the model in {folder} does not name its data set and its goal; both were expected; say them with "
            "--dataset and --goal."
        )
    if not str(goal).isdecimal():
        raise InputError(f"--goal is {goal}; the number of a class was expected; correct it.")
    if int(goal) >= model.host.classes:
        raise InputError(
            f"--goal is {goal} and the host in {folder} knows {model.host.classes} classes; at most "
            f"{model.host.classes - 1} was expected; correct it."
        )
    return check_grey(dataset), int(goal)


def _placed(model: InjectedCA, meta: dict[str, Any], folder: Path, report: Report) -> list[Row]:
    how = placement.checked_placement(meta["placement"])
    if model.host.family != DIGITS:
        raise InputError(
            f"--placement is {how} and the host in {folder} is a growing one; a self-classifying host was expected; "
            "leave --placement out."
        )
    dataset, goal = _dataset_and_goal(model, meta, folder)
    return placement.rows(placement.measured(model, load_images(dataset, "test"), goal, how, report), how)


def _of_digits(model: InjectedCA, meta: dict[str, Any], folder: Path, report: Report) -> tuple:
    dataset, goal = _dataset_and_goal(model, meta, folder)
    found = _report_of_run(model, dataset, folder)
    if found is None:
        found = hijacking.measured(model, load_images(dataset, "test"), goal, report=report)
    return found, hijacking.METRICS, _subject(meta, dataset)


def _subject(meta: dict[str, Any], dataset: str) -> str:
    """By what published figures are found: those of a data set are of a host that no adversary was around."""
    host = Path(meta.get("host_name") or dataset).name
    plain = "on" not in meta and host in (dataset, f"{dataset}-published")
    return dataset if plain else f"{dataset} among other cells"


def _of_pictures(model: InjectedCA, meta: dict[str, Any], folder: Path, report: Report) -> tuple:
    picture, other = target_of(meta, folder).picture, next((key for key in ("dataset", "goal") if key in meta), None)
    if other:
        raise InputError(
            f"--{other} is {meta[other]} and the host in {folder} is a growing one; a self-classifying host was "
            f"expected; leave --{other} out."
        )
    if picture is None:
        raise InputError(
            f"the model in {folder} names no target; the picture was expected that its adversaries make of the host's; "
            "name it when reading the model in, with --target."
        )
    return mutation.measured(model, picture, _share(meta), report), mutation.METRICS, meta["target"]


def _share(meta: dict[str, Any]) -> float:
    """Share of a picture's cells that are adversaries."""
    asked = str(meta.get("density", meta.get("share", USUAL_SHARE)))
    try:
        share = float(asked)
    except ValueError:
        share = 0.0
    if not 0.0 < share <= 1.0:
        raise InputError(f"--density is {asked}; a share above 0 and at most 1 was expected; correct it.")
    return share


def _report_of_run(model: InjectedCA, dataset: str, folder: Path) -> dict[str, Any] | None:
    """What was measured of these very weights when their run ended."""
    written = folder / "figures" / REPORT
    found = json.loads(written.read_text()) if written.exists() else {}
    return found if (found.get("weights"), found.get("dataset")) == (_digest(model), dataset) else None


def _digest(model: InjectedCA) -> str:
    weights = b"".join(np.asarray(weight).tobytes() for weight in model.named_weights().values())
    return hashlib.sha256(weights).hexdigest()
