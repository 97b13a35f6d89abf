"""`python -m training.evaluate MODEL`: measure a trained model as its paper did, into results/<name>.json."""

import importlib

from nca_tf.result_files import save_result
from training import command_line
from training.engine import use_threads

SECTIONS = {"growing": "Growing", "mnist": "Digits"}
"""Headings in RESULTS.md."""


def main(argv=None):
    use_threads()
    from nca_tf.model_files import load, model_folder, read_meta

    parser = command_line.OneLineParser(prog="python -m training.evaluate", description=__doc__)
    parser.add_argument("model", help="name of a shipped model, or the folder of a run or model")
    parser.add_argument("--published", metavar="MODEL", help="the original authors' model, measured beside it")
    parser.add_argument("--dataset", help="what to measure on a classifier that names no data set (an imported one)")
    parser.add_argument("--name", help="name of the result (default: <family>-<name of the model>)")
    parser.add_argument("--note", default="", help="a sentence or two for below the table")
    options = parser.parse_args(argv)
    folder, meta = model_folder(options.model), read_meta(options.model)
    if options.dataset:
        meta = {**meta, "dataset": options.dataset}
    family = importlib.import_module(f"training.{meta['family']}.evaluation")
    published = load(options.published) if options.published else None
    rows = family.evaluate(load(folder), meta, folder, published)
    name = meta.get("name", folder.name)
    given = ["--dataset", options.dataset] if options.dataset else []
    if "source" in meta:  # what the original authors published, read by export.originals
        title = f"{name}, the published model"
        command = f"python -m export.originals {meta['source']['file']} --out RUN && "
        command += command_line.describe_command("python -m training.evaluate", ["RUN", *given])
    else:
        title = name
        command = command_line.describe_command("python -m training.evaluate", [options.model, *given])
    section = SECTIONS.get(meta["family"], meta["family"].capitalize())
    path = save_result(options.name or f"{meta['family']}-{name}", section, title, command, rows, options.note)
    print(f"wrote {path}: {rows[1].what} {rows[1].measured:.3g}")


if __name__ == "__main__":
    command_line.run(main)
