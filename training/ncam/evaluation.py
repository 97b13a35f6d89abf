"""What is measured of a manifold: how well each picture grows from its code, and how much the code decides.

Losses are mean squared differences over the cells and colours of all pictures, after the model's own number of steps.
"""

from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import tensorflow as tf

from nca_tf.data.emoji import SUBSETS, load_emoji
from nca_tf.families.ncam.automaton import AT_ONCE, ManifoldCA
from nca_tf.families.ncam.encoder import CATEGORIES, NONE, replace_letters
from nca_tf.files.errors import InputError
from nca_tf.files.model_files import ReadModel
from nca_tf.files.result_files import Row
from training.metric import Metric, recorded
from training.metric import rows as rows_of
from training.ncam import plain_numpy
from training.ncam.pictures import PictureSet, load_pictures, set_name
from training.ncam.published import CONTINUOUS, LETTERS_REPLACED, subject_of
from training.progress import Report, counted, say_nothing

SHARDS = 2
"""Codes grown side by side, and parts of them; the draws depend on both."""
COMPARED = 512
"""Pictures that are compared with as many at once."""
ERRORS = 0.5
"""Share of letters that are replaced in the test with errors, as in the paper's."""
HELD_OUT, IN_NUMPY = 64, 8
"""Pictures that a model of a subset has never seen, and automata that NumPy runs."""
DATA = "data"
OPTIONS = {DATA: "the folder of the pictures that it was trained on, where it lies elsewhere than meta.json says"}
"""What a meta.json may lack and an option of training.evaluate can say."""
WITHOUT_BORDER = "the same, without the border that is empty in all pictures"

METRICS = (
    Metric("mse", "loss over the set, without letter errors", published=CONTINUOUS),
    Metric("", "loss with letters hedged, as the page reads them", lambda measured: measured["mse_hedged"]),
    Metric("mse_letter_noise", "loss with half of the letters replaced at random", published=LETTERS_REPLACED),
    Metric("", WITHOUT_BORDER, lambda measured: measured["inner_letter_noise"]),
    Metric("", "loss with half of the letters wrong", lambda measured: measured["mse_letters_wrong"]),
    Metric("nearest_own", "share of grown pictures nearest to their own target"),
    Metric("", "the same with letters hedged", lambda measured: measured["nearest_own_hedged"]),
    Metric("nearest_own_letter_noise", "the same with half of the letters replaced"),
    Metric("shuffled_codes_mse", "loss against the other pictures of the set"),
    Metric("", "by which codes of others are worse, times", lambda measured: measured["shuffled_ratio"]),
    Metric("background_mse", "loss where the target is transparent"),
    Metric("mean_image_mse", "loss of the mean picture"),
    Metric("", "loss of a blank picture", lambda measured: measured["blank_mse"]),
    Metric("", "loss of each picture's mean colour", lambda measured: measured["colour_mse"]),
    Metric("", "best, median and worst picture's loss", lambda measured: measured["spread"]),
)


def codes_of(model: ManifoldCA, pictures: np.ndarray) -> np.ndarray:
    """The codes of pictures [pictures, size, size, colours], computed `AT_ONCE` by `AT_ONCE`."""
    compiled = tf.function(model.encode, reduce_retracing=True)
    parts = [compiled(tf.constant(pictures[at : at + AT_ONCE])).numpy() for at in range(0, len(pictures), AT_ONCE)]
    return np.concatenate(parts)


def grown(model: ManifoldCA, codes: np.ndarray, report: Report = say_nothing, random_seed: int = 0) -> np.ndarray:
    """What grows from codes: float32 [codes, size, size, colours]."""
    seeds = model.seed_state(AT_ONCE, model.size, model.size)
    pictures = np.empty((len(codes), model.size, model.size, model.colours), np.float32)
    for at in counted(range(0, len(codes), AT_ONCE), "measuring: pictures grow", report):
        part = codes[at : at + AT_ONCE]
        full = np.concatenate([part, np.repeat(part[-1:], AT_ONCE - len(part), axis=0)])
        states = model.rollout(seeds, model.steps, random_seed + at, shards=SHARDS, codes=full)
        pictures[at : at + AT_ONCE] = states[: len(part), ..., : model.colours]
    return pictures


class Differences(NamedTuple):
    """Mean squared differences of pictures to targets.

    Attributes:
      own: of each picture to its own target, float64 [pictures].
      nearest: which target each is nearest to, int [pictures].
      total: of all pictures to all targets.
    """

    own: np.ndarray
    nearest: np.ndarray
    total: float


def differences(pictures: np.ndarray, targets: np.ndarray) -> Differences:
    """How far each picture is from each target, so many at once that sets of any size fit the memory."""
    own, nearest, total = [], [], 0.0
    for at in range(0, len(pictures), COMPARED):
        part = pictures[at : at + COMPARED]
        others = [_squares(part, targets[to : to + COMPARED]) for to in range(0, len(targets), COMPARED)]
        rows = np.concatenate(others, axis=1)
        own.append(rows[np.arange(len(part)), at + np.arange(len(part))])
        nearest.append(rows.argmin(axis=1))
        total += float(rows.sum())
    return Differences(np.concatenate(own), np.concatenate(nearest), total)


def _squares(pictures: np.ndarray, targets: np.ndarray) -> np.ndarray:
    """Mean squared difference of each to each, float64 [pictures, targets]."""
    one, other = (flat.reshape(len(flat), -1).astype(np.float64) for flat in (pictures, targets))
    squares = np.square(one).sum(axis=1)[:, None] + np.square(other).sum(axis=1)[None]
    return np.maximum(squares - 2.0 * one @ other.T, 0.0) / one.shape[1]


def letter_errors(codes: np.ndarray, random_seed: int, always_wrong: bool = False) -> np.ndarray:
    """Codes in letters with `ERRORS` of them replaced by random ones, a quarter of which fall on the right one.

    Args:
      codes: [codes, letters, 4].
      always_wrong: replaced by one of the three others.
    """
    rng = np.random.default_rng([random_seed, 7])
    by = rng.integers(0, CATEGORIES, codes.shape[:2])
    if always_wrong:
        by = (codes.argmax(axis=-1) + rng.integers(1, CATEGORIES, codes.shape[:2])) % CATEGORIES
    by = np.where(rng.random(codes.shape[:2]) < ERRORS, by, NONE)
    return replace_letters(tf.constant(codes), tf.constant(by)).numpy()


def measure(model: ManifoldCA, pictures: PictureSet, report: Report = say_nothing) -> dict[str, Any]:
    """The metrics of record.json; see `measured`."""
    return recorded(METRICS, measured(model, pictures.pictures, report))


def measured(model: ManifoldCA, targets: np.ndarray, report: Report = say_nothing) -> dict[str, Any]:
    """Everything that `METRICS` asks for.

    Args:
      targets: float32 [pictures, size, size, colours].
    """
    codes = codes_of(model, targets)
    found = differences(pictures := grown(model, codes, report), targets)
    own, count = found.own, len(targets)
    shuffled = (found.total - own.sum()) / (count * (count - 1))
    noisy = wrong = hedged = found
    misread = None
    if model.code == "dna":
        letters = np.eye(CATEGORIES, dtype=np.float32)[codes.argmax(axis=-1)]
        hedged = differences(grown(model, model.hedge(letters).numpy(), report), targets)
        misread = grown(model, letter_errors(codes, 1), report)
        noisy = differences(misread, targets)
        wrong = differences(grown(model, letter_errors(codes, 2, always_wrong=True), report), targets)
    return {
        "mse": float(own.mean()),
        "mse_hedged": float(hedged.own.mean()) if model.code == "dna" else "",
        "nearest_own_hedged": nearest_own(hedged) if model.code == "dna" else "",
        "mse_letter_noise": float(noisy.own.mean()) if model.code == "dna" else None,
        "inner_letter_noise": "" if misread is None else inner_loss(misread, targets),
        "mse_letters_wrong": float(wrong.own.mean()) if model.code == "dna" else "",
        "nearest_own": nearest_own(found),
        "nearest_own_letter_noise": nearest_own(noisy) if model.code == "dna" else None,
        "shuffled_codes_mse": float(shuffled),
        "shuffled_ratio": float(shuffled / own.mean()),
        "background_mse": background_loss(pictures, targets),
        **baselines(targets),
        "spread": " / ".join(f"{value:.1e}" for value in np.quantile(own, [0.0, 0.5, 1.0])),
    }


def nearest_own(found: Differences) -> float:
    """Share of pictures that are nearer to their own target than to any other."""
    return float(np.mean(found.nearest == np.arange(len(found.nearest))))


def background_loss(pictures: np.ndarray, targets: np.ndarray) -> float | None:
    """Mean squared value where the target is wholly transparent; None where nothing is, as in RGB."""
    if targets.shape[-1] != 4 or not (outside := targets[..., 3] == 0.0).any():
        return None
    return float(np.mean(np.square(pictures[outside])))


def inner_loss(pictures: np.ndarray, targets: np.ndarray) -> float | str:
    """Mean squared difference inside the smallest box that holds all targets; "" where that is the whole picture."""
    used = (targets != 0).any(axis=(0, 3))
    rows, columns = (np.flatnonzero(used.any(axis=axis)) for axis in (1, 0))
    if not used.any():
        return ""
    box = (slice(None), slice(rows[0], rows[-1] + 1), slice(columns[0], columns[-1] + 1))
    if targets[box].shape == targets.shape:
        return ""
    return float(np.mean(np.square(pictures[box] - targets[box])))


def baselines(targets: np.ndarray) -> dict[str, float]:
    """Losses of what knows nothing of a picture, or only its mean colour."""
    wide = targets.astype(np.float64)
    return {
        "blank_mse": float(np.mean(np.square(wide))),
        "mean_image_mse": float(np.mean(np.square(wide - wide.mean(axis=0)))),
        "colour_mse": float(np.mean(np.square(wide - wide.mean(axis=(1, 2), keepdims=True)))),
    }


def set_of(model: ManifoldCA, meta: dict[str, Any]) -> PictureSet:
    """The pictures that a model was trained on, by its meta.json.

    Args:
      meta: meta.json; "data", where it is there, is the folder of the pictures.
    Raises:
      InputError: it names none that can be found by name, or they are others by now.
    """
    name, data = meta.get("target_set"), meta.get(DATA)
    if not isinstance(name, str):
        raise InputError("the model names no pictures; a manifold of training.ncam was expected; measure one of those.")
    if data is not None and set_name(name) == name and not name.endswith("/"):
        raise InputError(
            f"--{DATA} is {data!r} and the model was trained on {name}, which is no folder; it is for models of a "
            "folder; leave it out."
        )
    found = load_pictures(data or name, model.size, model.colours, meta.get("limit"))
    if meta.get("target_set_sha256", found.sha256) != found.sha256:
        raise InputError(
            f"the pictures in {data or name} are others than those that the model was trained on; the same were "
            f"expected; restore them, or name their folder with --{DATA}."
        )
    return found


def evaluate(
    model: ManifoldCA,
    meta: dict[str, Any],
    folder: Path,
    published: ReadModel | None = None,
    report: Report = say_nothing,
) -> list[Row]:
    """Everything that is shown of a manifold, as rows for RESULTS.md.

    Args:
      meta: the model's meta.json.
      folder: its folder.
      published: there is none of the authors.
    """
    pictures = set_of(model, meta)
    subject = subject_of({**meta, "arguments": model.get_config()})
    found = measured(model, pictures.pictures, report)
    rows = [row for row in rows_of(METRICS, found, subject) if row.measured not in (None, "")]
    return rows + held_out_rows(model, meta, pictures, report) + numpy_rows(model, pictures, report)


def held_out_rows(model: ManifoldCA, meta: dict[str, Any], pictures: PictureSet, report: Report) -> list[Row]:
    """Emoji that a subset's model has never seen, through its encoder."""
    if meta["target_set"] not in SUBSETS[1:] or model.colours != 4:
        return []
    everything = load_emoji(SUBSETS[0], model.size)
    unseen = [at for at, name in enumerate(everything.names) if name not in set(pictures.names)]
    targets = everything.pictures[np.random.default_rng(0).permutation(unseen)[:HELD_OUT]]
    found = differences(grown(model, model.hedge(codes_of(model, targets)).numpy(), report), targets)
    return [
        Row(f"loss of {HELD_OUT} emoji that it has never seen", float(found.own.mean())),
        Row("share of these nearest to their own target", nearest_own(found)),
    ]


def numpy_rows(model: ManifoldCA, pictures: PictureSet, report: Report) -> list[Row]:
    """The automata of some pictures, run by a few lines of NumPy from the arrays of their files."""
    if not model.norm:
        return []
    chosen = np.linspace(0, len(pictures) - 1, IN_NUMPY).round().astype(int)
    losses = []
    for at in counted(chosen, "measuring: genomes in NumPy", report):
        alone = model.genome(model.hedge(model.encode(pictures.pictures[at : at + 1])[0]))
        arrays = {name: weight.numpy() for name, weight in alone.named_weights().items()}
        state = plain_numpy.grow(arrays, model.size, model.steps, model.fire_rate, random_seed=int(at))
        losses.append(np.mean(np.square(state[..., : model.colours] - pictures.pictures[at])))
    return [Row(f"loss of {len(chosen)} genomes in an independent NumPy run", float(np.mean(losses)))]
