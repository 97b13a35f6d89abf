"""What a published file holds, whatever its format."""

import dataclasses
from typing import Any

import numpy as np

MOST_BYTES = 8_000_000
"""Of a file with one model; published ones have some 100 kB."""
BUDGET_BYTES = 48_000_000
"""Of all that such a file makes us take: itself, what is unpacked from it, and its arrays."""


@dataclasses.dataclass(frozen=True)
class Original:
    """What a published file holds.

    Args:
      format: the format's name, one line for people.
      family: the family that its reader found it to be of.
      arrays: float32 by name: those of the family's model, or 16x16 matrices.
      settings: arguments of the family's class that make a model with these arrays; None where they are part of a model
        only, and not one themselves.
      on_host: the family of what these arrays make of a host; None: of what `family` says.
    """

    format: str
    family: str
    arrays: dict[str, np.ndarray]
    settings: dict[str, Any] | None = None
    on_host: str | None = None
