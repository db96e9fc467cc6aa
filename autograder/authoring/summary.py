"""What one kind of check found out about an assignment."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Summary:
    """What one kind of check found out about an assignment.

    Attributes
    ----------
    figures : mapping of str to int
        What was counted, by name.
    findings : tuple of str
        One sentence for each fault.
    """

    figures: Mapping[str, int] = field(default_factory=dict)
    findings: tuple[str, ...] = ()
