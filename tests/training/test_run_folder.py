"""A run folder is written by one process, for one configuration, and by nobody's mistake."""

import contextlib
import errno
import os
import subprocess
import sys
import types
from pathlib import Path

import pytest

from nca_tf.files.errors import InputError
from training import command_line, run_folder
from training.run_folder import RunFolder

CONFIG = {"iterations": 100, "fire_rate": 0.5, "cuts": (1, 2)}


def test_a_new_folder_is_made_and_says_what_it_is_for(tmp_path):
    with RunFolder(tmp_path / "a" / "b", "growing", CONFIG) as run:
        assert run.path == tmp_path / "a" / "b"
        assert run.read_json("config.json") == {"family": "growing", "config": {**CONFIG, "cuts": [1, 2]}}
    assert sorted(p.name for p in run.path.iterdir() if p.is_dir()) == ["checkpoints", "events", "figures", "snapshots"]


def test_the_same_configuration_may_come_back_and_ask_for_more_iterations(tmp_path):
    RunFolder(tmp_path, "growing", CONFIG).close()
    RunFolder(tmp_path, "growing", CONFIG).close()
    with RunFolder(tmp_path, "growing", {**CONFIG, "iterations": 200}) as run:
        assert run.read_json("config.json")["config"]["iterations"] == 200


def test_a_run_may_go_on_with_other_shards(tmp_path):
    for shards in (None, 2, 4):
        with RunFolder(tmp_path, "growing", {**CONFIG, "shards": shards}) as run:
            assert run.read_json("config.json")["config"]["shards"] == shards


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"fire_rate": 0.25}, "another configuration: fire_rate is 0.5 there and 0.25 here; .* set fire_rate back"),
        ({"cuts": (1, 3)}, r"cuts is \[1, 2\] there and \[1, 3\] here"),
        ({"new": 1}, "new is None there and 1 here"),
        ({"iterations": 50}, "is to have 100 iterations and 50 were asked for; .* may be raised but not lowered"),
    ],
)
def test_another_configuration_is_refused_by_the_key_that_differs(tmp_path, change, message):
    RunFolder(tmp_path, "growing", CONFIG).close()
    before = (tmp_path / "config.json").read_bytes()
    with pytest.raises(InputError, match=message):
        RunFolder(tmp_path, "growing", {**CONFIG, **change})
    assert (tmp_path / "config.json").read_bytes() == before


def test_a_name_that_no_model_can_have_is_refused_for_a_new_run(tmp_path):
    with pytest.raises(InputError, match="a run can't be named 'my cat'; letters, digits"):
        RunFolder(tmp_path / "my cat", "growing", CONFIG)
    assert not (tmp_path / "my cat").exists()
    # One of an earlier version goes on.
    RunFolder(tmp_path / "cat", "growing", CONFIG).close()
    (tmp_path / "cat").rename(tmp_path / "my cat")
    RunFolder(tmp_path / "my cat", "growing", CONFIG).close()


@pytest.mark.parametrize(
    ("called", "name"),
    [
        ("my cat-growing", "my-cat-growing"),
        ("Kätzchen №2", "Katzchen-No2"),
        ("-continuous", "continuous"),
        ("猫", "unnamed"),
    ],
)
def test_a_run_without_a_folder_has_a_name_that_a_model_can_have(called, name):
    options = types.SimpleNamespace(out=None, config=types.SimpleNamespace(default_name=lambda: called))
    assert command_line.run_folder(options, "toy") == Path("runs/toy") / name


def test_another_family_is_refused(tmp_path):
    RunFolder(tmp_path, "growing", CONFIG).close()
    with pytest.raises(InputError, match="belongs to a training of 'growing'; 'mnist' was asked for"):
        RunFolder(tmp_path, "mnist", CONFIG)


@pytest.mark.parametrize("content", ["", "{", "[]", '{"family": "growing"}', '{"config": 3}', "\xff"])
def test_a_damaged_config_file_is_refused(tmp_path, content):
    (tmp_path / "config.json").write_bytes(content.encode("latin-1"))
    with pytest.raises(InputError, match=r"config\.json is not"):
        RunFolder(tmp_path, "growing", CONFIG)


def test_a_run_of_an_earlier_version_continues_where_newer_switches_are_off(tmp_path):
    RunFolder(tmp_path, "growing", CONFIG).close()
    RunFolder(tmp_path, "growing", {**CONFIG, "newer": False}).close()
    with pytest.raises(InputError, match="newer is False there and True here"):
        RunFolder(tmp_path, "growing", {**CONFIG, "newer": True})


def test_a_folder_with_other_files_is_left_alone(tmp_path):
    (tmp_path / "thesis.tex").write_text("")
    with pytest.raises(InputError, match=r"holds thesis\.tex but no training run; .* choose another --out"):
        RunFolder(tmp_path, "growing", CONFIG)
    assert not (tmp_path / "checkpoints").exists()


def test_a_second_user_is_refused_until_the_first_closes(tmp_path):
    with RunFolder(tmp_path, "growing", CONFIG), pytest.raises(InputError, match="in use by another training process"):
        RunFolder(tmp_path, "growing", CONFIG)
    RunFolder(tmp_path, "growing", CONFIG).close()


def test_the_lock_does_not_outlive_a_killed_process(tmp_path):
    program = (
        "import fcntl, os, signal\n"
        f"lock = open({str(tmp_path / '.lock')!r}, 'a')\n"
        "fcntl.flock(lock, fcntl.LOCK_EX)\n"
        "print('locked', flush=True)\n"
        "signal.pause()\n"
    )
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE) as child:
        child.stdout.readline()
        with pytest.raises(InputError, match="in use by another training process"):
            RunFolder(tmp_path, "growing", CONFIG)
        child.kill()
    RunFolder(tmp_path, "growing", CONFIG).close()


def test_a_refused_folder_is_not_left_locked(tmp_path):
    RunFolder(tmp_path, "growing", CONFIG).close()
    with pytest.raises(InputError):
        RunFolder(tmp_path, "mnist", CONFIG)
    RunFolder(tmp_path, "growing", CONFIG).close()


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path):
    (tmp_path / "file").write_text("")
    for path in (tmp_path / "file", tmp_path / "file" / "run"):
        with pytest.raises(InputError, match="the output folder .* can't be written"):
            RunFolder(path, "growing", CONFIG)


@contextlib.contextmanager
def without_privileges():
    """Root may write everywhere, so be nobody for a while."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def test_a_read_only_folder_is_refused(tmp_path):
    tmp_path.chmod(0o500)
    with without_privileges(), pytest.raises(InputError, match=r"can't be written \(Permission denied\)"):
        RunFolder(tmp_path, "growing", CONFIG)


@pytest.mark.parametrize("number", [errno.EACCES, errno.EROFS, errno.ENOSPC])
def test_a_folder_that_can_not_be_claimed_is_refused(tmp_path, monkeypatch, number):
    def fail(*_):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(run_folder, "write_whole", fail)
    with pytest.raises(InputError, match=f"can't be written \\({os.strerror(number)}\\)"):
        RunFolder(tmp_path, "growing", CONFIG)
    assert not (tmp_path / "config.json").exists()
