"""Reports that are kept, so that grading again grades only what changed."""

import hashlib
from pathlib import Path

from autograder.errors import KitError
from autograder.files import write_atomically
from autograder.fleet.order import Order
from autograder.intake import Submission, Unreadable, read_code
from autograder.report.model import Report, from_json, to_json

FOLDER = ".store"


class Store:
    """Reports under the hash of all that decides them, in a folder of their own.

    Parameters
    ----------
    folder : Path
        Where the reports of a grading lie; the store is a hidden folder in it.
    order : Order
        What is graded.
    module : str
        Name of the student's module.
    """

    def __init__(self, folder: Path, order: Order, module: str) -> None:
        self._folder = folder / FOLDER
        self._order = order
        self._module = module

    def find(self, submission: Submission) -> Report | None:
        """Find the report of an earlier grading that would be made again now."""
        path = self._path(submission)
        try:
            report = from_json(path.read_bytes(), path.name)
        except (OSError, KitError):
            return None
        return report if report.student == submission.student else None

    def keep(self, submission: Submission, report: Report) -> None:
        """Keep a report."""
        path = self._path(submission)
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, to_json(report, indent=False))

    def _path(self, submission: Submission) -> Path:
        key = "\0".join(
            (
                self._order.fingerprint,
                self._order.language,
                self._order.level,
                submission.student,
                submission.problem or "",
                self._digest(submission),
            )
        )
        return self._folder / f"{hashlib.sha256(key.encode()).hexdigest()}.json"

    def _digest(self, submission: Submission) -> str:
        """Hash what was handed in; what cannot be read is named by the reason."""
        if submission.path is None:
            return ""
        try:
            return read_code(submission.path, self._module).digest
        except Unreadable as reason:
            return str(reason)
