"""What a person sees while a command works: one live line on a terminal, plain lines every few seconds elsewhere."""

import math
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from tqdm import tqdm

_LINE_SECONDS, _STAGE_SECONDS = 5.0, 15.0
_FIRST = "compiling the training step"

Report = Callable[[str], None]
"""Told what begins now: `report("measuring: the five cuts, 3/5")`."""


class Silent:
    """Shows nothing."""

    def update(self, iteration: int, loss: float) -> None:
        """Iteration `iteration` (from 1) ended with `loss`."""

    def stage(self, text: str) -> None:
        """What `text` says begins, and lasts until the next."""

    def close(self) -> None:
        """Nothing more will come."""


class LiveLine(Silent):
    """A tqdm bar on standard error."""

    def __init__(self, first: int, iterations: int):
        self._bar = tqdm(
            total=iterations,
            initial=first,
            unit="it",
            dynamic_ncols=True,
            smoothing=0.05,
            bar_format="iteration {n_fmt}/{total_fmt}{postfix}  {rate_fmt}  {remaining} left |{bar}|",
        )
        self._bar.set_postfix_str(_FIRST)

    def update(self, iteration: int, loss: float) -> None:
        self._bar.set_postfix_str(describe_loss(loss), refresh=False)
        self._bar.update(iteration - self._bar.n)

    def close(self) -> None:
        self._bar.close()


class PlainLines(Silent):
    """A line on standard error every five seconds, and after the first and the last iteration."""

    def __init__(self, first: int, iterations: int, clock: Callable[[], float] = time.monotonic):
        self._first, self._iterations, self._clock = first, iterations, clock
        # The first iteration compiles the train step and says nothing about the others: the clock starts after it.
        self._start, self._shown = None, -math.inf
        if first < iterations:
            say(_FIRST)

    def update(self, iteration: int, loss: float) -> None:
        now = self._clock()
        if self._start is None:
            self._start = now
        if now - self._shown < _LINE_SECONDS and iteration != self._iterations:
            return
        self._shown = now
        line = f"iteration {iteration}/{self._iterations}  {describe_loss(loss)}"
        if now > self._start:
            rate = (iteration - self._first - 1) / (now - self._start)
            line += f"  {rate:.2f} it/s  {format_seconds((self._iterations - iteration) / rate)} left"
        say(line)


class LiveStage(Silent):
    """The stage and the time since the first one, on a line of standard error that goes when all is done."""

    def __init__(self):
        # Without `delay` it would show a time before it has a text.
        self._bar = tqdm(bar_format="{desc}  {elapsed}", leave=False, dynamic_ncols=True, delay=1e-9)
        self._ticker = Ticker(1.0, self._bar.refresh)

    def stage(self, text: str) -> None:
        self._bar.set_description_str(text)

    def close(self) -> None:
        self._ticker.stop()
        self._bar.close()


class PlainStages(Silent):
    """A line on standard error for each stage, and every 15 seconds while one lasts."""

    def __init__(self, seconds: float = _STAGE_SECONDS):
        self._start, self._text, self._said = time.monotonic(), "", 0.0
        self._seconds = seconds
        self._ticker = Ticker(seconds / 5, self._repeat)

    def stage(self, text: str) -> None:
        self._text = text
        self._say()

    def close(self) -> None:
        self._ticker.stop()

    def _repeat(self) -> None:
        if self._text and time.monotonic() - self._said >= self._seconds:
            self._say()

    def _say(self) -> None:
        self._said = time.monotonic()
        say(f"{self._text}  {format_seconds(self._said - self._start)}")


class Ticker:
    """Calls `action` every so many seconds, in a thread of its own, until `stop`."""

    def __init__(self, seconds: float, action: Callable[[], Any]):
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, args=(seconds, action), daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Return when no call is under way any more."""
        self._stopped.set()
        self._thread.join()

    def _run(self, seconds: float, action: Callable[[], Any]) -> None:
        while not self._stopped.wait(seconds):
            action()


def counted(items: Sequence, what: str, report: Report) -> Iterator:
    """Yield the items, after telling `report` about each of three: `what, 1/3`."""
    for number, item in enumerate(items, start=1):
        report(f"{what}, {number}/{len(items)}")
        yield item


def say(text: str) -> None:
    """Print a line on standard error, at once."""
    print(text, file=sys.stderr, flush=True)


def say_nothing(_: str) -> None:
    """For where nobody wants to be told."""


def make_progress(first: int, iterations: int) -> Silent:
    """What shows iterations on standard error: `LiveLine` on a terminal, else `PlainLines`."""
    return (LiveLine if _is_screen() else PlainLines)(first, iterations)


def make_stages() -> Silent:
    """What shows stages on standard error: `LiveStage` on a terminal, else `PlainStages`."""
    return (LiveStage if _is_screen() else PlainStages)()


def _is_screen() -> bool:
    """Whether standard error is a terminal that knows its width; on others tqdm shows nothing at all."""
    if not sys.stderr.isatty():
        return False
    try:
        return os.get_terminal_size(sys.stderr.fileno()).columns > 0
    except (OSError, ValueError):
        return True


def describe_loss(loss: float) -> str:
    """`loss 0.00123  log10 -2.91`; the logarithm is left out where there is none."""
    return f"loss {loss:.5f}" + (f"  log10 {math.log10(loss):.2f}" if 0 < loss < math.inf else "")


def format_seconds(seconds: float) -> str:
    """`1:02:03` or `02:03`."""
    return tqdm.format_interval(seconds)
