"""The program's packages: who knows whom, in one direction; and one name for one thing.

``KNOWS`` is the source of the picture in ``docs/architecture.md``.
"""

import ast
import re
from collections import Counter
from importlib.util import resolve_name
from itertools import chain
from pathlib import Path

import pytest

from autograder.cli import COMMANDS

ROOT = Path(__file__).parents[2]
PROGRAM = ROOT / "autograder"
PAGE = ROOT / "docs" / "architecture.md"
ARROW = re.compile(r"^ *(\w+) --> (.+)$", re.MULTILINE)
PATH = re.compile(r"`((?:autograder|reference_impl|tests)/[\w./]*)`")

# the modules that lie beside the packages: those that everything may use, and those that say what
# is wrong with a result; `misconceptions` is a package of one module
GROUPS = {
    "errors": "base",
    "files": "base",
    "i18n": "base",
    "expect": "comparing",
    "gradient": "comparing",
    "heatmap": "comparing",
    "heuristics": "comparing",
    "wording": "comparing",
}

# from the bottom up: each knows only what stands above its line, and all of what is named there
KNOWS = {
    "base": "",
    "comparing": "base",
    "worker": "",
    "intake": "base",
    "data": "base",
    "course": "base data",
    "misconceptions": "base course",
    "report": "base comparing",
    "build": "base course intake",
    "sandbox": "base course data intake worker",
    "judge": "base comparing course data intake misconceptions report sandbox worker",
    "notebook": "base course intake judge report sandbox",
    "batch": "base course data intake judge misconceptions report sandbox",
    "authoring": "base build course intake judge misconceptions report sandbox",
    "gradebook": "base batch build course intake judge report sandbox",
    "cli": "base authoring batch build course data gradebook intake judge report sandbox",
}

# the module that holds what its package is about
SAME = {"batch", "judge"}


def _modules():
    """Return all modules of the program but those without a name of their own."""
    return [path for path in sorted(PROGRAM.rglob("*.py")) if not path.stem.startswith("__")]


def _room(dotted):
    """Name the package, or the group of modules, that a dotted name lies in; None for neither."""
    _program, *rest = dotted.split(".")
    return GROUPS.get(rest[0], rest[0]) if rest else None


def _imports(path):
    """Yield the dotted name of each module of the program that a file imports, anywhere in it."""
    package = ".".join(path.relative_to(ROOT).parent.parts)
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names if each.name.startswith("autograder."))
        elif isinstance(node, ast.ImportFrom):
            name = resolve_name("." * node.level + (node.module or ""), package)
            if name == "autograder":
                yield from (f"autograder.{each.name}" for each in node.names)
            elif name.startswith("autograder."):
                yield name


def _known(room):
    """Return what the modules of a room import from other rooms."""
    paths = [path for path in PROGRAM.rglob("*.py") if _room(_dotted(path)) == room]
    rooms = {_room(name) for name in chain.from_iterable(map(_imports, paths))}
    return rooms & KNOWS.keys() - {room}


def _dotted(path):
    return ".".join(path.relative_to(ROOT).with_suffix("").parts)


@pytest.mark.parametrize("room", KNOWS)
def test_package_imports_only_what_it_may(room):
    """A package imports nothing that the table does not name."""
    assert _known(room) <= set(KNOWS[room].split())


@pytest.mark.parametrize("room", KNOWS)
def test_table_names_only_what_is_imported(room):
    """The table names nothing that a package does not import."""
    assert set(KNOWS[room].split()) <= _known(room)


def test_every_package_stands_in_the_table():
    """A new package or module at the top gets a line, and with it a place among the others."""
    rooms = {_room(_dotted(path)) for path in _modules()}

    assert rooms == KNOWS.keys()


@pytest.mark.parametrize("room", KNOWS)
def test_arrows_go_one_way(room):
    """A package knows only packages above its line, so that there can be no circle."""
    above = list(KNOWS)[: list(KNOWS).index(room)]

    assert set(KNOWS[room].split()) <= set(above)


def test_no_module_name_stands_twice():
    """A name means one thing; only a command's module may be called as what it is about."""
    names = Counter(path.stem for path in _modules() if _dotted(path) not in COMMANDS.values())
    names.update(path.parent.name for path in PROGRAM.glob("*/__init__.py"))

    assert [name for name, number in names.items() if number > 1 and name not in SAME] == []


@pytest.mark.parametrize("name", ["Assignment", "Cell", "Limits", "Report", "Submission"])
def test_there_is_one_class_of_a_name(name):
    """What goes from package to package is the same class everywhere."""
    pattern = re.compile(rf"^class {name}\b", re.MULTILINE)
    sources = [path.read_text(encoding="utf-8") for path in _modules()]

    assert sum(len(pattern.findall(source)) for source in sources) == 1


def _with_all_below(room, arrows):
    """Return what arrows lead to from a room, directly or not."""
    below = arrows[room]
    return below.union(*(_with_all_below(each, arrows) for each in below))


def test_picture_shows_the_table():
    """The picture's arrows lead to what the table says, and each of them is in the table."""
    picture = PAGE.read_text(encoding="utf-8").partition("```mermaid\n")[2].partition("\n```")[0]
    drawn = {room: set() for room in KNOWS} | {
        room: set(known.split(" & ")) for room, known in ARROW.findall(picture)
    }
    table = {room: set(known.split()) for room, known in KNOWS.items()}

    assert {room: _with_all_below(room, drawn) for room in drawn} == {
        room: _with_all_below(room, table) for room in table
    }
    assert {room: known - table[room] for room, known in drawn.items() if known - table[room]} == {}


def test_page_names_files_that_exist():
    """A file that was renamed is renamed on the page, too."""
    named = [
        path.replace("topic/", "*/").replace("NN_*/", "*/")
        for path in PATH.findall(PAGE.read_text(encoding="utf-8"))
    ]

    assert len(named) > 10
    assert [path for path in named if not any(ROOT.glob(path.rstrip("/")))] == []
