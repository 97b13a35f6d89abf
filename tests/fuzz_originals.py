"""Feeds hostile files to everything that reads them: `python -m tests.fuzz_originals --count 500 [--targets NAME ...]`.

Targets: load (nca_tf.load), originals (export.originals up to the model), verify (export.verify until it would compare:
the model, its target picture, its standard run). Each gets as many mutated files (small whole ones, damaged) as crafted
ones (made to break a reader). Each file must be accepted, or refused with an InputError of one line in three parts,
within `MOST_SECONDS` of all threads' processor time, while the process stays below `MOST_BYTES`. Prints a table; exit
status 1 when one of these fails.
"""

import argparse
import collections
import contextlib
import ctypes
import dataclasses
import gc
import resource
import shutil
import sys
import tempfile
import time
import traceback
from pathlib import Path

import numpy as np

from nca_tf.files.budget import MODEL_BYTES
from nca_tf.files.errors import InputError
from tests import crafted_models, crafted_originals
from tests.mutations import mutate
from tests.published_files import one_of_each

MOST_SECONDS = 5
MOST_GROWTH = 1.2 * MODEL_BYTES
"""Of the process by one file: what the largest model may take, and a fifth more."""
MOST_BYTES = 0.9e9 + MOST_GROWTH
"""Of the process in all; TensorFlow, as it is without any file, takes most of the rest."""
SPARE_BYTES = 4 << 30
"""Address space beyond what the process has at the start: a reader that would take more dies of it, not the machine."""
COLUMNS = ("target", "files", "refused", "accepted", "tracebacks", "worst CPU seconds", "worst peak MB", "before MB")


@dataclasses.dataclass
class Outcome:
    """What became of one target's files of one kind.

    Args:
      refused, accepted: how many.
      failures: what went wrong, one text a file.
      seconds: of the slowest file.
      peak: most bytes that a process with TensorFlow in it holds during any file.
      before: bytes that it held before the first.
    """

    refused: int = 0
    accepted: int = 0
    failures: list = dataclasses.field(default_factory=list)
    seconds: float = 0.0
    peak: int = 0
    before: int = 0


def run_load(folder):
    """Reads a model's folder as `nca_tf.load`."""
    import nca_tf

    nca_tf.load(folder)


def run_originals(path):
    """Reads a published file as `export.originals` does, until the model would be written."""
    from export import originals

    original = originals.read(path)
    assert all(np.isfinite(array).all() for array in original.arrays.values()), path
    originals._model(original)


def run_verify(folder):
    """Reads a model's folder as `export.verify` does before it compares."""
    from export import verify

    verify.read(str(folder))


RUNS = {"load": run_load, "originals": run_originals, "verify": run_verify}


def fuzz(target, kind, count, seed, folder):
    """Feeds `count` files of a kind, "mutated" or "crafted", to a target; returns the `Outcome`."""
    random, outcome = np.random.default_rng([seed, len(target), len(kind)]), Outcome()
    sources = folder / "sources"
    sources.mkdir(exist_ok=True)
    whole = one_of_each(sources) if target == "originals" else crafted_models.write_models(sources)
    run = RUNS[target]
    for source in whole:  # so that what is loaded once is not counted as a file's
        run(source)
    gc.collect()
    gc.freeze()  # TensorFlow's own objects need not be looked through after every file
    try:
        _forget_peak()
        outcome.before = _held("VmRSS")
        for number in range(count):
            work = folder / "work"
            shutil.rmtree(work, ignore_errors=True)
            work.mkdir()
            path = _make(target, kind, whole[number % len(whole)], work, random)
            _feed(run, path, outcome, f"{target}, {kind}, seed {seed}, file {number}")
    finally:
        gc.unfreeze()
    return outcome


def _make(target, kind, source, work, random):
    if target != "originals":
        shutil.copytree(source, work / "model")
        {"mutated": crafted_models.damage, "crafted": crafted_models.craft}[kind](work / "model", random)
        return work / "model"
    return crafted_originals.craft(work, random) if kind == "crafted" else _copy_damaged(source, work, random)


def _feed(run, path, outcome, named):
    _forget_peak()
    held = _held("VmRSS")
    start, failure = time.process_time(), None
    try:
        run(path)
        outcome.accepted += 1
    except InputError as error:
        outcome.refused += 1
        message = str(error)
        if message.count(";") < 2 or "\n" in message or len(message) > 1200 or not message.isprintable():
            failure = f"not one line in three parts: {message[:300]!r}"
    except Exception:
        failure = traceback.format_exc(limit=-3)
    # What a process that met this file first would hold: TensorFlow keeps some of what earlier ones made it take.
    seconds, peak = time.process_time() - start, outcome.before + _held("VmHWM") - held
    outcome.seconds, outcome.peak = max(outcome.seconds, seconds), max(outcome.peak, peak)
    if seconds > MOST_SECONDS or peak - outcome.before > MOST_GROWTH:
        failure = failure or f"{seconds:.1f} s, {(peak - outcome.before) / 1e6:.0f} MB more"
    if failure:
        outcome.failures.append(f"{named} ({path}): {failure}")


def _copy_damaged(path, work, random):
    from export.published.tf_checkpoint import prefix_of

    prefix = prefix_of(path)
    if prefix is None:
        (work / path.name).write_bytes(mutate(path.read_bytes(), random))
        return work / path.name
    parts = sorted(prefix.parent.glob(prefix.name + ".*"))
    chosen = parts[random.integers(len(parts))]
    for part in parts:
        content = part.read_bytes()
        (work / part.name).write_bytes(mutate(content, random) if part == chosen else content)
    return work / (prefix.name + ".index")


def peak_bytes():
    """The most memory that this process has held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def _held(field):
    """VmRSS (now), VmHWM (most since `_forget_peak`) or VmSize (address space) of this process, in bytes."""
    try:
        lines = Path("/proc/self/status").read_text().splitlines()
    except OSError:  # not Linux
        return peak_bytes()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith(field + ":"))


def _forget_peak():
    """Gives back what made the file, and starts the count of VmHWM anew."""
    gc.collect()
    with contextlib.suppress(AttributeError):  # not glibc
        ctypes.CDLL(None).malloc_trim(0)
    with contextlib.suppress(OSError):  # not Linux
        Path("/proc/self/clear_refs").write_text("5")


def table(outcomes):
    """The outcomes by (target, kind) as a table in Markdown."""
    lines = ["| " + " | ".join(COLUMNS) + " |", "|" + "---|" * len(COLUMNS)]
    for (target, kind), found in outcomes.items():
        files = f"{found.refused + found.accepted + _count(found)} {kind}"
        counts = (found.refused, found.accepted, _count(found))
        figures = (f"{found.seconds:.2f}", f"{found.peak / 1e6:.0f}", f"{found.before / 1e6:.0f}")
        lines.append("| " + " | ".join(map(str, (target, files, *counts, *figures))) + " |")
    return "\n".join(lines)


def _count(outcome):
    return sum("Traceback" in failure for failure in outcome.failures)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--targets", nargs="+", choices=list(RUNS), default=list(RUNS))
    parser.add_argument("--count", type=int, default=500, help="files of each kind for each target")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    limit = _held("VmSize") + SPARE_BYTES
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    outcomes = collections.OrderedDict()
    with tempfile.TemporaryDirectory() as folder:
        for target in options.targets:
            (Path(folder) / target).mkdir()
            for kind in ("mutated", "crafted"):
                outcomes[target, kind] = fuzz(target, kind, options.count, options.seed, Path(folder) / target)
    print(table(outcomes))
    failures = [failure for found in outcomes.values() for failure in found.failures]
    largest = max(found.peak for found in outcomes.values())
    failures += [f"the process held {largest / 1e6:.0f} MB"] if largest > MOST_BYTES else []
    print("\n".join(failures[:20]) or "none failed")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
