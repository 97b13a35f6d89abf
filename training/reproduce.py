"""`python -m training.reproduce [NAME ...]`: train what ships, one model after the other.

Each training is the family's own command in a process of its own; a finished one is skipped, an interrupted one goes
on. `--list` shows the recipes, `--ship` puts a finished model into the package and measures it for RESULTS.md.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

from nca_tf.command import Interrupted, OneLineParser
from nca_tf.files.errors import InputError
from nca_tf.files.model_files import list_pretrained
from training import command_line
from training.options import describe_command
from training.recipe import Recipe, chosen, compare, recipes


def module_of(recipe: Recipe) -> str:
    """The command that makes a model of a recipe."""
    return f"training.{recipe.family}" + (".join" if recipe.parts else "")


def arguments(recipe: Recipe, stage: int, runs: Path, iterations: int | None = None) -> list[str]:
    """What follows `python -m <module_of(recipe)>` for one stage of a recipe.

    Args:
      runs: where run folders are.
      iterations: instead of the recipe's own.
    """
    out = ["--out", str(runs / recipe.family / recipe.run_name(stage))]
    options = recipe.options(stage)
    if recipe.parts:
        return [*(str(runs / recipe.family / part) for part in recipe.parts), *options, *out]
    if stage:
        options += ["--init", str(runs / recipe.family / recipe.run_name(stage - 1))]
    elif recipe.start:
        options += ["--init", str(runs / recipe.start)]
    if iterations is not None:
        options += ["--iterations", str(iterations)]
    return [*options, *out]


def is_finished(recipe: Recipe, stage: int, runs: Path, iterations: int | None = None) -> bool:
    """Whether the record of that very command is there, which a training writes last."""
    record = _record(runs / recipe.family / recipe.run_name(stage))
    return record.get("command") == _typed(recipe, stage, runs, iterations)


def _typed(recipe: Recipe, stage: int, runs: Path, iterations: int | None) -> str:
    return describe_command(f"python -m {module_of(recipe)}", arguments(recipe, stage, runs, iterations))


def _record(folder: Path) -> dict:
    try:
        return json.loads((folder / "record.json").read_text())
    except (OSError, ValueError):
        return {}


def reproduce(recipe: Recipe, runs: Path, iterations: int | None = None) -> Path:
    """Do what is not done yet of a recipe; returns the folder of its last run.

    Raises:
      InputError: a training ended with an error, which it said itself.
      Interrupted: a signal ended it; it saved itself.
    """
    for stage in range(len(recipe.stages)):
        command = _typed(recipe, stage, runs, iterations)
        if is_finished(recipe, stage, runs, iterations):
            print(f"finished before: {command}", flush=True)
            continue
        print(f"{recipe.path}, {stage + 1} of {len(recipe.stages)}: {command}", flush=True)
        _run(module_of(recipe), arguments(recipe, stage, runs, iterations))
    return runs / recipe.family / recipe.name


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


def main(argv=None) -> int:
    parser = OneLineParser(prog="python -m training.reproduce", description=__doc__.splitlines()[0])
    parser.add_argument("names", metavar="NAME", nargs="*", help="recipes, FAMILY/NAME")
    parser.add_argument("--all", action="store_true", help="every model that ships")
    parser.add_argument("--list", action="store_true", help="show the recipes, what they reach and how long they take")
    parser.add_argument("--ship", action="store_true", help="put each finished model into the package and measure it")
    parser.add_argument("--runs", type=Path, metavar="DIR", default=Path("runs"), help="where runs are (default: runs)")
    parser.add_argument("--data-dir", type=Path, metavar="DIR", help="where the data sets are")
    parser.add_argument("--iterations", type=int, metavar="N", help="try recipes with so many iterations a stage")
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
    missed = 0
    for recipe in chosen(options.names, known):
        folder = reproduce(recipe, options.runs, options.iterations)
        missed += not report(recipe, folder)
        if options.ship and recipe.ships:
            _run("training.ship", [str(folder), "--replace"])
            _run("training.evaluate", [str(folder)])
    if missed:
        print(f"{missed} recipe{'s' * (missed > 1)} did not reach what was expected")
    return int(missed > 0 and options.iterations is None)


if __name__ == "__main__":
    command_line.run(main)
