"""The function that a notebook imports, and what it says when there is no report."""

import os
import sys
from pathlib import Path
from textwrap import fill
from typing import TYPE_CHECKING, Any

from autograder import i18n
from autograder.errors import KitError
from autograder.i18n import _
from autograder.notebook.ipython import in_kernel, shell
from autograder.notebook.progress_line import Progress

if TYPE_CHECKING:
    from autograder.notebook.checker import NotebookChecker, Result
    from autograder.sandbox.inprocess import Globals


class _Sentence:
    """Exception that IPython shows as its text only."""

    def _render_traceback_(self) -> list[str]:
        return [str(self)]


class CheckError(_Sentence, Exception):
    """The check could not be run; its text says what to do."""


class CheckInterrupted(_Sentence, KeyboardInterrupt):
    """The student stopped the check."""


def stop(error: CheckError | CheckInterrupted) -> None:
    """Stop this cell and queued ones; in plain Python, print to stderr."""
    if shell() is not None:
        raise error from None
    print(error, file=sys.stderr)


# nbgrader's Validate cuts longer lines
_WIDTH_OF_VALIDATE = 83


class Check:
    """Checks what you have written: ``check("softmax")``.

    The notebook lies in the folder of its assignment. What it says is English or Korean: as
    :meth:`language` chose, else as the variable ``AUTOGRADER_LANG`` says, else as the machine.
    """

    def __init__(self) -> None:
        self._language: str | None = None
        self._checker: NotebookChecker | None = None

    def __call__(self, task: str = "") -> "Result | None":
        """Run the visible checks of one task on the functions and classes defined here.

        Parameters
        ----------
        task : str
            Its name.

        Returns
        -------
        Result or None
            The points that the visible checks give, as a number that a notebook shows as a report.
            None in plain Python, where there is no report; IPython raises instead.

        Raises
        ------
        CheckError
            The check cannot be run: one sentence says why.
        CheckInterrupted
            The kernel was interrupted.
        """
        names = sys._getframe(1).f_globals
        i18n.set_language(self._language or i18n.preferred_language())
        try:
            result = self._check(task, names)
        except KitError as error:
            stop(CheckError(_fitted(str(error))))
        except KeyboardInterrupt:
            stop(CheckInterrupted(_("Stopped: the check did not finish.")))
        else:
            if not in_kernel():
                _print(result)
            elif _validating() and result < result.task.max_points:
                # of a cell that is not worth all its points, Validate shows stderr alone
                _print(result, stderr=True, width=_WIDTH_OF_VALIDATE, force_jupyter=False)
            return result
        return None

    def language(self, name: str) -> None:
        """Choose the language of all reports to come: ``"en"`` or ``"ko"``."""
        if name not in i18n.LANGUAGES:
            known = ", ".join(f'"{each}"' for each in i18n.LANGUAGES)
            text = _("There is no language {name}; available: {known}.")
            stop(CheckError(text.format(name=repr(name), known=known)))
        else:
            self._language = name

    def _check(self, task: str, names: "Globals") -> "Result":
        with Progress(task) as progress:
            from autograder.notebook.checker import open_checker  # with the judge: half a second

            self._checker = open_checker(Path.cwd(), self._checker)
            return self._checker.check(task, names, progress.before)


def _validating() -> bool:
    """Return whether nbgrader's Validate is running the notebook."""
    return os.environ.get("NBGRADER_EXECUTION") == "validate"


def _fitted(text: str) -> str:
    """Wrap lines that Validate would truncate."""
    if not _validating():
        return text
    return "\n".join(fill(line, _WIDTH_OF_VALIDATE) for line in text.split("\n"))


def _print(result: "Result", **options: Any) -> None:
    """Print a report without HTML; the options are those of rich's console."""
    from rich.console import Console

    from autograder.report import terminal

    console = Console(highlight=False, **options)
    console.print(terminal.task(result.task, graded=False))
    console.print(result.note, style="bright_black", markup=False)


check = Check()
