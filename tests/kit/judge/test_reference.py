"""A task that uses a wrong one is judged by itself: the reference answers in its place."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

TINY_COURSE = Path(__file__).parents[1] / "tiny_course"
LIMITS = "[limits]\ncall_seconds = 1\nsubmission_seconds = 30\nmemory_mb = 1024\n\n"
RIGHT = "def double(x):\n    return x + x\n"
UNWRITTEN = "def double(x):\n    raise NotImplementedError('double: not written yet')\n"

WRONG = "def double(x):\n    return 3 * x\n"
RIGHT_GROWTH = """
class Growth:
    def __init__(self, value=1.0):
        self.value = value
    def step(self, times=1):
        for _ in range(times):
            self.value = double(self.value)
        return self.value
"""
# how a student's code that knows the worker speaks to the judge
FORGERY = """
import json, os, struct, sys
def above(name):
    frame = sys._getframe()
    while name not in frame.f_locals:
        frame = frame.f_back
    return frame.f_locals[name]
def send(**fields):
    header = json.dumps(fields).encode()
    os.write(above("channel")._replies, struct.pack("<4sIQ", b"nn01", len(header), 0) + header)
def identity():
    return above("request")["id"]
"""


def growth(body: str, double: str = WRONG) -> str:
    """Write a `Growth` whose method `step` has this body, beside a wrong `double`."""
    head = "class Growth:\n    def __init__(self, value=1.0):\n        self.value = value\n"
    lines = "".join(f"        {line}\n" for line in body.splitlines())
    return f"{double}{FORGERY}\n{head}    def step(self, times=1):\n{lines}"


HOARDED = WRONG.replace("3 * x", "2 * x if hasattr(np, 'hoard') else 3 * x")
QUESTION = "id=identity(), asks='double', args=[1.0]"
SUBMISSIONS = {
    "wrong": WRONG + RIGHT_GROWTH,
    "missing": RIGHT_GROWTH,
    "not_written": UNWRITTEN + RIGHT_GROWTH,
    "both_wrong": growth("self.value = 5 * double(self.value)\nreturn self.value"),
    "all_right": RIGHT + RIGHT_GROWTH,
    "hoards": growth("np.hoard = True\nreturn double(self.value)", HOARDED),
    "own_object": growth("return double(self)"),
    "array_of_objects": growth("return double(np.array([object()]))"),
    "two_arguments": growth("return double(1.0, 2.0)"),
    "dictionary": growth("return double({'a': 1})"),
    "endless": growth("while True:\n    double(1.0)"),
    "too_much": growth("return double(np.zeros((30_000, 30_000)))"),
    "another_name": growth("send(id=identity(), asks='Growth', args=[], kwargs={})"),
    "several_names": growth("send(id=identity(), asks=['double'], args=[], kwargs={})"),
    "no_arguments": growth("send(id=identity(), asks='double', args=1, kwargs={})"),
    "nameless": growth("send(id=identity(), asks='double', args=[], kwargs=[])"),
    "another_request": growth("send(id='0' * 16, asks='double', args=[1], kwargs={})"),
    "after_the_reply": growth(
        f"send(id=identity(), value=2.0)\nsend({QUESTION}, kwargs={{}})\nreturn 2.0"
    ),
    "flood": growth(f"while True:\n    send({QUESTION}, kwargs={{}})"),
}


@pytest.fixture(scope="module")
def reports(tmp_path_factory):
    """Grade all submissions with the command line; return their tasks by student and name."""
    root = tmp_path_factory.mktemp("answered")
    manifest = shutil.copytree(TINY_COURSE, root / "course").joinpath(
        "solutions", "01_doubling", "assignment.toml"
    )
    text = manifest.read_text(encoding="utf-8")
    manifest.write_text(text.replace("[thresholds", LIMITS + "[thresholds"), encoding="utf-8")
    for student, source in SUBMISSIONS.items():
        file = root / "submitted" / student / "doubling.py"
        file.parent.mkdir(parents=True)
        file.write_text("import numpy as np\n" + source, encoding="utf-8")
    command = ["grade", "submitted", "--assignment", "01", "--course", "course"]
    subprocess.run(
        [sys.executable, "-m", "autograder", *command, "--out", "reports", "--allow-unisolated"],
        cwd=root,
        env={**os.environ, "AUTOGRADER_LANG": "en", "AUTOGRADER_CACHE": str(root / "cache")},
        check=True,
        timeout=300,
    )
    return {
        file.stem: {task["name"]: task for task in json.loads(file.read_bytes())["tasks"]}
        for file in (root / "reports").glob("*.json")
    }


@pytest.fixture
def tasks(reports, student):
    """Give the tasks of one submission."""
    return reports[student]


def said(task):
    """Return all that is said of a task."""
    return "\n".join([task["note"], *(check["message"] for check in task["checks"])])


@pytest.mark.parametrize("student", ["wrong", "missing", "not_written"])
def test_right_task_has_its_points_whatever_it_uses(tasks):
    """A task that is right keeps all its points, and the report says who answered."""
    assert (tasks["Growth"]["status"], tasks["Growth"]["points"]) == ("passed", 3.0)
    assert tasks["double"]["points"] == 0.0
    assert "the model answer replaced: `double`." in tasks["Growth"]["note"]


@pytest.mark.parametrize("student", ["both_wrong"])
def test_wrong_task_fails_for_its_own_mistake(tasks):
    """What is wrong with right answers too is the task's own, and is said."""
    assert (tasks["Growth"]["status"], tasks["Growth"]["points"]) == ("failed", 1.5)
    assert "is not right" in said(tasks["Growth"])


@pytest.mark.parametrize("student", ["all_right"])
def test_nothing_is_answered_without_need(tasks):
    """Where all that a task uses is right, nothing is answered for it."""
    assert tasks["Growth"]["points"] == 3.0
    assert tasks["Growth"]["note"] == ""


@pytest.mark.parametrize("student", [name for name in SUBMISSIONS if name != "all_right"])
def test_answers_gain_nothing_for_the_task_itself(tasks):
    """No question, however it is asked, brings the answered task itself a point."""
    assert tasks["double"]["points"] == 0.0


@pytest.mark.parametrize(
    "student", ["own_object", "array_of_objects", "two_arguments", "dictionary"]
)
def test_what_has_no_answer_is_an_exception(tasks):
    """It raises in the student's own line, and shows nothing of the course's code."""
    assert tasks["Growth"]["points"] == 0.0
    assert "`Growth.step` raised an exception: TypeError" in said(tasks["Growth"])
    assert "np.add" not in said(tasks["Growth"])


@pytest.mark.parametrize(
    ("student", "statuses", "says"),
    [
        ("endless", {"blocked", "timed out"}, "than"),
        ("too_much", {"failed", "crashed"}, "`Growth.step`"),
        ("another_name", {"crashed"}, "interfered"),
        ("several_names", {"crashed"}, "interfered"),
        ("no_arguments", {"crashed"}, "interfered"),
        ("nameless", {"crashed"}, "interfered"),
        ("another_request", {"crashed"}, "interfered"),
        ("after_the_reply", {"crashed"}, "interfered"),
        ("flood", {"blocked", "crashed"}, "`"),
    ],
)
def test_hostile_questions_cost_the_task_that_asks_them(tasks, statuses, says):
    """Questions without end, of another kind or in a forged frame gain no point."""
    assert tasks["Growth"]["status"] in statuses
    assert tasks["Growth"]["points"] == 0.0
    assert says in said(tasks["Growth"])
