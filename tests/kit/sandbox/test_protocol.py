"""The frames between judge and worker: what goes in comes out, and nothing else gets in."""

import json
import random
import time
from typing import Any

import numpy as np
import pytest

from autograder.worker import protocol


def crossed(value: Any) -> Any:
    """Send a value through a frame."""
    return split(protocol.encode({"value": value}))["value"]


def split(buffers: list[protocol.Buffer]) -> dict[str, Any]:
    """Read a frame from its buffers, as the other side does."""
    frame = b"".join(bytes(buffer) for buffer in buffers)
    header_length, body_length = protocol.lengths(frame[: protocol.HEAD.size])
    header = frame[protocol.HEAD.size :][:header_length]
    body = np.frombuffer(frame[protocol.HEAD.size + header_length :], np.uint8)
    assert body.size == body_length
    return protocol.decode(header, body)


@pytest.mark.parametrize(
    "value",
    [
        None,
        True,
        -7,
        2**1000,
        0.1,
        float("inf"),
        2 + 3j,
        "가중치 W\n\t",
        [],
        [1, [2.5, None], "three"],
        (1, (2, ())),
        {"W": 1, (0, 1): [2]},
    ],
    ids=repr,
)
def test_plain_values_cross(value: object) -> None:
    """A plain value arrives equal and of the same type."""
    arrived = crossed(value)

    assert arrived == value
    assert type(arrived) is type(value)


@pytest.mark.parametrize(
    "array",
    [
        np.arange(10.0),
        np.arange(6, dtype=np.float32).reshape(2, 3),
        np.arange(24).reshape(2, 3, 4)[:, ::2],
        np.asfortranarray(np.eye(3)),
        np.array(3.5),
        np.zeros((0, 3)),
        np.array([True, False]),
        np.array([1 + 2j], np.complex64),
        np.array(["σ", "softmax"]),
        np.arange(3, dtype=">i4"),
        np.broadcast_to(1.0, (3, 2)),
    ],
    ids=lambda array: f"{array.dtype.str}{array.shape}",
)
def test_arrays_cross(array: np.ndarray) -> None:
    """An array arrives as a base array of the same shape, kind and values."""
    arrived = crossed(array)

    assert type(arrived) is np.ndarray
    assert arrived.dtype == array.dtype.newbyteorder("=")
    np.testing.assert_array_equal(arrived, array, strict=array.dtype.isnative)


@pytest.mark.parametrize(
    "scalar", [np.float64(0.1), np.float32(0.1), np.int8(-3), np.bool_(True), np.complex128(1j)]
)
def test_numpy_scalars_stay_numpy_scalars(scalar: np.generic) -> None:
    """A scalar of numpy arrives with its type."""
    arrived = crossed(scalar)

    assert arrived == scalar
    assert type(arrived) is type(scalar)


def test_several_arrays_keep_their_places() -> None:
    """Arrays of different sizes in one frame do not run into each other."""
    arrived = crossed([np.arange(3, dtype=np.int8), {"b": np.ones(2)}, np.zeros(0), np.eye(2)])

    assert arrived[0].tolist() == [0, 1, 2]
    assert arrived[1]["b"].tolist() == [1.0, 1.0]
    assert arrived[2].size == 0
    assert arrived[3].tolist() == [[1.0, 0.0], [0.0, 1.0]]


def test_subclasses_of_plain_types_arrive_plain() -> None:
    """A masked array arrives as an array, and a string of numpy as a string."""
    masked, word = crossed([np.ma.array([1.0, 2.0]), np.str_("ab")])

    assert type(masked) is np.ndarray
    assert type(word) is str


@pytest.mark.parametrize("text", ["\x1b[2J", "\x00", "\u202e", "\ud800"], ids=ascii)
def test_text_cannot_steer_a_terminal(text: str) -> None:
    """Control characters, marks of direction and lone surrogates are replaced."""
    assert "\ufffd" in crossed(text)
    assert crossed(text).encode()


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        (object(), "type"),
        ({1}, "type"),
        (np.array([None]), "dtype"),
        (np.zeros(2, "M8[s]"), "dtype"),
        (np.broadcast_to(0.0, (2**20, 2**20)), "size"),
        ("x" * (5 << 20), "size"),
        (2**2000, "number"),
        ([np.zeros(1)] * 20_000, "number"),
        ([dict.fromkeys(range(3_000))] * 2, "number"),
    ],
    ids=[
        *("object", "set", "objects", "dates", "broadcast", "text", "integer", "many arrays"),
        "many pairs",
    ],
)
def test_what_has_no_place_in_a_frame_is_refused(value: object, reason: str) -> None:
    """The sender is told why a value cannot be sent."""
    with pytest.raises(protocol.Unsendable) as caught:
        protocol.encode({"value": value})

    assert caught.value.reason == reason


def test_a_list_that_holds_itself_is_refused() -> None:
    """A value without an end is refused by its depth."""
    cycle: list[object] = []
    cycle.append(cycle)

    with pytest.raises(protocol.Unsendable, match="depth"):
        protocol.encode({"value": cycle})


@pytest.mark.parametrize(
    "head",
    [
        protocol.HEAD.pack(b"NOPE", 2, 0),
        protocol.HEAD.pack(protocol.MAGIC, protocol.MAX_HEADER + 1, 0),
        protocol.HEAD.pack(protocol.MAGIC, 2, protocol.MAX_BODY + 1),
    ],
)
def test_lengths_are_checked_first(head: bytes) -> None:
    """A frame that claims too much is refused before anything is allocated for it."""
    with pytest.raises(protocol.ProtocolError):
        protocol.lengths(head)


@pytest.mark.parametrize(
    "node",
    [
        {},
        [],
        ["?"],
        ["a", "<f8"],
        ["a", "|O", [1]],
        ["a", "|V8", [1]],
        ["a", ">f8", [1]],
        ["a", "<f8", [2]],
        ["a", "<f8", [-1]],
        ["a", "<f8", [True]],
        ["a", "<f8", 1],
        ["a", "<f8", [0]],
        ["a", "<f8", [0, 2**62, 2**62]],
        ["a", "<f8", [2**40, 2**40]],
        ["a", "<U0", [1]],
        ["a", "<U2", [1]],
        ["a", "|b1", [8]],
        ["g", "<f8", [1]],
        ["c", 1],
        ["c", "x", 1],
        ["d", 1],
        ["d", ["l"], 1],
        ["h", 1, "Layer"],
        ["m", "X"],
        2**2000,
    ],
    ids=str,
)
def test_malformed_nodes_are_refused(node: object) -> None:
    """Whatever :func:`encode` would not have written is a wire error."""
    body = np.full(8, 255, np.uint8)

    with pytest.raises(protocol.ProtocolError):
        protocol.decode(json.dumps({"value": node}).encode(), body)


@pytest.mark.parametrize(
    "header",
    [b"", b"[]", b"1", b"nul", b"\xff", b"[" * 100_000, b"9" * 99_999],
    ids=["empty", "list", "number", "word", "bytes", "deep", "digits"],
)
def test_malformed_headers_are_refused(header: bytes) -> None:
    """A header that is no JSON object is a wire error."""
    with pytest.raises(protocol.ProtocolError):
        protocol.decode(header, np.empty(0, np.uint8))


def test_keys_of_one_hash_are_refused_in_time() -> None:
    """Of integers that all have the same hash no dictionary of any size is made."""
    pairs = [item for number in range(100_000) for item in (number * (2**61 - 1), 0)]
    header = json.dumps({"value": ["d", *pairs]}).encode()
    start = time.monotonic()

    with pytest.raises(protocol.ProtocolError, match="pairs"):
        protocol.decode(header, np.empty(0, np.uint8))

    assert time.monotonic() - start < 20


TOKENS = [
    *(b"[", b"]", b"{}", b"[]", b",", b":", b"null", b"true", b'"', b"\xff", b"\\ud800"),
    *(b'"a"', b'"g"', b'"l"', b'"t"', b'"d"', b'"c"', b'"h"', b'"m"', b'"<f8"', b'"|O"', b'"<U9"'),
    *(b"-1", b"0", b"1e999", b"NaN", b"99999999999999999999"),
]


def mutated(header: bytes, chance: random.Random) -> bytes:
    """Spoil a header in one to four places."""
    spoilt = bytearray(header)
    for _ in range(chance.randint(1, 4)):
        position = chance.randrange(len(spoilt) + 1)
        match chance.randrange(4):
            case 0:
                spoilt[position : position + 1] = bytes([chance.randrange(256)])
            case 1:
                spoilt[position:position] = chance.choice(TOKENS)
            case 2:
                del spoilt[position : position + chance.randint(1, 8)]
            case _:
                spoilt[position:position] = spoilt[chance.randrange(len(spoilt) + 1) :][:20]
    return bytes(spoilt)


class Named:
    """Gives something for each reference."""

    def handle(self, number: int, class_name: str) -> tuple[int, str]:
        """Return what was asked for."""
        return number, class_name

    def mapped(self, name: str) -> np.ndarray:
        """Return an array if the name can be one."""
        return {"X": np.zeros(2)}[name]


def outcome_of(header: bytes, body: np.ndarray) -> str:
    """Tell what reading a frame comes to."""
    try:
        protocol.decode(header, body, Named())
    except protocol.ProtocolError:
        return "refused"
    return "accepted"


@pytest.mark.parametrize("seed", range(4))
def test_mutated_frames_give_a_value_or_a_wire_error(seed: int) -> None:
    """Of 20,000 spoilt frames in all, none gives anything but a plain value or a wire error."""
    chance = random.Random(seed)
    values = [[1, "a", (2.5, None)], {"a": np.arange(5), "b": [np.ones((2, 3), "f4"), 1 + 2j]}]
    frames = [protocol.encode({"id": "0", "value": value}) for value in values]
    header, body = frames[seed % 2][1], b"".join(bytes(part) for part in frames[seed % 2][2:])
    array = np.frombuffer(body, np.uint8)

    outcomes = {outcome_of(mutated(bytes(header), chance), array) for _ in range(5_000)}

    assert outcomes == {"refused", "accepted"}
