"""Equal files get equal reports, whatever they and their folders are called."""

import pytest

from autograder.course.root import find_course
from autograder.intake import submissions
from autograder.judge import Judge

HALF = "import numpy as np\n\n\ndef double(x):\n    return 2 * x + (np.random.rand() < 0.5)\n"
LUCKY = '''

@pytest.mark.task("double")
def test_luck(student, rng):
    """This passes by luck.

    ko: 운이 좋으면 통과합니다.
    """
    expect.equal(int(rng.random() < 0.5), 1, what="luck")
'''


@pytest.fixture
def lucky_course(tiny_course):
    """Let a hidden check of the tiny course depend on luck."""
    path = tiny_course / "tests" / "grading" / "01_doubling" / "test_doubling.py"
    path.write_text(path.read_text(encoding="utf-8") + LUCKY, encoding="utf-8")
    return tiny_course


def test_twenty_equal_files_get_equal_reports(lucky_course, tmp_path):
    """Points, seed and messages are the same for 20 students with the same file."""
    for number in range(20):
        folder = tmp_path / "class" / f"student {number}"
        folder.mkdir(parents=True)
        (folder / "doubling.py").write_text(HALF, encoding="utf-8")
    assignment = find_course(lucky_course).assignment("01")

    with Judge(assignment, hidden=True) as judge:
        reports = list(
            judge.grade_all(submissions(tmp_path / "class", assignment.name, "doubling"))
        )

    assert len(reports) == 20
    assert len({report.seed for report in reports}) == 1
    assert len({report.score for report in reports}) == 1
