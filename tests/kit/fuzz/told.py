"""What is said about bad input: whether it is a refusal, and whether it can be shown."""

import re
from collections.abc import Callable
from typing import Any

from autograder.errors import KitError
from autograder.expect import CheckFailure
from autograder.sandbox.faults import StudentFault
from autograder.worker.protocol import ProtocolError

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_LONGEST = 3000


def outcome(action: Callable[[], Any]) -> Any:
    """Return what comes of it: a value, or the sentence of a refusal."""
    try:
        return action()
    except (KitError, CheckFailure, ProtocolError, StudentFault) as refusal:
        return str(refusal)


def unless(right: bool, complaint: str) -> list[str]:
    """Complain, or not."""
    return [] if right else [complaint]


def unclear(sentences: list[str]) -> list[str]:
    """List the sentences that nobody should read: empty, endless, or with control characters."""
    return [
        f"unclear: {each!r:.300}"
        for each in sentences
        if not 0 < len(each) < _LONGEST or _CONTROL.search(each)
    ]
