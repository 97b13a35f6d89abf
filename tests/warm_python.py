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


class Program:
    """A program that runs, begun as by `subprocess.Popen` with both of its outputs kept.

    Args:
      command: this Python's path, then `-m` and a module, `-c` and a program, or a script; then their arguments.
    """

    def __init__(self, command: Sequence[str | Path], *, cwd: Path | None = None, env: Mapping[str, str] | None = None):
        executable, *words = (str(word) for word in command)
        assert executable == sys.executable
        self.command = command
        self._outputs = [tempfile.TemporaryFile() for _ in range(2)]  # noqa: SIM115 - they are held until its end
        files = [multiprocessing.reduction.DupFd(file.fileno()) for file in self._outputs]
        self._child = FORKS.Process(target=_program, args=(files, cwd, dict(os.environ if env is None else env), words))
        self._child.start()
        self.pid = self._child.pid

    def poll(self) -> int | None:
        """Its exit status, negative if a signal ended it, or None while it runs."""
        return self._child.exitcode

    def send_signal(self, number: int) -> None:
        """As Ctrl-C or `kill` would."""
        os.kill(self.pid, number)

    def wait(self, timeout: float | None = None) -> subprocess.CompletedProcess:
        """Its end; raises subprocess.TimeoutExpired, having killed it, if that takes longer than `timeout` seconds."""
        self._child.join(timeout)
        if late := self._child.exitcode is None:
            self._child.kill()
            self._child.join()
        texts = []
        for file in self._outputs:
            with file:
                file.seek(0)
                texts.append(file.read().decode())
        if late:
            raise subprocess.TimeoutExpired(self.command, timeout, *texts)
        return subprocess.CompletedProcess(self.command, self._child.exitcode, *texts)


def run(
    command: Sequence[str | Path],
    *,
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
    timeout: float | None = None,
    **_,
) -> subprocess.CompletedProcess:
    """What `subprocess.run(command, capture_output=True, text=True, check=False)` returns; see `Program`.

    Raises:
      subprocess.TimeoutExpired: it took longer than `timeout` seconds and was killed.
    """
    return Program(command, cwd=cwd, env=env).wait(timeout)


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
