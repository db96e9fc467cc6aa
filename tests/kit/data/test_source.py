"""What a report says of the data, and the stand-in for data that is not here."""

import pytest

from autograder import i18n
from autograder.data import load
from autograder.errors import KitError


@pytest.mark.usefixtures("mnist")
@pytest.mark.parametrize(
    ("wanted", "sentence"),
    [
        ({"name": "mnist"}, "MNIST, 60 training and 20 test samples"),
        (
            {"name": "mnist", "train": 30},
            "MNIST, 30 of 60 training and 20 test samples, stratified",
        ),
        ({"name": "digits"}, "Digits (8×8), 1,437 training and 360 test samples"),
        ({"name": "diabetes"}, "Diabetes, 442 samples"),
    ],
)
def test_the_source_says_what_was_taken(wanted, sentence):
    """The sentence names the set, and how many samples of how many."""
    assert load(**wanted).source == sentence


def test_the_source_is_rendered_when_it_is_read(monkeypatch):
    """A set that was prepared in one language is described in the language of the reader."""
    data = load("diabetes")

    monkeypatch.setattr(
        i18n._State.catalogue, "gettext", {"{title}, {train} samples": "{title}: {train}"}.get
    )
    monkeypatch.setattr("autograder.data.dataset.title", str.upper)

    assert data.source == "DIABETES: 442"


def test_a_stand_in_takes_the_place_of_what_is_absent():
    """Without MNIST the digits are loaded whole, and marked as a stand-in."""
    data = load("mnist", stand_in="digits", train=6000, test=1000)

    assert (data.name, data.stand_in) == ("digits", True)
    assert data.source == (
        "Digits (8×8), 1,437 training and 360 test samples; "
        "it stands in for MNIST, which is not on this machine"
    )


@pytest.mark.usefixtures("mnist")
def test_what_is_present_needs_no_stand_in():
    """With MNIST there the stand-in is not used."""
    data = load("mnist", stand_in="digits")

    assert (data.name, data.stand_in) == ("mnist", False)


def test_what_is_absent_without_a_stand_in_is_an_error_with_both_remedies():
    """The sentence names the command to fetch it and the variable for files at hand."""
    with pytest.raises(KitError, match=r"autograder data fetch mnist.*AUTOGRADER_DATA"):
        load("mnist")


def test_a_damaged_file_is_not_covered_up_by_the_stand_in(mnist):
    """Damaged data is an error, so that nobody grades on the stand-in unawares."""
    (mnist / "train-images-idx3-ubyte.gz").write_bytes(b"")

    with pytest.raises(KitError, match=r"train-images-idx3-ubyte\.gz is damaged"):
        load("mnist", stand_in="digits")
