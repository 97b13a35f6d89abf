"""`python -m training.ship RUN`: put a finished run's model among those that ship with the package."""

import json
import shutil
import tempfile
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np

import nca_tf
from nca_tf.command import OneLineParser
from nca_tf.files.cards import CARD
from nca_tf.files.errors import InputError
from nca_tf.files.model_files import META, WEIGHTS, describe_file, load, read_arrays, read_meta, weights_sha256
from nca_tf.files.whole_files import write_whole
from nca_tf.pictures.model_targets import TARGET_FILE
from training import command_line
from training.cards import card_of
from training.record import RECORD, read_record

MOST_BYTES = 20_000_000
"""Of shipped weights as they were trained."""


def ship(run: Path, root: Path, replace: bool = False) -> Path:
    """Copy weights, meta.json, record.json and a target picture of one's own to <root>/<family>/<name>, in one step.

    Weights of more than `MOST_BYTES` are written as float16, which meta.json and record.json then say.

    Args:
      run: folder of a finished run.
      root: where shipped models are.
      replace: whether a model of that name that was trained with other settings gives way.
    Raises:
      InputError: the run is not finished, its record is of other weights, it ships already, or another model has its
        name and was trained with other settings or is the host of one that ships.
    """
    meta, record = read_meta(run), read_record(run)
    if record["weights_sha256"] != weights_sha256(run):
        raise InputError(
            f"{run / RECORD} is of other weights than {WEIGHTS}; both of one training were expected; resume it."
        )
    load(run)
    folder = root / meta["family"] / record["name"]
    if folder.exists() and folder.samefile(run):
        raise InputError(f"{run} is the model that ships; the folder of a run was expected; name that.")
    names = _files(meta)
    missing = sorted(name for name in names if not (run / name).is_file())
    if missing:
        raise InputError(f"{run} has no {missing[0]}, which meta.json names; a whole run was expected; restore it.")
    stale = _stale(folder, record, replace)
    others = {path.name for path in folder.glob("*") if path.is_file()} - names - stale
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".tmp-", dir=root) as temporary:
        # As deep as no model lies, where none is looked for.
        staged, before = (Path(temporary) / "models" / which for which in ("new", "old"))
        staged.mkdir(parents=True)
        for place, own in ((run, names), (folder, others)):
            for name in own:
                shutil.copyfile(place / name, staged / name)
        if (staged / WEIGHTS).stat().st_size > MOST_BYTES:
            _halve(staged, meta, record)
        try:
            if folder.exists():
                folder.rename(before)
            staged.rename(folder)
        finally:
            if before.exists() and not folder.exists():
                before.rename(folder)
    return folder


def _halve(folder: Path, meta: dict[str, Any], record: dict[str, Any]) -> None:
    """Write a model's weights as float16."""
    arrays = {name: array.astype(np.float16) for name, array in read_arrays(folder / WEIGHTS).items()}
    content = BytesIO()
    np.savez(content, **arrays)
    write_whole(folder / WEIGHTS, content.getvalue())
    meta["files"][WEIGHTS], half = describe_file(folder / WEIGHTS), {"weights_dtype": "float16"}
    record = {**record, **half, "weights_sha256": weights_sha256(folder)}
    for name, value in ((META, {**meta, **half}), (RECORD, record)):
        write_whole(folder / name, (json.dumps(value, indent=1) + "\n").encode())


def _files(meta: dict[str, Any]) -> set[str]:
    """What belongs to a model. Runs of earlier versions don't list their target picture."""
    own_picture = {TARGET_FILE} if meta.get("target") == TARGET_FILE else set()
    return {META, RECORD, *meta["files"], *own_picture}


def _stale(folder: Path, record: dict, replace: bool) -> set[str]:
    """Files of the model that is already in `folder`, which must be one of the same settings unless it is replaced."""
    if not (folder / META).is_file():
        return set()
    if not replace and read_record(folder).get("config") != record.get("config"):
        raise InputError(
            f"{folder} holds a model that was trained with other settings; a new name or the same settings were "
            "expected; pass --replace to put this one in its place."
        )
    old = weights_sha256(folder)
    metas = {meta.parent: read_meta(meta.parent) for meta in sorted(folder.parents[1].glob(f"*/*/{META}"))}
    on_it = [f"{other.parent.name}/{other.name}" for other, meta in metas.items() if meta.get("host_sha256") == old]
    if on_it and old != record["weights_sha256"]:
        raise InputError(
            f"{folder} is the host of {', '.join(on_it)}; a host that stays as it is was expected; ship this one under "
            "another name, or train those on it first."
        )
    return _files(read_meta(folder))


def main(argv: Sequence[str] | None = None) -> None:
    """Put one run's model, with its card, into this copy of the package."""
    parser = OneLineParser(prog="python -m training.ship", description=__doc__)
    parser.add_argument("run", type=Path, help="folder of a finished run")
    parser.add_argument("--replace", action="store_true", help="in place of a model trained with other settings")
    options = parser.parse_args(argv)
    folder = ship(options.run, Path(nca_tf.__file__).parent / "pretrained", options.replace)
    write_whole(folder / CARD, card_of(f"{folder.parent.name}/{folder.name}").encode())
    size = sum(path.stat().st_size for path in folder.iterdir())
    print(f"wrote nca_tf/pretrained/{folder.parent.name}/{folder.name}: {size} bytes")


if __name__ == "__main__":
    command_line.run(main)
