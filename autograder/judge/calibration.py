"""Measure thresholds: the values that correct submissions reach over many seeds."""

import runpy
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from statistics import NormalDist
from typing import Any

import msgspec
import numpy as np
import numpy.typing as npt

from autograder.course.manifest import Limits, Threshold, thresholds_on
from autograder.course.root import Assignment
from autograder.errors import KitError
from autograder.i18n import _
from autograder.intake import Submission, read_code
from autograder.judge.dry_run import DryRun
from autograder.judge.judge import Judge
from autograder.report.model import Report, Status

FALSE_ALARMS = 1e-4
MODEL_ANSWER, REFERENCE = "model answer", "reference implementation"
_NO_DATA = "made by the checks"
# a training that hangs is a fault of the course, which its author stops
_PATIENCE = 3600.0


class RecordingThreshold(float):
    """A threshold that every number reaches and that records these numbers.

    Checks compare with ``>=``, as :func:`autograder.expect.at_least` does: of a number and an
    instance of a subclass of its class, Python asks the latter.

    Attributes
    ----------
    readings : list of float
        One value per comparison.
    """

    readings: list[float]

    def __new__(cls) -> "RecordingThreshold":
        """Create a threshold without recorded values."""
        threshold = super().__new__(cls, float("-inf"))
        threshold.readings = []
        return threshold

    def __le__(self, value: float) -> bool:
        """Record the value and accept it."""
        self.readings.append(value)
        return True


@dataclass(frozen=True)
class Distribution:
    """Values of correct submissions at a check with a threshold.

    Attributes
    ----------
    name : str
        Of the threshold.
    who : str
        ``"model answer"`` or ``"reference implementation"``.
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
        deviations = NormalDist().inv_cdf(FALSE_ALARMS)
        quantile = self.readings.mean() + deviations * self.readings.std(ddof=1)
        least, fifth = self.readings.min(), np.quantile(self.readings, 0.05)
        bound = min(float(quantile), float(least - (fifth - least)))
        digits = 2 - int(np.floor(np.log10(abs(bound)))) if bound else 2
        return float(np.floor(bound * 10**digits) / 10**digits)


def calibrate(assignment: Assignment, seeds: int) -> Iterator[list[Distribution]]:
    """Grade both references with many seeds, yielding the measurements after each.

    The reference implementation takes part if a ``trainer.py`` next to it uses it as an answer.

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
    recordings = {
        who: {name: RecordingThreshold() for name in sorted(names)}
        for who in (MODEL_ANSWER, REFERENCE)
    }
    answer = read_code(assignment.source, assignment.module)
    with ExitStack() as stack:
        model = stack.enter_context(Judge(_with(assignment, recordings[MODEL_ANSWER]), hidden=True))
        reference = _ReferenceImplementation(_with(assignment, recordings[REFERENCE]), stack)
        for number in range(seeds):
            student = f"seed {number}"
            # the seed of a submission follows from the digest of its code
            code = msgspec.structs.replace(answer, digest=student)
            report = model.grade(Submission(student=student, path=None, code=code))
            if not report.passed:
                raise _not_passed(report)
            reference.grade(student)
            yield _distributions(recordings, report.data.source if report.data else _NO_DATA)


def _not_passed(report: Report) -> KitError:
    """Return the first check that the model answer fails, with the reason."""
    check = next(
        check for task in report.tasks for check in task.checks if check.status is not Status.PASSED
    )
    text = _("The model answer of {name} does not pass {check} ({student}); fix it first: {reason}")
    return KitError(
        text.format(
            name=report.assignment, check=check.name, student=report.student, reason=check.message
        )
    )


class _ReferenceImplementation:
    """Grades the reference implementation as if it were a submission."""

    def __init__(self, assignment: Assignment, stack: ExitStack) -> None:
        self._dry_run: DryRun | None = None
        path = assignment.reference / "trainer.py" if assignment.reference else None
        if path is not None and path.is_file():
            self._dry_run = stack.enter_context(DryRun(assignment, seconds=_PATIENCE))
            answers: dict[str, Any] = runpy.run_path(str(path))["ANSWERS"]
            ((task, answer),) = answers.items()
            self._names = self._dry_run.subject.names(task, answer)

    def grade(self, student: str) -> None:
        """Grade it with the seed of this student."""
        if self._dry_run is not None:
            self._dry_run.grade(self._names, student)


def _distributions(
    recordings: dict[str, dict[str, RecordingThreshold]], data: str
) -> list[Distribution]:
    return [
        Distribution(name, who, np.array(recording.readings), data)
        for who, by_name in recordings.items()
        for name, recording in by_name.items()
        if recording.readings
    ]


def _with(assignment: Assignment, recordings: dict[str, RecordingThreshold]) -> Assignment:
    """Replace the thresholds by recording ones and lift the time limits."""
    thresholds = {
        name: Threshold(value=recording, seeds=1, minimum=0, mean=0, std=0, data="")
        for name, recording in recordings.items()
    }
    patient = Limits(call_seconds=_PATIENCE, submission_seconds=_PATIENCE)
    tasks = [msgspec.structs.replace(task, seconds=None) for task in assignment.tasks]
    manifest = msgspec.structs.replace(
        assignment.manifest, thresholds=thresholds, limits=patient, tasks=tuple(tasks)
    )
    return replace(assignment, manifest=manifest)
