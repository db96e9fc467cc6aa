"""Name mistakes by finding the misconception that behaves like the student's code.

The misconceptions of a course are small implementations in its ``reference_impl``. When a check has
failed, each one of the task is put through the same check with the same random inputs, here in the
judge, and its replies are compared with those of the student's code. A student's own machine has no
course, and nothing to compare.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from typing import Any

import msgspec
import numpy as np

from autograder.course.root import Assignment
from autograder.data import Dataset
from autograder.judge.check import Check
from autograder.judge.recording import Transcript, Transcripts
from autograder.judge.replay import InProcessSubject, Replayer, ReplayMatched
from autograder.judge.runner import CheckRun
from autograder.misconceptions import Catalogue, Misconception, Style, catalogue_of
from autograder.report.model import CheckResult, Status, TaskResult
from autograder.sandbox.inprocess import InProcessWorker
from autograder.sandbox.session import Student

RunOn = Callable[[Student, Check], BaseException | None]


class Evidence:
    """The checks of one task on one submission.

    Parameters
    ----------
    task : str
        Name of the task.
    passed : sequence of Check
        The checks that the submission passed.
    transcripts : mapping of str to Transcript
        What the checks asked and got, by the node of the check.
    styles : sequence of Style
        The ways in which the task may be right.
    subject : InProcessSubject
        Puts code in place of the task.
    run_on : callable
        Runs a check on a stand-in, with the random inputs that the submission had.
    """

    def __init__(
        self,
        task: str,
        passed: Sequence[Check],
        transcripts: Mapping[str, Transcript],
        styles: Sequence[Style],
        subject: InProcessSubject,
        run_on: RunOn,
    ) -> None:
        self._task = task
        self._passed = passed
        self._transcripts = transcripts
        self._styles: list[Style] = [each for each in styles if each.task == task]
        self._subject = subject
        self._run_on = run_on
        self._free: dict[str, bool] = {}

    def gave(self, check: Check, *code: Any) -> bool:
        """Return whether other code gives the submission's values in a check.

        Parameters
        ----------
        check : Check
            One that ran.
        *code : function, or classes
            What replaces the task; the methods of later classes go first.
        """
        styles = self._ways if self._leaves_free(check) else [()]
        return any(self._follows(self._kernel(*style, *code), check) for style in styles)

    def explained(self, checks: Sequence[Check], *code: Any) -> bool:
        """Return whether other code fails and passes as the submission did.

        Parameters
        ----------
        checks : sequence of Check
            In which it must give the same; the first are those that most code gets wrong.
        *code : function, or classes
            What replaces the task.
        """
        return all(self.gave(check, *code) for check in checks) and any(
            all(self._follows(kernel, check) for check in checks)
            and all(self._passes(kernel, check) for check in self._passed)
            for kernel in (self._kernel(*style, *code) for style in self._ways)
        )

    @cached_property
    def _ways(self) -> Sequence[tuple[Any, ...]]:
        """Ways in which the rest of the task can be correct."""
        ways = [(), *((each.code,) for each in self._styles)]
        showing = [check for check in self._passed if self._leaves_free(check)]
        seen = [
            way for way in ways if all(self._follows(self._kernel(*way), each) for each in showing)
        ]
        return seen or ways

    def _leaves_free(self, check: Check) -> bool:
        """Return whether correct solutions can differ in a check, which costs time."""
        node = check.item.nodeid
        if self._styles and node not in self._free:
            transcripts = Transcripts()
            transcripts.begin(node)
            self._run_on(self._subject.student(self._kernel(), transcripts.add), check)
            transcript = transcripts.by_check[node]
            self._free[node] = not all(
                self._follows(self._kernel(each.code), check, transcript) for each in self._styles
            )
        return self._free.get(node, False)

    def _kernel(self, *code: Any) -> InProcessWorker:
        return self._subject.kernel(self._subject.names(self._task, *code))

    def _follows(
        self, kernel: InProcessWorker, check: Check, transcript: Transcript | None = None
    ) -> bool:
        transcript = self._transcripts.get(check.item.nodeid) if transcript is None else transcript
        if not transcript:
            return False
        follower = self._subject.student(Replayer(kernel, transcript))
        return isinstance(self._run_on(follower, check), ReplayMatched)

    def _passes(self, kernel: InProcessWorker, check: Check) -> bool:
        return self._run_on(self._subject.student(kernel), check) is None


# so many runs of checks, each about a millisecond, are spent on finding one mistake of two
_RUNS = 100

Named = Mapping[str, Collection[Misconception]]


class Diagnosis:
    """Names the mistakes of an assignment.

    Parameters
    ----------
    assignment : Assignment
        Where it has no course, nothing is ever named.
    dataset : Dataset or None
        Of the assignment.
    run_on : callable
        Runs a check on a stand-in, with the random inputs that the submission had.
    """

    def __init__(self, assignment: Assignment, dataset: Dataset | None, run_on: RunOn) -> None:
        self._assignment = assignment
        self._subject = InProcessSubject(assignment, dataset)
        self._run_on = run_on

    def on_the_model_answer(self, check: Check) -> BaseException | None:
        """Run a check on the model answer; return what it raised."""
        kernel = self._subject.kernel(self._subject.names())
        with _generator_kept():
            return self._run_on(self._subject.student(kernel), check)

    def explained(
        self, result: TaskResult, ran: Sequence[CheckRun], transcripts: Mapping[str, Transcript]
    ) -> TaskResult:
        """Prefix the messages of failed checks with the named mistake.

        Parameters
        ----------
        result : TaskResult
            How the checks of a task ended.
        ran : sequence of CheckRun
            These checks, in the same order.
        transcripts : mapping of str to Transcript
            What they asked and got, by the node of the check.
        """
        # to repeat a training on the data set for each misconception would cost too much
        ended = [
            (each, check.status)
            for each, check in zip(ran, result.checks, strict=True)
            if not each.check.uses_data
        ]
        failed = [each for each, status in ended if status is Status.FAILED]
        passed = [each.check for each, status in ended if status is Status.PASSED]
        known = [each for each in self._catalogue.known if result.name in each.tasks]
        if not failed or not known:
            return result
        failed.sort(key=lambda each: each.seconds)
        evidence = Evidence(
            result.name, passed, transcripts, self._catalogue.styles, self._subject, self._run_on
        )
        with _generator_kept():
            named = _named(evidence, [each.check for each in failed], known)
        return _with_sentences(result, [named.get(each.check.item.nodeid, ()) for each in ran])

    @cached_property
    def _catalogue(self) -> Catalogue:
        return catalogue_of(self._assignment)


def _named(evidence: Evidence, failed: Sequence[Check], known: Sequence[Misconception]) -> Named:
    """Return the misconception to name for each failed check, by its node."""
    # a check that got right answers failed for another reason, such as the time they took
    telling = [check for check in failed if not evidence.gave(check)]
    if not any(_is_random(check) for check in telling):
        return {}
    fitting = [each for each in known if evidence.explained(telling, each.code)]
    if fitting:
        # where two explain it all, neither is sure
        return {check.item.nodeid: fitting for check in failed} if len(fitting) == 1 else {}
    return _two_named(evidence, telling, known)


def _two_named(
    evidence: Evidence, telling: Sequence[Check], known: Sequence[Misconception]
) -> Named:
    """Name two mistakes in one class if together they explain all failures."""
    classes = [each for each in known if isinstance(each.code, type)]
    # a mistake in one method shows alone in the check of that method, which is among the fastest
    fast = [check for check in telling if _is_random(check)][: _RUNS // max(len(classes), 1)]
    alone = [each for each in classes if any(evidence.gave(check, each.code) for check in fast)]
    pairs = [
        (one, other) for one in alone for other in _completing(evidence, telling, one, classes)
    ]
    sure = [each for each in alone if pairs and all(each in pair for pair in pairs)]
    return {
        check.item.nodeid: [each for each in sure if evidence.gave(check, each.code)]
        for check in telling
    }


def _completing(
    evidence: Evidence,
    telling: Sequence[Check],
    one: Misconception,
    classes: Sequence[Misconception],
) -> Iterator[Misconception]:
    """Yield each second misconception that explains the remaining checks."""
    rest = [check for check in telling if not evidence.gave(check, one.code)]
    checks = [*rest, *(check for check in telling if check not in rest)]
    for other in classes:
        if other is not one and evidence.explained(checks, one.code, other.code):
            yield other


def _is_random(check: Check) -> bool:
    return "rng" in check.item.fixturenames


def _with_sentences(result: TaskResult, named: Sequence[Collection[Misconception]]) -> TaskResult:
    """Add the description to each check, and the hint to the first one."""
    checks: list[CheckResult] = []
    hinted: set[int] = set()
    for check, mistakes in zip(result.checks, named, strict=True):
        checks.append(_with_text(check, mistakes, hinted))
        hinted.update(map(id, mistakes))
    return msgspec.structs.replace(result, checks=tuple(checks))


def _with_text(
    check: CheckResult, mistakes: Collection[Misconception], hinted: Collection[int]
) -> CheckResult:
    lines = [
        str(sentence)
        for each in mistakes
        for sentence in ([each.text] if id(each) in hinted else [each.text, each.hint])
    ]
    return msgspec.structs.replace(check, message="\n".join([*lines, check.message]))


@contextmanager
def _generator_kept() -> Iterator[None]:
    """Restore NumPy's global generator, which a misconception may seed."""
    state = np.random.get_state()
    try:
        yield
    finally:
        np.random.set_state(state)
