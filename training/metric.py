"""What a family measures, as one table: from it come the metrics of record.json and the rows of RESULTS.md.

METRICS = (
    Metric("accuracy_200", "cells that are right, step 200", value=..., published={"mnist": 0.953}),
    Metric("loss_200", "loss after 200 steps"),
)
"""

import dataclasses
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from nca_tf.files.result_files import Row

Published = float | int | str


@dataclasses.dataclass(frozen=True)
class Metric:
    """One figure.

    Attributes:
      name: in record.json; empty where it is only shown.
      words: in RESULTS.md, with the unit; empty where it is only recorded.
      value: takes it from what was measured; unless given, it stands there under `name`.
      published: the paper's own figure, by the data set or target that it is of.
    """

    name: str
    words: str
    value: Callable[[Mapping[str, Any]], Any] | None = None
    published: Mapping[str, Published] = dataclasses.field(default_factory=dict)

    def of(self, measured: Mapping[str, Any]) -> Any:
        """The figure among all that was measured."""
        return measured[self.name] if self.value is None else self.value(measured)


def recorded(table: Iterable[Metric], measured: Mapping[str, Any]) -> dict[str, Any]:
    """The metrics of record.json, by name."""
    return {metric.name: metric.of(measured) for metric in table if metric.name}


def rows(
    table: Iterable[Metric], measured: Mapping[str, Any], subject: str = "", theirs: Mapping[str, Any] | None = None
) -> list[Row]:
    """The rows of RESULTS.md.

    Args:
      measured: of our model.
      subject: the data set or target, for the papers' own figures.
      theirs: the same as `measured`, of the original authors' model; its figures then stand beside ours instead.
    """
    shown = [metric for metric in table if metric.words]
    beside = [metric.published.get(subject) if theirs is None else metric.of(theirs) for metric in shown]
    return [Row(m.words, m.of(measured), other) for m, other in zip(shown, beside, strict=True)]
