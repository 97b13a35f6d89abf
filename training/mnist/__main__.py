"""`python -m training.mnist`: train cells that agree which digit, garment or character they form."""

import functools

from training import command_line
from training.mnist.experiment import MnistExperiment

main = functools.partial(command_line.train_family, MnistExperiment, __doc__)

if __name__ == "__main__":
    command_line.run(main)
