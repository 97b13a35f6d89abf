"""`python -m training.ncam`: train a network that makes an automaton of every code and a code of every picture."""

import functools

from training import command_line
from training.ncam.experiment import NcamExperiment

main = functools.partial(command_line.train_family, NcamExperiment, __doc__)

if __name__ == "__main__":
    command_line.run(main)
