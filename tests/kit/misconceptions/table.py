"""The table of misconceptions: how many there are, are caught, are named, are named wrongly.

``python tests/kit/misconceptions/table.py [ASSIGNMENT ...]`` prints it, with every misconception
that is not caught and named below.
"""

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from autograder.course.root import Assignment, find_course
from autograder.judge.rehearsal import Rehearsal

COURSE = Path(__file__).parents[3]


@dataclass(frozen=True)
class Row:
    """What grading made of one misconception.

    Attributes
    ----------
    name : str
        Its id.
    task : str
        Its task.
    lost : float
        Share of the points that it costs, from 0 to 1, of those that need no training on data.
    named : bool
        Whether a message of the task begins with its text.
    misnamed : tuple of str
        Ids of other misconceptions that a message begins with.
    """

    name: str
    task: str
    lost: float
    named: bool
    misnamed: tuple[str, ...]

    @property
    def caught(self) -> bool:
        """Whether it costs points."""
        return self.lost > 0


def covered() -> list[Assignment]:
    """Return the assignments that have misconceptions."""
    modules = import_module("reference_impl.misconceptions").modules()
    return [each for each in find_course(COURSE).assignments if each.module in modules]


def rows(assignment: Assignment) -> Iterator[Row]:
    """Grade each misconception of an assignment."""
    with Rehearsal(assignment, quick=True) as rehearsal:
        known, tasks = catalogue(assignment), {task.name for task in assignment.tasks}
        for each, name in [(one, task) for one in known for task in one.tasks if task in tasks]:
            report = rehearsal.grade(rehearsal.casting.names(name, each.code), each.id)
            task = next(task for task in report.tasks if task.name == name)
            heads = {
                check.message.partition("\n")[0] for task in report.tasks for check in task.checks
            }
            yield Row(
                name=each.id,
                task=name,
                lost=1 - task.points / sum(check.max_points for check in task.checks),
                named=each.text.en in heads,
                misnamed=tuple(o.id for o in known if o.text.en in heads and o.text != each.text),
            )


def catalogue(assignment: Assignment) -> list:
    """Return the misconceptions of an assignment."""
    return list(import_module("reference_impl.misconceptions").catalogue(assignment.module).known)


def main(wanted: list[str]) -> None:
    """Print the table."""
    odd = []
    print(f"{'assignment':<32}{'number':>8}{'caught':>8}{'named':>8}{'wrongly':>8}")
    for assignment in covered():
        if wanted and not assignment.name.startswith(tuple(wanted)):
            continue
        found = list(rows(assignment))
        odd += [row for row in found if not row.caught or not row.named or row.misnamed]
        print(
            f"{assignment.name:<32}{len(found):>8}{sum(row.caught for row in found):>8}"
            f"{sum(row.named for row in found):>8}{sum(bool(row.misnamed) for row in found):>8}",
            flush=True,
        )
        for row in sorted(found, key=lambda row: row.lost):
            if row.lost < 0.5 and row.caught and not row.task[0].isupper():
                print(f"  costs {row.lost:.0%} only: {row.task}: {row.name}")
    for row in odd:
        print(row)


if __name__ == "__main__":
    os.environ["AUTOGRADER_DATA"] = ""  # the small stand-in will do
    sys.path.insert(0, str(COURSE))
    main(sys.argv[1:])
