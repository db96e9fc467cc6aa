"""Grading one submission: load its code in a worker, run every check, write down what happened."""

import time
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from autograder import __version__, expect, i18n
from autograder.course.manifest import Task
from autograder.course.root import Assignment
from autograder.data import Dataset
from autograder.errors import KitError
from autograder.intake import Code, Submission, Unreadable, read_code
from autograder.judge.checks import Check
from autograder.judge.seeds import submission_seed
from autograder.judge.verdict import PASSED, Verdict, verdict
from autograder.report.model import CheckResult, DataUsed, Report, Status, TaskResult, task_result
from autograder.sandbox.faults import StudentFault
from autograder.sandbox.levels import Level
from autograder.sandbox.process import Worker
from autograder.sandbox.student import Student

RunCheck = Callable[[Check], BaseException | None]

# Once a call of a task has used up its limit, the task's other checks get this long: a loop that
# never ends would otherwise cost the class a full limit a check.
_IMPATIENT_SECONDS = 1.0


@dataclass(frozen=True)
class Bench:
    """What stays the same from one submission to the next."""

    assignment: Assignment
    checks: Sequence[Check]
    level: Level
    dataset: Dataset | None
    secret: bytes
    hidden: bool

    def start_worker(self) -> Worker:
        """Start a worker; it comes up while the judge goes on with something else."""
        files = self.dataset.files if self.dataset else {}
        return Worker.start(self.level, files, self.assignment.manifest.limits)


class Grading:
    """One submission on the bench.

    Parameters
    ----------
    bench : Bench
        Assignment, checks, data.
    submission : Submission
        Who handed in which file.
    worker : Worker
        A fresh one, for this submission alone.
    """

    def __init__(self, bench: Bench, submission: Submission, worker: Worker) -> None:
        self.bench = bench
        self.submission = submission
        self.code, self.problems = _read(bench, submission)
        digest = self.code.digest if self.code else ""
        name = bench.assignment.name
        self.seed = submission_seed(bench.secret, name, submission.student, digest)
        limits = bench.assignment.manifest.limits
        self.student = Student(
            self.code.cells if self.code else (),
            level=bench.level,
            files=bench.dataset.files if bench.dataset else {},
            limits=limits,
            module=bench.assignment.module,
            worker=worker,
        )
        self.student.deadline = time.monotonic() + limits.submission_seconds

    def __enter__(self) -> "Grading":
        return self

    def __exit__(self, *error: object) -> None:
        self.student.close()

    def report(self, run: RunCheck) -> Report:
        """Run the checks and sum up."""
        start = time.perf_counter()
        tasks = tuple(self._tasks(run))
        manifest = self.bench.assignment.manifest
        return Report(
            kit_version=__version__,
            student=self.submission.student,
            assignment=self.bench.assignment.name,
            title=str(manifest.title),
            language=i18n.language(),
            hidden_checks=self.bench.hidden,
            score=round(sum(task.points for task in tasks), 6),
            max_score=round(sum(task.max_points for task in tasks), 6),
            isolation=str(self.bench.level),
            data=_data_used(self.bench.dataset),
            seed=self.seed,
            seconds=round(time.perf_counter() - start, 6),
            problems=tuple(self.problems),
            tasks=tasks,
        )

    def _tasks(self, run: RunCheck) -> Iterator[TaskResult]:
        unusable = self._load()
        done: dict[str, Status] = {}
        for task, group in groupby(self.bench.checks, key=lambda check: check.task):
            checks = list(group)
            if unusable:
                results = tuple(_result(check, unusable, seconds=0.0) for check in checks)
            else:
                results = tuple(self._run_all(task, checks, run, done))
            result = task_result(task.name, results, task.points)
            done[task.name] = result.status
            yield result

    def _run_all(
        self, task: Task, checks: Sequence[Check], run: RunCheck, done: Mapping[str, Status]
    ) -> Iterator[CheckResult]:
        """Run the checks of a task; ``done`` holds the status of each task before it."""
        not_passed = [name for name, status in done.items() if status is not Status.PASSED]
        limit = task.seconds or self.bench.assignment.manifest.limits.call_seconds
        hangs = any(done.get(name) is Status.TIMED_OUT for name in task.needs)
        for check in checks:
            self.student.seconds = min(limit, _IMPATIENT_SECONDS) if hangs else limit
            result = self._run(check, run, not_passed)
            hangs = hangs or result.status is Status.TIMED_OUT
            yield result

    def _load(self) -> Verdict | None:
        """Load the student's code; the verdict on every check when that cannot be done."""
        if self.code is None:
            return Verdict(Status.FAILED, self.problems[0])
        try:
            loaded = self.student.load()
        except StudentFault as fault:
            self.problems.append(str(fault))
            return verdict(fault, self.bench.assignment.tasks[0], ())
        self.problems += loaded.problems
        return None

    def _run(self, check: Check, run: RunCheck, not_passed: Collection[str]) -> CheckResult:
        start = time.perf_counter()
        visibility = expect.hidden.set(not check.visible)
        try:
            error = run(check)
            if isinstance(error, KitError):
                raise error
            outcome = verdict(error, check.task, not_passed)
        finally:
            expect.hidden.reset(visibility)
        return _result(check, outcome, time.perf_counter() - start)


def _read(bench: Bench, submission: Submission) -> tuple[Code | None, list[str]]:
    problems = [submission.problem] if submission.problem else []
    if submission.path is None:
        return None, problems or [i18n._("Nothing was handed in.")]
    try:
        code = read_code(submission.path, bench.assignment.module)
    except Unreadable as error:
        return None, [*problems, str(error)]
    return code, [*problems, *code.problems]


def _result(check: Check, outcome: Verdict, seconds: float) -> CheckResult:
    return CheckResult(
        name=check.name,
        description=str(check.description),
        status=outcome.status,
        visible=check.visible,
        message=outcome.message,
        points=check.points if outcome == PASSED else 0.0,
        max_points=round(check.points, 6),
        seconds=round(seconds, 6),
    )


def _data_used(dataset: Dataset | None) -> DataUsed | None:
    if dataset is None:
        return None
    return DataUsed(name=dataset.name, source=dataset.source, stand_in=dataset.stand_in)
