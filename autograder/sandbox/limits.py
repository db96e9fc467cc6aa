"""Resource limits of a submission."""

import math

from autograder.course.manifest import Limits

_SPARE_SECONDS = 10


def resources(limits: Limits) -> dict[str, int]:
    """Return the limits that the kernel keeps, by the names of ``resource.RLIMIT_...``.

    The seconds are the judge's business; the kernel's limit on them ends a loop that nobody waits
    for any more.
    """
    return {
        "CPU": math.ceil(limits.submission_seconds) + _SPARE_SECONDS,
        "AS": limits.memory_mb << 20,
        "FSIZE": 32 << 20,
        "NOFILE": 256,
        "NPROC": 64,
        # of all timers and signals that wait in the kernel for programs of the user
        "SIGPENDING": 64,
        "CORE": 0,
    }
