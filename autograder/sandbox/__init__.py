"""The judge's side of the sandbox in which student code runs."""

from autograder.sandbox.faults import (
    BadResult,
    Crashed,
    Missing,
    NotStarted,
    Raised,
    StudentFault,
    TimedOut,
    WrongSignature,
)
from autograder.sandbox.levels import Level
from autograder.sandbox.probe import best_level
from autograder.sandbox.proxies import Handle, Outcome
from autograder.sandbox.session import LoadResult, Student
from autograder.sandbox.worker_process import Worker

__all__ = [
    "BadResult",
    "Crashed",
    "Handle",
    "Level",
    "LoadResult",
    "Missing",
    "NotStarted",
    "Outcome",
    "Raised",
    "Student",
    "StudentFault",
    "TimedOut",
    "Worker",
    "WrongSignature",
    "best_level",
]
