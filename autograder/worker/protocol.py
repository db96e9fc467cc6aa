"""Frames between judge and worker: a JSON header followed by raw arrays.

A frame is ``magic, u32 header length, u64 body length, header, body``. The header is a JSON object
whose values are *nodes*: JSON's own scalars stand for themselves, anything else is a list that
begins with a one-letter tag. The bytes of the arrays follow in the order of their nodes, each
beginning at a multiple of 16. Reading is strict: a frame either gives plain values or raises
:class:`ProtocolError`; it never runs code and never allocates more than the frame's own size.
"""

import json
import math
import re
import struct
from collections.abc import Callable, Mapping
from typing import Any, Protocol

import numpy as np

HEAD = struct.Struct("<4sIQ")
MAGIC = b"nn01"
MAX_HEADER = 4 << 20
MAX_BODY = 256 << 20
MAX_DEPTH = 24
MAX_ARRAYS = 10_000
# keys chosen to have one hash take time with the square of their number
MAX_PAIRS = 4096
MAX_INTEGER_BITS = 1024
_ALIGNMENT = 16
_DTYPE = re.compile(r"\|b1|\|[iu]1|<[iu][248]|<f[248]|<c(8|16)|<U[1-9][0-9]{0,4}")
_ODD_TEXT = re.compile(r"[^\n\t]")
_to_json = json.JSONEncoder(separators=(",", ":")).encode
_BAD_FRAME = (ValueError, TypeError, LookupError, RecursionError, OverflowError)

Node = Any
Buffer = bytes | bytearray | memoryview


class ProtocolError(Exception):
    """A frame that does not keep to the format."""


class Unsendable(Exception):
    """A value that cannot be encoded in a frame.

    Parameters
    ----------
    reason : str
        One of ``type``, ``dtype``, ``size``, ``depth``, ``number``.
    what : str
        The type or dtype that was met.
    """

    def __init__(self, reason: str, what: str) -> None:
        super().__init__(reason, what)
        self.reason = reason
        self.what = what


class References(Protocol):
    """Resolves references in frames: numbers of handles, names of data sets."""

    def handle(self, number: int, class_name: str) -> Any:
        """Return the object of that number, or its handle."""

    def mapped(self, name: str) -> Any:
        """Return the data set of that name."""


class Encoder:
    """Collects the arrays of one frame while its header is built."""

    def __init__(self, refer: Callable[[Any], Node | None]) -> None:
        self._refer = refer
        self._arrays = 0
        self._pairs = 0
        self.buffers: list[Buffer] = []
        self.size = 0

    def node(self, value: Any, depth: int = 0) -> Node:
        """Return the node of a value; subclasses of plain types count as the plain type."""
        if value is None or type(value) in (bool, str, float):
            return value
        if depth > MAX_DEPTH:
            raise Unsendable("depth", type(value).__name__)
        if isinstance(value, np.ndarray):
            # the base class's own view: a subclass cannot answer in its place
            return ["a", *self._array(np.ndarray.view(value, np.ndarray))]
        if isinstance(value, np.generic) and not isinstance(value, np.str_):
            return ["g", self._array(np.asarray(value))[0]]
        if isinstance(value, int):
            return self._integer(int.__index__(value))
        if isinstance(value, list):
            return ["l", *[self.node(item, depth + 1) for item in list.__iter__(value)]]
        if isinstance(value, tuple):
            return ["t", *[self.node(item, depth + 1) for item in tuple.__iter__(value)]]
        if isinstance(value, dict):
            return ["d", *self._pairs_of(value, depth)]
        return self._other(value)

    def _pairs_of(self, value: dict[Any, Any], depth: int) -> list[Node]:
        self._pairs += dict.__len__(value)
        if self._pairs > MAX_PAIRS:
            raise Unsendable("number", "dict")
        return [self.node(item, depth + 1) for pair in dict.items(value) for item in pair]

    def _integer(self, value: int) -> int:
        if value.bit_length() > MAX_INTEGER_BITS:
            raise Unsendable("number", "int")
        return value

    def _other(self, value: Any) -> Node:
        if isinstance(value, float):
            return float.__float__(value)
        if isinstance(value, str):
            return str.__str__(value)
        if isinstance(value, complex):
            return ["c", value.real, value.imag]
        node = self._refer(value)
        if node is None:
            raise Unsendable("type", type(value).__name__)
        return node

    def _array(self, array: np.ndarray) -> tuple[str, list[int]]:
        nbytes = array.size * array.itemsize  # of a broadcast view: what its copy would need
        if self.size + nbytes > MAX_BODY:
            raise Unsendable("size", "ndarray")
        dtype = array.dtype if array.dtype.byteorder != ">" else array.dtype.newbyteorder("<")
        if not _DTYPE.fullmatch(dtype.str):
            raise Unsendable("dtype", str(dtype))
        self._arrays += 1
        if self._arrays > MAX_ARRAYS:
            raise Unsendable("number", "ndarray")
        if nbytes:
            padding = -self.size % _ALIGNMENT
            if padding:
                self.buffers.append(bytes(padding))
            flat = np.ascontiguousarray(array, dtype).reshape(-1)
            self.buffers.append(flat.view(np.uint8).data)
            self.size += padding + nbytes
        return dtype.str, list(array.shape)


def encode(
    fields: Mapping[str, Any], refer: Callable[[Any], Node | None] = lambda value: None
) -> list[Buffer]:
    """Return the buffers of one frame, to be written one after the other.

    Parameters
    ----------
    fields : mapping of str to plain values
        None, bool, int, float, complex, str, numpy scalars and arrays, and lists, tuples and
        dicts of those.
    refer : callable
        Gives the node of any other object, or None where there is none.

    Raises
    ------
    Unsendable
        For a value that neither is plain nor has a reference, or that is too large.
    """
    encoder = Encoder(refer)
    nodes = {name: encoder.node(value) for name, value in fields.items()}
    header = _to_json(nodes).encode()
    if len(header) > MAX_HEADER or encoder.size > MAX_BODY:
        raise Unsendable("size", "list")
    return [HEAD.pack(MAGIC, len(header), encoder.size), header, *encoder.buffers]


def lengths(head: Buffer) -> tuple[int, int]:
    """Return the lengths of header and body; both are checked before anything is allocated."""
    magic, header, body = HEAD.unpack(head)
    if magic != MAGIC or header > MAX_HEADER or body > MAX_BODY:
        raise ProtocolError("frame head")
    return header, body


def printable(text: str) -> str:
    """Replace control characters, bidirectional marks and lone surrogates; keep lines and tabs."""
    if text.replace("\n", "").replace("\t", "").isprintable():
        return text
    return _ODD_TEXT.sub(lambda found: found[0] if found[0].isprintable() else "\ufffd", text)


class Decoder:
    """Rebuilds the plain values of one frame; arrays are views of its body."""

    def __init__(self, body: np.ndarray, references: References | None) -> None:
        self._body = body
        self._references = references
        self._position = 0
        self._arrays = 0
        self._pairs = 0

    def value(self, node: Node, depth: int = 0) -> Any:
        """Return the value of a node."""
        if isinstance(node, str):
            return printable(node)
        if isinstance(node, int):
            return self._integer(node)
        if not isinstance(node, list):
            if isinstance(node, dict):
                raise ProtocolError("object")
            return node
        if depth > MAX_DEPTH:
            raise ProtocolError("depth")
        tag, *content = node
        if tag == "a":
            return self._array(*content)
        if tag == "g":
            (code,) = content
            return self._scalar(code)
        if tag in ("l", "t", "d"):
            return self._container(tag, [self.value(item, depth + 1) for item in content])
        return self._named(tag, content)

    def finish(self) -> None:
        """Check that the body contains only the arrays."""
        if self._position != self._body.size:
            raise ProtocolError("bytes left over")

    def _integer(self, node: int) -> int:
        if node.bit_length() > MAX_INTEGER_BITS:
            raise ProtocolError("integer")
        return node

    def _container(self, tag: str, items: list[Any]) -> Any:
        if tag == "l":
            return items
        if tag == "t":
            return tuple(items)
        self._pairs += len(items) // 2
        if self._pairs > MAX_PAIRS:
            raise ProtocolError("pairs")
        return dict(zip(items[::2], items[1::2], strict=True))

    def _scalar(self, code: str) -> Any:
        scalar: Any = self._array(code, [])[()]
        if isinstance(scalar, np.str_):  # text stands for itself, and is made printable
            raise ProtocolError("dtype")
        return scalar

    def _named(self, tag: str, content: list[Any]) -> Any:
        if tag == "c":
            real, imag = content
            return complex(float(real), float(imag))
        if tag == "h" and self._references is not None:
            number, class_name = content
            if type(number) is int and isinstance(class_name, str):
                return self._references.handle(number, printable(class_name[:80]))
        if tag == "m" and self._references is not None:
            (name,) = content
            return self._references.mapped(name)
        raise ProtocolError("tag")

    def _array(self, code: str, shape: list[int]) -> np.ndarray:
        if not isinstance(code, str) or not _DTYPE.fullmatch(code):
            raise ProtocolError("dtype")
        if not isinstance(shape, list) or not all(type(n) is int and n >= 0 for n in shape):
            raise ProtocolError("shape")
        self._arrays += 1
        dtype = np.dtype(code)
        nbytes = math.prod(shape) * dtype.itemsize
        start = self._position + (-self._position % _ALIGNMENT if nbytes else 0)
        if start + nbytes > self._body.size or self._arrays > MAX_ARRAYS:
            raise ProtocolError("extent")
        self._position = start + nbytes
        if not nbytes:
            return np.empty(shape, dtype)
        array: np.ndarray = np.ndarray(shape, dtype, self._body, start)
        _check_content(array)
        return array


def _check_content(array: np.ndarray) -> None:
    """Reject bytes that NumPy does not validate: booleans above 1, invalid code points."""
    if array.dtype.kind == "b" and array.view(np.uint8).max() > 1:
        raise ProtocolError("truth value")
    if array.dtype.kind == "U" and array.reshape(-1).view(np.uint32).max() > 0x10FFFF:
        raise ProtocolError("code point")


def decode(
    header: Buffer, body: np.ndarray, references: References | None = None
) -> dict[str, Any]:
    """Return the fields of a frame.

    Parameters
    ----------
    header : bytes
        The JSON header.
    body : ndarray of uint8
        The raw bytes of the arrays.
    references : References, optional
        Without it, handles and data sets are refused.

    Raises
    ------
    ProtocolError
        For anything that :func:`encode` would not have written.
    """
    try:
        nodes = json.loads(str(header, "ascii"))
        decoder = Decoder(body, references)
        fields = {name: decoder.value(node) for name, node in nodes.items()}
        decoder.finish()
    except (*_BAD_FRAME, AttributeError) as error:
        raise ProtocolError(f"{type(error).__name__}: {error}"[:200]) from None
    return fields


class FrameReader:
    """Reads one frame incrementally as its bytes arrive.

    Attributes
    ----------
    spaces : list of memoryview
        What the next bytes belong in.
    """

    def __init__(self) -> None:
        self._head = bytearray(HEAD.size)
        self._header: bytearray | None = None
        self._body = np.empty(0, np.uint8)
        self.spaces = [memoryview(self._head)]

    def filled(self, count: int) -> None:
        """Record how many bytes have arrived."""
        self.spaces = unwritten(self.spaces, count)
        if not self.spaces and self._header is None:
            header_length, body_length = lengths(self._head)
            # np.empty takes no memory until bytes arrive, whatever length is claimed
            self._header, self._body = bytearray(header_length), np.empty(body_length, np.uint8)
            self.spaces = [part for part in (memoryview(self._header), self._body.data) if part]

    def fields(self, references: References | None) -> dict[str, Any]:
        """Return the fields of the whole frame, as :func:`decode` does."""
        assert self._header is not None
        return decode(self._header, self._body, references)


def unwritten(buffers: list[memoryview], written: int) -> list[memoryview]:
    """Return the rest of the buffers after a number of written bytes."""
    for position, buffer in enumerate(buffers):
        if written < len(buffer):
            return [buffer[written:], *buffers[position + 1 :]]
        written -= len(buffer)
    return []
