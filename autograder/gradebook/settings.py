"""nbgrader's own view of a course: its settings, its folders, its gradebook."""

import contextlib
import logging
import re
from datetime import datetime
from glob import glob
from pathlib import Path

from nbgrader.apps.baseapp import NbGrader
from nbgrader.converters import Autograde
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import AssignLatePenalties

from autograder.errors import KitError
from autograder.i18n import _


class Settings:
    """What ``nbgrader autograde`` would go by in the folder of a course.

    Parameters
    ----------
    root : Path
        The folder.

    Attributes
    ----------
    app : nbgrader.apps.NbGrader
        With the settings of ``nbgrader_config.py``, the user's and the system's.
    directory : nbgrader.coursedir.CourseDirectory
        Names of folders.
    converter : nbgrader.converters.Autograde
        The command's own, for what it knows of files.
    penalties : nbgrader.preprocessors.AssignLatePenalties
        With the course's plugin for late submissions.

    Raises
    ------
    KitError
        The settings cannot be read.
    """

    def __init__(self, root: Path) -> None:
        self.app = NbGrader(raise_config_file_errors=True, log_level=logging.WARNING)
        try:
            with contextlib.chdir(root):
                self.app.load_config_file()
        except Exception as error:  # a settings file is a program, and may raise anything
            text = _("{folder}: nbgrader's settings cannot be read: {reason}")
            raise KitError(text.format(folder=root, reason=error)) from error
        self.directory = CourseDirectory(parent=self.app)
        if "root" not in self.app.config.CourseDirectory:
            self.directory.root = str(root.resolve())
        self.converter = Autograde(coursedir=self.directory, parent=self.app)
        self.penalties = AssignLatePenalties(parent=self.app)
        self.penalties.init_plugin()

    def folder(self, step: str, student: str, assignment: str) -> Path:
        """Return a folder of the course; ``step`` is nbgrader's, such as ``"submitted"``."""
        name = getattr(self.directory, f"{step}_directory")
        return Path(self.directory.format_path(name, student, assignment))

    def students(self, assignment: str) -> list[str]:
        """Return who handed an assignment in, sorted."""
        pattern = self.directory.format_path(
            self.directory.submitted_directory, "(?P<student>.*)", assignment, escape=True
        )
        found = glob(str(self.folder("submitted", "*", assignment)))  # noqa: PTH207
        names = (re.fullmatch(pattern, path) for path in found)
        return sorted(name["student"] for name in names if name)

    def timestamp(self, folder: Path) -> datetime | None:
        """Return when a submission was handed in; None if it does not say so itself."""
        try:
            found: datetime | None = self.directory.get_existing_timestamp(str(folder))
        except (AttributeError, OverflowError, UnicodeDecodeError, ValueError):
            return None  # nbgrader trips over a timestamp that is none
        return found
