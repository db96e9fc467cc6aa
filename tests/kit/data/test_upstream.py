"""Original files: found, verified, or refused by name."""

import shutil

import numpy as np
import pytest

from autograder.data import load, upstream
from autograder.errors import KitError


def _flip_the_last_byte(content):
    return content[:-1] + bytes([content[-1] ^ 1])


@pytest.mark.parametrize(
    "damage",
    [_flip_the_last_byte, lambda content: content[:-1], lambda content: content + b"\0"],
    ids=["one bit", "truncated", "trailing"],
)
@pytest.mark.parametrize("part", upstream.PARTS)
def test_a_damaged_file_is_refused_by_name(mnist, part, damage):
    """Whatever is not byte for byte the original is refused with the file's name."""
    file = mnist / f"{part}.gz"
    file.write_bytes(damage(file.read_bytes()))

    with pytest.raises(KitError, match=rf"{part}\.gz is damaged or truncated.*AUTOGRADER_DATA"):
        load("mnist")


def test_a_missing_file_is_named(mnist):
    """A folder that lacks one of the four files is refused with that file's name."""
    (mnist / "t10k-labels-idx1-ubyte.gz").unlink()

    with pytest.raises(KitError, match=r"Missing from .*mnist: t10k-labels-idx1-ubyte\.gz"):
        load("mnist", stand_in="digits")


@pytest.mark.usefixtures("decompressed_mnist")
def test_decompressed_files_are_as_good():
    """The same files without .gz hold the same data."""
    assert len(load("mnist").y_test) == 20


def test_a_damaged_decompressed_file_is_refused_by_name(decompressed_mnist):
    """Decompressed files are verified as well."""
    (decompressed_mnist / "t10k-labels-idx1-ubyte").write_bytes(b"")

    with pytest.raises(KitError, match="t10k-labels-idx1-ubyte is damaged"):
        load("mnist")


def test_an_unreadable_file_is_named(mnist):
    """What the system refuses to read is named with the system's reason."""
    with pytest.raises(KitError, match="mnist cannot be read: Is a directory"):
        upstream.read_intact("mnist", mnist)


def test_a_data_folder_that_does_not_exist_is_named(monkeypatch, tmp_path):
    """A slip in AUTOGRADER_DATA is an error, not an absent data set."""
    monkeypatch.setenv("AUTOGRADER_DATA", str(tmp_path / "nowhere"))

    with pytest.raises(
        KitError, match=r"AUTOGRADER_DATA is set to .*nowhere, which is not a folder"
    ):
        load("mnist", stand_in="digits")


def test_an_incomplete_fetch_says_to_fetch_again(mnist, cache, monkeypatch):
    """A file that is missing from the cache is mended by fetching, and the sentence says so."""
    shutil.copytree(mnist, cache / "originals" / "mnist")
    (cache / "originals" / "mnist" / "t10k-labels-idx1-ubyte.gz").unlink()
    monkeypatch.delenv("AUTOGRADER_DATA")

    with pytest.raises(KitError, match=r"Missing from .*t10k.*Run `autograder data fetch mnist`"):
        load("mnist")


def test_the_named_folder_comes_before_what_was_fetched(mnist, cache):
    """AUTOGRADER_DATA decides where there are two copies."""
    shutil.copytree(mnist, cache / "originals" / "mnist")

    assert {file.parent for file in upstream.find("mnist").values()} == {mnist}


@pytest.mark.usefixtures("real_data")
def test_the_real_mnist_is_the_published_one():
    """The checksums fit the real files, which hold what the literature says."""
    parts = upstream.read("mnist")

    assert parts[upstream.TRAIN_IMAGES].shape == (60000, 28, 28)
    assert parts[upstream.TEST_IMAGES].shape == (10000, 28, 28)
    assert parts[upstream.TRAIN_LABELS][:10].tolist() == [5, 0, 4, 1, 9, 2, 1, 3, 1, 4]
    assert np.bincount(parts[upstream.TEST_LABELS]).tolist() == [
        980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009,
    ]  # fmt: skip


@pytest.mark.usefixtures("real_data")
def test_a_part_of_the_real_mnist_keeps_its_proportions():
    """6,000 of 60,000 images are a tenth of each digit, give or take one."""
    whole = np.bincount(upstream.read("mnist")[upstream.TRAIN_LABELS])

    data = load("mnist", stand_in="digits", train=6000, test=1000)

    assert data.source == (
        "MNIST, 6,000 of 60,000 training and 1,000 of 10,000 test samples, stratified"
    )
    assert data.X_train.array.shape == (6000, 784)
    np.testing.assert_allclose(np.bincount(data.y_train.array), whole / 10, atol=1)
