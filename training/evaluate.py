"""`python -m training.evaluate MODEL`: measure a trained model as its paper did, into results/<name>.json."""

import contextlib
import importlib
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from nca_tf.command import OneLineParser
from nca_tf.families import FAMILIES, family_class
from nca_tf.files.errors import InputError
from nca_tf.files.meta import SOURCE
from nca_tf.files.model_files import model_folder, read_meta, read_model
from nca_tf.files.names import check_name
from nca_tf.files.result_files import save_result
from training import command_line
from training.engine import use_threads
from training.options import describe_command
from training.progress import make_stages
from training.record import RECORD, read_record
from training.results import heading
from training.tables import number


def commands_of(
    folder: Path, meta: dict[str, Any], typed: str, options: list[str], published: dict[str, Any] | None
) -> str:
    """What anyone types to measure a model again, from training it or reading it in to this evaluation.

    Args:
      folder: the model's folder.
      meta: its meta.json.
      typed: the argument MODEL, as it was given.
      options: further options of the evaluation, one that names the published model left out.
      published: meta.json of the published model measured beside it.
    """
    parts = []
    if SOURCE in meta:
        parts.append(_reading("RUN", meta))
        typed = "RUN"
    elif (folder / RECORD).is_file() and Path(typed).exists():
        parts.append(read_record(folder)["command"])
    if published is not None:
        parts.append(_reading("PUBLISHED", published))
        options = [*options, "--published", "PUBLISHED"]
    parts.append(describe_command("python -m training.evaluate", [typed, *options]))
    return " && ".join(parts)


def _reading(folder: str, meta: dict[str, Any]) -> str:
    """The command that reads a file of the original authors into `folder`."""
    source = meta[SOURCE]
    given = [part for key in ("entry", "target", "host") if key in source for part in (f"--{key}", source[key])]
    return describe_command("python -m export.originals", [source.get("file", "FILE"), *given, "--out", folder])


def _check(
    options, name: str, meta: dict[str, Any], completed: dict[str, str], published: dict[str, Any] | None
) -> None:
    """Refuses what could only fail or mislead after the measurement, which takes minutes."""
    check_name(name)
    for option, value in completed.items():
        if option not in _evaluation(meta["family"]).OPTIONS:
            raise InputError(
                f"{options.model} is of the family {meta['family']}, which has no --{option}; an option of that family "
                "was expected; leave it out."
            )
        if str(meta.get(option, value)) != value:
            raise InputError(
                f"{option} of {options.model} is {meta[option]} and --{option} names {value}; "
                "the option is for a model that names none; leave it out."
            )
    if published is not None and published["family"] != meta["family"]:
        raise InputError(
            f"--published names a model of the family {published['family']}; one of {meta['family']} was expected; "
            "choose another."
        )
    if published is not None and SOURCE not in published:
        raise InputError(
            f"{options.published} is no published model; what export.originals writes was expected; read one in first."
        )


def _evaluation(family: str):
    """The module that measures models of a family."""
    return importlib.import_module(f"training.{family}.evaluation")


def _parser() -> tuple[OneLineParser, list[str]]:
    """The parser, and the options by which families complete a meta.json."""
    parser = OneLineParser(prog="python -m training.evaluate", description=__doc__)
    parser.add_argument("model", help="name of a shipped model, or the folder of a run or model")
    parser.add_argument("--published", metavar="MODEL", help="the original authors' model, measured beside it")
    parser.add_argument("--data-dir", type=Path, metavar="DIR", help="where the data sets are")
    parser.add_argument(
        "--name", help="name of the result (default: <family>-<name of the folder>, and what the further options say)"
    )
    parser.add_argument("--note", default="", help="a sentence or two for below the table")
    known = {option: text for family in FAMILIES for option, text in _evaluation(family).OPTIONS.items()}
    for option, text in known.items():
        parser.add_argument(f"--{option}", help=text)
    return parser, list(known)


def main(argv: Sequence[str] | None = None) -> None:
    """Check what can be checked beforehand, measure one model, and write its result."""
    use_threads()
    parser, completing = _parser()
    options = parser.parse_args(argv)
    completed = {name: getattr(options, name) for name in completing if getattr(options, name)}
    folder, meta = model_folder(options.model), read_meta(options.model)
    published = read_meta(options.published) if options.published else None
    family = family_class(meta["family"]).family
    further = (Path(value).name for value in completed.values())
    name = options.name or "-".join([family, folder.resolve().name, *further])
    _check(options, name, meta, completed, published)
    given = [word for option, value in completed.items() for word in (f"--{option}", value)]
    given += ["--name", options.name] if options.name else []
    command = commands_of(folder, meta, options.model, given, published)
    if options.data_dir:
        os.environ["TFDS_DATA_DIR"] = str(options.data_dir)
    model, beside = read_model(folder).model, read_model(options.published) if options.published else None
    with contextlib.closing(make_stages()) as shown:
        rows = _evaluation(family).evaluate(model, {**meta, **completed}, folder, beside, shown.stage)
    title = name.removeprefix(f"{family}-") + (", the published model" if SOURCE in meta else "")
    path = save_result(name, heading(family), title, command, rows, options.note)
    print(f"wrote {path}: {rows[0].what} {number(rows[0].measured)}")


if __name__ == "__main__":
    command_line.run(main)
