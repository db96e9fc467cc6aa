"""Change one thing in a model answer and see whether some check notices.

``python tests/kit/mutation/mutate.py ASSIGNMENT [...]`` runs every mutation of the model answers
through the checks and lists the survivors; those of ``equivalents.toml`` are explained there. The
checks that train on the data set run only for what survives the others.
"""

import os
import re
import sys
import tomllib
import warnings
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from operators import Mutant, mutants

from autograder.course.root import Assignment, find_course
from autograder.judge.dry_run import DryRun

COURSE = Path(__file__).parents[3]
EQUIVALENTS = COURSE / "reference_impl" / "equivalents.toml"


def of(assignment: Assignment) -> list[Mutant]:
    """Return all mutations of the model answer."""
    return list(mutants(assignment.source.read_text(encoding="utf-8")))


def survivors(
    assignment: Assignment, candidates: Iterable[Mutant], *, quick: bool, seconds: float
) -> Iterator[Mutant]:
    """Give the mutants that no check notices."""
    with DryRun(assignment, quick=quick, seconds=seconds) as dry_run:
        failure = dry_run.first_failure(dry_run.subject.names(), "mutant")
        if failure is not None:
            raise SystemExit(f"{assignment.name}: the model answer itself fails {failure}")
        for mutant in candidates:
            names = {"__name__": assignment.module}
            with warnings.catch_warnings(action="ignore"):  # `x is 1` and the like
                exec(compile(mutant.tree, "mutant", "exec"), names)
                if dry_run.first_failure(names, "mutant") is None:
                    yield mutant


def reason(assignment: Assignment, mutant: Mutant) -> str | None:
    """Return why a mutation is no mistake, where it is none."""
    listed = tomllib.loads(EQUIVALENTS.read_text(encoding="utf-8"))["equivalent"]
    fitting = (
        each["reason"]
        for each in listed
        if assignment.name in each.get("assignments", [assignment.name])
        and re.fullmatch(each["mutation"], str(mutant))
    )
    return next(fitting, None)


def main(wanted: Sequence[str]) -> int:
    """Print the table and the survivors that are not explained."""
    unexplained = 0
    print(f"{'assignment':<34}{'number':>8}{'killed':>8}{'equivalent':>12}{'survive':>9}")
    for assignment in find_course(COURSE).assignments:
        if wanted and not assignment.name.startswith(tuple(wanted)):
            continue
        all_of_them = of(assignment)
        left = list(survivors(assignment, all_of_them, quick=True, seconds=5.0))
        harmless = [each for each in left if reason(assignment, each) is not None]
        left = [each for each in left if reason(assignment, each) is None]
        left = list(survivors(assignment, left, quick=False, seconds=120.0))
        killed = len(all_of_them) - len(left) - len(harmless)
        print(
            f"{assignment.name:<34}{len(all_of_them):>8}{killed:>8}{len(harmless):>12}"
            f"{len(left):>9}",
            flush=True,
        )
        for mutant in left:
            print(f"  {mutant}", flush=True)
        unexplained += len(left)
    return 1 if unexplained else 0


if __name__ == "__main__":
    os.environ["AUTOGRADER_DATA"] = ""  # the small stand-in will do
    sys.exit(main(sys.argv[1:]))
