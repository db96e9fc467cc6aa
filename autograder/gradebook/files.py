"""The folder that nbgrader keeps of a graded submission."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
from nbgrader import utils

from autograder.files import write_atomically
from autograder.gradebook.repair import NOTEBOOK
from autograder.gradebook.settings import Settings


def write_graded(settings: Settings, assignment: str, student: str, graded: dict[str, Any]) -> None:
    """Write the folder of a graded submission as ``nbgrader autograde`` does.

    Parameters
    ----------
    settings : Settings
        Of the course.
    assignment, student : str
        Whose.
    graded : dict of str to NotebookNode
        The notebooks by name.
    """
    target = settings.folder("autograded", student, assignment)
    if target.exists():
        shutil.rmtree(target)
    target.mkdir(parents=True)
    for path, origin in _others(settings, assignment, student):
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(origin, target / path)
    for name, notebook in graded.items():
        write_atomically(target / f"{name}{NOTEBOOK}", f"{nbformat.writes(notebook)}\n")
    settings.converter.set_permissions(assignment, student)


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
