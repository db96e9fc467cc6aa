"""Read the module's file from a submitted .zip without unpacking it.

The file is found by its name and read into memory up to a limit. So it does not matter where an
archive would put its members, what it claims about their sizes, or what else is in it.
"""

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import PurePosixPath
from typing import NamedTuple

from autograder.i18n import _
from autograder.intake.code import Unreadable
from autograder.intake.locate import is_hidden
from autograder.intake.selection import (
    LARGEST,
    SCRIPT,
    Wanted,
    choose,
    is_exact,
    kind_of,
    nothing_found,
)
from autograder.intake.untrusted import printable

BROKEN = (
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError),
    *(ValueError, LookupError, OverflowError, NotImplementedError, RuntimeError),
)
# other ways to compress can make very much out of very little before a limit takes effect
_COMPRESSIONS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 1
_MOST_MEMBERS = 10_000
_MOST_MODULES = 20


class Member(NamedTuple):
    """A file of an archive: name without folders, bytes, a note, and what reads those beside it."""

    name: str
    data: bytes
    note: str | None
    beside: Callable[[str], bytes | None]


def read_member(data: bytes, archive: str, wanted: Wanted) -> Member:
    """Return the script or notebook that lies nearest to the top of a .zip file.

    Of several files in a folder the one is taken that would be taken from a folder on disk.

    Parameters
    ----------
    data : bytes
        The archive.
    archive : str
        Its name, for the report.
    wanted : Wanted
        What was to be submitted.

    Raises
    ------
    Unreadable
        It is no such archive, does not hold the file, or the file is too large.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            return _chosen(file, archive, wanted)
    except BROKEN as error:
        raise Unreadable(
            _("{file}: cannot be read as a .zip file: {reason}").format(
                file=archive, reason=printable(str(error))
            )
        ) from None


def _chosen(file: zipfile.ZipFile, archive: str, wanted: Wanted) -> Member:
    folders: dict[PurePosixPath, dict[str, zipfile.ZipInfo]] = {}
    for info in file.infolist()[:_MOST_MEMBERS]:
        if is_meant(info):
            folders.setdefault(path_in(info).parent, {})[path_in(info).name] = info
    by_depth = sorted(folders, key=lambda folder: (len(folder.parts), folder))
    # the right name anywhere is better than another one nearer to the top
    by_depth.sort(key=lambda folder: not is_exact(folders[folder], wanted.module))
    for folder in by_depth:
        infos = folders[folder]
        name, note = choose(infos, wanted, lambda name, infos=infos: _read(file, infos[name]))  # type: ignore[misc]
        if name is not None:
            below = _modules(file, folders, folder)
            return Member(name, _read(file, infos[name]), note, below.get)
    names = [name for infos in folders.values() for name in infos]
    raise Unreadable(nothing_found(archive, names, wanted.module))


def _modules(
    file: zipfile.ZipFile,
    folders: Mapping[PurePosixPath, Mapping[str, zipfile.ZipInfo]],
    top: PurePosixPath,
) -> dict[str, bytes]:
    """Read the scripts of a folder and of those in it, by their paths in it."""
    found: dict[str, bytes] = {}
    for folder, infos in folders.items():
        if folder.is_relative_to(top):
            for name, info in infos.items():
                if kind_of(name) == SCRIPT and len(found) < _MOST_MODULES:
                    with suppress(Unreadable):
                        found[str(folder.relative_to(top) / name)] = _read(file, info)
    return found


def path_in(info: zipfile.ZipInfo) -> PurePosixPath:
    """Return where a member lies in its archive."""
    return PurePosixPath(info.filename.replace("\\", "/"))


def is_meant(info: zipfile.ZipInfo) -> bool:
    """Return whether a member is a plain file outside the folders of tools."""
    kind = stat.S_IFMT(info.external_attr >> 16)  # 0 where the archive does not say
    return kind in (0, stat.S_IFREG) and not any(map(is_hidden, path_in(info).parts))


def _read(file: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    name = printable(info.filename)
    if info.flag_bits & _ENCRYPTED or info.compress_type not in _COMPRESSIONS:
        text = _("{file}: is encrypted or compressed in an unusual way; submit the file itself")
        raise Unreadable(text.format(file=name))
    limit = LARGEST[kind_of(name) or SCRIPT]
    with file.open(info) as content:
        data = content.read(limit + 1)
    if len(data) > limit:
        text = _("{file}: is larger than {limit} MB; submit only the code")
        raise Unreadable(text.format(file=name, limit=limit // 1_000_000))
    return data
