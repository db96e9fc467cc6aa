"""The student's own modules next to the graded file, as far as its code imports them."""

import ast
import sys
import sysconfig
from collections.abc import Callable, Iterable, Iterator
from importlib.machinery import PathFinder
from pathlib import PurePosixPath

from autograder.i18n import _
from autograder.intake.code import Beside, Cell, Unreadable
from autograder.intake.recognise import recognised
from autograder.intake.salvage import parsed
from autograder.intake.untrusted import printable

Read = Callable[[str], bytes | None]

_MOST_MODULES = 20
_MOST_NOTES = 20
_MOST_CODE = 250_000
_OF_THE_KIT = frozenset(("autograder", "worker"))


def nothing_beside(name: str) -> bytes | None:
    """Read nothing: the file is alone."""
    return None


def imported(
    cells: Iterable[Cell], read: Read, module: str
) -> tuple[tuple[Beside, ...], tuple[str, ...]]:
    """Return the modules next to a file that its code imports, and remarks on them.

    Parameters
    ----------
    cells : iterable of Cell
        The code.
    read : callable
        Reads a file by its path in the folder; None where there is none.
    module : str
        Name of the code's own module.
    """
    modules = _Modules(read)
    waiting = [name for cell in cells for name in _imports(cell.source)]
    seen = {module}
    while waiting and not modules.is_enough:
        name = waiting.pop(0)
        if name not in seen:
            seen.add(name)
            waiting += modules.look_for(name)
    return tuple(modules.found), tuple(modules.notes)


class _Modules:
    """What was found next to a file, and remarks on it."""

    def __init__(self, read: Read) -> None:
        self._read = read
        self._letters = 0
        self.found: list[Beside] = []
        self.notes: list[str] = []

    @property
    def is_enough(self) -> bool:
        return len(self.notes) >= _MOST_NOTES

    def look_for(self, name: str) -> Iterable[str]:
        """Take a module if it is there, and return the names of those that it imports."""
        file = next((f for f in files_of(name) if read_quietly(self._read, f) is not None), None)
        if file is None:
            return ()
        if _is_library(name):
            text = _("{file} is ignored: `import {name}` imports the library.")
            self.notes.append(text.format(file=printable(file), name=name.partition(".")[0]))
            return ()
        try:
            source = self._source(file)
        except Unreadable as error:
            self.notes.append(str(error))
            return ()
        self.found.append(Beside(name, printable(file), source))
        return _imports(source, within=name.rpartition(".")[0])

    def _source(self, file: str) -> str:
        text = recognised(read_quietly(self._read, file) or b"", printable(file)).text
        self._letters += len(text)
        if len(self.found) == _MOST_MODULES or self._letters > _MOST_CODE:
            told = _("{file}: was left out: no more than {limit} KB of code are read")
            raise Unreadable(told.format(file=printable(file), limit=_MOST_CODE // 1000))
        return text.replace("\r\n", "\n").replace("\r", "\n")


def read_quietly(read: Read, file: str) -> bytes | None:
    """Read a file; one that may not be read is none."""
    try:
        return read(file)
    except Unreadable:
        return None


def files_of(name: str) -> Iterator[str]:
    """Yield the paths in a folder at which Python would look for a module."""
    path = PurePosixPath(*name.split("."))
    yield f"{path}.py"
    yield f"{path}/__init__.py"


def _is_library(name: str) -> bool:
    """Return whether Python, the kit or an installed package has that name."""
    top = name.partition(".")[0]
    if top in sys.stdlib_module_names or top in _OF_THE_KIT:
        return True
    paths = [sysconfig.get_path("purelib"), sysconfig.get_path("platlib")]
    found = PathFinder.find_spec(top, paths)
    return found is not None and found.origin is not None


def _imports(source: str, within: str = "") -> Iterator[str]:
    """Yield the names of modules that code may mean by its imports, packages first."""
    try:
        nodes = list(ast.walk(parsed(source)))
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        return
    for node in nodes:
        match node:
            case ast.Import(names=names):
                meant = [alias.name for alias in names]
            case ast.ImportFrom(module=name, names=names, level=level):
                package = within if level else ""
                base = ".".join(filter(None, (package, name)))
                meant = [base, *(f"{base}.{alias.name}".lstrip(".") for alias in names)]
            case _:
                continue
        for name in meant:
            parts = name.split(".")
            if all(part.isidentifier() for part in parts):
                yield from (".".join(parts[:end]) for end in range(1, len(parts) + 1))
