"""Runs a model in every format it can be exported to, on the same states and masks: python -m export.verify MODEL.

Prints a table of the largest differences; for quantised formats also the family's figure of quality and the living
cells after 500 steps, beside the float model's. Exit status 1 when a bound (export/comparison.py) is broken. What can't
run (TF.js without Chromium, ONNX without its runtime) is reported as not run, which is neither passed nor failed.
"""

import contextlib
import json
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np

from export import browser, model_argument, onnx, rollouts, saved_model, tfjs, tflite, webgl8
from export.command_line import Parser, run, size_of
from export.comparison import (
    BOUNDS,
    DISTURBANCE,
    Reference,
    Report,
    difference,
    judge,
    measure,
    measure_quality,
)
from export.extras import Unavailable
from export.report_text import RESULT, save, summary, table
from nca_tf.cells.quality import Quality
from nca_tf.files import model_files
from nca_tf.files.errors import InputError

FAILED = 1


def read(text: str) -> tuple[model_argument.ModelArgument, Quality]:
    """Loads what MODEL means, with the standard run that its exports are compared on.

    Raises:
      InputError: as `model_argument.load`; or when its meta.json names what is missing, or asks for too much memory.
    """
    source = model_argument.load(text)
    return source, source.model.quality(source.meta, source.folder)


def verify(
    source: model_argument.ModelArgument,
    quality: Quality,
    formats: Sequence[str],
    said: Callable[[str], None] = lambda line: None,
) -> Iterator[Report]:
    """Exports a model to a temporary folder in each format and compares; gives one report after the other.

    Args:
      source: the model.
      quality: its standard run.
      formats: of BOUNDS' keys; those that do not apply to the model are left out.
      said: told what is being done.
    """
    reference = _reference(source, quality)
    with tempfile.TemporaryDirectory() as temporary, contextlib.ExitStack() as stack:
        work = Path(temporary)
        chromium: list = []
        for name in formats:
            kind, _, variant = name.partition("-")
            if not _applies(name, source):
                continue
            said(f"{name} ...")
            report = Report(name)
            try:
                _VERIFIERS[kind](report, source, variant, work / name, reference, stack, chromium)
            except Unavailable as missing:
                report.passed, report.reason = None, f"not run: {missing}"
            except InputError:
                raise
            except Exception as error:  # whatever an exporter or a runtime dies of, it is this export that failed
                report.passed, report.reason = (
                    False,
                    f"{type(error).__name__}: {(str(error).strip() or '?').splitlines()[0]}",
                )
            else:
                judge(report, quality, BOUNDS[name], reference.rounding)
            yield report


def _reference(source: model_argument.ModelArgument, quality: Quality) -> Reference:
    disturbed = [source.with_weights(_disturbed(source, by)) for by in (DISTURBANCE, -DISTURBANCE)]
    return Reference(
        rollouts.in_python(source.model), [rollouts.in_python(changed.model) for changed in disturbed], quality
    )


def _applies(name: str, source: model_argument.ModelArgument) -> bool:
    kind = name.partition("-")[0]
    # What was fine-tuned for one way of rounding says nothing about the others.
    if kind != "webgl8" and BOUNDS[name].error_ratio is not None and model_files.EIGHT_BIT_OF in source.meta:
        return False
    if kind == "webgl8":
        return webgl8.holds(source.model)
    return any(signature.name == rollouts.STEP and kind in signature.formats for signature in source.model.signatures())


def _saved_model(report, source, variant, work, reference, stack, chromium) -> None:
    folder, check = saved_model.write(source, work)
    report.bytes, report.load_seconds = size_of(folder), check["load_seconds"]
    measure(report, saved_model.rollout(folder), reference)
    # The signatures were compared in the fresh process.
    report.max_abs_1 = max(report.max_abs_1, check["max_abs"])


def _tflite(report, source, precision, work, reference, stack, chromium) -> None:
    tflite.write(source, work, precision)
    path = work / tflite.MODEL
    start = time.perf_counter()
    tflite.load(path, rollouts.STEP)
    report.bytes, report.load_seconds = size_of(path), time.perf_counter() - start
    report.runtime, rollout = tflite.runtime(), tflite.rollout(path)
    measure(report, rollout, reference)
    if precision != "float32":
        _long_run(report, rollout, reference)


def _onnx(report, source, variant, work, reference, stack, chromium) -> None:
    onnx.write(source, work)
    path = work / f"{rollouts.STEP}{onnx.SUFFIX}"
    start = time.perf_counter()
    onnx.load(path)
    report.bytes, report.load_seconds = size_of(path), time.perf_counter() - start
    measure(report, onnx.rollout(work), reference)


def _webgl8(report, source, variant, work, reference, stack, chromium) -> None:
    own, report.weights = webgl8.format_for(source)
    content = own.encode(own.weights)
    start = time.perf_counter()
    rollout = webgl8.rollout(own, content)
    report.bytes, report.load_seconds = len(content), time.perf_counter() - start
    measure(report, rollout, reference)
    _long_run(report, rollout, reference)


def _tfjs(report, source, precision, work, reference, stack, chromium) -> None:
    kind = "none" if precision == "float32" else precision
    if not chromium:  # at first: where there is none, converting is in vain
        chromium.append(stack.enter_context(browser.chromium()))
    tfjs.write(source, work, kind)
    report.bytes = size_of(work / rollouts.STEP)
    rollout = browser.in_tfjs(chromium[0], work / rollouts.STEP)
    measure(report, rollout, reference)
    report.load_seconds = rollout.report["loadSeconds"]
    if kind != "none":
        # In Chromium 500 steps of all seeds take minutes. The same weights in Python give the same states, which is
        # checked; so the long run is done there.
        stored = source.with_weights(tfjs.stored_weights(work / rollouts.STEP, source.model))
        _same_as_stored(rollout, _reference(stored, reference.quality))
        _long_run(report, rollouts.in_python(stored.model), reference)


def _same_as_stored(rollout: rollouts.Rollout, stored: Reference) -> None:
    found = rollout(stored.states[0], stored.inputs, [stored.steps])[stored.steps]
    largest = difference(found, stored.states[stored.steps])
    if not largest <= max(BOUNDS["tfjs-float32"].steady, stored.rounding):
        raise RuntimeError(f"TF.js differs from Python by {largest:.1e} on the same stored weights")


def _long_run(report: Report, rollout: rollouts.Rollout, reference: Reference) -> None:
    quality, last = reference.quality, reference.last_step
    measure_quality(report, lambda: rollout(quality.start, quality.inputs, [last])[last], reference)


def _disturbed(source: model_argument.ModelArgument, by: float) -> dict[str, np.ndarray]:
    random = np.random.default_rng(0)
    return {
        name: values * (1 + by * random.standard_normal(values.shape, np.float32))
        for name, values in model_argument.arrays_of(source.model).items()
    }


_VERIFIERS = {"saved_model": _saved_model, "tfjs": _tfjs, "onnx": _onnx, "webgl8": _webgl8, "tflite": _tflite}


def main(argv: Sequence[str] | None = None) -> int:
    """Verifies models; returns 1 when a bound is broken."""
    parser = Parser(prog="python -m export.verify", description="Compares a model with each of its exports.")
    parser.add_argument(
        "models",
        metavar="MODEL",
        nargs="*",
        help=f"a shipped model (such as {model_argument.an_example()}) or the folder of a trained one (default: all "
        "shipped whose steps can be compared)",
    )
    parser.add_argument("--formats", metavar="NAME[,NAME...]", help=f"only these (default: {','.join(BOUNDS)})")
    parser.add_argument("--json", action="store_true", help="print one JSON object a format instead of a table")
    parser.add_argument("--results", metavar="DIR", type=Path, help="also write export-<MODEL>.json there")
    options = parser.parse_args(argv)
    formats = options.formats.split(",") if options.formats else list(BOUNDS)
    unknown = sorted(set(formats) - set(BOUNDS))
    if unknown:
        raise InputError(f"--formats names {unknown[0]!r}; expected some of {','.join(BOUNDS)}; check the spelling")
    if options.results:
        for model in options.models:
            model_argument.result_name(RESULT, model)
    # All are read before any is verified, which takes minutes.
    sources = {model: read(model) for model in options.models or _steppable()}
    for model, (source, _) in sources.items():
        if not any(_applies(name, source) for name in formats):
            raise InputError(f"none of {','.join(formats)} applies to {model}; one that does was expected; name others")
    return max((_verify_one(model, *found, formats, options) for model, found in sources.items()), default=0)


def _steppable() -> list[str]:
    """Names of the shipped models that have a step of their own; a space of automata has none."""
    return [
        name
        for name in model_files.list_pretrained()
        if any(signature.name == rollouts.STEP for signature in model_argument.load(name).model.signatures())
    ]


def _verify_one(
    model: str, source: model_argument.ModelArgument, quality: Quality, formats: Sequence[str], options
) -> int:
    show = sys.stderr.isatty() and not options.json
    reports = []
    said = (lambda line: print(line, end="\r", file=sys.stderr)) if show else (lambda line: None)
    for report in verify(source, quality, formats, said):
        reports.append(report)
        if options.json:
            print(json.dumps(report.to_json()), flush=True)
    if not options.json:
        print(table(reports, source.name))
        print(summary(reports, source.name), flush=True)
    if options.results:
        save(options.results, model, reports, options.formats)
    return FAILED if any(report.passed is False for report in reports) else 0


if __name__ == "__main__":
    run(main)
