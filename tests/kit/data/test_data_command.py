"""``autograder data``, as a person at a terminal meets it."""

import shutil

import pytest

from autograder.data import recipes
from autograder.data.loading import load


def test_the_list_says_how_to_get_what_is_not_here(run):
    """Embedded sets come with scikit-learn; for the others the command is named."""
    status, printed, _ = run("data", "list")

    assert status == 0
    assert "included in scikit-learn" in printed
    assert "not downloaded: `autograder data fetch mnist`" in printed
    assert "not downloaded: `autograder data fetch fashion_mnist`" in printed


def test_the_list_says_where_the_files_are(run, mnist):
    """For files that are here and intact the folder and their size are listed."""
    size = sum(file.stat().st_size for file in mnist.iterdir())

    _, printed, _ = run("data", "list")

    assert f"{mnist}  {size} bytes" in printed


def test_the_list_names_what_was_prepared(run, mnist):
    """Where the files are gone, parts that were prepared are listed, since they can be used."""
    load("mnist", train=20, test=10)
    shutil.rmtree(mnist)

    _, printed, _ = run("data", "list")

    said = " ".join(printed.split())
    assert "only prepared: 20+10 samples; all: `autograder data fetch mnist`" in said


def test_what_an_older_recipe_prepared_is_not_listed(run, mnist, monkeypatch):
    """A prepared part that would not be used any more is as good as none."""
    load("mnist", train=20, test=10)
    shutil.rmtree(mnist)
    monkeypatch.setattr(recipes, "VERSION", recipes.VERSION + 1)

    _, printed, _ = run("data", "list")

    assert "not downloaded: `autograder data fetch mnist`" in printed


def test_the_list_names_a_damaged_file(run, mnist):
    """A damaged file shows in the list before it stops a grading."""
    (mnist / "t10k-labels-idx1-ubyte.gz").write_bytes(b"damaged")

    status, printed, _ = run("data", "list")

    assert status == 0
    assert "t10k-labels-idx1-ubyte.gz is damaged" in printed


def test_a_folder_with_brackets_is_printed_as_it_is(run, mnist, monkeypatch):
    """A folder's name is text, not markup of the table."""
    odd = mnist.parent.rename(mnist.parent.with_name("[bold]data"))
    monkeypatch.setenv("AUTOGRADER_DATA", str(odd))

    _, printed, _ = run("data", "list")

    assert str(odd / "mnist") in printed


@pytest.mark.usefixtures("real_data")
def test_the_list_finds_the_real_files(run):
    """The real MNIST is listed with the size of its four files."""
    _, printed, _ = run("data", "list")

    assert "11.6 MB" in printed


def test_fetch_says_where_the_files_are(run, mnist, cache):
    """Files that are already there are verified, and their folder is printed."""
    folder = shutil.copytree(mnist, cache / "originals" / "mnist")

    status, printed, _ = run("data", "fetch", "mnist")

    assert (status, printed) == (0, f"MNIST is complete: {folder}\n")


def test_an_unknown_name_is_one_sentence(run):
    """A slip is answered with the known names, without a traceback, and exit status 2."""
    status, printed, complaint = run("data", "fetch", "minst")

    assert (status, printed) == (2, "")
    assert complaint == (
        "autograder: minst cannot be downloaded; available: mnist, fashion_mnist.\n"
    )
