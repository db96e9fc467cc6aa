"""Explain parser and validation errors to course authors."""

import re
import tomllib
from collections.abc import Mapping
from typing import Any

import msgspec

from autograder.i18n import _

_VALIDATION = re.compile(r"(?P<problem>.*?)(?: - at `(?P<path>[^`]*)`)?", re.DOTALL)
_FIELD = re.compile(r"Object (?P<fault>missing required|contains unknown) field `(?P<name>[^`]*)`")
_TYPE = re.compile(r"Expected `(?P<wanted>[^`]*)`, got `(?P<found>[^`]*)`")
_BOUND = re.compile(r"Expected `(?:int|float)` (?P<bound>[<>]=? \S+)")
_TASK = re.compile(r"\$\.task\[(?P<position>\d+)\]\.?(?P<key>.*)")
_LINE = re.compile(r"(?P<reason>.*) \(at (?:line (?P<line>\d+), column \d+|end of document)\)")


def syntax_error(error: tomllib.TOMLDecodeError, text: str) -> tuple[int, str]:
    """Return the line of a TOML syntax error, and the parser's reason."""
    match = _LINE.fullmatch(str(error))
    if match is None:
        return 1, str(error)
    last = text.rstrip("\n").count("\n") + 1
    return int(match["line"] or last), match["reason"]


def validation_error(
    error: msgspec.ValidationError, document: Mapping[str, Any], table: str
) -> tuple[str, str]:
    """Return the place and the problem that a validation error is about.

    ``table`` is the name that msgspec leaves out where the keys of a table are free.
    """
    match = _VALIDATION.fullmatch(str(error))
    assert match is not None, "the pattern matches any text"
    path, complaint = match["path"] or "$", match["problem"]
    path = path.replace("[...]", f".{table}")
    if field := _FIELD.fullmatch(complaint):
        missing = field["fault"] == "missing required"
        problem = _("is missing") if missing else _("unknown key")
        return place(f"{path}.{field['name']}", document), problem
    return place(path, document), _problem(complaint)


def place(path: str, document: Mapping[str, Any]) -> str:
    """Name the place of a path such as ``$.task[1].points``: "task 2 (`CEcost`), key `points`"."""
    match = _TASK.fullmatch(path)
    if match is None:
        return _("key `{key}`").format(key=path.removeprefix("$."))
    position = int(match["position"])
    task = _task_title(position, document)
    if not match["key"]:
        return task
    return _("{task}, key `{key}`").format(task=task, key=match["key"])


def _task_title(position: int, document: Mapping[str, Any]) -> str:
    table = document["task"][position]
    name = table.get("name") if isinstance(table, Mapping) else None
    if not isinstance(name, str):
        return _("task {number}").format(number=position + 1)
    return _("task {number} (`{name}`)").format(number=position + 1, name=name)


def _problem(complaint: str) -> str:
    if kinds := _TYPE.fullmatch(complaint):
        return _("must be {wanted}, not {found}").format(
            wanted=_kind(kinds["wanted"]), found=_kind(kinds["found"])
        )
    if bound := _BOUND.fullmatch(complaint):
        return _("must be {bound}").format(bound=bound["bound"])
    return complaint


def _kind(name: str) -> str:
    """Return TOML's word for a type."""
    words = {
        "str": _("a string"),
        "int": _("an integer"),
        "float": _("a number"),
        "bool": _("true or false"),
        "array": _("an array"),
        "object": _("a table"),
    }
    return words.get(name.removesuffix(" | null"), name)
