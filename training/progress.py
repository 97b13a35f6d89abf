"""What a person sees while a training runs: one live line on a terminal, a plain line every few seconds elsewhere."""

import math
import sys
import time

from tqdm import tqdm

_LINE_SECONDS = 5.0


class Silent:
    """Shows nothing."""

    def update(self, iteration: int, loss: float) -> None:
        """Iteration `iteration` (from 1) ended with `loss`."""

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

    def update(self, iteration: int, loss: float) -> None:
        self._bar.set_postfix_str(describe_loss(loss), refresh=False)
        self._bar.update(iteration - self._bar.n)

    def close(self) -> None:
        self._bar.close()


class PlainLines(Silent):
    """A line on standard error every five seconds, and after the first and the last iteration."""

    def __init__(self, first: int, iterations: int, clock=time.monotonic):
        self._first, self._iterations, self._clock = first, iterations, clock
        # The first iteration compiles the train step and says nothing about the others: the clock starts after it.
        self._start, self._shown = None, -math.inf

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


def say(text: str) -> None:
    """Print a line on standard error, at once."""
    print(text, file=sys.stderr, flush=True)


def make_progress(first: int, iterations: int) -> Silent:
    """Return what suits standard error: `LiveLine` on a terminal, else `PlainLines`."""
    return (LiveLine if sys.stderr.isatty() else PlainLines)(first, iterations)


def describe_loss(loss: float) -> str:
    """`loss 0.00123  log10 -2.91`; the logarithm is left out where there is none."""
    return f"loss {loss:.5f}" + (f"  log10 {math.log10(loss):.2f}" if 0 < loss < math.inf else "")


def format_seconds(seconds: float) -> str:
    """`1:02:03` or `02:03`."""
    return tqdm.format_interval(seconds)
