"""`python -m training.mnist.beside MODEL PUBLISHED --out DIR`: the curves of two classifiers in one picture.

Cells that are right and images that agree, step by step over the whole test set, of ours and of the original authors'
(as `export.originals` reads it in); and of ours what the cells of each class say. Writes curves.png and confusion.png.
"""

import contextlib
import os
from collections.abc import Sequence
from pathlib import Path

from nca_tf.command import OneLineParser
from nca_tf.data.datasets import check_grey, load_images
from nca_tf.families.mnist.automaton import SelfClassifyingCA
from nca_tf.files.errors import InputError
from nca_tf.files.model_files import ReadModel, read_model
from training import command_line
from training.engine import use_threads
from training.mnist import figures
from training.mnist.evaluation import make_report
from training.progress import make_stages


def _classifier(name: str) -> ReadModel:
    found = read_model(name)
    if not isinstance(found.model, SelfClassifyingCA):
        raise InputError(
            f"{name} is of the family {found.meta['family']}; a self-classifying automaton was expected; name one."
        )
    return found


def main(argv: Sequence[str] | None = None) -> None:
    """Entry of the command."""
    use_threads()
    parser = OneLineParser(prog="python -m training.mnist.beside", description=__doc__)
    parser.add_argument("model", help="name of a shipped classifier, or the folder of a run; it names the data set")
    parser.add_argument("published", help="the folder of another one, such as export.originals writes")
    parser.add_argument("--data-dir", type=Path, metavar="DIR", help="where the data sets are")
    parser.add_argument("--out", type=Path, metavar="DIR", required=True, help="folder of the pictures")
    options = parser.parse_args(argv)
    if options.data_dir:
        os.environ["TFDS_DATA_DIR"] = str(options.data_dir)
    ours, theirs = _classifier(options.model), _classifier(options.published)
    dataset = check_grey(ours.meta.get("dataset", ""))
    data = load_images(dataset, "test")
    options.out.mkdir(parents=True, exist_ok=True)
    with contextlib.closing(make_stages()) as shown:
        reports = {"": make_report(ours.model, data, report=shown.stage)}
        reports[", published"] = make_report(theirs.model, data, report=lambda text: shown.stage(f"{text} (published)"))
    figures.write_curves(reports, dataset, options.out)
    print(f"wrote {options.out}/curves.png and confusion.png")


if __name__ == "__main__":
    command_line.run(main)
