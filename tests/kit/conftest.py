"""What tests of all areas share: a course of one small assignment, and the command line."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

TINY_COURSE = Path(__file__).parent / "tiny_course"
collect_ignore = [TINY_COURSE.name]

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
            timeout=60,
            check=False,
        )

    return run
