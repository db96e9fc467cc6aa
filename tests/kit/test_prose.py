"""The prose avoids the phrases that ``docs/style.md`` lists; codespell checks single words."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
STYLE = ROOT / "docs" / "style.md"
SKIPPED = {"style.md"}
CODE = re.compile(r"^```.*?^```$|``[^`]+``|`[^`\n]+`", re.MULTILINE | re.DOTALL)


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
