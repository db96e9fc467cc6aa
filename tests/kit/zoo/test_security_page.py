"""The page on security claims what the zoo shows, and no more."""

import re
from pathlib import Path

import pytest
from zoo.attack import ATTACKS, LEVELS, Attack

KIT = Path(__file__).parents[1]
DOCS = KIT.parents[1] / "docs"
PAGE = (DOCS / "security.md").read_text(encoding="utf-8")
KOREAN = (DOCS / "security.ko.md").read_text(encoding="utf-8")
FAULTS = ("zoo/test_interrupted.py", "nbgrader/test_faults.py", "nbgrader/test_postgresql.py")


def marks(attack: Attack) -> list[str]:
    """Mark the levels that defeat an attack."""
    return ["✔" if level in attack.levels else "–" for level in LEVELS]


def row(attack: Attack) -> str:
    """Write the row of an attack."""
    return f"| `{attack.name}` | {attack.aim.rstrip('.')} | {' | '.join(marks(attack))} |"


def test_every_attack_is_on_the_page() -> None:
    """The table has a row for each attack, with the levels that defeat it."""
    table = "\n".join(map(row, ATTACKS))

    assert f"|---|---|:-:|:-:|:-:|\n{table}\n\n" in PAGE


def test_every_attack_is_on_the_korean_page() -> None:
    """The Korean table marks the same levels."""
    rows = re.findall(r"^\| `(\w+)` \| [^|]+ \| (.) \| (.) \| (.) \|$", KOREAN, re.MULTILINE)

    assert rows == [(attack.name, *marks(attack)) for attack in ATTACKS]


@pytest.mark.parametrize("page", [PAGE, KOREAN], ids=["en", "ko"])
def test_numbers_are_those_of_the_zoo(page: str) -> None:
    """Both pages tell how many attacks there are and how many each level defeats."""
    defeated = [sum(level in attack.levels for attack in ATTACKS) for level in LEVELS]

    assert f"| {len(ATTACKS)} | {defeated[0]} | {defeated[1]} | {defeated[2]} |" in page


@pytest.mark.parametrize("page", [PAGE, KOREAN], ids=["en", "ko"])
def test_every_fault_is_on_the_page(page: str) -> None:
    """Both tables of faults have a row for each test of a fault, in the order of the tests."""
    texts = [(KIT / name).read_text(encoding="utf-8") for name in FAULTS]
    tests = re.findall(r"^def (test_(?!grades)\w+)", "".join(texts), re.MULTILINE)

    assert re.findall(r" \| `(test_\w+)` \|$", page, re.MULTILINE) == tests
