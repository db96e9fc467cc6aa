"""The same right answer, worn in many ways: by every door it gets the points that it deserves."""

from collections.abc import Callable, Mapping
from functools import cache

import pytest
from wear.doors import DOORS, Graded, kinds_of
from wear.kinds import KINDS, Kind

# one kind in so many comes in by the first door; the rest, and another door for each, are soak:
# ``python tests/kit/wear/table.py`` tries every kind by every door
EVERY = 5
NUMBERS = sorted({kind.number for kind in KINDS.values()})
FIRST, *OTHERS = DOORS
SAMPLE = frozenset(list(KINDS)[::EVERY])


def _chosen(door: str, number: str) -> dict[str, Kind]:
    """Return all kinds by the first door, and by each other one its share of them."""
    kinds = kinds_of(door, number)
    if door == FIRST:
        return kinds
    turn = OTHERS.index(door)
    numbered = enumerate(kinds.items())
    return {name: kind for n, (name, kind) in numbered if n % len(OTHERS) == turn}


def _is_sampled(door: str, name: str) -> bool:
    return door == FIRST and name in SAMPLE


def _marks(door: str, name: str) -> list[pytest.MarkDecorator]:
    return [] if _is_sampled(door, name) else [pytest.mark.soak]


CASES = [
    pytest.param(door, name, marks=_marks(door, name))
    for door in DOORS
    for number in NUMBERS
    for name in _chosen(door, number)
]
TOLD = [
    pytest.param(name, marks=_marks(FIRST, name))
    for number in NUMBERS
    for name, kind in kinds_of(FIRST, number).items()
    if kind.says is not None
]


@pytest.fixture(scope="session")
def graded(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, str], Graded]:
    """Give what a door has made of a kind; a door grades them together when it is first used."""

    @cache
    def group(door: str, *, sample: bool) -> Mapping[str, Graded]:
        found: dict[str, Graded] = {}
        for number in NUMBERS:
            kinds = _chosen(door, number)
            wanted = {n: kind for n, kind in kinds.items() if _is_sampled(door, n) == sample}
            if wanted:
                found |= DOORS[door](tmp_path_factory.mktemp(door), number, wanted)
        return found

    return lambda door, name: group(door, sample=_is_sampled(door, name))[name]


@pytest.mark.parametrize(("door", "name"), CASES)
def test_points(graded, door, name):
    """The points do not depend on the wear, nor on the door."""
    found = graded(door, name)
    assert found.share == pytest.approx(KINDS[name].share), found.remarks


@pytest.mark.parametrize("name", TOLD)
def test_remarks(graded, name):
    """The student is told what was unusual, and nothing where nothing was."""
    says, remarks = KINDS[name].says, graded(FIRST, name).remarks
    assert (says in remarks) if says else (remarks == "")
