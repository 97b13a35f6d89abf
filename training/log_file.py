"""`log.csv`: one line an iteration, exact enough to compare two runs."""

import csv
import os
import time
from collections.abc import Mapping
from pathlib import Path

_FLUSH_SECONDS = 5.0


class LogFile:
    """Appends to `path`, buffered; columns `iteration`, `seconds`, then those of the first scalars written.

    `iteration` counts from 1, `seconds` is the training time so far; the other values are written so that reading them
    gives the same float again.
    """

    def __init__(self, path: Path, keep: int = 0):
        """Open `path`, keeping its lines up to iteration `keep`: a resumed run's log has every iteration once."""
        self.rows = _truncate(path, keep)
        self._columns = list(self.rows[0]) if self.rows else None
        self._file = open(path, "a", newline="", buffering=1 << 16)  # noqa: SIM115 - it is held until close
        self._writer = csv.writer(self._file, lineterminator="\n")
        self._flushed = time.monotonic()

    def write(self, iteration: int, seconds: float, scalars: Mapping[str, float]) -> None:
        """Append one line. The names in `scalars` must be those of the first line."""
        columns = ["iteration", "seconds", *scalars]
        if self._columns is None:
            self._columns = columns
            self._writer.writerow(columns)
        if columns != self._columns:
            raise ValueError(f"iteration {iteration} returned {columns[2:]}, but log.csv holds {self._columns[2:]}")
        self._writer.writerow([iteration, f"{seconds:.3f}", *map(float, scalars.values())])
        if time.monotonic() - self._flushed > _FLUSH_SECONDS:
            self.flush()

    def flush(self) -> None:
        """Hand every line to the operating system, which keeps it even if this process is killed."""
        self._file.flush()
        self._flushed = time.monotonic()

    def sync(self) -> None:
        """Put every line on the disk. Done before each checkpoint, so that the log is never shorter than that."""
        self.flush()
        os.fsync(self._file.fileno())

    def close(self) -> None:
        """Close the file, writing what is still buffered if the disk has room for it."""
        self._file.close()


def read_log(path: Path) -> list[dict[str, float]]:
    """Return one dict an iteration from the log at `path`, up to the first line that is unfinished or damaged.

    Without such a file, none.
    """
    return [row for row, _ in _rows_with_ends(path)] if path.exists() else []


def _truncate(path: Path, keep: int) -> list[dict[str, float]]:
    if keep == 0 or not path.exists():
        path.unlink(missing_ok=True)
        return []
    rows, length = [], 0
    for row, end in _rows_with_ends(path):
        if row["iteration"] > keep:
            break
        rows.append(row)
        length = end
    os.truncate(path, length)
    return rows


def _rows_with_ends(path: Path):
    """Yield (row, offset of the byte after it) of every line up to the first that is unfinished or damaged."""
    with open(path, "rb") as file:
        header = file.readline()
        columns, end = header.decode().strip().split(","), len(header)
        for line in file:
            end += len(line)
            if not line.endswith(b"\n"):
                return
            try:
                row = dict(zip(columns, map(float, line.decode().split(",")), strict=True))
            except ValueError:
                return
            yield row, end
