"""Writes a model in the 8-bit JSON of the published WebGL demo: python -m export.webgl8 MODEL --out DIR.

export/FORMATS.md describes `<DIR>/<model's name>.webgl8.json`. A model's family says whether it can be written so, and
how.
"""

from collections.abc import Sequence
from pathlib import Path

import keras
import numpy as np

from export import model_argument, publishing, rollouts
from export.command_line import Parser, readable_size, run, size_of
from nca_tf.cells.formats import OwnFormat
from nca_tf.files import model_files
from nca_tf.files.errors import InputError

FORMAT = "webgl8"


def holds(model: keras.Model) -> bool:
    """Whether a model can be written in the format."""
    own = model.own_formats().get(FORMAT)
    return own is not None and not own.refusal


def format_for(source: model_argument.ModelArgument) -> tuple[OwnFormat, str]:
    """Returns the format for a model, and the name of the model whose weights it is to hold.

    Where weights fine-tuned for 8 bits lie beside the model's own, these are taken.

    Raises:
      InputError: when the format can't hold the model.
    """
    fine_tuned = model_files.eight_bit_folder(source.folder)
    model = source.model if fine_tuned is None else model_files.load(fine_tuned)
    own = model.own_formats().get(FORMAT)
    if own is None:
        raise InputError(
            f"{source.name} is of the family {model.family}, which has no 8-bit WebGL format; a model of one that has "
            "it was expected; export it to another format"
        )
    if own.refusal:
        raise InputError(f"{source.name} {own.refusal}")
    return own, source.name if fine_tuned is None else fine_tuned.name


def rollout(own: OwnFormat, content: bytes) -> rollouts.Rollout:
    """Runs a file as the format's own player does."""
    return rollouts.repeat(own.player(content))


def main(argv: Sequence[str] | None = None) -> None:
    """Writes one model as 8-bit WebGL JSON."""
    description = "Writes a model in the 8-bit format of the published WebGL demo."
    parser = Parser(prog="python -m export.webgl8", description=description)
    model_argument.add_to(parser)
    parser.add_argument("--out", metavar="DIR", type=Path, required=True, help="folder to write <name>.webgl8.json to")
    parser.add_argument("--name", help="another name than the model's own")
    options = parser.parse_args(argv)
    source = model_argument.load(options.model, options.name)
    own, weights = format_for(source)
    content = own.encode(own.weights)
    decoded = own.decode(content)
    error = max(float(np.abs(decoded[name] - array).max()) for name, array in own.weights.items())
    path = publishing.publish_file(options.out / f"{source.name}{own.suffix}", content)
    print(f"{path}: {readable_size(size_of(path))}, no weight of {weights} changed by more than {error:.4f}")


if __name__ == "__main__":
    run(main)
