"""Rules that an assignment must satisfy before release, one function per rule.

The kit's own checks are checked here: the model answer has all points, the stub has none and is
"not started", every task has visible and hidden checks in both languages, a threshold comes with
the distribution that it was measured from, and every figure is what its script draws.
"""

import ast
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import NormalDist

from autograder.authoring.summary import Summary
from autograder.build.generators import HANDOUTS, generated
from autograder.course.root import Assignment
from autograder.i18n import _, ngettext
from autograder.intake import Submission
from autograder.judge import Judge
from autograder.judge.calibration import FALSE_ALARMS
from autograder.report.model import Status

FEWEST_SEEDS = 100
_ALLOWED_IN_VISIBLE_CHECKS = {"autograder", "numpy", "pytest"}


def check_release(assignment: Assignment) -> Summary:
    """Return one sentence for each rule that the assignment breaks.

    Parameters
    ----------
    assignment : Assignment
        Of a course.

    Raises
    ------
    KitError
        A part of it cannot be read at all.
    """
    problems = [
        *_handouts(assignment),
        *_visible_imports(assignment),
        *_thresholds(assignment),
        *_figures(assignment),
    ]
    with Judge(assignment, hidden=True) as judge:
        problems += _check_names(judge)
        problems += _checks_per_task(assignment, judge)
        problems += _stub(assignment, judge)
        problems += _model_answer(assignment, judge)
    return Summary(findings=tuple(problems))


def _handouts(assignment: Assignment) -> Iterator[str]:
    for name in HANDOUTS:
        path = assignment.folder / name
        if not path.is_file() or not path.read_text(encoding="utf-8").strip():
            yield _("{file} is missing or empty.").format(file=name)


def _check_names(judge: Judge) -> Iterator[str]:
    for check in judge.checks:
        if not (check.description.en and check.description.ko):
            yield _("The docstring of {name} has no Korean translation (add `ko: …`).").format(
                name=check.name
            )


def _checks_per_task(assignment: Assignment, judge: Judge) -> Iterator[str]:
    for visible, kind in ((True, _("visible")), (False, _("hidden"))):
        checked = {check.task.name for check in judge.checks if check.visible is visible}
        for task in assignment.tasks:
            if task.name not in checked:
                yield _("`{task}` has no {kind} check.").format(task=task.name, kind=kind)


def _visible_imports(assignment: Assignment) -> Iterator[str]:
    known = sys.stdlib_module_names | _ALLOWED_IN_VISIBLE_CHECKS
    for name in sorted(_imports(assignment.visible) - known):
        sentence = _("{file} imports {name}, which students do not have.")
        yield sentence.format(file=assignment.visible.name, name=name)


def _thresholds(assignment: Assignment) -> Iterator[str]:
    for name, threshold in assignment.manifest.thresholds.items():
        if threshold.seeds < FEWEST_SEEDS:
            sentence = ngettext(
                "The threshold `{name}` was measured over {n} seed; at least {least} are needed.",
                "The threshold `{name}` was measured over {n} seeds; at least {least} are needed.",
                threshold.seeds,
            )
            yield sentence.format(name=name, n=threshold.seeds, least=FEWEST_SEEDS)
        bound = threshold.mean + NormalDist().inv_cdf(FALSE_ALARMS) * threshold.std
        if threshold.value > min(bound, threshold.minimum):
            sentence = _("The threshold `{name}` is so high that a correct solution may miss it.")
            yield sentence.format(name=name)


def _figures(assignment: Assignment) -> Iterator[str]:
    for script in sorted(assignment.folder.glob("*figure*.py")):
        drawn = _draw(script)
        if drawn is None:
            yield _("{file} does not run without errors.").format(file=script.name)
            continue
        for name, content in drawn.items():
            path = assignment.folder / name
            if not path.is_file() or path.read_bytes() != content:
                yield _("{file} differs from what {script} draws.").format(
                    file=name, script=script.name
                )


def _model_answer(assignment: Assignment, judge: Judge) -> Iterator[str]:
    report = judge.grade(Submission(student="model", path=assignment.source))
    for task in report.tasks:
        if task.status is not Status.PASSED:
            failed = next(each for each in task.checks if each.status is not Status.PASSED)
            sentence = _("The model answer of `{task}` does not pass: {check} {message}")
            yield sentence.format(task=task.name, check=failed.description, message=failed.message)


def _stub(assignment: Assignment, judge: Judge) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / assignment.file
        path.write_bytes(generated(assignment)[Path(assignment.file)])
        report = judge.grade(Submission(student="stub", path=path))
    for task in report.tasks:
        if task.status is not Status.NOT_STARTED or task.points:
            sentence = _(
                "Running the stub of `{task}` gives “{status}” and {points} "
                "points instead of “not started”: make its checks call "
                "`{task}` first."
            )
            yield sentence.format(task=task.name, status=task.status, points=task.points)


def _draw(script: Path) -> dict[str, bytes] | None:
    """Run a figure's script in a temporary folder and return the files it writes."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(shutil.copy(script, folder))
        numbers = script.with_suffix(".json")
        if numbers.is_file():
            shutil.copy(numbers, folder)
        run = subprocess.run([sys.executable, str(copy)], capture_output=True, check=False)  # noqa: S603
        if run.returncode != 0:
            return None
        return {path.name: path.read_bytes() for path in Path(folder).glob("*.svg")}


def _imports(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.split(".")[0])
    return names
