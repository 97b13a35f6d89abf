"""What the commands of training and export have in common: one line for what went wrong, and the status."""

import errno
import signal
import sys
import time
from pathlib import Path

import pytest
import warm_python
from bad_inputs import BAD_INPUTS

from nca_tf.command import OneLineParser, run
from nca_tf.files.errors import InputError
from tests import small_models

ROOT = Path(__file__).resolve().parents[1]


NO_COMMANDS = {
    "training.command_line",  # shows how a command is begun
    "export.session_check",  # a server's side of the exporters' check
    "export.request_timing",  # the same of export.capacity
    "export.clients.grpc_client",  # examples of clients
    "export.clients.rest_client",
}


def test_the_drill_tries_bad_input_on_every_command():
    files = (path for room in ("training", "export") for path in (ROOT / room).rglob("*.py"))
    begun = (path for path in files if 'if __name__ == "__main__"' in path.read_text())
    commands = {".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__main__") for path in begun}
    assert {words[0] for words in BAD_INPUTS} == commands - NO_COMMANDS


def ended(capsys, error=None, returned=None, **options):
    """The exit status and what was said of a command that raises or returns."""

    def main():
        if error is not None:
            raise error
        return returned

    with pytest.raises(SystemExit) as caught:
        run(main, **options)
    return caught.value.code, capsys.readouterr().err


@pytest.fixture(autouse=True)
def handlers():
    """What `run` changes for the process is undone."""
    handler, hook = signal.getsignal(signal.SIGTERM), sys.unraisablehook
    yield
    signal.signal(signal.SIGTERM, handler)
    sys.unraisablehook = hook


def test_statuses(capsys):
    assert (
        ended(capsys) == (0, "") and ended(capsys, returned=1) == (1, "") and ended(capsys, returned="what") == (0, "")
    )
    assert ended(capsys, InputError("a is b; c was expected; d")) == (2, "error: a is b; c was expected; d\n")
    assert ended(capsys, KeyboardInterrupt()) == (130, "interrupted; what was saved before is kept\n")


def test_what_a_package_explains_is_one_line_and_all_else_a_traceback(capsys):
    def explain(error):
        return f"{error} stopped" if isinstance(error, RuntimeError) else None

    assert ended(capsys, RuntimeError("it"), explain=explain) == (2, "error: it stopped\n")
    with pytest.raises(ZeroDivisionError):
        ended(capsys, ZeroDivisionError(), explain=explain)
    with pytest.raises(RuntimeError):
        ended(capsys, RuntimeError("it"))


def test_what_the_file_system_refuses_is_one_line(capsys, tmp_path):
    (tmp_path / "results").touch()
    with pytest.raises(OSError) as caught:
        (tmp_path / "results" / "one.json").write_text("")
    said = f"error: {tmp_path}/results/one.json can't be used (Not a directory); one that can be read and written was"
    assert ended(capsys, caught.value) == (2, f"{said} expected; correct the path or its permissions.\n")
    status, said = ended(capsys, OSError(errno.ENOSPC, "No space left"))
    assert status == 2 and said.startswith("error: a file can't be used (No space") and "; make room.\n" in said
    with pytest.raises(OSError, match="of another kind"):
        ended(capsys, OSError("of another kind"))


def test_options_are_not_abbreviated(capsys):
    parser = OneLineParser(prog="python -m x")
    parser.add_argument("--quantize")
    with pytest.raises(SystemExit) as caught:
        parser.parse_args(["--quant", "uint8"])
    assert caught.value.code == 2
    assert capsys.readouterr().err == "error: unrecognized arguments: --quant uint8; see python -m x --help\n"


@pytest.mark.slow
def test_an_export_that_is_told_to_end_leaves_nothing_behind(tmp_path):
    model = small_models.save(small_models.growing_model(), tmp_path / "pattern")
    command = [sys.executable, "-m", "export.saved_model", model, "--out", str(tmp_path / "models")]
    process = warm_python.Program(command, cwd=ROOT)
    folder = tmp_path / "models" / "pattern"
    while not list(folder.glob(".tmp-*/saved_model.pb*")):
        assert process.poll() is None
        time.sleep(0.01)
    process.send_signal(signal.SIGTERM)
    done = process.wait(timeout=60)
    assert (done.returncode, done.stderr.splitlines()[-1]) == (143, "interrupted; what was saved before is kept")
    assert list(folder.iterdir()) == []


@pytest.mark.slow
def test_a_full_disk_is_one_line_where_tensorflow_writes_too(tmp_path):
    """A limit on the size of files stands for the disk: TensorFlow's own words say what the system refused."""
    model = small_models.save(small_models.growing_model(hidden=64), tmp_path / "pattern")
    program = f"""
import resource, runpy, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192))
sys.argv = ["export.saved_model", {model!r}, "--out", {str(tmp_path / "models")!r}]
runpy.run_module("export.saved_model", run_name="__main__", alter_sys=True)
"""
    done = warm_python.run([sys.executable, "-c", program], cwd=ROOT)
    assert done.returncode == 2, done.stderr
    last = done.stderr.splitlines()[-1]
    assert last.startswith(f"error: {tmp_path}") and "(File too large)" in last and last.endswith("; make room.")
    assert list((tmp_path / "models" / "pattern").iterdir()) == []
