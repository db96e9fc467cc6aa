"""Cache of reports, so that a second run grades only what has changed."""

import hashlib
import os
import shutil
from pathlib import Path

from autograder.batch.job import JobSpec
from autograder.errors import KitError
from autograder.files import unwritable, write_atomically
from autograder.intake import Submission, Unreadable
from autograder.intake.read import scripts_beside
from autograder.intake.selection import LARGEST, kind_of
from autograder.intake.untrusted import read_file
from autograder.report.model import Report, from_json, to_json

FOLDER = ".store"
# each version of course and program keeps its reports apart; so many versions are kept
_MOST_VERSIONS = 5


class Store:
    """Folder of reports keyed by the hash of everything that determines them.

    Parameters
    ----------
    folder : Path
        Where the reports of a grading lie; the store is a hidden folder in it.
    job : JobSpec
        What is graded.
    """

    def __init__(self, folder: Path, job: JobSpec) -> None:
        decides = (job.fingerprint, job.assignment, job.language, job.level)
        self._store = folder / FOLDER
        self._folder = self._store / _hash(*decides)[:16]

    def open(self) -> None:
        """Create the folder and remove those of old versions; raise KitError on failure."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            os.utime(self._folder)
        except OSError as error:
            raise unwritable(self._folder, error) from error
        versions = sorted(self._store.iterdir(), key=lambda folder: folder.stat().st_mtime)
        for old in versions[:-_MOST_VERSIONS]:
            shutil.rmtree(old, ignore_errors=True)

    def key(self, submission: Submission) -> str:
        """Hash a submission: two with the same key get the same report."""
        name = submission.path.name if submission.path else ""
        return _hash(submission.student, submission.problem or "", name, _digest(submission))

    def find(self, key: str) -> Report | None:
        """Look up a cached report that is still valid."""
        path = self._path(key)
        try:
            return from_json(path.read_bytes(), path.name)
        except (OSError, KitError):
            return None

    def keep(self, key: str, report: Report) -> None:
        """Cache a report; raise KitError if it cannot be written."""
        path = self._path(key)
        try:
            write_atomically(path, to_json(report, indent=False))
        except OSError as error:
            raise unwritable(path, error) from error

    def _path(self, key: str) -> Path:
        return self._folder / f"{key}.json"


def _hash(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def _digest(submission: Submission) -> str:
    """Hash the submitted files; unreadable ones contribute the reason."""
    if submission.attempts:
        return _hash(*(_digest_of(path, submission) for path in submission.attempts))
    return _digest_of(submission.path, submission) if submission.path else ""


def _digest_of(path: Path, submission: Submission) -> str:
    try:
        data = read_file(path, LARGEST.get(kind_of(path.name) or "", 0))
    except Unreadable as reason:
        return str(reason)
    digest = hashlib.sha256(data)
    for name, content in [] if submission.alone else scripts_beside(path, data):
        digest.update(f"\0{name}\0".encode() + content)
    return digest.hexdigest()
