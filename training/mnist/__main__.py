"""`python -m training.mnist`: train cells that agree which digit, garment or character they form."""

from training import command_line
from training.engine import use_threads


def main(argv=None):
    use_threads()
    from training.mnist.experiment import MnistConfig, MnistExperiment, default_name
    from training.run_inputs import started_from

    parser = command_line.make_parser("mnist", MnistConfig, __doc__)
    parser.add_argument("--no-download", action="store_true", help="don't fetch a data set that is absent")
    options = command_line.parse(parser, MnistConfig, argv)
    name = default_name(options.config)
    experiment = MnistExperiment(
        options.config,
        command_line.make_strategy(options.strategy, options.config),
        data_dir=options.data_dir,
        download=not options.rest.no_download,
        started_from=started_from(command_line.run_folder(options, "mnist", name)),
    )
    command_line.train(experiment, options, default_name=name)


if __name__ == "__main__":
    command_line.run(main)
