"""The prose avoids the phrases that ``docs/style.md`` lists; codespell checks single words."""

import ast
import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[2]
STYLE = ROOT / "docs" / "style.md"
CATALOGUE = ROOT / "autograder/locale/ko/LC_MESSAGES/autograder.po"
SKIPPED = {"style.md"}
CODE = re.compile(r"^```.*?^```$|``[^`]+``|`[^`\n]+`", re.MULTILINE | re.DOTALL)
DOCUMENTED = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)


def _phrases() -> list[str]:
    """Read the first column of the table of words to avoid."""
    section = STYLE.read_text(encoding="utf-8").split("## Words to avoid")[1].split("\n## ")[0]
    rows = [line.split("|")[1] for line in section.splitlines() if line.startswith("| ")]
    return [phrase.strip() for row in rows[1:] for phrase in row.split(",")]


AVOIDED = re.compile(r"\b(?:" + "|".join(_phrases()).replace(" ", r"\s+") + r")\b", re.IGNORECASE)


def _found(text: str) -> list[str]:
    """Find the phrases to avoid in a text, outside its code."""
    return [" ".join(found.split()) for found in AVOIDED.findall(CODE.sub("", text))]


def _pages() -> list[Path]:
    """List the English pages that people read."""
    patterns = ["*.md", "docs/*.md", "examples/*.md", "benchmarks/*.md", "solutions/*/*.md"]
    pages = [page for pattern in patterns for page in ROOT.glob(pattern)]
    return sorted(p for p in pages if p.name not in SKIPPED and not p.name.endswith(".ko.md"))


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_the_table_is_read() -> None:
    """A phrase of the table is found across lines and in any case, but not inside code."""
    assert _found("They HAND\n  in `as it is` a file.") == ["HAND in"]


@pytest.mark.parametrize("page", _pages(), ids=_name)
def test_pages_avoid_the_listed_phrases(page: Path) -> None:
    """No English page contains a phrase from the table."""
    assert _found(page.read_text(encoding="utf-8")) == []


def test_messages_avoid_the_listed_phrases() -> None:
    """No message or help text contains a phrase from the table."""
    with CATALOGUE.open("rb") as file:
        ids = [message.id for message in read_po(file) if message.id]
    messages = [text for each in ids for text in ([each] if isinstance(each, str) else each)]

    assert {text: found for text in messages if (found := _found(text))} == {}


@pytest.mark.parametrize("path", sorted(ROOT.glob("autograder/**/*.py")), ids=_name)
def test_docstrings_avoid_the_listed_phrases(path: Path) -> None:
    """No docstring of the program contains a phrase from the table."""
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    documented = [node for node in nodes if isinstance(node, DOCUMENTED)]
    found = {ast.get_docstring(node) or "": node for node in documented}

    assert {text: _found(text) for text in found if _found(text)} == {}
