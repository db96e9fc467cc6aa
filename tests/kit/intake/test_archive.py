"""Reading a .zip file that a student handed in: nothing is unpacked, nothing is believed."""

import io
import stat
import struct
import zipfile
from pathlib import Path

import pytest

from autograder.intake import Code, Unreadable, read_code, submissions

CODE = "x = 1\n"
STUB = 'raise NotImplementedError("f: not written yet")\n'


def packed(
    *members: tuple[str | zipfile.ZipInfo, str], method: int = zipfile.ZIP_DEFLATED
) -> bytes:
    """Make a .zip file."""
    space = io.BytesIO()
    with zipfile.ZipFile(space, "w", method) as file:
        for name, text in members:
            file.writestr(name, text)
    return space.getvalue()


def read(folder: Path, data: bytes) -> Code:
    """Read a .zip file as a submission."""
    path = folder / "work.zip"
    path.write_bytes(data)
    return read_code(path, "net")


def link(name: str) -> zipfile.ZipInfo:
    """Describe a member that is a symbolic link."""
    info = zipfile.ZipInfo(name)
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    return info


def sized(data: bytes, size: int) -> bytes:
    """Let a .zip file of one member claim another size for what it holds."""
    place = data.index(b"PK\x01\x02") + 24
    return data[:place] + struct.pack("<I", size) + data[place + 4 :]


@pytest.mark.parametrize(
    "name",
    ["net.py", "03_net/net.py", "a/b/c/d/net.py", "/etc/net.py", "C:\\net.py"],
)
def test_the_file_is_found_by_its_name(tmp_path: Path, name: str) -> None:
    """It does not matter where the member would be put, and nothing is put anywhere."""
    code = read(tmp_path, packed(("notes.txt", "?"), (name, CODE)))

    assert [(cell.source, cell.label) for cell in code.cells] == [(CODE, "net.py")]
    assert [path.name for path in tmp_path.rglob("*")] == ["work.zip"]


def test_the_nearest_to_the_top_is_read(tmp_path: Path) -> None:
    """A copy further below, or in a tool's own folder, is not looked at."""
    members = [("__MACOSX/net.py", "y = 1"), ("a/b/net.py", "y = 2"), ("z/net.py", CODE)]

    assert read(tmp_path, packed(*members)).cells[0].source == CODE


def test_of_script_and_notebook_the_written_one_is_read(tmp_path: Path) -> None:
    """Where both lie together the one with fewer stubs counts, and the report says so."""
    notebook = '{"nbformat": 4, "cells": [{"cell_type": "code", "source": "x = 2"}]}'

    code = read(tmp_path, packed(("net.py", STUB), ("net.ipynb", notebook)))

    assert code.cells[0].source == "x = 2"
    assert "net.ipynb was read, net.py was not" in code.problems[0]


def test_points_do_not_depend_on_the_packing(tmp_path: Path) -> None:
    """The digest, from which the random inputs come, is that of the file."""
    plain = tmp_path / "net.py"
    plain.write_text(CODE)

    assert read(tmp_path, packed(("net.py", CODE))).digest == read_code(plain, "net").digest


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "work.zip: cannot be read as a .zip file"),
        (b"PK\x03\x04" + bytes(100), "work.zip: cannot be read as a .zip file"),
        (packed(), "work.zip: contains no net.py and no net.ipynb"),
        (packed(("net.txt", CODE)), "contains no net.py"),
        (packed(("net.py/", "")), "contains no net.py"),
        (packed((link("net.py"), "/etc/passwd")), "contains no net.py"),
        (packed(("net.py", "0" * 300_000_000)), "net.py: is larger than 1 MB"),
        (packed(("net.py", CODE), method=zipfile.ZIP_LZMA), "compressed in an unusual way"),
        (sized(packed(("net.py", "0" * 9_000_000)), 10), "work.zip: cannot be read"),
        (packed(("../../net.py", CODE)), "contains no net.py"),
        (packed(("net.py", "")), "net.py: contains no code"),
    ],
    ids=[
        *("empty", "noise", "no member", "other name", "folder", "link", "bomb", "lzma"),
        *("claims less", "slip", "no code"),
    ],
)
def test_what_is_no_submission_is_refused(tmp_path: Path, data: bytes, told: str) -> None:
    """The reason is one sentence."""
    with pytest.raises(Unreadable) as caught:
        read(tmp_path, data)

    assert told in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_size_that_is_claimed_takes_no_memory(tmp_path: Path) -> None:
    """A member that claims 4 GB is what it holds."""
    code = read(tmp_path, sized(packed(("net.py", CODE)), 2**32 - 2))

    assert code.cells[0].source == CODE


def test_an_encrypted_member_is_refused(tmp_path: Path) -> None:
    """Nobody is asked for a password."""
    data = bytearray(packed(("net.py", CODE)))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    data[6] |= 1

    with pytest.raises(Unreadable, match="is encrypted"):
        read(tmp_path, bytes(data))


def test_an_archive_of_students_folder_is_read(tmp_path: Path) -> None:
    """The only .zip file of a folder without the module's file is taken."""
    (tmp_path / "kim").mkdir()
    (tmp_path / "kim" / "upload (1).zip").write_bytes(packed(("net.py", CODE)))

    (submission,) = submissions(tmp_path, "01_net", "net")

    assert submission.path == tmp_path / "kim" / "upload (1).zip"


def test_a_file_beside_an_archive_is_preferred(tmp_path: Path) -> None:
    """An archive is opened only where there is no other file to read."""
    (tmp_path / "kim").mkdir()
    (tmp_path / "kim" / "a.zip").write_bytes(packed(("net.py", CODE)))
    (tmp_path / "kim" / "net.py").write_text(CODE)

    (submission,) = submissions(tmp_path, "01_net", "net")

    assert submission.path == tmp_path / "kim" / "net.py"


def test_of_two_archives_none_is_guessed(tmp_path: Path) -> None:
    """Which of two archives is meant has to be said by a person."""
    (tmp_path / "kim").mkdir()
    (tmp_path / "kim" / "a.zip").write_bytes(packed(("net.py", CODE)))
    (tmp_path / "kim" / "b.zip").write_bytes(packed(("net.py", CODE)))

    (submission,) = submissions(tmp_path, "01_net", "net")

    assert submission.path is None
    assert "contains no net.py and no net.ipynb" in (submission.problem or "")
