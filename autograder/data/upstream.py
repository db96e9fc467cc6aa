"""Original files of the image data sets: names, locations and checksums."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from autograder.data.dataset import title
from autograder.data.folders import DATA_VARIABLE, data_folder, fetched_folder
from autograder.data.idx import parse_idx
from autograder.errors import KitError
from autograder.i18n import _

TRAIN_IMAGES = "train-images-idx3-ubyte"
TRAIN_LABELS = "train-labels-idx1-ubyte"
TEST_IMAGES = "t10k-images-idx3-ubyte"
TEST_LABELS = "t10k-labels-idx1-ubyte"
PARTS = (TRAIN_IMAGES, TRAIN_LABELS, TEST_IMAGES, TEST_LABELS)


@dataclass(frozen=True)
class Originals:
    """One data set's files as published: SHA-256 of each part, and where to fetch them."""

    compressed: Mapping[str, str]
    mirrors: tuple[str, ...]
    plain: Mapping[str, str] = field(default_factory=dict)

    @property
    def checksums(self) -> dict[str, str]:
        """SHA-256 by file name."""
        return {f"{part}.gz": digest for part, digest in self.compressed.items()} | {**self.plain}


ORIGINALS = {
    "mnist": Originals(
        compressed={
            TRAIN_IMAGES: "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609",
            TRAIN_LABELS: "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c",
            TEST_IMAGES: "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6",
            TEST_LABELS: "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6",
        },
        mirrors=(
            "https://ossci-datasets.s3.amazonaws.com/mnist/",
            "https://storage.googleapis.com/cvdf-datasets/mnist/",
        ),
        plain={
            TRAIN_IMAGES: "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
            TRAIN_LABELS: "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
            TEST_IMAGES: "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
            TEST_LABELS: "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2",
        },
    ),
    "fashion_mnist": Originals(
        compressed={
            TRAIN_IMAGES: "3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84",
            TRAIN_LABELS: "a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845",
            TEST_IMAGES: "346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073",
            TEST_LABELS: "67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5",
        },
        mirrors=(
            "https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/master/data/fashion/",
            "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/",
        ),
    ),
}


class Absent(KitError):
    """None of a data set's files is on this machine."""


def find(name: str) -> dict[str, Path]:
    """Return the file of each part, from the first folder that holds any of them.

    ``AUTOGRADER_DATA`` comes before what was fetched. Nothing is opened yet.

    Raises
    ------
    Absent
        If no folder holds any of the files.
    KitError
        If the folder that holds some of them lacks others.
    """
    named = data_folder()
    folders = [named / name] if named else []
    for folder in (*folders, fetched_folder(name)):
        files = {part: _file_of(folder, part, ORIGINALS[name]) for part in PARTS}
        present = {part: file for part, file in files.items() if file}
        if present:
            return _complete(present, folder, name)
    raise Absent(
        _(
            "The data set {title} is not on this machine. Download it with `autograder "
            "data fetch {name}`, or put its files into a folder named {name} and set "
            "{variable} to the parent folder."
        ).format(title=title(name), name=name, variable=DATA_VARIABLE)
    )


def read(name: str) -> dict[str, np.ndarray]:
    """Return the array of each part, read from files that are byte for byte the originals.

    Raises
    ------
    Absent, KitError
        As :func:`find`; and if a file is not the original.
    """
    return {part: parse_idx(read_intact(name, file), file) for part, file in find(name).items()}


def require_intact(name: str) -> None:
    """Raise KitError for an incomplete or damaged folder in ``AUTOGRADER_DATA``.

    What was prepared from good files earlier would hide that they are damaged now.

    Raises
    ------
    KitError
        If the variable does not name a folder, or its files are incomplete or not the originals.
    """
    named = data_folder()
    if named is not None and (named / name).is_dir():
        for file in find(name).values():
            read_intact(name, file)


def read_intact(name: str, file: Path) -> bytes:
    """Return the bytes of a file; raise KitError if it is not the original.

    Raises
    ------
    KitError
        If the file cannot be read or its checksum is wrong; names the file.
    """
    try:
        content = file.read_bytes()
    except OSError as error:
        raise KitError(
            _("{file} cannot be read: {reason}.").format(file=file, reason=error.strerror)
        ) from error
    if hashlib.sha256(content).hexdigest() != ORIGINALS[name].checksums[file.name]:
        raise KitError(
            _(
                "{file} is damaged or truncated: its checksum differs from the original's. {remedy}"
            ).format(file=file, remedy=_remedy(file.parent, name))
        )
    return content


def _file_of(folder: Path, part: str, originals: Originals) -> Path | None:
    candidates = (folder / name for name in (f"{part}.gz", part) if name in originals.checksums)
    return next((file for file in candidates if file.is_file()), None)


def _complete(present: dict[str, Path], folder: Path, name: str) -> dict[str, Path]:
    missing = [f"{part}.gz" for part in PARTS if part not in present]
    if missing:
        raise KitError(
            _("Missing from the folder {folder}: {files}. {remedy}").format(
                folder=folder, files=", ".join(missing), remedy=_remedy(folder, name)
            )
        )
    return present


def _remedy(folder: Path, name: str) -> str:
    if folder == fetched_folder(name):
        return _("Run `autograder data fetch {name}` to replace the file.").format(name=name)
    return _(
        "Put the original file there, or unset {variable} and run `autograder data fetch {name}`."
    ).format(variable=DATA_VARIABLE, name=name)
