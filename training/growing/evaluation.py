"""What the article measures and shows of a growing automaton.

All figures are means over independent rollouts of the loss: mean squared difference of RGBA to the padded target.
"""

import json
from operator import itemgetter
from pathlib import Path
from typing import Any

import numpy as np
import tensorflow as tf
from PIL import Image

from nca_tf.families.growing.automaton import GrowingCA
from nca_tf.files.errors import InputError
from nca_tf.files.meta import SOURCE
from nca_tf.files.model_files import ReadModel, load
from nca_tf.files.result_files import Row
from nca_tf.metrics import best_shifts, image_losses
from nca_tf.pictures.model_targets import ModelTarget, target_of
from nca_tf.pictures.targets import place
from nca_tf.wounds import CUTS, cut, stroke_masks, three_pieces
from training.log_file import read_log
from training.metric import Metric, recorded
from training.metric import rows as rows_of
from training.progress import Report, counted, say_nothing

SEEDS = 16
SHARDS = 2
"""Parts of a batch that are computed side by side, on any machine: the draws depend on their number."""
MARKS = (96, 200, 500, 5000)
"""Steps after which losses are recorded."""
CUT_PADDING = 8
STROKES, HEALED = 64, 3
"""Patterns that a swath is erased from, and how many times the undamaged loss counts as healed."""
ANGLES = tuple(range(0, 360, 45))
"""Angles by which sensors are turned, in degrees."""
METRICS = (
    *(Metric(f"loss_{mark}", f"loss after {mark} steps") for mark in MARKS),
    Metric("", "loss after 5000 / after 200 steps", lambda measured: measured["loss_5000"] / measured["loss_200"]),
    Metric("cut_loss", "", lambda measured: [measured[which] for which in CUTS]),
    Metric("undamaged_loss", "loss of an undamaged pattern of the age of the cut ones", itemgetter("undamaged")),
    *(Metric("", f"loss 500 steps after the {which} half was erased", itemgetter(which)) for which in CUTS[:-1]),
    Metric("", "loss 500 steps after the centre square was erased", itemgetter("centre")),
    Metric("strokes_healed", f"of {STROKES} strokes across it, how many healed to {HEALED} x the undamaged loss"),
    *(Metric("", f"loss to the target turned by {angle}°, after 500 steps", itemgetter(angle)) for angle in ANGLES),
)
PIECES = ("left", "middle", "right")
MEASURED_AGAINST = "picture that the losses are measured against: the one that the model was trained on"
LAST_LOSS = "mean log10 loss of the last"
OPTIONS: dict[str, str] = {}
"""What a meta.json may lack and an option of training.evaluate can say."""
PUBLISHED_FASHION_LOSS = -3.25
"""Log10 loss at the end of the training on one picture of Fashion-MNIST (Frost, Parry, Adams 2022)."""


def losses_after(
    model: GrowingCA,
    picture: np.ndarray,
    padding: int,
    marks: tuple[int, ...],
    seeds: int = SEEDS,
    report: Report = say_nothing,
) -> list[float]:
    """Mean loss after each number of steps in `marks` (rising), over `seeds` rollouts from the seed state.

    Args:
      picture: [height, width, 4], the target without padding.
      padding: empty cells on each side.
    """
    height, width = (side + 2 * padding for side in picture.shape[:2])
    target = tf.constant(place(picture, height, width))
    state, done, losses = model.seed_state(seeds, height, width), 0, []
    for number, mark in enumerate(marks, start=1):
        report(f"measuring: loss after {mark} steps, {number}/{len(marks)}")
        state = _run(model, state, mark - done, random_seed=mark)
        losses.append(float(tf.reduce_mean(image_losses(state, target))))
        done = mark
    return losses


def cut_losses(
    model: GrowingCA,
    picture: np.ndarray,
    grown: int = 200,
    recovery: int = 500,
    seeds: int = SEEDS,
    report: Report = say_nothing,
) -> dict[str, float]:
    """Mean loss `recovery` steps after each of the article's five cuts, and of undamaged patterns of the same age.

    Returns:
      {"lower": ..., "upper": ..., "left": ..., "right": ..., "centre": ..., "undamaged": ...}
    """
    height, width = (side + 2 * CUT_PADDING for side in picture.shape[:2])
    target = tf.constant(place(picture, height, width))
    report("measuring: growing what is to be cut")
    state = _run(model, model.seed_state(seeds, height, width), grown, random_seed=1).numpy()
    losses = {}
    for number, which in enumerate(counted((*CUTS, "undamaged"), "measuring: the five cuts and none", report)):
        damaged = state if which == "undamaged" else cut(state, which)
        recovered = _run(model, damaged, recovery, random_seed=100 + number)
        losses[which] = float(tf.reduce_mean(image_losses(recovered, target)))
    return losses


def stroke_losses(
    model: GrowingCA, picture: np.ndarray, grown: int = 200, recovery: int = 500, report: Report = say_nothing
) -> np.ndarray:
    """Loss of each of `STROKES` patterns `recovery` steps after a swath 7 to 13 cells wide was erased through it.

    The swaths are the same for every model; the article has none, but whoever draws on its page makes them.
    """
    height, width = (side + 2 * CUT_PADDING for side in picture.shape[:2])
    target = tf.constant(place(picture, height, width))
    report("measuring: strokes across the pattern")
    state = _run(model, model.seed_state(STROKES, height, width), grown, random_seed=500).numpy()
    masks = stroke_masks(STROKES, height, width, np.random.default_rng(500))
    return image_losses(_run(model, state * masks, recovery, random_seed=501), target).numpy()


def measure(model: GrowingCA, picture: np.ndarray, padding: int, report: Report = say_nothing) -> dict[str, Any]:
    """The metrics of record.json: long-run losses and the five cuts."""
    return recorded(METRICS, _figures(model, picture, padding, report))


def _figures(model: GrowingCA, picture: np.ndarray, padding: int, report: Report) -> dict[str, float]:
    losses = losses_after(model, picture, padding, MARKS, report=report)
    cuts = cut_losses(model, picture, report=report)
    strokes = stroke_losses(model, picture, report=report)
    healed = {"strokes_healed": int((strokes <= HEALED * cuts["undamaged"]).sum())}
    return {f"loss_{mark}": loss for mark, loss in zip(MARKS, losses, strict=True)} | cuts | healed


def rotation_losses(
    model: GrowingCA,
    picture: np.ndarray,
    padding: int,
    steps: int = 500,
    seeds: int = 8,
    report: Report = say_nothing,
) -> dict[int, float]:
    """Mean loss to the turned target for sensors turned by each of `ANGLES`, by angle.

    The target is turned about the seed cell, bilinearly, which alone blurs it a little.
    """
    height, width = (side + 2 * padding for side in picture.shape[:2])
    upright = place(picture, height, width)
    losses = {}
    for index, degrees in enumerate(counted(ANGLES, "measuring: sensors turned", report)):
        target = tf.constant(turn(upright, degrees, (height // 2 + 0.5, width // 2 + 0.5)))
        seed = model.seed_state(seeds, height, width)
        state = _run(model, seed, steps, random_seed=300 + index, angle=np.deg2rad(degrees))
        losses[degrees] = float(tf.reduce_mean(image_losses(state, target)))
    return losses


def turn(picture: np.ndarray, degrees: float, centre: tuple[float, float]) -> np.ndarray:
    """A premultiplied picture [height, width, 4] turned anticlockwise about `centre` (row, column, in cells)."""
    channels = [
        Image.fromarray(picture[..., channel]).rotate(degrees, Image.Resampling.BILINEAR, center=centre[::-1])
        for channel in range(4)
    ]
    return np.stack(channels, axis=-1)


def piece_losses(
    model: GrowingCA, picture: np.ndarray, padding: int, grown: int = 200, recovery: int = 800, seeds: int = 8
) -> dict[str, float]:
    """Mean loss of what each third of a pattern grows into, to the target wherever it fits best.

    The article's planarian: cut in three and moved apart, each piece becomes a whole worm. Grown and cut on a grid with
    room for three; keys are `PIECES`.
    """
    height, span = (side + 2 * padding for side in picture.shape[:2])
    state = _run(model, model.seed_state(seeds, height, 3 * span), grown, random_seed=400).numpy()
    after = _run(model, three_pieces(state, picture.shape[1]), recovery, random_seed=401).numpy()[..., :4]
    target, losses = place(picture, height, span), {}
    for index, which in enumerate(PIECES):
        part = after[:, :, index * span : (index + 1) * span]
        losses[which] = float(best_shifts(part, target, padding)[0].mean())
    return losses


def training_figures(folder: Path, log10_loss: float = -3.0, window: int = 100) -> dict[str, float]:
    """What a run's log tells: seconds until the loss was low and in all, and the loss at the end.

    Args:
      log10_loss: what counts as low, a mean over `window` iterations.
    Returns:
      By description; without a log nothing, and nothing of a loss never reached or means of more iterations than ran.
    """
    rows = read_log(folder / "log.csv")
    if not rows:
        return {}
    losses, seconds = np.log10([row["loss"] for row in rows]), [row["seconds"] for row in rows]
    means = np.convolve(losses, np.full(window, 1 / window), "valid") if len(losses) >= window else np.empty(0)
    reached = np.flatnonzero(means <= log10_loss)
    figures = {}
    if len(reached):
        what = f"seconds of training until the mean log10 loss of {window} iterations was {log10_loss:g}"
        figures[what] = float(seconds[reached[0] + window - 1])
    figures[f"seconds of training, {len(rows)} iterations"] = float(seconds[-1])
    if len(means):
        figures[f"{LAST_LOSS} {window} iterations"] = float(means[-1])
    return figures


def snapshot_losses(
    folder: Path, picture: np.ndarray, padding: int, steps: int = 500, report: Report = say_nothing
) -> dict[int, float]:
    """Loss after `steps` of each snapshot of a run (the article shows iterations 100, 500, 1000 and 4000)."""
    losses = {}
    for snapshot in counted(sorted((folder / "snapshots").glob("*")), "measuring: snapshots", report):
        losses[int(snapshot.name)] = losses_after(load(snapshot), picture, padding, (steps,), seeds=8)[0]
    return losses


def evaluate(
    model: GrowingCA,
    meta: dict[str, Any],
    folder: Path,
    published: ReadModel | None = None,
    report: Report = say_nothing,
) -> list[Row]:
    """Everything that the article shows of a model, as rows for RESULTS.md.

    Args:
      meta: the model's meta.json.
      folder: its folder; snapshots of a run are measured too.
      published: the original authors' model of the same pattern, measured the same way beside it. The picture that it
        was trained on may be another rendering: each model is measured against its own, and a row says so.
    """
    target = target_of(meta, folder)
    if target.picture is None:
        raise InputError(
            f"the model in {folder} names no target; the picture that it was trained to grow was expected; "
            "name it when reading it in, with --target."
        )
    picture, _, padding = target
    ours, theirs, pictures = _all_figures(model, picture, padding, report), None, _own_picture(meta)
    if published is not None:
        own = target_of(published.meta, published.folder)
        own, is_own = (target, False) if own.picture is None else (own, True)
        theirs = _all_figures(published.model, own.picture, own.padding, lambda text: report(f"{text} (published)"))
        pictures = _pictures(meta, target, published.meta if is_own else None, own)
    rows = rows_of(METRICS, ours, theirs=theirs) + pictures
    if meta["target"] == "planarian":
        report("measuring: the worm in three pieces")
        for which, loss in piece_losses(model, picture, padding).items():
            rows.append(Row(f"loss of the worm that the {which} third became after 800 steps", loss))
    for iteration, loss in snapshot_losses(folder, picture, padding, report=report).items():
        rows.append(Row(f"loss after 500 steps, model of iteration {iteration}", loss))
    for what, value in training_figures(folder).items():
        known = what.startswith(LAST_LOSS) and _target_of_run(folder).startswith("fashion_mnist:")
        rows.append(Row(what, value, PUBLISHED_FASHION_LOSS if known else None))
    return rows


def _named(meta: dict[str, Any]) -> str:
    """What people call the picture that a model was trained on: a bundled name, or the file that it was read from."""
    return meta.get(SOURCE, {}).get("target", meta["target"])


def _own_picture(meta: dict[str, Any]) -> list[Row]:
    return [Row(MEASURED_AGAINST, _named(meta))] if SOURCE in meta else []


def _pictures(meta: dict[str, Any], target: ModelTarget, theirs: dict[str, Any] | None, own: ModelTarget) -> list[Row]:
    """Rows that say against which picture each of two models is measured, and how far apart these are.

    Args:
      theirs: meta.json of the published model; None where it names no picture, and is measured against ours.
    """
    named = f"{_named(meta)}, for want of its own" if theirs is None else _named(theirs)
    height, width = (max(one.picture.shape[axis] + 2 * one.padding for one in (target, own)) for axis in (0, 1))
    apart = place(target.picture, height, width) - place(own.picture, height, width)
    return [
        Row(MEASURED_AGAINST, _named(meta), named),
        Row("mean squared difference of these two pictures on the grid", float(np.square(apart).mean())),
    ]


def _target_of_run(folder: Path) -> str:
    return json.loads((folder / "config.json").read_text())["config"]["target"]


def _all_figures(model: GrowingCA, picture: np.ndarray, padding: int, report: Report) -> dict[Any, float]:
    return _figures(model, picture, padding, report) | rotation_losses(model, picture, padding, report=report)


def _run(model: GrowingCA, state, steps: int, random_seed: int, **controls) -> tf.Tensor:
    shards = 1 if len(state) % SHARDS else SHARDS
    return model.rollout(state, steps, random_seed, shards=shards, **controls)
