"""Both languages are complete: the kit's catalogue, and the sentences of every course file."""

import ast
import io
import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from autograder import i18n
from autograder.i18n import text_of_docstring

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "autograder" / "locale" / "ko" / "LC_MESSAGES"
METHODS = [("**.py", "python"), ("**.jinja", "jinja2")]
PLACEHOLDER = re.compile(r"{(\w*)[^}]*}")
CHECK_FILES = sorted([*ROOT.glob("solutions/*/test_*.py"), *ROOT.glob("tests/grading/*/test_*.py")])


@pytest.fixture(scope="module")
def catalogue() -> Catalog:
    """Read the Korean catalogue."""
    with (FOLDER / "autograder.po").open("rb") as file:
        return read_po(file, locale="ko")


@pytest.fixture(scope="module")
def sentences() -> set[str]:
    """Extract every sentence of the program."""
    found = extract_from_dir(ROOT / "autograder", METHODS, keywords={"_": None, "ngettext": (1, 2)})
    return {entry[2] if isinstance(entry[2], str) else entry[2][0] for entry in found}


def _texts(message: Message) -> list[str]:
    """Give a message's translations: one, or one a plural form."""
    return [message.string] if isinstance(message.string, str) else list(message.string)


def _names(text: str) -> set[str]:
    return set(PLACEHOLDER.findall(text))


def test_every_sentence_is_translated(catalogue, sentences):
    """No sentence of the program lacks its Korean."""
    translated = {
        message.id if isinstance(message.id, str) else message.id[0]
        for message in catalogue
        if message.id and all(_texts(message)) and not message.fuzzy
    }

    assert sorted(sentences - translated) == []


def test_no_translation_is_left_over(catalogue, sentences):
    """No translation is of a sentence that the program no longer says."""
    click = "click"
    kept = {
        message.id if isinstance(message.id, str) else message.id[0]
        for message in catalogue
        if message.id and click not in message.auto_comments
    }

    assert sorted(kept - sentences) == []


def test_placeholders_agree(catalogue):
    """Original and translation have the same placeholders."""
    wrong = [
        message.id
        for message in catalogue
        if message.id
        for text in _texts(message)
        if _names(text) != _names(message.id if isinstance(message.id, str) else message.id[1])
    ]

    assert wrong == []


def test_compiled_catalogue_is_in_step(catalogue):
    """The compiled catalogue is the one of the written one."""
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)

    assert (FOLDER / "autograder.mo").read_bytes() == compiled.getvalue()


def test_languages_are_chosen():
    """A sentence comes in the language that was chosen."""
    i18n.set_language("ko")
    try:
        korean = i18n._("not started")
    finally:
        i18n.set_language("en")

    assert korean != i18n._("not started") == "not started"


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({"LC_ALL": "ko_KR.UTF-8"}, "ko"),
        ({"LANG": "ko_KR.UTF-8"}, "ko"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "ko_KR.UTF-8"}, "ko"),
        ({"LANG": "ko_KR.UTF-8", "LC_ALL": "C.UTF-8"}, "en"),
        ({"LANG": "ko_KR.UTF-8", "AUTOGRADER_LANG": "en"}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
    ],
)
def test_the_locale_chooses_the_language(monkeypatch, variables, language):
    """The variables of the locale count in their order, installed or not."""
    for name in ("AUTOGRADER_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)

    assert i18n.preferred_language() == language


@pytest.mark.parametrize("path", CHECK_FILES, ids=lambda path: f"{path.parts[-3]}-{path.stem}")
def test_every_check_has_both_names(path):
    """The docstring of each check has an English and a Korean sentence."""
    nodes = ast.parse(path.read_text(encoding="utf-8")).body
    functions = [node for node in nodes if getattr(node, "name", "").startswith("test_")]
    names = {node.name: text_of_docstring(ast.get_docstring(node) or "") for node in functions}

    assert [name for name, text in names.items() if not (text.en and text.ko)] == []
