"""What exports need beside TensorFlow, and may not be there."""

import importlib
from types import ModuleType

from export.quiet import quiet
from nca_tf.files.errors import InputError


class Unavailable(InputError):
    """Something that converts or runs an export is missing; the message says what."""


def library(name: str, extra: str) -> ModuleType:
    """Import a module that one of the package's extras installs.

    Raises:
      Unavailable: it isn't there.
    """
    try:
        with quiet():
            return importlib.import_module(name)
    except ImportError as error:
        raise Unavailable(
            f"{name.partition('.')[0]} cannot be imported ({error}); it is an extra; install nca_tf[{extra}]"
        ) from None
