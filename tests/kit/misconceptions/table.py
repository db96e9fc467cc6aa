"""The table of misconceptions: how many there are, are caught, are named, are named wrongly.

``python tests/kit/misconceptions/table.py [ASSIGNMENT ...] [--seeds N]`` prints it, with every
misconception that is not caught and named below. With ``--seeds`` each is graded with N different
sets of random inputs, and counts as caught or named only where it was so with all of them: a check
must not rest on the luck of the draw.
"""

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from autograder.course.root import Assignment, find_course
from autograder.judge.dry_run import DryRun
from autograder.misconceptions import catalogue_of
from autograder.report.model import Report

COURSE = Path(__file__).parents[3]
OWN_ERRORS = ("AttributeError", "NameError")


@dataclass(frozen=True)
class Row:
    """What grading made of one misconception, with one set of random inputs.

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
    broken : bool
        Whether it fails for a reason of its own: a name that is not there.
    """

    name: str
    task: str
    lost: float
    named: bool
    misnamed: tuple[str, ...]
    broken: bool

    @property
    def caught(self) -> bool:
        """Whether it costs points."""
        return self.lost > 1e-9


def covered() -> list[Assignment]:
    """Return the assignments that have misconceptions."""
    return [each for each in find_course(COURSE).assignments if catalogue(each)]


def catalogue(assignment: Assignment) -> list:
    """Return the misconceptions of an assignment."""
    return list(catalogue_of(assignment).known)


def rows(assignment: Assignment, seeds: int = 1) -> Iterator[Row]:
    """Grade each misconception of an assignment, with each of the seeds in turn."""
    with DryRun(assignment, quick=True) as dry_run:
        known, tasks = catalogue(assignment), {task.name for task in assignment.tasks}
        for each, name in [(one, task) for one in known for task in one.tasks if task in tasks]:
            for seed in range(seeds):
                names = dry_run.subject.names(name, each.code)
                report = dry_run.grade(names, f"{each.id} {seed}")
                yield row(each, name, report, known)


def row(planted, task: str, report: Report, known: Sequence) -> Row:
    """Sum up what the report on a planted misconception says."""
    result = next(each for each in report.tasks if each.name == task)
    messages = [check.message for each in report.tasks for check in each.checks]
    heads = {message.partition("\n")[0] for message in messages}
    others = [each for each in known if each.text != planted.text]
    return Row(
        name=planted.id,
        task=task,
        lost=1 - result.points / sum(check.max_points for check in result.checks),
        named=planted.text.en in heads,
        misnamed=tuple(each.id for each in others if each.text.en in heads),
        broken=any(error in message for message in messages for error in OWN_ERRORS),
    )


def main(arguments: argparse.Namespace) -> None:
    """Print the table."""
    odd: list[str] = []
    print(f"{'assignment':<32}{'number':>8}{'caught':>8}{'named':>8}{'wrongly':>8}")
    for assignment in covered():
        if arguments.assignments and not assignment.name.startswith(tuple(arguments.assignments)):
            continue
        found = rows(assignment, arguments.seeds)
        groups = [list(group) for _, group in groupby(found, key=lambda row: (row.task, row.name))]
        caught = sum(all(row.caught for row in group) for group in groups)
        named = sum(all(row.named for row in group) for group in groups)
        wrongly = sum(any(row.misnamed for row in group) for group in groups)
        print(f"{assignment.name:<32}{len(groups):>8}{caught:>8}{named:>8}{wrongly:>8}", flush=True)
        odd += [line for group in groups for line in remarks(group)]
    print("\n".join(odd))


def remarks(group: Sequence[Row]) -> Iterator[str]:
    """Say what is not as it should be with one misconception."""
    head = f"{group[0].task}: {group[0].name}"
    of = f"with {{}} of {len(group)} seeds"
    if missed := [row for row in group if not row.caught]:
        yield f"{head} is missed {of.format(len(missed))}"
    if unnamed := [row for row in group if not row.named]:
        yield f"{head} is not named {of.format(len(unnamed))}"
    if wrong := [row for row in group if row.misnamed]:
        names = sorted({name for row in wrong for name in row.misnamed})
        yield f"{head} is called {', '.join(names)} {of.format(len(wrong))}"
    lost = min(row.lost for row in group)
    if not missed and lost < 0.5 and not group[0].task[0].isupper():
        yield f"{head} costs {lost:.0%} only"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("assignments", nargs="*", metavar="ASSIGNMENT")
    parser.add_argument("--seeds", type=int, default=1, metavar="N")
    os.environ["AUTOGRADER_DATA"] = ""  # the small stand-in will do
    sys.path.insert(0, str(COURSE))
    main(parser.parse_args())
