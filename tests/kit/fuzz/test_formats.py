"""Whatever stands in a manifest, a report or a frame, reading it gives a value or one sentence."""

import json
from typing import Any

import numpy as np
from fuzz.frames import framed
from fuzz.targets import MANIFEST, REPORT, TARGETS, parted
from hypothesis import example, given
from hypothesis import strategies as st

TOKENS = [
    *("[", "]", "{", "}", '"', "'", "=", ".", ",", ":", "\n", "#", "[[task]]", "[limits]", "-1"),
    *("0", "1e999", "nan", "inf", "true", "null", "2020-01-01", "9" * 400, "\\ud800", "\x00", "가"),
    *("name", "points", "needs", "seconds", '"passed"', '"<script>"', '"\\u001b[2J"'),
]
LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12)
NODES = st.recursive(
    LEAVES
    | st.tuples(st.just("a"), st.sampled_from(["<f8", "|O", "<U3", "|b1", "<i4", "<c16"])).map(list)
    | st.tuples(st.just("g"), st.sampled_from(["<f8", "<i8", "|b1", "<U1"])).map(list),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.tuples(st.sampled_from("agltdchm?"), inner, inner).map(list)
        | st.lists(inner, max_size=4).map(lambda items: ["l", *items])
        | st.lists(inner, max_size=4).map(lambda items: ["d", *items])
        | st.tuples(
            st.just("a"),
            st.sampled_from(["<f8", "|u1", "<U1"]),
            st.lists(st.integers(-2, 2**40) | st.integers(0, 3), max_size=3),
        ).map(list)
    ),
    max_leaves=15,
)
FIELDS = st.sampled_from(
    [
        *("fault", "type", "exception", "message", "place", "known", "definition", "reason"),
        *("what", "problems", "printed", "names", "value", "arguments", "warnings", "callable"),
    ]
)
ARRAYS = st.sampled_from(
    [
        *(np.zeros(3), np.zeros((3, 1)), np.zeros(0), np.array(1.0), np.float64(2), np.int8(1)),
        *(np.array([True]), np.array(["a"]), np.array([1j, np.nan]), np.full(3, np.inf)),
        *(np.array([2**63], np.uint64), np.zeros((2, 0, 3), np.float32), np.array([np.nan] * 3)),
    ]
)
VALUES = st.recursive(
    LEAVES | ARRAYS | st.complex_numbers(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.tuples(inner, inner)
        | st.dictionaries(st.text(max_size=3) | st.integers(), inner, max_size=3)
    ),
    max_leaves=6,
)


@st.composite
def spoilt(draw: st.DrawFn, text: str) -> str:
    """Give a text that has been changed in a few places."""
    for _ in range(draw(st.integers(1, 4))):
        position = draw(st.integers(0, len(text)))
        new = draw(st.sampled_from(TOKENS) | st.text(max_size=4))
        text = text[:position] + new + text[position + draw(st.integers(0, 12)) :]
    return text


def forged(fields: dict[str, Any], body: bytes = b"") -> bytes:
    """Return header and body of a frame of these nodes."""
    return json.dumps(fields).encode() + b"\0" + body


@given(text=spoilt(MANIFEST.decode()))
def test_manifests(text: str) -> None:
    """A spoilt manifest is read, or refused with its name."""
    assert TARGETS["manifest"].wrong_with(text.encode(errors="surrogatepass")) == []


@given(text=spoilt(json.dumps(REPORT)))
@example(text=json.dumps(REPORT).replace('"kim"', '"\ud800"'))
def test_reports(text: str) -> None:
    """A spoilt report is read and can be shown, or refused with its name."""
    assert TARGETS["report"].wrong_with(text.encode(errors="surrogatepass")) == []


@given(node=NODES, body=st.binary(max_size=64))
def test_frames(node: Any, body: bytes) -> None:
    """A frame gives plain values, which can be sent again, or a wire error."""
    data = framed(forged({"id": "0", "value": node}, body))

    assert TARGETS["frame"].wrong_with(data) == []


@given(header=st.binary(max_size=60) | spoilt('{"value": ["l", 1, ["a", "<f8", [2]]]}'))
def test_headers(header: bytes | str) -> None:
    """So does a header that is no JSON."""
    data = header if isinstance(header, bytes) else header.encode(errors="surrogatepass")

    assert TARGETS["frame"].wrong_with(framed(data + b"\0" + bytes(16))) == []


@given(fields=st.dictionaries(FIELDS, NODES, max_size=6))
@example(fields={"fault": "", "place": ["t", "net.py", 10**30, "f"], "exception": "{0}"})
@example(fields={"fault": ["a", "<f8", [0]]})
@example(fields={"problems": ["l", ["d", "place", ["a", "<f8", [0]]]], "printed": True})
def test_replies(fields: dict[str, Any]) -> None:
    """A reply of any content gives an outcome or a fault of the student, and nothing else."""
    assert TARGETS["reply"].wrong_with(forged(fields)) == []


@given(value=VALUES)
@example(value=-(2**63) - 1)
def test_values(value: Any) -> None:
    """Whatever a student returns holds or fails with a sentence of bounded length."""
    assert TARGETS["value"].wrong_with(parted({"value": value})) == []
