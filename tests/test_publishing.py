"""Exports appear whole or not at all, whatever happens to the process that writes them."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from export import publishing
from nca_tf.errors import InputError

ROOT = Path(__file__).resolve().parents[1]
# Writes versions of three files for ever, slowly enough to be killed inside each.
WRITER = """
import importlib.util, sys, time
from pathlib import Path
sys.modules["nca_tf"] = type(sys)("nca_tf")
sys.modules["nca_tf.errors"] = type(sys)("errors")
sys.modules["nca_tf.errors"].InputError = ValueError
spec = importlib.util.spec_from_file_location("publishing", sys.argv[1])
publishing = importlib.util.module_from_spec(spec)
spec.loader.exec_module(publishing)

def fill(folder):
    for name in "abc":
        with open(folder / name, "w") as file:
            for _ in range(20):
                file.write("x" * 1000)
                file.flush()
                time.sleep(0.0005)

print("ready", flush=True)
while True:
    publishing.publish_version(Path(sys.argv[2]), fill)
"""


def fill(folder):
    (folder / "content").write_text("whole")


def test_versions_count_up(tmp_path):
    assert publishing.publish_version(tmp_path / "m", fill).name == "1"
    assert publishing.publish_version(tmp_path / "m", fill, version=7).name == "7"
    assert publishing.publish_version(tmp_path / "m", fill).name == "8"
    with pytest.raises(InputError, match="never overwritten"):
        publishing.publish_version(tmp_path / "m", fill, version=7)
    assert sorted(entry.name for entry in (tmp_path / "m").iterdir()) == ["1", "7", "8"]


def test_a_failed_check_leaves_nothing(tmp_path):
    def fail(folder):
        fill(folder)
        raise RuntimeError("does not load")

    with pytest.raises(RuntimeError):
        publishing.publish_version(tmp_path / "m", fail)
    assert list((tmp_path / "m").iterdir()) == []
    publishing.publish_folder(tmp_path / "out", lambda folder: (folder / "meta.json").write_text("1"))
    with pytest.raises(RuntimeError):
        publishing.publish_folder(tmp_path / "out", fail)
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["meta.json"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["m", "out"]


def test_an_export_is_replaced_and_nothing_else_is(tmp_path):
    for text in ("first", "second"):
        publishing.publish_folder(tmp_path / "out", lambda folder, text=text: (folder / "meta.json").write_text(text))
    assert (tmp_path / "out" / "meta.json").read_text() == "second"
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "mother.txt").write_text("dear")
    for taken in (tmp_path / "letters", tmp_path / "letters" / "mother.txt"):
        with pytest.raises(InputError, match="is no export"):
            publishing.publish_folder(taken, fill)
    assert (tmp_path / "letters" / "mother.txt").read_text() == "dear"


def test_two_exports_at_once_take_two_numbers(tmp_path):
    def slow(folder):
        fill(folder)
        if not (tmp_path / "m" / "1").exists():
            publishing.publish_version(tmp_path / "m", fill)

    assert publishing.publish_version(tmp_path / "m", slow).name == "2"
    assert (tmp_path / "m" / "1" / "content").read_text() == "whole"


def test_leftovers_of_the_dead_are_removed_and_of_the_living_kept(tmp_path):
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    dead, living = tmp_path / f".tmp-{process.pid}-00000000", tmp_path / f".tmp-{os.getpid()}-00000000"
    dead.mkdir()
    living.mkdir()
    publishing.publish_version(tmp_path, fill)
    assert not dead.exists() and living.exists()


def test_kill_9_never_leaves_half_a_version(tmp_path):
    folder = tmp_path / "m"
    for attempt in range(8):
        command = [sys.executable, "-c", WRITER, str(ROOT / "export" / "publishing.py"), str(folder)]
        writer = subprocess.Popen(command, stdout=subprocess.PIPE)
        writer.stdout.readline()
        time.sleep(0.02 + 0.013 * attempt)
        writer.send_signal(signal.SIGKILL)
        writer.wait()
        writer.stdout.close()
        for version in folder.iterdir():
            if version.name.isdecimal():
                assert {path.name: path.stat().st_size for path in version.iterdir()} == dict.fromkeys("abc", 20_000)
    assert publishing.next_version(folder) > 2
    publishing.publish_version(folder, fill)
    assert not list(folder.glob(".tmp-*"))
