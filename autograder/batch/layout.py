"""How a class was laid out: an archive of a class, a folder too high, another assignment's work."""

import os
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from autograder.course.root import Assignment, Course
from autograder.errors import KitError
from autograder.i18n import _
from autograder.intake.archive import BROKEN, is_meant, path_in
from autograder.intake.locate import holders
from autograder.intake.selection import ARCHIVE, Wanted, is_exact, kind_of
from autograder.intake.submissions import ClassList, submissions

_MOST_MEMBERS = 100_000
_MOST_BYTES = 4_000_000_000
_NAMED = 5


@contextmanager
def unpacked(path: Path, module: str) -> Iterator[Path]:
    """Give the folder of a class in a .zip file, or the path itself.

    An archive is a class if several folders have the module's file, none within another. It is
    unpacked into a temporary folder; links and other special members are left out.

    Parameters
    ----------
    path : Path
        What is to be graded.
    module : str
        Name of the students' module.

    Raises
    ------
    KitError
        when it holds too much.
    """
    if kind_of(path.name) != ARCHIVE or not path.is_file():
        yield path
        return
    try:
        file = zipfile.ZipFile(path)
    except BROKEN:
        yield path  # whatever is wrong with it is said in the report
        return
    with file, tempfile.TemporaryDirectory(prefix="autograder-class-") as folder:
        members = [info for info in file.infolist() if is_meant(info) and not info.is_dir()]
        top = _top_of_class(members, module)
        if top is None:
            yield path
            return
        if len(members) > _MOST_MEMBERS or sum(i.file_size for i in members) > _MOST_BYTES:
            raise KitError(
                _("{file}: holds too much; unpack it and grade the folder").format(file=path)
            )
        try:
            for info in members:
                file.extract(info, folder)
        except BROKEN as error:
            text = _("{file}: cannot be unpacked ({reason}); unpack it and grade the folder")
            raise KitError(text.format(file=path, reason=error)) from None
        yield Path(folder, *top.parts)


def require_module(class_list: ClassList, path: Path, course: Course, wanted: Assignment) -> None:
    """Refuse a class in which nobody has submitted the assignment.

    Raises
    ------
    KitError
        naming the assignment that was submitted, if there is one.
    """
    if len(class_list) < 2 or any(each.path for each in class_list):
        return
    for other in course.assignments:
        if other.name == wanted.name:
            continue
        listed = submissions(path, other.name, other.module)
        count = sum(each.path is not None for each in listed)
        if count:
            text = _(
                "{path}: no submission contains {file}; {count} contain {other}. Grade them with "
                "--assignment {name}."
            )
            raise KitError(
                text.format(
                    path=path,
                    file=f"{wanted.module}.py",
                    count=count,
                    other=f"{other.module}.py",
                    name=other.name.partition("_")[0],
                )
            )
    text = _("{path}: none of its {count} folders contains {file}; expected one folder per student")
    raise KitError(text.format(path=path, count=len(class_list), file=f"{wanted.module}.py"))


def require_right_level(path: Path, assignment: Assignment) -> None:
    """Refuse a folder that holds classes in place of students.

    Raises
    ------
    KitError
        when each of its folders holds the module's file in several folders; it names one of them.
    """
    if not path.is_dir():
        return
    wanted = Wanted(assignment.module, assignment.task_names)
    deeper = None
    for folder in sorted(
        each for each in path.iterdir() if each.is_dir() and not each.is_symlink()
    ):
        found = holders(folder, wanted)
        names = {each.name for each in found}
        if len(found) == 1 or assignment.name in names:
            return
        if found:
            deeper = deeper or Path(os.path.commonpath(found))
    if deeper is not None:
        text = _(
            "{path} holds classes, not students: {folder} alone has several folders with {file}. "
            "Grade that folder. If these folders are a student's attempts, add --attempt latest."
        )
        raise KitError(text.format(path=path, folder=deeper, file=f"{assignment.module}.py"))


def about_loose(class_list: ClassList) -> Iterator[str]:
    """Yield a sentence on code next to the students' folders, which is nobody's."""
    if class_list.loose:
        named = ", ".join(class_list.loose[:_NAMED])
        more = len(class_list.loose) - _NAMED
        text = _("Not graded, because they are in no student's folder: {names}.")
        if more > 0:
            text = _(
                "Not graded, because they are in no student's folder: {names} and {more} more."
            )
        yield text.format(names=named, more=more)


def _top_of_class(members: Iterable[zipfile.ZipInfo], module: str) -> PurePosixPath | None:
    """Return the folder that holds those of the students; None if it is one student's work."""
    paths = [path_in(info) for info in members]
    parents = {path.parent for path in paths if is_exact([path.name], module)}
    if len(parents) < 2:
        return None
    top = PurePosixPath(os.path.commonpath([str(each) for each in parents]))
    return None if top in parents else top
