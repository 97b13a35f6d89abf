"""`subprocess.run` for Python programs of ours, in processes that begin with TensorFlow imported.

Importing it takes longer than all that most of them do. They are forked from one that has done nothing else; some tests
of what a shell would start begin with nothing imported nevertheless.
"""

import multiprocessing
import os
import runpy
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

FORKS = multiprocessing.get_context("forkserver")
FORKS.set_forkserver_preload(["training.loop"])


def run(
    command: Sequence[str | Path],
    *,
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
    timeout: float | None = None,
    **_,
) -> subprocess.CompletedProcess:
    """What `subprocess.run(command, capture_output=True, text=True, check=False)` returns.

    Args:
      command: this Python's path, then `-m` and a module, `-c` and a program, or a script; then their arguments.
    Raises:
      subprocess.TimeoutExpired: it took longer than `timeout` seconds and was killed.
    """
    executable, *words = (str(word) for word in command)
    assert executable == sys.executable
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        files = [multiprocessing.reduction.DupFd(file.fileno()) for file in (output, errors)]
        child = FORKS.Process(target=_program, args=(files, cwd, dict(os.environ if env is None else env), words))
        child.start()
        child.join(timeout)
        if child.exitcode is None:
            child.kill()
            raise subprocess.TimeoutExpired(command, timeout)
        for file in (output, errors):
            file.seek(0)
        texts = [file.read().decode() for file in (output, errors)]
    return subprocess.CompletedProcess(command, child.exitcode, *texts)


def _program(files, cwd: Path | None, environment: dict[str, str], words: list[str]) -> None:
    """What the process does."""
    for number, file in enumerate(files, 1):
        os.dup2(file.detach(), number)
    os.environ.clear()
    os.environ.update(environment)
    if cwd is not None:
        os.chdir(cwd)
    first, *rest = words
    if first == "-m":
        sys.argv = rest
        runpy.run_module(rest[0], run_name="__main__", alter_sys=True)
    elif first == "-c":
        sys.argv = ["-c", *rest[1:]]
        exec(rest[0], {"__name__": "__main__"})
    else:
        sys.argv = words
        runpy.run_path(first, run_name="__main__")
