"""Zip archives of the original authors: PyTorch's own, and those that hold files of other formats."""

import re
import zipfile
from collections.abc import Callable

from export.published import layers, pytorch, tf_checkpoint
from export.published.original import MOST_BYTES, Original
from nca_tf.files.archives import open_zip, read_member
from nca_tf.files.budget import Budget
from nca_tf.files.errors import InputError, shown

_SINGLE = re.compile(r".*\.(json|npy|pt)", re.IGNORECASE)
_INDEX = ".index"
MOST_NAMED = 6
_HIDDEN = re.compile(r"(.*/)?(__MACOSX/|\.)")


def read(content: bytes, entry: str | None, budget: Budget, read_file: Callable[[bytes, Budget], Original]) -> Original:
    """Reads the one model in an archive, or the one that `entry` names.

    Args:
      content: the archive.
      entry: a member's name, or a part of it that no other has; None where there is one.
      budget: for what is unpacked.
      read_file: reads a member that is a file of its own.
    Raises:
      InputError: when the archive is damaged, or holds no model, or several and none is named.
    """
    try:
        with open_zip(content) as archive:
            if pytorch.is_pytorch(archive):
                return pytorch.read(archive, budget)
            name = choose("the archive", _models(archive.namelist()), entry)
            if name + _INDEX in archive.namelist():
                return _checkpoint(archive, name, budget)
            return read_file(read_member(archive, archive.getinfo(name), budget), budget)
    except ValueError as error:
        if isinstance(error, InputError):
            raise
        raise InputError(
            f"the archive cannot be read ({' '.join(str(error).split())[:80]}); one that holds published models is "
            "expected; check that it is whole"
        ) from None


def choose(where: str, names: list[str], entry: str | None) -> str:
    """The name that `entry` means; without one, the only name there is.

    Args:
      where: what holds them, for messages.
      names: not empty.
      entry: a name, or a part of it that no other has.
    Raises:
      InputError: none fits, or several do.
    """
    if not names:
        raise InputError(f"{where} holds no file in a known format; export/FORMATS.md lists them; pass another file")
    fitting = [name for name in names if entry is None or entry in name]
    if entry in names:
        return entry
    if len(fitting) == 1:
        return fitting[0]
    offered = fitting or names
    first = ", ".join(shown(name, 80)[1:-1] for name in offered[:MOST_NAMED])
    more = f" and {len(offered) - MOST_NAMED} more" if len(offered) > MOST_NAMED else ""
    fit = "" if entry is None else f", {len(fitting) or 'none'} of which fit --entry {shown(entry, 60)}"
    raise InputError(f"{where} holds {len(names)} models{fit}: {first}{more}; one was expected; name it with --entry")


def _models(names: list[str]) -> list[str]:
    visible = [name for name in names if not _HIDDEN.match(name)]
    checkpoints = [name.removesuffix(_INDEX) for name in visible if name.endswith(_INDEX)]
    return [*checkpoints, *(name for name in visible if _SINGLE.fullmatch(name))]


def _checkpoint(archive: zipfile.ZipFile, name: str, budget: Budget) -> Original:
    unpacked: dict[str, bytes] = {}

    def piece(end: str, offset: int, count: int | None) -> bytes | None:
        if name + end not in archive.namelist():
            return None
        if end not in unpacked:
            if archive.getinfo(name + end).file_size > MOST_BYTES:
                raise InputError(
                    f"{shown(name + end, 80)} unpacks to more than {MOST_BYTES} bytes; published models are smaller; "
                    "pass one of them"
                )
            unpacked[end] = read_member(archive, archive.getinfo(name + end), budget)
        return unpacked[end][offset:] if count is None else unpacked[end][offset : offset + count]

    return layers.recognise("TensorFlow checkpoint", tf_checkpoint.arrays(name.rpartition("/")[2], piece))
