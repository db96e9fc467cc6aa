"""Submitted text and outputs, sanitised for display in an instructor's browser.

nbgrader's pages show whatever HTML Markdown or an output contains. A script in it would act with
the rights of the instructor who opens the page, for example in the form for grades. Text without
HTML is safe, and so is a PNG of reasonable size.
"""

import base64
import binascii
import re
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

import msgspec

from autograder.i18n import _
from autograder.intake.ipynb import SubmittedCell, joined

TEXT, IMAGE = "text/plain", "image/png"
_MAX_BYTES_PARSED = 1_000_000
_MAX_TEXT, _MAX_LINES = 10_000, 200
_MAX_IMAGES_PER_CELL = 200_000
_MAX_OUTPUTS = 20
_MAX_PER_NOTEBOOK = 3_000_000
# a few bytes of PNG can unfold into more pixels than a browser has memory for
_MAX_SIDE = 4_000
_PNG = re.compile(rb"\x89PNG\r\n\x1a\n.{4}IHDR(?P<width>.{4})(?P<height>.{4})", re.DOTALL)
_ANSI = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]")

_TAG = re.compile(r"<(?=[A-Za-z/!?])")
_IMAGE_TYPE = re.compile(r"image/(png|jpeg|gif)")
_BASE64 = re.compile(r"[A-Za-z0-9+/=\s]*")
_REFERENCE = re.compile(r"attachment:(?P<name>[^\s)\"'>]*)")

Piece = tuple[str, str]  # media type and content


def sanitized_markdown(cell: SubmittedCell) -> dict[str, Any]:
    """Return source and attachments of a Markdown cell, without HTML and with valid images only."""
    images = {
        name: valid for name, files in cell.attachments.items() if (valid := _valid_images(files))
    }

    def known(reference: re.Match[str]) -> str:
        # nbgrader cannot make a page that refers to a missing attachment
        return reference[0] if reference["name"] in images else "attachment-"

    source = _REFERENCE.sub(known, _TAG.sub("&lt;", cell.source))
    return {"source": source, "attachments": images} if images else {"source": source}


def _valid_images(files: Any) -> dict[str, str]:
    if not isinstance(files, dict):
        return {}
    return {
        kind: data
        for kind, data in files.items()
        if _IMAGE_TYPE.fullmatch(kind) and isinstance(data, str) and _BASE64.fullmatch(data)
    }


class OutputSanitizer:
    """Selects the outputs of one notebook that are safe to display, up to a limit in size."""

    def __init__(self) -> None:
        self._left = _MAX_PER_NOTEBOOK

    def sanitized(self, outputs: bytes) -> list[Any]:
        """Return outputs for the graded notebook, with a note if any were left out.

        Parameters
        ----------
        outputs : bytes
            Outputs of a cell, as JSON.
        """
        if not outputs:
            return []
        found = _pieces(outputs)
        kept = list(_bounded(found))
        size = sum(len(content) for _kind, content in kept)
        if size > self._left:
            kept = []
        else:
            self._left -= size
        if kept != found:
            kept.append((TEXT, _("(Some outputs of this cell were left out.)")))
        return [_output(*piece) for piece in kept]


def _pieces(encoded: bytes) -> list[Piece]:
    """Return kind and content of each output, merging consecutive texts."""
    if len(encoded) > _MAX_BYTES_PARSED:
        return [("", "")]
    try:
        outputs = msgspec.json.decode(encoded)
    except (ValueError, RecursionError):  # lone surrogates, or endlessly nested lists
        return [("", "")]
    pieces = [_piece(output) for output in outputs] if isinstance(outputs, list) else []
    joined = []
    for kind, group in groupby(pieces, key=itemgetter(0)):
        contents = [content for _kind, content in group]
        joined += [(kind, "".join(contents))] if kind == TEXT else [(kind, c) for c in contents]
    return [piece for piece in joined if piece != (TEXT, "")]


def _piece(output: Any) -> Piece:
    """Return kind and content of an output; no kind if it is not shown."""
    output = output if isinstance(output, dict) else {}
    if output.get("output_type") == "stream":
        return TEXT, _text(output.get("text"))
    data = output.get("data")
    data = data if isinstance(data, dict) else {}
    if image := _png(joined(data.get(IMAGE))):
        return IMAGE, image
    if TEXT in data:
        return TEXT, _text(data[TEXT]) + "\n"
    return "", ""


def _bounded(pieces: list[Piece]) -> Iterator[Piece]:
    """Yield the pieces that fit into one cell; a long text is cut."""
    room = {TEXT: _MAX_TEXT, IMAGE: _MAX_IMAGES_PER_CELL, "": 0}
    for kind, content in pieces[:_MAX_OUTPUTS]:
        if kind == TEXT:
            content = "".join(content[: room[TEXT]].splitlines(keepends=True)[:_MAX_LINES])
        if content and len(content) <= room[kind]:
            room[kind] -= len(content)
            yield kind, content


def _text(value: Any) -> str:
    """Return text without ANSI codes; of a line that was overwritten, only its last state."""
    text = _ANSI.sub("", joined(value)[: 10 * _MAX_TEXT]).replace("\r\n", "\n")
    lines = [line.rstrip("\r").rpartition("\r")[2] for line in text.split("\n")]
    return "".join(
        letter if letter.isprintable() or letter in "\n\t" else "\N{REPLACEMENT CHARACTER}"
        for letter in "\n".join(lines)
    )


def _png(image: str) -> str | None:
    """Return the base64 of a PNG, encoded again; None if it is not one, or is huge."""
    try:
        content = base64.b64decode("".join(image.split()), validate=True)
    except (binascii.Error, ValueError):
        return None
    header = _PNG.match(content)
    if header is None:
        return None
    sides = (int.from_bytes(header[name], "big") for name in ("width", "height"))
    if max(sides) > _MAX_SIDE:
        return None
    return base64.b64encode(content).decode()


def _output(kind: str, content: str) -> Any:
    from nbformat import v4

    return v4.new_output("display_data", {kind: content})
