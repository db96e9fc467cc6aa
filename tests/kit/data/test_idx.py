"""The reader of IDX files: what it reads and what it refuses."""

import gzip
from pathlib import Path

import numpy as np
import pytest

from autograder.data.idx import parse_idx
from autograder.errors import KitError

FILE = Path("train-images-idx3-ubyte")
IMAGES = np.arange(24, dtype=np.uint8).reshape(4, 3, 2)


@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "gzip"])
def test_what_was_written_is_read(idx, pack):
    """An array comes back with its shape and values, compressed or not."""
    read = parse_idx(pack(idx(IMAGES)), FILE)

    np.testing.assert_array_equal(read, IMAGES, strict=True)


WHOLE = b"\0\0\x08\x01\0\0\0\x03abc"


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        pytest.param(b"", "starts with nothing", id="empty"),
        pytest.param(b"\x89PNG\r\n\x1a\n", "starts with 89 50 4e 47", id="picture"),
        pytest.param(b"\0\0\x0d\x01\0\0\0\0", "starts with 00 00 0d 01", id="floats"),
        pytest.param(b"\0\0\x08\x00a", "starts with 00 00 08 00", id="no dimensions"),
        pytest.param(b"\0\0\x08\x02\0\0\0\x03", "says 12 bytes, but it has 8", id="header"),
        pytest.param(WHOLE[:-1], "says 11 bytes, but it has 10", id="truncated"),
        pytest.param(WHOLE + b"d", "says 11 bytes, but it has 12", id="trailing"),
        pytest.param(gzip.compress(WHOLE)[:-9], "cannot be decompressed", id="truncated gzip"),
        pytest.param(gzip.compress(WHOLE) + b"x", "cannot be decompressed", id="trailing gzip"),
        pytest.param(b"\x1f\x8b\x08garbage", "cannot be decompressed", id="garbage in gzip"),
    ],
)
def test_a_wrong_file_is_refused_by_name(content, complaint):
    """What is not exactly one array of bytes is refused, and the file is named."""
    with pytest.raises(KitError, match=complaint) as refusal:
        parse_idx(content, FILE)

    assert str(FILE) in str(refusal.value)


def test_a_huge_shape_is_refused_without_allocating_it():
    """A header that announces 2^128 bytes is compared with the file, not believed."""
    header = b"\0\0\x08\x04" + b"\xff" * 16

    with pytest.raises(KitError, match="its header says"):
        parse_idx(header, FILE)
