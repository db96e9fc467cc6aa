"""What a student's own cells showed, as far as it can do no harm where an instructor reads it.

HTML, SVG and scripts would act with the rights of whoever opens the page. Plain text cannot, nor
can a picture in PNG of a sane size.
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

TEXT, PICTURE = "text/plain", "image/png"
_MOST_READ = 1_000_000
_MOST_TEXT, _MOST_LINES = 10_000, 200
_MOST_OF_PICTURES = 200_000
_MOST_OUTPUTS = 20
_MOST_OF_A_NOTEBOOK = 3_000_000
# a few bytes of PNG can unfold into more pixels than a browser has memory for
_MOST_PIXELS_A_SIDE = 4_000
_PNG = re.compile(rb"\x89PNG\r\n\x1a\n.{4}IHDR(?P<width>.{4})(?P<height>.{4})", re.DOTALL)
_COLOURS = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]")

Piece = tuple[str, str]


class Outputs:
    """Takes of the outputs of one notebook what may be shown, until that is much."""

    def __init__(self) -> None:
        self._left = _MOST_OF_A_NOTEBOOK

    def shown(self, handed_in: bytes) -> list[Any]:
        """Return outputs for the graded notebook; the last one says so if any was left out.

        Parameters
        ----------
        handed_in : bytes
            The JSON of a cell's outputs.
        """
        if not handed_in:
            return []
        found = _pieces(handed_in)
        kept = list(_bounded(found))
        size = sum(len(content) for _kind, content in kept)
        if size > self._left:
            kept = []
        else:
            self._left -= size
        if kept != found:
            kept.append((TEXT, _("(Some of what this cell showed was left out.)")))
        return [_output(*piece) for piece in kept]


def _pieces(handed_in: bytes) -> list[Piece]:
    """Return kind and content of each output, texts that follow each other as one."""
    if len(handed_in) > _MOST_READ:
        return [("", "")]
    try:
        outputs = msgspec.json.decode(handed_in)
    except (ValueError, RecursionError):  # lone surrogates, or lists in lists without end
        return [("", "")]
    pieces = [_piece(output) for output in outputs] if isinstance(outputs, list) else []
    joined = []
    for kind, group in groupby(pieces, key=itemgetter(0)):
        contents = [content for _kind, content in group]
        joined += [(kind, "".join(contents))] if kind == TEXT else [(kind, c) for c in contents]
    return [piece for piece in joined if piece != (TEXT, "")]


def _piece(output: Any) -> Piece:
    """Return kind and content of an output; no kind for what is not shown."""
    output = output if isinstance(output, dict) else {}
    if output.get("output_type") == "stream":
        return TEXT, _text(output.get("text"))
    data = output.get("data")
    data = data if isinstance(data, dict) else {}
    if picture := _sound(_joined(data.get(PICTURE))):
        return PICTURE, picture
    if TEXT in data:
        return TEXT, _text(data[TEXT]) + "\n"
    return "", ""


def _bounded(pieces: list[Piece]) -> Iterator[Piece]:
    """Yield the pieces that are not too much for one cell; a long text is cut."""
    room = {TEXT: _MOST_TEXT, PICTURE: _MOST_OF_PICTURES, "": 0}
    for kind, content in pieces[:_MOST_OUTPUTS]:
        if kind == TEXT:
            content = "".join(content[: room[TEXT]].splitlines(keepends=True)[:_MOST_LINES])
        if content and len(content) <= room[kind]:
            room[kind] -= len(content)
            yield kind, content


def _text(value: Any) -> str:
    """Return text without colours, and of a line that was written over what stood there last."""
    text = _COLOURS.sub("", _joined(value)[: 10 * _MOST_TEXT]).replace("\r\n", "\n")
    lines = [line.rstrip("\r").rpartition("\r")[2] for line in text.split("\n")]
    return "".join(
        letter if letter.isprintable() or letter in "\n\t" else "\N{REPLACEMENT CHARACTER}"
        for letter in "\n".join(lines)
    )


def _sound(picture: str) -> str | None:
    """Return the base64 of a picture, written anew; None if it is none, or would be huge."""
    try:
        content = base64.b64decode("".join(picture.split()), validate=True)
    except (binascii.Error, ValueError):
        return None
    header = _PNG.match(content)
    if header is None:
        return None
    sides = (int.from_bytes(header[name], "big") for name in ("width", "height"))
    if max(sides) > _MOST_PIXELS_A_SIDE:
        return None
    return base64.b64encode(content).decode()


def _joined(value: Any) -> str:
    lines = value if isinstance(value, list) else [value]
    return "".join(line for line in lines if isinstance(line, str))


def _output(kind: str, content: str) -> Any:
    from nbformat import v4

    return v4.new_output("display_data", {kind: content})
