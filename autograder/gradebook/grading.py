"""Grade what a student handed in: done by several processes, which need no nbgrader for it."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from autograder.batch.job import JobSpec, judge_for
from autograder.gradebook.attempts import Attempts
from autograder.gradebook.marks import is_test
from autograder.gradebook.repair import released_names, repaired
from autograder.gradebook.results import fill
from autograder.gradebook.start import importing_nbgrader
from autograder.report.model import Report

if TYPE_CHECKING:
    from autograder.judge import Judge


class HandIn(NamedTuple):
    """What a student handed in.

    Attributes
    ----------
    student : str
        Who.
    folder : Path
        Where it lies.
    released : Path
        The folder of the notebooks that the student had been given.
    """

    student: str
    folder: Path
    released: Path


class Graded(NamedTuple):
    """What came of it.

    Attributes
    ----------
    report : Report
        The grade.
    notebooks : dict of str to str
        The graded notebooks by name, as they are to be written.
    """

    report: Report
    notebooks: dict[str, str]

    @property
    def student(self) -> str:
        """Who handed it in."""
        return self.report.student


def grade_hand_in(order: JobSpec, hand_in: HandIn) -> Graded:
    """Repair the notebooks of a submission, grade it, and write the report into them.

    Raises
    ------
    KitError
        A released notebook cannot be read; the kit cannot do its work in this process.
    """
    with importing_nbgrader():
        import nbformat
    student, folder, released = hand_in
    with judge_for(order) as judge:
        names = {judge.assignment.module, *released_names(released)}
        notebooks = {name: repaired(folder, name, released) for name in sorted(names)}
        report = grade_notebook(judge, student, notebooks[judge.assignment.module])
        for notebook in notebooks.values():
            if has_tests(notebook):
                fill(notebook, report, judge.assignment)
    return Graded(report, {name: f"{nbformat.writes(each)}\n" for name, each in notebooks.items()})


def grade_notebook(judge: "Judge", student: str, notebook: Any) -> Report:
    """Grade a repaired notebook; what does not survive being loaded, with less of its cells."""
    attempts, report = Attempts(student, notebook), None
    while report is None:
        report = attempts.settle(judge.grade(attempts.submission, another=True))
    return report


def has_tests(notebook: Any) -> bool:
    """Tell a notebook that is checked from an instructor's own, which is graded by hand."""
    return any(is_test(cell) for cell in notebook.cells)
