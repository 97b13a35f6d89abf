"""Ctrl-C and SIGTERM: finish the iteration, save, and say how to go on."""

import signal
import threading

from nca_tf.command import Interrupted

HANDLED = (signal.SIGINT, signal.SIGTERM)


class StopRequest:
    """While used in a `with` statement, the first signal is only remembered in `number`; a second one stops at once.

    Outside the main thread, where Python allows no handlers, it does nothing.
    """

    def __init__(self):
        self.number: int | None = None
        self._previous = {}

    def __enter__(self) -> "StopRequest":
        if threading.current_thread() is threading.main_thread():
            self._previous = {number: signal.signal(number, self._note) for number in HANDLED}
        return self

    def __exit__(self, *_) -> None:
        for number, handler in self._previous.items():
            signal.signal(number, handler)

    def _note(self, number: int, _frame) -> None:
        if self.number is not None:
            raise Interrupted(number, "stopped at the second signal, without saving; the last checkpoint is kept")
        self.number = number
