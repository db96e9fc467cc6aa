"""What each data set holds, as a check sees it."""

import copy

import numpy as np
import pytest
from sklearn.datasets import load_breast_cancer, load_diabetes, load_digits
from sklearn.model_selection import train_test_split

from autograder.data import Mapped, load
from autograder.errors import KitError


def test_breast_cancer_is_split_as_in_the_lectures():
    """The split is scikit-learn's with a fifth for testing and random_state 0."""
    X, y = load_breast_cancer(return_X_y=True)
    X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=0)

    data = load("breast_cancer")

    np.testing.assert_array_equal(data.X_train.array, X_train, strict=True)
    np.testing.assert_array_equal(data.X_test.array, X_test, strict=True)
    np.testing.assert_array_equal(data.y_train.array, y_train, strict=True)
    np.testing.assert_array_equal(data.y_test, y_test, strict=True)


def test_breast_cancer_is_scaled_by_its_training_part():
    """Both parts are scaled with the mean and the deviation of the training samples."""
    data = load("breast_cancer")
    mean, deviation = data.X_train.array.mean(axis=0), data.X_train.array.std(axis=0)

    np.testing.assert_allclose(
        data.X_train_scaled.array, (data.X_train.array - mean) / deviation, atol=1e-9
    )
    np.testing.assert_allclose(
        data.X_test_scaled.array, (data.X_test.array - mean) / deviation, atol=1e-9
    )


def test_diabetes_is_the_body_mass_index_and_the_progression():
    """The input is the third column of scikit-learn's set."""
    X, y = load_diabetes(return_X_y=True)

    data = load("diabetes")

    np.testing.assert_array_equal(data.x.array, X[:, 2], strict=True)
    np.testing.assert_array_equal(data.y.array, y, strict=True)


def test_digits_are_rows_from_0_to_1():
    """Each row is an image, flattened, with its brightest possible pixel at 1."""
    data = load("digits")

    np.testing.assert_array_equal(
        data.X_train.array.reshape(-1, 8, 8) * 16, data.images_train.array
    )
    assert data.X_train.array.dtype == np.float64
    assert data.X_train.array.max() == 1.0


def test_digits_keep_the_proportions_of_the_classes():
    """A fifth of each class, give or take one, is for testing."""
    whole = np.bincount(load_digits().target)

    data = load("digits")

    np.testing.assert_allclose(np.bincount(data.y_test), whole / 5, atol=1)
    np.testing.assert_array_equal(np.bincount(data.y_train.array) + np.bincount(data.y_test), whole)


@pytest.mark.usefixtures("mnist")
def test_mnist_is_images_rows_and_labels():
    """Images stay bytes, rows are pixels / 255, labels are int64."""
    data = load("mnist")

    assert data.images_train.array.shape == (60, 3, 2)
    np.testing.assert_array_equal(
        data.X_test.array, data.images_test.array.reshape(20, 6) / 255, strict=True
    )
    assert (data.y_train.array.dtype, data.y_test.dtype) == (np.int64, np.int64)


@pytest.mark.usefixtures("mnist")
def test_a_part_is_stratified():
    """Of 6 and 2 training and test images of each class, half means 3 and 1 of each."""
    data = load("mnist", train=30, test=10)

    assert np.bincount(data.y_train.array).tolist() == [3] * 10
    assert np.bincount(data.y_test).tolist() == [1] * 10


@pytest.mark.usefixtures("mnist")
def test_a_part_is_the_same_at_every_preparation(monkeypatch, tmp_path):
    """Two machines that prepare the same part have the same samples."""
    here = load("mnist", train=30)
    monkeypatch.setenv("AUTOGRADER_CACHE", str(tmp_path / "elsewhere"))

    there = load("mnist", train=30)

    np.testing.assert_array_equal(here.X_train.array, there.X_train.array)


@pytest.mark.usefixtures("mnist")
def test_images_and_labels_of_a_part_belong_together():
    """Each image of a part carries the label that it has in the whole."""
    whole, part = load("mnist"), load("mnist", train=30)
    labels = dict(zip(map(bytes, whole.images_train.array), whole.y_train.array, strict=True))

    found = [labels[bytes(image)] for image in part.images_train.array]

    assert found == part.y_train.array.tolist()


@pytest.mark.usefixtures("mnist")
@pytest.mark.parametrize("count", [9, 51, 61])
def test_an_impossible_part_is_refused(count):
    """A part that cannot hold or leave one of each class is refused, with the possible numbers."""
    with pytest.raises(KitError, match=f"cannot have {count} samples: use 10 to 50"):
        load("mnist", train=count)


@pytest.mark.usefixtures("mnist")
def test_a_part_as_large_as_the_whole_is_the_whole():
    """Asking for all samples by their number takes all of them."""
    data = load("mnist", train=60)

    np.testing.assert_array_equal(data.X_train.array, load("mnist").X_train.array)


def test_diabetes_has_no_parts():
    """A number of training samples makes no sense for a set that is not split."""
    with pytest.raises(KitError, match="diabetes is not split"):
        load("diabetes", train=100)


@pytest.mark.parametrize("name", ["breast_cancer", "digits"])
def test_only_the_judge_has_the_test_labels(name):
    """All but y_test may be mapped by a worker, under the names that checks use."""
    data = load(name)

    assert isinstance(data.y_test, np.ndarray)
    assert isinstance(data.y_train, Mapped)
    assert {"X_train", "X_test", "y_train"} <= data.files.keys()
    assert "y_test" not in data.files
    assert data.files["X_train"] == data.X_train.path
    assert not list(data.X_train.path.parent.glob("y_test*"))


@pytest.mark.parametrize(
    "array",
    [lambda data: data.X_train.array, lambda data: data.y_test],
    ids=["worker's", "judge's"],
)
def test_arrays_are_plain_and_cannot_be_written(array):
    """A check that changes the data by mistake is stopped, whoever may see the array."""
    values = array(load("digits"))

    assert type(values) is np.ndarray
    with pytest.raises(ValueError, match="read-only"):
        values[0] = 0


def test_an_unknown_array_says_which_exist():
    """A slip in a check's code is answered with the names that there are."""
    data = load("diabetes")

    with pytest.raises(AttributeError, match=r"diabetes has no array X_train; it has x, y\."):
        _ = data.X_train


def test_a_dataset_can_be_copied_and_explored():
    """Copying does not trip over the arrays by name, and dir() lists them."""
    data = copy.copy(load("diabetes"))

    assert {"x", "y", "source"} <= set(dir(data))
    assert repr(data) == "<Dataset diabetes: x, y>"


def test_an_unknown_data_set_says_which_exist():
    """A slip in a manifest is answered with the names that there are."""
    with pytest.raises(KitError, match="no data set minst; available: breast_cancer, diabetes"):
        load("minst")


def test_an_unknown_stand_in_is_refused_even_where_it_is_not_needed():
    """A slip in the stand-in's name shows on the author's machine, not on a student's."""
    with pytest.raises(KitError, match="no data set digit;"):
        load("breast_cancer", stand_in="digit")


@pytest.mark.parametrize(
    "damage",
    [lambda file: file.write_bytes(file.read_bytes()[:-1]), lambda file: file.unlink()],
    ids=["truncated", "missing"],
)
def test_prepared_data_do_not_hide_damage(mnist, damage):
    """A file that was good when the data were prepared is refused by name when it is not now."""
    load("mnist", stand_in="digits")
    damage(mnist / "t10k-labels-idx1-ubyte.gz")

    with pytest.raises(KitError, match=r"t10k-labels-idx1-ubyte\.gz"):
        load("mnist", stand_in="digits")


def test_prepared_data_do_not_hide_a_mistyped_folder(mnist, monkeypatch):
    """AUTOGRADER_DATA that names no folder is an error, whatever was prepared before."""
    load("mnist")
    monkeypatch.setenv("AUTOGRADER_DATA", str(mnist / "nowhere"))

    with pytest.raises(KitError, match="nowhere, which is not a folder"):
        load("mnist")
