"""`python -m training.ncam.codes MODEL`: write codes and small pictures of its set beside a manifold, for the page."""

import json
import os
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from nca_tf.command import OneLineParser
from nca_tf.families.ncam.automaton import ManifoldCA
from nca_tf.families.ncam.page import MAP_FILES, map_files
from nca_tf.files.errors import InputError
from nca_tf.files.meta import META
from nca_tf.files.model_files import describe_file, read_meta, read_model
from nca_tf.files.whole_files import write_whole
from training import command_line
from training.ncam.evaluation import DATA, OPTIONS, codes_of, set_of
from training.ncam.pictures import PictureSet


def write_codes(model: ManifoldCA, pictures: PictureSet, folder: Path) -> None:
    """Encode pictures, write what the page of a manifold needs beside its files, and mention it in its meta.json."""
    codes = codes_of(model, pictures.pictures)
    if model.code == "dna":
        codes = codes.argmax(axis=-1).astype(np.uint8)
    map_files(codes, pictures.pictures, list(pictures.names), folder)
    meta = read_meta(folder)
    meta["files"] |= {name: describe_file(folder / name) for name in MAP_FILES}
    write_whole(folder / META, (json.dumps(meta, indent=1) + "\n").encode())


def main(argv: Sequence[str] | None = None) -> None:
    """Encode a manifold's set and write the codes beside it."""
    parser = OneLineParser(prog="python -m training.ncam.codes", description=__doc__)
    parser.add_argument("model", help="name of a shipped manifold, or the folder of one")
    parser.add_argument("--data-dir", type=Path, metavar="DIR", help="where the data sets are")
    parser.add_argument(f"--{DATA}", metavar="DIR", help=OPTIONS[DATA])
    options = parser.parse_args(argv)
    if options.data_dir:
        os.environ["TFDS_DATA_DIR"] = str(options.data_dir)
    model, meta, folder = read_model(options.model)
    if not isinstance(model, ManifoldCA) or model.code == "none":
        raise InputError(f"{options.model} is no manifold; one was expected; name a model of training.ncam.")
    meta |= {DATA: options.data} if options.data else {}
    write_codes(model, set_of(model, meta), folder)
    size = sum((folder / name).stat().st_size for name in MAP_FILES) / 1000
    print(f"wrote {', '.join(MAP_FILES)} in {folder}: {size:.0f} kB")


if __name__ == "__main__":
    command_line.run(main)
