"""Measures what a server of a model can take: python -m export.capacity MODEL.

The model is exported for TF Serving; then every size of grid and of batch is asked for by `serving_default` in a fresh
process that loads the SavedModel as a server does. A line says how many steps a second it computes (each step takes all
examples of the batch one step on) and the most memory that the process held.
"""

import dataclasses
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from export import model_argument, saved_model
from export.command_line import Parser, run
from nca_tf.cells.signatures import Signature
from nca_tf.files.errors import InputError
from nca_tf.files.result_files import FOLDER, Row, save_result

TIMING = Path(__file__).parent / "request_timing.py"
GRIDS, BATCHES = (72, 128, 256, 512), (1, 4, 16, 64)
STEPS, REPEATS = 50, 3
SIDES = ("height", "width")
RESULT = "capacity"
"""First word of the results' names."""


@dataclasses.dataclass(frozen=True)
class Load:
    """One size of request and what became of it.

    Args:
      grid: cells on a side of the square grid; None where the model takes one size only.
      batch: examples in the request.
      steps_per_second: of the whole batch.
      loaded_mb: memory of the process that has loaded the model, in 10^6 bytes.
      peak_mb: the most that it held in the end.
      refused: why the model refuses such a request, or empty.
    """

    grid: int | None
    batch: int
    steps_per_second: float = 0.0
    loaded_mb: float = 0.0
    peak_mb: float = 0.0
    refused: str = ""

    @property
    def size(self) -> str:
        """The request in words."""
        return (f"{self.grid}x{self.grid} cells, " if self.grid else "") + f"batch {self.batch}"

    @property
    def speed(self) -> str:
        """What was measured, in words."""
        if self.refused:
            return f"refused: {self.refused}"
        return f"{self.steps_per_second:.3g} steps/s, {self.peak_mb:.0f} MB"


def measure(
    source: model_argument.ModelArgument, grids: Sequence[int], batches: Sequence[int], steps: int, repeats: int
) -> Iterator[Load]:
    """Exports a model and times its `serving_default`, each size in a process of its own.

    Args:
      grids: sides of the grids; left alone where the model takes one size only.
      batches: examples in a request.
      steps: steps of the automaton in a request.
      repeats: requests of each size, of which the median counts.
    """
    serving = next(signature for signature in source.signatures("saved_model") if signature.name == "serving_default")
    free = all(side in serving.inputs for side in SIDES)
    with tempfile.TemporaryDirectory() as temporary:
        folder, _ = saved_model.write(source, Path(temporary))
        for grid in grids if free else (None,):
            for batch in batches:
                request = make_request(serving, grid, batch, steps)
                yield Load(grid, batch, **_timed(folder, request, steps, repeats))


def make_request(serving: Signature, grid: int | None, batch: int, steps: int) -> dict[str, np.ndarray]:
    """The signature's example, `batch` times with other random seeds, on a square grid, as its masks are."""
    example = serving.example()
    if grid is not None:
        masks = [name for name, spec in serving.inputs.items() if spec.shape == (None, None, None)]
        example |= {name: _centred(example[name], grid) for name in masks}
    request = {name: np.repeat(value, batch, axis=0) for name, value in example.items()}
    set_to = {"steps": steps, "random_seed": np.arange(batch)} | ({} if grid is None else dict.fromkeys(SIDES, grid))
    for name, value in set_to.items():
        request[name][:] = value
    return request


def _centred(masks: np.ndarray, side: int) -> np.ndarray:
    """Masks [batch, height, width] cut, or surrounded by zeros, to a square grid; their middle stays in its middle."""
    for axis in (1, 2):
        own = masks.shape[axis]
        first = max(own // 2 - side // 2, 0)
        masks = masks.take(range(first, min(first + side, own)), axis)
        before = side // 2 - masks.shape[axis] // 2
        margins = [(0, 0)] * 3
        margins[axis] = before, side - before - masks.shape[axis]
        masks = np.pad(masks, margins)
    return masks


def _timed(folder: Path, request: dict[str, np.ndarray], steps: int, repeats: int) -> dict[str, float | str]:
    with tempfile.NamedTemporaryFile(suffix=".npz") as file:
        np.savez(file, **request)
        file.flush()
        command = [sys.executable, str(TIMING), str(folder), file.name, str(repeats)]
        finished = subprocess.run(command, capture_output=True, text=True, check=False)
    if finished.returncode:
        said = finished.stderr.strip().splitlines()
        # A system out of memory kills without a word.
        return {"refused": said[-1] if said else f"ended with status {finished.returncode}, perhaps for want of memory"}
    measured = json.loads(finished.stdout.splitlines()[-1])
    if "refused" in measured:
        return measured
    return {"steps_per_second": steps / measured.pop("seconds"), **measured}


def save(folder: Path, model: str, loads: Sequence[Load], options: str) -> Path:
    """Writes capacity-<model>.json, one row a size that the model takes, for RESULTS.md.

    Args:
      model: as it was typed.
      options: those of the command, as typed, beside --results.
    """
    name, model = model_argument.result_name(RESULT, model), model_argument.without_folders(model)
    taken = [load for load in loads if not load.refused]
    note = (
        "A step takes the whole batch one step on. The process is Python with TensorFlow; with the model loaded and no "
        f"request yet it holds {taken[0].loaded_mb:.0f} MB."
    )
    if len(taken) < len(loads):
        note += " Larger requests are refused: " + next(load.refused for load in reversed(loads) if load.refused) + "."
    return save_result(
        name,
        "Export",
        f"Serving {model}: steps a second of `serving_default`, and the most memory",
        f"python -m export.capacity {model}{options} --results {FOLDER}",
        [Row(load.size, load.speed) for load in taken],
        note,
        folder,
    )


def main(argv: Sequence[str] | None = None) -> int:
    """Measures one model; returns 1 where it takes none of the sizes."""
    parser = Parser(prog="python -m export.capacity", description="Measures what a server of a model can take.")
    model_argument.add_to(parser)
    for name, default, what in (
        ("--grids", GRIDS, "sides of square grids, where the model takes more than one size"),
        ("--batches", BATCHES, "examples in a request"),
    ):
        shown = " ".join(map(str, default))
        parser.add_argument(name, type=int, nargs="+", metavar="N", default=default, help=f"{what} (default: {shown})")
    parser.add_argument("--steps", type=int, default=STEPS, help=f"steps in a request (default: {STEPS})")
    parser.add_argument("--repeats", type=int, default=REPEATS, help=f"requests of each size (default: {REPEATS})")
    parser.add_argument("--results", metavar="DIR", type=Path, help="also write capacity-<MODEL>.json there")
    options = parser.parse_args(argv)
    for name in ("grids", "batches", "steps", "repeats"):
        least = min(np.atleast_1d(getattr(options, name)))
        if least < 1:
            raise InputError(f"--{name} has {least}; whole numbers from 1 on were expected; correct it")
    if options.results:
        model_argument.result_name(RESULT, options.model)
    source, loads = model_argument.load(options.model), []
    for load in measure(source, options.grids, options.batches, options.steps, options.repeats):
        print(f"{load.size}: {load.speed}", flush=True)
        loads.append(load)
    taken = [load for load in loads if not load.refused]
    if not taken:
        print(f"{source.name}: none of these requests is taken", file=sys.stderr)
        return 1
    if options.results:
        print(f"wrote {save(options.results, options.model, loads, _typed(options))}")
    best = max(taken, key=lambda load: load.batch * load.steps_per_second)
    rate = best.batch * best.steps_per_second
    print(f"{source.name}: at most {rate:.3g} steps of an example a second, at {best.size}")
    return 0


def _typed(options) -> str:
    """The options that differ from their defaults, as they are typed."""
    defaults = {"grids": GRIDS, "batches": BATCHES, "steps": STEPS, "repeats": REPEATS}
    given = {name: np.atleast_1d(getattr(options, name)) for name in defaults}
    return "".join(
        f" --{name} {' '.join(map(str, values))}"
        for name, values in given.items()
        if not np.array_equal(values, np.atleast_1d(defaults[name]))
    )


if __name__ == "__main__":
    run(main)
