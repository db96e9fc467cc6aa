"""nbgrader's settings, folders and gradebook of a course."""

import logging
import re
from collections.abc import Iterator
from datetime import datetime
from functools import cached_property
from glob import glob
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jupyter_core.application import JupyterApp
from nbgrader.coursedir import CourseDirectory
from traitlets import TraitError

from autograder.errors import KitError
from autograder.gradebook.pipeline import NotebookSubmission
from autograder.i18n import _

if TYPE_CHECKING:
    from nbgrader.converters import Autograde
    from nbgrader.preprocessors import AssignLatePenalties


class NbGrader(JupyterApp):
    """Reads the settings that nbgrader's own application of this name would, but starts faster."""

    config_file_name = "nbgrader_config"

    def load_settings(self) -> None:
        """Load the system's and the user's files, then that of the working directory."""
        self.load_config_file()
        super(JupyterApp, self).load_config_file(self.config_file_name, str(Path.cwd()))


class Settings:
    """The settings that ``nbgrader autograde`` would use in the folder of a course.

    Parameters
    ----------
    root : Path
        The folder, which must be the working directory: settings may be relative to it.

    Attributes
    ----------
    directory : nbgrader.coursedir.CourseDirectory
        Names of folders.

    Raises
    ------
    KitError
        The settings cannot be read.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._app = NbGrader(raise_config_file_errors=True, log_level=logging.WARNING)
        try:
            self._app.load_settings()
        except (
            Exception,
            SystemExit,
        ) as error:  # a settings file is a program, and may raise anything
            raise self._unusable(error) from error
        self.directory = self._create(CourseDirectory)
        if "root" not in self._app.config.CourseDirectory:
            self.directory.root = str(root.resolve())

    @cached_property
    def converter(self) -> "Autograde":
        """The command's converter, which knows the rules for files."""
        from nbgrader.converters import Autograde

        return self._create(Autograde, coursedir=self.directory)

    def penalties(self) -> "AssignLatePenalties":
        """Return nbgrader's step that penalises late submissions, with the course's plugin."""
        from nbgrader.preprocessors import AssignLatePenalties

        penalties = AssignLatePenalties(parent=self._app)
        penalties.init_plugin()
        return penalties

    def _create(self, part: type, **with_these: Any) -> Any:
        try:
            return part(parent=self._app, **with_these)
        except TraitError as error:
            raise self._unusable(error) from error

    def _unusable(self, error: BaseException) -> KitError:
        text = _("{folder}: nbgrader's settings cannot be read: {reason}")
        return KitError(text.format(folder=self._root, reason=error))

    def folder(self, step: str, student: str, assignment: str) -> Path:
        """Return a folder of the course; ``step`` is nbgrader's, such as ``"submitted"``."""
        name = getattr(self.directory, f"{step}_directory")
        return Path(self.directory.format_path(name, student, assignment))

    def students(self, assignment: str) -> list[str]:
        """Return the students with a submission, sorted, without those that the course excludes."""
        pattern = self.directory.format_path(
            self.directory.submitted_directory, "(?P<student>.*)", assignment, escape=True
        )
        found = glob(str(self.folder("submitted", "*", assignment)))  # noqa: PTH207
        names = (re.fullmatch(pattern, path) for path in found)
        excluded = self.directory.student_id_exclude.split(",")
        return sorted({name["student"] for name in names if name} - {*excluded})

    def timestamp(self, folder: Path) -> datetime | None:
        """Return the time of a submission; None if its folder does not hold a readable one."""
        try:
            found: datetime | None = self.directory.get_existing_timestamp(str(folder))
        except (AttributeError, OverflowError, UnicodeDecodeError, ValueError):
            return None  # nbgrader fails at an invalid timestamp
        return found


class CourseSubmissions:
    """The submissions of an assignment; iterating yields them sorted by student.

    Parameters
    ----------
    settings : Settings
        Of the course.
    assignment : str
        Name of the assignment.

    Attributes
    ----------
    students : list of str
        The students with a submission, sorted.

    Raises
    ------
    KitError
        There is no submission.
    """

    def __init__(self, settings: Settings, assignment: str) -> None:
        self._settings = settings
        self._assignment = assignment
        self.students = settings.students(assignment)
        if not self.students:
            text = _("{folder}: there are no submissions for {assignment}.")
            folder = settings.folder("submitted", "", "")
            raise KitError(text.format(folder=folder, assignment=assignment))

    def __len__(self) -> int:
        return len(self.students)

    def __iter__(self) -> Iterator[NotebookSubmission]:
        release = self._settings.folder("release", ".", self._assignment)
        for student in self.students:
            folder = self._settings.folder("submitted", student, self._assignment)
            yield NotebookSubmission(student, folder, release)
