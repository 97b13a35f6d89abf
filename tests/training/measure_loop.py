"""Times what the training loop itself costs: python tests/training/measure_loop.py

An iteration that does nothing is logged, shown and saved two thousand times. Exit status 1 says that one took more
than a millisecond.
"""

import sys
import tempfile
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[2]), str(Path(__file__).parent)]

from toy_runs import toy, train  # noqa: E402 (the paths come first)

from training.log_file import read_log  # noqa: E402

ITERATIONS, WARM_UP, MOST_SECONDS = 2000, 100, 1e-3


def main() -> int:
    """Measure and print."""
    experiment = toy(iterations=ITERATIONS)
    experiment.snapshot_iterations = ()
    experiment.iterate = lambda iteration: {"loss": 1.0 + iteration, "gradient_norm": 2.0, "alive": 3.0}
    with tempfile.TemporaryDirectory() as folder:
        train(experiment, Path(folder), progress=True)
        rows = read_log(Path(folder) / "log.csv")
    seconds = (rows[-1]["seconds"] - rows[WARM_UP - 1]["seconds"]) / (ITERATIONS - WARM_UP)
    print(f"{1000 * seconds:.3f} ms an iteration; at most {1000 * MOST_SECONDS:g} are promised")
    return int(seconds > MOST_SECONDS)


if __name__ == "__main__":
    sys.exit(main())
