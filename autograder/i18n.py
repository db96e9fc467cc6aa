"""Translations: all user-facing text goes through this module.

The kit's own sentences live in a gettext catalogue under ``locale/``; sentences of a course
(titles, hints, names of checks) are :class:`Text`, written in both languages side by side.
"""

import gettext as _gettext
import locale
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

LANGUAGES = ("en", "ko")
VARIABLE = "AUTOGRADER_LANG"
# in the order of POSIX; Windows has none of them
_LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
_DOMAIN = "autograder"
_FOLDER = Path(__file__).parent / "locale"
_KOREAN_PARAGRAPH = re.compile(r"^\s*ko:\s*", re.MULTILINE)


class _State:
    language = "en"
    catalogue: _gettext.NullTranslations = _gettext.NullTranslations()


class Text(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence of a course in English and Korean; ``str()`` gives the chosen one."""

    en: str
    ko: str

    def __str__(self) -> str:
        return self.ko if _State.language == "ko" else self.en


def text_of_docstring(docstring: str) -> Text:
    r"""Split a check's docstring: English first, then a paragraph that starts with ``ko:``.

    Examples
    --------
    >>> text_of_docstring("Rows sum to 1.\n\n    ko: 각 행의 합은 1이다.").ko
    '각 행의 합은 1이다.'
    """
    english, _, korean = _KOREAN_PARAGRAPH.sub("\0", docstring, count=1).partition("\0")
    return Text(en=" ".join(english.split()), ko=" ".join(korean.split()))


def preferred_language() -> str:
    """Language of the variable ``AUTOGRADER_LANG``, else of the locale, else English.

    The variables of the locale come first: Python does not know a locale that is not installed,
    as in most containers, nor one that is meant for messages only.
    """
    variables = (VARIABLE, *_LOCALE_VARIABLES)
    named = next((value for name in variables if (value := os.environ.get(name))), None)
    wanted = named or locale.getlocale()[0] or ""
    return "ko" if wanted.lower().startswith(("ko", "korean")) else "en"


def set_language(language: str) -> None:
    """Set the output language: ``"en"`` or ``"ko"``."""
    if language not in LANGUAGES:
        raise ValueError(f"unknown language {language!r}; known are {', '.join(LANGUAGES)}")
    _State.language = language
    _State.catalogue = _gettext.translation(
        _DOMAIN, localedir=_FOLDER, languages=[language], fallback=language == "en"
    )
    # click looks its own sentences up in the default domain
    _gettext.bindtextdomain(_DOMAIN, str(_FOLDER))
    _gettext.textdomain(_DOMAIN)
    os.environ["LANGUAGE"] = language


def language() -> str:
    """Return the language chosen by :func:`set_language`."""
    return _State.language


def _(message: str) -> str:
    """Translate a message; the caller fills in its placeholders."""
    return _State.catalogue.gettext(message)


def ngettext(singular: str, plural: str, n: int) -> str:
    """Translate a message with a count."""
    return _State.catalogue.ngettext(singular, plural, n)


@contextmanager
def speaking(name: str) -> Iterator[None]:
    """Switch the language within a ``with`` block."""
    before = language()
    set_language(name)
    try:
        yield
    finally:
        set_language(before)
