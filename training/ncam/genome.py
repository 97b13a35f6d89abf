"""`python -m training.ncam.genome MODEL PICTURE --out DIR`: take one picture's automaton out of a manifold.

PICTURE is the name of one of the pictures that the manifold was trained on, or an image file, of which the encoder
makes a code. What is written is a model of its own: `nca_tf.load` and every exporter take it.
"""

from pathlib import Path

import numpy as np
from PIL import Image

from nca_tf.command import OneLineParser
from nca_tf.families.ncam.automaton import ManifoldCA
from nca_tf.files.errors import InputError
from nca_tf.files.model_files import read_model, save
from nca_tf.pictures.model_targets import TARGET_FILE, encode_target
from nca_tf.pictures.target_images import read_image
from training import command_line
from training.ncam.evaluation import set_of


def picture_of(model: ManifoldCA, meta: dict, name: str) -> tuple[np.ndarray, str]:
    """A picture [size, size, colours] and what it is called.

    Raises:
      InputError: there is neither a picture of that name nor such a file.
    """
    if Path(name).is_file():
        image = read_image(name).resize((model.size, model.size), Image.Resampling.LANCZOS)
        rgba = np.asarray(image, np.float32) / 255
        colour, alpha = rgba[..., :3] * rgba[..., 3:], rgba[..., 3:]
        rgb = colour + 1.0 - alpha
        return (np.concatenate([colour, alpha], axis=-1) if model.colours == 4 else rgb), Path(name).stem
    known = set_of(model, meta)
    if name not in known.names:
        raise InputError(
            f"{name} is no file and none of the {len(known)} pictures of {meta['target_set']}; one was expected, such "
            f"as {known.names[0]}; correct the name."
        )
    return known.pictures[known.names.index(name)], name


def take_out(model: ManifoldCA, picture: np.ndarray, name: str, out: Path) -> None:
    """Write the automaton of a picture's code into a folder."""
    alone = model.genome(model.encode(picture[None])[0])
    files = {TARGET_FILE: encode_target(picture)} if model.colours == 4 else {}
    target = {"target": TARGET_FILE, "padding": 0, "files": files} if files else {}
    save(alone, out, {"name": out.resolve().name, "title": name, **target})


def main(argv=None):
    parser = OneLineParser(prog="python -m training.ncam.genome", description=__doc__.splitlines()[0])
    parser.add_argument("model", help="name of a shipped manifold, or the folder of one")
    parser.add_argument("picture", help="name of a picture of its set, or an image file")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="the folder to write")
    parser.add_argument("--data-dir", type=Path, metavar="DIR", help="where the data sets are")
    options = parser.parse_args(argv)
    if options.data_dir:
        import os

        os.environ["TFDS_DATA_DIR"] = str(options.data_dir)
    model, meta, _ = read_model(options.model)
    if not isinstance(model, ManifoldCA) or model.code == "none":
        raise InputError(f"{options.model} is no manifold; one was expected; name a model of training.ncam.")
    take_out(model, *picture_of(model, meta, options.picture), options.out)
    size = (options.out / "weights.npz").stat().st_size / 1000
    print(f"wrote {options.out}: the automaton of {options.picture} ({size:.0f} kB of weights)")


if __name__ == "__main__":
    command_line.run(main)
