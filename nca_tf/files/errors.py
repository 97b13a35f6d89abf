"""The one exception that means "the input is wrong", as opposed to "the program is wrong"."""


class InputError(ValueError):
    """Raised for bad input; the message is one line in three parts: what happened, what was expected, what to do.

    Commands print it as `error: <message>` and exit with status 2.
    """
