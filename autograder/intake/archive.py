"""Read the module's file from a submitted .zip without unpacking it.

The file is found by its name and read into memory up to a limit. So it does not matter where an
archive would put its members, what it claims about their sizes, or what else is in it.
"""

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import NamedTuple

from autograder.i18n import _
from autograder.intake.code import Unreadable
from autograder.intake.locate import LARGEST, NOTEBOOK, SCRIPT, is_hidden, unwritten
from autograder.intake.untrusted import printable

_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError),
    *(ValueError, LookupError, OverflowError, NotImplementedError, RuntimeError),
)
# other ways to compress can make very much out of very little before a limit takes effect
_COMPRESSIONS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 1


class Member(NamedTuple):
    """A file of an archive: its name without folders, its bytes, and a note for the report."""

    name: str
    data: bytes
    note: str | None


def read_member(data: bytes, archive: str, module: str) -> Member:
    """Return the module's script or notebook nearest to the top of a .zip file.

    Where both lie there, the one in which less is left unwritten is taken, as in a folder.

    Parameters
    ----------
    data : bytes
        The archive.
    archive : str
        Its name, for the report.
    module : str
        Name of the student's module.

    Raises
    ------
    Unreadable
        It is no such archive, does not hold the file, or the file is too large.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            infos = _nearest(file.infolist(), module)
            members = [(_path(info).name, _read(file, info)) for info in infos]
    except _BROKEN as error:
        raise Unreadable(
            _("{file}: cannot be read as a .zip file: {reason}").format(
                file=archive, reason=printable(str(error))
            )
        ) from None
    if not members:
        raise Unreadable(
            _("{file}: contains no {script} and no {notebook}").format(
                file=archive, script=module + SCRIPT, notebook=module + NOTEBOOK
            )
        )
    name, content = min(members, key=lambda member: unwritten(member[1]))
    note = _("{taken} was read, {left} was not; submit only one of the two")
    others = [other for other, _content in members if other != name]
    return Member(name, content, note.format(taken=name, left=others[0]) if others else None)


def _nearest(infos: Iterable[zipfile.ZipInfo], module: str) -> list[zipfile.ZipInfo]:
    """Return the script and notebook, if any, of the folder nearest to the top."""
    names = (module + SCRIPT, module + NOTEBOOK)
    found = [info for info in infos if _is_meant(info) and _path(info).name in names]
    if not found:
        return []
    first = min(found, key=lambda info: (len(_path(info).parts), _path(info).parent))
    by_name = {info.filename: info for info in found if _path(info).parent == _path(first).parent}
    # the script first: it is taken where nothing else decides
    return sorted(by_name.values(), key=lambda info: names.index(_path(info).name))


def _path(info: zipfile.ZipInfo) -> PurePosixPath:
    return PurePosixPath(info.filename.replace("\\", "/"))


def _is_meant(info: zipfile.ZipInfo) -> bool:
    """Return whether a member is a plain file outside the folders of tools."""
    kind = stat.S_IFMT(info.external_attr >> 16)  # 0 where the archive does not say
    return kind in (0, stat.S_IFREG) and not any(map(is_hidden, _path(info).parts))


def _read(file: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    name = printable(info.filename)
    if info.flag_bits & _ENCRYPTED or info.compress_type not in _COMPRESSIONS:
        text = _("{file}: is encrypted or compressed in an unusual way; submit the file itself")
        raise Unreadable(text.format(file=name))
    limit = LARGEST[_path(info).suffix]
    with file.open(info) as content:
        data = content.read(limit + 1)
    if len(data) > limit:
        text = _("{file}: is larger than {limit} MB; submit only the code")
        raise Unreadable(text.format(file=name, limit=limit // 1_000_000))
    return data
