"""Settings of one training of adversaries; what is left out is the published value for the kind of its host."""

import dataclasses
from pathlib import Path
from typing import Any

from nca_tf.data.datasets import GREY
from nca_tf.families.growing.automaton import GrowingCA
from nca_tf.families.mnist.automaton import SelfClassifyingCA
from nca_tf.files.errors import InputError
from nca_tf.files.model_files import model_folder, read_meta
from nca_tf.pictures.lizard_variants import VARIANTS
from nca_tf.pictures.targets import bundled_name
from training.configuration import MAX_ITERATIONS, Configuration, setting

DIGITS, PICTURES = SelfClassifyingCA.family, GrowingCA.family
PUBLISHED: dict[str, dict[str, Any]] = {
    DIGITS: {
        "goal": 8,
        "batch_size": 16,
        "pool_size": 160,
        "min_steps": 20,
        "max_steps": 20,
        "learning_rate": 1e-3,
        "learning_rate_drops": (30_000, 70_000),
    },
    PICTURES: {
        "target": "tailless",
        "padding": 32,
        "batch_size": 8,
        "pool_size": 1024,
        "min_steps": 64,
        "max_steps": 95,
        "learning_rate": 2e-3,
        "learning_rate_drops": (2000,),
    },
}
"""By the family of the host, what the original notebooks set."""


@dataclasses.dataclass(frozen=True)
class AdversarialConfig(Configuration):
    """Settings of one training."""

    host: str = setting(
        "mnist/mnist",
        "the model to deceive: a self-classifying or a growing one, a shipped name or a model's folder; what is not "
        "given below is the published value for its kind",
    )
    goal: int | None = setting(None, "class that all cells are to say (self-classifying host; default: 8)", at_least=0)
    target: str | None = setting(
        None, "what the pattern is to become (growing host; default: tailless): tailless, red, or any picture"
    )
    share: float = setting(0.1, "probability that a cell is an adversary", above=0.0, at_most=1.0)
    dataset: str | None = setting(
        None, "what to train on where the host doesn't name its data set (imported ones)", choices=GREY
    )
    test_images: int | None = setting(
        None,
        "first images of the test set that are measured in the end (self-classifying host; default: all)",
        at_least=1,
    )
    padding: int | None = setting(
        None, "empty cells around the picture on each side (growing host; default: 32)", at_least=0, at_most=1024
    )
    batch_size: int | None = setting(None, "states trained on in one iteration", at_least=2, at_most=1024)
    pool_size: int | None = setting(None, "states in the sample pool", at_least=2, at_most=65536)
    fresh: int = setting(4, "images of a batch that are new, with new adversaries (self-classifying host)", at_least=1)
    changed: int = setting(4, "images of a batch that change under the same adversaries (the same)", at_least=0)
    damage: int = setting(3, "best samples of a batch that are damaged (growing host)", at_least=0)
    min_steps: int | None = setting(None, "fewest steps of a rollout", at_least=1)
    max_steps: int | None = setting(None, "most steps of a rollout", at_least=1, at_most=10000)
    learning_rate: float | None = setting(None, "step size of Adam", above=0.0)
    learning_rate_drops: tuple[int, ...] | None = setting(
        None, "iterations after which the learning rate falls to a tenth", at_least=0, at_most=MAX_ITERATIONS
    )

    def __post_init__(self):
        super().__post_init__()
        published = PUBLISHED.get(self.kind)
        if published is None:
            raise InputError(
                f"the host {self.host} is of the family {self.kind}; one of {', '.join(PUBLISHED)} was expected; "
                "choose another --host"
            )
        for name in ("goal", "target", "padding"):
            if getattr(self, name) is not None and name not in published:
                raise InputError(
                    f"--{name} is {getattr(self, name)!r} and the host {self.host} of the family {self.kind}; "
                    f"{_MEANT[self.kind]} was expected; leave --{name} out or choose another --host"
                )
        for name, value in published.items():
            if getattr(self, name) is None:
                object.__setattr__(self, name, value)
        self.refuse(OF_OTHERS[self.kind], f"the host {self.host} is of the family {self.kind}")
        self._check_sizes()

    @property
    def kind(self) -> str:
        """Family of the host, `DIGITS` or `PICTURES`."""
        return read_meta(self.host)["family"]

    def _check_sizes(self) -> None:
        self.check_steps()
        self.check_pool()
        if self.kind == DIGITS and self.fresh + self.changed > self.batch_size:
            raise InputError(
                f"fresh is {self.fresh}, changed {self.changed} and batch_size {self.batch_size}; both together fit "
                "into a batch; lower --fresh or --changed, or raise --batch-size"
            )
        if self.kind == PICTURES and self.damage >= self.batch_size:
            raise InputError(
                f"damage is {self.damage} and batch_size {self.batch_size}; one sample of a batch is freshly grown and "
                "stays whole; lower --damage or raise --batch-size"
            )
        self.check_drops()

    def default_name(self) -> str:
        """`mnist-to-8`, `tailless`, `red`; the share after it unless it is 10 %: `red-60pct`."""
        share = "" if self.share == 0.1 else f"-{100 * self.share:g}pct"
        if self.kind == DIGITS:
            return f"{model_folder(self.host).resolve().name}-to-{self.goal}{share}"
        bundled = bundled_name(picture_of(self.target))
        stem = (bundled or Path(self.target).stem.replace(":", "-")).removeprefix("lizard-")
        return f"{stem}{share}"


def picture_of(target: str) -> str:
    """What `load_target` calls it: `tailless` is short for `lizard-tailless`."""
    lizard = f"lizard-{target}"
    return lizard if lizard in VARIANTS else target


OF_OTHERS = {DIGITS: ("damage",), PICTURES: ("fresh", "changed", "dataset", "test_images")}
"""Settings that mean nothing, by the family of the host."""
_MEANT = {DIGITS: "a --goal", PICTURES: "a --target"}
