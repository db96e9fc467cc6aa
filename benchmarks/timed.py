"""Print what each step of a benchmark takes."""

import time
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def timed(what: str) -> Iterator[None]:
    """Print how long the body took."""
    start = time.perf_counter()
    yield
    print(f"{time.perf_counter() - start:8.2f} s  {what}", flush=True)
