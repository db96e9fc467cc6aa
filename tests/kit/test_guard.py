"""The tests themselves leave nothing behind."""

import os
import subprocess
import sys
import time
from pathlib import Path

import guard
import pytest

if sys.platform != "linux":
    pytest.skip("processes are found in /proc", allow_module_level=True)

SLEEPER = """
import subprocess, sys, time

def test_that_is_interrupted():
    subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"], start_new_session=True)
    print("started", flush=True)
    time.sleep(600)
"""


def test_pytest_that_is_killed_leaves_no_process(tmp_path: Path) -> None:
    """What a test has started ends with pytest, even where that could not clean up."""
    (tmp_path / "conftest.py").write_text(
        f"import sys\nsys.path.append({str(Path(guard.__file__).parent)!r})\n"
        "import guard\n\ndef pytest_configure():\n    guard.start()\n    import os\n"
        f"    print(os.environ[{guard.VARIABLE!r}], flush=True)\n",
        encoding="utf-8",
    )
    (tmp_path / "test_sleeper.py").write_text(SLEEPER, encoding="utf-8")
    environment = {name: os.environ[name] for name in os.environ if name != guard.VARIABLE}
    command = [sys.executable, "-m", "pytest", "-s", "-q", "-p", "no:cacheprovider", tmp_path]
    with subprocess.Popen(
        command, env=environment, cwd=tmp_path, stdout=subprocess.PIPE, encoding="utf-8"
    ) as session:
        assert session.stdout is not None
        mark = session.stdout.readline().strip()
        session.stdout.readline()
        assert guard.marked(mark)
        session.kill()

    deadline = time.monotonic() + 30
    while guard.marked(mark) and time.monotonic() < deadline:
        time.sleep(0.05)

    assert not guard.marked(mark)
