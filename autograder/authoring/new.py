"""Template of a new assignment, with one finished and one unfinished task."""

import re
from pathlib import Path
from string import Template

from autograder.course.root import HIDDEN, REFERENCE, SOLUTIONS, Course
from autograder.errors import KitError
from autograder.i18n import _

_TEMPLATES = Path(__file__).with_name("templates")
_NAME = re.compile(r"\d\d_([a-z][a-z0-9_]*)")


def new(course: Course, name: str) -> list[Path]:
    """Create the folders of an assignment and return its files.

    Parameters
    ----------
    course : Course
        Where it belongs.
    name : str
        Two digits and a topic, such as ``08_momentum``.

    Raises
    ------
    KitError
        The name is of another form, or one of the files is there already.
    """
    match = _NAME.fullmatch(name)
    if match is None:
        text = _("`{name}`: an assignment is named like 08_momentum: two digits and a topic.")
        raise KitError(text.format(name=name))
    files = _files(course.root, name, match[1])
    for path in files:
        if path.exists():
            raise KitError(_("{file} already exists.").format(file=path))
    words = {"name": name, "module": match[1], "title": match[1].replace("_", " ").capitalize()}
    for path, template in files.items():
        content = Template((_TEMPLATES / f"{template}.template").read_text(encoding="utf-8"))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content.substitute(words), encoding="utf-8")
    package = course.root / REFERENCE / "__init__.py"
    if not package.exists():
        package.write_text('"""What hidden checks compare with."""\n', encoding="utf-8")
    return list(files)


def _files(root: Path, name: str, module: str) -> dict[Path, str]:
    exercise = root / SOLUTIONS / name
    reference = root / REFERENCE / module
    return {
        exercise / "assignment.toml": "assignment.toml",
        exercise / f"{module}.py": "module.py",
        exercise / f"test_{module}.py": "visible.py",
        exercise / "handout.md": "handout.md",
        exercise / "handout.ko.md": "handout.ko.md",
        root / HIDDEN / name / f"test_{module}.py": "hidden.py",
        reference / "__init__.py": "package.py",
        reference / "reference.py": "reference.py",
    }
