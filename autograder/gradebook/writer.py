"""Write the grades of a class into nbgrader's gradebook, without ``nbgrader autograde``.

The result is the same: rows in the gradebook, notebooks in ``autograded/``, feedback. But the
gradebook stays open, each notebook is written once, and this process writes while others grade.
"""

import shutil
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from nbformat import v4
from nbgrader import utils
from nbgrader.api import MissingEntry, Student

from autograder.errors import KitError
from autograder.gradebook.cell_scores import record_grades, record_penalty
from autograder.gradebook.database import GradebookDatabase, read_grades
from autograder.gradebook.pipeline import GradedSubmission
from autograder.gradebook.released import SUFFIX, has_tests, not_released
from autograder.gradebook.settings import Settings
from autograder.gradebook.timestamps import timestamp_problem
from autograder.i18n import _
from autograder.report.gradebook_table import GradedClass
from autograder.report.model import Report


class GradebookWriter:
    """Writes the grades of one assignment.

    Parameters
    ----------
    settings : Settings
        Of the nbgrader course.
    assignment : str
        Name of the assignment.

    Attributes
    ----------
    url : str
        The gradebook's, without a password.
    grades : GradedClass
        All grades of the assignment, once everything is written.
    notes : list of str
        Sentences on times of submission that cannot be trusted, and on points that a person has
        changed in two places.
    """

    def __init__(self, settings: Settings, assignment: str) -> None:
        self._settings = settings
        self._assignment = assignment
        self._database = GradebookDatabase(settings.directory)
        self.url = self._database.url
        self.grades: GradedClass
        self.notes: list[str] = []

    def write(
        self, results: Iterable[GradedSubmission], students: Sequence[str]
    ) -> Iterator[Report]:
        """Write one submission after the other; yield each report once its grades are saved.

        Parameters
        ----------
        results : iterable of GradedSubmission
            The graded submissions.
        students : sequence of str
            All students with a submission.

        Raises
        ------
        KitError
            The gradebook does not know the assignment, or a student who must not be added, or
            cannot be used; or a folder cannot be written.
        """
        with self._database.open() as gradebook:
            self._require_assignment(gradebook)
            unknown = self._enrol(gradebook, students)
            tasks: dict[str, None] = {}
            for graded in results:
                self._write(gradebook, graded)
                tasks |= dict.fromkeys(task.name for task in graded.report.tasks)
                yield graded.report
            self.grades = read_grades(gradebook, self._assignment, tasks, unknown)

    def _require_assignment(self, gradebook: Any) -> None:
        try:
            gradebook.find_assignment(self._assignment)
        except MissingEntry:
            text = _(
                "The gradebook does not know {assignment}; add it with `nbgrader "
                "generate_assignment {assignment}`."
            )
            raise KitError(text.format(assignment=self._assignment)) from None

    def _enrol(self, gradebook: Any, students: Sequence[str]) -> list[str]:
        """Add unknown students in nbgrader's order, which is that of its export; return them."""
        known = {name for (name,) in gradebook.db.query(Student.id)}
        unknown = [student for student in students if student not in known]
        if unknown and not self._settings.converter.create_student:
            text = _(
                "The gradebook does not know {names}, and the course's setting "
                "`Autograde.create_student` rejects unknown students. Add them with "
                "`nbgrader db student add`."
            )
            raise KitError(text.format(names=", ".join(unknown)))
        for student in unknown:
            gradebook.add_student(student)
        self._database.commit(gradebook)
        return unknown

    def _write(self, gradebook: Any, graded: GradedSubmission) -> None:
        """Write a grade into the gradebook, and the graded notebooks into their folder."""
        written = {}
        for submitted in self._submission(gradebook, graded.student).notebooks:
            text = written[submitted.name] = self._notebook(graded, submitted.name)
            notebook = v4.reads(text)
            report = graded.report if has_tests(notebook) else None
            self.notes += record_grades(submitted, notebook, report)
            record_penalty(gradebook.db, submitted, self._settings.penalties)
        self._database.commit(gradebook)
        write_graded(self._settings, self._assignment, graded.student, written)

    def _notebook(self, graded: GradedSubmission, name: str) -> str:
        if name not in graded.notebooks:
            raise not_released(self._settings.folder("release", ".", self._assignment), name)
        return graded.notebooks[name]

    def _submission(self, gradebook: Any, student: str) -> Any:
        folder = self._settings.folder("submitted", student, self._assignment)
        timestamp = self._settings.timestamp(folder)
        if note := timestamp_problem(folder, student):
            self.notes.append(note)
        submitted = {"timestamp": timestamp} if timestamp else {}
        return gradebook.update_or_create_submission(self._assignment, student, **submitted)


def write_graded(
    settings: Settings, assignment: str, student: str, notebooks: dict[str, str]
) -> None:
    """Write the folder of a graded submission, as ``nbgrader autograde`` does.

    Parameters
    ----------
    settings : Settings
        Of the course.
    assignment, student : str
        Their names.
    notebooks : dict of str to str
        Contents of the graded notebooks, by name.

    Raises
    ------
    KitError
        A file cannot be written.
    """
    target = settings.folder("autograded", student, assignment)
    # so that a run that is killed leaves no incomplete folder
    new, old = (target.with_name(f".{target.name}.{age}") for age in ("new", "old"))
    try:
        for leftover in (new, old):
            if leftover.exists():
                shutil.rmtree(leftover)
        new.mkdir(parents=True)
        _fill(new, settings, assignment, student, notebooks)
        if target.exists():
            target.rename(old)
        new.rename(target)
        settings.converter.set_permissions(assignment, student)
        if old.exists():
            shutil.rmtree(old)
    except OSError as error:
        text = _(
            "The graded notebooks of {student} cannot be saved: {path}: {reason}. Run "
            "the same command again to grade the rest."
        )
        path, reason = error.filename or target, error.strerror
        raise KitError(text.format(student=student, path=path, reason=reason)) from error


def _fill(
    folder: Path, settings: Settings, assignment: str, student: str, notebooks: dict[str, str]
) -> None:
    for path, origin in _other_files(settings, assignment, student):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(origin, folder / path)
    for name, content in notebooks.items():
        (folder / f"{name}{SUFFIX}").write_text(content, encoding="utf-8")


def _other_files(settings: Settings, assignment: str, student: str) -> Iterator[tuple[Path, Path]]:
    """Yield the files beside the notebooks: first the student's, then the course's."""
    ignored = [*settings.directory.ignore, f"*{SUFFIX}"]
    kept = settings.converter.exclude_overwriting.get(assignment, ())
    for step, owner in (("submitted", student), ("source", ".")):
        folder = settings.folder(step, owner, assignment)
        for name in utils.find_all_files(str(folder), ignored):
            origin = Path(name)
            path = origin.relative_to(folder)
            # a link could reveal files that students must not read; reading a pipe would never end
            regular = origin.is_file() and not origin.is_symlink()
            if regular and not (step == "source" and str(path) in kept):
                yield path, origin
