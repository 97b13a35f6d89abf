"""A training command as it is, which leaves after its last iteration and says what this process then knows.

    python observed_training.py STATE SIGNAL:ITERATION training.growing --iterations 20 --out DIR

Everything that a checkpoint holds goes to the file STATE, also on a worker that writes none itself. In iteration
ITERATION (from 1) the process sends itself SIGNAL; 0:0 sends nothing. The measurements at the end would take longer
than what is tested.
"""

import os
import runpy
import sys

import numpy as np

from training import loop
from training.training_state import gather


def main() -> None:
    """Run the command."""
    state, disturbance, module, *arguments = sys.argv[1:]
    number, at = map(int, disturbance.split(":"))
    iterate, one_iteration = loop._iterate, loop._one_iteration

    def observed(experiment, *rest):
        try:
            iterate(experiment, *rest)
        finally:
            np.savez(state, **gather(experiment))
        sys.exit(0)

    def disturbed(experiment, iteration, *rest):
        if iteration + 1 == at:
            os.kill(os.getpid(), number)
        return one_iteration(experiment, iteration, *rest)

    loop._iterate, loop._one_iteration = observed, disturbed
    sys.argv = [module, *arguments]
    runpy.run_module(module, run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
