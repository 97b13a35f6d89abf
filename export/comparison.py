"""What it means for an export to agree with its model: measured differences, stated bounds, a verdict."""

import dataclasses
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np
import tensorflow as tf

from export.rollouts import Rollout
from nca_tf.cells.quality import Quality
from nca_tf.cells.signatures import Signature

LONG = 500
GROWN = 64
PARITY_SEEDS = 2
DISTURBANCE = 1e-6
ROUNDING = 2e-7
"""What rounding does to numbers in float32, relatively: two units in their last place."""
MOST_ROUNDING = 1e-4
"""Of a state's values after 200 steps: however much a model enlarges what rounding does, no more is excused."""


@dataclasses.dataclass(frozen=True)
class Bounds:
    """What a format promises.

    Args:
      one_step: largest difference after one step, from the start and from a grown state.
      steady: the same after 200 steps under equal masks (after 64 for patterns that never settle), or what rounding
        alone does to the model by then, where that is more (`Reference.rounding`).
      error_ratio: how many times the float model's error a quantised one may have after 500 steps; judged for models
        that settle, where the figure of quality is an error.
      share_loss: how much a share, such as that of cells that are right, may fall short of the float model's.
    """

    one_step: float | None = None
    steady: float | None = None
    error_ratio: float | None = None
    share_loss: float | None = None


FLOAT = Bounds(one_step=1e-5, steady=2e-5)
# Later, a cell here and there lives that would have died: differences of single cells then say nothing, and the figure
# of quality decides.
HALF = Bounds(one_step=1e-2, error_ratio=1.5, share_loss=0.01)
BOUNDS = {
    "saved_model": FLOAT,
    "tfjs-float32": FLOAT,
    "tfjs-float16": HALF,
    "tfjs-uint16": HALF,
    "tfjs-uint8": Bounds(error_ratio=1.5, share_loss=0.05),
    "webgl8": Bounds(error_ratio=2.0),
    "onnx": FLOAT,
    "tflite-float32": FLOAT,
    "tflite-float16": HALF,
    "tflite-int8": Bounds(error_ratio=2.0, share_loss=0.05),
}


@dataclasses.dataclass
class Report:
    """One format's row of the table; its fields are those of `--json`.

    `weights` names the model whose weights the format holds, where there may be others than the model's own; `runtime`
    what ran it, where there is a choice.
    """

    format: str
    max_abs_1: float | None = None
    max_abs_200: float | None = None
    steps: int = 200
    groups: dict[str, float] = dataclasses.field(default_factory=dict)
    last_steps: int = LONG
    quality_metric: str | None = None
    quality: float | None = None
    float_quality: float | None = None
    living_cells: float | None = None
    float_living_cells: float | None = None
    bytes: int | None = None
    load_seconds: float | None = None
    weights: str = ""
    runtime: str = ""
    passed: bool | None = None
    reason: str = ""

    def to_json(self) -> dict[str, Any]:
        """Returns the fields as plain JSON data; what is not finite becomes a text."""
        fields = dataclasses.asdict(self)
        return {key: _plain(value) for key, value in fields.items()}


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, float):
        return float(f"{value:.4g}") if np.isfinite(value) else str(value)
    return value


class Reference:
    """The float model's own states on the standard run; each is computed once.

    Now and then a cell's alpha comes within rounding of the threshold at which it lives, and then two correct
    implementations part. So differences are taken on the random seeds on which slightly other weights matter least.

    Args:
      rollout: the model in Python.
      disturbed: the same with weights changed by about `DISTURBANCE` of their size, and by the opposite: a cell whose
        alpha is very close to the threshold lives in one of the two and dies in the other.
      quality: its standard run.

    `rounding` is how far weights that differ by `ROUNDING` part from the model's own in `steps` steps; judged by the
    disturbed runs, since so small a change drowns in the rounding of the run itself.
    """

    def __init__(self, rollout: Rollout, disturbed: Sequence[Rollout], quality: Quality):
        self.rollout, self.quality = rollout, quality
        self.steps, self.grown, self.last_step = quality.steady_steps, GROWN, LONG
        if quality.lasts:
            self.grown, self.last_step = quality.lasts // 2, quality.lasts
        states = {0: quality.start, **rollout(quality.start, quality.inputs, {1, self.grown, self.steps})}
        others = [changed(quality.start, quality.inputs, [self.steps])[self.steps] for changed in disturbed]
        parted = [
            max(difference(other[seed], expected) for other in others)
            for seed, expected in enumerate(states[self.steps])
        ]
        self._seeds = np.sort(np.argsort(parted, kind="stable")[:PARITY_SEEDS])
        self._steady = states[self.steps]
        self.states = {step: state[self._seeds] for step, state in states.items()}
        self.rounding = min(MOST_ROUNDING, ROUNDING / DISTURBANCE * max(parted[seed] for seed in self._seeds))
        self.after_grown = rollout(self.states[self.grown], self.inputs, [1])[1]
        self._last: np.ndarray | None = None

    def inputs(self, step: int) -> dict[str, np.ndarray]:
        """Returns the inputs of a step for the seeds on which differences are taken."""
        return {name: value[self._seeds] for name, value in self.quality.inputs(step).items()}

    @property
    def last(self) -> np.ndarray:
        """All seeds after 500 steps, or when the pattern's time is over."""
        if self._last is None:
            done = self.steps if self.steps < self.last_step else 0
            start, left = self._steady if done else self.quality.start, self.last_step - done
            self._last = self.rollout(start, lambda step: self.quality.inputs(done + step), [left])[left]
        return self._last


def measure(report: Report, rollout: Rollout, reference: Reference) -> None:
    """Fills in the differences between a format's states and the model's, on equal inputs."""
    quality, expected = reference.quality, reference.states
    kept = rollout(expected[0], reference.inputs, {1, reference.steps})
    again = rollout(expected[reference.grown], reference.inputs, [1])[1]
    report.steps = reference.steps
    report.max_abs_1 = max(difference(kept[1], expected[1]), difference(again, reference.after_grown))
    found, wanted = kept[reference.steps], expected[reference.steps]
    report.max_abs_200 = difference(found, wanted)
    report.groups = {
        name: difference(found[..., channels], wanted[..., channels]) for name, channels in quality.groups.items()
    }


def measure_quality(report: Report, run_long: Callable[[], np.ndarray], reference: Reference) -> None:
    """Fills in quality and living cells at the end of all seeds, beside those of the float model."""
    quality = reference.quality
    last, report.last_steps = run_long(), reference.last_step
    report.living_cells, report.float_living_cells = quality.living(last), quality.living(reference.last)
    if quality.score is not None:
        report.quality_metric = quality.metric
        report.quality, report.float_quality = quality.score(last), quality.score(reference.last)


def judge(report: Report, quality: Quality, bounds: Bounds, rounding: float = 0.0) -> None:
    """Decides whether a measured report is within a format's bounds; says which one is broken.

    Args:
      report: what was measured.
      quality: the model's standard run.
      bounds: those of the format.
      rounding: `Reference.rounding`.
    """
    steady = None if bounds.steady is None else max(bounds.steady, rounding)
    broken = [
        f"{name} {found:.1e} > {bound:.0e}"
        for name, found, bound in (
            ("one step", report.max_abs_1, bounds.one_step),
            (f"{report.steps} steps", report.max_abs_200, steady),
        )
        if bound is not None and not found <= bound
    ]
    if report.quality is not None and quality.lower_is_better:
        allowed = (bounds.error_ratio or np.inf) * report.float_quality
        if (quality.lasts or quality.steady_steps > GROWN) and not report.quality <= allowed:
            broken.append(f"{quality.metric} {report.quality:.2e} > {allowed:.2e}")
    elif report.quality is not None and bounds.share_loss is not None:
        allowed = report.float_quality - bounds.share_loss
        if not report.quality >= allowed:
            broken.append(f"{quality.metric} {report.quality:.4f} < {allowed:.4f}")
    if report.living_cells is not None and report.float_living_cells and not report.living_cells > 0:
        broken.append("nothing lives")
    report.passed, report.reason = not broken, "; ".join(broken)


def difference(found: np.ndarray, expected: np.ndarray) -> float:
    """Returns the largest absolute difference; infinite where a value is not finite."""
    largest = np.abs(found.astype(np.float64) - expected).max(initial=0.0)
    return float(largest) if np.isfinite(largest) else float("inf")


def one_call_each(signatures: Iterable[Signature], answer: Callable[..., dict], tolerance: float) -> float:
    """Compare a file with its model in one call of every signature, that of its example.

    Args:
      answer: gives the file's outputs by name, from a signature and a request.
      tolerance: how far an output may be from Python's, as a share of its largest value, or of 1.
    Returns:
      The largest difference.
    Raises:
      RuntimeError: an output is further off.
    """
    largest, relative = [0.0], [0.0]
    for signature in signatures:
        request = signature.example()
        expected = signature.function(**{name: tf.constant(value) for name, value in request.items()})
        found = answer(signature, request)
        for name, value in expected.items():
            largest.append(float(np.abs(found[name] - value.numpy()).max()))
            relative.append(largest[-1] / max(float(np.abs(value.numpy()).max()), 1.0))
    # Written so that NaN is too far off as well.
    if not all(share <= tolerance for share in relative):
        raise RuntimeError(f"the file differs from the model by {max(largest):.2e} in one step")
    return max(largest)
