"""Job description that lets another process grade exactly as this one would."""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from autograder import i18n
from autograder.batch.fingerprint import fingerprint
from autograder.course.data_choice import DataChoice
from autograder.course.root import Assignment, find_course
from autograder.errors import KitError
from autograder.i18n import _
from autograder.intake import Submission
from autograder.report.model import Report
from autograder.sandbox.levels import Level

if TYPE_CHECKING:
    from autograder.judge import Judge

# where the course lies on a machine that has it in another place
VARIABLE = "AUTOGRADER_COURSE"


class JobSpec(NamedTuple):
    """Specification of a grading job for one assignment; small and picklable.

    Attributes
    ----------
    course : str
        Root of the course.
    assignment : str
        Its name.
    data : DataChoice
        What to grade on.
    level : Level
        Isolation of the students' code.
    language : str
        Of the reports.
    fingerprint : str
        Hash of all that decides a report but the submission: a process that would judge by
        another version refuses.
    """

    course: str
    assignment: str
    data: DataChoice
    level: Level
    language: str
    fingerprint: str

    @classmethod
    def of(cls, assignment: Assignment, level: Level, data: DataChoice | None = None) -> "JobSpec":
        """Describe the job for an assignment of a course, in the language chosen here."""
        data = data or DataChoice()
        assert assignment.course is not None
        return cls(
            course=str(assignment.course),
            assignment=assignment.name,
            data=data,
            level=level,
            language=i18n.language(),
            fingerprint=fingerprint(data.of(assignment)),
        )

    def open(self) -> Assignment:
        """Open the assignment on this machine.

        Raises
        ------
        KitError
            The course here is not the one that was ordered.
        """
        root = Path(self.course)
        if not root.is_dir() and VARIABLE in os.environ:
            root = Path(os.environ[VARIABLE])
        assignment = self.data.of(find_course(root).assignment(self.assignment))
        if fingerprint(assignment) != self.fingerprint:
            text = _("{course}: this course differs from the one where grading started.")
            raise KitError(text.format(course=root))
        return assignment


class _Current:
    """The judge of this process, kept open between submissions."""

    job: JobSpec | None = None
    judge: "Judge | None" = None
    # a worker of a cluster may grade in several threads
    lock = threading.Lock()


def get_ready(job: JobSpec) -> None:
    """Open this process's judge ahead of the first submission."""
    with judge_for(job) as judge:
        judge.get_ready()


def grade_one(job: JobSpec, submission: Submission) -> Report:
    """Grade a submission with this process's judge, opening it if needed.

    Raises
    ------
    KitError
        The kit cannot do its work in this process.
    """
    with judge_for(job) as judge:
        return judge.grade(submission, another=True)


def close_judge() -> None:
    """Close this process's judge, if it has one."""
    with _Current.lock:
        if _Current.judge is not None:
            _Current.judge.close()
            _Current.judge = None


@contextmanager
def judge_for(job: JobSpec) -> "Iterator[Judge]":
    """Lock this process's judge, opening it if needed.

    Raises
    ------
    KitError
        The kit cannot do its work in this process.
    """
    from autograder.judge import Judge  # a run that finds all reports in the store needs none

    with _Current.lock:
        if _Current.judge is None or _Current.job != job:
            if _Current.judge is not None:
                _Current.judge.close()
                _Current.judge = None
            i18n.set_language(job.language)
            _Current.judge = Judge(job.open(), hidden=True, level=job.level)
            _Current.job = job
        yield _Current.judge
