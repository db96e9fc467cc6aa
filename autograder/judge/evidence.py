"""What the checks have shown about a submission, and which code would have shown the same."""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Any

from autograder.judge.checks import Check
from autograder.judge.stand_in import Casting, Follower, Follows
from autograder.judge.tape import Recorder, Tape, Tapes
from autograder.misconceptions import Style
from autograder.sandbox.inprocess import InProcessWorker
from autograder.sandbox.student import Student

RunOn = Callable[[Student, Check], BaseException | None]


class Evidence:
    """The checks of one task on one submission.

    Parameters
    ----------
    task : str
        Name of the task.
    passed : sequence of Check
        The checks that the submission passed.
    tapes : mapping of str to Tape
        What the checks asked and got, by the node of the check.
    styles : sequence of Style
        The ways in which the task may be right.
    casting : Casting
        Puts code in the place of the task.
    run_on : callable
        Runs a check on a stand-in, with the random inputs that the submission had.
    """

    def __init__(
        self,
        task: str,
        passed: Sequence[Check],
        tapes: Mapping[str, Tape],
        styles: Sequence[Style],
        casting: Casting,
        run_on: RunOn,
    ) -> None:
        self._task = task
        self._passed = passed
        self._tapes = tapes
        self._styles: list[Style] = [each for each in styles if each.task == task]
        self._casting = casting
        self._run_on = run_on
        self._free: dict[str, bool] = {}

    def gave(self, check: Check, *code: Any) -> bool:
        """Tell whether code in the place of the task gives in a check what the submission gave.

        Parameters
        ----------
        check : Check
            One that ran.
        *code : function, or classes
            What is put in the place of the task; the methods of later classes go first.
        """
        styles = self._ways if self._leaves_free(check) else [()]
        return any(self._follows(self._kernel(*style, *code), check) for style in styles)

    def explained(self, checks: Sequence[Check], *code: Any) -> bool:
        """Tell whether code gives what the submission gave, and passes what it passed.

        Parameters
        ----------
        checks : sequence of Check
            In which it must give the same; the first are those that most code gets wrong.
        *code : function, or classes
            What is put in the place of the task.
        """
        return all(self.gave(check, *code) for check in checks) and any(
            all(self._follows(kernel, check) for check in checks)
            and all(self._passes(kernel, check) for check in self._passed)
            for kernel in (self._kernel(*style, *code) for style in self._ways)
        )

    @cached_property
    def _ways(self) -> Sequence[tuple[Any, ...]]:
        """The ways in which the rest of the task may be right: the submission's, where it shows."""
        ways = [(), *((each.code,) for each in self._styles)]
        showing = [check for check in self._passed if self._leaves_free(check)]
        seen = [
            way for way in ways if all(self._follows(self._kernel(*way), each) for each in showing)
        ]
        return seen or ways

    def _leaves_free(self, check: Check) -> bool:
        """Tell whether right answers give different things in a check: each costs time."""
        node = check.item.nodeid
        if self._styles and node not in self._free:
            tapes = Tapes()
            tapes.begin(node)
            self._run_on(self._casting.student(Recorder(self._kernel(), tapes)), check)
            tape = tapes.by_check[node]
            self._free[node] = not all(
                self._follows(self._kernel(each.code), check, tape) for each in self._styles
            )
        return self._free.get(node, False)

    def _kernel(self, *code: Any) -> InProcessWorker:
        return self._casting.kernel(self._casting.names(self._task, *code))

    def _follows(self, kernel: InProcessWorker, check: Check, tape: Tape | None = None) -> bool:
        tape = self._tapes.get(check.item.nodeid) if tape is None else tape
        if not tape:
            return False
        follower = self._casting.student(Follower(kernel, tape))
        return isinstance(self._run_on(follower, check), Follows)

    def _passes(self, kernel: InProcessWorker, check: Check) -> bool:
        return self._run_on(self._casting.student(kernel), check) is None
