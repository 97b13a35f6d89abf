"""`python -m training.adversarial`: train a few cells that make the others say, or grow, what they should not."""

import functools

from training import command_line
from training.adversarial.experiment import AdversarialExperiment

main = functools.partial(command_line.train_family, AdversarialExperiment, __doc__)

if __name__ == "__main__":
    command_line.run(main)
