"""What all commands of this package share: the project's parser and runner, and sizes for people."""

from pathlib import Path

from nca_tf.command import BAD_INPUT, run
from nca_tf.command import OneLineParser as Parser

__all__ = ["BAD_INPUT", "Parser", "readable_size", "run", "size_of"]


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
