"""The manifest that students get."""

from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.build.student_manifest import student_manifest
from autograder.course.manifest import DataSpec, Limits, Manifest, Task, Threshold, read_manifest
from autograder.course.root import Assignment
from autograder.i18n import Text

TITLE = Text(en="Net", ko="망")
TASKS = (
    Task("softmax", 2.5, Text(en='Say "max"\\.', ko="두\n줄")),
    Task("fit", 1.0, TITLE, needs=("softmax",), seconds=20.0),
)


def _read_back(folder: Path, manifest: Manifest) -> Manifest:
    path = folder / "assignment.toml"
    assignment = Assignment("08_net", manifest, folder, folder / "test_net.py")
    path.write_text(student_manifest(assignment), encoding="utf-8")
    return read_manifest(path)


@pytest.mark.parametrize("data", [None, DataSpec("mnist", stand_in="digits", train=600)])
def test_all_but_the_thresholds_is_kept(tmp_path, data):
    """What a student may know is read back, with the name; the thresholds stay at home."""
    threshold = Threshold(0.9, seeds=9, minimum=0.91, mean=0.93, std=0.01, data="mnist")
    manifest = Manifest(
        1, "net", TITLE, TASKS, None, ("002",), Limits(1.0), data, {"score": threshold}
    )
    expected = msgspec.structs.replace(manifest, thresholds={}, name="08_net")
    assert _read_back(tmp_path, manifest) == expected


@settings(max_examples=50, deadline=None)  # a busy machine is no failure
@given(hint=st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip))
def test_any_text_is_written_as_toml(tmp_path_factory, hint):
    """Quotes, control characters and letters of any script survive."""
    manifest = Manifest(1, "net", TITLE, (Task("fit", 1.0, Text(en=hint, ko="말")),))
    assert _read_back(tmp_path_factory.getbasetemp(), manifest).tasks == manifest.tasks
