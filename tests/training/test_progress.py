"""What is shown while a training runs."""

import contextlib
import fcntl
import io
import os
import re
import signal
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path

import pytest

from training.progress import (
    LiveLine,
    LiveStage,
    PlainLines,
    PlainStages,
    counted,
    describe_loss,
    make_progress,
    make_stages,
)
from training.signals import Interrupted, StopRequest


class Terminal(io.StringIO):
    """A place to write that says it is a terminal."""

    def isatty(self):
        return True


def test_plain_lines_come_every_five_seconds_and_at_the_end(capsys):
    times = iter([100.0, 102.0, 104.0, 106.0, 108.0, 110.0])
    lines = PlainLines(4, 10, clock=lambda: next(times))
    for iteration in range(5, 11):
        lines.update(iteration, 0.01)
    assert capsys.readouterr().err.splitlines() == [
        "compiling the training step",
        "iteration 5/10  loss 0.01000  log10 -2.00",
        "iteration 8/10  loss 0.01000  log10 -2.00  0.50 it/s  00:04 left",
        "iteration 10/10  loss 0.01000  log10 -2.00  0.50 it/s  00:00 left",
    ]


def test_the_live_line_tells_iteration_loss_speed_and_time_left(monkeypatch):
    monkeypatch.setattr(sys, "stderr", Terminal())
    live = make_progress(3, 10)
    assert isinstance(live, LiveLine)
    live.update(4, 0.5)
    live.update(10, 0.001)
    live.close()
    last = [line for line in sys.stderr.getvalue().replace("\n", "\r").split("\r") if line][-1]
    assert last.startswith("iteration 10/10, loss 0.00100  log10 -3.00 ")
    assert "it/s" in last
    assert "left" in last


def shown_on(terminal: io.StringIO) -> list[str]:
    """What a terminal showed, one text after the other."""
    return [line.strip() for line in terminal.getvalue().replace("\n", "\r").split("\r") if line.strip()]


def test_the_live_line_names_the_stage_and_its_clock_goes_on(monkeypatch):
    monkeypatch.setattr(sys, "stderr", Terminal())
    live = make_stages()
    assert isinstance(live, LiveStage)
    for which in counted(["left", "right"], "measuring: cuts", live.stage):
        time.sleep(1.3 if which == "right" else 0)
    live.close()
    shown = shown_on(sys.stderr)
    assert shown[0].startswith("measuring: cuts, 1/2") and shown[0].endswith("00:00")
    assert shown[-1].startswith("measuring: cuts, 2/2") and shown[-1].endswith("00:01"), "refreshed while it lasted"
    assert sys.stderr.getvalue().endswith("\r"), "the line is gone in the end"


def test_a_terminal_without_a_width_gets_plain_lines(monkeypatch):
    screen, terminal = os.openpty()
    with os.fdopen(terminal, "w") as stderr, os.fdopen(screen):
        monkeypatch.setattr(sys, "stderr", stderr)
        assert isinstance(make_progress(0, 10), PlainLines)


@pytest.mark.slow
def test_a_command_on_a_terminal_shows_something_from_the_start_to_the_end(tmp_path):
    """A real terminal of 100 columns, and the toy of the tests as a program."""
    screen, terminal = os.openpty()
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 100, 0, 0))
    here = Path(__file__).resolve()
    environment = os.environ | {"PYTHONPATH": f"{here.parents[2]}{os.pathsep}{here.parent}"}
    command = [sys.executable, "-m", "training.results", "--help"]
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=terminal) as child:
        child.wait()
    command = [sys.executable, "-m", "toy_training", "--iterations", "3", "--out", str(tmp_path / "run")]
    said = b""
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=terminal):
        os.close(terminal)
        with contextlib.suppress(OSError), os.fdopen(screen, "rb", buffering=0) as shown:  # EIO: nobody writes any more
            while part := shown.read(65536):
                said += part
    lines = [line.strip() for line in re.split(r"[\r\n]+", said.decode()) if line.strip(" \x1b[KA")]
    assert lines[0] == "starting TensorFlow"
    wanted = (
        "iteration 0/3, compiling the training step",
        "iteration 3/3, loss",
        "saving the model",
        "measuring: the sum",
    )
    places = [next(i for i, line in enumerate(lines) if line.startswith(start)) for start in wanted]
    assert places == sorted(places)


def test_plain_lines_name_each_stage_and_a_long_one_again(capsys):
    lines = PlainStages(seconds=0.2)
    lines.stage("measuring: a")
    lines.stage("measuring: b")
    time.sleep(0.35)
    lines.close()
    time.sleep(0.3)
    said = capsys.readouterr().err.splitlines()
    assert [line.split("  ")[0] for line in said] == ["measuring: a", "measuring: b", "measuring: b"]


def test_without_a_terminal_nothing_is_overwritten(capsys):
    assert isinstance(make_progress(0, 10), PlainLines)
    make_progress(0, 10).update(1, 1.0)
    assert "\r" not in capsys.readouterr().err


@pytest.mark.parametrize(
    ("loss", "text"),
    [
        (0.00123, "loss 0.00123  log10 -2.91"),
        (0.0, "loss 0.00000"),
        (float("nan"), "loss nan"),
        (float("inf"), "loss inf"),
    ],
)
def test_a_loss_without_a_logarithm_is_shown_without_one(loss, text):
    assert describe_loss(loss) == text


def test_the_first_signal_is_noted_and_a_later_ctrl_c_stops_at_once(monkeypatch):
    before, now = signal.getsignal(signal.SIGINT), 10.0
    monkeypatch.setattr("training.signals.time.monotonic", lambda: now)
    with StopRequest() as stop:
        assert stop.number is None
        signal.raise_signal(signal.SIGTERM)
        assert stop.number == signal.SIGTERM
        signal.raise_signal(signal.SIGINT)
        now += 1.5
        signal.raise_signal(signal.SIGTERM)  # to the whole group, and passed on late by the command that started this
        with pytest.raises(Interrupted, match="second Ctrl-C"):
            signal.raise_signal(signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is before
