"""``assignment.toml``: title, tasks, limits, data and thresholds of one assignment."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import msgspec
from msgspec import Meta

from autograder.course import toml_errors
from autograder.errors import KitError
from autograder.i18n import Text, _

SCHEMA = 1

# the upper bound keeps infinity out
Positive = Annotated[float, Meta(gt=0, le=1e6)]
Count = Annotated[int, Meta(ge=1)]
# numpy alone needs some 200 MB of address space to be imported
Megabytes = Annotated[int, Meta(ge=256)]


class Limits(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Time limits per call and submission, and the memory limit."""

    call_seconds: Positive = 5.0
    submission_seconds: Positive = 120.0
    memory_mb: Megabytes = 2048


class Task(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A task to implement; ``seconds`` overrides ``call_seconds`` for its checks."""

    name: str
    points: Positive
    hint: Text
    needs: tuple[str, ...] = ()
    seconds: Positive | None = None


class DataSpec(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A data set, its stand-in, and the number of examples to use."""

    name: str
    stand_in: str | None = None
    train: Count | None = None
    test: Count | None = None


class Threshold(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A bound for hidden checks, with the distribution that it was measured from."""

    value: float
    seeds: Count
    minimum: float
    mean: float
    std: float
    data: str


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An assignment as its author describes it; in the file, ``tasks`` are ``[[task]]`` tables.

    ``name`` is written into the file that students get, who may rename the folder; in a course the
    folder has the name.
    """

    schema: int
    module: str
    title: Text
    tasks: tuple[Task, ...] = msgspec.field(name="task")
    name: str | None = None
    documents: tuple[str, ...] = ()
    limits: Limits = Limits()
    data: DataSpec | None = None
    thresholds: dict[str, Threshold] = {}


def read_manifest(path: Path) -> Manifest:
    """Read and check an ``assignment.toml``.

    Raises
    ------
    KitError
        naming the file, the line or the key, and what is wrong there.
    """
    document = toml_errors.read_toml(path)
    try:
        manifest = msgspec.convert(document, Manifest)
    except msgspec.ValidationError as error:
        table = _faulty_threshold(document)
        place, problem = toml_errors.validation_error(error, document, table)
        raise _refusal(path, place, problem) from None
    for key, problem in _contradictions(manifest):
        raise _refusal(path, toml_errors.place(key, document), problem)
    return manifest


def _faulty_threshold(document: dict[str, Any]) -> str:
    """Name the first invalid threshold, which msgspec does not report."""
    tables = document.get("thresholds")
    for name, table in tables.items() if isinstance(tables, dict) else ():
        try:
            msgspec.convert(table, Threshold)
        except msgspec.ValidationError:
            return str(name)
    return ""


def _refusal(path: Path, place: str, problem: str) -> KitError:
    return KitError(f"{path}: {place}: {problem}")


def _contradictions(manifest: Manifest) -> Iterator[tuple[str, str]]:
    """Yield (path of the key, problem) for errors that types cannot catch."""
    if manifest.schema != SCHEMA:
        yield "$.schema", _("must be {schema}, which is the only version").format(schema=SCHEMA)
    if not manifest.module.isidentifier():
        yield "$.module", _("must be a Python name such as `logistic_regression`")
    yield from _empty_text("$.title", manifest.title)
    if not manifest.tasks:
        yield "$.task", _("needs at least one [[task]]")
    yield from _task_contradictions(manifest.tasks)


def _task_contradictions(tasks: tuple[Task, ...]) -> Iterator[tuple[str, str]]:
    earlier: set[str] = set()
    for position, task in enumerate(tasks):
        here = f"$.task[{position}]"
        if not task.name.isidentifier():
            yield f"{here}.name", _("must be a Python name such as `sigmoid`")
        if task.name in earlier:
            yield f"{here}.name", _("is also the name of an earlier task")
        yield from _empty_text(f"{here}.hint", task.hint)
        for need in task.needs:
            if need not in earlier:
                yield f"{here}.needs", _("`{task}` is not an earlier task").format(task=need)
        earlier.add(task.name)


def _empty_text(key: str, text: Text) -> Iterator[tuple[str, str]]:
    for language in ("en", "ko"):
        if not getattr(text, language).strip():
            yield f"{key}.{language}", _("is empty")


def thresholds_on(manifest: Manifest, data: str) -> set[str]:
    """Name the thresholds that the checks look up when they run on a data set.

    Parameters
    ----------
    manifest : Manifest
        With thresholds that end in the name of any data set; others hold on every
        data set and are left out.
    data : str
        Name of the data set.
    """
    from autograder.data.recipes import RECIPES  # needs numpy, and is seldom asked for

    # the longest first: accuracy_fashion_mnist is not about MNIST
    endings = sorted((f"_{name}" for name in RECIPES), key=len, reverse=True)
    stems = {
        threshold.removesuffix(next(ending for ending in endings if threshold.endswith(ending)))
        for threshold in manifest.thresholds
        if threshold.endswith(tuple(endings))
    }
    return {f"{stem}_{data}" for stem in stems}
