"""Feeds damaged files to export.originals: `python -m tests.fuzz_originals --count 2000 [FILE ...]`.

Every file must either be read or be refused with an InputError of one line, within 5 seconds, and the process must stay
below 1 GB. Without FILEs, small ones of every format are made.
"""

import argparse
import collections
import resource
import shutil
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

from export import originals
from export.published.tf_checkpoint import prefix_of
from nca_tf.files.errors import InputError
from tests.mutations import mutate
from tests.published_files import one_of_each

MOST_SECONDS = 5
MOST_BYTES = 1e9


def fuzz(paths, count, seed, folder):
    """Reads `count` damaged copies of `paths`; returns how many were read and refused, and the longest time."""
    random, outcomes, slowest = np.random.default_rng(seed), collections.Counter(), 0.0
    for number in range(count):
        work = folder / "work"
        shutil.rmtree(work, ignore_errors=True)
        work.mkdir()
        path = Path(paths[number % len(paths)])
        damaged = _copy_damaged(path, work, random)
        start = time.perf_counter()
        try:
            original = originals.read(damaged)
            assert all(np.isfinite(array).all() for array in original.arrays.values()), (seed, number)
            outcomes["read"] += 1
        except InputError as error:
            message = str(error)
            assert message.count(";") >= 2 and "\n" not in message and len(message) < 500, (seed, number, message)
            outcomes["refused"] += 1
        except BaseException:
            print(f"seed {seed}, file {number} ({path.name}) is kept as {work}", file=sys.stderr)
            raise
        seconds = time.perf_counter() - start
        assert seconds < MOST_SECONDS, (seed, number, path.name, seconds)
        slowest = max(slowest, seconds)
    return outcomes, slowest


def _copy_damaged(path, work, random):
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


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        before, start = peak_bytes(), time.perf_counter()
        paths = options.files or one_of_each(Path(folder))
        outcomes, slowest = fuzz(paths, options.count, options.seed, Path(folder))
        seconds, peak = time.perf_counter() - start, peak_bytes()
    assert peak < MOST_BYTES, peak
    print(
        f"{options.count} files: {outcomes['read']} read, {outcomes['refused']} refused, slowest {slowest:.2f} s, "
        f"peak {peak / 1e6:.0f} MB ({before / 1e6:.0f} MB before the first), {seconds:.0f} s in all"
    )


if __name__ == "__main__":
    main()
