"""Grade in forks of one process, without isolation: ``warm_judge.py ASSIGNMENT N OUT FILES``.

``N`` forks run at a time. A floor of benchmarks/peers.py with all of the kit's work but isolation:
the same checks, visible and hidden, the same inputs, oracle and reports. A fork of a judge that is
up loads the student's code beside itself and calls it as it is: no sandbox, no pipe, no copies.
"""

import sys
import warnings
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from forks import in_forks

from autograder.course.root import find_course
from autograder.data import Mapped
from autograder.intake import Submission
from autograder.judge import Judge
from autograder.report.folder import ReportFolder
from autograder.sandbox.levels import Level
from autograder.sandbox.proxies import Handle
from autograder.sandbox.session import ReferenceCodec

ROOT = Path(__file__).resolve().parent.parent


class Beside:
    """Answers the judge from the judge's own process."""

    alive = True
    starved = 0.0

    def __init__(self) -> None:
        self._module = ModuleType("student")
        self._objects: list[Any] = []

    def request(
        self, op: str, *, seconds: float, codec: ReferenceCodec, **fields: Any
    ) -> dict[str, Any]:
        """Make a request and return the fields of the reply."""
        return getattr(self, f"_{op}")(codec, **fields)

    def kill(self, reason: str) -> None:
        """Do nothing: there is no process."""

    def _load(self, codec: ReferenceCodec, *, cells: Any, **_others: Any) -> dict[str, Any]:
        for source, _line, label in cells:
            exec(compile(source, label, "exec"), self._module.__dict__)
        return {"names": [name for name in vars(self._module) if not name.startswith("__")]}

    def _call(
        self, codec: ReferenceCodec, *, args: Any, kwargs: Any, outcome: bool, **place: Any
    ) -> dict[str, Any]:
        function = self._find(**place)
        given = [self._given(each) for each in args]
        named = {name: self._given(each) for name, each in kwargs.items()}
        if not outcome:
            return {"value": self._shown(function(*given, **named), codec)}
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            value = self._shown(function(*given, **named), codec)
        texts = [f"{each.category.__name__}: {each.message}" for each in caught]
        return {"value": value, "arguments": given, "printed": "", "warnings": texts}

    def _get(self, codec: ReferenceCodec, **place: Any) -> dict[str, Any]:
        value = self._find(**place)
        return {"callable": True} if callable(value) else {"value": self._shown(value, codec)}

    def _set(
        self, codec: ReferenceCodec, *, value: Any, name: str, target: Handle, **_others: Any
    ) -> dict[str, Any]:
        setattr(self._given(target), name, self._given(value))
        return {}

    def _find(self, *, target: Handle | None, name: str | None, **_others: Any) -> Any:
        owner = self._module if target is None else self._given(target)
        return owner if name is None else getattr(owner, name)

    def _given(self, value: Any) -> Any:
        if isinstance(value, Handle):
            return self._objects[value._number]
        return np.load(value.path, mmap_mode="c") if isinstance(value, Mapped) else value

    def _shown(self, value: Any, codec: ReferenceCodec) -> Any:
        """Keep an object of the student's, and return what names it."""
        if type(value).__module__ != self._module.__name__ and not callable(value):
            return value
        self._objects.append(value)
        return codec.handle(len(self._objects) - 1, type(value).__name__)


def main(name: str, at_a_time: str, out: str, *files: str) -> None:
    """Open a judge, and grade each file in a fork of it."""
    assignment, folder = find_course(ROOT).assignment(name), ReportFolder(Path(out))

    def grade(file: str) -> None:
        path = Path(file)
        report = judge.grade(Submission(path.parent.name, path), stand_in=Beside())
        assert report.passed, report
        folder.write(report)

    warnings.simplefilter("ignore")  # as in a worker
    with Judge(assignment, hidden=True, level=Level.PROCESS) as judge:
        grade(files[0])  # what the first submission imports, no other does
        in_forks(grade, files, int(at_a_time))


if __name__ == "__main__":
    main(*sys.argv[1:])
