"""`python -m training.ncam.genome MODEL PICTURE --out DIR`: take one picture's automaton out of a manifold.

PICTURE is the name of one of the pictures that the manifold was trained on, or an image file, of which the encoder
makes a code; where the set's pictures are not at hand, the codes beside the manifold do. What is written is a model of
its own: `nca_tf.load` and every exporter take it.
"""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image, ImageOps

from nca_tf.command import OneLineParser
from nca_tf.families.ncam.automaton import ManifoldCA
from nca_tf.families.ncam.encoder import CATEGORIES
from nca_tf.families.ncam.page import MAP_NAMES, read_codes, read_names
from nca_tf.files.errors import InputError
from nca_tf.files.model_files import read_model, save
from nca_tf.pictures.model_targets import TARGET_FILE, encode_target
from nca_tf.pictures.target_images import read_image
from training import command_line
from training.ncam.evaluation import DATA, OPTIONS, set_of
from training.run_folder import check_out


def code_of(model: ManifoldCA, meta: dict, folder: Path, name: str) -> tuple[np.ndarray, np.ndarray | None, str]:
    """A code, the picture [size, size, colours] that it stands for, None where that is not at hand, and its name.

    Raises:
      InputError: there is neither a picture of that name nor such a file.
    """
    if Path(name).is_file():
        picture = read_picture(model, name)
        return encoded(model, picture), picture, Path(name).stem
    kept = read_names(folder) if (folder / MAP_NAMES).is_file() else []
    try:
        known = set_of(model, meta)
    except InputError:
        if name not in kept or DATA in meta:
            raise
        return kept_code(model, folder, kept.index(name)), None, name
    if name not in known.names:
        raise InputError(
            f"{name} is no file and none of the {len(known)} pictures of {meta['target_set']}; one was expected, such "
            f"as {known.names[0]}; correct the name."
        )
    picture = known.pictures[known.names.index(name)]
    return encoded(model, picture), picture, name


def encoded(model: ManifoldCA, picture: np.ndarray) -> np.ndarray:
    """The code of a picture [size, size, colours]; in letters the likeliest of four each, as those that are kept."""
    code = model.encode(picture[None])[0].numpy()
    return np.eye(CATEGORIES, dtype=np.float32)[code.argmax(axis=-1)] if model.code == "dna" else code


def read_picture(model: ManifoldCA, path: str) -> np.ndarray:
    """A picture of one's own [size, size, colours], premultiplied, or on white where there is no alpha.

    One that is not square has empty stripes at two sides, as on the page.
    """
    square = (model.size, model.size)
    image = ImageOps.pad(read_image(path).convert("RGBa"), square, Image.Resampling.LANCZOS, color=(0, 0, 0, 0))
    image = image.convert("RGBA")
    rgba = np.asarray(image, np.float32) / 255
    colour, alpha = rgba[..., :3] * rgba[..., 3:], rgba[..., 3:]
    return np.concatenate([colour, alpha], axis=-1) if model.colours == 4 else colour + 1.0 - alpha


def kept_code(model: ManifoldCA, folder: Path, row: int) -> np.ndarray:
    """One of the codes that lie beside a manifold; letters come back as shares of four."""
    code = read_codes(model, folder)[0][row]
    return np.eye(CATEGORIES, dtype=np.float32)[code] if model.code == "dna" else code


def take_out(model: ManifoldCA, code: np.ndarray, picture: np.ndarray | None, name: str, out: Path) -> None:
    """Write the automaton of a code into a folder, with the picture that exports of it are judged by."""
    files = {TARGET_FILE: encode_target(picture)} if picture is not None and model.colours == 4 else {}
    target = {"target": TARGET_FILE, "padding": 0, "files": files} if files else {}
    save(model.genome(model.hedge(code)), out, {"name": out.resolve().name, "title": name, **target})


def is_genome(meta: dict[str, Any]) -> bool:
    """Whether a model was made by this command."""
    return meta["family"] == ManifoldCA.family and meta["arguments"].get("code") == "none"


def main(argv: Sequence[str] | None = None) -> None:
    """Take one automaton out of a manifold and write its folder."""
    parser = OneLineParser(prog="python -m training.ncam.genome", description=__doc__.splitlines()[0])
    parser.add_argument("model", help="name of a shipped manifold, or the folder of one")
    parser.add_argument("picture", help="name of a picture of its set, or an image file")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="the folder to write")
    parser.add_argument("--data-dir", type=Path, metavar="DIR", help="where the data sets are")
    parser.add_argument(f"--{DATA}", metavar="DIR", help=OPTIONS[DATA])
    options = parser.parse_args(argv)
    if options.data_dir:
        os.environ["TFDS_DATA_DIR"] = str(options.data_dir)
    model, meta, folder = read_model(options.model)
    if not isinstance(model, ManifoldCA) or model.code == "none":
        raise InputError(f"{options.model} is no manifold; one was expected; name a model of training.ncam.")
    meta |= {DATA: options.data} if options.data else {}
    check_out(options.out, is_genome, "an earlier automaton of this kind")
    take_out(model, *code_of(model, meta, folder, options.picture), options.out)
    size = (options.out / "weights.npz").stat().st_size / 1000
    print(f"wrote {options.out}: the automaton of {options.picture} ({size:.0f} kB of weights)")


if __name__ == "__main__":
    command_line.run(main)
