"""``nbgrader_config.py`` of a course that the kit grades."""

import re

from autograder.gradebook.preprocessors import GradeIsolated, SaveGrades

FILE = "nbgrader_config.py"
_BEGIN = "# >>> autograder: `autograder course init` writes these lines anew at each run"
_END = "# <<< autograder"
_BLOCK = re.compile(rf"{re.escape(_BEGIN)}\n.*?{re.escape(_END)}\n", re.DOTALL)
_SETTINGS = """\
from pathlib import Path

c = get_config()
c.CourseDirectory.root = str(Path(__file__).resolve().parent)
c.CourseDirectory.course_id = {course_id!r}
{database}
# the answers in the source notebooks become stubs that tell "not started" from wrong
c.GenerateAssignment.preprocessors = {release}

# a student's answers are put into the released notebook before anything looks at them: its cells
# and their marks are the released ones, and only harmless outputs are left in it
c.Autograde.exporter_class = {exporter!r}
c.Autograde.sanitize_preprocessors = []

# graded in the sandbox, with the hidden checks, instead of by a kernel
c.Autograde.autograde_preprocessors = {grading}
"""
_OWN = """
# Your own settings go below this line, and stay.

# Take the # off the next line to have the notebooks run by a kernel again:
# del c.Autograde.autograde_preprocessors
"""


def configuration(current: str | None, course_id: str, database: str | None) -> str:
    """Return the text of the file: the kit's part made anew, the instructor's as it is.

    Parameters
    ----------
    current : str or None
        What the file holds now; None where there is none.
    course_id : str
        nbgrader's name of the course.
    database : str or None
        URL of the gradebook; None for nbgrader's own choice, a file in the course.
    """
    block = f"{_BEGIN}\n{_settings(course_id, database)}{_END}\n"
    if current is None:
        return block + _OWN
    if _BLOCK.search(current):
        return _BLOCK.sub(lambda _match: block, current, count=1)
    return f"{block}\n{current}"


def _settings(course_id: str, database: str | None) -> str:
    from nbgrader.converters import Autograde

    from autograder.build.release import preprocessors
    from autograder.gradebook.exporter import Submissions

    return _SETTINGS.format(
        course_id=course_id,
        database=f"c.CourseDirectory.db_url = {database!r}\n" if database else "",
        release=_listed(preprocessors()),
        exporter=_dotted(Submissions),
        grading=_listed(_own_steps(Autograde.class_traits()["autograde_preprocessors"].default())),
    )


def _own_steps(usual: list[type]) -> list[type]:
    """Return nbgrader's steps, the kit's in the place of the kernel and of saving."""
    steps: list[type] = []
    for step in usual:
        match step.__name__:
            case "Execute":
                steps.append(GradeIsolated)
            case "SaveAutoGrades":
                steps.append(SaveGrades)
            case "AssignLatePenalties" | "CheckCellMetadata":
                pass
            case _:
                steps.append(step)
    return steps


def _listed(steps: list[type]) -> str:
    lines = "".join(f"    {_dotted(step)!r},\n" for step in steps)
    return f"[\n{lines}]"


def _dotted(step: type) -> str:
    package, _dot, module = step.__module__.rpartition(".")
    public = package if package in ("nbgrader.preprocessors", "nbconvert.preprocessors") else None
    return f"{public or f'{package}.{module}'}.{step.__name__}"
