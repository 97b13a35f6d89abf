"""`python -m training.growing`: train an automaton that grows a picture."""

import functools

from training import command_line
from training.growing.experiment import GrowingExperiment

main = functools.partial(command_line.train_family, GrowingExperiment, __doc__)

if __name__ == "__main__":
    command_line.run(main)
