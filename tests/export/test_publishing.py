"""Exports appear whole or not at all, whatever happens to the process that writes them."""

import errno
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from export import publishing
from nca_tf.files.errors import InputError

ROOT = Path(__file__).resolve().parents[2]
# Writes versions of three files for ever, slowly enough to be killed inside each.
WRITER = """
import importlib.util, sys, time
from pathlib import Path
sys.modules["nca_tf"] = type(sys)("nca_tf")
sys.modules["nca_tf.files.errors"] = type(sys)("errors")
sys.modules["nca_tf.files.errors"].InputError = ValueError
sys.modules["nca_tf.files.whole_files"] = type(sys)("whole_files")
sys.modules["nca_tf.files.whole_files"].write_whole = None
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


def fill_export(folder, text="tfjs"):
    (folder / "meta.json").write_text(json.dumps({"export": text}))


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
    publishing.publish_folder(tmp_path / "out", fill_export)
    with pytest.raises(RuntimeError):
        publishing.publish_folder(tmp_path / "out", fail)
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["meta.json"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["m", "out"]


def test_an_export_is_replaced_and_nothing_else_is(tmp_path):
    for text in ("first", "second"):
        publishing.publish_folder(tmp_path / "out", lambda folder, text=text: fill_export(folder, text))
    assert json.loads((tmp_path / "out" / "meta.json").read_text()) == {"export": "second"}
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "mother.txt").write_text("dear")
    (tmp_path / "run").mkdir()
    (tmp_path / "run" / "meta.json").write_text('{"format": 1, "family": "growing"}')
    (tmp_path / "strange").mkdir()
    (tmp_path / "strange" / "meta.json").write_text('["export"]')
    places = [tmp_path / name for name in ("letters", "letters/mother.txt", "run", "strange")]
    for taken in places:
        with pytest.raises(InputError, match="is no export"):
            publishing.publish_folder(taken, fill)
    assert (tmp_path / "letters" / "mother.txt").read_text() == "dear"


def test_what_the_file_system_refuses_is_one_line_and_loses_nothing(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    for out in (Path("/proc/nowhere"), tmp_path / "file" / "out"):
        for publish in (publishing.publish_folder, publishing.publish_version):
            with pytest.raises(InputError, match="can't be written .*; a place that can be was expected"):
                publish(out, fill)
        with pytest.raises(InputError, match="can't be written"):
            publishing.publish_file(out / "file.json", b"{}")
    out = publishing.publish_folder(tmp_path / "out", fill_export)
    rename, calls = os.rename, []

    def full_at_the_second(*paths):
        calls.append(paths)
        if len(calls) == 2:
            raise OSError(errno.ENOSPC, "No space left on device")
        rename(*paths)

    monkeypatch.setattr(os, "rename", full_at_the_second)
    with pytest.raises(InputError, match="No space left on device"):
        publishing.publish_folder(out, lambda folder: fill_export(folder, "second"))
    assert len(calls) == 3 and (out / "meta.json").is_file()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "out"]


def test_the_folder_one_stands_in_is_a_place_too(tmp_path, monkeypatch):
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    publishing.publish_folder(Path("."), fill_export)
    assert (tmp_path / "here" / "meta.json").is_file()


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
    for attempt in range(40):
        if attempt >= 8 and publishing.next_version(folder) > 2:
            break  # a machine that is busy with other things publishes fewer
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
