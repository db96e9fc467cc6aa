"""Text of a student's that an instructor's browser will show.

A page of nbgrader shows what Markdown lets through: HTML, and so scripts that act with the rights
of whoever reads the page, for example in the form for grades.
"""

import re
from typing import Any

from autograder.gradebook.handed_in import Cell

_TAG = re.compile(r"<(?=[A-Za-z/!?])")
_PICTURES = re.compile(r"image/(png|jpeg|gif)")
_BASE64 = re.compile(r"[A-Za-z0-9+/=\s]*")
_REFERENCE = re.compile(r"attachment:(?P<name>[^\s)\"'>]*)")


def harmless(cell: Cell) -> dict[str, Any]:
    """Return source and attachments of a text cell without HTML, and with sound pictures only."""
    pictures = {name: sound for name, files in cell.attachments.items() if (sound := _sound(files))}

    def known(reference: re.Match[str]) -> str:
        # a page with a picture that is not there cannot be made at all
        return reference[0] if reference["name"] in pictures else "attachment-"

    source = _REFERENCE.sub(known, _TAG.sub("&lt;", cell.source))
    return {"source": source, "attachments": pictures} if pictures else {"source": source}


def _sound(files: Any) -> dict[str, str]:
    if not isinstance(files, dict):
        return {}
    return {
        kind: data
        for kind, data in files.items()
        if _PICTURES.fullmatch(kind) and isinstance(data, str) and _BASE64.fullmatch(data)
    }
