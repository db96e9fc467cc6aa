"""Whether each misconception costs points of its task, and whether the report names it.

Each is planted in the model answer and graded with one or more sets of random inputs. It counts as
caught or named only if it was so with all of them: a check must not rest on the luck of the draw.
One that a misconception passes with some of the inputs and fails with others is a fault, too.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from autograder.authoring.summary import Summary
from autograder.course.root import Assignment
from autograder.i18n import _
from autograder.judge.dry_run import DryRun
from autograder.misconceptions import Misconception, catalogue_of
from autograder.report.model import Report, Status

_OWN_ERRORS = ("AttributeError", "NameError")


@dataclass(frozen=True)
class Planted:
    """A misconception in one of its tasks.

    Attributes
    ----------
    misconception : Misconception
        What is planted.
    task : str
        Where.
    """

    misconception: Misconception
    task: str


@dataclass(frozen=True)
class Trial:
    """The result of grading a planted misconception with one set of random inputs.

    Attributes
    ----------
    lost : float
        Share of the points that it costs, from 0 to 1, of those that need no data set.
    named : bool
        Whether a message begins with its text.
    misnamed : tuple of str
        Ids of other misconceptions that a message begins with.
    broken : bool
        Whether it fails for a reason of its own: a name that does not exist.
    passed : frozenset of str
        Names of the checks of its task that it passes.
    """

    lost: float
    named: bool
    misnamed: tuple[str, ...]
    broken: bool
    passed: frozenset[str]

    @property
    def caught(self) -> bool:
        """Whether it costs points."""
        return self.lost > 1e-9


def planted(assignment: Assignment) -> list[Planted]:
    """List the misconceptions of an assignment, once for each of their tasks.

    Parameters
    ----------
    assignment : Assignment
        Of a course that a judge has made importable.
    """
    tasks = {task.name for task in assignment.tasks}
    known = catalogue_of(assignment).known
    return [Planted(each, task) for each in known for task in each.tasks if task in tasks]


def trials(dry_run: DryRun, assignment: Assignment, one: Planted, seeds: int) -> list[Trial]:
    """Grade one planted misconception with each of the seeds in turn."""
    known = catalogue_of(assignment).known
    names = dry_run.subject.names(one.task, one.misconception.code)
    return [
        _trial(one, dry_run.grade(names, f"{one.misconception.id} {seed}"), known)
        for seed in range(seeds)
    ]


def findings(one: Planted, done: Sequence[Trial]) -> Iterator[str]:
    """Return one sentence for each fault of a misconception that was graded."""
    faults = (
        (_("loses no points"), [each for each in done if not each.caught]),
        (_("is not named in the report"), [each for each in done if not each.named]),
        (_("is reported as {others}"), [each for each in done if each.misnamed]),
        (_("uses a name that does not exist"), [each for each in done if each.broken]),
    )
    for fault, trials in faults:
        if trials:
            others = ", ".join(sorted({name for each in trials for name in each.misnamed}))
            yield _("`{task}`: {name} {fault} ({n} of {seeds} sets of random inputs).").format(
                task=one.task,
                name=one.misconception.id,
                fault=fault.format(others=others),
                n=len(trials),
                seeds=len(done),
            )
    for check, number in sorted(Counter(c for each in done for c in each.passed).items()):
        if number < len(done):
            text = _(
                "`{task}`: {name} passes the check `{check}` with {n} of {seeds} sets of random "
                "inputs: make its inputs tell right from wrong."
            )
            yield text.format(
                task=one.task,
                name=one.misconception.id,
                check=check,
                n=number,
                seeds=len(done),
            )


def ambiguous(known: Sequence[Misconception]) -> Iterator[str]:
    """Return one sentence for each text that two misconceptions of a task have."""
    texts = Counter((task, text) for each in known for task in each.tasks for text in _texts(each))
    for (task, text), number in texts.items():
        if number > 1:
            sentence = _("`{task}`: {n} misconceptions have the same text: {text}")
            yield sentence.format(task=task, n=number, text=text)


def check_misconceptions(assignment: Assignment, seeds: int = 1) -> Summary:
    """Plant and grade every misconception of an assignment.

    Parameters
    ----------
    assignment : Assignment
        Of a course.
    seeds : int
        Number of sets of random inputs.
    """
    with DryRun(assignment, quick=True) as dry_run:
        done = [(one, trials(dry_run, assignment, one, seeds)) for one in planted(assignment)]
        same = tuple(ambiguous(catalogue_of(assignment).known))
    figures = {
        "planted": len(done),
        "caught": sum(all(each.caught for each in group) for _one, group in done),
        "named": sum(all(each.named for each in group) for _one, group in done),
        "misnamed": sum(any(each.misnamed for each in group) for _one, group in done),
    }
    faults = tuple(sentence for one, group in done for sentence in findings(one, group))
    return Summary(figures, faults + same)


def _trial(one: Planted, report: Report, known: Sequence[Misconception]) -> Trial:
    result = next(each for each in report.tasks if each.name == one.task)
    messages = [check.message for each in report.tasks for check in each.checks]
    heads = {message.partition("\n")[0] for message in messages}
    text = one.misconception.text
    others = [each for each in known if each.text != text]
    return Trial(
        lost=1 - result.points / sum(check.max_points for check in result.checks),
        named=str(text) in heads,
        misnamed=tuple(each.id for each in others if str(each.text) in heads),
        broken=any(error in message for message in messages for error in _OWN_ERRORS),
        passed=frozenset(c.name for c in result.checks if c.status is Status.PASSED),
    )


def _texts(one: Misconception) -> set[str]:
    return {one.text.en, one.text.ko}
