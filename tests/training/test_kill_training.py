"""kill -9 at random moments: see kill_training.py, which does the same to a real training twenty times."""

import random
import sys
from pathlib import Path

import kill_training
import pytest

TOY = [sys.executable, str(Path(__file__).with_name("toy_training.py")), "--iterations", "200", "--pause", "0.01"]


@pytest.mark.slow
def test_killed_runs_end_the_same(tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).resolve().parents[2]))
    kill_training.trial(TOY, kills=2, rng=random.Random(), folder=tmp_path)
    assert "2 kills over" in capsys.readouterr().out
