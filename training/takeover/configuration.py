"""The settings of a training: of a rule of its own, or of an adversary."""

import dataclasses
from pathlib import Path
from typing import Any

from nca_tf.families.takeover.injection import Injection
from nca_tf.families.takeover.pictures import PADDING, SIZE, TARGETS
from nca_tf.files.errors import InputError
from nca_tf.files.model_files import read_meta
from nca_tf.pictures.targets import bundled_name
from training.configuration import MAX_ITERATIONS, Configuration, setting
from training.takeover.objective import Weights
from training.takeover.schedules import STEP, Schedule

BASE, STATIC, DYNAMIC = EXPERIMENTS = ("base", "static", "dynamic")
PERSISTENT, GROWING = KINDS = ("persistent", "growing")
STEPS_TO_GROW = (64, 96)
"""Fewest and most steps for which a host grows before the adversary's first cells are put in."""
HOSTS = {STATIC: "takeover/lizard-persistent", DYNAMIC: "takeover/lizard-growing"}
OF_ADVERSARIES = ("host", "inject", "start", "near_weights", "old_weights", "old_factor", "stop_at")
OF_RULES = ("kind", "empty_from", "channels", "hidden", "fire_rate")
"""Settings that mean nothing for the experiment base, and for the others, whose adversary is like its host."""
GROWN = 96
"""Steps after which a pattern of the kind "growing" is left to itself."""


@dataclasses.dataclass(frozen=True)
class TakeoverConfig(Configuration):
    """Settings of one training."""

    iterations: int = setting(1300, "iterations of the optimizer", at_least=1, at_most=MAX_ITERATIONS)
    experiment: str = setting(
        STATIC,
        "base (one rule from a seed), static (an adversary makes another picture of a pattern) or dynamic (it saves a "
        "pattern that would not last)",
        choices=EXPERIMENTS,
    )
    target: str | None = setting(
        None,
        f"what is to be grown: {', '.join(TARGETS)}, or any picture as training.growing (dynamic: the host's unless "
        "given)",
    )
    kind: str = setting(PERSISTENT, "base: persistent (stays) or growing (judged until it is grown)", choices=KINDS)
    host: str | None = setting(
        None, "the rule that is displaced: a shipped name or a model's folder (default: a lizard of the right kind)"
    )
    inject: str = setting("square:2", "the adversary's first cells: square:SIDE or spray:SHARE")
    start: str = setting("host", "weights of the adversary at first", choices=("host", "scratch"))
    near_weights: float = setting(
        0.0, "factor of the distance (RMS) of the adversary's weights to the host's; the paper's is 0.01", at_least=0.0
    )
    target_weights: str = setting(
        "step:64", "how much the picture counts after n steps: step:START, sigmoid:START:WIDTH, exponential:START:WIDTH"
    )
    old_weights: str = setting("step:64", "the same of the old cells")
    old_factor: float = setting(1e-3, "how much an old cell counts beside the picture", at_least=0.0)
    target_until: int | None = setting(
        None,
        "last step at which the picture counts (default: 96 for the kind growing, and before --empty-from, else none)",
        at_least=1,
    )
    empty_from: int | None = setting(
        None, "first step from which an empty grid is the target (default: none)", at_least=2
    )
    size: int | None = setting(
        None, f"largest side of the target in cells (default: the host's; base {SIZE})", at_least=4, at_most=1024
    )
    padding: int | None = setting(
        None,
        f"empty cells around the target on each side (default: the host's; base {PADDING})",
        at_least=0,
        at_most=1024,
    )
    channels: int = setting(16, "values in a cell's state, of a single rule", at_least=5, at_most=256)
    hidden: int = setting(128, "width of the rule's hidden layer", at_least=1, at_most=4096)
    fire_rate: float = setting(0.5, "probability that a cell updates in a step", above=0.0, at_most=1.0)
    batch_size: int = setting(6, "states trained on in one iteration", at_least=1, at_most=1024)
    pool_size: int = setting(512, "states in the sample pool", at_least=2, at_most=65536)
    rollout_steps: int = setting(80, "steps of a rollout", at_least=1, at_most=10000)
    learning_rate: float = setting(1e-3, "step size of Adam", above=0.0)
    learning_rate_drop: int = setting(
        850, "iterations after which the learning rate falls to a tenth", at_least=0, at_most=MAX_ITERATIONS
    )
    stop_at: float | None = setting(
        None,
        "end the training once the loss 300 steps from the seed is at most this and no old cell is left, measured "
        "every 100 iterations (static and dynamic)",
        above=0.0,
    )
    normalise: bool = setting(False, "divide each variable's gradient by its norm, which the original does not")

    def __post_init__(self):
        super().__post_init__()
        base = self.experiment == BASE
        self.refuse(OF_ADVERSARIES if base else OF_RULES, f"the experiment is {self.experiment}")
        if self.target is None and self.experiment != DYNAMIC:
            raise InputError(
                f"no target is given for the experiment {self.experiment}; a picture was expected; pass --target, such "
                "as lizard or red"
            )
        if self.pool_size < 2 * self.batch_size:
            raise InputError(
                f"pool_size is {self.pool_size} and batch_size {self.batch_size}; at least two batches were expected, "
                "since images wait to be made anew; raise --pool-size or lower --batch-size"
            )
        if not base:
            object.__setattr__(self, "host", self.host or HOSTS[self.experiment])
            Injection.parse(self.inject)
        grid = {} if base else _meta_of(self.host)
        for name, usual in (("size", SIZE), ("padding", PADDING)):
            if getattr(self, name) is None:
                object.__setattr__(self, name, grid.get(name, usual))
        ends = [GROWN] if self.kind == GROWING else []
        if self.empty_from is not None:
            ends.append(self.empty_from - 1)
        if self.target_until is None and ends:
            object.__setattr__(self, "target_until", min(ends))
        self._check_weights()

    def _check_weights(self) -> None:
        """Refuses a training in which nothing is ever asked of any image."""
        target, until = self.weights().target, self.target_until
        if self.empty_from is not None and until >= self.empty_from:
            raise InputError(
                f"the picture counts until step {until} and an empty grid from step {self.empty_from}; one after the "
                "other was expected; lower --target-until or raise --empty-from"
            )
        never = until is not None and target.shape == STEP and target.start > until
        if never and self.empty_from is None:
            raise InputError(
                f"the picture counts from step {target.start:g} and until step {until}; a later end was expected; "
                "raise --target-until or lower --target-weights"
            )

    def weights(self) -> Weights:
        """How much each part of the loss counts."""
        old = None if self.experiment == BASE else Schedule.parse(self.old_weights)
        return Weights(Schedule.parse(self.target_weights), old, self.old_factor, self.target_until, self.empty_from)

    @property
    def last_step(self) -> int | None:
        """Steps after which an image begins anew, since nothing is asked of it any more; None: it goes on."""
        return self.target_until if self.empty_from is None else self.empty_from + self.rollout_steps

    def default_name(self) -> str:
        """`lizard-persistent`, `red`, `ladybug-to-butterfly`, `lizard-immortal`."""
        host = Path(self.host or "").name.removesuffix(f"-{GROWING}").removesuffix(f"-{PERSISTENT}")
        target = host if self.target is None else self.target
        stem = target if target in TARGETS else bundled_name(target) or Path(target).stem.replace(":", "-")
        if self.experiment == BASE:
            return f"{stem}-{self.kind}"
        if self.experiment == DYNAMIC:
            return f"{stem}-immortal"
        before = Path(self.host).name.removesuffix(f"-{PERSISTENT}")
        return stem if before == "lizard" and target in TARGETS else f"{before}-to-{stem}"


def _meta_of(host: str) -> dict[str, Any]:
    """meta.json of a host; empty where there is none, which the experiment says."""
    try:
        return read_meta(host)
    except InputError:
        return {}
