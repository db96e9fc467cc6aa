"""Grading over several processes behind the interface of ``concurrent.futures``."""

import multiprocessing
import signal
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice

from autograder.errors import KitError
from autograder.fleet.order import Order, grade_one
from autograder.i18n import _
from autograder.intake import Submission
from autograder.report.model import Report

# so many submissions wait in front of each process: enough to keep it busy, few enough that
# memory does not grow with the class
_AHEAD = 2
_MOST_TRIES = 3


def grade_over(
    executor: Executor, order: Order, submissions: Iterable[Submission], processes: int
) -> Iterator[Report]:
    """Grade submissions over an executor and yield each report as soon as it is there.

    Parameters
    ----------
    executor : Executor
        Local processes, or those of a cluster.
    order : Order
        What is graded.
    submissions : iterable of Submission
        Taken as they are needed.
    processes : int
        How many the executor has.

    Raises
    ------
    KitError
        A process cannot do its work.
    BrokenProcessPool
        A process was lost; what has not been yielded has to be graded again.
    """
    pending = iter(submissions)
    running: set[Future[Report]] = set()
    while True:
        for submission in islice(pending, processes * _AHEAD - len(running)):
            running.add(executor.submit(grade_one, order, submission))
        if not running:
            return
        done, running = wait(running, return_when=FIRST_COMPLETED)
        for future in done:
            yield future.result()


def grade_locally(
    order: Order, submissions: Iterable[Submission], processes: int
) -> Iterator[Report]:
    """Grade submissions over processes of this machine.

    When a process is lost (killed, out of memory), the submissions without a report are graded
    again by new ones; none is graded twice.

    Raises
    ------
    KitError
        A process cannot do its work, or processes are lost time after time.
    """
    left = {submission.student: submission for submission in submissions}
    for _try in range(_MOST_TRIES):
        try:
            with _processes(processes) as executor:
                for report in grade_over(executor, order, list(left.values()), processes):
                    del left[report.student]
                    yield report
        except BrokenProcessPool:
            continue
        return
    text = _("Grading processes were killed {n} times; {left} submissions have no report yet.")
    raise KitError(text.format(n=_MOST_TRIES, left=len(left)))


@contextmanager
def _processes(number: int) -> Iterator[Executor]:
    context = multiprocessing.get_context("spawn")
    executor = ProcessPoolExecutor(number, mp_context=context, initializer=_leave_ctrl_c)
    try:
        yield executor
    except BaseException:
        executor.shutdown(wait=False, cancel_futures=True)
        for process in multiprocessing.active_children():
            process.terminate()
        raise
    executor.shutdown()


def _leave_ctrl_c() -> None:
    """Ctrl-C is for the driver, which stops the others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
