"""Do some work for each of many things, in forks of this process."""

import os
import sys
import traceback
from collections.abc import Callable, Iterable
from typing import TypeVar

_T = TypeVar("_T")


def in_forks(work: Callable[[_T], object], things: Iterable[_T], at_a_time: int) -> None:
    """Give each thing a fork of its own, so many at a time; the first failure ends it all."""
    running = 0
    for thing in things:
        if running == at_a_time:
            _wait()
            running -= 1
        running += 1
        if os.fork() == 0:
            _do(work, thing)
    for _fork in range(running):
        _wait()


def _do(work: Callable[[_T], object], thing: _T) -> None:
    try:
        work(thing)
    except BaseException:
        traceback.print_exc()
        sys.stderr.flush()
        os._exit(1)
    os._exit(0)


def _wait() -> None:
    _pid, status = os.wait()
    if status:
        raise SystemExit("the work of a fork failed")
