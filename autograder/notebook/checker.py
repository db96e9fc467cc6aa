"""Checker for a notebook, bound to its assignment's folder."""

import atexit
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from autograder.course.root import MANIFEST, Assignment, open_assignment
from autograder.errors import KitError
from autograder.i18n import Text, _
from autograder.judge import Judge
from autograder.judge.check import Check
from autograder.notebook.ipython import cell_name, missing, outdated
from autograder.report.model import TaskResult
from autograder.report.templates import task_fragment
from autograder.sandbox import Level, Student
from autograder.sandbox.inprocess import Globals, InProcessWorker, Namespace


class Result(float):
    """Points earned by the visible checks of a task, out of the task's points.

    It prints as that number and nothing else, which is what nbgrader reads from a test cell; a
    notebook shows the report.

    Attributes
    ----------
    task : TaskResult
        What the checks found.
    hint : Text
        Of the task.
    note : str
        What to bear in mind.
    """

    task: TaskResult
    hint: Text
    note: str

    def __new__(cls, task: TaskResult, hint: Text, note: str) -> Self:
        """Make the number of the result."""
        result = super().__new__(cls, min(task.points, task.max_points))
        result.task, result.hint, result.note = task, hint, note
        return result

    def _repr_html_(self) -> str:
        return task_fragment(self.task, hint=self.hint, note=self.note)


_Stamp = tuple[Path, int, int]


@dataclass(frozen=True)
class NotebookChecker:
    """A judge for the visible checks of one assignment.

    Attributes
    ----------
    assignment : Assignment
        Of the notebook's folder.
    judge : Judge
        It has collected the checks.
    stamp : tuple
        The folder and the times of its files: when one changes, a new checker is needed.
    """

    assignment: Assignment
    judge: Judge
    stamp: _Stamp

    def check(self, task: str, names: Globals, before: Callable[[Check], None]) -> Result:
        """Run the checks of a task on the functions among these names.

        Parameters
        ----------
        task : str
            Name of the task.
        names : dict
            The globals of the caller.
        before : callable
            Is told of each check before it runs.

        Raises
        ------
        KitError
            There is no such task, or nothing of its name, or a check cannot do its work.
        """
        hint = self.assignment.task(task).hint
        if task not in names:
            raise KitError(missing(task))
        result = self.judge.check(self._student(names), task, before)
        return Result(result, hint, self._note(task))

    def _student(self, names: Globals) -> Student:
        namespace = Namespace(names, cell_name)
        dataset = self.judge.dataset
        return Student(
            namespace.cells,
            level=Level.PROCESS,
            files={},
            limits=self.assignment.manifest.limits,
            module=namespace.module.__name__,
            worker=InProcessWorker(namespace, dataset.files if dataset else {}),
        )

    def _note(self, task: str) -> str:
        sentences = [
            outdated(task),
            _("These are the visible checks; grading also runs hidden ones."),
        ]
        if self.judge.dataset and self.judge.dataset.stand_in:
            sentences.append(_("Data: {source}.").format(source=self.judge.dataset.source))
        return " ".join(filter(None, sentences))


def open_checker(folder: Path, before: NotebookChecker | None) -> NotebookChecker:
    """Return the checker for a folder, reused while nothing has changed.

    A folder that holds no assignment, such as one that the notebook changed to in order to read a
    file, does not change the checker.

    Raises
    ------
    KitError
        Neither is the folder that of an assignment, nor was one before.
    """
    if not (folder / MANIFEST).is_file():
        if before is None:
            raise _no_assignment(folder)
        folder = before.assignment.folder
    if before is not None and before.stamp == _stamp(before.assignment, folder):
        return before
    assignment = open_assignment(folder)
    if before is not None:
        before.judge.close()  # pytest knows modules by name: the old ones must go first
    judge = Judge(assignment, hidden=False, level=Level.PROCESS)
    atexit.register(judge.close)  # while there are modules left to tidy up with
    return NotebookChecker(assignment, judge, _stamp(assignment, folder))


def _stamp(assignment: Assignment, folder: Path) -> _Stamp:
    manifest, checks = folder / MANIFEST, folder / assignment.visible.name
    return (
        folder,
        manifest.stat().st_mtime_ns,
        checks.stat().st_mtime_ns if checks.exists() else 0,
    )


def _no_assignment(folder: Path) -> KitError:
    text = _(
        "{folder} is not an assignment's folder: it has no {file}. Open the notebook "
        "in its original folder, or change to that with %cd FOLDER."
    )
    return KitError(text.format(folder=folder, file=MANIFEST))
