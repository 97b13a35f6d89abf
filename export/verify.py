"""Runs a model in every format it can be exported to, on the same states and masks: python -m export.verify MODEL.

Prints a table of the largest differences; for quantised formats also the family's figure of quality and the living
cells after 500 steps, beside the float model's. Exit status 1 when a bound (export/comparison.py) is broken. Where
Chromium is missing, TF.js is reported as not run, which is neither passed nor failed.
"""

import contextlib
import json
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np

from export import browser, model_argument, rollouts, saved_model, tfjs, tflite, webgl8
from export.command_line import Parser, readable_size, run, size_of
from export.comparison import BOUNDS, LONG, Reference, Report, judge, measure, measure_quality
from nca_tf import model_files
from nca_tf.errors import InputError

FAILED = 1


def verify(
    source: model_argument.ModelArgument, formats: Sequence[str], said: Callable[[str], None] = lambda line: None
) -> Iterator[Report]:
    """Exports a model to a temporary folder in each format and compares; gives one report after the other.

    Args:
      source: the model.
      formats: of BOUNDS' keys; those that do not apply to the model are left out.
      said: told what is being done.
    """
    quality = source.model.quality(source.meta, source.folder)
    reference = Reference(rollouts.in_python(source.model), quality)
    with tempfile.TemporaryDirectory() as temporary, contextlib.ExitStack() as stack:
        work = Path(temporary)
        chromium: list = []
        for name in formats:
            kind, _, variant = name.partition("-")
            if not _applies(kind, source):
                continue
            said(f"{name} ...")
            report = Report(name)
            try:
                _VERIFIERS[kind](report, source, variant, work / name, reference, stack, chromium)
            except browser.Unavailable as missing:
                report.passed, report.reason = None, f"not run: {missing}"
            else:
                judge(report, quality, BOUNDS[name])
            yield report


def _applies(kind: str, source: model_argument.ModelArgument) -> bool:
    if kind == "webgl8":
        return webgl8.applies_to(_arrays(source.model)) and source.meta.get("step_size", 1.0) == 1.0
    return any(signature.name == rollouts.STEP for signature in source.signatures(kind))


def _saved_model(report, source, variant, work, reference, stack, chromium) -> None:
    folder, check = saved_model.write(source, work)
    report.bytes, report.load_seconds = size_of(folder), check["load_seconds"]
    measure(report, rollouts.in_saved_model(folder), reference)
    # The signatures were compared in the fresh process.
    report.max_abs_1 = max(report.max_abs_1, check["max_abs"])


def _tflite(report, source, precision, work, reference, stack, chromium) -> None:
    tflite.write(source, work, precision)
    path = work / tflite.MODEL
    start = time.perf_counter()
    tflite.load(path, rollouts.STEP)
    report.bytes, report.load_seconds = size_of(path), time.perf_counter() - start
    rollout = rollouts.warm(rollouts.in_tflite(path), reference.states[0], reference.quality.inputs)
    measure(report, rollout, reference)
    if precision != "float32":
        _long_run(report, rollout, reference)


def _webgl8(report, source, variant, work, reference, stack, chromium) -> None:
    text = webgl8.encode(_arrays(source.model))
    start = time.perf_counter()
    rollout = rollouts.in_webgl8(text, source.model.angle)
    report.bytes, report.load_seconds = len(text), time.perf_counter() - start
    measure(report, rollout, reference)
    _long_run(report, rollout, reference)


def _tfjs(report, source, precision, work, reference, stack, chromium) -> None:
    kind = "none" if precision == "float32" else precision
    tfjs.write(source, work, kind)
    report.bytes = size_of(work / rollouts.STEP)
    if not chromium:
        chromium.append(stack.enter_context(browser.chromium()))
    rollout = browser.in_tfjs(chromium[0], work / rollouts.STEP)
    measure(report, rollout, reference)
    report.load_seconds = rollout.report["loadSeconds"]
    if kind != "none":
        # In Chromium 500 steps of all seeds take minutes. The same weights in Python give the same states, which is
        # checked; so the long run is done there.
        stored = _with_weights(source.model, tfjs.stored_weights(work / rollouts.STEP, source.model))
        _same_as_stored(rollout, stored, reference)
        _long_run(report, stored, reference)


def _same_as_stored(rollout, stored, reference) -> None:
    quality, start = reference.quality, reference.states[0]
    step = quality.steady_steps
    found = rollout(start, quality.inputs, [step])[step] - stored(start, quality.inputs, [step])[step]
    if not np.abs(found).max() <= BOUNDS["tfjs-float32"].steady:
        raise RuntimeError(f"TF.js differs from Python by {np.abs(found).max():.1e} on the same stored weights")


def _long_run(report: Report, rollout: rollouts.Rollout, reference: Reference) -> None:
    quality = reference.quality
    measure_quality(report, lambda: rollout(quality.start, quality.inputs, [LONG])[LONG], reference)


def _with_weights(model, arrays: dict[str, np.ndarray]) -> rollouts.Rollout:
    copy = type(model).from_config(model.get_config())
    model_files.assign_weights(copy, arrays, "the exported weights")
    return rollouts.in_python(copy)


def _arrays(model) -> dict[str, np.ndarray]:
    return {name: weight.numpy() for name, weight in model.named_weights().items()}


_VERIFIERS = {"saved_model": _saved_model, "tfjs": _tfjs, "webgl8": _webgl8, "tflite": _tflite}


def table(reports: Sequence[Report]) -> str:
    """Returns the reports as text in columns."""
    steps = reports[0].steps if reports else 0
    head = ("format", "size", "load", "1 step", f"{steps} steps", "largest in", "quality", "float", "living", "")
    rows = [head, *(_row(report) for report in reports)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(head))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    )


def _row(report: Report) -> tuple[str, ...]:
    def number(value: float | None, form: str = ".1e") -> str:
        return "" if value is None else format(value, form)

    worst = max(report.groups, key=report.groups.get) if report.groups else ""
    verdict = {True: "passed", False: "FAILED: ", None: ""}[report.passed] + report.reason
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


def main(argv: Sequence[str] | None = None) -> int:
    """Verifies one model; returns 1 when a bound is broken."""
    parser = Parser(prog="python -m export.verify", description="Compares a model with each of its exports.")
    model_argument.add_to(parser)
    parser.add_argument("--formats", metavar="NAME[,NAME...]", help=f"only these (default: {','.join(BOUNDS)})")
    parser.add_argument("--json", action="store_true", help="print one JSON object a format instead of a table")
    parser.add_argument("--results", metavar="DIR", type=Path, help="also write export-<family>-<name>.json there")
    options = parser.parse_args(argv)
    formats = options.formats.split(",") if options.formats else list(BOUNDS)
    unknown = sorted(set(formats) - set(BOUNDS))
    if unknown:
        raise InputError(f"--formats names {unknown[0]!r}; expected some of {','.join(BOUNDS)}; check the spelling")
    source = model_argument.load(options.model)
    show = sys.stderr.isatty() and not options.json
    reports = []
    for report in verify(source, formats, lambda line: print(line, end="\r", file=sys.stderr) if show else None):
        reports.append(report)
        if options.json:
            print(json.dumps(report.to_json()), flush=True)
    if not options.json:
        print(table(reports))
        print(_summary(source, reports))
    if options.results:
        _write_results(options.results, source, reports)
    return FAILED if any(report.passed is False for report in reports) else 0


def _summary(source: model_argument.ModelArgument, reports: Sequence[Report]) -> str:
    counts = {verdict: sum(report.passed is verdict for report in reports) for verdict in (True, False, None)}
    return f"{source.name}: {counts[True]} passed, {counts[False]} failed, {counts[None]} not run"


def _write_results(folder: Path, source: model_argument.ModelArgument, reports: Sequence[Report]) -> None:
    name = f"{source.model.family}-{source.name}"
    command = f"python -m export.verify {source.model.family}/{source.name} --results results"
    document = {"model": name, "command": command, "formats": [report.to_json() for report in reports]}
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"export-{name}.json").write_text(json.dumps(document, indent=1) + "\n")


if __name__ == "__main__":
    run(main)
