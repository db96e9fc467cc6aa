"""Grade in several processes through the ``concurrent.futures`` interface."""

import atexit
import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack, contextmanager, suppress
from itertools import islice
from multiprocessing import connection
from typing import Any, Generic, Protocol, Self, TypeVar

from autograder.batch.job import JobSpec, close_judge, get_ready, grade_one, judge_for
from autograder.course.root import Assignment
from autograder.errors import KitError
from autograder.i18n import _
from autograder.intake import Submission
from autograder.report.model import Report

# so many submissions wait in front of each process: enough to keep it busy, few enough that
# memory does not grow with the class
_AHEAD = 2
# so many submissions cannot all be to blame
_MOST_DEADLY = 10
# a process needs a second to get ready: it has to spare more than that
_WORTH_A_PROCESS = 12
# where code is trained on a data set, a submission takes several times as long
_WORTH_A_PROCESS_THAT_TRAINS = 4


def usable_cores() -> int:
    """Count the cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def processes_for(submissions: int, assignment: Assignment) -> int:
    """Choose the number of grading processes: the cores, or fewer for a small class."""
    trains = assignment.manifest.data is not None
    worth = _WORTH_A_PROCESS_THAT_TRAINS if trains else _WORTH_A_PROCESS
    return max(1, min(usable_cores(), submissions // worth))


class OfStudent(Protocol):
    """A submission to grade, or its result."""

    @property
    def student(self) -> str:
        """Name of the student."""


Item = TypeVar("Item", bound=OfStudent)
Graded = TypeVar("Graded", bound=OfStudent)


def grade_over(
    executor: Executor,
    work: Callable[[JobSpec, Item], Graded],
    job: JobSpec,
    items: Iterable[Item],
    at_once: int,
) -> Iterator[Graded]:
    """Grade with an executor, yielding results as they complete.

    The first items are given out before anybody asks for a result.

    Parameters
    ----------
    executor : Executor
        Local processes, or those of a cluster.
    work : callable
        Grades one of them.
    job : JobSpec
        What is graded.
    items : iterable
        Consumed lazily.
    at_once : int
        How many of them the executor is given at a time.

    Raises
    ------
    KitError
        A process cannot do its work.
    BrokenProcessPool
        A process was lost; what has not been yielded has to be graded again.
    """
    pending = iter(items)
    running: set[Future[Graded]] = set()

    def give_out() -> None:
        for item in islice(pending, at_once - len(running)):
            with _no_ctrl_c():
                running.add(executor.submit(work, job, item))

    def results() -> Iterator[Graded]:
        while running:
            done, _left = wait(running, return_when=FIRST_COMPLETED)
            running.difference_update(done)
            while done:
                yield done.pop().result()
            give_out()

    give_out()
    return results()


class _Pending(Iterator[Item]):
    """Lazy queue of jobs that records which ones have been handed out."""

    def __init__(self, items: Iterable[Item]) -> None:
        self.given: dict[str, Item] = {}
        self._jobs = iter(items)

    def __next__(self) -> Item:
        item = next(self._jobs)
        self.given[item.student] = item
        return item


class LocalPool(Generic[Item, Graded]):
    """Context manager for the grading processes of this machine.

    They get ready in the background.

    Parameters
    ----------
    work : callable
        What they do, by a job: grade one submission, or one notebook.
    job : JobSpec
        What is graded.
    processes : int
        How many.
    ahead : int
        How many items wait in front of each process.
    """

    def __init__(
        self,
        work: Callable[[JobSpec, Item], Graded],
        job: JobSpec,
        processes: int,
        ahead: int = _AHEAD,
    ) -> None:
        self._work = work
        self._job = job
        self._number = processes
        self._at_once = processes * ahead
        self._processes = ExitStack()
        self._executor: Executor

    def __enter__(self) -> Self:
        self._start()
        return self

    def __exit__(self, *error: Any) -> None:
        self._processes.__exit__(*error)

    def grade(self, items: Iterable[Item]) -> Generator[Graded, None, None]:
        """Start grading and return an iterator over the results as they complete.

        When a process is lost (killed, out of memory), the items that it had are graded again one
        by one, and all others by new processes; none is graded twice.

        Raises
        ------
        KitError
            A process cannot do its work, or there are items that end every process.
        """
        pending = _Pending(items)
        return self._graded(pending, self._begun(pending))

    def _begun(self, pending: "_Pending[Item]") -> Iterable[Graded]:
        with suppress(BrokenProcessPool):  # so soon? then what was given out has no result
            return grade_over(self._executor, self._work, self._job, pending, self._at_once)
        return ()

    def _graded(
        self, pending: "_Pending[Item]", begun: Iterable[Graded]
    ) -> Generator[Graded, None, None]:
        given, deadly = pending.given, list[str]()
        while True:
            with suppress(BrokenProcessPool):
                for result in begun:
                    del given[result.student]
                    yield result
            if not given:
                break
            self._processes.close()
            for result in self._one_by_one(list(given.values())):
                del given[result.student]
                yield result
            deadly += given
            given.clear()
            if len(deadly) >= _MOST_DEADLY:
                break
            self._start()
            begun = self._begun(pending)
        if deadly:
            text = _(
                "The grading process was killed at: {names}, perhaps for lack of "
                "memory. Without a report: {n}."
            )
            without = len(deadly) + sum(1 for _item in pending)
            raise KitError(text.format(names=", ".join(deadly), n=without))

    def _one_by_one(self, items: Iterable[Item]) -> Iterator[Graded]:
        """Grade each item in its own process; an item that kills its process has no result."""
        for item in items:
            with suppress(BrokenProcessPool), _processes(1) as executor:
                yield executor.submit(self._work, self._job, item).result()

    def _start(self) -> None:
        self._executor = self._processes.enter_context(_processes(self._number))
        with _no_ctrl_c():
            for _process in range(self._number):
                self._executor.submit(get_ready, self._job)


def grade_locally(
    job: JobSpec, submissions: Iterable[Submission], processes: int
) -> Generator[Report, None, None]:
    """Grade submissions in local processes, or in this process if one is enough.

    Raises
    ------
    KitError
        As :meth:`LocalPool.grade` does.
    """
    if processes == 1:
        try:
            with judge_for(job) as judge:
                yield from judge.grade_all(submissions)
        finally:
            close_judge()
        return
    close_judge()  # the one that has graded the model answer
    with LocalPool(grade_one, job, processes) as pool:
        yield from pool.grade(submissions)


@contextmanager
def _processes(number: int) -> Iterator[Executor]:
    context = multiprocessing.get_context("spawn")
    executor = ProcessPoolExecutor(number, mp_context=context, initializer=_begin)
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
    """Block Ctrl-C temporarily; processes started meanwhile never receive it.

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


def _begin() -> None:
    """Prepare a worker process to exit immediately on request or if its parent dies."""
    atexit.register(gc.freeze)  # or Python looks through all that was imported before it ends
    parent = multiprocessing.parent_process()
    assert parent is not None

    def watch() -> None:
        connection.wait([parent.sentinel])
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
