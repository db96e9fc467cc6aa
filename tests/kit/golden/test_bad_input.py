"""Bad input: one clear sentence each, a report for every student, and no harm to the others."""

import csv
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

TINY_COURSE = Path(__file__).parents[1] / "tiny_course"
RIGHT = (TINY_COURSE / "solutions" / "01_doubling" / "doubling.py").read_text(encoding="utf-8")
# a submission that is read costs nobody else's time; one that hangs costs 1 s
LIMITS = "[limits]\ncall_seconds = 1\nsubmission_seconds = 30\n\n"
BOOBY_TRAP = "import os\nos._exit(3)\n"

Class = dict[str, dict[str, Any]]
HandIn = Callable[[Path], object]


class Row(NamedTuple):
    """One student: what is handed in, what it earns for each task, what must be said."""

    student: str
    hand_in: HandIn
    points: tuple[float, float]
    says: str


def code(text: str) -> HandIn:
    """Hand in this text as the module's file."""
    return lambda folder: (folder / "doubling.py").write_text(text, encoding="utf-8")


def data(content: bytes) -> HandIn:
    """Hand in these bytes as the module's file."""
    return lambda folder: (folder / "doubling.py").write_bytes(content)


def first(line: str) -> HandIn:
    """Hand in a right answer that does something else first, in a cell of its own."""
    return code(f"# %%\n{line}\n\n{RIGHT}")


def instead(cell: str) -> HandIn:
    """Hand in a right answer with another cell for the task `double`."""
    before, _double, after = RIGHT.split('\n# %% task="')
    return code(f'{before}\n# %% task="double"\n{cell}\n\n# %% task="{after}')


def a_link(folder: Path) -> None:
    """Hand in a link to somebody else's work."""
    (folder / "doubling.py").symlink_to(folder.parent / "a_right_answer" / "doubling.py")


def linked_folder(folder: Path) -> None:
    """Be a link to somebody else's folder."""
    folder.rmdir()
    folder.symlink_to(folder.parent / "a_right_answer", target_is_directory=True)


def a_folder(folder: Path) -> None:
    """Hand in a folder in the place of the file."""
    (folder / "doubling.py").mkdir()


def traps(folder: Path) -> None:
    """Hand in, next to a right answer, files that Python and pytest might pick up."""
    for name in ("conftest.py", "numpy.py", "sitecustomize.py", "autograder.py", "test_x.py"):
        (folder / name).write_text(BOOBY_TRAP, encoding="utf-8")
    (folder / "pytest.ini").write_text("[pytest]\naddopts = --collect-only\n", encoding="utf-8")
    code(RIGHT)(folder)


def nothing(folder: Path) -> None:
    """Hand in an empty folder."""


# what the reference helps with: `Growth` is right where `double` is not
ALL, NOTHING, REST = (2.0, 3.0), (0.0, 0.0), (0.0, 3.0)
ROWS = [
    Row("a_right_answer", code(RIGHT), ALL, ""),
    Row("a_right_answer_among_traps", traps, ALL, ""),
    Row("empty_file", data(b""), NOTHING, "doubling.py: contains no code"),
    Row("empty_folder", nothing, NOTHING, "contains no doubling.py and no doubling.ipynb"),
    Row("syntax_error", instead("def double(x:\n    return x + x"), REST, "def double(x:"),
    Row(
        "syntax_error_elsewhere",
        first("print 'hello'"),
        ALL,
        "doubling.py, line 2: not valid Python",
    ),
    Row("brackets_without_end", first("(" * 100_000), ALL, "this cell was left out"),
    Row("missing_function", instead("pass"), REST, "There is no `double` in your code."),
    Row(
        "misspelled_function",
        instead("def dubble(x):\n    return x + x"),
        REST,
        "Did you mean `dubble`?",
    ),
    Row(
        "wrong_signature",
        instead("def double(x, times):\n    return times * x"),
        REST,
        "your definition is `def double(x, times)`",
    ),
    Row(
        "two_results",
        instead("def double(x):\n    return x, x"),
        REST,
        "`double(x)` is a tuple of 2 values, not a NumPy array.",
    ),
    Row("no_result", instead("def double(x):\n    x + x"), REST, "is a `return` missing?"),
    Row(
        "prints_100_mb",
        first("print('x' * 100_000_000)"),
        ALL,
        "Your code prints 95 MB while it is being loaded; print less.",
    ),
    Row(
        "writes_100_mb_past_python",
        first("import os\nwhile True: os.write(1, b'x' * 1_000_000)"),
        ALL,
        "being loaded",
    ),
    Row("hangs", first("while True: pass"), ALL, "was stopped"),
    Row("exits", first("import sys\nsys.exit(0)"), ALL, "calls exit() while it is being loaded"),
    Row("exits_at_once", first("import os\nos._exit(0)"), ALL, "ended the process"),
    Row("raises", first("1 / 0"), ALL, "ZeroDivisionError: division by zero"),
    Row("runs_out_of_memory", first("x = bytearray(1 << 40)"), ALL, "MemoryError"),
    Row(
        "needs_a_package",
        first("import tensorflaw"),
        ALL,
        "`tensorflaw` is neither installed here nor one of your files.",
    ),
    Row("not_utf8", data(f"# 두 배\n{RIGHT}".encode("cp949")), ALL, "save it as UTF-8"),
    Row("no_text", data(b"# \xff\xfe\x81\n" + RIGHT.encode()), NOTHING, "line 1 is not UTF-8 text"),
    Row("null_bytes", data(b"# %%\nx = 1\x00\n" + RIGHT.encode()), ALL, "contains NUL characters"),
    Row("a_folder", a_folder, NOTHING, "is a folder, not a file"),
    Row("a_link", a_link, NOTHING, "is a link; submit the file itself"),
    Row("a_linked_folder", linked_folder, NOTHING, "is a link; submit the folder itself"),
    Row("fifty_mb", data(b"x = 1\n" * 9_000_000), NOTHING, "is larger than 1 MB"),
]
each_row = pytest.mark.parametrize("row", ROWS, ids=[row.student for row in ROWS])


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Grade all rows in one run; give the folder of the reports."""
    root = tmp_path_factory.mktemp("bad_input")
    course = Path(shutil.copytree(TINY_COURSE, root / "course"))
    manifest = course / "solutions" / "01_doubling" / "assignment.toml"
    text = manifest.read_text(encoding="utf-8")
    manifest.write_text(text.replace("[thresholds", LIMITS + "[thresholds"), encoding="utf-8")
    for row in ROWS:
        folder = root / "submitted" / row.student
        folder.mkdir(parents=True)
        row.hand_in(folder)
    command = ["grade", "submitted", "--assignment", "01", "--course", "course"]
    run = subprocess.run(
        [sys.executable, "-m", "autograder", *command, "--out", "reports", "--allow-unisolated"],
        cwd=root,
        env={**os.environ, "AUTOGRADER_LANG": "en", "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    (root / "reports" / "terminal.txt").write_text(run.stdout + run.stderr, encoding="utf-8")
    (root / "reports" / "exit_code.txt").write_text(str(run.returncode), encoding="utf-8")
    return root / "reports"


def report_of(graded: Path, student: str) -> dict[str, Any]:
    """Read a student's report."""
    return json.loads((graded / f"{student}.json").read_text(encoding="utf-8"))


@each_row
def test_points(graded: Path, row: Row) -> None:
    """Each submission earns what its usable code earns."""
    tasks = report_of(graded, row.student)["tasks"]

    assert tuple(task["points"] for task in tasks) == row.points


@each_row
def test_sentence(graded: Path, row: Row) -> None:
    """The report says what is wrong."""
    report = report_of(graded, row.student)
    checks = [check for task in report["tasks"] for check in task["checks"]]

    assert row.says in "\n".join([*report["problems"], *(check["message"] for check in checks)])


def test_exit_code(graded: Path) -> None:
    """Every submission got a report, so the exit code is 0."""
    assert (graded / "exit_code.txt").read_text(encoding="utf-8") == "0"


def test_table(graded: Path) -> None:
    """grades.csv has a row for each student, with the right score."""
    with (graded / "grades.csv").open(encoding="utf-8", newline="") as file:
        scores = {row["student"]: float(row["score"]) for row in csv.DictReader(file)}

    assert scores == {row.student: sum(row.points) for row in ROWS}


@pytest.mark.parametrize("pattern", ["*.json", "*.html", "*.csv", "terminal.txt"])
def test_no_traceback(graded: Path, pattern: str) -> None:
    """Nobody gets to see a traceback."""
    texts = [file.read_text(encoding="utf-8") for file in sorted(graded.glob(pattern))]

    assert texts
    assert "Traceback" not in "\n".join(texts)
