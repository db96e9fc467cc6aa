"""The IDX format of the MNIST files, read strictly."""

import gzip
import math
import struct
import zlib
from pathlib import Path

import numpy as np

from autograder.errors import KitError
from autograder.i18n import _

_UNSIGNED_BYTE = 0x08
_GZIP_MAGIC = b"\x1f\x8b"


def parse_idx(content: bytes, path: Path) -> np.ndarray:
    """Return the array of unsigned bytes that an IDX file holds, compressed by gzip or not.

    The format: two zero bytes, the type of the values (8: unsigned byte), the number of
    dimensions, each dimension as a big-endian unsigned 32-bit number, then the values row by row.

    Parameters
    ----------
    content : bytes
        The whole file.
    path : Path
        Where it came from, for the messages.

    Raises
    ------
    KitError
        If it is not such a file, or ends too early, or goes on after its last value.
    """
    if content.startswith(_GZIP_MAGIC):
        content = _decompress(content, path)
    if len(content) < 4 or content[:3] != bytes([0, 0, _UNSIGNED_BYTE]) or content[3] == 0:
        raise KitError(
            _("{file} is not an IDX file of unsigned bytes: it starts with {start}.").format(
                file=path, start=content[:4].hex(" ") or _("nothing")
            )
        )
    header = 4 + 4 * content[3]
    if len(content) < header:
        raise _wrong_length(path, header, len(content))
    shape = struct.unpack(f">{content[3]}I", content[4:header])
    if len(content) != header + math.prod(shape):
        raise _wrong_length(path, header + math.prod(shape), len(content))
    return np.frombuffer(content, dtype=np.uint8, offset=header).reshape(shape)


def _decompress(content: bytes, path: Path) -> bytes:
    try:
        return gzip.decompress(content)
    except (OSError, EOFError, zlib.error) as error:
        raise KitError(
            _("{file} cannot be decompressed ({reason}): it is damaged or truncated.").format(
                file=path, reason=error
            )
        ) from error


def _wrong_length(path: Path, expected: int, found: int) -> KitError:
    return KitError(
        _("{file} is damaged: its header says {expected} bytes, but it has {found}.").format(
            file=path, expected=f"{expected:,}", found=f"{found:,}"
        )
    )
