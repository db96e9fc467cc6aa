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

pytestmark = pytest.mark.soak  # a server has to start

VARIABLE = "AUTOGRADER_TEST_POSTGRESQL"
PROGRAMS = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
SEARCHED = os.pathsep.join([os.environ["PATH"], *map(str, PROGRAMS)])
INITDB = shutil.which("initdb", path=SEARCHED)
OPTIONS = "-c listen_addresses='' -c fsync=off -c unix_socket_directories={folder}"
SCORES = """
from nbgrader.api import Gradebook
with Gradebook({url!r}) as book:
    for student in {students}:
        notebook = book.find_submission_notebook("doubling", "01_doubling", student)
        print(sorted((grade.name, grade.auto_score) for grade in notebook.grades))
"""
FULL = "[('check-Growth', 3.0), ('check-double', 2.0)]\n"


def _owner():
    """Return the user of the server: the server refuses to run as root."""
    if os.getuid() != 0:
        return None
    names = [user.pw_name for user in pwd.getpwall()]
    return "postgres" if "postgres" in names else "nobody"


def _run(*words):
    subprocess.run(words, user=_owner(), check=True, capture_output=True, timeout=60)


def _start(folder):
    log, options = str(folder / "log"), OPTIONS.format(folder=folder)
    _control(folder, "-l", log, "-w", "-o", options, "start")


def _stop(folder):
    _control(folder, "-m", "immediate", "stop")


def _control(folder, *words):
    _run(str(Path(INITDB).with_name("pg_ctl")), "-D", str(folder / "data"), *words)


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
    _run(INITDB, "-D", str(folder / "data"), "-U", "grader", "-A", "trust", "--no-sync")
    _start(folder)
    yield f"postgresql+psycopg://grader@/postgres?host={folder}"
    _stop(folder)
    shutil.rmtree(folder)


@pytest.fixture
def on_server(course, database):
    """Give a course whose gradebook is in the database."""
    course.autograder("course", "init", course.root, "--db-url", database)
    course.nbgrader("generate_assignment 01_doubling --force")
    return course


def scores(course, url, *students):
    """Return the points of students, a line each."""
    return course.run("-c", SCORES.format(url=url, students=students)).stdout


def test_grades(on_server, database):
    """Both commands grade into a gradebook on a PostgreSQL server."""
    on_server.hand_in("right", on_server.solved())
    on_server.nbgrader("autograde 01_doubling")
    by_nbgrader = scores(on_server, database, "right")
    said = on_server.autograder("grade", "--course", ".", "--assignment", "01").stdout
    by_autograder = scores(on_server, database, "right")
    assert by_nbgrader == by_autograder == FULL
    assert "Grades: postgresql+psycopg://" in said


def test_a_server_that_is_killed(on_server, database, until, slowly):
    """When the server goes away there is one sentence; when it is back, the rest is graded."""
    if os.environ.get(VARIABLE):
        pytest.skip("the server that is used is not ours to kill")
    folder = Path(database.partition("host=")[2])
    students = [f"student_{number}" for number in range(6)]
    for student in students:
        on_server.hand_in(student, slowly(on_server.solved()))
    command = ("-m", "autograder", "grade", "--course", ".", "--assignment", "01")
    with on_server.start(*command) as process:
        until(lambda: len(list((on_server.root / "autograded").glob("*/01_doubling"))) >= 2)
        _stop(folder)
        printed, _ = process.communicate(timeout=200)

    assert process.returncode == 2
    assert "The gradebook postgresql+psycopg://" in printed.splitlines()[-1]
    assert "can no longer be used" in printed
    assert "Traceback" not in printed
    _start(folder)
    on_server.run(*command)
    assert scores(on_server, database, *students) == FULL * 6
