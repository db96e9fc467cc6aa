"""Grading over a Dask cluster."""

import dataclasses
import logging
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from autograder.batch.job import JobSpec, grade_one
from autograder.batch.pool import grade_over
from autograder.errors import KitError
from autograder.i18n import _
from autograder.intake import Submission, Unreadable, read_code
from autograder.report.model import Report

_SECONDS_TO_CONNECT = 10
_SECONDS_FOR_WORKERS = 300
# enough for workers that join later; each is a submission's code, and later its report
_AT_ONCE = 500


def grade_on_cluster(
    job: JobSpec, submissions: Iterable[Submission], address: str
) -> Generator[Report, None, None]:
    """Grade submissions over the workers of a Dask scheduler.

    Each worker needs the same course and the same version of the program, and refuses to grade
    otherwise; the submissions' code is sent to it. What a lost worker had is graded by another.

    Parameters
    ----------
    job : JobSpec
        What is graded.
    submissions : iterable of Submission
        Consumed lazily; their files are read here.
    address : str
        Of the scheduler.

    Raises
    ------
    KitError
        There is no scheduler, it has no workers, or they cannot do the work.
    """
    module = job.open().module
    with _client(address) as client:
        carried = (_with_code(submission, module) for submission in submissions)
        with _told():
            executor = client.get_executor(pure=False)
            yield from grade_over(executor, grade_one, job, carried, _AT_ONCE)


@contextmanager
def _client(address: str) -> Iterator[Any]:
    try:
        from distributed import Client
    except ImportError:
        text = _('A cluster needs the package distributed: pip install "nn-autograder[cluster]"')
        raise KitError(text) from None
    # what went wrong is said in a sentence
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    try:
        client = Client(  # type: ignore[no-untyped-call]
            address, timeout=_SECONDS_TO_CONNECT, set_as_default=False
        )
    except (OSError, ValueError) as error:
        text = _("There is no Dask scheduler at {address}: {error}")
        raise KitError(text.format(address=address, error=error)) from None
    with client:
        try:
            client.wait_for_workers(1, timeout=_SECONDS_FOR_WORKERS)
        except TimeoutError:
            text = _("The scheduler {address} has no workers; start some with `dask worker`.")
            raise KitError(text.format(address=address)) from None
        yield client


@contextmanager
def _told() -> Iterator[None]:
    """Convert an error of the cluster to a one-sentence KitError."""
    from distributed import KilledWorker
    from distributed.client import FutureCancelledError

    try:
        yield
    except (KilledWorker, FutureCancelledError) as error:
        text = _("The cluster repeatedly lost its workers: {error}")
        raise KitError(text.format(error=error)) from None


def _with_code(submission: Submission, module: str) -> Submission:
    """Read the code from the file, which cluster workers cannot access."""
    if submission.path is None:
        return submission
    try:
        return dataclasses.replace(
            submission, code=read_code(submission.path, module, alone=submission.alone)
        )
    except Unreadable as reason:
        remarks = [submission.problem, str(reason)] if submission.problem else [str(reason)]
        return dataclasses.replace(submission, path=None, problem=" ".join(remarks))
