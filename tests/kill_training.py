"""Kill (-9) a training at random moments, start it again each time, and compare it with one that nobody disturbed.

    python tests/kill_training.py                                   20 kills of a small training.growing
    python tests/kill_training.py --kills 5 -- python -m training.mnist --iterations 30

After every kill the newest checkpoint must be intact or there must be none, and never an older one than before. When a
run gets to its end, its last checkpoint (weights, optimizer, pool) and its log must equal the undisturbed ones bit for
bit; the next kills then start over in a new folder. Exit status 0 says that all of this held.
"""

import argparse
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from training.checkpoints import Checkpoints, decode
from training.log_file import read_log

SMALL = ["-m", "training.growing", "--iterations", "300", "--size", "16", "--padding", "4", "--pool-size", "16"]


def main() -> int:
    """Run the trial that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kills", type=int, default=20, help="how many times (default: 20)")
    parser.add_argument(
        "--random-seed", type=int, default=None, help="draws the moments (default: another one each time)"
    )
    parser.add_argument("command", nargs="*", default=[sys.executable, *SMALL], help="after --; takes --out")
    options = parser.parse_args()
    seed = random.randrange(2**31) if options.random_seed is None else options.random_seed
    print(f"kill moments from random seed {seed}")
    with tempfile.TemporaryDirectory() as folder:
        trial(options.command, options.kills, random.Random(seed), Path(folder))
    return 0


def trial(command: list[str], kills: int, rng: random.Random, folder: Path) -> None:
    """Kill `command` `kills` times. Raises AssertionError if anything was lost."""
    straight, killed = folder / "straight", folder / "killed-0"
    start = time.time()
    finish(command, straight)
    startup = (straight / "config.json").stat().st_mtime - start
    duration = time.time() - start
    print(f"undisturbed: {duration:.1f} s, {startup:.1f} s of it before the training begins")
    done, runs, reached = 0, 0, 0
    while done < kills:
        # Nothing is written while Python imports TensorFlow, so few of the kills need to fall there.
        delay = rng.uniform(0.8 * startup, duration)
        if not start_and_kill(command, killed, delay):
            assert_same(straight, killed)
            print(f"run {runs} got to its end, the same as the undisturbed one")
            runs, reached = runs + 1, 0
            killed = folder / f"killed-{runs}"
            continue
        done += 1
        now = saved_iteration(killed)
        assert now >= reached, f"iteration {reached} was saved before this kill, {now} is now"
        print(f"kill {done} after {delay:.2f} s: iteration {now} is saved")
        reached = now
    finish(command, killed)
    assert_same(straight, killed)
    print(f"{kills} kills over {runs + 1} runs: nothing was lost, every run ended the same as the undisturbed one")


def start_and_kill(command: list[str], out: Path, delay: float) -> bool:
    """Start `command` and kill it after `delay` seconds; return False if it got to its end before."""
    with tempfile.TemporaryFile() as errors:
        child = subprocess.Popen(arguments(command, out), stdout=subprocess.DEVNULL, stderr=errors)
        try:
            status = child.wait(timeout=delay)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
            return True
        errors.seek(0)
        assert status == 0, f"it could not go on:\n{errors.read().decode()}"
    return False


def finish(command: list[str], out: Path) -> None:
    """Let `command` get to its end."""
    done = subprocess.run(arguments(command, out), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    assert done.returncode == 0, done.stderr


def arguments(command: list[str], out: Path) -> list[str]:
    """The command with its folder, and with a checkpoint after every iteration so that kills hit the saving."""
    return [*command, "--out", str(out), "--checkpoint-seconds", "0"]


def saved_iteration(out: Path) -> int:
    """The iteration of the newest checkpoint, which must be intact; 0 if there is none."""
    paths = Checkpoints(out / "checkpoints").paths()
    return decode(paths[0].read_bytes())[0]["iteration"] if paths else 0


def assert_same(left: Path, right: Path) -> None:
    """Compare the last checkpoints and the logs of two runs, times excepted."""
    (_, ours), (_, theirs) = (decode(Checkpoints(f / "checkpoints").paths()[0].read_bytes()) for f in (left, right))
    assert ours.keys() == theirs.keys()
    for name, array in ours.items():
        np.testing.assert_array_equal(array, theirs[name], err_msg=name)
    logs = [[{**row, "seconds": 0.0} for row in read_log(f / "log.csv")] for f in (left, right)]
    assert logs[0] == logs[1], "the logs differ"


if __name__ == "__main__":
    sys.exit(main())
