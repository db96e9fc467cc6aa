"""Locate assignments: in a course, or in a student's folder."""

from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from autograder.course.manifest import DataSpec, Manifest, Task, read_manifest, thresholds_on
from autograder.course.nbgrader_link import LINK, is_linked, linked
from autograder.errors import KitError
from autograder.i18n import Text, _

MANIFEST = "assignment.toml"
SOLUTIONS = "solutions"
HIDDEN = Path("tests", "grading")
REFERENCE = "reference_impl"
# training on all of MNIST takes up to so many times as long as on the subsets
_WHOLE_TAKES = 20


class NoCourse(KitError):
    """Neither the given folder nor a parent is a course."""


@dataclass(frozen=True)
class Assignment:
    """An assignment with the places of its parts.

    ``hidden`` and ``course`` are None on a student's machine, which has neither.
    """

    name: str
    manifest: Manifest
    folder: Path
    visible: Path
    hidden: Path | None = None
    course: Path | None = None

    @property
    def title(self) -> Text:
        """Title in both languages."""
        return self.manifest.title

    @property
    def tasks(self) -> tuple[Task, ...]:
        """The tasks in the order of the manifest."""
        return self.manifest.tasks

    @property
    def task_names(self) -> tuple[str, ...]:
        """The names of the tasks in that order."""
        return tuple(task.name for task in self.tasks)

    @property
    def module(self) -> str:
        """Name of the module that a student writes."""
        return self.manifest.module

    @property
    def file(self) -> str:
        """Name of the file that a student submits."""
        return f"{self.module}.py"

    @property
    def source(self) -> Path:
        """Path of that file: the model answer in a course, the student's own elsewhere."""
        return self.folder / self.file

    @property
    def reference(self) -> Path | None:
        """Folder of the reference implementation in a course."""
        return self.course / REFERENCE / self.module if self.course else None

    @property
    def max_score(self) -> float:
        """Points of all tasks together."""
        return sum(task.points for task in self.tasks)

    def task(self, name: str) -> Task:
        """Return the task of that name; raise KitError if there is none."""
        for task in self.tasks:
            if task.name == name:
                return task
        known = ", ".join(task.name for task in self.tasks)
        raise KitError(
            _("{assignment} has no task `{task}`; tasks: {known}").format(
                assignment=self.name, task=name, known=known
            )
        )

    def all_needs(self, task: Task) -> list[str]:
        """Name the direct and indirect dependencies of a task, in order."""
        needed: set[str] = set(task.needs)
        for each in reversed(self.tasks):  # a task needs earlier ones only
            if each.name in needed:
                needed.update(each.needs)
        return [each.name for each in self.tasks if each.name in needed]

    def on_data(self, name: str) -> "Assignment":
        """Return the same assignment on another data set, without a stand-in.

        As many examples are taken as of the manifest's own; of its stand-in, all.

        Raises
        ------
        KitError
            The assignment has no data, or its checks are written for its own data set alone.
        """
        from autograder.data.loading import require_known

        spec = self.manifest.data
        if spec is None:
            raise KitError(_("{name} has no data set.").format(name=self.name))
        require_known(name)
        if name != spec.name and not thresholds_on(self.manifest, name):
            text = _("{name} can only be graded on {data}, for which its checks are written.")
            raise KitError(text.format(name=self.name, data=spec.name))
        counted = DataSpec(name) if name == spec.stand_in else spec
        data = msgspec.structs.replace(counted, name=name, stand_in=None)
        return replace(self, manifest=msgspec.structs.replace(self.manifest, data=data))

    def on_stand_in(self) -> "Assignment":
        """Return the same assignment on its stand-in, the small data set that every machine has."""
        spec = self.manifest.data
        if spec is None or spec.stand_in is None:
            return self
        data = DataSpec(spec.stand_in)
        return self.with_manifest(msgspec.structs.replace(self.manifest, data=data))

    def with_manifest(self, manifest: Manifest) -> "Assignment":
        """Return the same assignment with another manifest."""
        return replace(self, manifest=manifest)

    def on_full_data(self) -> "Assignment":
        """Return the same assignment with its complete data set and longer time limits."""
        if self.manifest.data is None:
            return self
        change, limits = msgspec.structs.replace, self.manifest.limits
        tasks = tuple(
            change(task, seconds=(task.seconds or limits.call_seconds) * _WHOLE_TAKES)
            for task in self.tasks
        )
        manifest = change(
            self.manifest,
            data=change(self.manifest.data, train=None, test=None),
            limits=change(limits, submission_seconds=limits.submission_seconds * _WHOLE_TAKES),
            tasks=tasks,
        )
        return replace(self, manifest=manifest)


@dataclass(frozen=True)
class Course:
    """A course: the folder that holds ``solutions/`` and ``tests/grading/``."""

    root: Path
    assignments: tuple[Assignment, ...]

    def assignment(self, name: str) -> Assignment:
        """Return an assignment by its name, its number or an unambiguous prefix.

        Raises
        ------
        KitError
            naming the assignments that there are.
        """
        fitting = [each for each in self.assignments if each.name.startswith(name)]
        sure = [each for each in self.assignments if _is_called(each.name, name)]
        if len(sure or fitting) == 1:
            return (sure or fitting)[0]
        message = (
            _("`{name}` matches more than one assignment: {known}")
            if fitting
            else _("there is no assignment `{name}`; assignments: {known}")
        )
        known = ", ".join(each.name for each in fitting or self.assignments)
        raise KitError(message.format(name=name, known=known))


def _is_called(name: str, said: str) -> bool:
    """Return whether a text names an assignment, possibly by number: 3 for 03_softmax."""
    number = name.partition("_")[0]
    both_numbers = number.isdecimal() and said.isdecimal()
    return name == said or (both_numbers and int(number) == int(said))


def is_course(folder: Path) -> bool:
    """Tell whether a folder is the root of a course."""
    return (folder / HIDDEN).is_dir() and any((folder / SOLUTIONS).glob(f"*/{MANIFEST}"))


def find_course(start: Path | None = None) -> Course:
    """Open the course that contains ``start`` (default: the working directory).

    An nbgrader course that ``autograder course init`` made leads to the course it was made from.

    Raises
    ------
    NoCourse
        when no folder from there upwards is a course.
    KitError
        when a manifest is malformed, or when an nbgrader course leads nowhere.
    """
    start = (start or Path.cwd()).resolve()
    for folder in (start, *start.parents):
        if is_course(folder):
            return _open_course(folder)
        if is_linked(folder):
            return _open_linked(folder)
    raise NoCourse(
        _(
            "{folder}: not in a course (a folder with solutions/ and tests/grading/); "
            "change to one, or use --course DIR"
        ).format(folder=start)
    )


def open_assignment(folder: Path) -> Assignment:
    """Open a student's folder, which holds ``assignment.toml`` and the visible checks.

    Raises
    ------
    KitError
        when one of the two is missing, or when the manifest is malformed.
    """
    folder = folder.resolve()
    if not (folder / MANIFEST).is_file():
        raise KitError(
            _("{folder}: not an assignment's folder: it has no {file}").format(
                folder=folder, file=MANIFEST
            )
        )
    assignment = _open_folder(folder)
    if not assignment.visible.is_file():
        raise KitError(
            _("{folder}: the assignment's checks are missing: it has no {file}").format(
                folder=folder, file=assignment.visible.name
            )
        )
    return assignment


def _open_course(root: Path) -> Course:
    manifests = sorted((root / SOLUTIONS).glob(f"*/{MANIFEST}"))
    return Course(root, tuple(_open_folder(path.parent, root) for path in manifests))


def _open_linked(folder: Path) -> Course:
    root = Path(linked(folder).course)
    if not is_course(root):
        text = _(
            "{file}: there is no course at {course} any more. If you have moved it, run "
            "`autograder course init {folder} --course NEW_PLACE`."
        )
        raise KitError(text.format(file=folder / LINK, course=root, folder=folder))
    return _open_course(root)


def _open_folder(folder: Path, course: Path | None = None) -> Assignment:
    manifest = read_manifest(folder / MANIFEST)
    if course and manifest.name not in (None, folder.name):
        text = _("{file}: key `name`: remove it; the folder's name is the assignment's name.")
        raise KitError(text.format(file=folder / MANIFEST))
    return Assignment(
        name=folder.name if course else manifest.name or folder.name,
        manifest=manifest,
        folder=folder,
        visible=folder / f"test_{manifest.module}.py",
        hidden=course / HIDDEN / folder.name if course else None,
        course=course,
    )
