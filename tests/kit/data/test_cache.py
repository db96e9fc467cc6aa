"""The cache of prepared sets: used again, shared, mended, and sometimes not writable."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from autograder.data import load
from autograder.errors import KitError

LOAD_AND_NAME_HEAVY_MODULES = """
import sys
from types import SimpleNamespace
from autograder.data import load
data = load("diabetes")
assert data.x.array.shape == (442,)
print(*sorted({"sklearn", "pooch", "scipy", "requests"} & sys.modules.keys()))
"""


def _start():
    return subprocess.Popen(
        [sys.executable, "-c", LOAD_AND_NAME_HEAVY_MODULES], stdout=subprocess.PIPE, text=True
    )


def test_a_prepared_set_is_loaded_without_heavy_imports():
    """Once prepared, a set is mapped without scikit-learn, scipy, pooch or requests."""
    load("diabetes")

    with _start() as process:
        printed, _ = process.communicate(timeout=60)

    assert (process.returncode, printed.strip()) == (0, "")


def test_a_set_is_prepared_once(monkeypatch):
    """The second load prepares nothing."""
    load("diabetes")
    monkeypatch.setattr("autograder.data.loading.prepare", None)

    assert load("diabetes").x.array.shape == (442,)


def test_another_recipe_is_another_set(monkeypatch):
    """A set that an older recipe made is not used for the new one."""
    old = load("diabetes")
    monkeypatch.setattr("autograder.data.recipes.VERSION", 2)

    assert load("diabetes").x.path != old.x.path


@pytest.mark.usefixtures("mnist")
def test_a_prepared_set_outlives_its_originals(mnist):
    """What was prepared is used even where the original files are gone."""
    load("mnist", train=30)
    mnist.rename(mnist.with_name("away"))

    assert not load("mnist", stand_in="digits", train=30).stand_in


def test_two_processes_may_prepare_the_same_set(cache):
    """Both succeed, one folder is left, and no scratch folders."""
    with _start() as first, _start() as second:
        first.communicate(timeout=60)
        second.communicate(timeout=60)

    assert (first.returncode, second.returncode) == (0, 0)
    assert len(list((cache / "prepared").iterdir())) == 1


def test_a_set_that_is_already_in_place_stays(monkeypatch):
    """Where another process was done while this one prepared, its set is used."""
    winner = load("diabetes")
    before = winner.x.path.stat().st_ino
    answers = iter([None, winner])
    monkeypatch.setattr("autograder.data.loading.open_set", lambda *_: next(answers))

    load("diabetes")

    assert winner.x.path.stat().st_ino == before


def test_the_loser_of_a_race_uses_the_winners_set(tmp_path, monkeypatch):
    """Where another process moves its set in place at the very last moment, it is used."""
    folder = load("diabetes").x.path.parent.parent
    winner = folder.rename(tmp_path / "winner")
    monkeypatch.setattr(Path, "rename", _after_the_winner(winner))

    data = load("diabetes")

    assert data.x.array.shape == (442,)
    assert not winner.exists()


def _after_the_winner(winner):
    rename = Path.rename

    def late(path, target):
        if path.name == "fresh":
            rename(winner, target)
        return rename(path, target)

    return late


@pytest.mark.parametrize(
    "damage",
    [
        lambda folder: (folder / "contents.json").unlink(),
        lambda folder: (folder / "contents.json").write_text('{"source": 1}'),
        lambda folder: (folder / "worker" / "X_train.npy").unlink(),
        lambda folder: (folder / "worker" / "X_train.npy").write_bytes(b""),
        lambda folder: (folder / "worker" / "X_train.npy").write_bytes(b"not an array"),
        lambda folder: os.truncate(folder / "worker" / "X_train.npy", 4000),
        lambda folder: (folder / "judge" / "y_test.npy").unlink(),
    ],
    ids=["no contents", "bad contents", "no array", "empty", "no npy", "truncated", "no labels"],
)
def test_a_damaged_set_is_prepared_again(damage):
    """A file that is missing or broken in the cache costs time, not an error."""
    good = load("digits")
    expected = good.X_train.array.copy()
    damage(good.X_train.path.parent.parent)

    mended = load("digits")

    np.testing.assert_array_equal(mended.X_train.array, expected)
    assert len(mended.y_test) == 360


def test_a_set_that_stays_unreadable_is_an_error(monkeypatch):
    """Where even a fresh set cannot be mapped, the sentence names the folder to remove."""
    monkeypatch.setattr("autograder.data.loading.open_set", lambda *_: None)

    with pytest.raises(KitError, match=r"prepared data in .*diabetes.* cannot be read"):
        load("diabetes")


def test_a_cache_that_is_not_writable_is_named(tmp_path, monkeypatch):
    """The sentence names the folder, the reason, and the variable to set."""
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("AUTOGRADER_CACHE", str(tmp_path / "file"))

    with pytest.raises(KitError, match=r"file is not writable \(.+\).*set AUTOGRADER_CACHE"):
        load("diabetes")


def test_a_full_disk_leaves_nothing_behind(cache, monkeypatch):
    """A set that could not be written whole is not there at all."""
    monkeypatch.setattr(np, "save", _disk_is_full)

    with pytest.raises(KitError, match="No space left on device"):
        load("diabetes")

    assert list((cache / "prepared").iterdir()) == []


def _disk_is_full(*_args, **_options):
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_others_may_not_look_for_the_test_labels():
    """The judge's folder is closed to other users, such as a worker that dropped its rights."""
    data = load("digits")

    judge = data.X_train.path.parent.parent / "judge"

    assert judge.stat().st_mode & 0o777 == 0o700


def test_files_keep_their_place_when_the_working_directory_changes(monkeypatch, tmp_path):
    """A cache named by a relative path gives absolute paths to the sandbox."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("AUTOGRADER_CACHE", "relative")

    path = load("diabetes").x.path

    assert path.is_relative_to(tmp_path / "relative")


def test_the_users_own_cache_is_the_default(monkeypatch, tmp_path):
    """Without AUTOGRADER_CACHE the cache lies where pooch would put it."""
    import pooch

    from autograder.data.folders import cache_folder

    monkeypatch.delenv("AUTOGRADER_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))

    assert cache_folder() == pooch.os_cache("nn-autograder")
