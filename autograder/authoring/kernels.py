"""Compare points between kernels of OpenBLAS, that is, between processors.

Each kind of processor, and each number of threads, adds up the products of matrices in another
order, so a training may end at other values. ``OPENBLAS_CORETYPE`` lets one machine compute as
others do. Mistakes are graded under several such settings, each in its own process, and their
points are compared.
"""

import json
import os
import platform
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import numpy as np

from autograder import i18n
from autograder.authoring.mistake_check import Mistake, cells, graded, mistakes, outcome
from autograder.authoring.verify import Options, verify
from autograder.course.manifest import Limits
from autograder.course.root import Assignment, find_course
from autograder.errors import KitError
from autograder.i18n import _
from autograder.intake import Cell
from autograder.judge import Judge
from autograder.sandbox.probe import best_level
from autograder.sandbox.session import Student

KERNELS = ("Haswell", "Zen", "SkylakeX", "Sandybridge")
THREADS = (1, 2)
_KINDS = ("release", "misconceptions", "variants")
# what the processors with these kernels lack of what numpy makes use of
_LACKS: Mapping[str, tuple[str, ...]] = {
    "Haswell": ("X86_V4", "AVX512"),
    "Zen": ("X86_V4", "AVX512"),
    "Sandybridge": ("X86_V3", "X86_V4", "AVX2", "AVX512", "FMA3"),
}
_LISTING = """
def computing():
    from threadpoolctl import threadpool_info
    return [[each["architecture"], each["num_threads"]]
            for each in threadpool_info() if each["internal_api"] == "openblas"]
"""


class Setting(NamedTuple):
    """A way to compute: a kernel of OpenBLAS, and its number of threads."""

    kernel: str
    threads: int

    def __str__(self) -> str:
        return f"{self.kernel} × {self.threads}"

    @property
    def environment(self) -> dict[str, str]:
        """The variables that ask for it, of this process and of the sandbox."""
        found = np.show_config(mode="dicts")["SIMD Extensions"].get("found", [])
        lacking = [name for name in found if name.startswith(_LACKS.get(self.kernel, ()))]
        threads = str(self.threads)
        return {
            "OPENBLAS_CORETYPE": self.kernel,
            "OPENBLAS_NUM_THREADS": threads,
            "AUTOGRADER_BLAS_THREADS": threads,
            "NPY_DISABLE_CPU_FEATURES": " ".join(lacking),
        }


class Graded(msgspec.Struct, frozen=True):
    """What a setting came to.

    Attributes
    ----------
    setting : Setting
        The way to compute.
    absent : str
        Why it cannot be had on this machine; empty where it can.
    earned : dict
        Status and points by mistake and task, or ``None`` for what a check of the course found.
    seconds : float
        How long it took.
    """

    setting: Setting
    absent: str
    earned: dict[str, Any] = {}
    seconds: float = 0.0


def settings(*, thorough: bool) -> list[Setting]:
    """Return every kernel once, by turns with one and two threads; if thorough, with both."""
    if thorough:
        return [Setting(*each) for each in product(KERNELS, THREADS)]
    return [Setting(each, THREADS[n % len(THREADS)]) for n, each in enumerate(KERNELS)]


def grade_under(
    course: Path, names: Sequence[str], chosen: Sequence[Setting], *, thorough: bool, jobs: int
) -> Iterator[Graded]:
    """Grade the mistakes of assignments under each setting.

    Parameters
    ----------
    course : Path
        Its root.
    names : sequence of str
        Of the assignments.
    chosen : sequence of Setting
        The ways to compute.
    thorough : bool
        Whether to grade all mistakes, and to check release, misconceptions and variants; else the
        mistakes in tasks that are trained on data alone.
    jobs : int
        How many settings at once.

    Raises
    ------
    KitError
        The kernels of this machine's BLAS cannot be chosen, or a process failed.
    """
    if platform.machine() not in ("x86_64", "AMD64"):
        text = _("Kernels can be chosen on x86-64 only; this machine is {machine}.")
        raise KitError(text.format(machine=platform.machine()))
    if not _computing():
        raise KitError(_("numpy does not use OpenBLAS here, so that no kernel can be chosen."))

    def grade(setting: Setting) -> Graded:
        return _grade(course, names, setting, thorough=thorough)

    with ThreadPoolExecutor(jobs) as pool:
        yield from pool.map(grade, chosen)


def differences(results: Sequence[Graded]) -> Iterator[str]:
    """Return one sentence for each thing that is not the same under every setting.

    Raises
    ------
    KitError
        Fewer than two settings could be had: there is nothing to compare.
    """
    had = [each for each in results if not each.absent]
    if len({each.setting.kernel for each in had}) < 2:
        raise KitError(_("Fewer than two kernels can be had here: nothing was compared."))
    for what in dict.fromkeys(key for each in had for key in each.earned):
        under = {str(each.setting): each.earned.get(what) for each in had}
        if len({json.dumps(each) for each in under.values()}) > 1:
            told = "; ".join(f"{setting}: {_told(earned)}" for setting, earned in under.items())
            yield _("{what} differs: {told}.").format(what=what, told=told)


def _told(earned: Any) -> str:
    if not isinstance(earned, list):
        return _("no such finding") if earned is None else _("found")
    status, points = earned
    return f"{points:g} ({status})"


def _grade(course: Path, names: Sequence[str], setting: Setting, *, thorough: bool) -> Graded:
    """Grade in a process of its own, which says first how it computes."""
    start = time.monotonic()
    command = [sys.executable, "-m", __name__, str(course), *names, *["--thorough"] * thorough]
    ended = subprocess.run(  # noqa: S603
        command,
        env={**os.environ, **setting.environment, "AUTOGRADER_LANG": i18n.language()},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if ended.returncode in (-signal.SIGILL, -signal.SIGSEGV):
        return Graded(setting, _("this processor cannot run it"))
    if ended.returncode != 0:
        text = _("Grading under {setting} failed: {reason}")
        raise KitError(text.format(setting=setting, reason=ended.stderr.strip()[-2000:]))
    told = json.loads(ended.stdout)
    return Graded(setting, told["absent"], told["earned"], time.monotonic() - start)


def _main(arguments: Sequence[str]) -> None:
    """Print as JSON what this process found under the setting of its environment."""
    thorough = "--thorough" in arguments
    root, *names = [each for each in arguments if each != "--thorough"]
    setting = Setting(os.environ["OPENBLAS_CORETYPE"], int(os.environ["AUTOGRADER_BLAS_THREADS"]))
    absent = _absent(setting)
    course = find_course(Path(root))
    earned: dict[str, Any] = {}
    for assignment in map(course.assignment, [] if absent else names):
        earned |= _earned(assignment, thorough=thorough)
    print(json.dumps({"absent": absent, "earned": earned}))


def _absent(setting: Setting) -> str:
    """Say why the setting is not in use here and in the sandbox; empty where it is."""
    for used in (_computing(), _computing_in_the_sandbox()):
        for kernel, threads in used or [["?", 0]]:
            if kernel != setting.kernel:
                text = _("this BLAS has no kernel of that name, and uses {kernel}")
                return text.format(kernel=kernel)
            if threads != setting.threads:
                text = _("{n} threads were asked for, and {used} are in use")
                return text.format(n=setting.threads, used=threads)
    return ""


def _computing() -> list[list[Any]]:
    """Return kernel and number of threads of each OpenBLAS that this process has loaded."""
    names: dict[str, Any] = {}
    exec(_LISTING, names)  # noqa: S102  what the sandbox is asked as well
    used: list[list[Any]] = names["computing"]()
    return used


def _computing_in_the_sandbox() -> list[list[Any]]:
    limits, cell = Limits(call_seconds=60), Cell(_LISTING, first_line=1, label="computing")
    student = Student([cell], level=best_level(), files={}, limits=limits, module="computing")
    try:
        used: list[list[Any]] = student.computing()
    finally:
        student.close()
    return used


def _earned(assignment: Assignment, *, thorough: bool) -> dict[str, Any]:
    """Return what the mistakes of an assignment earn, and what checks of the course find."""
    small = assignment.on_stand_in()
    chosen = mistakes(small) if thorough else _trained(small)
    earned: dict[str, Any] = {}
    for mistake, report in graded(small, chosen):
        for task, (status, points) in outcome(report).items():
            earned[f"{assignment.name}: {mistake.name}: {task}"] = [status, points]
    for kind in _KINDS if thorough else ():
        for finding in verify(assignment, kind, Options()).findings:
            earned[f"{assignment.name}: {finding}"] = True
    return earned


def _trained(assignment: Assignment) -> list[Mistake]:
    """Choose the mistakes in tasks with a check that works on the data set."""
    found = mistakes(assignment)
    if not found:
        return []
    with Judge(assignment, hidden=True) as judge:
        trained = {check.task.name for check in judge.checks if check.uses_data}
    return [
        mistake
        for mistake in found
        if not mistake.needs_isolation and trained & {task for task, _ in cells(mistake.source)}
    ]


if __name__ == "__main__":
    _main(sys.argv[1:])
