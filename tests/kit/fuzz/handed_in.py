"""Targets: what a student hands in."""

import tempfile
from contextlib import suppress
from functools import cache
from pathlib import Path

from fuzz.told import outcome, unclear, unless

from autograder.intake import Code, read_code, submissions


def script(data: bytes) -> list[str]:
    """Read a script."""
    return _read("net.py", data)


def notebook(data: bytes) -> list[str]:
    """Read a notebook."""
    return _read("net.ipynb", data)


def archive(data: bytes) -> list[str]:
    """Read a .zip file."""
    return _read("net.zip", data)


def folder(data: bytes) -> list[str]:
    """Read a class: each line is a path in it, that of a folder where a slash is at its end."""
    with tempfile.TemporaryDirectory(dir=_place()) as temporary:
        top = Path(temporary).resolve()
        for line in data.split(b"\n")[:8]:
            with suppress(OSError, ValueError):
                _make(top, line.decode(errors="surrogateescape"))
        shown = [path for path in top.iterdir() if path.is_dir() and path.name[0] not in "._"]
        found = outcome(lambda: submissions(top, "01_net", "net"))
        if isinstance(found, str):
            return unclear([found]) + unless(not shown, f"nobody, but {shown}")
        students = {each.student for each in found}
        single = [each.path.parent for each in found if each.path] == [top]
        return [
            *unless(len(students) == len(found), f"shared names: {students}"),
            *unless(single or len(found) >= len(shown), f"{shown} as {students}"),
            *unclear([each.student for each in found]),
            *unclear([each.problem for each in found if each.problem]),
            *(wrong for each in found if each.path for wrong in _wrong_with(each.path)),
        ]


def _make(top: Path, name: str) -> None:
    """Make a file or folder, in this folder whatever the name."""
    path = (top / name.lstrip("/")).resolve()
    if not path.is_relative_to(top):
        return
    parent = path if name.endswith("/") else path.parent
    parent.mkdir(parents=True, exist_ok=True)
    if path != parent:
        path.write_bytes(b"x = 1\n")


def _read(name: str, data: bytes) -> list[str]:
    path = _place() / name
    path.write_bytes(data)
    return _wrong_with(path)


def _wrong_with(path: Path) -> list[str]:
    code = outcome(lambda: read_code(path, "net"))
    if not isinstance(code, Code):
        return unclear([code]) + unless("\n" not in code, f"lines: {code!r}")
    return [
        *unclear(list(code.problems)),
        *unless(all(each.count("\n") < 2 for each in code.problems), f"lines: {code.problems}"),
        *unless(all(each.first_line >= 1 for each in code.cells), "a line before the first"),
        *unless(bool(code.cells or code.problems), "neither code nor a problem"),
    ]


@cache
def _place() -> Path:
    return Path(_kept().name)


@cache
def _kept() -> "tempfile.TemporaryDirectory[str]":
    return tempfile.TemporaryDirectory(prefix="fuzz-")
