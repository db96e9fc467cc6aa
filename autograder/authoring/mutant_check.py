"""Whether some check notices when one thing in the model answer is changed.

The mutants that no check notices must be equivalent to the model answer: an ``equivalents.toml`` in
``reference_impl/``, for all assignments, or in the folder of an assignment there gives the reason.
The checks that use the data set run only on what the others do not notice.
"""

import re
import tomllib
import warnings
from collections.abc import Iterable, Iterator
from pathlib import Path

from autograder.authoring.mutants import Mutant, mutants
from autograder.authoring.summary import Summary
from autograder.course.root import Assignment
from autograder.errors import KitError
from autograder.i18n import _
from autograder.judge.dry_run import DryRun

EQUIVALENTS = "equivalents.toml"
_QUICK_SECONDS, _SECONDS = 5.0, 120.0


def mutants_of(assignment: Assignment) -> list[Mutant]:
    """Return all mutants of the model answer."""
    return list(mutants(assignment.source.read_text(encoding="utf-8")))


def survivors(
    assignment: Assignment, candidates: Iterable[Mutant], *, quick: bool
) -> Iterator[Mutant]:
    """Yield the mutants that no check notices.

    Parameters
    ----------
    assignment : Assignment
        Of a course.
    candidates : iterable of Mutant
        Of its model answer.
    quick : bool
        Whether to leave out the checks that use the data set.

    Raises
    ------
    KitError
        The model answer itself does not pass.
    """
    seconds = _QUICK_SECONDS if quick else _SECONDS
    with DryRun(assignment, quick=quick, seconds=seconds) as dry_run:
        failure = dry_run.first_failure(dry_run.subject.names(), "mutant")
        if failure is not None:
            text = _("The model answer of {name} does not pass {check}; fix that first.")
            raise KitError(text.format(name=assignment.name, check=failure))
        for mutant in candidates:
            names = {"__name__": assignment.module}
            with warnings.catch_warnings(action="ignore"):  # `x is 1` and the like
                exec(compile(mutant.tree, "mutant", "exec"), names)  # noqa: S102  the course's code
                if dry_run.first_failure(names, "mutant") is None:
                    yield mutant


def equivalents(assignment: Assignment) -> list[tuple[str, str]]:
    """Return (pattern, reason) of the mutants that are known to be equivalent."""
    if assignment.reference is None:
        return []
    folders = (assignment.reference.parent, assignment.reference)
    paths = [folder / EQUIVALENTS for folder in folders]
    return [entry for path in paths if path.is_file() for entry in _entries(path)]


def is_equivalent(assignment: Assignment, mutant: Mutant) -> bool:
    """Return whether a mutant is known to be equivalent to the model answer."""
    known = equivalents(assignment)
    return any(re.fullmatch(pattern, str(mutant)) for pattern, _reason in known)


def check_mutants(assignment: Assignment) -> Summary:
    """Run the checks on every mutant of the model answer."""
    everything = mutants_of(assignment)
    unnoticed = list(survivors(assignment, everything, quick=True))
    equal = [each for each in unnoticed if is_equivalent(assignment, each)]
    left = [each for each in unnoticed if each not in equal]
    if left:
        left = list(survivors(assignment, left, quick=False))
    figures = {
        "mutants": len(everything),
        "killed": len(everything) - len(left) - len(equal),
        "equivalent": len(equal),
        "surviving": len(left),
    }
    text = _("No check notices this mutant: {mutant}")
    return Summary(figures, tuple(text.format(mutant=each) for each in left))


def _entries(path: Path) -> list[tuple[str, str]]:
    listed = tomllib.loads(path.read_text(encoding="utf-8"))["equivalent"]
    return [(each["mutant"], each["reason"]) for each in listed]
