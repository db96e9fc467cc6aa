"""Handles for objects and data sets that frames refer to."""

import io
import mmap
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, Protocol

import numpy as np

_LONGEST_NPY_HEADER = 1 << 14


class Handles:
    """The student's objects that the judge refers to by number.

    Every crossing gets a number of its own, so that forgetting one is never ambiguous.
    """

    def __init__(self) -> None:
        self._objects: dict[int, Any] = {}
        self._last = 0

    def add(self, value: Any) -> int:
        """Keep an object and return its number."""
        self._last += 1
        self._objects[self._last] = value
        return self._last

    def get(self, number: int) -> Any:
        """Return the object of that number."""
        return self._objects[number]

    def forget(self, numbers: Iterable[int]) -> None:
        """Release objects that the judge no longer refers to."""
        for number in numbers:
            self._objects.pop(number, None)


class ArrayFile(Protocol):
    """A data set in a file."""

    def array(self) -> np.ndarray:
        """Map the file again: writes reach neither the file nor later calls."""


@dataclass(frozen=True)
class MappedFile:
    """An ``.npy`` file opened by the judge; each call gets a copy-on-write map."""

    descriptor: int
    dtype: np.dtype[Any]
    shape: tuple[int, ...]
    order: Literal["C", "F"]
    offset: int

    @classmethod
    def open(cls, descriptor: int) -> "MappedFile":
        """Read the header of the file."""
        start = io.BytesIO(os.pread(descriptor, _LONGEST_NPY_HEADER, 0))
        version = np.lib.format.read_magic(start)
        if version == (1, 0):
            shape, fortran, dtype = np.lib.format.read_array_header_1_0(start)
        else:
            shape, fortran, dtype = np.lib.format.read_array_header_2_0(start)
        return cls(descriptor, dtype, shape, "F" if fortran else "C", start.tell())

    def array(self) -> np.ndarray:
        """Map the file again."""
        pages = mmap.mmap(self.descriptor, 0, flags=mmap.MAP_PRIVATE)
        return np.ndarray(self.shape, self.dtype, pages, self.offset, order=self.order)


@dataclass(frozen=True)
class Unchanged:
    """Marks a data set in a reply that the student's code did not change."""

    name: str


class ReferenceTable:
    """Resolves what a request names, and remembers which of its arrays are data sets.

    Parameters
    ----------
    files : mapping of str to ArrayFile
        The data sets.
    """

    def __init__(self, files: Mapping[str, ArrayFile]) -> None:
        self.handles = Handles()
        self._files = files
        self._mapped: dict[int, str] = {}

    def handle(self, number: int, class_name: str) -> Any:
        """Return the student's object of that number."""
        return self.handles.get(number)

    def mapped(self, name: str) -> np.ndarray:
        """Return a fresh map of that data set."""
        array = self._files[name].array()
        self._mapped[id(array)] = name
        return array

    def afterwards(self, argument: Any) -> Any:
        """Return the argument after a call, or the name of an unchanged data set."""
        name = self._mapped.get(id(argument))
        if name is not None and np.array_equal(argument, self._files[name].array()):
            return Unchanged(name)
        return argument

    def begin(self) -> None:
        """Prepare for the next request."""
        self._mapped.clear()
