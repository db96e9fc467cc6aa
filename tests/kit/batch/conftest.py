"""What tests of grading over processes share: a submission that ends whatever grades it."""

import pytest

ENDS_THE_JUDGE = '''

@pytest.mark.task("double", weight=1)
def test_survives(student):
    """A student who is off by 1 ends the process that grades him.

    ko: 1만큼 틀린 학생은 채점하는 프로세스를 끝냅니다.
    """
    if student.double(np.zeros(1))[0] == 1:
        os._exit(1)
'''


@pytest.fixture
def ends_judge(tiny_course):
    """Let a hidden check end the process that grades the student who is off by 1."""
    checks = tiny_course / "tests" / "grading" / "01_doubling" / "test_doubling.py"
    imports = "import os\n\nimport numpy as np\n"
    checks.write_text(imports + checks.read_text(encoding="utf-8") + ENDS_THE_JUDGE, "utf-8")
