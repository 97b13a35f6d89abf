"""`python -m training.growing`: train an automaton that grows a picture."""

import os

from training import command_line
from training.engine import use_threads


def main(argv=None):
    use_threads()
    from training.growing.experiment import GrowingConfig, GrowingExperiment, default_name

    parser = command_line.make_parser("growing", GrowingConfig, __doc__)
    options = command_line.parse(parser, GrowingConfig, argv)
    if options.data_dir:
        os.environ["TFDS_DATA_DIR"] = str(options.data_dir)
    experiment = GrowingExperiment(options.config, command_line.make_strategy(options.strategy))
    command_line.train(experiment, options, default_name=default_name(options.config))


if __name__ == "__main__":
    command_line.run(main)
