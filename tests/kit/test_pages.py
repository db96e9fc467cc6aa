"""Pages are in step: the Korean ones with the English ones, and links with what they lead to."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DOCS = sorted([*ROOT.glob("README*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("examples/*.md")])
PAGES = sorted({*DOCS, *ROOT.glob("*.md"), *ROOT.glob("solutions/*/*.md")})
KOREAN = [page for page in PAGES if page.name.endswith(".ko.md")]
KOREAN_DOCS = [page for page in DOCS if page in KOREAN]
FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
COMMENT_OR_LANGUAGE = re.compile(r" *#.*$| --lang (?:en|ko)\b", re.MULTILINE)
SHAPE = re.compile(r"^(?:#+ |\||!\[)", re.MULTILINE)
FORMULA = re.compile(r"\$[^$\n]+\$")
NAME = re.compile(r"`[^`\n]+`")
LINK = re.compile(r"\]\((?!https?:)([^)#\s]+)[^)]*\)")


def _name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def _english(page: Path) -> Path:
    return page.with_name(page.name.replace(".ko.md", ".md"))


def _prose(page: Path) -> str:
    """Read a page without its blocks of code."""
    return FENCED.sub("", page.read_text(encoding="utf-8"))


def _commands(page: Path) -> list[str]:
    """Give the blocks of code, without comments and the choice of a language."""
    blocks = FENCED.findall(page.read_text(encoding="utf-8"))
    return [COMMENT_OR_LANGUAGE.sub("", block) for block in blocks]


def _names(page: Path) -> set[str]:
    """Give what the prose of a page sets as code: names, commands and files."""
    return set(NAME.findall(_prose(page).replace(".ko.md", ".md")))


def _links(page: Path) -> list[str]:
    return LINK.findall(FORMULA.sub("", _prose(page)))


def test_pages_exist_in_both_languages() -> None:
    """Every page of the documentation has its Korean one, except pages for contributors."""
    english = {_name(page) for page in DOCS if page not in KOREAN}

    translated = {_name(_english(page)) for page in KOREAN}

    assert english - translated == {
        "docs/architecture.md",
        "docs/nbgrader-stock.md",
        "docs/style.md",
    }


@pytest.mark.parametrize("page", KOREAN, ids=_name)
def test_both_languages_have_one_shape(page: Path) -> None:
    """Headings, pictures and rows of tables come in the same order in both languages."""
    assert SHAPE.findall(_prose(page)) == SHAPE.findall(_prose(_english(page)))


@pytest.mark.parametrize("page", KOREAN, ids=_name)
def test_both_languages_have_the_same_commands(page: Path) -> None:
    """Blocks of code differ in comments and in the language that they ask for, at most."""
    assert _commands(page) == _commands(_english(page))


@pytest.mark.parametrize("page", KOREAN_DOCS, ids=_name)
def test_both_languages_name_the_same_things(page: Path) -> None:
    """No option, file, field or level is told of in one language only."""
    assert _names(page) == _names(_english(page))


@pytest.mark.parametrize("page", KOREAN_DOCS, ids=_name)
def test_each_language_leads_to_the_other(page: Path) -> None:
    """Both pages link to each other above their first section."""
    english = _english(page)
    tops = [path.read_text(encoding="utf-8").split("\n## ")[0] for path in (page, english)]

    assert [f"]({english.name})" in tops[0], f"]({page.name})" in tops[1]] == [True, True]


@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_links_lead_somewhere(page: Path) -> None:
    """Every file that a page links to or shows exists."""
    assert [link for link in _links(page) if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", KOREAN_DOCS, ids=_name)
def test_korean_pages_lead_to_korean_pages(page: Path) -> None:
    """A Korean page links to the Korean version of another page, where there is one."""
    others = [page.parent / link for link in _links(page) if link != _english(page).name]

    assert [_name(other) for other in others if other.with_suffix(".ko.md") in KOREAN] == []
