"""Students for the tests: a piece of code, in a worker of one level of isolation."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import pytest

from autograder.course import manifest
from autograder.intake import Cell
from autograder.sandbox.levels import Level
from autograder.sandbox.probe import best_level, probe
from autograder.sandbox.session import Student
from autograder.sandbox.worker_process import Worker

NOT_OFFERED = {found.level: found.reason for found in probe() if not found.available}
STRONG = [level for level in Level if level is not Level.PROCESS]


Limits = partial(manifest.Limits, call_seconds=20.0, submission_seconds=60.0, memory_mb=1024)


def cell_of(source: str, first_line: int = 1, label: str = "exercise.py") -> Cell:
    """Return a cell of a student's file."""
    return Cell(source, first_line, label)


@dataclass
class Students:
    """Makes students, and ends them all."""

    made: list[Student] = field(default_factory=list)

    def __call__(
        self,
        *cells: str | Cell,
        level: Level | None = None,
        files: Mapping[str, Path] | None = None,
        limits: manifest.Limits | None = None,
        worker: Worker | None = None,
    ) -> Student:
        """Return a student who wrote these cells."""
        student = Student(
            [cell_of(cell) if isinstance(cell, str) else cell for cell in cells],
            level=level or best_level(),
            files=files or {},
            limits=limits or Limits(),
            module="exercise",
            worker=worker,
        )
        self.made.append(student)
        return student

    def close(self) -> None:
        """End the workers."""
        for student in self.made:
            student.close()


def _students() -> Iterator[Students]:
    students = Students()
    yield students
    students.close()


make_student = pytest.fixture(_students, name="make_student")
make_lasting_student = pytest.fixture(_students, name="make_lasting_student", scope="module")


@pytest.fixture(scope="module", params=Level)
def level(request: pytest.FixtureRequest) -> Level:
    """Give each level, where the machine offers it."""
    return _offered(request.param)


@pytest.fixture(scope="module", params=STRONG)
def strong_level(request: pytest.FixtureRequest) -> Level:
    """Give each level that withstands attacks, where the machine offers it."""
    return _offered(request.param)


def _offered(level: Level) -> Level:
    if level in NOT_OFFERED:
        pytest.skip(f"not offered: {level}. {NOT_OFFERED[level]}")
    return level


@pytest.fixture(scope="session")
def cell() -> Callable[..., Cell]:
    """Give what makes a cell: source, number of its first line, name of its file."""
    return cell_of


@pytest.fixture(scope="session")
def limits() -> Callable[..., manifest.Limits]:
    """Give what makes limits."""
    return Limits
