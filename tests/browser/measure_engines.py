"""Times the engines of the page and saves the figures: python tests/browser/measure_engines.py

Writes results/web_engines.json, from which `python -m training.results` makes RESULTS.md. Exit status 1 says that an
engine is slower than promised, in its best round: other processes may take the processor away, but nothing gives a
program more of it.
"""

import sys
import tempfile
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(REPOSITORY), str(Path(__file__).parent)]

import chromium  # noqa: E402 (the paths come first)
from engine_timing import DIGIT, GRID, LARGE, PATTERNS, Timing, time_engines, time_families  # noqa: E402

from nca_tf.files.result_files import Row, save_result  # noqa: E402

MOST_MS = {
    ("WebAssembly SIMD", GRID): 2.5,
    ("WebAssembly SIMD", LARGE): 1000 / 60,
    ("WebAssembly SIMD", DIGIT): 1000 / 200,
    ("plain JavaScript", DIGIT): 1000 / 200,
}
"""Kernel and side of the grid of living cells -> milliseconds that a step may take."""
MOST_MS_OF = {
    "digit with adversaries": 1000 / 200,
    "lizard with adversaries": 1.0,
    "lizard on a torus, two rules": 1000 / 60,
}
"""The same of models that are made of others, in WebAssembly."""
LABELS = {"live": "living cells", "tfjs": "TensorFlow.js"}


def broken_promises(timings: list[Timing], of_families: dict[str, Timing]) -> list[str]:
    """A line for each engine that is slower than promised, or was not timed."""
    families = {what: timing.best_ms for what, timing in of_families.items()}
    late = {what: most for what, most in MOST_MS_OF.items() if not families.get(what, float("inf")) <= most}
    best = {(one.kernel, one.size): one.best_ms for one in timings if one.engine == "live"}
    slow = {key: most for key, most in MOST_MS.items() if not best.get(key, float("inf")) <= most}
    lines = [f"{kernel}, {size}x{size}: at most {most:.3g} ms promised" for (kernel, size), most in slow.items()]
    return lines + [f"{what}: at most {most:.3g} ms promised" for what, most in late.items()]


def main() -> int:
    """Measure, print, save, judge."""
    with tempfile.TemporaryDirectory() as temporary:
        files = Path(temporary) / "files"
        files.mkdir()
        with chromium.serve(files) as site, chromium.launch() as browser:
            page = browser.new_page()
            page.goto(site + "blank.html")
            timings = time_engines(page, files, Path(temporary) / "models", graph=True, rounds=5, length=5)
            of_families = time_families(page, files, rounds=5, length=5)
            version = browser.version
    rows = []
    for timing in timings:
        what = f"{timing.size}x{timing.size} {'digit' if timing.size == DIGIT else 'lizard'}"
        if timing.size == LARGE:
            what += f", {PATTERNS} of them"
        label = f"{what}, {LABELS[timing.engine]} ({timing.kernel}), ms a step"
        rows.append(Row(label, round(timing.ms, 3)))
        print(f"{label}: {timing.ms:.3f} (best {timing.best_ms:.3f}), {timing.living} living cells of {timing.model}")
    for what, timing in of_families.items():
        label = f"{timing.size}x{timing.size} {what}, {LABELS[timing.engine]} ({timing.kernel}), ms a step"
        rows.append(Row(label, round(timing.ms, 3)))
        print(f"{label}: {timing.ms:.3f} (best {timing.best_ms:.3f}), {timing.living} living cells of {timing.model}")
    note = f"Chromium {version}, headless, software rendering; median of five rounds that take turns. "
    note += f"Models: {', '.join(sorted({timing.model for timing in [*timings, *of_families.values()]}))}."
    path = save_result(
        "web_engines",
        "Web demo",
        "Engines of the page",
        "python tests/browser/measure_engines.py",
        rows,
        note,
        REPOSITORY / "results",
    )
    print(f"wrote {path.relative_to(REPOSITORY)}")
    broken = broken_promises(timings, of_families)
    for line in broken:
        print(f"too slow: {line}")
    return int(bool(broken))


if __name__ == "__main__":
    sys.exit(main())
