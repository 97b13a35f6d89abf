"""`python -m training.benchmark FAMILY`: how long one training iteration takes, plain and as this package does it.

Each form runs in child processes of its own (threads and peak memory belong to a process), in turn. Every child times
whole iterations after a warm-up and reports its median. The speedup is the median over pairs of neighbours in time.
"""

import importlib
import json
import resource
import statistics
import subprocess
import sys
import time
import typing
from collections.abc import Sequence
from typing import Any

from nca_tf.command import OneLineParser
from nca_tf.families import FAMILIES
from nca_tf.files.errors import InputError
from nca_tf.files.names import check_name
from nca_tf.files.result_files import Row, save_result
from training import command_line

FORMS = ("dense", "engine")
WARM_UP = {"dense": 1, "engine": 3}
ITERATIONS = {"dense": 3, "engine": 15}
_NO_SETTINGS = ("form", "return")


def measure(family: str, form: str, **settings) -> dict[str, float]:
    """Median seconds of an iteration and peak memory of this process, which must not have used TensorFlow yet."""
    if form == "engine":
        from training.engine import use_threads

        use_threads()
    iteration = importlib.import_module(f"training.{family}.benchmark").make_iteration(form, **settings)
    for number in range(WARM_UP[form]):
        iteration(number)
    seconds = []
    for number in range(ITERATIONS[form]):
        start = time.perf_counter()
        iteration(WARM_UP[form] + number)
        seconds.append(time.perf_counter() - start)
    scale = 1024 if sys.platform == "linux" else 1024**2
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / scale
    return {"seconds": statistics.median(seconds), "peak_mb": peak}


def compare(family: str, pairs: int, settings: dict[str, Any]) -> dict[str, float]:
    """Run both forms in turn, `pairs` times, each in a child process."""
    runs = [{form: _child(family, form, settings) for form in FORMS} for _ in range(pairs)]
    median = {form: statistics.median(run[form]["seconds"] for run in runs) for form in FORMS}
    speedups = [run["dense"]["seconds"] / run["engine"]["seconds"] for run in runs]
    return {
        "dense_seconds": round(median["dense"], 4),
        "engine_seconds": round(median["engine"], 4),
        "speedup": round(statistics.median(speedups), 2),
        "speedup_lowest": round(min(speedups), 2),
        "speedup_highest": round(max(speedups), 2),
        "dense_peak_mb": round(max(run["dense"]["peak_mb"] for run in runs)),
        "engine_peak_mb": round(max(run["engine"]["peak_mb"] for run in runs)),
    }


def save(name: str, family: str, pairs: int, settings: dict[str, Any], result: dict[str, float]) -> None:
    """Write the figures of `compare` to results/<name>.json."""
    shown = ", ".join(f"{key} {value}" for key, value in settings.items() if key != "data_dir")
    given = f" --settings '{json.dumps({k: v for k, v in settings.items() if k != 'data_dir'})}'" if shown else ""
    rows = [
        Row("plain dense form, seconds an iteration", result["dense_seconds"]),
        Row("this package's engine, seconds an iteration", result["engine_seconds"]),
        Row(f"how many times faster, median of {pairs} pairs", result["speedup"]),
        Row("the lowest of these", result["speedup_lowest"]),
        Row("the highest", result["speedup_highest"]),
        Row("plain dense form, peak MB", result["dense_peak_mb"]),
        Row("this package's engine, peak MB", result["engine_peak_mb"]),
    ]
    title = f"One training iteration of {family}" + (f": {shown}" if shown else "")
    save_result(
        name, "Speed", title, f"python -m training.benchmark {family}{given} --pairs {pairs} --save {name}", rows
    )


def _child(family: str, form: str, settings: dict[str, Any]) -> dict[str, float]:
    command = [sys.executable, "-m", "training.benchmark", family, "--form", form, "--settings", json.dumps(settings)]
    finished = subprocess.run(command, capture_output=True, text=True, check=False)
    if finished.returncode:
        said = finished.stderr.strip().splitlines()
        # A system out of memory kills without a word.
        how = said[-1] if said else f"it ended with status {finished.returncode}, perhaps for want of memory"
        raise InputError(f"the {form} form failed: {how}; a time was expected; run it alone with --form.")
    return json.loads(finished.stdout.splitlines()[-1])


def read_settings(family: str, text: str) -> dict[str, Any]:
    """What --settings says.

    Args:
      text: a JSON object of arguments of the family's `make_iteration`.
    Raises:
      InputError: it is something else, or an argument is unknown or of another type.
    """
    make_iteration = importlib.import_module(f"training.{family}.benchmark").make_iteration
    known = {name: kind for name, kind in typing.get_type_hints(make_iteration).items() if name not in _NO_SETTINGS}
    expected = f"a JSON object was expected with keys among {', '.join(known)}; correct --settings"
    try:
        settings = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputError(f"--settings {text!r} is not JSON ({error}); {expected}") from None
    if not isinstance(settings, dict):
        raise InputError(f"--settings holds a {type(settings).__name__}; {expected}")
    for key, value in settings.items():
        if key not in known:
            raise InputError(f"--settings has the unknown key {key!r}; {expected}")
        if not isinstance(value, known[key]) or isinstance(value, bool):
            kind = getattr(known[key], "__name__", str(known[key]))
            raise InputError(f"{key} of --settings is {value!r}; a value of type {kind} was expected; correct it")
    return settings


def main(argv: Sequence[str] | None = None) -> None:
    """Time one family's iterations in both forms, or in one, and print or write what was found."""
    parser = OneLineParser(prog="python -m training.benchmark", description=__doc__.splitlines()[0])
    parser.add_argument("family", choices=tuple(FAMILIES))
    parser.add_argument("--pairs", type=int, default=3, help="how often both forms are timed (default: 3)")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--save", metavar="NAME", help="also write results/NAME.json, for RESULTS.md")
    parser.add_argument("--form", choices=FORMS, help="time this form alone, in this process")
    parser.add_argument("--settings", default="{}", help='JSON for the family, such as {"size": 256}')
    options = parser.parse_args(argv)
    settings = read_settings(options.family, options.settings)
    if options.pairs < 1:
        raise InputError(f"--pairs is {options.pairs}; at least 1 was expected; give a positive number.")
    if options.save:
        check_name(options.save)
    if options.form:
        print(json.dumps(measure(options.family, options.form, **settings)))
        return
    result = compare(options.family, options.pairs, settings)
    if options.save:
        save(options.save, options.family, options.pairs, settings, result)
    if options.json:
        print(json.dumps(result))
        return
    for name, value in result.items():
        print(f"{name:16} {value}")


if __name__ == "__main__":
    command_line.run(main)
