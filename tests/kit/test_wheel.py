"""What students install: the wheel alone, in an environment of its own, with an assignment."""

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ASSIGNMENT = "03_logistic_regression"
ALL = sorted(path.parent.name for path in ROOT.glob("solutions/*/assignment.toml"))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    """Build the wheel from the checkout."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def environment(wheel, tmp_path_factory) -> Path:
    """Install the wheel into a new environment, beside the third-party packages of this one."""
    folder = tmp_path_factory.mktemp("student") / "venv"
    venv.create(folder, symlinks=True)
    packages = next(folder.glob("lib/python*/site-packages"))
    shutil.copytree(
        sysconfig.get_path("purelib"),
        packages,
        copy_function=_link,
        ignore=shutil.ignore_patterns("*nn_autograder*", "__pycache__"),
        dirs_exist_ok=True,
    )
    zipfile.ZipFile(wheel).extractall(packages)
    return folder


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:  # another file system
        shutil.copy(source, target)


@pytest.fixture
def student(environment, tmp_path):
    """Run Python in that environment, in a student's folder with the assignments."""
    shutil.copytree(ROOT / "assignments", tmp_path / "assignments")

    def run(*arguments: str, cwd: str = ".") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [str(environment / "bin" / "python"), *arguments],
            cwd=tmp_path / "assignments" / cwd,
            env={"PATH": os.environ["PATH"], "HOME": str(tmp_path), "AUTOGRADER_LANG": "en"},
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    return run


def test_wheel_holds_the_program_alone(wheel):
    """Nothing but autograder/ and its metadata is in the wheel."""
    names = zipfile.ZipFile(wheel).namelist()

    assert {name.split("/")[0].split("-")[0] for name in names} == {"autograder", "nn_autograder"}


def test_wheel_holds_no_solution(wheel):
    """No file of the wheel is one of the exercises, the oracle or the hidden checks."""
    program = zipfile.ZipFile(wheel)
    secrets = {
        path.read_bytes()
        for folder in ("solutions", "reference_impl", "tests")
        for path in ROOT.glob(f"{folder}/**/*.py")
        if path.stat().st_size
    }

    assert [name for name in program.namelist() if program.read(name) in secrets] == []


@pytest.mark.parametrize("name", ["reference_impl", "solutions", "tests.grading"])
def test_no_secret_can_be_imported(student, name):
    """In a student's environment there is no oracle, no solution and no hidden check."""
    run = student("-c", f"import {name}")

    assert "ModuleNotFoundError" in run.stderr


@pytest.mark.parametrize("assignment", ALL)
def test_stub_is_not_started(student, assignment):
    """Without any work each assignment runs, and every task says so."""
    run = student("-m", "autograder", "check", "--json", cwd=assignment)

    report = json.loads(run.stdout)
    assert run.returncode == 1
    assert {task["status"] for task in report["tasks"]} == {"not started"}
    assert not report["hidden_checks"]


@pytest.mark.parametrize("assignment", ALL)
def test_model_answer_passes_the_visible_checks(student, tmp_path, assignment):
    """With the right work every visible check passes, without anything of the course."""
    (answer,) = {*ROOT.glob(f"solutions/{assignment}/*.py")} - {
        *ROOT.glob(f"solutions/{assignment}/test_*.py"),
        *ROOT.glob(f"solutions/{assignment}/*figure*.py"),
    }
    shutil.copy(answer, tmp_path / "assignments" / assignment)

    run = student("-m", "autograder", "check", cwd=assignment)

    assert run.returncode == 0, run.stdout + run.stderr
    assert "Grading also runs hidden checks." in run.stdout


def test_check_leaves_nothing_behind(student, tmp_path):
    """Checking leaves no file in the student's folder."""
    before = sorted(path for path in (tmp_path / "assignments").rglob("*"))

    student("-m", "autograder", "check", cwd=ASSIGNMENT)

    assert sorted(path for path in (tmp_path / "assignments").rglob("*")) == before
