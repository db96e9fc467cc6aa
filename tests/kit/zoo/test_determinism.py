"""The same submission gets the same report: at any level, in any order, on any number of processes.

Times aside, and the name of the level.
"""

import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from zoo.attack import ATTACKS, LEVELS, honest
from zoo.surroundings import Surroundings, environment

from autograder.sandbox.levels import best_level

if sys.platform != "linux":
    pytest.skip("isolation needs Linux", allow_module_level=True)

# random inputs, messages with numbers and lines, faults, lost workers
MIXED = {
    *("array_of_objects", "exit_while_loading", "forged_noise", "knows_the_visible_checks"),
    *("long_exception", "memory_in_call", "remembers_inputs", "segfault", "terminal_escapes"),
}
VARIES = re.compile(r'"(seconds|isolation)": ("\w+"|[\d.e-]+)')

Reports = dict[str, str]
Grade = Callable[..., Reports]


@pytest.fixture(scope="module")
def grade() -> Iterator[Grade]:
    """Give what grades a mixed class and returns the reports without what may vary."""
    with Surroundings() as surroundings:
        for attack in ATTACKS:
            if attack.name in MIXED:
                assert attack.levels == LEVELS
                surroundings.hand_in(attack.name, attack.assemble({}))
        surroundings.hand_in("honest", honest())

        def graded(level: str, *more: str, only: str = "") -> Reports:
            out = surroundings.root / f"out-{level}-{only}-{''.join(more)}"
            paths = [str(surroundings.submitted / only), "--out", str(out)]
            command = ["grade", *paths, "--assignment", "01", "--allow-unisolated", *more]
            subprocess.run(
                [sys.executable, "-m", "autograder", *command],
                cwd=surroundings.course,
                env=environment(surroundings, level),
                capture_output=True,
                timeout=120,
                check=True,
            )
            return {path.stem: without_times(path) for path in out.glob("[!.]*.json")}

        yield graded


@pytest.fixture(scope="module")
def usual(grade: Grade) -> Reports:
    """Give the reports of the best level, one process, the usual order."""
    return grade(best_level(), "--jobs", "1")


def without_times(path: Path) -> str:
    """Read a report without what may vary."""
    return VARIES.sub(r'"\1": 0', path.read_text(encoding="utf-8"))


def test_the_class_is_mixed(usual: Reports) -> None:
    """Scores and states differ, so that there is something to compare."""
    scores = {json.loads(text)["score"] for text in usual.values()}

    assert set(usual) == MIXED | {"honest"}
    assert len(scores) > 2


@pytest.mark.parametrize("level", LEVELS, indirect=True)
def test_levels_agree(grade: Grade, usual: Reports, level: str) -> None:
    """Isolation changes no report."""
    assert grade(level, "--jobs", "2") == usual


@pytest.mark.parametrize("student", ["honest", "knows_the_visible_checks"])
def test_company_does_not_matter(grade: Grade, usual: Reports, student: str) -> None:
    """Alone, without anybody graded before, the report is the same."""
    assert grade(best_level(), only=student) == {student: usual[student]}


def test_again_is_the_same(grade: Grade, usual: Reports) -> None:
    """Graded again from the start, each report is the same."""
    assert grade(best_level(), "--force") == usual
