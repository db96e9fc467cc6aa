"""Grading over several processes behind the interface of ``concurrent.futures``."""

import multiprocessing
import os
import signal
import threading
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from itertools import islice
from multiprocessing import connection

from autograder.errors import KitError
from autograder.fleet.order import Order, grade_one
from autograder.i18n import _
from autograder.intake import Submission
from autograder.judge import Judge
from autograder.report.model import Report

# so many submissions wait in front of each process: enough to keep it busy, few enough that
# memory does not grow with the class
_AHEAD = 2
# so many submissions cannot all be to blame
_MOST_DEADLY = 10
# a process needs a second to get ready: it has to spare more than that
_WORTH_A_PROCESS = 12


def processes_for(submissions: int) -> int:
    """Choose how many processes to grade with: the cores, but fewer for few submissions."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return max(1, min(cores or 1, submissions // _WORTH_A_PROCESS))


def grade_over(
    executor: Executor, order: Order, submissions: Iterable[Submission], at_once: int
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
    at_once : int
        How many of them the executor is given at a time.

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
        for submission in islice(pending, at_once - len(running)):
            with _no_ctrl_c():
                running.add(executor.submit(grade_one, order, submission))
        if not running:
            return
        done, running = wait(running, return_when=FIRST_COMPLETED)
        while done:
            yield done.pop().result()


def grade_locally(
    order: Order, submissions: Iterable[Submission], processes: int
) -> Generator[Report, None, None]:
    """Grade submissions over processes of this machine; in this process where one is enough.

    When a process is lost (killed, out of memory), the submissions that it had are graded again one
    by one, and all others by new processes; none is graded twice.

    Raises
    ------
    KitError
        A process cannot do its work, or there are submissions that end every process.
    """
    if processes == 1:
        with Judge(order.open(), hidden=True, level=order.level) as judge:
            yield from judge.grade_all(submissions)
        return
    at_once = processes * _AHEAD
    left = {submission.student: submission for submission in submissions}
    deadly: list[str] = []
    while left:
        try:
            with _processes(processes) as executor:
                for report in grade_over(executor, order, list(left.values()), at_once):
                    del left[report.student]
                    yield report
        except BrokenProcessPool:
            suspects = list(left.values())[:at_once]
            for report in _one_by_one(order, suspects):
                del left[report.student]
                yield report
            deadly += [each.student for each in suspects if left.pop(each.student, None)]
            if len(deadly) >= _MOST_DEADLY:
                break
    if deadly:
        text = _(
            "The process that grades is killed, perhaps for want of memory, at: {names}. "
            "Without a report: {n}."
        )
        raise KitError(text.format(names=", ".join(deadly), n=len(deadly) + len(left)))


def _one_by_one(order: Order, submissions: Iterable[Submission]) -> Iterator[Report]:
    """Give each submission a process of its own; one that ends its process has no report."""
    for submission in submissions:
        with suppress(BrokenProcessPool), _processes(1) as executor:
            yield executor.submit(grade_one, order, submission).result()


@contextmanager
def _processes(number: int) -> Iterator[Executor]:
    context = multiprocessing.get_context("spawn")
    executor = ProcessPoolExecutor(number, mp_context=context, initializer=_end_with_driver)
    try:
        yield executor
    except BaseException:
        with _no_ctrl_c():
            executor.shutdown(wait=False, cancel_futures=True)
            for process in multiprocessing.active_children():
                process.kill()
                process.join()
        raise
    executor.shutdown()


@contextmanager
def _no_ctrl_c() -> Iterator[None]:
    """Put Ctrl-C off for a moment; processes that are started in it never get one.

    It is for the driver, which ends the others.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _end_with_driver() -> None:
    """End this process when the one that started it is gone: nobody would take its reports."""
    parent = multiprocessing.parent_process()
    assert parent is not None

    def watch() -> None:
        connection.wait([parent.sentinel])
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
