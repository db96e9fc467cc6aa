"""How well a worker is isolated."""

from enum import StrEnum


class Level(StrEnum):
    """The levels of isolation, best first."""

    BUBBLEWRAP = "bubblewrap"
    PARTIAL = "partial"
    PROCESS = "process"


def best_level() -> Level:
    """Return the best level that this machine offers."""
    return Level.PROCESS
