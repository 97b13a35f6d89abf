"""The one exception that means "the input is wrong", as opposed to "the program is wrong"."""


class InputError(ValueError):
    """Raised for bad input; the message is one line in three parts: what happened, what was expected, what to do.

    Commands print it as `error: <message>` and exit with status 2.
    """


def shown(value: object, most: int = 200) -> str:
    """A name or value from outside as messages show it: on one line, in ASCII, its end left out where it is long."""
    text = ascii(value)
    return text if len(text) <= most else text[: most - 3] + "..."
