"""`python -m training.perturbation.join RUN ... --out DIR`: one model of several perturbations of the same host.

Its record.json holds the records of all of them. `training.ship` puts it among the models that ship.
"""

import contextlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from nca_tf.command import OneLineParser
from nca_tf.families.perturbation.automaton import PerturbedCA
from nca_tf.families.perturbation.targets import TARGETS, TARGETS_KEY, pictures_of
from nca_tf.files.errors import InputError
from nca_tf.files.model_files import ReadModel, read_model, save, weights_sha256
from nca_tf.files.whole_files import write_whole
from nca_tf.pictures.animation import write_png
from nca_tf.pictures.model_targets import HOST_TARGET, HOST_TARGET_FILE, TARGET_FILE
from training import command_line
from training.options import describe_command
from training.perturbation import figures
from training.progress import make_stages
from training.record import RECORD, read_record
from training.run_folder import check_out

SHARED = ("host_name", "host_sha256", HOST_TARGET, "size", "padding")
"""Keys of meta.json that the runs must have in common."""


def join(runs: list[Path]) -> tuple[PerturbedCA, dict[str, Any]]:
    """A model of the perturbations of several runs, and what its meta.json says of it.

    Raises:
      InputError: a folder holds no perturbations or no pictures of what they make, or they are of different hosts or
        kinds, or of the same name.
    """
    parts = [read_model(run) for run in runs]
    changes: dict[str, np.ndarray] = {}
    targets: dict[str, str] = {}
    files: dict[str, bytes] = {}
    for part in parts:
        _check_like(part, parts[0])
        for name in part.model.perturbations:
            if name in changes:
                raise InputError(f"{part.folder} has {name} once more; different ones were expected; leave one out.")
            changes[name] = part.model.change(name)
            targets[name], more = _target(part, name)
            files |= more
    first = parts[0]
    if first.meta[HOST_TARGET] == HOST_TARGET_FILE:
        files[HOST_TARGET_FILE] = (first.folder / HOST_TARGET_FILE).read_bytes()
    meta = {TARGETS_KEY: targets, **{key: first.meta[key] for key in SHARED}, "files": files}
    return PerturbedCA(first.model.host, changes, first.model.kind), meta


def is_joint(meta: dict[str, Any]) -> bool:
    """Whether a model was made by this command."""
    return meta["family"] == PerturbedCA.family and TARGETS_KEY in meta


def _check_like(part: ReadModel, first: ReadModel) -> None:
    if not isinstance(part.model, PerturbedCA):
        raise InputError(
            f"{part.folder} holds a model of the family {part.meta['family']}; runs of training.perturbation were "
            "expected; name others."
        )
    lacks = next((key for key in SHARED if key not in part.meta), None)
    if lacks:
        raise InputError(
            f"{part.folder} doesn't say its {lacks}; runs of training.perturbation, whose meta.json does, were "
            "expected; name others."
        )
    pictures_of(part.model.perturbations, part.meta, part.folder)
    differs = next((key for key in SHARED if part.meta.get(key) != first.meta.get(key)), None)
    differs = differs or ("kind" if part.model.kind != first.model.kind else None)
    if differs:
        raise InputError(
            f"{part.folder} and {first.folder} differ in {differs}; perturbations of one kind on the same host were "
            "expected; train them alike."
        )


def _target(part: ReadModel, name: str) -> tuple[str, dict[str, bytes]]:
    """The target of one of its perturbations in the joint model's meta.json, and its file if it has one."""
    target = part.meta.get(TARGETS_KEY, {}).get(name) or part.meta.get("target", TARGETS.get(name))
    if not (part.folder / target).is_file():
        return target, {}
    own = f"{name}.{TARGET_FILE}"
    return own, {own: (part.folder / target).read_bytes()}


def _check_names(records: list[dict[str, Any]]) -> None:
    """Refuses what would leave one run out of the joint record."""
    names = [record["name"] for record in records]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice:
        raise InputError(
            f"two of the runs are named {twice} in their record.json; names of their own were expected; train one into "
            "another folder."
        )


def record_of(name: str, command: str, records: list[dict[str, Any]], weights: str) -> dict[str, Any]:
    """The content of record.json: the records of all runs by name, and what they sum up to."""
    parts = {record["name"]: record for record in records}
    first = next(iter(parts.values()))
    return {
        "name": name,
        "family": PerturbedCA.family,
        "command": command,
        "random_seed": first["random_seed"],
        "iterations": sum(record["iterations"] for record in parts.values()),
        "wall_seconds": round(sum(record["wall_seconds"] for record in parts.values()), 1),
        "machine": first["machine"],
        "versions": first["versions"],
        "config": {part: record["config"] for part, record in parts.items()},
        "metrics": {key: {part: of["metrics"][key] for part, of in parts.items()} for key in first["metrics"]},
        "parts": parts,
        "weights_sha256": weights,
    }


def write_figures(model: PerturbedCA, before: np.ndarray, padding: int, folder: Path) -> None:
    """The article's mosaics of the first two perturbations: shares that add up to 1, and both at once."""
    if len(model.perturbations) < 2:
        return
    folder.mkdir(parents=True, exist_ok=True)
    height, width = (side + 2 * padding for side in before.shape[:2])
    pair = model.perturbations[:2]
    for name, strengths in (
        ("each", np.eye(len(model.perturbations), dtype=np.float32)),
        ("between", figures.between(model, *pair)),
        ("at-once", figures.at_once(model, *pair)),
    ):
        write_png(folder / f"{name}.png", figures.mosaic(model, strengths, height, width))


def main(argv: Sequence[str] | None = None) -> None:
    """Join runs into one model and write its record and its mosaics."""
    parser = OneLineParser(prog="python -m training.perturbation.join", description=__doc__)
    parser.add_argument("runs", type=Path, metavar="RUN", nargs="+", help="folders of finished runs")
    parser.add_argument("--out", type=Path, metavar="DIR", required=True, help="folder of the joint model")
    options = parser.parse_args(argv)
    if any(options.out.exists() and run.exists() and run.samefile(options.out) for run in options.runs):
        raise InputError(
            f"--out is {options.out}, which is one of the runs; a folder of its own was expected; name one."
        )
    check_out(options.out, is_joint, "an earlier joint model")
    model, meta = join(options.runs)
    records = [read_record(run) for run in options.runs]
    _check_names(records)
    name = options.out.resolve().name
    words = [*map(str, options.runs), "--out", str(options.out)]
    command = describe_command("python -m training.perturbation.join", words)
    save(model, options.out, {**meta, "name": name})
    record = record_of(name, command, records, weights_sha256(options.out))
    write_whole(options.out / RECORD, (json.dumps(record, indent=1) + "\n").encode())
    _, before, padding = pictures_of(model.perturbations, meta, options.out)
    with contextlib.closing(make_stages()) as shown:
        shown.stage("drawing: mosaics")
        write_figures(model, before, padding, options.out / "figures")
    print(f"wrote {options.out}: {', '.join(model.perturbations)} of {meta['host_name']}")


if __name__ == "__main__":
    command_line.run(main)
