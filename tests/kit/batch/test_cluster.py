"""Grading over a Dask cluster: the reports of one process, whatever becomes of a worker."""

import os
import signal
from pathlib import Path

import msgspec
import pytest

from autograder.batch.cluster import grade_on_cluster
from autograder.batch.job import JobSpec
from autograder.course.root import find_course
from autograder.errors import KitError
from autograder.intake import Submission
from autograder.judge import Judge
from autograder.sandbox.probe import best_level

distributed = pytest.importorskip("distributed")
pytestmark = pytest.mark.filterwarnings("default")  # distributed's own

CLASS_SIZE = 6


@pytest.fixture(scope="module")
def cluster():
    """Start two worker processes on this machine."""
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
    ) as cluster:
        yield cluster


@pytest.fixture
def assignment(tiny_course):
    """Open the one assignment of the tiny course."""
    return find_course(tiny_course).assignment("01")


@pytest.fixture
def job(assignment):
    """Describe the job of its grading."""
    return JobSpec.of(assignment, best_level())


@pytest.fixture
def handed_in(tmp_path):
    """Write a class in which every student is off by another amount, and the last is absent."""
    submissions = []
    for number in range(CLASS_SIZE):
        path = tmp_path / f"s{number:02}.py"
        code = f"import time\n\ndef double(x):\n    time.sleep(0.1)\n    return 2 * x + {number}\n"
        path.write_text(code, encoding="utf-8")
        submissions.append(Submission(student=path.stem, path=path))
    return [*submissions, Submission(student="t", path=tmp_path / "t.py")]


def timeless(report):
    """Write a report as JSON without its times."""
    data = msgspec.to_builtins(report)
    data["seconds"] = 0
    data["tasks"] = [
        task | {"seconds": 0, "checks": [check | {"seconds": 0} for check in task["checks"]]}
        for task in data["tasks"]
    ]
    return msgspec.json.encode(data)


@pytest.fixture
def alone(assignment, handed_in):
    """Grade in this process."""
    with Judge(assignment, hidden=True) as judge:
        return [timeless(report) for report in judge.grade_all(handed_in)]


def by_student(reports):
    """Sort reports, and leave out their times."""
    return [timeless(report) for report in sorted(reports, key=lambda each: each.student)]


def test_cluster_gives_the_reports_of_one_process(cluster, job, handed_in, alone):
    """Three workers give the same reports, byte for byte, but for the times."""
    reports = grade_on_cluster(job, handed_in, cluster.scheduler_address)

    assert by_student(reports) == alone


def test_command_grades_on_a_cluster(cluster, command_line, tiny_course, handed_in, tmp_path):
    """With --scheduler the command leaves reports and table as without."""
    options = ("--assignment", "01", "--course", tiny_course, "--out", "reports")
    (tmp_path / "class" / "kim").mkdir(parents=True)
    handed_in[0].path.rename(tmp_path / "class" / "kim" / "doubling.py")

    done = command_line(
        "grade", tmp_path / "class", *options, "--scheduler", cluster.scheduler_address
    )

    assert done.returncode == 0, done.stderr
    assert (tmp_path / "reports" / "kim.html").exists()
    assert "kim,2.0," in (tmp_path / "reports" / "grades.csv").read_text(encoding="utf-8")


def test_killed_worker_loses_nothing(cluster, job, handed_in, alone):
    """When a worker is killed in the middle, each submission has one report in the end."""
    reports = grade_on_cluster(job, handed_in, cluster.scheduler_address)
    first = next(reports)

    os.kill(next(iter(cluster.workers.values())).pid, signal.SIGKILL)

    assert by_student([first, *reports]) == alone


def test_worker_with_another_course_refuses(cluster, job, handed_in, monkeypatch):
    """A worker whose course is not the one where grading started says so."""
    monkeypatch.setattr(
        JobSpec, "open", lambda self: find_course(Path(self.course)).assignment("01")
    )
    other = job._replace(fingerprint="another")

    with pytest.raises(KitError, match="this course differs from the one where grading started"):
        list(grade_on_cluster(other, handed_in, cluster.scheduler_address))


def test_absent_scheduler_is_said(job, handed_in, monkeypatch):
    """An address where no scheduler is gets a sentence."""
    monkeypatch.setattr("autograder.batch.cluster._SECONDS_TO_CONNECT", 0.5)

    with pytest.raises(KitError, match=r"no Dask scheduler at tcp://127\.0\.0\.1:9"):
        list(grade_on_cluster(job, handed_in, "tcp://127.0.0.1:9"))
