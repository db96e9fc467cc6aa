"""Start processes that start processes."""

EXPECTED = {"double": ("failed", 0.0), "Growth": ("passed", 3.0)}
LEVELS = ("bubblewrap", "partial")

# %%
import os


def bomb():
    for _ in range(4):
        if os.fork() == 0:
            os._exit(0)


GAINED = works(bomb)
