"""What tests of all areas share: a course of one small assignment, and the command line."""

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from xdist.scheduler import LoadScopeScheduling

sys.path.append(str(Path(__file__).parent))

import guard
from warm import warm_python

TINY_COURSE = Path(__file__).parent / "tiny_course"
collect_ignore = [TINY_COURSE.name]
# without a worker, a command line or a course that is built first: see CONTRIBUTING.md
FAST = (
    *("building", "checks", "course", "intake", "report", "test_checks.py", "test_errata.py"),
    *("test_architecture.py", "test_imports.py", "test_language.py", "test_prose.py"),
)
# what takes seconds and tries again, on more assignments or in other surroundings, what other tests
# try in part; further ones are marked where they stand
SOAK = re.compile(
    "|".join(
        (
            r"authoring/test_authoring\.py::test_(recipe_at_the_command_line|verify_says)",
            r"authoring/test_(mistakes|misconceptions|mutants)\.py::.*\[0[3-7]",
            r"batch/test_cluster\.py",
            r"batch/test_grade_command\.py::test_(a_daemon|change_leaves|killed|one_that_cannot)",
            r"batch/test_pool\.py::test_(lost_process|submission_that_kills)",
            r"cli/test_build\.py::test_build_then_check",
            r"curriculum/test_nothing_for_nothing\.py::.*\[0[3-7]",
            r"curriculum/test_sample_class\.py::.*\[bora",
            r"judge/test_no_leak\.py::.*\[0[3-7]",
            r"judge/test_order\.py::test_(nobody_harms_the_next\[hangs|two_processes)",
            r"nbgrader/test_(cheats|faults|golden_class|outputs|points|settings)\.py",
            r"nbgrader/test_(table|too_much|validate)\.py",
            r"notebook/test_shells\.py",
            r"test_totals\.py",
            r"test_wheel\.py",
            r"zoo/test_(determinism|interrupted)\.py",
        )
    )
)
# tests that differ in the number of their assignment or in the level share nothing that is slow
APART = re.compile(r"(?:\[|-)(\d\d(?=_|-|\])|(?:bubblewrap|partial|process)(?=-|\]))")


def pytest_configure() -> None:
    """See to it that nothing outlives the tests, and that Ctrl-C reaches what they start."""
    guard.start()
    # the tests start hundreds of processes, each of which would compile the program again
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # as a shell starts what ends with &
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_unconfigure() -> None:
    """End the guard, and with it what is left."""
    guard.stop()


def is_fast(path: Path) -> bool:
    """Tell whether a file is among those that `-m fast` runs."""
    return bool({path.parent.name, path.name} & set(FAST))


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Import nothing else for `-m fast`."""
    is_left_out = config.option.markexpr == "fast" and collection_path.suffix == ".py"
    return True if is_left_out and not is_fast(collection_path) else None


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what `-m fast` and `-m soak` run."""
    for item in items:
        if is_fast(item.path):
            item.add_marker(pytest.mark.fast)
        if SOAK.search(item.nodeid):
            item.add_marker(pytest.mark.soak)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> LoadScopeScheduling:
    """Let pytest-xdist run what shares a slow fixture in one process, in the order of the files.

    Its own ``--dist=loadgroup`` does nothing with pytest 9.2, which ignores what pytest-xdist 3.8
    writes into an item.
    """
    config.option.loadscopereorder = False
    return _ByFile(config, log)


class _ByFile(LoadScopeScheduling):
    """Keeps the tests of a file together, but for those of another assignment or level."""

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.partition("::")[0]
        return "-".join([file, *APART.findall(nodeid)[:1]])


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
        environment = {**os.environ, "AUTOGRADER_LANG": "en", "COLUMNS": "80"}
        words = ("-m", "autograder", *arguments)
        return warm_python().run(words, cwd=cwd, env=environment, timeout=300)

    return run
