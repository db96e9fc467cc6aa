"""Targets: the files of a course, and those that the kit reads back."""

import tempfile
from pathlib import Path

from fuzz.told import outcome, unclear, unless

from autograder.course.manifest import read_manifest
from autograder.report.model import from_json, to_json
from autograder.report.templates import to_html


def manifest(data: bytes) -> list[str]:
    """Read a manifest; a refusal names the file."""
    with tempfile.TemporaryDirectory(prefix="fuzz-") as temporary:
        path = Path(temporary) / "assignment.toml"
        path.write_bytes(data)
        told = outcome(lambda: read_manifest(path))
    if not isinstance(told, str):
        return []
    return unclear([told]) + unless(told.startswith(f"{path}: "), f"said {told!r}")


def report(data: bytes) -> list[str]:
    """Read a report, show it, and write it again; a refusal names the file."""
    read = outcome(lambda: from_json(data, "kim.json"))
    if isinstance(read, str):
        return unclear([read]) + unless(read.startswith("kim.json "), f"said {read!r}")
    page = to_html(read)
    return [
        *unless(page.startswith("<!doctype html>"), "no page"),
        *unless("<script" not in page, "a script on the page"),
        *unless(to_html(from_json(to_json(read), "again")) == page, "it does not survive writing"),
    ]
