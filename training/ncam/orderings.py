"""`python -m training.ncam.orderings RUNS`: which choice is better than which, at 32x32 pixels, two seeds of each.

The paper compares losses of single trainings at 64x64. Here every manifold is trained twice, for the same iterations
and with the same schedule, and an ordering counts as shown only if both trainings of the better one beat both of the
other. The trainings are recipes: ncam/ordering-variety-dna-seed-0, ... They need not all be there at once: losses of
variants that RUNS lacks are kept from the result written before.
"""

import dataclasses
import itertools
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import mean

from nca_tf.command import OneLineParser
from nca_tf.files.errors import InputError
from nca_tf.files.result_files import FOLDER, Row, read_measured, save_result
from training import command_line
from training.claims import SHOWN
from training.ncam.published import ABLATIONS, BY_SET, CODE_SIZES
from training.record import RECORD, read_record
from training.results import heading

NAME = "ncam-orderings"
SEEDS = (0, 1)
ALIKE = "--size 32 --iterations 1500"
"""Options of all trainings."""
VARIANTS = {
    "variety-dna": "--data variety --code dna",
    "variety-dna-no-leaky": "--data variety --code dna --no-leaky",
    "variety-dna-no-norm": "--data variety --code dna --no-norm",
    "variety-dna-no-slices": "--data variety --code dna --no-slices",
    "variety-continuous": "--data variety",
    "variety-continuous-synchronous": "--data variety --update synchronous",
    "variety-continuous-256": "--data variety --code-size 256",
    "variety-continuous-1024": "--data variety --code-size 1024",
    "chars-dna": "--data chars --code dna",
    "emotions-dna": "--data emotions --code dna",
    "heads-dna": "--data heads --code dna",
}
"""Options by variant."""
NOT_BETTER = 1.05
"""Up to how many times as large a loss may be, on average, and still be called no worse."""


@dataclasses.dataclass(frozen=True)
class Ordering:
    """What the paper says of two variants.

    Attributes:
      words: what is compared.
      better: the variant with the smaller loss, or the one that the other is close to.
      worse: the other.
      published: the paper's losses at 64x64, of the worse over the better; None where it gives none.
      close: whether the paper calls them alike.
      by_mean_picture: whether each loss is judged as a share of that of its set's mean picture.
    """

    words: str
    better: str
    worse: str
    published: float | None
    close: bool = False
    by_mean_picture: bool = False


SETS = tuple((name, BY_SET[f"{name}-dna-stochastic"]) for name in ("chars", "emotions", "heads", "variety"))
"""The sets from the easiest on, by the paper's losses with letters."""
_PAIRS = tuple(itertools.pairwise(SETS))
_NUMBERS, _LETTERS = BY_SET["emoji-continuous-stochastic"], BY_SET["emoji-dna-stochastic"]
_WITHOUT = {without: loss / BY_SET["variety-dna-stochastic"] for without, loss in ABLATIONS.items()}
_SIZES = {size: loss / _NUMBERS for size, loss in CODE_SIZES.items()}
_TIMES = _NUMBERS / BY_SET["emoji-continuous-synchronous"]
ORDERINGS = (
    Ordering("letters over numbers", "variety-continuous", "variety-dna", _LETTERS / _NUMBERS, close=True),
    Ordering("stochastic over synchronous", "variety-continuous-synchronous", "variety-continuous", _TIMES),
    Ordering("no leak factors over the full model", "variety-dna", "variety-dna-no-leaky", _WITHOUT["no-leaky"]),
    Ordering("no instance norm over the full model", "variety-dna", "variety-dna-no-norm", _WITHOUT["no-norm"]),
    Ordering("no slices over the full model", "variety-dna", "variety-dna-no-slices", _WITHOUT["no-slices"]),
    Ordering("256 numbers over 512", "variety-continuous", "variety-continuous-256", _SIZES[256]),
    Ordering("1024 numbers over 512", "variety-continuous", "variety-continuous-1024", _SIZES[1024], close=True),
    *(
        Ordering(f"{worse} over {better}", f"{better}-dna", f"{worse}-dna", more / less)
        for (better, less), (worse, more) in _PAIRS
    ),
    *(
        Ordering(
            f"{worse} over {better}, as shares of the mean picture's",
            *(f"{better}-dna", f"{worse}-dna", None),
            by_mean_picture=True,
        )
        for (better, _), (worse, _) in _PAIRS
    ),
)


def run_name(variant: str, seed: int) -> str:
    """Of the recipe, and of the folder of its run."""
    return f"ordering-{variant}-seed-{seed}"


def _loss_row(variant: str, seed: int) -> str:
    return f"{variant}, random seed {seed}: loss"


def _mean_picture_row(variant: str) -> str:
    return f"{variant}: loss of the set's mean picture"


def mean_row(ordering: Ordering) -> str:
    """What the ratio of the two mean losses is called."""
    return f"{ordering.words}: times"


def verdict_row(ordering: Ordering) -> str:
    """What the verdict is called."""
    return f"{ordering.words}: as the paper says"


def earlier_losses(path: Path) -> dict[str, list[tuple[float, float]]]:
    """As `read_losses`, of the variants in a result that was written before; none where there is no such file."""
    rows = read_measured(path)
    return {
        variant: [(rows[_loss_row(variant, seed)], rows[_mean_picture_row(variant)]) for seed in SEEDS]
        for variant in VARIANTS
        if _mean_picture_row(variant) in rows
    }


def read_losses(folder: Path) -> dict[str, list[tuple[float, float]]]:
    """By variant the loss and the mean picture's loss of each of its trainings; variants with all seeds only.

    Losses of letters are with half of them replaced, as the paper's are.

    Raises:
      InputError: no variant has all.
    """
    found = {}
    for variant in VARIANTS:
        records = [folder / run_name(variant, seed) / RECORD for seed in SEEDS]
        if all(record.is_file() for record in records):
            metrics = [read_record(record.parent)["metrics"] for record in records]
            loss = "mse_letter_noise" if "-dna" in variant else "mse"
            found[variant] = [(each[loss], each["mean_image_mse"]) for each in metrics]
    if not found:
        raise InputError(
            f"{folder} holds no finished runs named {run_name('variety-dna', 0)} and alike; {len(SEEDS)} of a variant "
            "were expected; train them with python -m training.reproduce first."
        )
    return found


def verdict(better: Sequence[float], worse: Sequence[float], close: bool) -> str:
    """Whether losses of two variants agree with the paper: `SHOWN`, "the other way round" or "not shown"."""
    if close:
        return SHOWN if mean(worse) <= NOT_BETTER * mean(better) else "not shown: worse"
    if max(better) < min(worse):
        return SHOWN
    return "the other way round" if max(worse) < min(better) else "not shown: within the spread of the seeds"


def rows_of(found: Mapping[str, Sequence[tuple[float, float]]]) -> list[Row]:
    """The losses of each variant, then each ordering of which both variants are there."""
    rows = []
    for variant, losses in found.items():
        rows += [Row(_loss_row(variant, seed), loss) for seed, (loss, _) in zip(SEEDS, losses, strict=True)]
        rows.append(Row(_mean_picture_row(variant), losses[0][1]))
    for ordering in ORDERINGS:
        if not {ordering.better, ordering.worse} <= found.keys():
            continue
        better, worse = (
            [loss / blank if ordering.by_mean_picture else loss for loss, blank in found[variant]]
            for variant in (ordering.better, ordering.worse)
        )
        rows += [
            Row(mean_row(ordering), mean(worse) / mean(better), ordering.published),
            Row(f"{ordering.words}: times, of any two seeds at least", min(worse) / max(better)),
            Row(verdict_row(ordering), verdict(better, worse, ordering.close)),
        ]
    return rows


def main(argv: Sequence[str] | None = None) -> None:
    """Write what the runs that are there say."""
    parser = OneLineParser(prog="python -m training.ncam.orderings", description=__doc__.splitlines()[0])
    parser.add_argument("runs", type=Path, help="folder of the runs, such as runs/ncam")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    options = parser.parse_args(argv)
    both = earlier_losses(FOLDER / f"{NAME}.json") | read_losses(options.runs)
    found = {variant: both[variant] for variant in VARIANTS if variant in both}
    names = " ".join(f"ncam/{run_name(variant, seed)}" for variant in found for seed in SEEDS)
    command = f"python -m training.reproduce {names} && python -m training.ncam.orderings runs/ncam"
    note = (
        "Losses are over the sets, at 32x32 pixels, of letters with half of them replaced at random. The published "
        "ratios are of trainings at 64x64; those of numbers, of the update and of the length of a code are of all "
        f"emoji there, and of variety here. Close is at most {NOT_BETTER} times on average."
    )
    rows = rows_of(found)
    path = save_result(NAME, heading("ncam"), "Orderings at 32x32, two seeds each", command, rows, note)
    if options.json:
        print(json.dumps(found))
        return
    print(f"wrote {path}: {len(found)} of {len(VARIANTS)} variants")


if __name__ == "__main__":
    command_line.run(main)
