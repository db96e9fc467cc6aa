"""Kill the judge, and a process of the instructor."""

EXPECTED = {"double": ("failed", 0.0), "Growth": ("passed", 3.0)}
LEVELS = ("bubblewrap", "partial")

# %%
import os

GAINED = works(lambda: os.kill(VICTIM, 9)) or works(lambda: os.kill(os.getppid() or 1, 9))
