"""Options, configuration files, and what a command says about a mistake: one line and status 2."""

import dataclasses
import errno
import json
import re
import signal
import sys
from pathlib import Path

import pytest
import tensorflow as tf

from nca_tf.files.errors import InputError
from training import command_line
from training.configuration import Configuration, from_mapping, setting
from training.health import TrainingStopped
from training.options import describe_command, make_parser
from training.options import parse as parse_options
from training.signals import Interrupted
from training.workers import is_chief


@dataclasses.dataclass(frozen=True)
class Config(Configuration):
    """One setting of every kind."""

    iterations: int = setting(100, "how many", at_least=1)
    fire_rate: float = setting(0.5, "probability that a cell updates (100% at most)", above=0, at_most=1)
    experiment: str = setting("regenerating", "which", choices=("growing", "regenerating"))
    cuts: tuple[int, ...] = setting((1, 2), "where", at_least=0)
    clip: float | None = setting(None, "limit", above=0)
    shuffle: bool = setting(True, "in random order")


def parse(*words):
    """The options that `words` give."""
    return parse_options(make_parser("toy", Config, "A toy."), Config, words)


@pytest.fixture(autouse=True)
def this_process_stays_as_it_is(monkeypatch):
    """`command_line.run` is meant to be the last thing that a process does."""
    before = signal.getsignal(signal.SIGTERM)
    monkeypatch.setattr(sys, "unraisablehook", sys.unraisablehook)
    yield
    signal.signal(signal.SIGTERM, before)


def run(main, capsys):
    """The exit status of a command and what it wrote to standard error."""
    with pytest.raises(SystemExit) as caught:
        command_line.run(main)
    return caught.value.code, capsys.readouterr().err


def test_without_options_everything_is_as_the_dataclass_says():
    options = parse()
    assert options.config == Config()
    assert (options.out, options.data_dir, options.strategy, options.checkpoint_seconds) == (None, None, "none", 60.0)
    assert options.command == "python -m training.toy"


def test_every_field_is_an_option():
    options = parse(
        *("--iterations", "7", "--fire-rate", "1", "--experiment", "growing", "--cuts", "3", "4", "5"),
        *("--clip", "2.5", "--no-shuffle", "--random-seed", "3", "--init", "growing/lizard", "--out", "x"),
    )
    assert options.config == Config(7, 3, "growing/lizard", None, 1.0, "growing", (3, 4, 5), 2.5, False)
    assert isinstance(options.config.fire_rate, float)
    assert options.out == Path("x")


def test_a_configuration_file_is_read_and_options_win(tmp_path):
    (tmp_path / "c.json").write_text('{"iterations": 5, "fire_rate": 1, "cuts": [9], "clip": null}')
    config = parse("--config", str(tmp_path / "c.json"), "--iterations", "6").config
    assert config == Config(iterations=6, fire_rate=1.0, cuts=(9,))


def test_the_config_file_of_a_run_is_a_configuration_file(tmp_path):
    config = Config(iterations=5, cuts=(4,))
    content = {"family": "toy", "config": dataclasses.asdict(config)}
    (tmp_path / "config.json").write_text(json.dumps(content))
    assert parse("--config", str(tmp_path / "config.json")).config == config


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b'{"fire_rat": 1}', "c.json has the unknown key 'fire_rat'; known keys are clip, cuts, experiment, fire_rate"),
        (b'{"iterations": "many"}', "iterations is 'many'; an integer was expected; correct --iterations or"),
        (b'{"iterations": true}', "iterations is True; an integer was expected"),
        (b'{"iterations": 2.5}', "iterations is 2.5; an integer was expected"),
        (b'{"cuts": 3}', "cuts is 3; a list of integers was expected"),
        (b'{"cuts": [1, -1]}', "cuts is -1; a value of at least 0 was expected"),
        (b'{"shuffle": 1}', "shuffle is 1; a truth value was expected"),
        (b'{"fire_rate": NaN}', "fire_rate is nan; a finite number was expected"),
        (b'{"fire_rate": null}', "fire_rate is None; a number was expected"),
        (b"[1]", "c.json holds a list; a JSON object of settings was expected"),
        (b"{", "c.json is not JSON"),
        (b"", "c.json is not JSON"),
        (b"\xff\xfe", "c.json is not JSON"),
        pytest.param(b"[" * 100_000, "c.json is not JSON", id="deep"),
        pytest.param(b" " * 2_000_000, "c.json is larger than a megabyte", id="large"),
    ],
)
def test_a_bad_configuration_file_is_explained(tmp_path, content, message):
    (tmp_path / "c.json").write_bytes(content)
    with pytest.raises(InputError) as caught:
        parse("--config", str(tmp_path / "c.json"))
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_missing_configuration_file_is_explained(tmp_path):
    with pytest.raises(InputError, match=r"no\.json can't be read \(No such file or directory\)"):
        parse("--config", str(tmp_path / "no.json"))
    with pytest.raises(InputError, match="can't be read"):
        parse("--config", str(tmp_path))


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--iterations", "0"], "iterations is 0; a value of at least 1 was expected"),
        (["--iterations", "-5"], "iterations is -5; a value of at least 1"),
        (
            ["--fire-rate", "0"],
            "fire_rate is 0.0; a value of more than 0 and at most 1 was expected; correct --fire-rate",
        ),
        (["--fire-rate", "1.01"], "fire_rate is 1.01; a value of more than 0 and at most 1"),
        (["--fire-rate", "nan"], "fire_rate is nan; a finite number"),
        (["--random-seed", "-1"], "random_seed is -1; a value of at least 0 and at most 2147483647"),
        (["--experiment", "shrinking"], "experiment is 'shrinking'; one of growing, regenerating was expected"),
        (["--checkpoint-seconds", "-1"], "checkpoint-seconds is -1.0; a finite number of at least 0 was expected"),
        (["--checkpoint-seconds", "nan"], "checkpoint-seconds is nan"),
    ],
)
def test_a_value_out_of_range_is_explained(words, message):
    with pytest.raises(InputError) as caught:
        parse(*words)
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--iterations", "abc"], "argument --iterations: invalid int value: 'abc'"),
        (["--iterations"], "argument --iterations: expected one argument"),
        (["--unknown", "1"], "unrecognized arguments: --unknown 1"),
        (["--iter", "1"], "unrecognized arguments: --iter 1"),
        (["--strategy", "all"], "argument --strategy: invalid choice: 'all'"),
    ],
)
def test_a_bad_option_is_one_line_and_status_two(words, message, capsys):
    with pytest.raises(SystemExit) as caught:
        parse(*words)
    assert caught.value.code == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"error: {message}")
    assert line.endswith("; see python -m training.toy --help")


def test_help_names_every_option_with_its_default(capsys):
    with pytest.raises(SystemExit) as caught:
        parse("--help")
    assert caught.value.code == 0
    text = " ".join(capsys.readouterr().out.split())
    for words in (
        "--iterations N how many (default: 100)",
        "--fire-rate X probability that a cell updates (100% at most) (default: 0.5)",
        "--experiment {growing,regenerating} which (default: regenerating)",
        "--cuts [N ...] where (default: 1 2)",
        "--shuffle, --no-shuffle in random order (default: True)",
        "--out DIR",
        "--config FILE",
        "--data-dir DIR",
        "--checkpoint-seconds X",
    ):
        assert words in text


def test_a_familys_own_options_come_back_in_rest():
    parser = make_parser("toy", Config, "A toy.")
    parser.add_argument("--fast", action="store_true")
    assert parse_options(parser, Config, ["--fast"]).rest.fast is True


def test_the_recorded_command_has_no_folder_of_this_machine():
    words = ["--target", "/home/ada/my lizard.png", "--out=/tmp/x/run", "--init", "runs/a", "--name", "a/b"]
    text = describe_command("python -m training.toy", words)
    assert text == "python -m training.toy --target 'my lizard.png' --out=run --init runs/a --name a/b"


def test_from_mapping_refuses_unknown_keys():
    with pytest.raises(InputError, match="the configuration has the unknown key 'x'"):
        from_mapping(Config, {"x": 1})


def raising(error):
    """A command that fails with `error`."""

    def main():
        raise error

    return main


def test_bad_input_is_one_line_and_status_two(capsys):
    assert run(raising(InputError("a; b; c")), capsys) == (2, "error: a; b; c\n")
    assert run(raising(TrainingStopped("a; b; c")), capsys) == (2, "error: a; b; c\n")


def test_an_interruption_is_one_line_and_the_signals_status(capsys):
    assert run(raising(Interrupted(signal.SIGTERM, "saved")), capsys) == (143, "saved\n")
    assert run(raising(KeyboardInterrupt()), capsys) == (130, "interrupted; what was saved before is kept\n")
    status, line = run(lambda: signal.raise_signal(signal.SIGTERM), capsys)
    assert (status, line) == (143, "interrupted; what was saved before is kept\n")


def test_a_mistake_of_the_program_keeps_its_traceback():
    with pytest.raises(ZeroDivisionError):
        command_line.run(lambda: 1 / 0)


@pytest.mark.parametrize(("number", "shown"), [(errno.ENOSPC, False), (errno.EIO, True)])
def test_a_full_disk_is_not_reported_again_by_what_is_thrown_away(number, shown, capsys):
    class Fails:
        def __del__(self):
            raise OSError(number, "thrown away")

    def main():
        Fails()

    _, said = run(main, capsys)
    assert ("thrown away" in said) == shown


def test_a_command_ends_with_what_it_returns(capsys):
    assert run(lambda: None, capsys)[0] == 0
    assert run(lambda: 1, capsys)[0] == 1
    assert run(lambda: {"loss": [1.0]}, capsys)[0] == 0


def test_a_strategy_is_made_by_name():
    assert command_line.make_strategy("none") is None
    assert isinstance(command_line.make_strategy("mirrored"), tf.distribute.MirroredStrategy)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{bad", "TF_CONFIG can't be used .Expecting property name"),
        ("[1]", "TF_CONFIG can't be used"),
        ('{"task": {"index": "x"}}', "TF_CONFIG can't be used .invalid literal for int"),
        ('{"cluster": {"worker": ["localhost:1"]}, "task": {"type": "judge", "index": 0}}', "TF_CONFIG can't be used"),
    ],
)
def test_a_malformed_tf_config_is_one_line(text, message, monkeypatch):
    monkeypatch.setenv("TF_CONFIG", text)
    with pytest.raises(InputError, match=f"{message}.*objects cluster and task was expected; correct it") as caught:
        command_line.make_strategy("multi-worker")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("task", "cluster", "chief"),
    [
        ({}, {}, True),
        ({"type": "chief", "index": 0}, {"chief": ["a:1"], "worker": ["b:1"]}, True),
        ({"type": "worker", "index": 0}, {"chief": ["a:1"], "worker": ["b:1"]}, False),
        ({"type": "worker", "index": 0}, {"worker": ["a:1", "b:1"]}, True),
        ({"type": "worker", "index": 1}, {"worker": ["a:1", "b:1"]}, False),
        ({"type": "worker", "index": 1}, {}, True),
    ],
)
def test_one_worker_is_the_chief(task, cluster, chief, monkeypatch):
    monkeypatch.setenv("TF_CONFIG", json.dumps({"task": task, "cluster": cluster}))
    assert is_chief() == chief


def test_a_training_command_goes_to_its_folder_and_says_where(tmp_path, monkeypatch, capsys):
    import toy_training

    monkeypatch.chdir(tmp_path)
    toy_training.main(["--iterations", "5"])
    pattern = r"wrote runs/toy/line: the model \(1 kB of weights\), loss \d\.\d{6} after 5 iterations\n"
    assert re.fullmatch(pattern, capsys.readouterr().out)
    record = json.loads((tmp_path / "runs" / "toy" / "line" / "record.json").read_text())
    assert record["command"] == "python -m training.toy --iterations 5"
    assert record["name"] == "line"
    with pytest.raises(InputError, match="learning_rate is 0.05 there and 0.1 here"):
        toy_training.main(["--iterations", "5", "--learning-rate", "0.1"])
