"""How every command of the project parses, fails and ends; `training` and `export` share it."""

import argparse
import errno
import logging
import os
import signal
import sys
import types
from collections.abc import Callable
from typing import Any, NoReturn

from nca_tf.files.errors import InputError

BAD_INPUT = 2
BY_SIGNAL = 128
"""A command that a signal ended has this plus its number for a status."""
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_DENIED = (errno.EACCES, errno.EPERM, errno.EROFS)


class Interrupted(KeyboardInterrupt):
    """A signal ended the work. Attribute `number`: which; a command exits with 128 + number."""

    def __init__(self, number: int, message: str):
        super().__init__(message)
        self.number = number


class OneLineParser(argparse.ArgumentParser):
    """Says what is wrong in one line, and takes no abbreviated options."""

    def __init__(self, **arguments):
        super().__init__(allow_abbrev=False, **arguments)

    def error(self, message: str) -> NoReturn:
        self.exit(BAD_INPUT, f"error: {message}; see {self.prog} --help\n")


def run(main: Callable[[], Any], explain: Callable[[Exception], str | None] = lambda error: None) -> NoReturn:
    """Calls `main` and ends the process with the status that it returns, or 0 if it returns none.

    Bad input ends it with a line `error: ...` and status 2, as what the file system refuses does; an interruption with
    status 128 + signal.

    Args:
      main: a command.
      explain: for any other exception the line to say of it, which then ends the command like bad input; None where
        the exception is a mistake of the program, whose traceback is shown.
    """
    signal.signal(signal.SIGTERM, raise_interrupted)
    # Its advice about retracing is for who wrote the program.
    logging.getLogger("tensorflow").setLevel(logging.ERROR)
    sys.unraisablehook = _ignore_full_disk
    try:
        returned = main()
        status = returned if isinstance(returned, int) else 0
    except Interrupted as interruption:
        status = _fail(str(interruption), BY_SIGNAL + interruption.number)
    except KeyboardInterrupt:
        status = _fail("interrupted; what was saved before is kept", BY_SIGNAL + signal.SIGINT)
    except BrokenPipeError:
        # Whoever read the output has left; Python would complain once more when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = BY_SIGNAL + signal.SIGPIPE
    except Exception as error:
        line = str(error) if isinstance(error, InputError) else explain(error) or _refused(error)
        if line is None:
            raise
        status = _fail(f"error: {line}", BAD_INPUT)
    sys.exit(status)


def raise_interrupted(number: int, _frame: types.FrameType | None) -> NoReturn:
    """A signal handler for everything that needs no saving."""
    raise Interrupted(number, "interrupted; what was saved before is kept")


def _refused(error: Exception) -> str | None:
    """What is said of an error of the file system, which no command has explained better; None for any other."""
    if isinstance(error, OSError):
        number, file = error.errno, error.filename
    elif type(error).__module__.startswith("tensorflow."):  # it says the system's words, among its own
        number = next((one for one in (*_FULL, *_DENIED) if os.strerror(one) in str(error)), None)
        file = next((word for word in str(error).replace(";", " ").split() if word.startswith(os.sep)), None)
    else:
        number = None
    if number is None:
        return None
    what = f"{file} can't be used" if file else "a file can't be used"
    remedy = "make room" if number in _FULL else "correct the path or its permissions"
    return f"{what} ({os.strerror(number)}); one that can be read and written was expected; {remedy}."


def _ignore_full_disk(unraisable) -> None:
    """A zip file that could not be written fails once more when it is thrown away, after the error was reported."""
    error = unraisable.exc_value
    if not (isinstance(error, OSError) and error.errno in _FULL):
        sys.__unraisablehook__(unraisable)


def _fail(line: str, status: int) -> int:
    print(line, file=sys.stderr)
    return status
