"""``check`` in a kernel of Jupyter, as a front end gets it."""

import re

import pytest

RIGHT = "import numpy as np\n\ndef double(x):\n    return np.add(x, x)\n"
WRONG = "def double(x):\n    return 3.0 * x\n"
GROWTH = """
class Growth:
    def __init__(self, value=1.0):
        self.value = value

    def step(self, times=1):
        for _ in range(times):
            self.value = double(self.value)
        return self.value
"""


@pytest.fixture(scope="module")
def warm(kernel):
    """Have the judge started: the first check takes so long that it says what it is doing."""
    kernel.run(RIGHT)
    kernel.run('from autograder import check; check("double")')
    return kernel


@pytest.fixture
def cells(warm):
    """Forget what cells of other tests defined, and import ``check`` as a notebook does."""
    warm.run("%reset -f")
    warm.run("%reset -f in")
    warm.run("from autograder import check")
    return warm


def _result(outputs):
    """Return the data of the one output that a cell of `check` may have."""
    ((kind, content),) = outputs
    assert kind == "execute_result"
    return content["data"]


def test_a_result_is_a_bare_number_and_a_report(cells):
    """What nbgrader reads is the points and nothing else; what a student sees is the report."""
    cells.run(RIGHT)
    data = _result(cells.run('check("double")'))
    assert data["text/plain"] == "2.0"
    assert "1 of 1 checks" in data["text/html"]
    assert "grading also runs hidden ones" in data["text/html"]
    assert set(data) == {"text/plain", "text/html"}


def test_a_failure_says_why_and_offers_the_hint(cells):
    """The report of a wrong function has the reason and, folded up, the task's hint."""
    cells.run(WRONG)
    data = _result(cells.run('check("double")'))
    assert data["text/plain"] == "0.0"
    assert "`double(x)` is not right." in data["text/html"]
    assert "Add x to itself" in data["text/html"]


def test_an_exception_names_the_cell_as_the_notebook_counts_it(cells):
    """The line of the student's own cell is shown, not one of the kit."""
    cells.run("def double(x):\n    y = x\n    return y + unknown\n")
    report = _result(cells.run('check("double")'))["text/html"]
    assert "NameError: name &#39;unknown&#39; is not defined" in report
    assert ", line 3, in double:\n    return y + unknown" in report
    assert "In[" in report
    assert "autograder/" not in report


def test_what_a_task_needs_is_blamed_first(cells):
    """A class that is right, and uses a function that is not, is blocked."""
    cells.run(WRONG + GROWTH)
    report = _result(cells.run('check("Growth")'))["text/html"]
    assert "⊘ blocked" in report
    assert "This needs `double`" in report


def test_nothing_of_a_student_becomes_a_tag(cells):
    """The text of an exception is escaped."""
    cells.run("def double(x):\n    raise ValueError('<script>alert(1)</script>')\n")
    report = _result(cells.run('check("double")'))["text/html"]
    assert "<script" not in report
    assert "&lt;script&gt;alert(1)" in report


def test_prints_and_warnings_stay_inside(cells):
    """Neither stdout nor stderr of the student's functions is left in the cell of `check`."""
    cells.run(
        "import sys, warnings\n"
        "def double(x):\n"
        "    print('here'); print('there', file=sys.stderr); warnings.warn('so')\n"
        "    return x + x\n"
    )
    assert _result(cells.run('check("double")'))["text/plain"] == "2.0"


@pytest.mark.parametrize(
    ("cell", "sentence"),
    [
        ('check("triple")', "01_doubling has no task `triple`; tasks: double, Growth"),
        ("check()", "01_doubling has no task ``; tasks: double, Growth"),
        (
            'check("double")',
            "There is no `double` here: run its cell first, or check the spelling.",
        ),
        ('check.language("fr")', 'There is no language \'fr\'; available: "en", "ko".'),
    ],
)
def test_a_check_that_cannot_run_is_one_sentence(cells, cell, sentence):
    """What the kit refuses is a sentence without any traceback, and an error to nbgrader."""
    ((kind, content),) = cells.run(cell)
    assert kind == "error"
    assert content["traceback"] == [sentence]


@pytest.mark.parametrize(
    ("cell", "sentence"),
    [
        (
            "x = 1\ndef double(x:\n    return x",
            r"There is no `double` yet: its cell could not be run\. In\[\d+\], line 2: "
            r"not valid Python: '\(' was never closed\.",
        ),
        (
            "x = unknown\ndef double(x):\n    return x",
            r"There is no `double` here\. Its cell, In\[\d+\], may have failed with an error: "
            r"fix it and run it again\.",
        ),
    ],
)
def test_a_cell_that_failed_is_named(cells, cell, sentence):
    """What is not defined, as its cell did not run, is not said to be missing for no reason."""
    ((_kind, failure),) = cells.run(cell)
    ((_kind, refusal),) = cells.run('check("double")')
    ((_kind, counted),) = cells.run("In[-1]")
    assert failure["ename"] in ("SyntaxError", "NameError")
    assert re.fullmatch(sentence, refusal["traceback"][0])
    assert f"In[{counted['execution_count'] - 2}]" in refusal["traceback"][0]


def test_an_answer_whose_newest_cell_failed_is_told_to_be_the_one_before(cells):
    """The points are those of what is defined, and the report says that it is outdated."""
    cells.run(RIGHT)
    cells.run("def double(x):\n    return x +")
    data = _result(cells.run('check("double")'))
    cells.run(RIGHT)
    again = _result(cells.run('check("double")'))
    assert data["text/plain"] == "2.0"
    assert "earlier `double` was checked: its newest cell could not" in data["text/html"]
    assert "earlier" not in again["text/html"]


def test_a_cell_that_changed_its_folder_still_finds_the_checks(cells):
    """A notebook that went elsewhere to read a file is checked as before."""
    cells.run(RIGHT)
    cells.run('check("double")')
    data = _result(cells.run('import os; here = os.getcwd(); os.chdir("/"); check("double")'))
    cells.run("os.chdir(here)")
    assert data["text/plain"] == "2.0"


def test_an_interrupt_is_one_sentence_and_the_next_check_runs(cells):
    """The stop button ends a check in a sentence; nothing of it is left for the next one."""
    cells.run("import time\ndef double(x):\n    time.sleep(600)\n")
    running = cells.client.execute('check("double")')
    cells.wait_for(running, "display_data")
    cells.manager.interrupt_kernel()
    kind, content = cells.outputs(running)[-1]
    assert (kind, content["traceback"]) == (
        "error",
        ["Stopped: the check did not finish."],
    )
    cells.run(RIGHT)
    assert _result(cells.run('check("double")'))["text/plain"] == "2.0"


def test_a_long_check_says_what_it_is_doing_and_takes_the_line_back(cells):
    """After a second a line tells which check runs, and for how long; in the end it is empty."""
    cells.run("import time\ndef double(x):\n    time.sleep(2.5)\n    return x + x\n")
    first, *updates, last = cells.run('check("double")')
    assert first[0] == "display_data"
    assert first[1]["data"]["text/plain"].startswith("Checking `double`: 1 s.")
    assert "Twice 1 and 2 are 2 and 4." in updates[0][1]["data"]["text/plain"]
    assert updates[-1][1]["data"]["text/plain"] == ""
    assert last[0] == "execute_result"


def test_the_language_can_be_chosen(cells):
    """After `check.language("ko")` the names of checks are Korean."""
    cells.run(RIGHT + '\ncheck.language("ko")')
    korean = _result(cells.run('check("double")'))["text/html"]
    cells.run('check.language("en")')
    english = _result(cells.run('check("double")'))["text/html"]
    assert "1과 2의 두 배는 2와 4이다." in korean
    assert "Twice 1 and 2 are 2 and 4." in english


def test_the_second_check_costs_less_than_half_a_second(cells):
    """The judge stays up between checks; counted in processor time, for a busy machine's sake."""
    cells.run(RIGHT)
    cells.run('check("double")')
    ((_kind, content),) = cells.run(
        "import time; start = time.process_time()\n"
        'check("double"); time.process_time() - start < 0.5'
    )
    assert content["data"]["text/plain"] == "True"
