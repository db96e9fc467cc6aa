"""Thresholds that are measured: what a correct submission reaches, over many seeds."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import msgspec
import numpy as np
import numpy.typing as npt

from autograder.course.manifest import Threshold
from autograder.course.root import Assignment
from autograder.course.thresholds import thresholds_on
from autograder.errors import KitError
from autograder.gauge import Gauge
from autograder.i18n import _
from autograder.intake import Submission
from autograder.judge.session import Judge
from autograder.report.model import Report

FALSE_ALARMS = 1e-4


@dataclass(frozen=True)
class Distribution:
    """What a correct submission reached where a check holds a threshold.

    Attributes
    ----------
    name : str
        Of the threshold.
    readings : ndarray
        One value a seed.
    data : str
        What it was measured on.
    """

    name: str
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
    """Grade the model answer with many seeds, and yield what was measured after each.

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
    new = thresholds_on(assignment.manifest, spec.name) if spec else set()
    gauges = {name: Gauge() for name in [*thresholds, *sorted(new - thresholds.keys())]}
    for report in _reports(assignment, gauges, seeds):
        if not report.passed:
            text = _("The model answer of {name} does not pass its checks; mend that first.")
            raise KitError(text.format(name=assignment.name))
        source = report.data.source if report.data else ""
        yield [
            Distribution(name, np.array(gauge.readings), source)
            for name, gauge in gauges.items()
            if gauge.readings
        ]


def _reports(assignment: Assignment, gauges: dict[str, Gauge], seeds: int) -> Iterator[Report]:
    measured = _with(assignment, gauges)
    # the seed of a submission follows its student's name
    runs = (Submission(student=f"seed {n}", path=assignment.source) for n in range(seeds))
    with Judge(measured, hidden=True) as judge:
        yield from judge.grade_all(runs)


def _with(assignment: Assignment, gauges: dict[str, Gauge]) -> Assignment:
    """Put the gauges in the place of the manifest's thresholds."""
    thresholds = {
        name: Threshold(value=gauge, seeds=1, minimum=0, mean=0, std=0, data="")
        for name, gauge in gauges.items()
    }
    manifest = msgspec.structs.replace(assignment.manifest, thresholds=thresholds)
    return replace(assignment, manifest=manifest)
