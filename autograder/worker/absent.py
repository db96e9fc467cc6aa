"""What stands for packages that are not installed here, and for what only a notebook has.

A package that computes is missed where it is used. One that only shows something has no part in
an answer: its functions do nothing.
"""

import builtins
import importlib.util
import sys
from collections.abc import Iterator, Sequence
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any, NoReturn, Self

_SHOWS_ONLY = frozenset(
    ("matplotlib", "seaborn", "plotly", "tqdm", "IPython", "ipywidgets", "google.colab", "google")
)
_IMPORT_SYSTEM = "importlib"
_BAR = ("tqdm", "tqdm_notebook", "trange", "tnrange")


class Absent(ModuleType):
    """A package, or something of it, that is not installed: every use of it raises."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        self._miss()

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Raise."""
        self._miss()

    def __getitem__(self, key: Any) -> Any:
        self._miss()

    def __iter__(self) -> Iterator[Any]:
        self._miss()

    def _miss(self) -> NoReturn:
        name = self.__name__
        raise ModuleNotFoundError(f"No module named {name!r}", name=name)


class Silent(ModuleType):
    """A package that shows something, or a part of it: whatever is called does nothing."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return Bar if name in _BAR else self

    def __call__(self, *args: Any, **kwargs: Any) -> Self:
        """Do nothing."""
        return self

    def __getitem__(self, key: Any) -> Self:
        return self

    def __iter__(self) -> Iterator[Any]:
        # `figure, axes = plt.subplots()`
        return iter((self, self))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        pass


class Bar:
    """A bar of progress: gives what it is given, and shows nothing."""

    def __init__(self, iterable: Any = (), *args: Any, **kwargs: Any) -> None:
        self._iterable = range(iterable) if isinstance(iterable, int) else iterable

    def __iter__(self) -> Iterator[Any]:
        return iter(self._iterable)

    def __len__(self) -> int:
        return len(self._iterable)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return _nothing

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        pass


class SilentFinder:
    """Finds packages that only show something, for the student's own imports of them.

    It comes first: whether one is installed on the machine that grades makes no difference. A
    library that asks for such a package gets what is installed.

    Parameters
    ----------
    files : set of str
        The file names under which the student's code is compiled.
    """

    def __init__(self, files: set[str]) -> None:
        self._files = files

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Find a package by its name, as an import asks for it."""
        if not _shows_only(name) or not self._asked_by_student():
            return None
        return importlib.util.spec_from_loader(name, self, is_package=True)  # type: ignore[arg-type]

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        """Make the module."""
        module = Silent(spec.name)
        module.__path__ = []
        module.__dict__["__all__"] = ()
        return module

    def exec_module(self, module: ModuleType) -> None:
        """Run nothing."""

    def _asked_by_student(self) -> bool:
        frame = sys._getframe(2)
        while frame.f_back is not None and _IMPORT_SYSTEM in frame.f_code.co_filename:
            frame = frame.f_back
        return frame.f_code.co_filename in self._files


def _shows_only(name: str) -> bool:
    parts = name.split(".")
    return name == "google" or any(
        ".".join(parts[: length + 1]) in _SHOWS_ONLY - {"google"} for length in range(len(parts))
    )


class _Shell:
    """Stands for IPython's shell: ``get_ipython().run_line_magic(...)`` does nothing."""

    def __getattr__(self, name: str) -> Any:
        return _nothing


def _nothing(*args: Any, **kwargs: Any) -> None:
    """Take anything, do nothing."""


def _typed(prompt: object = "") -> str:
    """Answer ``input()`` with an empty line: nobody sits at the keyboard."""
    return ""


def install() -> None:
    """Put at hand what IPython has, and answer ``input()``."""
    for name, value in (
        ("display", _nothing),
        ("get_ipython", _Shell),
        ("input", _typed),
    ):
        setattr(builtins, name, value)
