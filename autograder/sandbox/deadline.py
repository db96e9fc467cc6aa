"""Time limits that do not count the time in which a worker waits for a processor.

On a busy machine a correct solution takes longer by the wall clock, but needs no more of a
processor. Linux counts how long a process was ready to run without one; a limit is extended by
that time, so the load of the machine costs nobody points.
"""

import time
from collections.abc import Callable

# the process is looked at only when a reply takes this long: most come within a millisecond
_FIRST_LOOK_SECONDS = 0.25
# a bound all the same: a machine this busy grades nobody
_LONGEST_STRETCH = 20.0


def _never() -> float:
    return 0.0


class Deadline:
    """The end of a time that starts now.

    Parameters
    ----------
    seconds : float
        How long it is.
    starved : callable
        Returns for how many seconds the worker has been ready to run without a processor.

    Attributes
    ----------
    starved : float
        For how many of the seconds until the last look that was so.
    """

    def __init__(self, seconds: float, starved: Callable[[], float] = _never) -> None:
        self._seconds = seconds
        self._starved = starved
        self._starved_before: float | None = None
        self.starved = 0.0
        self._start = time.monotonic()

    def left(self) -> float:
        """Return how many seconds may pass before the next look; 0 or less once it is over."""
        passed = time.monotonic() - self._start
        if self._starved_before is None:
            first = min(self._seconds, _FIRST_LOOK_SECONDS)
            if passed < first:
                return first - passed
            self._starved_before = self._starved()
        self.starved = max(0.0, self._starved() - self._starved_before)
        return min(self._seconds + self.starved, self._seconds * _LONGEST_STRETCH) - passed
