"""`python -m training.ship RUN`: put a finished run's model among those that ship with the package."""

import json
import shutil
from pathlib import Path

import nca_tf
from nca_tf.errors import InputError
from nca_tf.model_files import META, WEIGHTS, describe_file, load, read_meta
from training import command_line

RECORD = "record.json"


def ship(run: Path, root: Path) -> Path:
    """Copy weights, meta.json, record.json and a target picture of one's own to <root>/<family>/<name>.

    Raises:
      InputError: the run is not finished, or its record is of other weights.
    """
    meta, record = read_meta(run), read_record(run)
    if record["weights_sha256"] != describe_file(run / WEIGHTS)["sha256"]:
        raise InputError(
            f"{run / RECORD} is of other weights than {WEIGHTS}; both of one training were expected; resume it."
        )
    load(run)
    folder = root / meta["family"] / record["name"]
    folder.mkdir(parents=True, exist_ok=True)
    for name in {META, RECORD, *meta["files"]}:
        shutil.copyfile(run / name, folder / name)
    return folder


def read_record(run: Path) -> dict:
    """record.json of a finished run."""
    try:
        return json.loads((run / RECORD).read_text())
    except (OSError, ValueError) as error:
        raise InputError(
            f"{run} has no {RECORD} ({error}); a finished run was expected; let the training end."
        ) from error


def main(argv=None):
    parser = command_line.OneLineParser(prog="python -m training.ship", description=__doc__)
    parser.add_argument("run", type=Path, help="folder of a finished run")
    options = parser.parse_args(argv)
    folder = ship(options.run, Path(nca_tf.__file__).parent / "pretrained")
    size = sum(path.stat().st_size for path in folder.iterdir())
    print(f"wrote nca_tf/pretrained/{folder.parent.name}/{folder.name}: {size} bytes")


if __name__ == "__main__":
    command_line.run(main)
