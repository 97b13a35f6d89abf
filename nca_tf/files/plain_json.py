"""JSON from anywhere: what Python would add to it, or choke on, is refused."""

import json
import math


def parse_json(content: bytes | str) -> object:
    """A JSON document of finite numbers.

    Raises:
      ValueError: it is none, is nested too deeply, or holds NaN, an infinity or a number like 1e400.
    """
    text = content.decode("utf-8-sig") if isinstance(content, bytes) else content
    document, end = parse_json_at(text, len(text) - len(text.lstrip()))
    if text[end:].strip():
        raise ValueError(f"after the document there is more, {text[end : end + 40].strip()!r}")
    return document


def parse_json_at(text: str, start: int) -> tuple[object, int]:
    """As `parse_json`, for a document within a text: it begins at `start`; returned with it is where it ends."""
    try:
        return _DECODER.raw_decode(text, start)
    except RecursionError:
        raise ValueError("it is nested too deeply") from None


def _finite(text: str) -> float:
    value = float(text)
    return value if math.isfinite(value) else _refuse(text)


def _refuse(text: str) -> float:
    raise ValueError(f"{text[:40]} is not a number of JSON")


_DECODER = json.JSONDecoder(parse_constant=_refuse, parse_float=_finite)
