"""Makes the sheet of sample images that the page offers: `python -m export.sample_sheets mnist`.

A sheet has a row for each class and in it that class's first images of the test set, which no model was trained on.
The sheets are kept in `export/samples/`, so that `export.site` needs no data set.
"""

import io
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PIL import Image

from export.command_line import Parser, readable_size, run
from export.publishing import publish_file
from nca_tf.datasets import SOURCES, load_images
from nca_tf.errors import InputError

SAMPLES = Path(__file__).resolve().parent / "samples"
COLUMNS = 12


def sheet(images: np.ndarray, labels: np.ndarray, columns: int = COLUMNS) -> np.ndarray:
    """Lays out the first images of each class.

    Args:
      images: uint8 [images, side, side].
      labels: int [images], 0 and up.
      columns: images a class.
    Returns:
      uint8 [classes * side, columns * side].
    Raises:
      InputError: a class has too few images.
    """
    rows = []
    for label in range(int(labels.max()) + 1):
        chosen = images[labels == label][:columns]
        if len(chosen) < columns:
            raise InputError(f"class {label} has {len(chosen)} images; {columns} are needed; pass fewer --columns")
        rows.append(np.concatenate(list(chosen), axis=1))
    return np.concatenate(rows, axis=0)


def png(pixels: np.ndarray) -> bytes:
    """A grey or RGBA picture, uint8 [height, width] or [height, width, 4], as the bytes of a PNG file."""
    buffer = io.BytesIO()
    Image.fromarray(pixels).save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def main(arguments: Sequence[str] | None = None) -> int:
    """Writes one data set's sheet; prints where."""
    parser = Parser(prog="python -m export.sample_sheets", description=__doc__.splitlines()[0])
    parser.add_argument("dataset", choices=[name for name, source in SOURCES.items() if source.shape[2] == 1])
    parser.add_argument("--data-dir", help="where data sets are (default: TFDS_DATA_DIR or ~/tensorflow_datasets)")
    parser.add_argument("--columns", type=int, default=COLUMNS, help="images a class (default: %(default)s)")
    parser.add_argument("--out", type=Path, help="file to write (default: export/samples/DATASET.png)")
    options = parser.parse_args(arguments)
    if not 1 <= options.columns <= 50:
        raise InputError(f"--columns is {options.columns}; 1 to 50 is accepted; {COLUMNS} is the default")
    data = load_images(options.dataset, "test", options.data_dir)
    path = options.out or SAMPLES / f"{options.dataset}.png"
    publish_file(path, png(sheet(data.images, data.labels, options.columns)))
    print(f"wrote {path}: {options.columns} images a class, {readable_size(path.stat().st_size)}")
    return 0


if __name__ == "__main__":
    run(main)
