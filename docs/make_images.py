"""Draw the pictures of reports in docs/images: run ``python docs/make_images.py``.

Each is a real report of ``autograder check`` on a student's file that forgets to divide by m.
"""

import html
import io
import re
import shutil
import tempfile
from pathlib import Path

from rich.cells import cell_len
from rich.console import Console
from rich.terminal_theme import MONOKAI

from autograder import i18n
from autograder.build import build
from autograder.course.root import find_course, open_assignment
from autograder.intake import Submission
from autograder.judge import Judge
from autograder.report import terminal

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
_SEGMENT = re.compile(r'textLength="(?P<width>[\d.]+)"(?P<more>[^>]*)>(?P<text>[^<]+)<')
STUDENT = ROOT / "docs" / "images" / "example" / "logistic_regression.py"


def main() -> None:
    """Draw the report in both languages."""
    with tempfile.TemporaryDirectory() as folder:
        built = build(find_course(ROOT), Path(folder))
        assignment = next(path.parent for path in built if path.name == STUDENT.name)
        shutil.copy(STUDENT, assignment)
        for language in i18n.LANGUAGES:
            draw(assignment, language)


def draw(folder: Path, language: str) -> None:
    """Check the folder and keep what the terminal would show."""
    i18n.set_language(language)
    console = Console(record=True, width=92, highlight=False, file=io.StringIO())
    tasks = ["sigmoid", "CEcost", "backprop"]
    with Judge(open_assignment(folder), hidden=False, tasks=tasks) as judge:
        report = judge.grade(Submission(student="you", path=folder / STUDENT.name))
    console.print(terminal.submission(report))
    image = console.export_svg(title="autograder check", theme=MONOKAI, unique_id="report")
    image = _SEGMENT.sub(_widened, image)
    (IMAGES / f"report.{language}.svg").write_text(image, encoding="utf-8")


def _widened(segment: re.Match[str]) -> str:
    """Give a segment its width in cells: rich counts letters, and Korean ones take two cells."""
    text = html.unescape(segment["text"])
    width = float(segment["width"]) / len(text) * cell_len(text)
    return f'textLength="{width:g}"{segment["more"]}>{segment["text"]}<'


if __name__ == "__main__":
    main()
