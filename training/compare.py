"""`python -m training.compare RUN...`: one table of finished runs side by side, into results/<name>.json."""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from nca_tf.command import OneLineParser
from nca_tf.files.errors import InputError
from nca_tf.files.names import check_name
from nca_tf.files.result_files import Row, save_result
from training import command_line
from training.options import describe_command
from training.results import heading
from training.ship import read_record


def rows_of(records: dict[str, dict], metrics: list[str]) -> list[Row]:
    """A row for each metric of each record.json, the iterations named; of a model of several parts one for each.

    Args:
      records: by the name that a row is to have.
      metrics: names in the records' metrics.

    Raises:
      InputError: a record does not hold a metric.
    """
    rows = []
    for name, record in records.items():
        for metric in metrics:
            if metric not in record["metrics"]:
                held = ", ".join(record["metrics"])
                raise InputError(f"{name} has no metric {metric}; expected one of {held}; choose another.")
            value, run = record["metrics"][metric], f"{name}, {record['iterations']} iterations"
            of_parts = isinstance(value, Mapping)
            named = {f"{run}, {part}": one for part, one in value.items()} if of_parts else {run: value}
            rows += [Row(f"{which}: {metric}", one) for which, one in named.items()]
    return rows


def _without_note(argv: Sequence[str]) -> list[str]:
    """What was typed, but for the note, which stands below the table."""
    kept, words = [], iter(argv)
    for word in words:
        if word == "--note":
            next(words, None)
        elif not word.startswith("--note="):
            kept.append(word)
    return kept


def main(argv: Sequence[str] | None = None) -> None:
    """Write the table of the runs; without a record of each nothing is written."""
    parser = OneLineParser(prog="python -m training.compare", description=__doc__)
    parser.add_argument("runs", nargs="+", type=Path, metavar="RUN", help="folder of a finished run")
    parser.add_argument("--metrics", nargs="+", required=True, help="names in the records' metrics")
    parser.add_argument("--name", required=True, help="of the result file")
    parser.add_argument("--title", required=True, help="what the table shows")
    parser.add_argument("--note", default="", help="a sentence or two for below the table")
    argv = sys.argv[1:] if argv is None else argv
    options = parser.parse_args(argv)
    check_name(options.name)
    records = {run.resolve().name: read_record(run) for run in options.runs}
    if len(records) < len(options.runs):
        raise InputError("two of the runs have the same name; a row is named by its run's folder; rename one.")
    commands = "; ".join(f"`{record['command']}`" for record in records.values())
    family = next(iter(records.values()))["family"]
    rows = rows_of(records, options.metrics)
    command = describe_command("python -m training.compare", _without_note(argv))
    note = f"Runs: {commands}. {options.note}".strip()
    path = save_result(options.name, heading(family), options.title, command, rows, note)
    print(f"wrote {path}: {len(rows)} figures of {len(records)} runs")


if __name__ == "__main__":
    command_line.run(main)
