"""Explain parser and validation errors to course authors."""

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from autograder.errors import KitError
from autograder.files import read_text
from autograder.i18n import _

_VALIDATION = re.compile(r"(?P<problem>.*?)(?: - at `(?P<path>[^`]*)`)?", re.DOTALL)
_FIELD = re.compile(r"Object (?P<fault>missing required|contains unknown) field `(?P<name>[^`]*)`")
_TYPE = re.compile(r"Expected `(?P<wanted>[^`]*)`, got `(?P<found>[^`]*)`")
_BOUND = re.compile(r"Expected `(?:int|float)` (?P<bound>[<>]=? \S+)")
# the arrays of tables, and the key that tells one of their tables from the others
_NAMED_BY = {"task": "name", "override": "student"}
_ENTRY = re.compile(r"\$\.(?P<array>task|override)\[(?P<position>\d+)\]\.?(?P<key>.*)")
_LINE = re.compile(r"(?P<reason>.*) \(at (?:line (?P<line>\d+), column \d+|end of document)\)")


def read_toml(path: Path) -> dict[str, Any]:
    """Read a TOML file; raise KitError with the line if it is not TOML."""
    text = read_text(path)
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line, reason = _syntax_error(error, text)
        sentence = _("{file}: line {line}: not valid TOML: {reason}")
        raise KitError(sentence.format(file=path, line=line, reason=reason)) from None


def _syntax_error(error: tomllib.TOMLDecodeError, text: str) -> tuple[int, str]:
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
    match = _ENTRY.fullmatch(path)
    if match is None:
        return _("key `{key}`").format(key=path.removeprefix("$."))
    entry = _title(match["array"], int(match["position"]), document)
    if not match["key"]:
        return entry
    return _("{entry}, key `{key}`").format(entry=entry, key=match["key"])


def _title(array: str, position: int, document: Mapping[str, Any]) -> str:
    word = {"task": _("task"), "override": _("override")}[array]
    table = document[array][position]
    name = table.get(_NAMED_BY[array]) if isinstance(table, Mapping) else None
    if not isinstance(name, str):
        return f"{word} {position + 1}"
    return f"{word} {position + 1} (`{name}`)"


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
