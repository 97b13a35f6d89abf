"""`python -m training.takeover`: train a rule that grows a picture, or one that displaces another's cells."""

import functools

from training import command_line
from training.takeover.experiment import TakeoverExperiment

main = functools.partial(command_line.train_family, TakeoverExperiment, __doc__)

if __name__ == "__main__":
    command_line.run(main)
