"""Change numpy and the worker for the submissions that follow."""

EXPECTED = {"double": ("failed", 0.0), "Growth": ("passed", 3.0)}
LEVELS = ("bubblewrap", "partial")

# %%
import os
import sys

PLACES = (np.__file__, sys.modules["worker.protocol"].__file__, os.__file__, sys.executable)
GAINED = any(works(lambda path=path: open(path, "a").close()) for path in PLACES)
