"""All targets: each reads bytes as the kit would, and lists what is wrong with that: nothing, ever.

An exception is wrong too. hypothesis makes bytes for the targets in ``test_*.py``; ``guided.py``
makes them by what they reach in the code, from those given here.
"""

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from fuzz import formats, frames, handed_in

from autograder.worker import protocol

FOUND = Path(__file__).parent / "found"
TINY_COURSE = Path(__file__).parents[1] / "tiny_course" / "solutions" / "01_doubling"
SCRIPT = (TINY_COURSE / "doubling.py").read_bytes()
MANIFEST = (TINY_COURSE / "assignment.toml").read_bytes()
CHECK = {
    "name": "test_it",
    "description": "It works.",
    "status": "failed",
    "visible": True,
    "message": "`f` is wrong.",
    "points": 0.0,
    "max_points": 1.0,
    "seconds": 0.1,
}
TASK = {"name": "f", "status": "failed", "points": 0, "max_points": 1, "seconds": 1}
REPORT = {
    "kit_version": "1",
    "student": "kim",
    "assignment": "01",
    "title": "T",
    "language": "en",
    "hidden_checks": True,
    "score": 0.0,
    "max_score": 1.0,
    "isolation": "process",
    "data": None,
    "seed": 1,
    "seconds": 1.0,
    "problems": ["p"],
    "tasks": [TASK | {"checks": [CHECK]}],
}
NOTEBOOK = {
    "nbformat": 4,
    "cells": [
        {"cell_type": "markdown", "source": "# 1"},
        {"cell_type": "code", "source": ["%matplotlib\n", "def f(x):\n", "    return x"]},
    ],
}
PLACE = ("t", "net.py", 3, "f")
REPLIES: tuple[dict[str, Any], ...] = (
    {"value": np.arange(6.0).reshape(2, 3)},
    {"value": [1, 2.5, None, {"w": np.float32(1), "b": (1j, "x", True)}], "printed": "p"},
    {"value": 1, "arguments": [np.zeros(2)], "printed": "", "warnings": ["w"]},
    {"names": ["f", "g"], "problems": [{"exception": "ValueError", "message": "m"}], "printed": 1},
    {"fault": "raised", "type": "E", "exception": "ValueError", "message": "m", "place": PLACE[1:]},
    {"fault": "signature", "definition": "f(x)"},
    {"fault": "result", "reason": "dtype", "what": "object"},
    {"fault": "missing", "known": ["f1", "g"]},
    {"callable": True},
)


WORDS = (
    *('"cells"', '"source"', '"input"', '"worksheets"', '"nbformat"', "# %%", "%%bash", "!ls", "?"),
    *("[[task]]", "[limits]", "[data]", "[thresholds.a]", "needs", "1e999", "NaN", "-1", "null"),
    *('["a","<f8",[2]]', '["d",', '["l",', '["t",', '["g","<U1"]', '["c",0,1]', '["h",0,"N"]'),
    *('"fault"', '"place"', '"known"', '"printed"', '"warnings"', '"callable"', '"status"', "true"),
    *("net.py", "net.ipynb", "01_net/", "/../", ".zip", "def f(", "lambda", "{0}", "<script"),
)


class Target(NamedTuple):
    """What reads bytes, and some that it reads well."""

    wrong_with: Callable[[bytes], list[str]]
    seeds: tuple[bytes, ...]


def parted(fields: dict[str, Any]) -> bytes:
    """Return header and body of a frame, with a zero in between."""
    _head, header, *body = protocol.encode(fields)
    return b"\0".join([bytes(header), b"".join(body)])


def zipped(members: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return the bytes of a .zip file."""
    space = io.BytesIO()
    with zipfile.ZipFile(space, "w", compression) as file:
        for name, data in members.items():
            file.writestr(zipfile.ZipInfo(name), data, compression)
    return space.getvalue()


_PARTED = (*map(parted, REPLIES), b'{"value":["h",1,"Net"]}', b'{"value":["m","x"]}')
_NOTEBOOK = json.dumps(NOTEBOOK).encode()
TARGETS = {
    "script": Target(
        handed_in.script, (SCRIPT, b"%%bash\nls\n", b"f(\n", b"\xef\xbb\xbfx = 1\r\n")
    ),
    "notebook": Target(
        handed_in.notebook,
        (
            _NOTEBOOK,
            b'{"nbformat":3,"worksheets":[{"cells":[{"cell_type":"code","input":"x=1"}]}]}',
        ),
    ),
    "archive": Target(
        handed_in.archive,
        (
            zipped({"a/net.py": b"x = 1\n", "b.txt": b"b"}),
            zipped({"net.ipynb": _NOTEBOOK, "net.py": b"y = 1\n"}, zipfile.ZIP_STORED),
        ),
    ),
    "folder": Target(
        handed_in.folder,
        (b"kim/net.py\nlee/01_net/net.ipynb\n.git/net.py\nmo/", b"net.py\nkim/a.zip\nkim/\x1b[2J/"),
    ),
    "manifest": Target(formats.manifest, (MANIFEST,)),
    "report": Target(formats.report, (json.dumps(REPORT).encode(),)),
    "frame": Target(frames.frame, tuple(map(frames.framed, _PARTED))),
    "reply": Target(frames.reply, _PARTED),
    "value": Target(frames.value, _PARTED),
}
