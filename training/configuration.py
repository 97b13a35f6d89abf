"""A family's settings as a frozen dataclass that checks itself.

    @dataclasses.dataclass(frozen=True)
    class GrowingConfig(Configuration):
        iterations: int = setting(8000, "iterations of the optimizer", at_least=1)
        fire_rate: float = setting(0.5, "probability that a cell updates in a step", above=0, at_most=1)

Field types may be int, float, bool, str, one of these or None, and tuple[int, ...] or tuple[float, ...].
"""

import dataclasses
import math
import types
import typing
from collections.abc import Iterable, Mapping
from typing import Any

from nca_tf.files.errors import InputError

MAX_ITERATIONS = 2**31 - 1
"""As many as the compiled train steps, and the schedules of the optimizer, can count."""


def setting(
    default: Any,
    help: str,
    *,
    at_least: float | None = None,
    above: float | None = None,
    at_most: float | None = None,
    choices: tuple[str, ...] | None = None,
) -> Any:
    """Return a dataclass field with its default, its help text, and the values it may have (also each of a tuple's)."""
    limits = {"at_least": at_least, "above": above, "at_most": at_most, "choices": choices}
    return dataclasses.field(default=default, metadata={"help": help, **limits})


@dataclasses.dataclass(frozen=True)
class Configuration:
    """What every family's configuration has; raises InputError if a value has the wrong type or range."""

    iterations: int = setting(8000, "iterations of the optimizer", at_least=1, at_most=MAX_ITERATIONS)
    random_seed: int = setting(0, "every random draw of the training follows from it", at_least=0, at_most=2**31 - 1)
    init: str = setting("", "start from this pretrained name or model folder instead of fresh weights")
    shards: int | None = setting(
        None,
        "equal parts of a batch computed side by side, by all workers together; the draws depend on it (default: "
        "as many as there are cores)",
        at_least=1,
        at_most=1024,
    )

    def __post_init__(self):
        hints = typing.get_type_hints(type(self))
        for field in dataclasses.fields(self):
            value = _as_type(field.name, getattr(self, field.name), hints[field.name])
            object.__setattr__(self, field.name, value)
            for item in value if isinstance(value, tuple) else (value,):
                _check_limits(field, item)

    def refuse(self, names: Iterable[str], where: str) -> None:
        """Raise InputError for the first of some settings that is given, other than its default, and means nothing.

        Args:
          where: they mean nothing: "the experiment is base".
        """
        defaults = {field.name: field.default for field in dataclasses.fields(self)}
        for name in names:
            if getattr(self, name) != defaults[name]:
                raise InputError(
                    f"{option_name(name)} is {getattr(self, name)!r} and {where}, where it means nothing; its default "
                    "was expected; leave it out"
                )

    def check_steps(self) -> None:
        """Refuse a rollout whose fewest steps are more than its most, of a family that has `min_steps`."""
        if self.min_steps > self.max_steps:
            raise InputError(
                f"min_steps is {self.min_steps} and max_steps {self.max_steps}; at most max_steps was expected; "
                "correct --min-steps or --max-steps"
            )

    def check_pool(self) -> None:
        """Refuse a pool that is smaller than a batch, of a family that has one."""
        if self.pool_size < self.batch_size:
            raise InputError(
                f"pool_size is {self.pool_size} and batch_size {self.batch_size}; a batch takes distinct slots of the "
                "pool; raise --pool-size or lower --batch-size"
            )

    def check_drops(self) -> None:
        """Refuse falls of the learning rate that don't follow one another, of a family that has several."""
        if list(self.learning_rate_drops) != sorted(set(self.learning_rate_drops)):
            raise InputError(
                f"learning_rate_drops is {self.learning_rate_drops}; rising iterations were expected; "
                "correct --learning-rate-drops"
            )

    def default_name(self) -> str:
        """Name of a run with these settings, where none is given."""
        raise NotImplementedError


@dataclasses.dataclass(frozen=True)
class GrowthConfiguration(Configuration):
    """What trainings share that judge a pattern after a drawn number of steps, as the growing notebook does."""

    min_steps: int = setting(64, "fewest steps of a rollout", at_least=1)
    max_steps: int = setting(95, "most steps of a rollout", at_least=1, at_most=10000)
    learning_rate: float = setting(2e-3, "step size of Adam", above=0.0)
    learning_rate_drop: int = setting(
        2000, "iterations after which the learning rate falls to a tenth", at_least=0, at_most=MAX_ITERATIONS
    )

    def __post_init__(self):
        super().__post_init__()
        self.check_steps()


def from_mapping(kind: type, values: Mapping[str, Any], source: str = "the configuration") -> Any:
    """Return `kind(**values)`. Raises InputError naming the first key of `source` that `kind` does not have."""
    check_keys(kind, values, source)
    return kind(**values)


def check_keys(kind: type, values: Mapping[str, Any], source: str) -> None:
    """Raise InputError naming the first key of `source` that the configuration `kind` does not have."""
    known = {field.name for field in dataclasses.fields(kind)}
    for key in values:
        if key not in known:
            raise InputError(
                f"{source} has the unknown key {key!r}; known keys are {', '.join(sorted(known))}; remove or correct it"
            )


def option_name(field_name: str) -> str:
    """`rollout_steps` -> `--rollout-steps`."""
    return "--" + field_name.replace("_", "-")


def split_type(hint: Any) -> tuple[type, bool, bool]:
    """Return (scalar type, is a tuple of them, may be None) of a field's type."""
    optional = False
    if isinstance(hint, types.UnionType) or typing.get_origin(hint) is typing.Union:
        members = [member for member in typing.get_args(hint) if member is not type(None)]
        optional, hint = len(members) < len(typing.get_args(hint)), members[0]
    if typing.get_origin(hint) is tuple:
        return typing.get_args(hint)[0], True, optional
    return hint, False, optional


def _as_type(name: str, value, hint):
    """Return `value` as its field's type: a list from JSON as a tuple, an integer as a float; refuse anything else."""
    scalar, is_tuple, optional = split_type(hint)
    if value is None and optional:
        return None
    if is_tuple:
        if not isinstance(value, list | tuple):
            raise _wrong(name, value, f"a list of {_WORDS[scalar]}s was expected")
        return tuple(_as_type(name, item, scalar) for item in value)
    if scalar is float and isinstance(value, int) and not isinstance(value, bool):
        value = float(value)
    if not isinstance(value, scalar) or (isinstance(value, bool) and scalar is not bool):
        raise _wrong(name, value, f"{_ARTICLES[scalar]} {_WORDS[scalar]} was expected")
    return value


_WORDS = {int: "integer", float: "number", str: "text", bool: "truth value"}
_ARTICLES = {int: "an", float: "a", str: "a", bool: "a"}


def _check_limits(field: dataclasses.Field, value) -> None:
    limits = field.metadata
    if isinstance(value, float) and not math.isfinite(value):
        raise _wrong(field.name, value, "a finite number was expected")
    if value is None:
        return
    at_least, above, at_most = (limits.get(name) for name in ("at_least", "above", "at_most"))
    too_low = (at_least is not None and value < at_least) or (above is not None and value <= above)
    if too_low or (at_most is not None and value > at_most):
        raise _wrong(field.name, value, f"{_describe_range(at_least, above, at_most)} was expected")
    choices = limits.get("choices")
    if choices is not None and value not in choices:
        raise _wrong(field.name, value, f"one of {', '.join(map(str, choices))} was expected")


def _describe_range(at_least, above, at_most) -> str:
    lower = f"at least {at_least}" if at_least is not None else f"more than {above}" if above is not None else ""
    upper = f"at most {at_most}" if at_most is not None else ""
    return "a value of " + " and ".join(filter(None, (lower, upper)))


def _wrong(name: str, value, expected: str) -> InputError:
    return InputError(f"{name} is {value!r}; {expected}; correct {option_name(name)} or the configuration file")
