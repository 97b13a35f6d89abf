"""`python -m training.reproduce [NAME ...]`: train what ships, one model after the other.

Each training is the family's own command in a process of its own; a finished one is skipped, an interrupted one goes
on. `--list` shows the recipes, `--ship` puts a finished model that reached what was expected into the package and
measures it for RESULTS.md. `--iterations` tries recipes, in run folders of their own.
"""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from nca_tf.command import Interrupted, OneLineParser
from nca_tf.files.errors import InputError
from nca_tf.files.model_files import META, list_pretrained, weights_sha256
from training import command_line
from training.options import describe_command
from training.recipe import Recipe, chosen, compare, recipes
from training.record import RECORD
from training.run_inputs import started_from

TRIALS = "trials"
"""Below it are the runs of recipes that were cut short: nothing whole starts from them."""


def module_of(recipe: Recipe) -> str:
    """The command that makes a model of a recipe."""
    return f"training.{recipe.family}" + (".join" if recipe.parts else "")


def arguments(recipe: Recipe, stage: int, runs: Path, iterations: int | None = None) -> list[str]:
    """What follows `python -m <module_of(recipe)>` for one stage of a recipe.

    Args:
      runs: where run folders are.
      iterations: instead of the recipe's own.
    """
    sources = [str(source) for source in _sources(recipe, stage, runs)]
    out = ["--out", str(runs / recipe.family / recipe.run_name(stage))]
    options = recipe.options(stage)
    if recipe.parts:
        return [*sources, *options, *out]
    options += [word for source in sources for word in ("--init", source)]
    if iterations is not None:
        options += ["--iterations", str(iterations)]
    return [*options, *out]


def _sources(recipe: Recipe, stage: int, runs: Path) -> list[Path]:
    """The runs of which a stage is joined, or the one that it starts from, if any."""
    if recipe.parts:
        return [runs / recipe.family / part for part in recipe.parts]
    if stage:
        return [runs / recipe.family / recipe.run_name(stage - 1)]
    return [runs / recipe.start] if recipe.start else []


def is_finished(recipe: Recipe, stage: int, runs: Path, iterations: int | None = None) -> bool:
    """Whether the record of that very command is there, which a training writes last, made of what is there now."""
    record = _record(runs / recipe.family / recipe.run_name(stage))
    if record.get("command") != _typed(recipe, stage, runs, iterations):
        return False
    return not outdated(recipe, stage, runs)


def outdated(recipe: Recipe, stage: int, runs: Path) -> list[Path]:
    """The runs that a stage began with, or was joined of, and that have other weights by now."""
    folder, sources = runs / recipe.family / recipe.run_name(stage), _sources(recipe, stage, runs)
    if recipe.parts:
        parts = _record(folder).get("parts", {})
        digests = [parts.get(part, {}).get("weights_sha256") for part in recipe.parts]
    else:
        digests = [(started_from(folder) or {}).get("init")] * len(sources)
    # A run of an earlier version doesn't say what it began with, and that may be gone.
    return [
        source
        for source, digest in zip(sources, digests, strict=True)
        if digest and (source / META).is_file() and weights_sha256(source) != digest
    ]


def _typed(recipe: Recipe, stage: int, runs: Path, iterations: int | None) -> str:
    return describe_command(f"python -m {module_of(recipe)}", arguments(recipe, stage, runs, iterations))


def _record(folder: Path) -> dict:
    try:
        return json.loads((folder / RECORD).read_text())
    except (OSError, ValueError):
        return {}


def reproduce(recipe: Recipe, runs: Path, iterations: int | None = None) -> Path:
    """Do what is not done yet of a recipe; returns the folder of its last run.

    Raises:
      InputError: a training ended with an error, which it said itself, or began with other weights than are there now.
      Interrupted: a signal ended it; it saved itself.
    """
    for stage in range(len(recipe.stages)):
        command = _typed(recipe, stage, runs, iterations)
        if is_finished(recipe, stage, runs, iterations):
            print(f"finished before: {command}", flush=True)
            continue
        _check_start(recipe, stage, runs)
        print(f"{recipe.path}, {stage + 1} of {len(recipe.stages)}: {command}", flush=True)
        _run(module_of(recipe), arguments(recipe, stage, runs, iterations))
    return runs / recipe.family / recipe.name


def _check_start(recipe: Recipe, stage: int, runs: Path) -> None:
    """A training goes on from its checkpoints, whatever it was begun with; models are joined anew."""
    other = [] if recipe.parts else outdated(recipe, stage, runs)
    if other:
        folder = runs / recipe.family / recipe.run_name(stage)
        raise InputError(
            f"{folder} began with other weights than {other[0]} has now; those were expected; remove the former and "
            "start again."
        )


def _run(module: str, options: list[str]) -> None:
    """A command of this project in a process of its own, which a signal to this one ends too."""
    with subprocess.Popen([sys.executable, "-m", module, *options]) as child:
        try:
            status = child.wait()
        except KeyboardInterrupt as interruption:
            number = getattr(interruption, "number", None)
            if number is not None:  # Ctrl-C has reached the child as well
                child.send_signal(number)
            child.wait()
            raise
    if status > 128 or status < 0:
        number = -status if status < 0 else status - 128
        raise Interrupted(number, f"{module} was interrupted; the same command continues it")
    if status:
        raise InputError(f"{module} ended with status {status}; see what it said above; mend that and start again.")


def report(recipe: Recipe, folder: Path) -> bool:
    """Print what was expected of a finished model beside what it reached; returns whether it reached all."""
    rows = compare(recipe.expects, _record(folder)["metrics"])
    for name, limit, value, reached in rows:
        shown = "nothing" if value is None else f"{value:.4g}"
        print(f"{recipe.path}: {name} {shown}, expected {limit:.4g}: {'reached' if reached else 'missed'}", flush=True)
    return all(reached for *_, reached in rows)


def _list(known: dict[str, Recipe], runs: Path) -> None:
    shipped = set(list_pretrained())
    print(f"{'recipe':36} {'minutes':>7}  {'state':10} expected")
    for path, recipe in known.items():
        done = is_finished(recipe, len(recipe.stages) - 1, runs)
        state = "finished" if done else "ships" if path in shipped else ""
        expected = ", ".join(f"{name} {value:.4g}" for name, value in recipe.expects.items())
        print(f"{path:36} {recipe.minutes:7.0f}  {state:10} {expected}")


def main(argv: Sequence[str] | None = None) -> int:
    """Do what was asked of recipes; returns 1 where a whole one missed what was expected."""
    parser = OneLineParser(prog="python -m training.reproduce", description=__doc__.splitlines()[0])
    parser.add_argument("names", metavar="NAME", nargs="*", help="recipes, FAMILY/NAME")
    parser.add_argument("--all", action="store_true", help="every model that ships")
    parser.add_argument("--list", action="store_true", help="show the recipes, what they reach and how long they take")
    parser.add_argument("--ship", action="store_true", help="put each finished model into the package and measure it")
    parser.add_argument("--runs", type=Path, metavar="DIR", default=Path("runs"), help="where runs are (default: runs)")
    parser.add_argument("--data-dir", type=Path, metavar="DIR", help="where the data sets are")
    what = f"try recipes with so many iterations a stage, in runs below DIR/{TRIALS}"
    parser.add_argument("--iterations", type=int, metavar="N", help=what)
    options = parser.parse_args(argv)
    known = recipes()
    if options.list:
        _list(known, options.runs)
        return 0
    if not options.names and not options.all:
        raise InputError("no recipe was named; one or --all was expected; --list shows them.")
    if options.ship and options.iterations is not None:
        raise InputError("--ship is for whole recipes and --iterations cuts them short; leave one of them out.")
    if options.data_dir:
        os.environ["TFDS_DATA_DIR"] = str(options.data_dir.resolve())
    runs, missed = options.runs, 0
    if options.iterations is not None:
        runs = runs / TRIALS / f"{options.iterations}-iterations"
    for recipe in chosen(options.names, known):
        folder = reproduce(recipe, runs, options.iterations)
        reached = report(recipe, folder)
        missed += not reached
        if options.ship and recipe.ships and not reached:
            print(f"{recipe.path}: not shipped, since it missed what was expected; {folder} has it", flush=True)
        elif options.ship and recipe.ships:
            _run("training.ship", [str(folder), "--replace"])
            _run("training.evaluate", [str(folder)])
    if missed:
        print(f"{missed} recipe{'s' * (missed > 1)} did not reach what was expected")
    return int(missed > 0 and options.iterations is None)


if __name__ == "__main__":
    command_line.run(main)
