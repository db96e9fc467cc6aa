"""However much a submission answers, the judge holds a bounded part of it."""

import os
import subprocess
import sys

import pytest
from zoo.surroundings import Surroundings, environment

from autograder.sandbox.probe import best_level

if sys.platform != "linux":
    pytest.skip("isolation needs Linux", allow_module_level=True)

CALLS = 20
MANY_CALLS = f"""

@pytest.mark.task("double", weight=1)
def test_many_doubles(student):
    \"\"\"Many calls.

    ko: 여러 번의 호출.
    \"\"\"
    answers = [student.double(np.ones(2)) for _ in range({CALLS})]
    assert len(answers) == {CALLS}
"""
LARGE = """
import numpy as np


def double(x):
    return np.ones(30_000_000)


def Growth(x):
    raise ValueError
"""


def test_peak_is_bounded() -> None:
    """Twenty answers of 240 MB to one check, and the judge stays far below one GB for them."""
    with Surroundings() as surroundings:
        manifest = surroundings.course / "solutions" / "01_doubling" / "assignment.toml"
        text = manifest.read_text(encoding="utf-8")
        manifest.write_text(text.replace("call_seconds = 1\n", "call_seconds = 30\n"))
        checks = manifest.with_name("test_doubling.py")
        checks.write_text(checks.read_text(encoding="utf-8") + MANY_CALLS, encoding="utf-8")
        surroundings.hand_in("kim", LARGE)
        out = surroundings.out
        command = ["grade", str(surroundings.submitted), "--assignment", "01", "--out", str(out)]
        process = subprocess.Popen(
            [sys.executable, "-m", "autograder", *command, "--jobs", "1"],
            cwd=surroundings.course,
            env=environment(surroundings, best_level()),
        )
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        report = (out / "kim.json").read_text(encoding="utf-8")

    assert process.returncode == 0
    assert "exceed 256 MB in total" in report
    assert usage.ru_maxrss < 1_000_000  # kB; 20 answers are 4.8 GB
