"""The argument MODEL of every exporting command: a shipped name or the folder of a model."""

import argparse
import dataclasses
from pathlib import Path
from typing import Any

import keras
import numpy as np

from nca_tf.files import model_files
from nca_tf.files.errors import InputError
from nca_tf.files.names import NAME, check_name


@dataclasses.dataclass(frozen=True)
class ModelArgument:
    """A loaded model with what its folder says about it.

    Args:
      model: the automaton.
      meta: its meta.json.
      folder: where it lies.
      name: its short name, fit for a folder and for TF Serving.
    """

    model: keras.Model
    meta: dict[str, Any]
    folder: Path
    name: str

    def signatures(self, export_format: str) -> list:
        """Returns the signatures that make sense in a format (one of `Signature.formats`).

        Raises:
          InputError: there is none.
        """
        every = self.model.signatures()
        found = [signature for signature in every if export_format in signature.formats]
        if not found:
            formats = sorted({kind for signature in every for kind in signature.formats})
            raise InputError(
                f"nothing of {self.name} can run as {export_format}; a model with a step of its own was expected; "
                f"export it as {' or '.join(formats)}, or take one automaton out of it."
            )
        return found

    def with_weights(self, arrays: dict[str, np.ndarray]) -> "ModelArgument":
        """Returns a copy whose model has other weights: `arrays`, by the names of `named_weights()`; the rest stays."""
        copy = type(self.model).from_config(self.model.get_config())
        model_files.assign_weights(copy, {**arrays_of(self.model), **arrays}, "the other weights")
        return dataclasses.replace(self, model=copy)


def arrays_of(model: keras.Model) -> dict[str, np.ndarray]:
    """Returns a model's weights by the names of `named_weights()`, float32."""
    return {name: weight.numpy() for name, weight in model.named_weights().items()}


def add_to(parser: argparse.ArgumentParser) -> None:
    """Adds the positional argument MODEL."""
    parser.add_argument(
        "model", metavar="MODEL", help=f"a shipped model (such as {an_example()}) or the folder of a trained one"
    )


def an_example() -> str:
    """The name of a shipped model, for help texts."""
    return next(iter(model_files.list_pretrained()), "FAMILY/NAME")


def load(text: str, name: str | None = None) -> ModelArgument:
    """Loads what MODEL means.

    Args:
      text: the argument.
      name: another name than the model's own.
    Raises:
      InputError: when there is no such model, or the name is not fit for a folder.
    """
    model, meta, folder = model_files.read_model(text)
    name = name or meta.get("name") or folder.resolve().name
    if not NAME.fullmatch(name):
        raise InputError(
            f"the model's name is {name[:60]!r}; letters, digits, dots, dashes and underscores are expected; correct "
            "it in meta.json, or pass an exporter's --name"
        )
    return ModelArgument(model, meta, folder, name)


def result_name(kind: str, text: str) -> str:
    """What a result of MODEL is called, such as "export-growing-lizard"; raises InputError where no file can be."""
    name = f"{kind}-{without_folders(text).replace('/', '-')}"
    check_name(name)
    return name


def without_folders(text: str) -> str:
    """What a result calls MODEL: as it was typed, without folders of this machine."""
    return Path(text).name if Path(text).is_absolute() else Path(text).as_posix()
