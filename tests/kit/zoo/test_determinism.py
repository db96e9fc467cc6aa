"""The same submission gets the same report: at any level, in any order, on any number of processes.

Times aside, and the name of the level.
"""

import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest
from zoo.attack import ATTACKS, LEVELS, honest
from zoo.surroundings import Surroundings, environment

from autograder.course.root import find_course
from autograder.intake import submissions
from autograder.judge import Judge
from autograder.report.model import to_json
from autograder.report.templates import to_html
from autograder.sandbox.probe import best_level

if sys.platform != "linux":
    pytest.skip("isolation needs Linux", allow_module_level=True)

# random inputs, messages with numbers and lines, faults, lost workers
MIXED = {
    *("array_of_objects", "exit_while_loading", "forged_noise", "knows_the_visible_checks"),
    *("long_exception", "memory_in_call", "remembers_inputs", "segfault", "terminal_escapes"),
}
# of JSON, and of the foot of a page
VARIES = re.compile(
    r'(?<="seconds": )[\d.e-]+|(?<="isolation": )"\w+"|(?<=Isolation: )\w+|[\d.]+(?= s\.</p>)'
)

Reports = dict[str, str]
Grade = Callable[..., Reports]


@pytest.fixture(scope="module")
def surroundings() -> Iterator[Surroundings]:
    """Have a mixed class hand in."""
    with Surroundings() as surroundings:
        for attack in ATTACKS:
            if attack.name in MIXED:
                assert attack.levels == LEVELS
                surroundings.hand_in(attack.name, attack.assemble({}))
        surroundings.hand_in("honest", honest())
        yield surroundings


@pytest.fixture(scope="module")
def grade(surroundings: Surroundings) -> Grade:
    """Give what grades the class and returns its reports and pages without what may vary."""

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
        files = [*out.glob("[!.]*.json"), *out.glob("[!.]*.html")]
        return {path.name: without_times(path.read_text(encoding="utf-8")) for path in files}

    return graded


@pytest.fixture(scope="module")
def usual(grade: Grade) -> Reports:
    """Give the reports of the best level, one process, the usual order."""
    return grade(best_level(), "--jobs", "1")


def without_times(text: str) -> str:
    """Return a report without what may vary."""
    return VARIES.sub("0", text)


def test_the_class_is_mixed(usual: Reports) -> None:
    """Scores and states differ, so that there is something to compare."""
    students = MIXED | {"honest"}
    scores = {json.loads(usual[f"{student}.json"])["score"] for student in students}

    assert set(usual) == {f"{student}.{kind}" for student in students for kind in ("json", "html")}
    assert len(scores) > 2


@pytest.mark.parametrize("level", LEVELS, indirect=True)
def test_levels_agree(grade: Grade, usual: Reports, level: str) -> None:
    """Isolation changes no report."""
    assert grade(level, "--jobs", "2") == usual


@pytest.mark.parametrize("student", ["honest", "knows_the_visible_checks"])
def test_company_does_not_matter(grade: Grade, usual: Reports, student: str) -> None:
    """Alone, without anybody graded before, the report is the same."""
    names = (f"{student}.json", f"{student}.html")

    assert grade(best_level(), only=student) == {name: usual[name] for name in names}


def test_order_does_not_matter(surroundings: Surroundings, usual: Reports) -> None:
    """Each report is the same when others were graded before."""
    assignment = find_course(surroundings.course).assignment("01_doubling")
    handed_in = submissions(surroundings.submitted, assignment.name, assignment.module)

    with Judge(assignment, hidden=True, level=best_level()) as judge:
        reports = list(judge.grade_all(reversed(list(handed_in))))

    texts = {
        f"{report.student}.json": without_times(to_json(report).decode()) for report in reports
    }
    pages = {f"{report.student}.html": without_times(to_html(report)) for report in reports}
    assert texts | pages == usual


def test_again_is_the_same(grade: Grade, usual: Reports) -> None:
    """Graded again from the start, each report is the same."""
    assert grade(best_level(), "--force") == usual
