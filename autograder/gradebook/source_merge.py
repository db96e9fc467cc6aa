"""Merge a source notebook that the instructor has edited with the kit's new version of it."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

# what is compared of a cell: its text, and nbgrader's metadata with the points
_PARTS = ("source", "nbgrader")
Digests = dict[str, tuple[str, ...]]


class Merged(NamedTuple):
    """The result of a merge.

    Attributes
    ----------
    notebook : NotebookNode
        The instructor's notebook with the kit's changes.
    conflicts : list of str
        Ids of the cells that both have changed; the instructor's version was kept.
    """

    notebook: Any
    conflicts: list[str]


def digests(notebook: Any) -> Digests:
    """Return a digest of each part of each cell, by the cell's id."""
    return {cell.id: _digests(cell) for cell in notebook.cells}


def merge(current: Any, wanted: Any, before: Mapping[str, tuple[str, ...]]) -> Merged:
    """Merge by cell: what only one side has changed is changed.

    The instructor's own cells stay where they are. A cell of the kit that the instructor has
    deleted stays deleted; one that the kit no longer has goes, unless the instructor changed it.

    Parameters
    ----------
    current : NotebookNode
        The instructor's notebook.
    wanted : NotebookNode
        The kit's.
    before : mapping of str to tuple of str
        The digests of the kit's notebook that the instructor started from.
    """
    conflicts: list[str] = []
    ours = {cell.id: cell for cell in wanted.cells}
    kept = []
    for cell in current.cells:
        identity = cell.get("id", "")
        if identity in ours:
            conflicts += _merge_cell(cell, ours[identity], before.get(identity))
        elif before.get(identity) == _digests(cell):
            continue
        elif identity in before:
            conflicts.append(identity)
        kept.append(cell)
    current.cells = kept
    for position, cell in enumerate(wanted.cells):
        if cell.id not in before and cell.id not in {each.get("id") for each in kept}:
            kept.insert(_place(kept, wanted.cells[:position]), cell)
    return Merged(current, conflicts)


def _merge_cell(cell: Any, new: Any, before: tuple[str, ...] | None) -> Iterator[str]:
    """Take over what only the kit has changed; yield the cell's id if both changed the same."""
    for number, part in enumerate(_PARTS):
        own, kits = _digest(cell, part), _digest(new, part)
        base = before[number] if before else None
        if own == kits or kits == base:
            continue
        if own != base:
            yield cell.id
        elif part == "source":
            cell.source = new.source
        else:
            cell.metadata[part] = new.metadata.get(part)


def _place(cells: list[Any], earlier: list[Any]) -> int:
    """Return the place after the last of the kit's earlier cells that is there."""
    names = {cell.id for cell in earlier}
    places = [place for place, cell in enumerate(cells) if cell.get("id") in names]
    return max(places, default=-1) + 1


def _digests(cell: Any) -> tuple[str, ...]:
    return tuple(_digest(cell, part) for part in _PARTS)


def _digest(cell: Any, part: str) -> str:
    content = cell.source if part == "source" else cell.metadata.get(part)
    text = json.dumps([cell.cell_type, content], sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:16]
