"""What was handed in: find it, read it without trusting it, cut it into cells."""

from autograder.intake.code import Cell, Code, Unreadable

__all__ = ["Cell", "Code", "Unreadable"]
