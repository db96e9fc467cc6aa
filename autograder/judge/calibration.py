"""Thresholds that are measured: what a correct submission reaches, over many seeds."""

import runpy
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from typing import Any

import msgspec
import numpy as np
import numpy.typing as npt

from autograder.course.manifest import Limits, Threshold
from autograder.course.root import Assignment
from autograder.course.thresholds import thresholds_on
from autograder.errors import KitError
from autograder.gauge import Gauge
from autograder.i18n import _
from autograder.intake import Submission
from autograder.judge.rehearsal import Rehearsal
from autograder.judge.session import Judge
from autograder.report.model import Report, Status

FALSE_ALARMS = 1e-4
MODEL_ANSWER, ORACLE = "model answer", "oracle"
_NO_DATA = "made by the checks"
# a training that hangs is a fault of the course, which its author stops
_PATIENCE = 3600.0


@dataclass(frozen=True)
class Distribution:
    """What a correct submission reached where a check holds a threshold.

    Attributes
    ----------
    name : str
        Of the threshold.
    who : str
        ``"model answer"`` or ``"oracle"``.
    readings : ndarray
        One value a seed.
    data : str
        What it was measured on.
    """

    name: str
    who: str
    readings: npt.NDArray[np.float64]
    data: str

    @property
    def proposal(self) -> float:
        """The threshold that a correct submission misses less than once in 10,000.

        The lower of two bounds, cut to three digits: the quantile 1e-4 of a normal distribution
        with this mean and deviation, and, for a longer tail than that, the smallest value seen
        less the distance from it to the fifth percentile.
        """
        from scipy.stats import norm

        deviations = norm.ppf(FALSE_ALARMS)
        quantile = self.readings.mean() + deviations * self.readings.std(ddof=1)
        least, fifth = self.readings.min(), np.quantile(self.readings, 0.05)
        bound = min(float(quantile), float(least - (fifth - least)))
        digits = 2 - int(np.floor(np.log10(abs(bound)))) if bound else 2
        return float(np.floor(bound * 10**digits) / 10**digits)


def calibrate(assignment: Assignment, seeds: int) -> Iterator[list[Distribution]]:
    """Grade the model answer and the oracle with many seeds; yield what was measured after each.

    The oracle takes part where a ``trainer.py`` beside it puts it in an answer's place.

    Parameters
    ----------
    assignment : Assignment
        Of a course. Of the thresholds that hold on one data set only those are met, new ones too,
        that hold on the one that is graded on.
    seeds : int
        How many.

    Raises
    ------
    KitError
        The assignment has no threshold, or the model answer does not pass.
    """
    thresholds = assignment.manifest.thresholds
    if not thresholds:
        raise KitError(_("{name} has no thresholds.").format(name=assignment.name))
    spec = assignment.manifest.data
    names = thresholds.keys() | (thresholds_on(assignment.manifest, spec.name) if spec else set())
    gauges = {who: {name: Gauge() for name in sorted(names)} for who in (MODEL_ANSWER, ORACLE)}
    with ExitStack() as stack:
        model = stack.enter_context(Judge(_with(assignment, gauges[MODEL_ANSWER]), hidden=True))
        oracle = _Oracle(_with(assignment, gauges[ORACLE]), stack)
        for number in range(seeds):
            # the seed of a submission follows its student's name
            student = f"seed {number}"
            report = model.grade(Submission(student=student, path=assignment.source))
            if not report.passed:
                raise _not_passed(report)
            oracle.grade(student)
            yield _distributions(gauges, report.data.source if report.data else _NO_DATA)


def _not_passed(report: Report) -> KitError:
    """Name the first check that the model answer does not pass, and its reason."""
    check = next(
        check for task in report.tasks for check in task.checks if check.status is not Status.PASSED
    )
    text = _(
        "The model answer of {name} does not pass {check} ({student}); mend that first: {reason}"
    )
    return KitError(
        text.format(
            name=report.assignment, check=check.name, student=report.student, reason=check.message
        )
    )


class _Oracle:
    """Grades the oracle in an answer's place, for the readings alone."""

    def __init__(self, assignment: Assignment, stack: ExitStack) -> None:
        self._rehearsal: Rehearsal | None = None
        path = assignment.reference / "trainer.py" if assignment.reference else None
        if path is not None and path.is_file():
            self._rehearsal = stack.enter_context(Rehearsal(assignment, seconds=_PATIENCE))
            answers: dict[str, Any] = runpy.run_path(str(path))["ANSWERS"]
            ((task, answer),) = answers.items()
            self._names = self._rehearsal.casting.names(task, answer)

    def grade(self, student: str) -> None:
        """Grade it with the seed of this student."""
        if self._rehearsal is not None:
            self._rehearsal.grade(self._names, student)


def _distributions(gauges: dict[str, dict[str, Gauge]], data: str) -> list[Distribution]:
    return [
        Distribution(name, who, np.array(gauge.readings), data)
        for who, by_name in gauges.items()
        for name, gauge in by_name.items()
        if gauge.readings
    ]


def _with(assignment: Assignment, gauges: dict[str, Gauge]) -> Assignment:
    """Put the gauges in the place of the manifest's thresholds, and give all the time it takes."""
    thresholds = {
        name: Threshold(value=gauge, seeds=1, minimum=0, mean=0, std=0, data="")
        for name, gauge in gauges.items()
    }
    patient = Limits(call_seconds=_PATIENCE, submission_seconds=_PATIENCE)
    tasks = [msgspec.structs.replace(task, seconds=None) for task in assignment.tasks]
    manifest = msgspec.structs.replace(
        assignment.manifest, thresholds=thresholds, limits=patient, tasks=tuple(tasks)
    )
    return replace(assignment, manifest=manifest)
