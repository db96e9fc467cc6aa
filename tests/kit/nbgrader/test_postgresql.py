"""A gradebook in PostgreSQL.

The tests start a server of their own where its programs are installed, which on Debian and Ubuntu
takes ``apt install postgresql`` (Fedora: ``dnf install postgresql-server``). To use a running one:
``AUTOGRADER_TEST_POSTGRESQL=postgresql+psycopg://user@host/database pytest tests/kit/nbgrader``;
the database must be empty.
"""

import os
import pwd
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest

VARIABLE = "AUTOGRADER_TEST_POSTGRESQL"
PROGRAMS = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
SEARCHED = os.pathsep.join([os.environ["PATH"], *map(str, PROGRAMS)])
INITDB = shutil.which("initdb", path=SEARCHED)
OPTIONS = "-c listen_addresses='' -c fsync=off -c unix_socket_directories={folder}"
SCORES = """
from nbgrader.api import Gradebook
with Gradebook({url!r}) as book:
    notebook = book.find_submission_notebook("doubling", "01_doubling", "right")
    print(sorted((grade.name, grade.auto_score) for grade in notebook.grades))
"""


def _owner():
    """Return the user of the server: the server refuses to run as root."""
    if os.getuid() != 0:
        return None
    names = [user.pw_name for user in pwd.getpwall()]
    return "postgres" if "postgres" in names else "nobody"


def _run(*words):
    subprocess.run(words, user=_owner(), check=True, capture_output=True, timeout=60)


@pytest.fixture(scope="module")
def database():
    """Give the URL of an empty database."""
    pytest.importorskip("psycopg", reason="the driver is missing: pip install psycopg[binary]")
    if url := os.environ.get(VARIABLE):
        yield url
        return
    if INITDB is None:
        pytest.skip("no PostgreSQL here: apt install postgresql")
    folder = Path(tempfile.mkdtemp(prefix="autograder-postgresql-"))
    if owner := _owner():
        shutil.chown(folder, owner)
    control = str(Path(INITDB).with_name("pg_ctl"))
    data = str(folder / "data")
    _run(INITDB, "-D", data, "-U", "grader", "-A", "trust", "--no-sync")
    log = str(folder / "log")
    _run(control, "-D", data, "-l", log, "-w", "-o", OPTIONS.format(folder=folder), "start")
    yield f"postgresql+psycopg://grader@/postgres?host={folder}"
    _run(control, "-D", data, "-m", "immediate", "stop")
    shutil.rmtree(folder)


def test_grades(course, database):
    """Both commands grade into a gradebook on a PostgreSQL server."""
    course.autograder("course", "init", course.root, "--db-url", database)
    course.nbgrader("generate_assignment 01_doubling --force")
    course.hand_in("right", course.solved())
    course.nbgrader("autograde 01_doubling")
    by_nbgrader = course.run("-c", SCORES.format(url=database)).stdout
    said = course.autograder("grade", "--course", course.root, "--assignment", "01").stdout
    by_autograder = course.run("-c", SCORES.format(url=database)).stdout
    assert by_nbgrader == by_autograder == "[('check-Growth', 3.0), ('check-double', 2.0)]\n"
    assert "Grades: postgresql+psycopg://" in said
