"""What is measured: of a rule alone how long its pattern lasts, of an adversary whether, and how far, it takes over.

The paper's protocol: the host grows for 60 steps, the adversary's first cells are put in, and time is counted from the
seed. Losses are mean squared differences of straight RGB and the sum of the alphas, 48x48 cells.
"""

from pathlib import Path
from typing import Any

import numpy as np
import tensorflow as tf

from nca_tf.cells.life import ALIVE_THRESHOLD
from nca_tf.families.takeover.automaton import MultiRuleCA
from nca_tf.families.takeover.injection import Injection
from nca_tf.families.takeover.pictures import grid_side, straight_target
from nca_tf.files.errors import InputError
from nca_tf.files.model_files import ReadModel
from nca_tf.files.result_files import Row
from nca_tf.pictures.model_targets import target_of
from training.metric import Metric, recorded
from training.metric import rows as rows_of
from training.progress import Report, say_nothing
from training.takeover.distances import distances
from training.takeover.start import grown_hosts

INJECTED_AT = 60
MARKS = (100, 150, 200, 300, 500)
"""Steps from the seed after which states are measured."""
IMAGES = 32
SHARDS = 2
"""Parts of a batch that are computed side by side, on any machine: the draws depend on their number."""
GOOD = {False: (300, 0.01), True: (500, 0.015)}
"""By whether it is dynamic, the step and the loss at which a takeover without old cells counts as a success."""

OPTIONS: dict[str, str] = {}
"""What a meta.json may lack and an option of training.evaluate can say."""
OTHERS = ("spray:0.01", "spray:0.03", "spray:0.1", "square:1", "square:2")
"""Injections that an adversary is tried with beside its own; one trained from a spray does not manage a square."""
PUBLISHED_SQUARE = "square:3"
"""What the paper puts into a dynamic host that it does not spray."""
SHARES = ("spray:0.01", "spray:0.03", "spray:0.1", "spray:0.25", "spray:0.5", "spray:0.8")
"""Of a dynamic host, how its success depends on how much is injected (the paper's closing hypothesis)."""
BY_STEP = tuple(Metric(f"loss_{mark}", f"loss after {mark} steps") for mark in MARKS)
ALONE = tuple(
    metric
    for mark, loss in zip(MARKS, BY_STEP, strict=True)
    for metric in (loss, Metric(f"cells_{mark}", f"mature cells after {mark} steps"))
)
TAKEOVER = (
    *BY_STEP,
    *(Metric(f"{kind}_cells_{mark}", f"{kind} cells after {mark} steps") for kind in ("old", "new") for mark in MARKS),
    Metric("taken_over_300", f"injections of {IMAGES} that leave no old cell after 300 steps"),
    Metric("success_rate", "share of injections that succeed: no old cell, a loss of at most 0.01 (dynamic: 0.015)"),
    Metric("rms_distance", "root mean square difference of the adversary's weights from the host's"),
    Metric("l2_distance", "Euclidean distance of the adversary's weights from the host's"),
    Metric("cosine", "cosine similarity of the adversary's and the host's weights"),
)
METRICS = (*TAKEOVER, *(metric for metric in ALONE if metric not in BY_STEP))


def measure(
    model: MultiRuleCA, meta: dict[str, Any], picture: np.ndarray, report: Report = say_nothing
) -> dict[str, Any]:
    """The metrics of record.json.

    Args:
      model: of one rule, or of a host and its adversary.
      meta: of its meta.json.
      picture: float32 [height, width, 4], what it is to grow, premultiplied, without padding.
    """
    target = target_on_grid(picture, meta)
    if len(model.rule_names) == 1:
        return recorded(ALONE, alone(model, target, report))
    found = takeover(model, target, injection_of(meta), report=report)
    return recorded(TAKEOVER, takeover_figures(found, meta) | rule_distances(model))


def evaluate(
    model: MultiRuleCA,
    meta: dict[str, Any],
    folder: Path,
    published: ReadModel | None = None,
    report: Report = say_nothing,
) -> list[Row]:
    """Everything that the paper shows of a rule or an adversary, as rows for RESULTS.md.

    Args:
      meta: the model's meta.json.
      folder: its folder.
      published: the original authors' model, measured the same way beside it, each against its own picture.
    """
    _check_rules(model, folder)
    if published is not None:
        _check_rules(published.model, published.folder, len(model.rule_names))
    ours, theirs = _all(model, meta, folder, report), None
    if published is not None:
        theirs = _all(published.model, published.meta, published.folder, report)
    if len(model.rule_names) == 1:
        return rows_of(ALONE, ours, theirs=theirs)
    rows = rows_of(TAKEOVER, ours, theirs=theirs)
    picture = target_on_grid(picture_of(meta, folder), meta)
    rows += [
        Row("loss of the host alone after 500 steps", alone(host_of(model), picture, report)["loss_500"]),
        *spread_rows(model, meta, picture, report),
    ]
    return rows


def _check_rules(model: MultiRuleCA, folder: Path, count: int | None = None) -> None:
    """Refuses what the paper has no measurement for."""
    rules = list(model.members().values())
    if len(rules) > 2 or (count and len(rules) != count):
        expected = f"as many as the other model's, {count}," if count else "one, or a host's and its adversary's,"
        raise InputError(
            f"the model in {folder} has {len(rules)} rules; {expected} was expected; measure them in pairs."
        )
    if len({rule.hidden for rule in rules}) > 1:
        raise InputError(
            f"the rules of the model in {folder} have hidden layers of different widths; an adversary built like its "
            "host was expected, since its distance to it is measured; choose another."
        )


def _all(model: MultiRuleCA, meta: dict[str, Any], folder: Path, report: Report) -> dict[str, Any]:
    target = target_on_grid(picture_of(meta, folder), meta)
    if len(model.rule_names) == 1:
        return alone(model, target, report)
    return takeover_figures(takeover(model, target, injection_of(meta), report=report), meta) | rule_distances(model)


def spread_rows(
    model: MultiRuleCA, meta: dict[str, Any], target: np.ndarray, report: Report = say_nothing
) -> list[Row]:
    """How an adversary fares that is injected in other ways than in its training; a dynamic one, at other shares."""
    own, rows = str(injection_of(meta)), []
    for text in (*OTHERS, *((PUBLISHED_SQUARE, *SHARES) if is_dynamic(meta) else ())):
        if text == own or any(row.what.endswith(f" {text}") for row in rows):
            continue
        found = takeover(model, target, Injection.parse(text), report=report)
        step, _ = GOOD[is_dynamic(meta)]
        rows += [
            Row(f"share of successes when injected as {text}", takeover_figures(found, meta)["success_rate"]),
            Row(f"loss after {step} steps when injected as {text}", float(found[step]["loss"].mean())),
            Row(
                f"of {IMAGES}, injections that leave no old cell after {step} steps as {text}",
                int((found[step]["left"] == 0).sum()),
            ),
        ]
    return rows


def alone(model: MultiRuleCA, target: np.ndarray, report: Report = say_nothing) -> dict[str, float]:
    """A rule's own pattern: mean loss and mature cells of `IMAGES` patterns after each of `MARKS` steps."""
    state, done, found = model.seed_state(IMAGES, *target.shape[:2]), 0, {}
    for mark in MARKS:
        report(f"measuring: alone, {mark} steps")
        state, done = model.rollout(state, mark - done, mark, shards=SHARDS), mark
        found[f"loss_{mark}"] = float(losses(model, state, target).mean())
        found[f"cells_{mark}"] = float(np.asarray(model.mature(state)).sum(axis=(1, 2)).mean())
    return found


def takeover(
    model: MultiRuleCA,
    target: np.ndarray,
    injection: Injection,
    images: int = IMAGES,
    random_seed: int = 0,
    report: Report = say_nothing,
    marks: tuple[int, ...] = MARKS,
) -> dict[int, dict[str, np.ndarray]]:
    """A takeover: by step the loss, old cells and new cells of each image, [images].

    Args:
      model: of two rules, the host's first.
      target: float32 [height, width, 4], straight.
      injection: how the adversary's first cells are chosen.
      images: how many.
      random_seed: of growth, injections and takeover.
      marks: steps from the seed.
    """
    rng = np.random.default_rng([random_seed, 2])
    grid = target.shape[:2]
    report(f"measuring: {injection} after {INJECTED_AT} steps")
    state = grown_hosts(model, host_of(model), images, grid, injection, rng, (INJECTED_AT, INJECTED_AT))
    done, found = INJECTED_AT, {}
    for mark in marks:
        report(f"measuring: {injection}, {mark} steps")
        shards = 1 if images % SHARDS else SHARDS
        state, done = model.rollout(state, mark - done, mark + 1000 * random_seed, shards=shards), mark
        owner = np.asarray(model.owner(state))
        old, new = ((owner == number).sum(axis=(1, 2)) for number in (1, 2))
        # A cell may be mature by the host's alpha and yet another's; a success has none of either kind.
        host = np.asarray(model.alphas(state))[..., 0]
        left = (host >= ALIVE_THRESHOLD).sum(axis=(1, 2))
        found[mark] = {"loss": losses(model, state, target), "old": old, "new": new, "left": left}
    return found


def takeover_figures(found: dict[int, dict[str, np.ndarray]], meta: dict[str, Any]) -> dict[str, float]:
    """What `TAKEOVER` asks for, without distances, from what `takeover` found."""
    step, most = GOOD[is_dynamic(meta)]
    success = (found[step]["left"] == 0) & (found[step]["loss"] <= most)
    return {
        **{f"loss_{mark}": float(found[mark]["loss"].mean()) for mark in MARKS},
        **{f"{kind}_cells_{mark}": float(found[mark][kind].mean()) for kind in ("old", "new") for mark in MARKS},
        "taken_over_300": int((found[300]["left"] == 0).sum()),
        "success_rate": float(success.mean()),
    }


def rule_distances(model: MultiRuleCA) -> dict[str, float]:
    """How far the adversary's weights are from the host's."""
    host, adversary = (
        {name: np.asarray(weight) for name, weight in member.named_weights().items()}
        for member in model.members().values()
    )
    return distances(adversary, host)


def host_of(model: MultiRuleCA) -> MultiRuleCA:
    """The first rule of a model, alone."""
    name, rule = next(iter(model.members().items()))
    return MultiRuleCA({name: rule}, model.edges)


def losses(model: MultiRuleCA, state: tf.Tensor, target: np.ndarray) -> np.ndarray:
    """Mean squared difference of each image to a straight target, [images]."""
    return np.square(np.asarray(model.straight(state)) - target).mean(axis=(1, 2, 3))


def picture_of(meta: dict[str, Any], folder: Path) -> np.ndarray:
    """What a model is to grow, from its files, premultiplied.

    Raises:
      InputError: its meta.json names no picture.
    """
    picture = target_of(meta, folder).picture
    if picture is None:
        raise InputError(
            f"the model in {folder} names no target; the picture that it was trained to grow was expected; name it "
            "when reading it in, with --target."
        )
    return picture


def target_on_grid(picture: np.ndarray, meta: dict[str, Any]) -> np.ndarray:
    """A picture on the grid that a model was trained on, straight."""
    side = grid_side(meta)
    return straight_target(picture, side, side)


def injection_of(meta: dict[str, Any]) -> Injection:
    """How an adversary was injected while it was trained; of a published one the paper's square."""
    return Injection.parse(meta.get("inject", "square:2"))


def is_dynamic(meta: dict[str, Any]) -> bool:
    """Whether an adversary saves a pattern that would not last."""
    return meta.get("experiment") == "dynamic"
