"""Whatever stands in a manifest, a report or a frame, reading it gives a value or one sentence."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from autograder import expect
from autograder.course.manifest import Manifest, read_manifest
from autograder.errors import KitError
from autograder.report.html import to_html
from autograder.report.model import from_json
from autograder.sandbox.explain import Explainer
from autograder.sandbox.faults import StudentFault
from autograder.sandbox.isolation import Level
from autograder.sandbox.proxies import Outcome
from autograder.sandbox.session import LoadResult
from autograder.sandbox.student import Student
from autograder.worker import wire

TINY_COURSE = Path(__file__).parents[1] / "tiny_course"
MANIFEST = (TINY_COURSE / "solutions" / "01_doubling" / "assignment.toml").read_text("utf-8")
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
        *("what", "problems", "printed", "names", "value"),
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


def outcome(action: Callable[[], Any]) -> Any:
    """Return what comes of it: a value, or the sentence of a refusal."""
    try:
        return action()
    except (KitError, expect.CheckFailure, wire.WireError, StudentFault) as refusal:
        return str(refusal)


def plain(node: Any) -> Any:
    """Return the value of a node, None where it has none."""
    header = json.dumps({"value": node}).encode()
    fields = outcome(lambda: wire.decode(header, np.empty(0, np.uint8)))
    return fields["value"] if isinstance(fields, dict) else None


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the place of a manifest."""
    return tmp_path_factory.mktemp("fuzz") / "assignment.toml"


@given(text=spoilt(MANIFEST))
def test_manifests(file: Path, text: str) -> None:
    """A spoilt manifest is read, or refused with its name."""
    file.write_bytes(text.encode(errors="surrogatepass"))

    read = outcome(lambda: read_manifest(file))

    assert isinstance(read, Manifest) or read.startswith(f"{file}: ")


@given(text=spoilt(json.dumps(REPORT)))
def test_reports(text: str) -> None:
    """A spoilt report is read and can be shown, or refused with its name."""
    page = outcome(lambda: to_html(from_json(text.encode(errors="surrogatepass"), "kim.json")))

    assert page.startswith(("<!doctype html>", "kim.json "))
    assert "<script>" not in page


@given(node=NODES, body=st.binary(max_size=64))
def test_frames(node: Any, body: bytes) -> None:
    """A frame gives a plain value or a wire error."""
    header = json.dumps({"id": "0", "value": node}).encode()

    fields = outcome(lambda: wire.decode(header, np.frombuffer(body, np.uint8)))

    assert isinstance(fields, str) or set(fields) == {"id", "value"}


@given(header=st.binary(max_size=60) | spoilt('{"value": ["l", 1, ["a", "<f8", [2]]]}'))
def test_headers(header: bytes | str) -> None:
    """So does a header that is no JSON."""
    data = header if isinstance(header, bytes) else header.encode(errors="surrogatepass")

    assert isinstance(outcome(lambda: wire.decode(data, np.zeros(16, np.uint8))), str | dict)


@given(reply=st.dictionaries(FIELDS, NODES, max_size=6), called=st.just("Layer.fit"))
@example(reply={"place": ["t", "net.py", 10**30, "f"], "exception": "{0}"}, called="f")
@example(reply={"fault": ["a", "<f8", [0]]}, called="f")
def test_faults(reply: dict[str, Any], called: str) -> None:
    """A report of a failure, forged or not, makes a sentence."""
    fields = {name: plain(node) for name, node in reply.items()}
    explainer = Explainer([], Limits())

    fault = explainer.fault(fields, called, f"{called}(1)")

    assert isinstance(fault, StudentFault)
    assert len(str(fault)) < 3000
    assert all(isinstance(problem, str) for problem in explainer.problems(fields))


class Forger:
    """Takes the place of a worker and replies what it likes."""

    alive = True

    def __init__(self, reply: dict[str, Any]) -> None:
        self.reply = reply

    def request(self, op: str, **fields: Any) -> dict[str, Any]:
        """Reply."""
        return self.reply

    def kill(self, reason: str) -> None:
        """Go on."""


@given(reply=st.dictionaries(FIELDS | st.sampled_from(["arguments", "warnings"]), NODES))
@example(reply={"problems": ["l", ["d", "place", ["a", "<f8", [0]]]], "printed": True})
def test_replies(reply: dict[str, Any]) -> None:
    """A reply of any content gives an outcome or a fault of the student, and nothing else."""
    forger = Forger({name: plain(node) for name, node in reply.items()})
    student = Student(
        [], level=Level.PROCESS, files={}, limits=Limits(), module="net", worker=forger
    )

    loaded = outcome(student.load)
    called = outcome(lambda: student.f.call(1))

    assert isinstance(loaded, LoadResult)
    assert isinstance(called, Outcome | str)


class Limits:
    """Any limits."""

    call_seconds = 1.0
    submission_seconds = 1.0
    memory_mb = 512


WANTED = np.array([1.0, 2.0, 3.0])


@pytest.mark.parametrize(
    "compare",
    [
        lambda value: expect.close(value, WANTED, what="f(x)"),
        lambda value: expect.close(value, 2.0, what="f(x)", m=5),
        lambda value: expect.equal(value, np.array([1, 2, 3]), what="f(x)"),
        lambda value: expect.finite(value, what="f(x)"),
        lambda value: expect.at_least(value, 0.9, what="f(x)"),
        lambda value: expect.less(value, 0.1, what="f(x)"),
        lambda value: expect.results(value, ("w", "b"), what="f(x)"),
    ],
    ids=["close", "close number", "equal", "finite", "at_least", "less", "results"],
)
@given(value=VALUES)
@example(value=-(2**63) - 1)
def test_comparisons(compare: Any, value: Any) -> None:
    """Whatever a student returns holds or fails with a sentence of bounded length."""
    told = outcome(lambda: compare(value))

    assert not isinstance(told, str) or 0 < len(told) < 3000
