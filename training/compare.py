"""`python -m training.compare RUN...`: one table of finished runs side by side, into results/<name>.json."""

from pathlib import Path

from nca_tf.errors import InputError
from nca_tf.result_files import Row, save_result
from training import command_line
from training.evaluate import SECTIONS
from training.ship import read_record


def rows_of(records: list[dict], metrics: list[str]) -> list[Row]:
    """A row for each metric of each record.json, the iterations named.

    Raises:
      InputError: a record does not hold a metric.
    """
    rows = []
    for record in records:
        for metric in metrics:
            if metric not in record["metrics"]:
                held = ", ".join(record["metrics"])
                raise InputError(f"{record['name']} has no metric {metric}; expected one of {held}; choose another.")
            rows.append(
                Row(f"{record['name']}, {record['iterations']} iterations: {metric}", record["metrics"][metric])
            )
    return rows


def main(argv=None):
    parser = command_line.OneLineParser(prog="python -m training.compare", description=__doc__)
    parser.add_argument("runs", nargs="+", type=Path, metavar="RUN", help="folder of a finished run")
    parser.add_argument("--metrics", nargs="+", required=True, help="names in the records' metrics")
    parser.add_argument("--name", required=True, help="of the result file")
    parser.add_argument("--title", required=True, help="what the table shows")
    options = parser.parse_args(argv)
    records = [read_record(run) for run in options.runs]
    commands = "; ".join(record["command"] for record in records)
    section = SECTIONS.get(records[0]["family"], records[0]["family"].capitalize())
    rows = rows_of(records, options.metrics)
    path = save_result(options.name, section, options.title, "python -m training.compare", rows, f"Runs: {commands}.")
    print(f"wrote {path}: {len(rows)} figures of {len(records)} runs")


if __name__ == "__main__":
    command_line.run(main)
