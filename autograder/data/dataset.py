"""A data set as seen by checks, and its description in reports."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from autograder.i18n import _


class Share(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How many samples of a whole were taken."""

    taken: int
    whole: int

    def __str__(self) -> str:
        if self.taken == self.whole:
            return f"{self.whole:,}"
        return _("{taken} of {whole}").format(taken=f"{self.taken:,}", whole=f"{self.whole:,}")


class Source(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The data set, and how much of it was taken; ``test`` is None where it is not split."""

    name: str
    train: Share
    test: Share | None = None

    @property
    def stratified(self) -> bool:
        """Whether a part was taken, with the classes in the proportions of the whole."""
        return any(share.taken < share.whole for share in (self.train, self.test) if share)

    def __str__(self) -> str:
        if self.test is None:
            sentence = _("{title}, {train} samples")
        elif self.stratified:
            sentence = _("{title}, {train} training and {test} test samples, stratified")
        else:
            sentence = _("{title}, {train} training and {test} test samples")
        return sentence.format(title=title(self.name), train=self.train, test=self.test)


def title(name: str) -> str:
    """Return the name by which people know a data set."""
    return {
        "breast_cancer": _("Breast cancer (Wisconsin)"),
        "diabetes": _("Diabetes"),
        "digits": _("Digits (8×8)"),
        "mnist": "MNIST",
        "fashion_mnist": "Fashion-MNIST",
    }[name]


@dataclass(frozen=True, eq=False)
class Mapped:
    """One array of a data set, mapped from its file rather than read.

    The worker gets such an array by its name and opens the same file, so that the numbers are
    never sent through the pipe.

    Parameters
    ----------
    name : str
        The name by which checks and the worker know it, such as ``"X_train"``.
    array : np.ndarray
        The read-only map, in the judge's process.
    path : Path
        The ``.npy`` file that is mapped.
    """

    name: str
    array: np.ndarray
    path: Path


class Dataset:
    """Arrays by name, as in ``data.X_train`` and ``data.y_test``.

    What a worker may see is a :class:`Mapped`: pass it to the student's functions unchanged, and
    use its ``.array`` in the check. What only the judge holds is a plain array.

    Parameters
    ----------
    about : Source
        Which data set it is, and how much of it was taken.
    arrays : mapping of str to Mapped or np.ndarray
        The arrays by name.
    stand_in_for : str, optional
        The data set that was asked for and is not on this machine.
    """

    def __init__(
        self,
        about: Source,
        arrays: Mapping[str, Mapped | np.ndarray],
        stand_in_for: str | None = None,
    ) -> None:
        self.about = about
        self.stand_in_for = stand_in_for
        self._arrays = dict(arrays)

    @property
    def name(self) -> str:
        """The data set that was loaded: the stand-in's name if it is one."""
        return self.about.name

    @property
    def stand_in(self) -> bool:
        """Whether this stands in for a data set that is not on this machine."""
        return self.stand_in_for is not None

    @property
    def source(self) -> str:
        """What a report says of the data, in the chosen language."""
        if self.stand_in_for is None:
            return str(self.about)
        return _("{source}; it stands in for {title}, which is not on this machine").format(
            source=self.about, title=title(self.stand_in_for)
        )

    @property
    def files(self) -> dict[str, Path]:
        """The files of the arrays that a worker may map, by name."""
        return {name: a.path for name, a in self._arrays.items() if isinstance(a, Mapped)}

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):  # copy and pickle ask, before there are any arrays
            raise AttributeError(name)
        if name in self._arrays:
            return self._arrays[name]
        raise AttributeError(
            _("The data set {title} has no array {name}; it has {known}.").format(
                title=self.name, name=name, known=", ".join(self._arrays)
            )
        )

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), *self._arrays]

    def __repr__(self) -> str:
        return f"<Dataset {self.name}: {', '.join(self._arrays)}>"
