"""Whether correct solutions that are written in other ways get all points, for any random inputs.

A file in ``reference_impl/TOPIC/variants/`` has a class for each task, whose attributes are the
variants: functions, or classes with the methods that differ.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

from autograder.authoring.summary import Summary
from autograder.course.root import Assignment
from autograder.i18n import _
from autograder.judge.dry_run import DryRun
from autograder.report.model import Report, Status

FOLDER = "variants"
_AROUND = (ast.Import, ast.ImportFrom, ast.FunctionDef)


@dataclass(frozen=True)
class Variant:
    """A correct solution of a task, written otherwise than the model answer.

    Attributes
    ----------
    task : str
        Name of the task.
    name : str
        Its own name.
    code : function or class
        The implementation; a class has the methods that differ.
    path : Path
        The file that contains it.
    """

    task: str
    name: str
    code: Any
    path: Path


def variants(assignment: Assignment) -> list[Variant]:
    """Import the variants of an assignment."""
    if assignment.reference is None:
        return []
    paths = sorted((assignment.reference / FOLDER).glob("*.py"))
    return [variant for path in paths for variant in _variants(path, assignment)]


def complaints(report: Report) -> list[str]:
    """Return name and message of each check that did not pass."""
    checks = [check for task in report.tasks for check in task.checks]
    return [f"{each.name}: {each.message}" for each in checks if each.status is not Status.PASSED]


def complaints_about(dry_run: DryRun, variant: Variant, seed: int) -> list[str]:
    """Grade a variant with one set of random inputs, and return what its checks complain of."""
    names = dry_run.subject.names(variant.task, variant.code)
    return complaints(dry_run.grade(names, f"{variant.name} {seed}"))


def as_submission(assignment: Assignment, variant: Variant) -> str:
    """Return the model answer with a variant in a task's place, as a student's file."""
    answer = assignment.source.read_text(encoding="utf-8")
    written = ast.parse(variant.path.read_text(encoding="utf-8")).body
    around = [ast.unparse(each) for each in written if isinstance(each, _AROUND)]
    (task,) = _named(variant.task, written)
    (body,) = map(ast.unparse, _named(variant.name, task.body))
    is_class = isinstance(variant.code, type)
    place = "class {task}({name}, {task}): pass" if is_class else "{task} = {name}"
    return "\n\n".join([answer, *around, body, place.format(task=variant.task, name=variant.name)])


def check_variants(assignment: Assignment, seeds: int = 1) -> Summary:
    """Grade every variant of an assignment.

    Parameters
    ----------
    assignment : Assignment
        Of a course.
    seeds : int
        Number of sets of random inputs.
    """
    known = variants(assignment)
    with DryRun(assignment, quick=True) as dry_run:
        faults = [list(_findings(dry_run, each, seeds)) for each in known]
    passed = sum(not each for each in faults)
    sentences = tuple(sentence for each in faults for sentence in each)
    return Summary({"variants": len(known), "passed": passed}, sentences)


def _findings(dry_run: DryRun, variant: Variant, seeds: int) -> Iterator[str]:
    found = [complaints_about(dry_run, variant, seed) for seed in range(seeds)]
    failed = [each for each in found if each]
    if failed:
        text = _(
            "`{task}`: {name} is correct and fails with {n} of {seeds} sets of random inputs: {why}"
        )
        yield text.format(
            task=variant.task, name=variant.name, n=len(failed), seeds=seeds, why=failed[0][0]
        )


def _variants(path: Path, assignment: Assignment) -> Iterator[Variant]:
    spec = spec_from_file_location(f"variants_{assignment.module}_{path.stem}", path)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    for task in vars(module).values():
        if isinstance(task, type) and task.__module__ == spec.name:
            for name, code in vars(task).items():
                if not name.startswith("_"):
                    yield Variant(task.__name__, name, code, path)


def _named(name: str, body: list[ast.stmt]) -> list[Any]:
    """List the functions and classes of a name."""
    return [each for each in body if getattr(each, "name", "") == name]
