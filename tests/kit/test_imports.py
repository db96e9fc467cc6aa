"""Who may import whom: the rule that keeps oracle, solutions and students apart."""

import ast
import sys
import tomllib
from importlib.util import resolve_name
from itertools import accumulate
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# distributions whose modules have other names, or that always bring another along
MODULES = {
    "jinja2": {"jinja2", "markupsafe"},
    "nbgrader": {
        "dateutil",
        "jupyter_core",
        "nbgrader",
        "nbconvert",
        "nbformat",
        "sqlalchemy",
        "traitlets",
    },
    "pooch": {"pooch", "requests"},
    "pytest": {"pytest", "_pytest"},
    "scikit-learn": {"sklearn"},
}


def _files(pattern: str) -> set[Path]:
    return set(ROOT.glob(pattern))


def _declared() -> set[str]:
    """Return what the distribution may count on: its dependencies, and an extra's."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    needed = [*project["dependencies"], *extras["instructor"], *extras["cluster"]]
    names = [requirement.partition(">=")[0] for requirement in needed]
    return set().union(*(MODULES.get(name, {name}) for name in names))


VISIBLE_CHECKS = _files("solutions/*/test_*.py")
FIGURES = _files("solutions/*/figure.py")
REFERENCE = _files("reference_impl/*.py") | _files("reference_impl/[a-z]*/*.py")
MISCONCEPTIONS = _files("reference_impl/*/misconceptions/*.py") | _files("reference_impl/_*/*.py")

# what may be imported besides the standard library; a name stands for the modules below it too
RULES = {
    "program": (_files("autograder/**/*.py"), {"autograder"} | _declared()),
    "worker": (_files("autograder/worker/*.py"), {"autograder.worker", "numpy"}),
    "reference": (REFERENCE, {"reference_impl", "numpy"}),
    "misconceptions": (
        MISCONCEPTIONS,
        {"autograder.misconceptions", "reference_impl", "numpy"},
    ),
    "variants": (_files("reference_impl/*/variants/*.py"), {"numpy", "scipy"}),
    "model answers": (
        _files("solutions/*/*.py") - VISIBLE_CHECKS - FIGURES,
        {"numpy"},
    ),
    "figures": (FIGURES, {"autograder.authoring", "numpy", "matplotlib", "sklearn"}),
    "visible checks": (VISIBLE_CHECKS, {"autograder", "numpy", "pytest"}),
    "hidden checks": (
        _files("tests/grading/**/*.py"),
        {"autograder", "reference_impl", "numpy", "pytest"},
    ),
}


def _imported(source: str, package: str) -> set[str]:
    """Return the full names of the modules that a source imports, at whatever depth."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add(resolve_name("." * node.level + (node.module or ""), package))
    return names


def _refused(names: set[str], allowed: set[str]) -> set[str]:
    """Return the names that neither are allowed, nor lie in a package that is."""
    permitted = allowed | sys.stdlib_module_names
    return {
        name for name in names if permitted.isdisjoint(accumulate(name.split("."), "{}.{}".format))
    }


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        pytest.param(path, allowed, id=path.relative_to(ROOT).as_posix() + f" ({who})")
        for who, (paths, allowed) in RULES.items()
        for path in sorted(paths)
    ],
)
def test_a_file_imports_only_what_it_may(path, allowed):
    """No file imports across the walls of the house."""
    package = ".".join(path.relative_to(ROOT).parent.parts)
    assert _refused(_imported(path.read_text(encoding="utf-8"), package), allowed) == set()


@pytest.mark.parametrize("who", RULES)
def test_every_rule_watches_some_file(who):
    """A folder that was moved does not slip out of its rule."""
    paths, _allowed = RULES[who]
    assert paths


@pytest.mark.parametrize(
    "source",
    [
        "import reference_impl.softmax as oracle",
        "from reference_impl import softmax",
        "def f():\n    from reference_impl.softmax import softmax",
        "from autograder import errors",
        "from ..errors import KitError",
        "import numpyx",
    ],
)
def test_the_rule_sees_every_kind_of_import(source):
    """An import is found however it is written, and a similar name does not pass."""
    assert _refused(_imported(source, "autograder.worker"), {"autograder.worker", "numpy"})


@pytest.mark.parametrize(
    "source",
    ["import numpy.linalg", "from . import protocol", "from autograder.worker import protocol"],
)
def test_the_rule_lets_pass_what_is_allowed(source):
    """Allowed packages, modules below them and relative imports pass."""
    assert not _refused(_imported(source, "autograder.worker"), {"autograder.worker", "numpy"})


ENGINE = _files("autograder/judge/*.py") | _files("autograder/sandbox/*.py")


@pytest.mark.parametrize("path", sorted(ENGINE), ids=lambda path: "/".join(path.parts[-2:]))
def test_the_engine_does_not_know_its_front_ends(path):
    """Judge and sandbox import none of what calls them: notebook, command line, gradebook."""
    front_ends = {"notebook", "cli", "gradebook"}
    package = ".".join(path.relative_to(ROOT).parent.parts)
    imported = _imported(path.read_text(encoding="utf-8"), package)
    assert not [name for name in imported if front_ends.intersection(name.split(".")[1:2])]
