"""Puts files in their place only once they are whole and were read back: write aside, check, rename.

A reader (TF Serving polls its folder) never sees a half-written export, and a process that is killed leaves nothing
but a folder whose name starts with ".tmp-", which the next export removes.
"""

import contextlib
import errno
import json
import os
import shutil
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

from nca_tf.files.errors import InputError
from nca_tf.files.whole_files import write_whole

PREFIX = ".tmp-"
EXPORT = ("meta.json", "export")
"""The file by which an export is known, and a key that its JSON object has: a model's own meta.json lacks it."""


def publish_version(parent: Path, write: Callable[[Path], None], version: int | None = None) -> Path:
    """Writes `<parent>/<version>/`, where a version is a whole number and the largest one is served.

    Args:
      parent: the model's folder; made if it is missing.
      write: fills the folder that it is given and checks it; raises to publish nothing.
      version: the number to write; None takes the one after the largest.
    Returns:
      the folder written.
    Raises:
      InputError: when the version exists already, or the folder can't be written.
    """
    if version is not None and (parent / str(version)).exists():
        raise _exists(parent / str(version))
    staged = _stage(parent, write)
    try:
        while True:
            chosen = next_version(parent) if version is None else version
            try:
                # On a folder that holds anything, rename fails: two exports at once never mix.
                os.rename(staged, parent / str(chosen))
            except OSError as error:
                if error.errno not in (errno.ENOTEMPTY, errno.EEXIST):
                    raise
                if version is not None:
                    raise _exists(parent / str(chosen)) from None
            else:
                _sync(parent)
                return parent / str(chosen)
    finally:
        shutil.rmtree(staged, ignore_errors=True)


def _exists(path: Path) -> InputError:
    return InputError(f"{path} exists; a version is never overwritten; pass another --version")


def publish_folder(folder: Path, write: Callable[[Path], None], known_by: tuple[str, str] = EXPORT) -> Path:
    """Writes `folder`, taking the place of an earlier export there.

    Args:
      folder: where to; if it exists, it must be empty or hold an export of this kind.
      write: fills the folder that it is given and checks it; raises to leave everything as it was.
      known_by: a JSON file that exports of this kind hold, and a key in it that nothing else has there.
    Raises:
      InputError: when `folder` holds something else, or can't be written.
    """
    # An absolute path has a parent to rename in, which "." has not.
    given, folder = Path(folder), Path(folder).absolute()
    if folder.exists() and not (folder.is_dir() and (_is_known(folder, known_by) or not any(folder.iterdir()))):
        raise InputError(f"{folder} exists and is no export; nothing is overwritten blindly; pass another --out")
    staged = _stage(folder.parent, write)
    replaced = _aside(folder.parent)
    try:
        with _refused_in_one_line(folder):
            if folder.exists():
                os.rename(folder, replaced)
            try:
                os.rename(staged, folder)
            except OSError:
                if replaced.exists():
                    os.rename(replaced, folder)
                raise
            _sync(folder.parent)
    finally:
        shutil.rmtree(staged, ignore_errors=True)
        if folder.exists():
            shutil.rmtree(replaced, ignore_errors=True)
    return given


def publish_file(path: Path, content: bytes) -> Path:
    """Writes one file, taking the place of an earlier one in a single step.

    Raises:
      InputError: when it can't be written.
    """
    path = Path(path)
    with _refused_in_one_line(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, content)
    return path


def next_version(parent: Path) -> int:
    """Returns the whole number after the largest that names a folder in `parent`; 1 if there is none."""
    names = [entry.name for entry in parent.iterdir()] if parent.is_dir() else []
    return 1 + max((int(name) for name in names if name.isdecimal()), default=0)


def _is_known(folder: Path, known_by: tuple[str, str]) -> bool:
    file, key = known_by
    try:
        content = json.loads((folder / file).read_bytes())
    except (OSError, ValueError):
        return False
    return isinstance(content, dict) and key in content


def _aside(parent: Path) -> Path:
    """A name for what is not yet, or no longer, in its place."""
    return parent / f"{PREFIX}{os.getpid()}-{uuid.uuid4().hex[:8]}"


@contextlib.contextmanager
def _refused_in_one_line(path: Path) -> Iterator[None]:
    """Turns what the file system refuses into bad input."""
    try:
        yield
    except OSError as error:
        raise InputError(
            f"{path} can't be written ({error.strerror}); a place that can be was expected; pass another --out"
        ) from error


def _stage(parent: Path, write: Callable[[Path], None]) -> Path:
    staged = _aside(parent)
    with _refused_in_one_line(parent):
        parent.mkdir(parents=True, exist_ok=True)
        remove_leftovers(parent)
        staged.mkdir()
    try:
        write(staged)
        for path in staged.rglob("*"):
            _sync(path)
    except BaseException:
        shutil.rmtree(staged, ignore_errors=True)
        raise
    return staged


def remove_leftovers(parent: Path) -> None:
    """Removes what exports that were killed have left in `parent`."""
    for entry in parent.glob(f"{PREFIX}*-*"):
        owner = entry.name.removeprefix(PREFIX).split("-")[0]
        if owner.isdecimal() and not _running(int(owner)):
            shutil.rmtree(entry) if entry.is_dir() else entry.unlink(missing_ok=True)


def _running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass
    return True


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
