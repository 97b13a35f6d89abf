"""`python -m training.cards [FOLDER ...]`: write the model cards (README.md) of shipped models, or of runs."""

import importlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from nca_tf.command import OneLineParser
from nca_tf.families import family_class
from nca_tf.files.cards import CARD, Figure, model_card
from nca_tf.files.model_files import list_pretrained, model_folder, read_meta
from nca_tf.files.whole_files import write_whole
from training import command_line
from training.metric import Metric
from training.recipe import Recipe, recipes
from training.record import read_record, without_folders

SUBJECTS = ("target", "dataset")
"""Keys of meta.json by which papers' figures are told apart, unless a family's evaluation has `subject_of(meta)`."""
PARTS = "targets"
"""The same of a model of several parts: a mapping by part."""


def card_of(name_or_folder: str | Path) -> str:
    """The card of a trained model, its metrics beside what was published; a run is loaded from its folder."""
    folder = model_folder(name_or_folder)
    meta, record = read_meta(folder), read_record(folder)
    shipped = str(name_or_folder) in list_pretrained()
    name = str(name_or_folder) if shipped else without_folders(Path(name_or_folder).as_posix())
    before = _before(recipes(), name)
    return model_card(family_class(meta["family"]), name, meta, record, _figures(meta, record["metrics"]), before)


def _before(known: Mapping[str, Recipe], name: str) -> str:
    """What a recipe trains before the run that made the model, and how all of it is done again; "" without a recipe."""
    recipe = known.get(name)
    if recipe is None:
        return ""
    runs, parts = len(recipe.stages), [known[f"{recipe.family}/{part}"] for part in recipe.parts]
    said = []
    if parts:
        said.append(f"Those are the last runs of {len(parts)} models, trained one by one.")
    if runs > 1:
        said.append(f"That is the last of {runs} runs, each from the weights of the one before.")
    if recipe.start:
        said.append(f"The {'first' if runs > 1 else 'run'} began with the weights of {recipe.start}.")
    minutes = recipe.minutes + sum(part.minutes for part in parts)
    whole = "All of that" if said else "That"
    said.append(f"{whole} again, about {minutes:.0f} minutes on two cores: `python -m training.reproduce {name}`.")
    return " ".join(said)


def _figures(meta: dict[str, Any], metrics: dict[str, Any]) -> list[Figure]:
    evaluation = importlib.import_module(f"training.{meta['family']}.evaluation")
    table, subject_of = getattr(evaluation, "METRICS", ()), getattr(evaluation, "subject_of", _subject_of)
    subject = subject_of(meta)
    known = {metric.name: metric for metric in table}
    figures = []
    for name, value in metrics.items():
        metric = known.get(name)
        words = f"`{name}`" + (f": {metric.words}" if metric and metric.words else "")
        figures.append(Figure(words, value, _published(metric, subject, value, meta) if metric else None))
    return figures


def _subject_of(meta: dict[str, Any]) -> str:
    return next((meta[key] for key in SUBJECTS if isinstance(meta.get(key), str)), "")


def _published(metric: Metric, subject: str, value: Any, meta: dict[str, Any]) -> Any:
    """The paper's figure; of a model of several parts that of each part that has one."""
    if not isinstance(value, Mapping):
        return metric.published.get(subject)
    subjects = meta.get(PARTS, {})
    known = {part: metric.published.get(subjects.get(part)) for part in value}
    return {part: figure for part, figure in known.items() if figure is not None} or None


def main(argv: Sequence[str] | None = None) -> None:
    """Write the cards of the models named, or of all that ship."""
    parser = OneLineParser(prog="python -m training.cards", description=__doc__)
    parser.add_argument("models", metavar="MODEL", nargs="*", help="names or folders (default: all that ship)")
    options = parser.parse_args(argv)
    models = options.models or list_pretrained()
    for name in models:
        write_whole(model_folder(name) / CARD, card_of(name).encode())
    print(f"wrote {CARD} of {len(models)} models")


if __name__ == "__main__":
    command_line.run(main)
