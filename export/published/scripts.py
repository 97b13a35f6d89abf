"""The scripts in which demos carried their models: assignments of JSON, as in `data.js` and `gca_data.js`.

    window.WEIGHTS_B64 = ["...", ...];
    window.GRAPH_URL = URL.createObjectURL(new Blob([`{...}`], {type: 'application/json'}));

Nothing is evaluated: names are read up to their `=`, values as JSON, and anything else is refused.
"""

import re

from nca_tf.files.errors import InputError
from nca_tf.files.plain_json import parse_json, parse_json_at

MOST_ASSIGNMENTS = 64
_NAME = re.compile(
    r"(?:(?:window|self|globalThis)\.|(?:export\s+)?(?:var|let|const)\s+)?"
    r"(?P<name>[A-Za-z_$][\w$]{0,60})\s*=\s*"
)
_BETWEEN = re.compile(r"[\s;]+|//[^\n]*|/\*[^*]*\*/")
_BLOB = re.compile(r"URL\.createObjectURL\(\s*new Blob\(\s*\[\s*`")
_BLOB_END = re.compile(r"`\s*\]\s*(?:,\s*\{[^{}]{0,100}\}\s*)?\)\s*\)")


def assignments(text: str) -> dict[str, object]:
    """The JSON documents in a script, by the names that they are assigned to; empty where the text is no such script.

    Raises:
      InputError: it begins as one, and then something else comes.
    """
    documents: dict[str, object] = {}
    position, count = _skip(text, 0), 0
    while position < len(text):
        name = _NAME.match(text, position)
        if name is None and not documents:
            return {}
        if name is None or count == MOST_ASSIGNMENTS:
            found = ascii(text[position : position + 40])
            raise InputError(
                f"after {count} assignments the script goes on with {found}; up to {MOST_ASSIGNMENTS} "
                "assignments of JSON are expected; cut out the one with the model"
            )
        try:
            documents[name["name"]], end = _value(text, name.end())
        except ValueError as error:
            raise InputError(
                f"what the script assigns to {name['name']} is no JSON ({str(error)[:80]}); a model is expected there; "
                "check that the file is whole"
            ) from None
        position, count = _skip(text, end), count + 1
    return documents


def _skip(text: str, position: int) -> int:
    """The position after spaces, semicolons and comments."""
    while between := _BETWEEN.match(text, position):
        position = between.end()
    return position


def _value(text: str, start: int) -> tuple[object, int]:
    blob = _BLOB.match(text, start)
    if blob is None:
        return parse_json_at(text, start)
    stop = text.find("`", blob.end())
    end = _BLOB_END.match(text, stop) if stop >= 0 else None
    if end is None:
        raise ValueError("the blob does not end")
    return parse_json(text[blob.end() : stop]), end.end()
