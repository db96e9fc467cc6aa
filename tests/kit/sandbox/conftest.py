"""Students for the tests: a piece of code, in a worker of one level of isolation."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from autograder.sandbox.levels import Level, best_level, probe
from autograder.sandbox.process import Worker
from autograder.sandbox.student import Student

NOT_OFFERED = {found.level: found.reason for found in probe() if not found.available}
STRONG = [level for level in Level if level is not Level.PROCESS]


@dataclass(frozen=True)
class Cell:
    """A cell of a student's file."""

    source: str
    first_line: int = 1
    label: str = "exercise.py"


@dataclass(frozen=True)
class Limits:
    """Limits that leave room on a busy machine."""

    call_seconds: float = 20.0
    submission_seconds: float = 60.0
    memory_mb: int = 1024


@dataclass
class Students:
    """Makes students, and ends them all."""

    made: list[Student] = field(default_factory=list)

    def __call__(
        self,
        *cells: str | Cell,
        level: Level | None = None,
        files: Mapping[str, Path] | None = None,
        limits: Limits = Limits(),
        worker: Worker | None = None,
    ) -> Student:
        """Return a student who wrote these cells."""
        student = Student(
            [Cell(cell) if isinstance(cell, str) else cell for cell in cells],
            level=level or best_level(),
            files=files or {},
            limits=limits,
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
def cell() -> type[Cell]:
    """Give what makes a cell: source, number of its first line, name of its file."""
    return Cell


@pytest.fixture(scope="session")
def limits() -> type[Limits]:
    """Give what makes limits."""
    return Limits
