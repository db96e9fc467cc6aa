"""Merge a submission into the released notebook.

Whatever a student does to cells, metadata and tests, the notebook that is graded is the released
one with the student's code in it. So nothing can be lost that way, and nothing gained.
"""

import os
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from autograder.gradebook.reader import SubmittedFile, read_submission
from autograder.gradebook.released import (
    BESIDE,
    NAMESPACE,
    SUFFIX,
    is_solution,
    is_test,
    load_released,
    nbgrader_metadata,
)
from autograder.gradebook.sanitize import OutputSanitizer, sanitized_markdown
from autograder.i18n import _
from autograder.intake import Cell, Unreadable
from autograder.intake.beside import imported
from autograder.intake.ipynb import SubmittedCell
from autograder.intake.read import reader
from autograder.intake.selection import SCRIPT, Choice, Wanted, choose_in, kind_of
from autograder.intake.syntax import defined, sort_out
from autograder.intake.untrusted import printable

# not the points: an instructor changes those after a notebook was handed out
_FLAGS = ("grade", "solution", "locked", "task")


def merge_submission(folder: Path, name: str, release: Path) -> Any:
    """Return the released notebook with a student's answers; no submission makes it fail.

    Parameters
    ----------
    folder : Path
        The submission.
    name : str
        The notebook's name, without ``.ipynb``.
    release : Path
        The folder of the released notebooks.

    Returns
    -------
    NotebookNode
        As :func:`merge_file` returns it.

    Raises
    ------
    KitError
        The released notebook cannot be read.
    """
    released = load_released(release, name)
    names = _submitted_names(folder, name, release)
    choice = choose_in(folder, names, Wanted(name, tuple(_defined_by(released))))
    files = list(_candidates(folder, name, names, choice))
    merged = [_merge_readable(path, released) for path in files]
    # the first is the one to read; another counts only if that one has no answer
    best = max(merged, key=lambda notebook: min(notebook.metadata[NAMESPACE]["answers"], 1))
    about = best.metadata[NAMESPACE]
    right = f"{name}{SUFFIX}"
    if choice.name == about["file"] and choice.note:
        about["notes"].insert(0, choice.note)
    elif about["answers"] or choice.name or os.path.lexists(folder / right):
        about["notes"][:0] = _notes_on_file(about["file"], right, files)
    else:
        about["notes"] = [_missing(right, [path.name for path in files if path.exists()])]
    if any(kind_of(each) == SCRIPT or (folder / each).is_dir() for each in names):
        _add_imported(best, folder, name)
    return best


def _submitted_names(folder: Path, name: str, release: Path) -> list[str]:
    """List the files of a submission but those that are another notebook's."""
    others = {path.name for path in release.glob(f"*{SUFFIX}")} - {f"{name}{SUFFIX}"}
    if not folder.is_dir():
        return []
    return sorted({path.name for path in folder.iterdir()} - others)


def _defined_by(released: Any) -> Iterator[str]:
    """Yield what the answers to a released notebook define."""
    for cell in released.cells:
        if is_solution(cell) and cell.cell_type == "code":
            yield from defined(cell.source)


def _candidates(folder: Path, name: str, names: Sequence[str], choice: Choice) -> Iterator[Path]:
    """Yield the file to read, existing or not, then others that may be meant."""
    first = choice.name or f"{name}{SUFFIX}"
    yield folder / first
    for other in names:
        if kind_of(other) == SUFFIX and other != first:
            yield folder / other


def _add_imported(notebook: Any, folder: Path, name: str) -> None:
    """Add the student's own modules that the code of a merged notebook imports, until graded."""
    cells = [
        Cell(cell.source, 1, "")
        for cell in notebook.cells
        if cell.cell_type == "code" and NAMESPACE in cell.metadata
    ]
    beside, notes = imported(sort_out(cells).cells, reader(folder), name)
    about = notebook.metadata[NAMESPACE]
    about["notes"] += notes
    if beside:
        about[BESIDE] = [msgspec.to_builtins(each) for each in beside]


def _merge_readable(path: Path, released: Any) -> Any:
    """Merge a file; an unreadable one leaves the released notebook, with the reason."""
    try:
        return merge_file(released, read_submission(path))
    except Unreadable as error:
        blank = deepcopy(released)
        file = printable(path.name)
        blank.metadata[NAMESPACE] = {"file": file, "notes": [str(error)], "answers": 0}
        return blank


def _notes_on_file(read: str, right: str, files: Sequence[Path]) -> Iterator[str]:
    if read.lower() != right.lower():
        text = _("{file} was read: {right} is missing or unchanged.")
        yield text.format(file=read, right=right)
    elif len([path for path in files if kind_of(path.name) == SUFFIX]) > 1:
        yield _("Only {file} was read, not the other notebooks in the folder.").format(file=read)


def _missing(right: str, others: Sequence[str]) -> str:
    if not others:
        return _("{right} is missing; submit it under this name.").format(right=right)
    text = _(
        "{right} is missing, and {found} contains no answer to its tasks. If it "
        "belongs to another assignment, submit this one's; if it is the right file, "
        "write the answers into it."
    )
    return text.format(right=right, found=printable(", ".join(others)))


def merge_file(released: Any, submitted: SubmittedFile) -> Any:
    """Return the released notebook with the answers and added cells of one file.

    Parameters
    ----------
    released : NotebookNode
        As nbgrader's ``generate_assignment`` wrote it; it is not changed.
    submitted : SubmittedFile
        The student's file.

    Returns
    -------
    NotebookNode
        Its metadata under ``autograder`` hold ``file``, the name of the submitted file, ``notes``,
        sentences on what was repaired, and ``answers``, the number of solution cells that differ
        from the released ones. A student's cell has ``cell`` there, its number in the file.
    """
    notebook = deepcopy(released)
    stubs = {nbgrader_metadata(o)["grade_id"]: o.source for o in released.cells if is_solution(o)}
    match = match_cells(released.cells, submitted.cells)
    for position, cell in match.answers.items():
        _write_answer(notebook.cells[position], cell)
    notebook.cells = list(_with_added(notebook.cells, submitted.cells, match))
    notes = [*_notes_on_cells(released.cells, submitted.cells, match)]
    notes += _move_misplaced(notebook.cells, stubs)
    notebook.metadata[NAMESPACE] = {
        "file": submitted.name,
        "notes": [*submitted.notes, *notes],
        "answers": sum(
            cell.source != stubs[nbgrader_metadata(cell)["grade_id"]]
            for cell in notebook.cells
            if is_solution(cell)
        ),
    }
    return notebook


@dataclass(frozen=True)
class Match:
    """The cells of a submission, matched with those of the released notebook.

    Attributes
    ----------
    answers : dict of int to SubmittedCell
        The submitted answers, by position of the solution cell in the released notebook.
    positions : dict of int to int
        Position in the released notebook, by number of the submitted cell, for cells with the
        same text or the same metadata.
    added : frozenset of int
        Numbers of the submitted cells that match no released cell.
    """

    answers: dict[int, SubmittedCell]
    positions: dict[int, int]
    added: frozenset[int]


def match_cells(released: Sequence[Any], cells: Sequence[SubmittedCell]) -> Match:
    """Match cells by text, by nbgrader's name and by Jupyter's cell id."""
    texts = {_normalized(original.source): n for n, original in enumerate(released)}
    sources = {cell.number: _normalized(cell.source) for cell in cells}
    positions = {number: texts[text] for number, text in sources.items() if text in texts}
    unmatched = {number for number, text in sources.items() if text} - positions.keys()
    answers: dict[int, SubmittedCell] = {}
    for position, original in enumerate(released):
        copies = _copies(original, cells)
        positions |= {cell.number: position for cell in copies}
        if is_solution(original) and copies:
            answers[position] = max(copies, key=lambda cell: _merit(cell, original))
    chosen = {cell.number for cell in answers.values()}
    return Match(answers, positions, frozenset(unmatched - chosen))


def _copies(original: Any, cells: Sequence[SubmittedCell]) -> list[SubmittedCell]:
    name = nbgrader_metadata(original).get("grade_id")
    if name is None:
        return []
    named = [cell for cell in cells if cell.grade_id == name]
    return named or [
        cell
        for cell in cells
        if cell.grade_id is None and cell.identity == original.get("id", name)
    ]


def _merit(cell: SubmittedCell, original: Any) -> tuple[bool, bool, int]:
    """Rank copies of a cell: the last one that has the answer in it counts."""
    changed = _normalized(cell.source) != _normalized(original.source)
    complete = bool(defined(original.source) & defined(cell.source))
    return changed and complete, changed, cell.number


def _normalized(source: str) -> str:
    """Return a source without the white space that editors add or remove."""
    return "\n".join(line.rstrip() for line in source.strip().splitlines())


def _write_answer(target: Any, cell: SubmittedCell) -> None:
    """Write a student's answer into its solution cell."""
    target.metadata[NAMESPACE] = {"cell": cell.number}
    if _normalized(target.source) == _normalized(cell.source):
        return  # exactly as released, or nbgrader would not see that there is no response
    if target.cell_type == "code":
        target.source = cell.source
    else:
        target.update(sanitized_markdown(cell))


def _with_added(
    originals: Sequence[Any], cells: Sequence[SubmittedCell], match: Match
) -> Iterator[Any]:
    """Yield the released cells, each followed by the cells that the student added below it."""
    following: dict[int, list[Any]] = {}
    position, outputs = -1, OutputSanitizer()
    for cell in cells:
        position = match.positions.get(cell.number, position)
        if cell.number in match.added:
            following.setdefault(position, []).append(_added_cell(cell, outputs))
    yield from following.get(-1, ())
    for position, original in enumerate(originals):
        yield original
        yield from following.get(position, ())


def _added_cell(cell: SubmittedCell, outputs: OutputSanitizer) -> Any:
    from nbformat import v4

    common = {"id": f"own-{cell.number}", "metadata": {NAMESPACE: {"cell": cell.number}}}
    if cell.kind == "code":
        return v4.new_code_cell(cell.source, outputs=outputs.sanitized(cell.outputs), **common)
    return v4.new_markdown_cell(**sanitized_markdown(cell), **common)


def _notes_on_cells(
    released: Sequence[Any], cells: Sequence[SubmittedCell], match: Match
) -> Iterator[str]:
    """Yield sentences on cells that were deleted, copied or changed against the rules."""
    if cells and not match.positions:
        yield _("None of the cells belongs to this notebook. Is it the right file?")
        return
    texts = {_normalized(cell.source) for cell in cells}
    for original in released:
        name = nbgrader_metadata(original).get("grade_id")
        if is_test(original) and _normalized(original.source) not in texts:
            text = _("The test cell `{name}` was changed or deleted; the original was restored.")
            yield text.format(name=name)
        if name:
            yield from _notes_on_copies(original, [cell for cell in cells if cell.grade_id == name])


def _notes_on_copies(original: Any, copies: Sequence[SubmittedCell]) -> Iterator[str]:
    name = nbgrader_metadata(original)["grade_id"]
    if is_solution(original) and len(copies) > 1:
        text = _("There are {n} cells of `{name}`; the last one with an answer was graded.")
        yield text.format(name=name, n=len(copies))
    if any(_has_other_metadata(cell, original) for cell in copies):
        text = _("The metadata of the cell `{name}` was changed; the original was used.")
        yield text.format(name=name)


def _has_other_metadata(cell: SubmittedCell, original: Any) -> bool:
    right = nbgrader_metadata(original)
    flags = [flag for flag in _FLAGS if flag in cell.metadata]
    return cell.kind != original.cell_type or any(cell.metadata[f] != right.get(f) for f in flags)


def _move_misplaced(cells: Sequence[Any], stubs: Mapping[str, str]) -> Iterator[str]:
    """Empty the stubs of answers in other cells, which they would undo; yield where those are."""
    for cell in cells:
        if not is_solution(cell):
            continue
        name = nbgrader_metadata(cell)["grade_id"]
        if cell.source != stubs[name]:
            continue
        if holders := _defining(defined(cell.source), cells, cell):
            text = _("`{name}` was found in cell {number} instead of its own.")
            note = text.format(name=name, number=holders[-1])
            cell.source = f"# {note}"
            yield note
        elif NAMESPACE not in cell.metadata:
            yield _("The cell of `{name}` is missing.").format(name=name)


def _defining(names: set[str], cells: Sequence[Any], but: Any) -> list[int]:
    """Return the numbers of other submitted code cells that define one of the names."""
    return [
        cell.metadata[NAMESPACE]["cell"]
        for cell in cells
        if cell is not but
        and NAMESPACE in cell.metadata
        and cell.cell_type == "code"
        and names & defined(cell.source)
    ]
