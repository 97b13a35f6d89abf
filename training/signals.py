"""Ctrl-C and SIGTERM: finish the iteration, save, and say how to go on."""

import signal
import threading
import time

from nca_tf.command import Interrupted

HANDLED = (signal.SIGINT, signal.SIGTERM)
ONE_REQUEST = 1.0
"""Seconds within which signals are one request."""


class StopRequest:
    """While used in a `with` statement, the first signal is only remembered in `number`; a later Ctrl-C stops at once.

    A later SIGTERM is the same request: a group of processes gets one each, and a parent passes its own on, late where
    the machine is busy.

    Outside the main thread, where Python allows no handlers, it does nothing.
    """

    def __init__(self):
        self.number: int | None = None
        self._since = 0.0
        self._previous = {}

    def __enter__(self) -> "StopRequest":
        if threading.current_thread() is threading.main_thread():
            self._previous = {number: signal.signal(number, self._note) for number in HANDLED}
        return self

    def __exit__(self, *_) -> None:
        for number, handler in self._previous.items():
            signal.signal(number, handler)

    def _note(self, number: int, _frame) -> None:
        if self.number is None:
            self.number, self._since = number, time.monotonic()
        elif number == signal.SIGINT and time.monotonic() - self._since > ONE_REQUEST:
            raise Interrupted(number, "stopped at the second Ctrl-C, without saving; the last checkpoint is kept")
