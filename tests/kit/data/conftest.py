"""A cache of its own for each test, and a small MNIST made on the spot."""

import dataclasses
import fnmatch
import gzip
import hashlib
import os
import struct
from pathlib import Path

import numpy as np
import pytest

from autograder import cli
from autograder.data import upstream

REAL_DATA = os.environ.get("AUTOGRADER_DATA")


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch):
    """Keep fetched and prepared data of a test in a folder of its own."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("AUTOGRADER_CACHE", str(folder))
    monkeypatch.setenv("AUTOGRADER_LANG", "en")
    monkeypatch.delenv("AUTOGRADER_DATA", raising=False)
    return folder


@pytest.fixture
def real_data(monkeypatch):
    """Use the real MNIST files, where there are any."""
    if not REAL_DATA:
        pytest.skip("AUTOGRADER_DATA is not set: no real MNIST files")
    if not Path(REAL_DATA, "mnist").is_dir():
        pytest.skip("AUTOGRADER_DATA has no folder mnist: no real MNIST files")
    monkeypatch.setenv("AUTOGRADER_DATA", REAL_DATA)


def idx(array):
    """Write an array of bytes in the IDX format."""
    header = bytes([0, 0, 8, array.ndim]) + struct.pack(f">{array.ndim}I", *array.shape)
    return header + array.tobytes()


@pytest.fixture(name="idx")
def idx_fixture():
    """Give the writer of IDX files to a test."""
    return idx


@pytest.fixture
def mnist_files(monkeypatch):
    """Let a set of 60 and 20 images of 3×2 pixels be MNIST; return its files by name."""
    rng = np.random.default_rng(0)
    arrays = {
        upstream.TRAIN_IMAGES: rng.integers(0, 256, size=(60, 3, 2), dtype=np.uint8),
        upstream.TRAIN_LABELS: rng.permutation(np.arange(60, dtype=np.uint8) % 10),
        upstream.TEST_IMAGES: rng.integers(0, 256, size=(20, 3, 2), dtype=np.uint8),
        upstream.TEST_LABELS: rng.permutation(np.arange(20, dtype=np.uint8) % 10),
    }
    plain = {part: idx(array) for part, array in arrays.items()}
    compressed = {part: gzip.compress(content, mtime=0) for part, content in plain.items()}
    small = dataclasses.replace(
        upstream.ORIGINALS["mnist"],
        compressed={part: hashlib.sha256(c).hexdigest() for part, c in compressed.items()},
        plain={part: hashlib.sha256(c).hexdigest() for part, c in plain.items()},
    )
    monkeypatch.setitem(upstream.ORIGINALS, "mnist", small)
    return {f"{part}.gz": content for part, content in compressed.items()} | plain


@pytest.fixture
def data_folder(tmp_path, monkeypatch):
    """Let AUTOGRADER_DATA name an empty folder; return it."""
    folder = tmp_path / "data"
    folder.mkdir()
    monkeypatch.setenv("AUTOGRADER_DATA", str(folder))
    return folder


@pytest.fixture
def mnist(mnist_files, data_folder):
    """Put the small MNIST as published, compressed, into AUTOGRADER_DATA; return its folder."""
    return _lay_out(mnist_files, "*.gz", data_folder / "mnist")


@pytest.fixture
def decompressed_mnist(mnist_files, data_folder):
    """Put the small MNIST, decompressed, into AUTOGRADER_DATA; return its folder."""
    return _lay_out(mnist_files, "*-ubyte", data_folder / "mnist")


def _lay_out(files, pattern, folder):
    folder.mkdir()
    for name in fnmatch.filter(files, pattern):
        (folder / name).write_bytes(files[name])
    return folder


@pytest.fixture
def run(capsys, monkeypatch):
    """Run the command line; return the exit status, what it printed, and its complaints."""
    monkeypatch.setenv("COLUMNS", "300")

    def run(*arguments):
        with pytest.raises(SystemExit) as exit_:
            cli.main(arguments)
        return (exit_.value.code, *capsys.readouterr())

    return run
