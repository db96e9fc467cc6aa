"""Progress line for checks that take long."""

import shutil
import sys
import threading
import time
from typing import TYPE_CHECKING, Any, Protocol, Self, TextIO

from autograder.i18n import _
from autograder.notebook.ipython import in_kernel

if TYPE_CHECKING:
    from autograder.judge.check import Check

_SECONDS = 1.0


class Line(Protocol):
    """A line of text that can be changed."""

    def show(self, text: str) -> None:
        """Replace the text."""


class Progress:
    """Context manager that shows the running check every second.

    Parameters
    ----------
    task : str
        The task that is checked.
    """

    def __init__(self, task: str) -> None:
        self._task = task
        self._what = ""
        self._start = time.monotonic()
        self._line = _line()
        self._over = threading.Event()
        self._ticker = threading.Thread(target=self._tick, daemon=True)

    def before(self, check: "Check") -> None:
        """Record which check runs next."""
        self._what = str(check.description)

    def __enter__(self) -> Self:
        if self._line is not None:
            self._ticker.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._over.set()
        if self._line is not None:
            self._ticker.join()

    def _tick(self) -> None:
        assert self._line is not None
        shown = False
        while not self._over.wait(_SECONDS):
            shown = True
            seconds = time.monotonic() - self._start
            text = _("Checking `{task}`: {seconds:.0f} s.").format(task=self._task, seconds=seconds)
            self._line.show(f"{text} {self._what}".rstrip())
        if shown:
            self._line.show("")


class _KernelLine:
    """An output of the cell, changed in place."""

    def __init__(self) -> None:
        self._handle: Any = None

    def show(self, text: str) -> None:
        """Replace the text."""
        if self._handle is None:
            display = sys.modules["IPython"].display.display
            self._handle = display({"text/plain": text}, raw=True, display_id=True)
        else:
            self._handle.update({"text/plain": text}, raw=True)


class _TerminalLine:
    """The last line of a terminal."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream  # sys.stdout is another while the student's code runs

    def show(self, text: str) -> None:
        """Replace the text."""
        from rich.cells import cell_len, set_cell_size

        room = min(cell_len(text), shutil.get_terminal_size().columns - 1)
        self._stream.write(f"\r\x1b[K{set_cell_size(text, room)}")
        self._stream.flush()


def _line() -> Line | None:
    if in_kernel():
        return _KernelLine()
    return _TerminalLine(sys.stdout) if sys.stdout.isatty() else None
