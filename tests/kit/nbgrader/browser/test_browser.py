"""An instructor and a student in a real browser: JupyterLab, formgrader, Chromium.

Needs ``pip install playwright`` and a Chromium; by hand, with pictures kept::

    AUTOGRADER_PICTURES=/tmp/pictures pytest -m soak tests/kit/nbgrader/browser
"""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

playwright = pytest.importorskip("playwright.sync_api", reason="pip install playwright")
CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
pytestmark = [
    pytest.mark.soak,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here: apt install chromium"),
]

OFFLINE = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
SECONDS_TO_START = 120
PATIENCE = 120_000  # milliseconds
GRADE = """
    SELECT g.auto_score, g.manual_score FROM grade g JOIN base_cell b ON b.id = g.cell_id
    WHERE b.name = 'check-double'
"""


@pytest.fixture
def lab(course):
    """Start JupyterLab in a course in which one student got the first task wrong."""
    wrong = course.solved()
    cells = {cell.id: cell for cell in wrong.cells}
    cells["double"].source = "def double(x):\n    return 3 * x"
    course.hand_in("kim", wrong)
    port = _free_port()
    address = f"http://127.0.0.1:{port}"
    settings = [f"--port={port}", "--ServerApp.token=", "--ServerApp.password=", "--allow-root"]
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    server = subprocess.Popen(
        [sys.executable, "-m", "jupyterlab", "--no-browser", "--ip=127.0.0.1", *settings],
        cwd=course.root,
        env={**os.environ, "PATH": path, "HOME": str(course.root.parent)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _await(address, server)
        yield address
    finally:
        server.terminate()
        server.wait(timeout=30)


@pytest.fixture
def page(lab):
    """Open JupyterLab in Chromium."""
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=OFFLINE)
        page = browser.new_page(viewport={"width": 1300, "height": 1000})
        page.set_default_timeout(PATIENCE)
        page.goto(f"{lab}/lab")
        yield page
        browser.close()


def _free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _await(address, server):
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with urllib.request.urlopen(f"{address}/api", timeout=5):
                return
        except OSError:
            time.sleep(0.5)
    pytest.fail("JupyterLab did not start")


def _picture(page, name):
    if folder := os.environ.get("AUTOGRADER_PICTURES"):
        page.screenshot(path=Path(folder, f"{name}.png"))


def _autograde(lab, page, frame):
    """Press the button that autogrades the one submission, and close what it says."""
    frame.goto(f"{lab}/formgrader/manage_submissions/01_doubling")
    frame.locator("td.autograde a").click()
    frame.get_by_text("Successfully autograded").wait_for()
    _picture(page, "autograded")


def _give_points(lab, page, frame, points):
    """Set the points of the first test cell by hand on the submission's page."""
    frame.goto(f"{lab}/formgrader/gradebook/01_doubling/doubling")
    frame.locator("td.name a, td a").first.click()
    frame.locator("#check-double").wait_for()
    _picture(page, "submission")
    frame.locator("#check-double").fill(points)
    frame.locator("#check-double").press("Tab")
    frame.locator(".score-saved").first.wait_for(state="attached")
    _picture(page, "points-by-hand")


def test_points_by_hand_survive_a_regrade(course, lab, page, until):
    """Autograde by the button, give a point by hand, autograde again: the point is kept."""
    page.get_by_role("menuitem", name="Nbgrader").click()
    page.get_by_role("menuitem", name="Formgrader").click()
    page.locator("iframe").first.wait_for()
    _picture(page, "formgrader")
    frame = page.frames[-1]

    _autograde(lab, page, frame)
    assert course.query(GRADE) == [(0.0, None)]
    _give_points(lab, page, frame, "1.5")
    until(lambda: course.query(GRADE) == [(0.0, 1.5)])
    _autograde(lab, page, frame)

    assert course.query(GRADE) == [(0.0, 1.5)]


def _answer(page, text):
    """Replace the stub of `double`, run all cells, and return the output of its check."""
    answer = page.locator(".jp-CodeCell", has_text="def double(x)").first
    answer.locator(".cm-content").click()
    page.keyboard.press("Control+A")
    page.keyboard.insert_text(text)
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
    return page.locator(".jp-CodeCell", has_text='check("double")').locator(".jp-OutputArea")


def test_student_checks_an_answer(lab, page):
    """A student fills in the stub in JupyterLab: `check` says what is wrong, then what is right."""
    page.goto(f"{lab}/lab/tree/release/01_doubling/doubling.ipynb")
    page.get_by_text("Python 3 (ipykernel) | Idle").wait_for()

    wrong = _answer(page, "def double(x):\n    return 3 * x")
    wrong.get_by_text("Twice 1 and 2 are 2 and 4.").first.wait_for()
    _picture(page, "wrong")
    right = _answer(page, "def double(x):\n    return 2 * x")
    right.get_by_text("passed").first.wait_for()
    _picture(page, "right")

    assert "1 of 1 checks" in right.inner_text()
