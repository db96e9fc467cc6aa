"""Hostile folders, files and names, graded in one batch with honest submissions.

What lies on the disk is the attack here, not what the code does; `reference_impl/*/mistakes` has
the friendlier half: links, folders in the place of a file, files that Python would pick up.
"""

import io
import json
import os
import re
import socket
import stat
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from zoo.attack import honest
from zoo.surroundings import Surroundings
from zoo.test_zoo import CONTROL, Graded, checks, grade, told

from autograder.sandbox.probe import best_level

if sys.platform != "linux":
    pytest.skip("the files are those of Linux", allow_module_level=True)

ALL, NOTHING = 5.0, 0.0
HandIn = Callable[[Path], object]


class Row(NamedTuple):
    """One student: name of the folder, what lies in it, the score, what must be said."""

    folder: str | bytes
    hand_in: HandIn
    score: float
    says: str = ""


def right(folder: Path) -> None:
    """Hand in a right answer."""
    (folder / "doubling.py").write_text(honest(), encoding="utf-8")


def hard_link(folder: Path) -> None:
    """Hand in the model answer under a second name."""
    model = folder.parents[1] / "course" / "solutions" / "01_doubling" / "doubling.py"
    os.link(model, folder / "doubling.py")


def socket_in_place(folder: Path) -> None:
    """Hand in a socket."""
    with socket.socket(socket.AF_UNIX) as service:
        service.bind(str(folder / "doubling.py"))


def device(folder: Path) -> None:
    """Hand in a device that never ends."""
    os.mknod(folder / "doubling.py", stat.S_IFCHR | 0o666, os.makedev(1, 5))


def sparse(folder: Path) -> None:
    """Hand in a terabyte that takes no room."""
    with (folder / "doubling.py").open("wb") as file:
        file.truncate(1 << 40)


def endless_link(folder: Path) -> None:
    """Hand in a link that leads to itself, in folders that lead to each other."""
    (folder / "doubling.py").symlink_to("doubling.py")
    (folder / "deeper").symlink_to(folder, target_is_directory=True)


def deep(folder: Path) -> None:
    """Hide a right answer below 300 folders."""
    bottom = folder.joinpath(*["d"] * 300)
    bottom.mkdir(parents=True)
    right(bottom)


def wide(folder: Path) -> None:
    """Hand in 2,000 folders."""
    for number in range(2000):
        (folder / str(number)).mkdir()


def script(text: str) -> HandIn:
    """Hand in this text as a script."""
    return lambda folder: (folder / "doubling.py").write_text(text, encoding="utf-8")


def notebook(text: str) -> HandIn:
    """Hand in this text as a notebook."""
    return lambda folder: (folder / "doubling.ipynb").write_text(text, encoding="utf-8")


def cells(*sources: Any, **more: Any) -> HandIn:
    """Hand in a notebook of code cells."""
    made = [{"cell_type": "code", "source": source, **more} for source in sources]
    return notebook(json.dumps({"nbformat": 4, "metadata": {}, "cells": made}))


def packed(*members: tuple[str, str]) -> HandIn:
    """Hand in a .zip file."""
    space = io.BytesIO()
    with zipfile.ZipFile(space, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in members:
            file.writestr(name, text)
    return lambda folder: (folder / "work.zip").write_bytes(space.getvalue())


def traps(folder: Path) -> None:
    """Hand in a right answer, and a conftest.py and plugins in a .zip file and in folders."""
    right(folder)
    packed(("conftest.py", "import os\nos._exit(3)"))(folder)
    (folder / "tests").mkdir()
    (folder / "tests" / "conftest.py").write_text("import os\nos._exit(3)", encoding="utf-8")
    (folder / "pyproject.toml").write_text("[tool.pytest]\naddopts = 7", encoding="utf-8")
    (folder / "assignment.toml").write_text("schema = 99", encoding="utf-8")


OUTPUT = {"output_type": "display_data", "data": {"text/html": "<script>alert(1)</script>"}}
LONG = "k" * 250
ROWS = [
    Row("hard_link", hard_link, NOTHING, "is a hard link to another file; submit a copy"),
    Row("pipe", lambda folder: os.mkfifo(folder / "doubling.py"), NOTHING, "not a regular file"),
    Row("socket", socket_in_place, NOTHING, "doubling.py: "),
    Row("sparse", sparse, NOTHING, "is larger than 1 MB"),
    Row("endless_link", endless_link, NOTHING, "is a link; submit the file itself"),
    Row("deep", deep, NOTHING, "contains no doubling.py and no doubling.ipynb"),
    Row("wide", wide, NOTHING, "contains no doubling.py and no doubling.ipynb"),
    Row("traps", traps, ALL),
    Row("notebook_of_brackets", notebook("[" * 200_000), NOTHING, "is not a notebook"),
    Row("notebook_of_nesting", notebook('{"a":' * 100_000), NOTHING, "is not a notebook"),
    Row("notebook_of_digits", notebook('{"nbformat": ' + "9" * 99_999), NOTHING, "is not a noteb"),
    Row("notebook_of_nothing", notebook('{"nbformat": 4, "cells": null}'), NOTHING, "is not a"),
    Row("notebook_of_cells", cells(*["x = 1"] * 2_000, honest()), ALL),
    Row("notebook_with_output", cells(honest(), outputs=[OUTPUT], metadata={"tags": [{}]}), ALL),
    Row("notebook_of_magics", cells("!rm -rf ~", "%%bash\nrm -rf ~", "%run x.py", honest()), ALL),
    Row("notebook_of_statements", cells("x;" * 4_000_000, honest()), ALL, "of code are read"),
    Row("cells_of_statements", cells(*["x = 1"] * 9000, honest()), NOTHING, "of 9001 cells"),
    Row("broken_cells", script("# %%\n(\n" * 50_000), NOTHING, "… +49980"),
    Row("raising_cells", script("# %%\n1 / 0\n" * 500 + honest()), ALL, "… +480"),
    Row("zip", packed(("homework/doubling.py", honest())), ALL),
    Row("zip_slip", packed(("../../../doubling.py", honest())), NOTHING, "contains no doubling.py"),
    Row("zip_bomb", packed(("doubling.py", "#" * 200_000_000)), NOTHING, "is larger than 1 MB"),
    Row("zip_of_noise", lambda f: (f / "w.zip").write_bytes(b"PK\5\6" * 999), NOTHING, "as a .zip"),
    Row("new\nline", right, ALL),
    Row("escape\x1b[2J\x1b]0;owned\x07", right, ALL),
    Row("<script>alert(1)<!--", right, ALL),
    Row("=HYPERLINK(1)", right, ALL),
    Row("-rf", right, ALL),
    Row("--help", right, ALL),
    Row("[bold]red[nonsense]", right, ALL),
    Row("%2e%2e%2f", right, ALL),
    Row("quote'\"`$(id)", right, ALL),
    Row("back\\slash", right, ALL),
    Row("\u202egnp.exe", right, ALL),
    Row("김민준", right, ALL),
    Row("e\u0301", right, ALL),
    Row("\u00e9", lambda folder: None, NOTHING, "contains no doubling.py"),
    Row(LONG + "1", right, ALL),
    Row(LONG + "2", lambda folder: None, NOTHING, "contains no doubling.py"),
    Row("grades", right, ALL),
    Row("index", right, ALL),
    Row(b"latin-\xe9\xff", right, ALL),
]
if os.geteuid() == 0:
    ROWS.append(Row("device", device, NOTHING, "is not a regular file"))
each_row = pytest.mark.parametrize("row", ROWS, ids=[ascii(row.folder)[-40:] for row in ROWS])


TWINS = ("twin\x01", "twin\x02")


@pytest.fixture(scope="module")
def graded() -> Iterator[Graded]:
    """Grade all rows in one run."""
    with Surroundings() as surroundings:
        surroundings.hand_in("honest", honest())
        surroundings.hand_in(TWINS[0], honest())
        (surroundings.submitted / TWINS[1]).mkdir()
        for row in ROWS:
            folder = surroundings.submitted / os.fsdecode(row.folder)
            folder.mkdir()
            row.hand_in(folder)
        yield grade(surroundings, best_level())


@pytest.fixture(scope="module")
def reports(graded: Graded) -> list[dict[str, Any]]:
    """Read all reports."""
    files = graded.surroundings.out.glob("[!.]*.json")
    return [json.loads(path.read_text(encoding="utf-8")) for path in files]


def shown(folder: str | bytes) -> str:
    """Return a name as it is shown to people."""
    letters = os.fsdecode(folder)
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in letters)


@each_row
def test_score_and_reason(reports: list[dict[str, Any]], row: Row) -> None:
    """Each folder has one report, with the score that is due, and the reason."""
    (report,) = [report for report in reports if report["student"] == shown(row.folder)]

    assert report["score"] == row.score
    assert row.says in "\n".join(told(report))


def test_names_that_look_the_same_are_told_apart(reports: list[dict[str, Any]]) -> None:
    """Nobody's report is written over because two names differ in what is not shown."""
    found = [report for report in reports if report["student"].startswith(shown(TWINS[0]))]

    assert sorted(report["score"] for report in found) == [NOTHING, ALL]


def test_every_folder_has_its_files(graded: Graded, reports: list[dict[str, Any]]) -> None:
    """There are as many reports and pages as folders, all of them in the output folder."""
    pages = list(graded.surroundings.out.glob("[!.]*.html"))

    assert graded.exit_code == 0, graded.terminal
    assert len(reports) == len(pages) == len(ROWS) + len(TWINS) + 1


def test_nothing_else_has_changed(graded: Graded) -> None:
    """Nothing was unpacked, followed or deleted."""
    assert graded.after == graded.before
    assert graded.left == []


def test_terminal_and_table_are_harmless(graded: Graded) -> None:
    """No name steers the instructor's terminal or spreadsheet."""
    table = (graded.surroundings.out / "grades.csv").read_text(encoding="utf-8")

    assert "Traceback" not in graded.terminal
    assert not CONTROL.search(graded.terminal + table)
    assert not re.search(r"^[=+@-]", table, re.MULTILINE)


def test_pages_are_harmless(graded: Graded) -> None:
    """No name is taken for a part of a page."""
    pages = [path.read_text(encoding="utf-8") for path in graded.surroundings.out.glob("*.html")]

    assert pages
    assert not re.search(r"<script>alert|<!--", "".join(pages))


def test_reasons_are_clear(reports: list[dict[str, Any]]) -> None:
    """Where there are no points there is a sentence."""
    failed = [report for report in reports if report["score"] == NOTHING]

    assert all(check["message"] for report in failed for check in checks(report))
    assert "Traceback" not in json.dumps(reports)
