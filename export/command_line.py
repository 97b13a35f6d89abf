"""What all commands of this package share: how they parse, fail and end."""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from nca_tf.files.errors import InputError

BAD_INPUT = 2
INTERRUPTED = 130


class Parser(argparse.ArgumentParser):
    """An ArgumentParser whose errors are one line on standard error and exit status 2."""

    def error(self, message: str) -> NoReturn:
        self.exit(BAD_INPUT, f"error: {message}; see {self.prog} --help\n")


def run(main: Callable[[Sequence[str] | None], int | None]) -> NoReturn:
    """Runs a command on the process's arguments and exits with its status; bad input gives one line and status 2."""
    try:
        sys.exit(main(None) or 0)
    except InputError as error:
        print(f"error: {error}", file=sys.stderr)
        sys.exit(BAD_INPUT)
    except KeyboardInterrupt:
        print("error: interrupted", file=sys.stderr)
        sys.exit(INTERRUPTED)


def size_of(path: Path) -> int:
    """Returns the bytes of a file, or of all files below a folder."""
    files = [path] if path.is_file() else [below for below in path.rglob("*") if below.is_file()]
    return sum(file.stat().st_size for file in files)


def readable_size(count: int) -> str:
    """Returns a number of bytes for people, in powers of 1000: "11.4 kB"."""
    for unit in ("bytes", "kB", "MB"):
        if count < 1000:
            return f"{count} {unit}" if unit == "bytes" else f"{count:.1f} {unit}"
        count /= 1000
    return f"{count:.1f} GB"
