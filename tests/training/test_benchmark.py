"""Benchmarks: settings that are refused at once, and children that end without a word."""

import subprocess
import sys

import pytest
import warm_python

from nca_tf.files.errors import InputError
from training import benchmark


@pytest.mark.parametrize(
    ("family", "settings", "message"),
    [
        (
            "growing",
            "{bad",
            "'{bad' is not JSON .* a JSON object was expected with keys among size, model_name; correct",
        ),
        ("growing", "[1]", "--settings holds a list; a JSON object was expected"),
        ("growing", '{"foo": 1}', "unknown key 'foo'; a JSON object was expected with keys among size, model_name"),
        ("growing", '{"form": "live"}', "unknown key 'form'"),
        ("growing", '{"size": "big"}', "size of --settings is 'big'; a value of type int was expected"),
        ("mnist", '{"size": 3}', "unknown key 'size'; .* keys among dataset, data_dir"),
    ],
)
@pytest.mark.parametrize("form", [[], ["--form", "engine"]])
def test_bad_settings_are_one_line(family, settings, message, form, monkeypatch):
    monkeypatch.setattr(benchmark, "_child", lambda *_: pytest.fail("a measurement was begun"))
    with pytest.raises(InputError, match=message) as caught:
        benchmark.main([family, "--settings", settings, *form])
    assert "\n" not in str(caught.value)


def test_a_result_that_could_not_be_named_is_refused_first(monkeypatch):
    monkeypatch.setattr(benchmark, "_child", lambda *_: pytest.fail("a measurement was begun"))
    with pytest.raises(InputError, match="a result can't be named 'a/b'"):
        benchmark.main(["growing", "--save", "a/b"])


def test_good_settings():
    assert benchmark.read_settings("growing", '{"size": 96}') == {"size": 96}
    assert benchmark.read_settings("mnist", '{"data_dir": null}') == {"data_dir": None}


def test_a_child_that_was_killed_is_explained(monkeypatch):
    killed = subprocess.CompletedProcess([], -9, stdout="", stderr="")
    monkeypatch.setattr(benchmark.subprocess, "run", lambda *_, **__: killed)
    with pytest.raises(InputError, match="the dense form failed: it ended with status -9, perhaps for want of memory"):
        benchmark._child("growing", "dense", {})


@pytest.mark.slow
def test_reading_settings_leaves_the_threads_to_be_set():
    """The engine's form sets them before TensorFlow computes, after the settings were read."""
    program = (
        "from training import benchmark\n"
        "benchmark.read_settings('growing', '{}'), benchmark.read_settings('mnist', '{}')\n"
        "import tensorflow as tf\n"
        "tf.config.threading.set_intra_op_parallelism_threads(1)\n"
    )
    done = warm_python.run([sys.executable, "-c", program])
    assert done.returncode == 0, done.stderr
