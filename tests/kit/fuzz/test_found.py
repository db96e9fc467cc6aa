"""What fuzzing has found once is tried again, and so is what it starts from."""

from pathlib import Path

import pytest
from fuzz.targets import FOUND, TARGETS

SEEDS = [
    pytest.param(name, seed, id=f"{name}-{number}")
    for name, target in TARGETS.items()
    for number, seed in enumerate(target.seeds)
]


@pytest.mark.parametrize("path", sorted(FOUND.iterdir()), ids=lambda path: path.name)
def test_found(path: Path) -> None:
    """An input that was read badly is read well."""
    target = path.name.partition("-")[0]

    assert TARGETS[target].wrong_with(path.read_bytes()) == []


@pytest.mark.parametrize(("target", "seed"), SEEDS)
def test_seeds(target: str, seed: bytes) -> None:
    """What guided fuzzing starts from is read well."""
    assert TARGETS[target].wrong_with(seed) == []
