"""Released notebooks and nbgrader's metadata in their cells."""

from collections.abc import Collection
from functools import lru_cache
from pathlib import Path
from typing import Any

from autograder.errors import KitError
from autograder.i18n import _

SUFFIX = ".ipynb"
# the kit's own metadata of cells and notebooks: nbgrader refuses unknown keys in its own
NAMESPACE = "autograder"
# among it, until the notebook is graded: the student's own modules that its code imports
BESIDE = "beside"


def released_names(folder: Path) -> Collection[str]:
    """Return the names of the released notebooks in a folder, without ``.ipynb``."""
    return sorted(path.stem for path in folder.glob(f"*{SUFFIX}"))


def load_released(folder: Path, name: str) -> Any:
    """Return a released notebook, which is shared: copy it before you change it.

    Raises
    ------
    KitError
        It is missing or broken.
    """
    path = folder / f"{name}{SUFFIX}"
    try:
        return _parse(path, path.stat().st_mtime_ns)
    except OSError:
        raise not_released(folder, name) from None
    except ValueError:
        text = _(
            "{file} is damaged; generate it again with `nbgrader generate_assignment --force`."
        )
        raise KitError(text.format(file=path)) from None


def not_released(folder: Path, name: str) -> KitError:
    """Return the error for a notebook that is missing from the release folder."""
    text = _(
        "{file} is missing; generate it with `nbgrader generate_assignment`. If nbgrader refuses "
        "because of added or removed cells, see “In the middle of the term” in docs/nbgrader.md."
    )
    return KitError(text.format(file=folder / f"{name}{SUFFIX}"))


@lru_cache(maxsize=8)
def _parse(path: Path, _changed: int) -> Any:
    import nbformat

    return nbformat.read(path, as_version=4)


def nbgrader_metadata(cell: Any) -> dict[str, Any]:
    """Return nbgrader's metadata of a released cell; empty for a cell without any."""
    found: dict[str, Any] = cell.metadata.get("nbgrader", {})
    return found


def is_solution(cell: Any) -> bool:
    """Return whether this cell is for a student's answer."""
    return bool(nbgrader_metadata(cell).get("solution"))


def is_test(cell: Any) -> bool:
    """Tell whether this is an autograded test cell: graded code that is not an answer."""
    graded = bool(nbgrader_metadata(cell).get("grade"))
    return cell.cell_type == "code" and graded and not is_solution(cell)


def has_tests(notebook: Any) -> bool:
    """Tell whether a notebook has autograded cells; others are graded by hand."""
    return any(is_test(cell) for cell in notebook.cells)
