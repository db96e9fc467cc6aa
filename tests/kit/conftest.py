"""What tests of all areas share: a course of one small assignment, and the command line."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parent))

import guard

TINY_COURSE = Path(__file__).parent / "tiny_course"
collect_ignore = [TINY_COURSE.name]
# tests that differ in one of these share nothing that is expensive to make
_APART = ("level", "assignment")


def pytest_configure() -> None:
    """See to it that nothing outlives the tests."""
    guard.start()


def pytest_unconfigure() -> None:
    """End the guard, and with it what is left."""
    guard.stop()


@pytest.hookimpl(tryfirst=True)  # before pytest-xdist reads the groups
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let pytest-xdist run the tests of a file in one process: they share what is slow to make."""
    for item in items:
        if item.get_closest_marker("xdist_group") is None:
            item.add_marker(pytest.mark.xdist_group(_group(item)))


def _group(item: pytest.Item) -> str:
    parameters = getattr(item, "callspec", None)
    values = parameters.params if parameters else {}
    apart = [str(getattr(values[name], "name", values[name])) for name in _APART if name in values]
    return "-".join([item.path.parent.name, item.path.stem, *apart])


CommandLine = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def tiny_course(tmp_path: Path) -> Path:
    """Root of a course of its own: `01_doubling` with the tasks `double` (2) and `Growth` (3)."""
    return Path(shutil.copytree(TINY_COURSE, tmp_path / "course"))


@pytest.fixture
def tiny_solution(tiny_course: Path) -> Path:
    """Folder of the tiny course's one exercise, for tests that spoil something in it."""
    return tiny_course / "solutions" / "01_doubling"


@pytest.fixture
def command_line(tmp_path: Path) -> CommandLine:
    """Run ``autograder`` as a user does, in English; ``cwd`` is an empty folder by default."""

    def run(*arguments: str | Path, cwd: Path = tmp_path) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "autograder", *arguments],
            cwd=cwd,
            env={**os.environ, "AUTOGRADER_LANG": "en", "COLUMNS": "80", "PYTHONUTF8": "1"},
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=300,
            check=False,
        )

    return run
