"""log.csv: every iteration once, every float exactly."""

import pytest

from training.log_file import LogFile, read_log


def write(path, first, last, keep=0):
    """Log iterations `first` to `last`; return the rows that were there."""
    log = LogFile(path, keep=keep)
    for iteration in range(first, last + 1):
        log.write(iteration, iteration / 10, {"loss": 1 / iteration, "alive": iteration})
    log.close()
    return log.rows


def test_what_is_read_is_what_was_written(tmp_path):
    write(tmp_path / "log.csv", 1, 3)
    assert read_log(tmp_path / "log.csv") == [
        {"iteration": 1, "seconds": 0.1, "loss": 1.0, "alive": 1.0},
        {"iteration": 2, "seconds": 0.2, "loss": 0.5, "alive": 2.0},
        {"iteration": 3, "seconds": 0.3, "loss": 1 / 3, "alive": 3.0},
    ]


def test_a_resumed_log_equals_an_unbroken_one(tmp_path):
    write(tmp_path / "whole.csv", 1, 30)
    write(tmp_path / "resumed.csv", 1, 25)
    rows = write(tmp_path / "resumed.csv", 11, 30, keep=10)
    assert [row["iteration"] for row in rows] == list(range(1, 11))
    assert (tmp_path / "resumed.csv").read_bytes() == (tmp_path / "whole.csv").read_bytes()


def test_starting_over_starts_an_empty_log(tmp_path):
    write(tmp_path / "log.csv", 1, 5)
    write(tmp_path / "log.csv", 1, 2)
    assert len(read_log(tmp_path / "log.csv")) == 2


@pytest.mark.parametrize("rest", ["11,1.1", "\0\0\0\0\n", "11,1.1,abc,2\n", "11,1.1,0.5\n"])
def test_a_damaged_end_is_cut_off(tmp_path, rest):
    write(tmp_path / "log.csv", 1, 10)
    whole = (tmp_path / "log.csv").read_bytes()
    with open(tmp_path / "log.csv", "a") as file:
        file.write(rest)
    assert len(read_log(tmp_path / "log.csv")) == 10
    LogFile(tmp_path / "log.csv", keep=10).close()
    assert (tmp_path / "log.csv").read_bytes() == whole


def test_a_log_that_was_lost_starts_again(tmp_path):
    assert write(tmp_path / "log.csv", 11, 12, keep=10) == []
    assert [row["iteration"] for row in read_log(tmp_path / "log.csv")] == [11, 12]


def test_other_scalars_than_before_are_a_mistake_of_the_program(tmp_path):
    log = LogFile(tmp_path / "log.csv")
    log.write(1, 0.1, {"loss": 1.0})
    with pytest.raises(ValueError, match=r"iteration 2 returned \['lost'\], but log.csv holds \['loss'\]"):
        log.write(2, 0.2, {"lost": 1.0})
    log.close()
