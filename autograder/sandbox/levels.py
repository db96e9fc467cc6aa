"""Levels of isolation."""

from enum import StrEnum


class Level(StrEnum):
    """How well student code is kept from everything else, best first.

    ``BUBBLEWRAP``: namespaces of its own, a filter of system calls, resource limits.
    ``PARTIAL``: Landlock, a filter of system calls, resource limits.
    ``PROCESS``: a process of its own with resource limits, which stops accidents, not attacks.
    """

    BUBBLEWRAP = "bubblewrap"
    PARTIAL = "partial"
    PROCESS = "process"
