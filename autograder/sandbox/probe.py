"""Detect which levels of isolation this machine offers."""

import os
import sys
from dataclasses import dataclass
from functools import cache

from autograder.course.manifest import Limits
from autograder.errors import KitError
from autograder.i18n import _
from autograder.sandbox import bubblewrap, seccomp
from autograder.sandbox.levels import Level
from autograder.sandbox.worker_process import Worker

VARIABLE = "AUTOGRADER_ISOLATION"
_TRIAL = Limits(call_seconds=10.0, submission_seconds=10.0, memory_mb=1024)


@dataclass(frozen=True)
class Probe:
    """Result of probing a level.

    Attributes
    ----------
    level : Level
        The level.
    available : bool
        Whether a worker did start.
    reason : str
        Why not, and what to do; empty if it did.
    """

    level: Level
    available: bool
    reason: str


def probe() -> list[Probe]:
    """Start a worker at each level, best first, and report which ones start."""
    return [_probe(level) for level in Level]


@cache
def best_level() -> Level:
    """Return the best level of this machine, or the one that the user requires.

    Raises
    ------
    KitError
        ``AUTOGRADER_ISOLATION`` names no level, or one that cannot be had; or none can.
    """
    demanded = os.environ.get(VARIABLE)
    if not demanded:
        found = next((level for level in Level if not obstacle(level)), None)
        if found is None:
            raise KitError(obstacle(Level.PROCESS))
        return found
    if demanded not in list(Level):
        sentence = _("{variable} is {value}; it must be one of: {levels}.")
        levels = ", ".join(Level)
        raise KitError(sentence.format(variable=VARIABLE, value=demanded, levels=levels))
    reason = obstacle(Level(demanded))
    if reason:
        sentence = _(
            "{variable} requires {level}, which is not available on this machine. {reason}"
        )
        raise KitError(sentence.format(variable=VARIABLE, level=demanded, reason=reason))
    return Level(demanded)


def obstacle(level: Level) -> str:
    """Explain why a level is unavailable and what to do; empty if it is available."""
    if sys.platform == "win32":
        return _("It does not work on Windows: use the Windows Subsystem for Linux.")
    if level is Level.PROCESS:
        return ""
    if sys.platform != "linux":
        return _("It needs Linux.")
    if not seccomp.available():
        return _("There is no system call filter for this processor.")
    return _bubblewrap_obstacle() if level is Level.BUBBLEWRAP else _landlock_obstacle()


def _bubblewrap_obstacle() -> str:
    if bubblewrap.executable() is None:
        return _(
            "bubblewrap is not installed. Debian, Ubuntu: apt install bubblewrap. "
            "Fedora: dnf install bubblewrap. Arch: pacman -S bubblewrap."
        )
    said = bubblewrap.try_bubblewrap()
    if not said:
        return ""
    if "Unknown option" in said:
        remedy = _("bubblewrap 0.8 or later is required.")
    else:
        remedy = _(
            "Unprivileged user namespaces must be allowed: see "
            "kernel.unprivileged_userns_clone and "
            "kernel.apparmor_restrict_unprivileged_userns in sysctl; a container needs "
            "permission to create namespaces."
        )
    return _("bubblewrap does not start: {said}").format(said=said) + " " + remedy


def _landlock_obstacle() -> str:
    from autograder.worker import landlock

    if landlock.version():
        return ""
    return _(
        "The kernel does not offer Landlock, which requires Linux 5.13 or later "
        "and must be enabled."
    )


def _probe(level: Level) -> Probe:
    reason = obstacle(level)
    if not reason:
        try:
            with Worker.start(level, {}, _TRIAL) as worker:
                worker.await_ready()
        except (KitError, OSError) as error:
            reason = str(error)
    return Probe(level, not reason, reason)
