"""The folder that one training run writes, and everything that decides whether a process may write it.

config.json   what is trained: family and configuration; a run continues only under the same one
inputs.json   SHA-256 of what the configuration only names, and how batches are computed (training/run_inputs.py)
log.csv       one line an iteration
events/       the same for TensorBoard, and pictures
figures/      pictures over time, and those of the trained model
checkpoints/  to resume from (training/checkpoints.py)
snapshots/    the model after a few chosen iterations, each a model folder
model.keras, weights.npz, meta.json, record.json   the trained model: the folder itself is a model folder
"""

import errno
import fcntl
import json
import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from nca_tf.files.errors import InputError
from nca_tf.files.model_files import CONFIG, read_meta
from nca_tf.files.names import check_name
from nca_tf.files.whole_files import write_whole

SUBFOLDERS = ("events", "figures", "checkpoints", "snapshots")
_LOCK = ".lock"


class RunFolder:
    """`path`, locked for this process until `close` (or the end of the process, however it ends).

    Usable in a `with` statement. Attributes: `path`, and `config` as JSON holds it (lists instead of tuples).

    Raises:
      InputError: if the folder can't be written, is in use by another process, holds other files, is new and has a name
        that no model can have, or belongs to another configuration (the message names the key that differs).
    """

    def __init__(self, path: str | Path, family: str, config: Mapping):
        self.path = Path(path)
        self.config = json.loads(json.dumps(config))
        if not os.path.exists(self.path / CONFIG):
            check_name(self.name, "a run")
        self._make()
        self._lock = self._acquire()
        try:
            self._claim({"family": family, "config": self.config})
            self._remove_leftovers()
        except BaseException:
            self.close()
            raise

    @property
    def name(self) -> str:
        """The folder's own name, which is that of the run and of its model."""
        return self.path.resolve().name

    def __enter__(self) -> "RunFolder":
        return self

    def __exit__(self, *_) -> None:
        self.close()

    def close(self) -> None:
        """Give up the lock."""
        self._lock.close()

    def write_json(self, name: str, content: Mapping) -> None:
        """Write `content` to the file `name`, whole or not at all."""
        write_whole(self.path / name, (json.dumps(content, indent=2, allow_nan=False) + "\n").encode())

    def read_json(self, name: str) -> dict | None:
        """Return what the file `name` holds; see the function `read_json`."""
        return read_json(self.path / name)

    def _make(self) -> None:
        try:
            self.path.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise _not_writable(self.path, error) from None

    def _acquire(self):
        try:
            lock = open(self.path / _LOCK, "a")  # noqa: SIM115 - it is held until close
        except OSError as error:
            raise _not_writable(self.path, error) from None
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            lock.close()
            if error.errno not in (errno.EWOULDBLOCK, errno.EACCES):
                raise _not_writable(self.path, error) from None
            raise InputError(
                f"{self.path} is in use by another training process; one process a folder is allowed; "
                "wait for it, stop it, or choose another --out"
            ) from None
        return lock

    def _claim(self, mine: dict) -> None:
        """Check that the folder is new or belongs to `mine`, and make it so."""
        theirs = self.read_json(CONFIG)
        if theirs is None:
            others = sorted(
                p.name for p in self.path.iterdir() if not p.name.startswith(".") and p.name not in SUBFOLDERS
            )
            if others:
                raise InputError(
                    f"{self.path} holds {others[0]} but no training run; a new folder, an empty one or that of a run "
                    "was expected; choose another --out"
                )
        else:
            _check_same(self.path, theirs, mine)
        try:
            for name in SUBFOLDERS:
                (self.path / name).mkdir(exist_ok=True)
            if theirs != mine:
                self.write_json(CONFIG, mine)
        except OSError as error:
            raise _not_writable(self.path, error) from None

    def _remove_leftovers(self) -> None:
        """Remove what a process left that was killed while it wrote; whoever holds the lock is the only writer."""
        for folder in (self.path, *(self.path / name for name in SUBFOLDERS)):
            for path in folder.glob(".tmp-*"):
                if path.is_dir():
                    shutil.rmtree(path)
                else:
                    path.unlink()


def check_out(folder: Path, may_replace: Callable[[dict[str, Any]], bool], what: str) -> None:
    """Whether a command that writes a model, and trains none, may write it there.

    Args:
      folder: what --out names.
      may_replace: whether a model's meta.json is that of one that such a command has written.
      what: such a model in words, for the error.
    Raises:
      InputError: the folder's name is none for a model, or it holds anything else.
    """
    check_name(folder.resolve().name, "a model")
    if not folder.exists() or (folder.is_dir() and not any(folder.iterdir())):
        return
    try:
        free = not (folder / CONFIG).exists() and may_replace(read_meta(folder))
    except InputError:
        free = False
    if not free:
        raise InputError(
            f"{folder} holds something else than {what}; a new folder, an empty one or one of those was expected; "
            "choose another --out."
        )


def read_json(path: Path) -> dict | None:
    """Return what a file of a run holds, or None if there is no such file.

    Raises:
      InputError: it can't be read or is not JSON.
    """
    try:
        return json.loads(path.read_text())
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        what = f"can't be read ({error.strerror})" if isinstance(error, OSError) else f"is not valid JSON ({error})"
        raise InputError(
            f"{path} {what}; the file that the training wrote was expected; restore it or choose another --out"
        ) from None


def _check_same(path: Path, theirs: Mapping, mine: Mapping) -> None:
    if not isinstance(theirs, dict) or not isinstance(theirs.get("config"), dict):
        raise InputError(f"{path / CONFIG} is not that of a training run; choose another --out")
    if theirs.get("family") != mine["family"]:
        raise InputError(
            f"{path} belongs to a training of {theirs.get('family')!r}; {mine['family']!r} was asked for; "
            "choose another --out"
        )
    old, new = theirs["config"], mine["config"]
    for key in sorted(old.keys() | new.keys()):
        if key == "iterations" and new[key] < old[key]:
            raise InputError(
                f"{path} is to have {old[key]} iterations and {new[key]} were asked for; the number may be raised but "
                "not lowered; set it back or choose another --out"
            )
        # A run of an earlier version does not know newer switches: they are off there.
        is_new_and_off = key not in old and not new[key]
        # Other shards go on with other draws, which inputs.json knows and the loop says.
        if key not in ("iterations", "shards") and old.get(key) != new.get(key) and not is_new_and_off:
            raise InputError(
                f"{path} belongs to another configuration: {key} is {old.get(key)!r} there and {new.get(key)!r} here; "
                f"the same one is needed to continue it; set {key} back or choose another --out"
            )


def _not_writable(path: Path, error: OSError) -> InputError:
    return InputError(
        f"the output folder {path} can't be written ({os.strerror(error.errno)}); a folder that may be written was "
        "expected; choose another --out"
    )
