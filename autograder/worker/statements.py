"""Run code statement by statement, so that one that fails costs itself only."""

import __future__

import ast
import builtins
import signal
import time
from collections.abc import Collection, Iterator
from types import FrameType
from typing import Any

from . import failures
from .absent import Absent
from .rebinding import Rebinding

Cell = tuple[str, int, str]
Names = dict[str, Any]

_FUTURES = sum(getattr(__future__, name).compiler_flag for name in __future__.all_feature_names)
_DEFINITIONS = (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
# once the time is used up, an import or a definition has so many seconds
_SECONDS_OF_ONE = 0.5
# again and again: code may catch everything
_SECONDS_TO_INSIST = 0.1


# what works less of the time sleeps, or waits for what never comes
_SHARE_OF_WORK = 0.02
_TIMERS = (
    ((signal.ITIMER_PROF, signal.SIGPROF), (signal.ITIMER_REAL, signal.SIGALRM))
    if hasattr(signal, "setitimer")
    else ()
)


class TookTooLong(BaseException):
    """Raised within a statement whose time is up."""


class Clock:
    """Interrupts a statement that works for too long, or that does nothing for as long.

    Work is counted in seconds of the processor: on a busy machine code waits, and that is not its
    fault.

    Parameters
    ----------
    seconds : float
        For all statements together; 0 where another clock runs already.
    """

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._end = time.process_time() + seconds
        self._begun = 0.0, 0.0
        self._slept = False
        self._runs = False
        self._works = seconds > 0 and hasattr(signal, "setitimer")

    @property
    def is_up(self) -> bool:
        """Whether the time is used up."""
        return self._works and (self._slept or time.process_time() >= self._end)

    def __enter__(self) -> "Clock":
        if self._works:
            signal.signal(signal.SIGPROF, self._worked)
            signal.signal(signal.SIGALRM, self._waited)
        return self

    def __exit__(self, *error: object) -> None:
        if self._works:
            for timer, number in _TIMERS:
                signal.setitimer(timer, 0)
                signal.signal(number, signal.SIG_DFL)

    def run(self, code: Any, names: Names, *, patiently: bool = False) -> None:
        """Run compiled code; patiently without an end, but that of the judge's own patience."""
        if patiently or not self._works:
            exec(code, names)  # noqa: S102  this is what the sandbox is for
            return
        self._begun = time.monotonic(), time.process_time()
        left = max(self._end - time.process_time(), _SECONDS_OF_ONE)
        self._runs = True
        signal.setitimer(signal.ITIMER_PROF, left, _SECONDS_TO_INSIST)
        signal.setitimer(signal.ITIMER_REAL, self._seconds, _SECONDS_TO_INSIST)
        try:
            exec(code, names)  # noqa: S102
        finally:
            self._runs = False
            for timer, _number in _TIMERS:
                signal.setitimer(timer, 0)

    def _worked(self, number: int, frame: FrameType | None) -> None:
        if self._runs:
            raise TookTooLong

    def _waited(self, number: int, frame: FrameType | None) -> None:
        """Interrupt what sleeps, not what works for want of a processor."""
        wall, work = self._begun
        elapsed = time.monotonic() - wall
        if self._runs and time.process_time() - work < elapsed * _SHARE_OF_WORK:
            self._slept = True
            raise TookTooLong


class Statements:
    """Runs the cells of one module.

    Parameters
    ----------
    names : dict
        Of the module.
    files : set of str
        The file names under which code was compiled, to tell where an error is.
    own : collection of str
        Modules of the student's own: to import another one takes as long as it takes.
    """

    def __init__(self, names: Names, files: set[str], own: Collection[str] = ()) -> None:
        self._names = names
        self._files = files
        self.own = own
        self._future = 0
        self._cells = 0
        self._stubs: dict[str, int] = {}
        self.rebinding = Rebinding(names)
        self.skipped: list[tuple[str, int, int]] = []

    def run(self, cell: Cell, clock: Clock) -> Iterator[failures.Failure]:
        """Run the statements of a cell; yield what was wrong with each."""
        source, first_line, label = cell
        self._files.add(label)
        self._cells += 1
        try:
            # blank lines in front give tracebacks the line numbers of the student's own file
            body = ast.parse("\n" * (first_line - 1) + source, label).body
        except BaseException as error:
            yield failures.raised(error, self._files)
            return
        for statement in body:
            if not _is_text(statement):
                yield from self._run(statement, label, clock)

    def _run(self, node: ast.stmt, label: str, clock: Clock) -> Iterator[failures.Failure]:
        if clock.is_up and not is_definition(node):
            self.skipped.append(_lines(node, label))
            return
        if unwritten := self._unwritten_copy(node):
            yield {"fault": "stub", "name": unwritten, "place": (label, node.lineno, "")}
            return
        try:
            self._execute(node, label, clock)
        except TookTooLong:
            self.skipped.append(_lines(node, label))
            yield {"fault": "stopped", "place": (label, node.lineno, ""), "names": self._lost(node)}
        except (ImportError, OSError) as error:
            if not isinstance(node, ast.Import | ast.ImportFrom):
                yield self._failure(error, node)
            else:
                yield from self._import_each(node, label, clock)
        except BaseException as error:
            yield self._failure(error, node)

    def _execute(self, node: ast.stmt, label: str, clock: Clock) -> None:
        module = ast.Module([self._absolute(node)], [])
        code = compile(module, label, "exec", flags=self._future, dont_inherit=True)
        self._future |= code.co_flags & _FUTURES
        every = self._names.keys() | vars(builtins).keys()
        self.rebinding.before(every if _takes_all(node) else code.co_names)
        try:
            clock.run(code, self._names, patiently=self._imports_library(node))
        finally:
            self.rebinding.after(self._cells, (label, node.lineno, ""))

    def _imports_library(self, node: ast.stmt) -> bool:
        match node:
            case ast.Import(names=names):
                modules = [alias.name for alias in names]
            case ast.ImportFrom(module=str() as name, level=0):
                modules = [name]
            case _:
                return False
        return not any(name.partition(".")[0] in self.own for name in modules)

    def _absolute(self, node: ast.stmt) -> ast.stmt:
        """Let a relative import find a file beside the module, which is in no package."""
        if not isinstance(node, ast.ImportFrom) or not node.level or self._names.get("__package__"):
            return node
        if node.module is None:
            return ast.copy_location(ast.Import(node.names), node)
        return ast.copy_location(ast.ImportFrom(node.module, node.names, 0), node)

    def _import_each(
        self, node: ast.Import | ast.ImportFrom, label: str, clock: Clock
    ) -> Iterator[failures.Failure]:
        """Import one name after the other, and bind a stand-in to each that is absent."""
        for alias in node.names:
            one = ast.copy_location(_with_one(node, alias), node)
            try:
                self._execute(one, label, clock)
            except TookTooLong:
                self.skipped.append(_lines(node, label))
                yield {"fault": "stopped", "place": (label, node.lineno, ""), "names": []}
            except ModuleNotFoundError as error:
                name = error.name or "?"
                self._stand_in(alias, name)
                yield {"fault": "absent", "name": name, "place": (label, node.lineno, "")}
            except BaseException as error:
                yield self._failure(error, one)

    def _stand_in(self, alias: ast.alias, name: str) -> None:
        bound = alias.asname or alias.name.partition(".")[0]
        if bound != "*" and bound not in self._names:
            self._names[bound] = Absent(name)

    def _failure(self, error: BaseException, node: ast.stmt) -> failures.Failure:
        return {**failures.raised(error, self._files), "names": self._lost(node)}

    def _lost(self, node: ast.stmt) -> list[str]:
        """Name what a statement would have defined, and what is not there for that."""
        return [name for name in bound_by(node) if name not in self._names][: failures.MOST_NAMES]

    def _unwritten_copy(self, node: ast.stmt) -> str | None:
        """Name what is written already, where this is a copy in which more is left to write."""
        if not isinstance(node, ast.FunctionDef | ast.ClassDef):
            return None
        left = sum(map(_is_unwritten, ast.walk(node)))
        if node.name in self._names and left > self._stubs.get(node.name, 0):
            return node.name
        self._stubs[node.name] = left
        return None


def is_definition(node: ast.stmt) -> bool:
    """Tell an import, a definition or a constant from what does some work."""
    if isinstance(node, _DEFINITIONS):
        return True
    value = getattr(node, "value", None)
    if not isinstance(node, ast.Assign | ast.AnnAssign) or value is None:
        return False
    if isinstance(value, ast.Lambda):
        return True
    try:
        ast.literal_eval(value)
    except ValueError:
        return False
    return True


def bound_by(node: ast.stmt) -> list[str]:
    """Name what a statement at the top level defines."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return [node.name]
    found = dict[str, None]()
    for each in ast.walk(node):
        match each:
            case ast.Name(id=name, ctx=ast.Store()):
                found[name] = None
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                found[name] = None
            case ast.alias(name=name, asname=known) if name != "*":
                found[known or name.partition(".")[0]] = None
    return list(found)


def _takes_all(node: ast.stmt) -> bool:
    return isinstance(node, ast.ImportFrom) and node.names[0].name == "*"


def _with_one(node: ast.Import | ast.ImportFrom, alias: ast.alias) -> ast.stmt:
    if isinstance(node, ast.Import):
        return ast.Import([alias])
    return ast.ImportFrom(node.module, [alias], node.level)


def _is_text(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _is_unwritten(node: ast.AST) -> bool:
    """Tell ``raise NotImplementedError("softmax: not written yet")``."""
    match node:
        case ast.Raise(
            exc=ast.Call(func=ast.Name(id="NotImplementedError"), args=[ast.Constant(value=text)])
        ):
            return str(text).endswith(": not written yet")
    return False


def _lines(node: ast.stmt, label: str) -> tuple[str, int, int]:
    return label, node.lineno, node.end_lineno or node.lineno
