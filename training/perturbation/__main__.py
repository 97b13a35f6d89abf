"""`python -m training.perturbation`: train a matrix that turns what a frozen automaton grows into something else."""

import functools

from training import command_line
from training.perturbation.experiment import PerturbationExperiment

main = functools.partial(command_line.train_family, PerturbationExperiment, __doc__)

if __name__ == "__main__":
    command_line.run(main)
