"""A training command as it is, which leaves after its last iteration and says what this process then knows."""

import os
import runpy
import sys
from pathlib import Path

import numpy as np

from training import loop
from training.training_state import gather


def run(state: Path, number: int, at: int, module: str, *arguments: str) -> None:
    """Run the command in this process, which then ends: the measurements would take longer than what is tested.

    Args:
      state: a file, .npz, for everything that a checkpoint holds; also on a worker that writes none itself.
      number: of the signal that the process sends itself; 0 for none.
      at: the iteration (from 1) in which it does.
      module: such as training.growing.
      arguments: the command's options.
    """
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
