"""File formats that only some models can be written in: each family says which it has."""

import dataclasses
from collections.abc import Callable

import numpy as np


@dataclasses.dataclass(frozen=True)
class OwnFormat:
    """One such format for one model.

    Args:
      suffix: how the names of its files end.
      refusal: why it can't hold the model, to be read after the model's name; empty where it can.
      weights: float32 by name, what a file is to hold.
      encode: from `weights` to the content of a file.
      decode: from the content to the weights that it holds, by the same names.
      player: from the content to one step as the format's own player does it: arrays like those that the signature
        `step` takes, by name, to the next state.
    """

    suffix: str
    refusal: str
    weights: dict[str, np.ndarray]
    encode: Callable[[dict[str, np.ndarray]], bytes]
    decode: Callable[[bytes], dict[str, np.ndarray]]
    player: Callable[[bytes], Callable[..., np.ndarray]]
