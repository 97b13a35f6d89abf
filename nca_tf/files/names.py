"""Names that are fit for files and folders on any machine, and for TF Serving."""

import re
import unicodedata

from nca_tf.files.errors import InputError

NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")


def check_name(name: str, what: str = "a result") -> None:
    """Raises InputError when a result, or a run, can't have that name: it is a file's, and no path."""
    if not NAME.fullmatch(name):
        raise InputError(
            f"{what} can't be named {name[:60]!r}; letters, digits, dots, dashes and underscores were expected; "
            "choose another name."
        )


def fit_name(text: str) -> str:
    """A name as `check_name` wants it, made of any text: `Katzchen-2` of `Kätzchen 2`; "" where nothing is left."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9._-]+", "-", plain).lstrip(".-_")[:100]
