"""Grade one submission: load its code in a worker, run the checks, report."""

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

import msgspec

from autograder import __version__, i18n
from autograder.course.manifest import Task
from autograder.course.root import Assignment
from autograder.data import Dataset
from autograder.intake import Code, Submission, Unreadable, read_code
from autograder.judge.check import Check
from autograder.judge.diagnosis import Diagnosis
from autograder.judge.plugin import Plugin, submission_seed
from autograder.judge.recording import Transcripts
from autograder.judge.reference import Reference, Substitution, Through
from autograder.judge.remarks import looks_like_another
from autograder.judge.runner import (
    CheckRun,
    RunCheck,
    is_stuck,
    judged,
    result,
    run_checks,
    with_broken,
)
from autograder.judge.verdict import Verdict, verdict
from autograder.report.model import DataUsed, Report, Status, TaskResult, task_result
from autograder.sandbox.faults import StudentFault
from autograder.sandbox.levels import Level
from autograder.sandbox.session import Endpoint, Student, directly
from autograder.sandbox.worker_process import Worker

_MOST_PROBLEMS = 20


@dataclass(frozen=True)
class GradingContext:
    """Per-assignment context shared by all submissions."""

    assignment: Assignment
    checks: Sequence[Check]
    level: Level
    dataset: Dataset | None
    secret: bytes
    hidden: bool

    def start_worker(self) -> Worker:
        """Start a worker in the background."""
        files = self.dataset.files if self.dataset else {}
        return Worker.start(self.level, files, self.assignment.manifest.limits)


class Grading:
    """Grading of one submission.

    Parameters
    ----------
    context : GradingContext
        Assignment, checks, data.
    submission : Submission
        The student and the file.
    worker : Worker or other Endpoint
        A fresh one, for this submission alone.
    diagnosis : Diagnosis
        Names mistakes.
    reference : Reference or None
        Answers for tasks that are not right while others are checked.
    """

    def __init__(
        self,
        context: GradingContext,
        submission: Submission,
        worker: Endpoint,
        diagnosis: Diagnosis,
        reference: Reference | None,
    ) -> None:
        self.context = context
        self.diagnosis = diagnosis
        self.transcripts = Transcripts()
        self.substitution = Substitution(reference, self._fresh) if reference else None
        self.submission = submission
        self.code, self.problems = _read(context, submission)
        digest = self.code.digest if self.code else ""
        name = context.assignment.name
        self.seed = submission_seed(context.secret, name, digest)
        # unlike the seed of the inputs: knowing one reveals nothing about the other
        self.worker_seed = submission_seed(context.secret, name, f"{digest} worker") % 2**32
        self.student = self._student(worker)
        limits = context.assignment.manifest.limits
        self.student.deadline = time.monotonic() + limits.submission_seconds
        # apart from that: help for one task must not cost a later one its points
        self.seconds_to_help = limits.submission_seconds

    def __enter__(self) -> "Grading":
        return self

    def __exit__(self, *error: object) -> None:
        self.student.close()
        if self.substitution is not None:
            self.substitution.close()

    def report(self, plugin: Plugin, known: Mapping[str, TaskResult]) -> Report:
        """Run the checks of all tasks without a known result, and sum up."""
        start = time.perf_counter()
        tasks = tuple(self._tasks(plugin, known))
        manifest = self.context.assignment.manifest
        return Report(
            kit_version=__version__,
            student=self.submission.student,
            assignment=self.context.assignment.name,
            title=str(manifest.title),
            language=i18n.language(),
            hidden_checks=self.context.hidden,
            score=round(sum(task.points for task in tasks), 6),
            max_score=round(sum(task.max_points for task in tasks), 6),
            isolation=str(self.context.level),
            data=_data_used(self.context.dataset),
            seed=self.seed,
            seconds=round(time.perf_counter() - start, 6),
            problems=_beginning(self.problems),
            tasks=tasks,
        )

    def _tasks(self, plugin: Plugin, known: Mapping[str, TaskResult]) -> Iterator[TaskResult]:
        unusable = self._load()
        done: dict[str, Status] = {}
        for task, group in groupby(self.context.checks, key=lambda check: check.task):
            checks = list(group)
            if unusable:
                results = tuple(result(check, unusable, seconds=0.0) for check in checks)
                summed = task_result(task.name, results, task.points)
            elif task.name in known:
                summed = known[task.name]
            else:
                summed = self._checked(task, checks, plugin, done)
            done[task.name] = summed.status
            yield summed

    def _checked(
        self, task: Task, checks: Sequence[Check], plugin: Plugin, done: Mapping[str, Status]
    ) -> TaskResult:
        needs = self.context.assignment.all_needs(task)
        wrong = [name for name in needs if done.get(name, Status.PASSED) is not Status.PASSED]
        answered = self.substitution.known(wrong) if self.substitution else []
        hangs = any(done.get(name) is Status.TIMED_OUT for name in task.needs)
        if not answered:
            ran = self._run(task, checks, self.student, plugin.run, hangs=hangs)
            return self._explained(judged(ran, wrong), ran)
        helped = self._run_helped(task, checks, plugin, answered)
        # what still fails may be right as a whole: functions that agree with each other
        stuck = [each.check for each in helped if is_stuck(each)]
        alone = self._run(task, stuck, self.student, plugin.run, hangs=hangs)
        right = {each.check.item: each for each in alone if each.error is None}
        ran = [right.get(each.check.item, each) for each in helped]
        names = ", ".join(f"`{name}`" for name in answered)
        text = i18n._("Not right yet in your code, so the model answer replaced: {names}.")
        left = [name for name in wrong if name not in answered]
        return self._explained(judged(ran, left, text.format(names=names)), ran)

    def _run_helped(
        self, task: Task, checks: Sequence[Check], plugin: Plugin, answered: list[str]
    ) -> list[CheckRun]:
        """Run checks with the reference replacing wrong functions."""
        assert self.substitution is not None
        assert self.student.deadline is not None
        start = time.monotonic()
        student = self.substitution.student(answered, start + self.seconds_to_help)
        ran = self._run(task, checks, student, lambda check: plugin.run_on(student, check))
        took = time.monotonic() - start
        self.seconds_to_help -= took
        self.student.deadline += took
        return ran

    def _run(
        self,
        task: Task,
        checks: Sequence[Check],
        student: Student,
        run: RunCheck,
        *,
        hangs: bool = False,
    ) -> list[CheckRun]:
        limit = task.seconds or self.context.assignment.manifest.limits.call_seconds

        def recorded(check: Check) -> BaseException | None:
            self.transcripts.begin(check.item.nodeid)
            return run(check)

        ran = run_checks(checks, student, recorded, limit=limit, hangs=hangs)
        return with_broken(ran, self.context.assignment, self._raised_by_the_model_answer)

    def _raised_by_the_model_answer(self, check: Check) -> BaseException | None:
        if self.substitution is None:  # there is no model answer
            return None
        start = time.monotonic()
        error = self.diagnosis.on_the_model_answer(check)
        assert self.student.deadline is not None
        self.student.deadline += time.monotonic() - start
        return error

    def _fresh(self, through: Through) -> Student:
        return self._student(through(self.context.start_worker()), through)

    def _student(self, worker: Endpoint, through: Through = directly) -> Student:
        return Student(
            self.code.cells if self.code else (),
            level=self.context.level,
            files=self.context.dataset.files if self.context.dataset else {},
            limits=self.context.assignment.manifest.limits,
            module=self.context.assignment.module,
            worker=worker,
            through=through,
            record=self.transcripts.add,
            seed=self.worker_seed,
            beside=self.code.beside if self.code else (),
            lost=self.code.lost if self.code else {},
            tasks=self.context.assignment.task_names,
        )

    def _explained(self, result: TaskResult, ran: Sequence[CheckRun]) -> TaskResult:
        start = time.monotonic()
        explained = self.diagnosis.explained(result, ran, self.transcripts.by_check)
        self.transcripts.erase()
        assert self.student.deadline is not None
        self.student.deadline += time.monotonic() - start  # it is not the student who took that
        return explained

    def _load(self) -> Verdict | None:
        """Load the student's code; return the verdict on every check if that fails."""
        if self.code is None:
            return Verdict(Status.FAILED, self.problems[0])
        try:
            loaded = self.student.load()
        except StudentFault as fault:
            self.problems.append(str(fault))
            return verdict(fault, self.context.assignment.tasks[0], ())
        assert self.code is not None
        self.code = msgspec.structs.replace(self.code, cells=loaded.cells)
        mistaken = looks_like_another(self.context.assignment, loaded.names)
        self.problems += [mistaken] if mistaken else []
        self.problems += loaded.problems
        return None


def _read(context: GradingContext, submission: Submission) -> tuple[Code | None, list[str]]:
    problems = [submission.problem] if submission.problem else []
    if submission.code is not None:
        return submission.code, [*problems, *submission.code.problems]
    if submission.path is None:
        return None, problems or [i18n._("Nothing was submitted.")]
    try:
        assignment = context.assignment
        code = read_code(
            submission.path, assignment.module, assignment.task_names, alone=submission.alone
        )
    except Unreadable as error:
        return None, [*problems, str(error)]
    return code, [*problems, *code.problems]


def _beginning(problems: Sequence[str]) -> tuple[str, ...]:
    """Truncate a long list of problems."""
    more = len(problems) - _MOST_PROBLEMS
    return (*problems[:_MOST_PROBLEMS], *([f"… +{more}"] if more > 0 else []))


def _data_used(dataset: Dataset | None) -> DataUsed | None:
    if dataset is None:
        return None
    return DataUsed(name=dataset.name, source=dataset.source, stand_in=dataset.stand_in)
