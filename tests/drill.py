"""What a training and the other commands do when things go wrong, tried for real: `make drill`.

    python tests/drill.py                          all of it, about half an hour on two cores
    python tests/drill.py --kills 2 --no-save      a short one that records nothing

One table: what was done, what became of it, and whether anything was lost. It goes to results/drill.json.
"""

import argparse
import contextlib
import os
import random
import re
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from bad_inputs import BAD_INPUTS
from kill_training import SMALL, assert_same, finish, saved_iteration, trial
from small_datasets import write_dataset

from nca_tf.files.result_files import Row, save_result
from training.options import describe_command

ROOT = Path(__file__).resolve().parents[1]
GROWING = [sys.executable, *SMALL]
DIGITS = [sys.executable, "-m", "training.mnist", "--iterations", "40", "--pool-size", "16", "--rollout-steps", "6"]
SHORT = [*GROWING[:3], "--iterations", "40", *GROWING[5:]]
FULL_DISK_BYTES = 60_000
"""Largest file that a process on the full disk may write: less than a checkpoint, more than a log."""


def run(command: list[str], **options) -> tuple[int, str]:
    """Exit status and the last line on standard error of a command that gets to its end."""
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, cwd=ROOT, **options)
    return done.returncode, without_places((done.stderr.splitlines() or [""])[-1])


def kills(command: list[str], count: int) -> Callable[[Path], str]:
    def attempt(folder: Path) -> str:
        with open(folder / "kills.log", "w") as log, contextlib.redirect_stdout(log):
            trial(command, count, random.Random(7), folder)
        return f"{count} kills: every run ended bit for bit as the undisturbed one"

    return attempt


def full_disk(folder: Path) -> str:
    """Files can't grow beyond a size, as on a disk without room; then there is room again."""
    out, straight = folder / "full", folder / "straight"
    command = [*SHORT, "--checkpoint-seconds", "0"]
    finish(command, straight)
    limit = (FULL_DISK_BYTES, FULL_DISK_BYTES)
    status, line = run(
        [*command, "--out", str(out)], preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, limit)
    )
    assert status == 2, (status, line)
    finish(command, out)
    assert_same(straight, out)
    return f'status 2, "{line}"; with room again it ended as the undisturbed one'


def read_only(folder: Path) -> str:
    """A folder that can't be written to, by nobody: one below /proc."""
    status, line = run([*SHORT, "--out", "/proc/runs/lizard"])
    assert status == 2 and line.startswith("error: "), (status, line)
    return f'status 2, "{line}"'


def clock_jump(folder: Path) -> str:
    """Between two parts of a training the clock goes back by years, and the next time forward."""
    out, straight = folder / "clock", folder / "straight"
    command = [*SHORT, "--checkpoint-seconds", "0"]
    finish(command, straight)
    for moment in (1e9, 2.5e9):
        stop_midway(command, out)
        for path in out.rglob("*"):
            os.utime(path, (moment, moment))
    finish(command, out)
    assert_same(straight, out)
    return "files dated 2001, then 2049: it ended as the undisturbed one"


def stop_midway(command: list[str], out: Path) -> None:
    """Start a training and ask it to end once it has saved something new."""
    before = saved_iteration(out)
    child = subprocess.Popen([*command, "--out", str(out)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while child.poll() is None and saved_iteration(out) <= before + 3:
        time.sleep(0.05)
    child.send_signal(signal.SIGTERM)
    child.wait()


def two_runs(folder: Path) -> str:
    """A second training in a folder where one is at work."""
    out = folder / "shared"
    first = subprocess.Popen(
        [*GROWING, "--out", str(out), "--checkpoint-seconds", "0"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        while saved_iteration(out) < 2:
            time.sleep(0.05)
        status, line = run([*GROWING, "--out", str(out)])
        assert status == 2 and first.poll() is None, (status, line)
    finally:
        first.kill()
        first.wait()
    assert saved_iteration(out) >= 2
    return f'the second: status 2, "{line}"; the first went on'


def lost_worker(folder: Path) -> str:
    """One of two workers is killed, another time stopped; then one process goes on alone."""
    test = "tests/training/test_workers.py::"
    test += "test_growing_with_pool_and_damage_survives_a_killed_and_a_stopped_worker_and_ends_as_one_process_would"
    status, _ = run([sys.executable, "-m", "pytest", "-q", test])
    assert status == 0
    return "the chief ends with a line and status 2; one process alone ends as an undisturbed one"


def bad_input(words: list[str]) -> Callable[[Path], str]:
    def attempt(folder: Path) -> str:
        done = subprocess.run(
            [sys.executable, "-m", *words], capture_output=True, text=True, cwd=folder, env=environment()
        )
        said = done.stderr.strip()
        assert done.returncode == 2 and said.startswith("error: ") and "\n" not in said, (done.returncode, said)
        assert not list(folder.rglob("*")), "it left something behind"
        return f'"{without_places(said)}"'

    return attempt


def without_places(said: str) -> str:
    """A message without the folders of this machine."""
    said = said.replace(f"{ROOT}/", "").replace(str(Path.home()), "~")
    return re.sub(rf"{re.escape(tempfile.gettempdir())}/tmp\w+/", "", said)


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "CUDA_VISIBLE_DEVICES": "-1", "TF_CPP_MIN_LOG_LEVEL": "3"}


def rows(count: int) -> Iterator[tuple[str, Callable[[Path], str]]]:
    """What is tried, by what it is called."""
    with tempfile.TemporaryDirectory() as data:
        write_dataset(Path(data), train=5200)  # of which 5000 are held out
        digits = [*DIGITS, "--data-dir", data]
        yield f"growing: kill -9, {count} times, at random moments", kills(GROWING, count)
        yield f"digits: kill -9, {count} times, at random moments", kills(digits, count)
    yield "the disk is full: no file may grow beyond 60 kB", full_disk
    yield "the folder can't be written to: one below /proc", read_only
    yield "the clock jumps: the run's files are dated anew", clock_jump
    yield "two trainings on one folder", two_runs
    yield "a worker of two is lost", lost_worker
    for words in BAD_INPUTS:
        yield f"`{describe_command(f'python -m {words[0]}', words[1:])}`", bad_input(words)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kills", type=int, default=20, help="of each training (default: 20)")
    parser.add_argument("--no-save", action="store_true", help="print the table only")
    options = parser.parse_args()
    found, lost = [], 0
    for what, attempt in rows(options.kills):
        with tempfile.TemporaryDirectory() as folder:
            try:
                became = attempt(Path(folder))
            except AssertionError as error:
                became, lost = f"LOST: {' '.join(str(error).split())[:200]}", lost + 1
        print(f"{what}\n    {became}", flush=True)
        found.append(Row(what, became))
    print(f"{len(found)} tried, {lost} lost something or said it badly")
    if not options.no_save:
        save_result("drill", "Reliability", "When things go wrong", "make drill", found)
    return int(lost > 0)


if __name__ == "__main__":
    sys.exit(main())
