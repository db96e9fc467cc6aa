"""The student's version of the manifest."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from autograder.course.root import Assignment

# a list of what is let through, so that a key added one day stays at home until it is added here
_KNOWN_TO_STUDENTS = ("schema", "name", "module", "documents", "title", "limits", "data", "task")


def student_manifest(assignment: Assignment) -> str:
    """Write the student's ``assignment.toml``, without the thresholds of hidden checks."""
    document = msgspec.to_builtins(assignment.manifest) | {"name": assignment.name}
    return "\n".join(_table({key: document[key] for key in _KNOWN_TO_STUDENTS})) + "\n"


def _table(table: Mapping[str, Any], path: str = "") -> Iterator[str]:
    """Yield the lines of a TOML table, values before subtables as TOML requires."""
    values = {key: value for key, value in table.items() if value not in (None, ())}
    nested = {key: value for key, value in values.items() if _is_nested(value)}
    for key, value in values.items():
        if key not in nested:
            yield f"{key} = {_value(value)}"
    for key, value in nested.items():
        name = f"{path}{key}"
        if isinstance(value, Mapping):
            yield from ("", f"[{name}]", *_table(value, f"{name}."))
        else:
            for entry in value:
                yield from ("", f"[[{name}]]", *_table(entry, f"{name}."))


def _is_nested(value: Any) -> bool:
    return isinstance(value, Mapping) or (
        isinstance(value, tuple) and isinstance(value[0], Mapping)
    )


def _value(value: Any) -> str:
    # JSON's texts, numbers and lists are TOML's too, but for one control character
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
