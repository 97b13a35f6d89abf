"""`python -m training.growing`: train an automaton that grows a picture."""

import os

from training import command_line
from training.engine import use_threads


def main(argv=None):
    use_threads()
    from training.growing.experiment import GrowingConfig, GrowingExperiment, default_name
    from training.run_inputs import started_from

    parser = command_line.make_parser("growing", GrowingConfig, __doc__)
    options = command_line.parse(parser, GrowingConfig, argv)
    if options.data_dir:
        os.environ["TFDS_DATA_DIR"] = str(options.data_dir)
    name = default_name(options.config)
    earlier = started_from(command_line.run_folder(options, "growing", name))
    strategy = command_line.make_strategy(options.strategy, options.config)
    experiment = GrowingExperiment(options.config, strategy, started_from=earlier)
    command_line.train(experiment, options, default_name=name)


if __name__ == "__main__":
    command_line.run(main)
