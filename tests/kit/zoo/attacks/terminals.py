"""Open a terminal that another submission can see, and talk to it there."""

EXPECTED = {"double": ("failed", 0.0), "Growth": ("passed", 3.0)}
LEVELS = ("bubblewrap", "partial")

# %%
import os

GAINED = works(os.openpty)
