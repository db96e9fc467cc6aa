"""Checks an assignment in several ways, each of which can be asked for alone."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

from autograder import i18n
from autograder.authoring.misconception_check import check_misconceptions
from autograder.authoring.mistake_check import check_mistakes
from autograder.authoring.mutant_check import check_mutants
from autograder.authoring.release_check import check_release
from autograder.authoring.summary import Summary
from autograder.authoring.variant_check import check_variants
from autograder.course.root import Assignment, find_course


class Options(NamedTuple):
    """How thoroughly to check.

    Attributes
    ----------
    seeds : int
        Number of sets of random inputs that misconceptions and variants are graded with.
    update : bool
        Whether to write what each mistake earns into its file.
    """

    seeds: int = 1
    update: bool = False


# all but the first run on the small data set that every machine has, so that all find the same
KINDS: dict[str, Callable[[Assignment, Options], Summary]] = {
    "release": lambda assignment, _options: check_release(assignment),
    "misconceptions": lambda assignment, options: check_misconceptions(
        assignment.on_stand_in(), options.seeds
    ),
    "variants": lambda assignment, options: check_variants(assignment.on_stand_in(), options.seeds),
    "mistakes": lambda assignment, options: check_mistakes(
        assignment.on_stand_in(), write=options.update
    ),
    "mutants": lambda assignment, _options: check_mutants(assignment.on_stand_in()),
}
QUICK = ("release", "misconceptions", "variants", "mistakes")


def verify(assignment: Assignment, kind: str, options: Options) -> Summary:
    """Check an assignment in one way.

    Parameters
    ----------
    assignment : Assignment
        Of a course.
    kind : str
        One of ``KINDS``.
    options : Options
        How thoroughly.

    Raises
    ------
    KitError
        A part of it cannot be read at all.
    """
    return KINDS[kind](assignment, options)


def verify_all(
    assignments: Sequence[Assignment], kinds: Sequence[str], options: Options, jobs: int
) -> Iterator[tuple[Assignment, dict[str, Summary]]]:
    """Check assignments in several ways, in so many processes; yield the results of each in turn.

    Parameters
    ----------
    assignments : sequence of Assignment
        Of one course.
    kinds : sequence of str
        Some of ``KINDS``.
    options : Options
        How thoroughly.
    jobs : int
        Number of processes; with 1 everything runs in this one.
    """
    if jobs == 1:
        for assignment in assignments:
            yield assignment, {kind: verify(assignment, kind, options) for kind in kinds}
        return
    start = partial(ProcessPoolExecutor, mp_context=get_context("spawn"))
    with start(jobs, initializer=i18n.set_language, initargs=(i18n.language(),)) as pool:
        waiting = [
            {kind: pool.submit(_verify_at, each.course, each.name, kind, options) for kind in kinds}
            for each in assignments
        ]
        for assignment, results in zip(assignments, waiting, strict=True):
            yield assignment, {kind: future.result() for kind, future in results.items()}


def _verify_at(course: Path | None, name: str, kind: str, options: Options) -> Summary:
    return verify(find_course(course).assignment(name), kind, options)
