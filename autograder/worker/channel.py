"""The worker's ends of the two pipes: blocking reads of requests, writes of replies."""

import os
from typing import Any

import numpy as np

from . import wire


class Closed(Exception):
    """The judge has closed its end: there is nothing left to do."""


class Channel:
    """Requests come in by one descriptor, replies go out by another."""

    def __init__(self, requests: int, replies: int) -> None:
        self._requests = requests
        self._replies = replies

    def receive(self, references: wire.References) -> dict[str, Any]:
        """Wait for the next request."""
        head = bytearray(wire.HEAD.size)
        self._fill(memoryview(head))
        header_length, body_length = wire.lengths(head)
        header, body = bytearray(header_length), np.empty(body_length, np.uint8)
        self._fill(memoryview(header), body.data)
        return wire.decode(header, body, references)

    def send(self, buffers: list[wire.Buffer]) -> None:
        """Write a whole frame."""
        rest = [memoryview(buffer) for buffer in buffers]
        while rest:
            written = os.writev(self._replies, rest[:512])
            rest = wire.unwritten(rest, written)

    def _fill(self, *spaces: memoryview) -> None:
        rest = [space for space in spaces if space]
        while rest:
            count = os.readv(self._requests, rest)
            if not count:
                raise Closed
            rest = wire.unwritten(rest, count)
