"""The options of a training command: those that all share, and one for each setting of the family."""

import argparse
import dataclasses
import json
import math
import shlex
import sys
import typing
from collections.abc import Sequence
from pathlib import Path, PurePath
from typing import Any

from nca_tf.command import OneLineParser
from nca_tf.files.errors import InputError
from training.configuration import check_keys, from_mapping, option_name, split_type

MULTI_WORKER = "multi-worker"
STRATEGIES = ("none", "mirrored", MULTI_WORKER)
_MAX_CONFIG_BYTES = 1 << 20


@dataclasses.dataclass(frozen=True)
class Options:
    """What a command line said.

    Attributes:
      config: the family's configuration.
      out: the run's folder, or None for the default.
      data_dir: where data sets are, or None for their usual place.
      strategy: name of a tf.distribute strategy for `make_strategy`.
      checkpoint_seconds: time between checkpoints.
      command: the command as record.json names it, without folders of this machine.
      rest: the options that the family added itself.
    """

    config: Any
    out: Path | None
    data_dir: Path | None
    strategy: str
    checkpoint_seconds: float
    command: str
    rest: argparse.Namespace


def make_parser(family: str, config_class: type, description: str) -> OneLineParser:
    """Return a parser with the shared options and one option a field of `config_class`; a family may add more."""
    parser = OneLineParser(prog=f"python -m training.{family}", description=description)
    unset = argparse.SUPPRESS
    for name, kind, metavar, default, text in (
        ("--out", Path, "DIR", unset, "the run's folder (default: runs/<family>/<name>)"),
        ("--config", Path, "FILE", unset, "JSON file of settings; options given beside it win"),
        ("--data-dir", Path, "DIR", unset, "where the data sets are"),
        ("--checkpoint-seconds", float, "X", 60.0, "time between checkpoints (default: 60)"),
    ):
        parser.add_argument(name, type=kind, metavar=metavar, default=default, help=text)
    parser.add_argument(
        "--strategy", choices=STRATEGIES, default="none", help="how several devices or machines share the work"
    )
    hints = typing.get_type_hints(config_class)
    for field in dataclasses.fields(config_class):
        _add_field(parser, field, hints[field.name])
    return parser


def parse(parser: OneLineParser, config_class: type, argv: Sequence[str] | None = None) -> Options:
    """Return what `argv` (default: that of the process) says; settings come from options, then --config, then defaults.

    Raises:
      InputError: a setting is unknown or out of range, or the --config file can't be read.
    """
    argv = list(sys.argv[1:] if argv is None else argv)
    given = vars(parser.parse_args(argv))
    shared = {name: given.pop(name, None) for name in ("out", "data_dir", "strategy", "checkpoint_seconds")}
    path = given.pop("config", None)
    values = {} if path is None else _read_config(path, config_class)
    for field in dataclasses.fields(config_class):
        if field.name in given:
            values[field.name] = given.pop(field.name)
    if not 0 <= shared["checkpoint_seconds"] < math.inf:
        raise InputError(
            f"checkpoint-seconds is {shared['checkpoint_seconds']}; a finite number of at least 0 was expected; "
            "correct --checkpoint-seconds"
        )
    config = from_mapping(config_class, values)
    return Options(
        config=config,
        command=describe_command(parser.prog, argv),
        rest=argparse.Namespace(**given),
        **shared,
    )


def describe_command(prog: str, argv: Sequence[str]) -> str:
    """Return the command as it can be typed elsewhere: absolute paths are reduced to their last part."""
    return " ".join([prog, *(shlex.quote(_without_folders(word)) for word in argv)])


def _without_folders(word: str) -> str:
    option, equals, value = word.partition("=") if word.startswith("--") else ("", "", word)
    return option + equals + (PurePath(value).name if PurePath(value).is_absolute() else value)


def _add_field(parser: argparse.ArgumentParser, field: dataclasses.Field, hint) -> None:
    scalar, is_tuple, _ = split_type(hint)
    arguments = {"dest": field.name, "default": argparse.SUPPRESS, "help": _help(field)}
    if scalar is bool:
        arguments["action"] = argparse.BooleanOptionalAction
    else:
        choices = field.metadata.get("choices")
        metavar = "{" + ",".join(map(str, choices)) + "}" if choices else _METAVARS[scalar]
        arguments |= {"type": scalar, "metavar": metavar}
        if is_tuple:
            arguments["nargs"] = "*"
    parser.add_argument(option_name(field.name), **arguments)


_METAVARS = {int: "N", float: "X", str: "NAME"}


def _help(field: dataclasses.Field) -> str:
    default = " ".join(map(str, field.default)) if isinstance(field.default, tuple) else field.default
    text = field.metadata.get("help", "").replace("%", "%%")
    return text if default in ("", None) else f"{text} (default: {default})"


def _read_config(path: Path, config_class: type) -> dict[str, Any]:
    try:
        if path.stat().st_size > _MAX_CONFIG_BYTES:
            raise InputError(f"{path} is larger than a megabyte; a JSON file of settings was expected; check --config")
        content = json.loads(path.read_text())
    except OSError as error:
        raise InputError(
            f"--config {path} can't be read ({error.strerror}); a JSON file of settings was expected; check the path"
        ) from None
    except (ValueError, RecursionError) as error:
        if isinstance(error, InputError):
            raise
        raise InputError(
            f"{path} is not JSON ({error}); an object of settings was expected; correct the file"
        ) from None
    if not isinstance(content, dict):
        raise InputError(
            f"{path} holds a {type(content).__name__}; a JSON object of settings was expected; correct the file"
        )
    # config.json of a run holds its settings one level down; such a file can be given back as it is.
    if set(content) == {"family", "config"} and isinstance(content["config"], dict):
        content = content["config"]
    # Values are checked together with the options beside them.
    check_keys(config_class, content, str(path))
    return content
