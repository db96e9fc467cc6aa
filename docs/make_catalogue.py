"""Bring the Korean catalogue in step with the program: run ``python docs/make_catalogue.py``.

New messages are added without a translation, messages that the program no longer has are dropped,
and the ``.mo`` is compiled. Messages with the comment ``click`` belong to that library and stay.
Prints what has yet to be translated, and exits with 1 if anything has.
"""

import sys
from operator import itemgetter
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

PROGRAM = Path(__file__).parents[1] / "autograder"
PO = PROGRAM / "locale" / "ko" / "LC_MESSAGES" / "autograder.po"
METHODS = [("**.py", "python"), ("**.jinja", "jinja2")]
KEYWORDS = {"_": None, "ngettext": (1, 2)}


def translated() -> Catalog:
    """Read the catalogue as it is."""
    with PO.open("rb") as file:
        return read_po(file, locale="ko")


def of_the_program(before: Catalog) -> Catalog:
    """Extract the program's messages, each with the translation that it had before."""
    after = Catalog(locale="ko", header_comment=before.header_comment, fuzzy=False)
    after.mime_headers = before.mime_headers
    found = sorted(extract_from_dir(PROGRAM, METHODS, KEYWORDS), key=itemgetter(0))
    for name, _line, message, comments, context in found:
        known = before.get(message, context)
        after.add(
            message,
            known.string if known else None,
            locations=[(f"autograder/{name}", None)],
            auto_comments=comments,
            context=context,
        )
    return after


def is_missing(message: Message) -> bool:
    """Return whether a message lacks a translation, or one of its plural forms does."""
    texts = message.string if isinstance(message.string, (list, tuple)) else [message.string]
    return bool(message.id) and not all(texts)


def main() -> int:
    """Rewrite the catalogue, and print what is to be translated."""
    before = translated()
    after = of_the_program(before)
    for message in before:
        if "click" in message.auto_comments:
            after[message.id] = message
    with PO.open("wb") as file:
        write_po(file, after, width=0, omit_header=False)
    with PO.with_suffix(".mo").open("wb") as file:
        write_mo(file, after)
    missing = [message for message in after if is_missing(message)]
    for message in missing:
        where = ", ".join(sorted({name for name, _line in message.locations}))
        print(f"{where}: {message.id!r}")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
