"""The attack zoo: every attack is graded in one batch with honest submissions, at each level.

What an attack tries and what must become of it stands in its file, see :class:`attack.Attack`.
"""

import csv
import html
import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from zoo.attack import ATTACKS, LEVELS, Attack, honest
from zoo.surroundings import Snapshot, Surroundings, environment

if sys.platform != "linux":
    pytest.skip("isolation needs Linux", allow_module_level=True)

REAPER = Path(__file__).with_name("reaper.py")
HONEST = ("a_honest", "honest_1", "honest_2", "z_honest")
ALL_POINTS = {"double": ("passed", 2.0), "Growth": ("passed", 3.0)}
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")

Report = dict[str, Any]


@dataclass(frozen=True)
class Graded:
    """A batch that has been graded, and its surroundings before and after."""

    surroundings: Surroundings
    before: Snapshot
    after: Snapshot
    left: list[str]
    exit_code: int
    terminal: str

    def report(self, student: str) -> Report:
        """Read the report of a submission."""
        return json.loads((self.surroundings.out / f"{student}.json").read_text(encoding="utf-8"))


def grade(surroundings: Surroundings, level: str) -> Graded:
    """Grade what is handed in, in one run, as an instructor does."""
    surroundings.out.mkdir()
    surroundings.open_to_everybody()
    note = surroundings.out / "left.txt"
    paths = [str(surroundings.submitted), "--out", str(surroundings.out)]
    command = ["grade", *paths, "--assignment", "01", "--allow-unisolated"]
    before = surroundings.snapshot()
    run = subprocess.run(
        [sys.executable, REAPER, note, sys.executable, "-m", "autograder", *command],
        cwd=surroundings.course,
        env=environment(surroundings, level),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=400,
        check=False,
    )
    left = json.loads(note.read_text(encoding="utf-8"))
    after = surroundings.snapshot()
    return Graded(surroundings, before, after, left, run.returncode, run.stdout)


@pytest.fixture(scope="session")
def batches() -> Iterator[Callable[[str], Graded]]:
    """Give what grades all attacks at a level when it is first asked for."""
    with ExitStack() as stack:

        @cache
        def graded(level: str) -> Graded:
            surroundings = stack.enter_context(Surroundings())
            for attack in ATTACKS:
                if level in attack.levels:
                    surroundings.hand_in(attack.name, attack.assemble(surroundings.known))
            for student in HONEST:
                surroundings.hand_in(student, honest())
            return grade(surroundings, level)

        yield graded


@pytest.fixture
def batch(batches: Callable[[str], Graded], level: str) -> Graded:
    """Give the graded batch of a level."""
    return batches(level)


@pytest.fixture
def report(batch: Graded, attack: Attack) -> Report:
    """Give the report of an attack."""
    return batch.report(attack.name)


def each(*, when: Callable[[Attack], bool] = lambda attack: True) -> pytest.MarkDecorator:
    """Run a test for each attack, at each level that defeats it."""
    pairs = [
        pytest.param(level, attack, id=f"{level}-{attack.name}")
        for level in LEVELS
        for attack in ATTACKS
        if level in attack.levels and when(attack)
    ]
    return pytest.mark.parametrize(("level", "attack"), pairs, indirect=["level"])


each_level = pytest.mark.parametrize("level", LEVELS, indirect=True)


def checks(report: Report) -> list[dict[str, Any]]:
    """List the checks of all tasks."""
    return [check for task in report["tasks"] for check in task["checks"]]


def told(report: Report) -> list[str]:
    """List all that a report says about a submission."""
    return [*report["problems"], *(check["message"] for check in checks(report))]


def outcome(report: Report, expected: dict[str, tuple[str, float]]) -> dict[str, tuple[str, float]]:
    """Give status and points of each task; a status that is one of those expected as they are."""
    return {
        task["name"]: (
            expected[task["name"]][0]
            if task["status"] in expected[task["name"]][0].split("/")
            else task["status"],
            round(task["points"], 3),
        )
        for task in report["tasks"]
    }


@each()
def test_points_and_status(report: Report, attack: Attack) -> None:
    """An attack earns what its honest part earns, and no more."""
    expected = attack.literal("EXPECTED")

    assert outcome(report, expected) == expected


@each(when=lambda attack: attack.literal("SAYS") is not None)
def test_reason(report: Report, attack: Attack) -> None:
    """The report says what happened."""
    assert attack.literal("SAYS") in "\n".join(told(report))


@each(when=lambda attack: attack.reaches_out)
def test_the_attack_took_place(report: Report) -> None:
    """What an attack needs was there: it was not a missing module that defeated it."""
    assert report["problems"] == []


@each()
def test_verdict_is_clear(report: Report) -> None:
    """Each check that did not pass has a sentence, without a traceback or control characters."""
    sentences = [check["message"] for check in checks(report) if check["status"] != "passed"]

    assert all(sentences)
    assert "Traceback" not in "".join(told(report))
    assert not CONTROL.search("".join(told(report)))
    assert max((len(sentence) for sentence in told(report)), default=0) < 2000


@each_level
@pytest.mark.parametrize("student", HONEST)
def test_honest_submissions_keep_their_points(batch: Graded, student: str) -> None:
    """Who is graded beside attacks gets what is due."""
    assert outcome(batch.report(student), ALL_POINTS) == ALL_POINTS


@each_level
def test_every_submission_is_reported(batch: Graded) -> None:
    """The run ends well and leaves the reports, the table and nothing else."""
    students = {folder.name for folder in batch.surroundings.submitted.iterdir()}
    wanted = {f"{student}.{kind}" for student in students for kind in ("json", "html")}

    found = {path.name for path in batch.surroundings.out.glob("[!.]*") if path.is_file()}

    assert batch.exit_code == 0, batch.terminal
    assert found == wanted | {"grades.csv", "left.txt"}


@each_level
def test_table_is_right(batch: Graded, level: str) -> None:
    """grades.csv has a row for each submission, and no cell that a spreadsheet would run."""
    with (batch.surroundings.out / "grades.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))

    assert [row["student"] for row in rows if float(row["score"]) == 5.0] == sorted(
        [*HONEST, *(each.name for each in ATTACKS if is_right(each) and level in each.levels)]
    )
    assert not [cell for row in rows for cell in row.values() if cell.startswith(("=", "+", "@"))]


def is_right(attack: Attack) -> bool:
    """Tell whether an attack comes with a right answer."""
    return attack.literal("EXPECTED") == ALL_POINTS


@each_level
def test_nothing_else_has_changed(batch: Graded) -> None:
    """Course, submissions and home are as they were, and nothing lies in shared folders."""
    assert batch.after == batch.before
    assert batch.surroundings.left_behind() == []


@each_level
def test_no_process_is_left(batch: Graded) -> None:
    """All that was started has ended, and the instructor's own process has not."""
    assert batch.left == []
    assert batch.surroundings.victim.poll() is None


@each_level
def test_nobody_called(batch: Graded) -> None:
    """No attack reached a port or a socket of the machine."""
    assert not batch.surroundings.visited()


@each_level
def test_pages_and_terminal_are_harmless(batch: Graded) -> None:
    """What students wrote is text on the pages and in the terminal."""
    pages = [path.read_text(encoding="utf-8") for path in batch.surroundings.out.glob("*.html")]

    assert html.escape("<script>alert(1)") in "".join(pages)
    assert not re.search(r"<script>alert|<img src=x", "".join(pages))
    assert not CONTROL.search("".join(pages))
    assert not CONTROL.search(batch.terminal)
    assert "Traceback" not in batch.terminal
