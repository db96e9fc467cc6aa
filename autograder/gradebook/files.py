"""The folder that nbgrader keeps of a graded submission."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from nbgrader import utils

from autograder.errors import KitError
from autograder.gradebook.repair import NOTEBOOK
from autograder.gradebook.settings import Settings
from autograder.i18n import _


def write_graded(settings: Settings, assignment: str, student: str, graded: dict[str, str]) -> None:
    """Write the folder of a graded submission as ``nbgrader autograde`` does.

    Parameters
    ----------
    settings : Settings
        Of the course.
    assignment, student : str
        Whose.
    graded : dict of str to str
        The notebooks by name.

    Raises
    ------
    KitError
        A file cannot be written.
    """
    target = settings.folder("autograded", student, assignment)
    # a grading that is killed leaves no folder in part
    new, old = (target.with_name(f".{target.name}.{age}") for age in ("new", "old"))
    try:
        for left in (new, old):
            if left.exists():
                shutil.rmtree(left)
        new.mkdir(parents=True)
        _fill(new, settings, assignment, student, graded)
        if target.exists():
            target.rename(old)
        new.rename(target)
        settings.converter.set_permissions(assignment, student)
        if old.exists():
            shutil.rmtree(old)
    except OSError as error:
        text = _(
            "The graded notebooks of {student} cannot be kept: {path}: {reason}. The same command "
            "does the rest."
        )
        path, reason = error.filename or target, error.strerror
        raise KitError(text.format(student=student, path=path, reason=reason)) from error


def _fill(
    folder: Path, settings: Settings, assignment: str, student: str, graded: dict[str, str]
) -> None:
    for path, origin in _others(settings, assignment, student):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(origin, folder / path)
    for name, notebook in graded.items():
        (folder / f"{name}{NOTEBOOK}").write_text(notebook, encoding="utf-8")


def _others(settings: Settings, assignment: str, student: str) -> Iterator[tuple[Path, Path]]:
    """Yield the files beside the notebooks: the student's, then the course's in their place."""
    ignored = [*settings.directory.ignore, f"*{NOTEBOOK}"]
    kept = settings.converter.exclude_overwriting.get(assignment, ())
    for step, owner in (("submitted", student), ("source", ".")):
        folder = settings.folder(step, owner, assignment)
        for name in utils.find_all_files(str(folder), ignored):
            origin = Path(name)
            path = origin.relative_to(folder)
            # a link could show a student what he may not read; a pipe would not end
            regular = origin.is_file() and not origin.is_symlink()
            if regular and not (step == "source" and str(path) in kept):
                yield path, origin
