"""The reports of export.verify for people: a table, a line, and rows of RESULTS.md."""

from collections.abc import Sequence
from pathlib import Path

from export import model_argument
from export.command_line import readable_size
from export.comparison import BOUNDS, Report
from nca_tf.files.result_files import Row, save_result

RESULT = "export"
"""First word of the results' names."""
NOTE = (
    "Load times are those of one load: of a SavedModel in a fresh process, of a graph model in Chromium. Differences "
    "are the largest of any value, on equal states and fire masks."
)


def table(reports: Sequence[Report], name: str) -> str:
    """Returns the reports on the model `name` as text in columns."""
    steps = reports[0].steps if reports else 0
    head = ("format", "size", "load", "1 step", f"{steps} steps", "largest in", "quality", "float", "living", "")
    rows = [head, *(_row(report, name) for report in reports)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(head))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    )


def _row(report: Report, name: str) -> tuple[str, ...]:
    def number(value: float | None, form: str = ".1e") -> str:
        return "" if value is None else format(value, form)

    worst = max(report.groups, key=report.groups.get) if report.groups else ""
    verdict = {True: "passed", False: "FAILED: ", None: ""}[report.passed] + report.reason
    if report.runtime:
        verdict += f" (in {report.runtime})"
    if report.weights not in ("", name):
        verdict += f" (weights of {report.weights})"
    size = "" if report.bytes is None else readable_size(report.bytes)
    load = "" if report.load_seconds is None else f"{report.load_seconds:.2f} s"
    quality = [number(value, ".3g") for value in (report.quality, report.float_quality)]
    return (
        report.format,
        size,
        load,
        number(report.max_abs_1),
        number(report.max_abs_200),
        worst,
        *quality,
        number(report.living_cells, ".1f"),
        verdict,
    )


def summary(reports: Sequence[Report], name: str) -> str:
    """Returns the one line at the end: how many formats passed."""
    counts = {verdict: sum(report.passed is verdict for report in reports) for verdict in (True, False, None)}
    return f"{name}: {counts[True]} passed, {counts[False]} failed, {counts[None]} not run"


def save(folder: Path, model: str, reports: Sequence[Report], formats: str | None = None) -> Path:
    """Writes export-<model>.json, one row a format, for RESULTS.md.

    Args:
      folder: where to.
      model: as it was typed: "<family>/<name>" of a shipped model, or a folder.
      reports: what was measured.
      formats: the option --formats that was given.
    """
    options = f" --formats {formats}" if formats else ""
    name, model = model_argument.result_name(RESULT, model), model_argument.without_folders(model)
    return save_result(
        name,
        "Export",
        f"Formats of {model}",
        f"python -m export.verify {model}{options} --results results",
        [Row(report.format, _in_words(report)) for report in reports],
        NOTE,
        folder,
    )


def _in_words(report: Report) -> str:
    if report.max_abs_1 is None:
        return f"FAILED: {report.reason}" if report.passed is False else report.reason
    parts = [readable_size(report.bytes), f"loads in {1000 * report.load_seconds:.3g} ms"]
    bounds = BOUNDS[report.format]
    if bounds.one_step is not None:
        parts.append(f"differs by {report.max_abs_1:.1e} after 1 step")
    if bounds.steady is not None:
        parts.append(f"by {report.max_abs_200:.1e} after {report.steps}")
    if report.runtime:
        parts.append(f"in {report.runtime}")
    if report.quality is not None:
        figures = f"{report.quality:.3g} after {report.last_steps} steps (float {report.float_quality:.3g})"
        parts.append(f"{report.quality_metric.replace('_', ' ')} {figures}")
    if report.passed is False:
        parts.append(f"FAILED: {report.reason}")
    return ", ".join(parts)
