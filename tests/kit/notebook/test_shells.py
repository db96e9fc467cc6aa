"""``check`` away from notebooks: plain Python, and IPython in a terminal."""

import os
import re
import subprocess
import sys

import pytest

RIGHT = "def double(x): return x + x\n"
CHECK = 'from autograder import check\nprint(repr(check("double")))\n'


@pytest.fixture
def python(folder, tmp_path):
    """Run Python with some arguments in the student's folder."""

    def run(*arguments, **environment):
        return subprocess.run(
            [sys.executable, *arguments],
            cwd=folder,
            env={
                **os.environ,
                "AUTOGRADER_LANG": "en",
                "HOME": str(tmp_path),
                "PYTHONUTF8": "1",
                **environment,
            },
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            timeout=120,
        )

    return run


@pytest.mark.parametrize("shell", [["-c"], ["-m", "IPython", "--colors=nocolor", "-c"]])
def test_a_terminal_shows_the_report_as_text(python, shell):
    """Without HTML the report is printed, the number is the value, and nothing goes to stderr."""
    run = python(*shell, RIGHT + CHECK)
    assert "✔ double                   1 of 1 checks\nThese are the visible checks" in run.stdout
    assert run.stdout.endswith("\n2.0\n")
    assert run.stderr == ""


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")
def test_a_terminal_is_told_what_takes_so_long(folder):
    """A line that is written over, and wiped in the end, fits into the terminal."""
    ours, theirs = os.openpty()
    slow = "import time\ndef double(x):\n    time.sleep(2.5)\n    return x + x\n"
    environment = {**os.environ, "AUTOGRADER_LANG": "en", "COLUMNS": "40", "TERM": "dumb"}
    command = [sys.executable, "-c", slow + CHECK]
    subprocess.run(command, cwd=folder, env=environment, stdout=theirs, check=True, timeout=120)
    os.close(theirs)
    shown = os.read(ours, 10_000).decode()
    os.close(ours)
    assert re.search(r"\r\x1b\[KChecking `double`: \d s\. Twice 1 and 2 a\r", shown)
    assert "\r\x1b[K✔ double" in shown


def test_the_variable_chooses_the_language(python):
    """With AUTOGRADER_LANG=ko the checks have their Korean names."""
    run = python("-c", "def double(x): return x\n" + CHECK, AUTOGRADER_LANG="ko")
    assert "1과 2의 두 배는 2와 4이다." in run.stdout


def test_plain_python_is_told_on_stderr_and_goes_on(python):
    """What the kit refuses is a sentence on stderr, no traceback, and the value is None."""
    run = python("-c", CHECK)
    assert (run.returncode, run.stdout) == (0, "None\n")
    assert run.stderr.startswith("There is no `double` here")
    assert run.stderr.count("\n") == 1


def test_a_folder_without_an_assignment_is_named(python, tmp_path):
    """Outside of an assignment's folder the sentence says where the notebook belongs."""
    run = python("-c", f"import os; os.chdir({str(tmp_path)!r})\n" + RIGHT + CHECK)
    assert f"{tmp_path} is not an assignment's folder: it has no assignment.toml" in run.stderr


def test_a_script_is_named_in_failures(python, folder):
    """A line of a script is shown by the script's name."""
    (folder / "mine.py").write_text("def double(x):\n    return x + unknown\n" + CHECK)
    assert "mine.py, line 2, in double:" in python("mine.py").stdout


def test_checks_that_change_are_read_anew(python, folder):
    """A new version of the checks takes effect without a new start."""
    edit = (
        "from pathlib import Path; file = Path('test_doubling.py')\n"
        "file.write_text(file.read_text().replace('2.0, 4.0', '2.0, 5.0'))\n"
    )
    assert "✘ double" in python("-c", RIGHT + CHECK + edit + CHECK).stdout.partition("2.0\n")[2]


@pytest.mark.parametrize(
    ("imported", "module"),
    [
        ("import autograder", "numpy"),
        ("from autograder import check", "pytest"),
        ("from autograder import check", "numpy"),
        (CHECK, "IPython"),
        (CHECK, "nbformat"),
        (CHECK, "sklearn"),
    ],
)
def test_nothing_is_imported_before_it_is_needed(python, imported, module):
    """Importing the kit, and checking, is cheap."""
    run = python("-c", f"import sys\n{imported}\nprint({module!r} in sys.modules)")
    assert run.stdout.endswith("False\n")
