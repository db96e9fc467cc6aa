"""Generators that each produce some files of an assignment folder."""

from collections.abc import Callable
from pathlib import Path

from autograder.build.notebooks import notebook_file
from autograder.build.stub import stub
from autograder.build.student_manifest import student_manifest
from autograder.course.root import MANIFEST, Assignment
from autograder.files import read_bytes, read_text

Files = dict[Path, bytes]
Generator = Callable[[Assignment], Files]

HANDOUTS = ("handout.md", "handout.ko.md")


def generated(assignment: Assignment) -> Files:
    """Return all files of an assignment by their path in its folder."""
    files: Files = {}
    for generator in GENERATORS:
        files |= generator(assignment)
    return files


def _stub(assignment: Assignment) -> Files:
    source = read_text(assignment.source)
    tasks = [task.name for task in assignment.tasks]
    return {Path(assignment.file): stub(source, tasks, assignment.source).encode()}


def _visible_checks(assignment: Assignment) -> Files:
    return {Path(assignment.visible.name): read_bytes(assignment.visible)}


def _handouts(assignment: Assignment) -> Files:
    return {Path(name): read_bytes(assignment.folder / name) for name in HANDOUTS}


def _figures(assignment: Assignment) -> Files:
    """Copy the figures of the handouts, but not the scripts that draw them."""
    pictures = sorted(assignment.folder.glob("*.svg"))
    return {Path(path.name): read_bytes(path) for path in pictures}


def _manifest(assignment: Assignment) -> Files:
    return {Path(MANIFEST): student_manifest(assignment).encode()}


GENERATORS: tuple[Generator, ...] = (
    _stub,
    notebook_file,
    _visible_checks,
    _handouts,
    _figures,
    _manifest,
)
